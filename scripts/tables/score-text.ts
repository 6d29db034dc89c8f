import { execFileSync } from 'node:child_process'
import type { Document } from '../../schema/document.ts'
import type { MadePaper } from './made-papers.ts'
import { truthRows } from './made-table.ts'
import { readRows } from './score-rows.ts'

/** What came out of the tables of a paper's text: cells of numbered rows that are printed so, that are not, and that did not come out. */
export interface TextScore {
  name: string
  right: number
  wrong: string[]
  missing: string[]
}

/** The text of a PDF with its page's layout kept by blanks, as people paste and archive it. Throws where poppler is not installed. */
export function layOutText(pdf: Uint8Array): Uint8Array {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, maxBuffer: 2 ** 26 })
}

const NUMBER = /^\(?[A-Z]{0,4}[ .-]?\d{1,3}(?:\.\d{1,3})*[a-z]?[).:]?$/u
/** A text that keeps a layout cuts words where a column is narrow. */
const folded = (text: string) => text.replace(/\s+/gu, '')

/** Holds the cells of each row with a number of its own against those that are printed beside that number. */
export function scoreText(paper: MadePaper, document: Pick<Document, 'blocks'>): TextScore {
  const printed = byNumber(paper.tables.flatMap(({ table }) => truthRows(table)))
  const read = byNumber(readRows(document))
  const score: TextScore = { name: paper.name, right: 0, wrong: [], missing: [] }
  for (const [number, cells] of printed) {
    const found = [...(read.get(number) ?? [])]
    for (const cell of cells) {
      const at = found.findIndex((one) => folded(one) === folded(cell))
      if (at < 0) score.missing.push(`${number}: ${cell}`)
      else {
        found.splice(at, 1)
        score.right++
      }
    }
    score.wrong.push(...found.map((cell) => `${number}: ${cell}`))
  }
  return score
}

/** The filled cells beside each number that one row alone has. */
function byNumber(rows: readonly (readonly string[])[]): Map<string, string[]> {
  const found = new Map<string, string[] | null>()
  for (const row of rows) {
    const at = row.findIndex((text) => NUMBER.test(text.trim()))
    const number = row[at]?.trim()
    if (number === undefined) continue
    found.set(number, found.has(number) ? null : row.filter((text, col) => col !== at && text.trim() !== ''))
  }
  return new Map([...found].flatMap(([number, cells]) => (cells ? [[number, cells]] : [])))
}
