// Draws 60 made-up papers with tables, reads them, and says how many of their rows come out cell by cell:
// npm run score:tables [-- --seed N] [--keep DIR] [--name NAME]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { readDocument } from '../parsers/formats.ts'
import { drawPaper } from './tables/draw-paper.ts'
import { makePapers } from './tables/made-papers.ts'
import { type RowScore, scoreRows, shareOf } from './tables/score-rows.ts'

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' }, keep: { type: 'string' }, name: { type: 'string' } } })
const scores: RowScore[] = []
for (const paper of makePapers(Number(values.seed))) {
  if (values.name !== undefined && values.name !== paper.name) continue
  const bytes = await drawPaper(paper)
  if (values.keep) {
    mkdirSync(values.keep, { recursive: true })
    writeFileSync(join(values.keep, `${paper.name}.pdf`), bytes)
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

console.log(table(({ look }) => look))
console.log(`\n${table(({ sheet }) => sheet)}\n`)
for (const { name, sheet, rows, whole, missing, strange } of scores) {
  if (whole < rows || values.name !== undefined) console.log(`${name} (${sheet}): ${whole} of ${rows}, ${strange.length} strange`)
  if (values.name === undefined) continue
  for (const row of missing) console.log(`  - ${row.join(' | ')}`)
  for (const row of strange) console.log(`  + ${row.join(' | ')}`)
}
console.log(`\nwhole rows ${shareOf(scores).toFixed(3)} (${scores.length} papers, seed ${values.seed})`)
