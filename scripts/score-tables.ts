// Draws 60 made-up papers with tables, reads them, and says how many of their rows come out cell by cell:
// npm run score:tables [-- --seed N] [--keep DIR] [--name NAME]
// With --text it reads what `pdftotext -layout` makes of them, and counts the cells that come out right and wrong.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../parsers/formats.ts'
import { drawPaper } from './tables/draw-paper.ts'
import { makePapers } from './tables/made-papers.ts'
import { type RowScore, scoreRows, shareOf } from './tables/score-rows.ts'
import { layOutText, scoreText, type TextScore } from './tables/score-text.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, keep: { type: 'string' }, name: { type: 'string' }, text: { type: 'boolean' } },
})
const scores: RowScore[] = []
const texts: TextScore[] = []
for (const paper of makePapers(Number(values.seed))) {
  if (values.name !== undefined && values.name !== paper.name) continue
  const bytes = await drawPaper(paper)
  if (values.keep) {
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `${paper.name}.pdf`), bytes)
  }
  if (values.text) {
    const text = layOutText(bytes)
    if (values.keep) writeFileSync(join(values.keep, `${paper.name}.txt`), text)
    texts.push(scoreText(paper, await readDocument({ bytes: text, path: `${paper.name}.txt` }, () => {})))
    continue
  }
  const document = await readDocument({ bytes, path: `${paper.name}.pdf` }, () => {})
  scores.push(scoreRows(paper, document))
}

function table(of: (score: RowScore) => string): string {
  const groups = [...new Set(scores.map(of))]
  return groups
    .map((group) => {
      const own = scores.filter((score) => of(score) === group)
      const [rows, whole] = [own.reduce((sum, { rows }) => sum + rows, 0), own.reduce((sum, { whole }) => sum + whole, 0)]
      return `${group.padEnd(26)} ${String(whole).padStart(5)} of ${String(rows).padStart(5)}  ${(whole / rows).toFixed(3)}`
    })
    .join('\n')
}

function printTexts(): void {
  for (const { name, right, wrong, missing } of texts) {
    console.log(`${name}: ${right} right, ${wrong.length} wrong, ${missing.length} missing`)
    if (values.name !== undefined)
      for (const line of [...missing.map((cell) => `  - ${cell}`), ...wrong.map((cell) => `  + ${cell}`)]) console.log(line)
  }
  const sum = (of: (score: TextScore) => number) => texts.reduce((total, score) => total + of(score), 0)
  console.log(
    `\n${sum(({ right }) => right)} right, ${sum(({ wrong }) => wrong.length)} wrong, ${sum(({ missing }) => missing.length)} missing (${texts.length} papers, seed ${values.seed})`,
  )
}

function printRows(): void {
  console.log(table(({ look }) => look))
  console.log(`\n${table(({ sheet }) => sheet)}\n`)
  for (const { name, sheet, rows, whole, missing, strange } of scores) {
    if (whole < rows || values.name !== undefined) console.log(`${name} (${sheet}): ${whole} of ${rows}, ${strange.length} strange`)
    if (values.name === undefined) continue
    for (const row of missing) console.log(`  - ${row.join(' | ')}`)
    for (const row of strange) console.log(`  + ${row.join(' | ')}`)
  }
  console.log(`\nwhole rows ${shareOf(scores).toFixed(3)} (${scores.length} papers, seed ${values.seed})`)
}

if (values.text) printTexts()
else printRows()
