import type { Passage } from '../../../schema/document.ts'
import { PassageBuilder } from '../passages/passage-edits.ts'
import { isBlank, type TextLine, textLines } from './text-lines.ts'

/** A cell: the lines of which only the last ends in a bar. */
type BarCell = readonly TextLine[]

/** A table whose cells are set one below the other, each closed by a bar, and the lines that it takes. */
interface BarEnded {
  rows: readonly (readonly BarCell[])[]
  taken: number
}

const FEWEST_COLUMNS = 3
const MOST_COLUMNS = 15
/** The header and two more. */
const FEWEST_ROWS = 3
/** A cell has no more lines, and a column's heading no more letters. */
const LONGEST_CELL = 20
const LONGEST_HEAD = 60

/** Whether a line closes a cell, and nothing else on it does. */
const closes = ({ text }: TextLine): boolean => text.length < 5000 && text.indexOf('|') === text.trimEnd().length - 1 && text.includes('|')

/**
 * The table that begins at a line of which each cell is on lines of its own and a bar ends it, as programs write that keep a
 * table's bars and not its rows. How many columns it has is known by a column that counts: in each row but the first, what is
 * there has one form with digits, "SR 12", "3 May 2031". Null where no number of columns gives one.
 */
export function barEnded(lines: readonly TextLine[], start: number): BarEnded | null {
  const first = lines[start]
  if (!first?.text.includes('|') || !closes(first)) return null
  const cells: BarCell[] = []
  let open: TextLine[] = []
  let taken = 0
  for (let at = start; at < lines.length && open.length <= LONGEST_CELL; at++) {
    const line = lines[at]
    if (!line || (line.text.includes('|') && !closes(line))) break
    if (isBlank(line)) continue
    open.push(line)
    if (!closes(line)) continue
    cells.push(open)
    open = []
    taken = at + 1 - start
  }
  for (let columns = FEWEST_COLUMNS; columns <= MOST_COLUMNS; columns++) {
    const rows = rowsOf(cells, columns)
    if (rows) return { rows, taken }
  }
  return null
}

function rowsOf(cells: readonly BarCell[], columns: number): BarCell[][] | null {
  const all = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => cells.slice(row * columns, (row + 1) * columns))
  const rows = all.slice(0, all.findLastIndex((row) => row.some((cell) => wordsOf(cell) !== '')) + 1)
  const [head, ...body] = rows
  if (!head || rows.length < FEWEST_ROWS || rows.at(-1)?.length !== columns) return null
  const heads = head.map(wordsOf).filter((words) => words !== '')
  const areHeads = heads.every((words) => words.length <= LONGEST_HEAD && /\p{L}/u.test(words) && !/\d/u.test(words))
  if (heads.length < FEWEST_COLUMNS || new Set(heads).size < heads.length || !areHeads) return null
  const counted = head.some((_, col) => {
    const forms = new Set(body.map((row) => formOf(row[col] ?? [])))
    return forms.size === 1 && [...forms].every((form) => form.includes('9'))
  })
  return counted ? rows : null
}

/** What a cell says, without its bar. */
const wordsOf = (cell: BarCell): string =>
  cell
    .map(({ text }) => text.replace(/\|\s*$/u, '').trim())
    .join(' ')
    .trim()

/** A short cell's form: its digits and letters distinguished, and no more of them. */
const formOf = (cell: BarCell): string => {
  const words = wordsOf(cell)
  return words.length > LONGEST_HEAD ? '' : words.replace(/\p{L}+/gu, 'a').replace(/\d+/gu, '9')
}

/** Where the lines of such tables begin in a text. */
export function barEndedLines(text: string): Set<number> {
  const lines = textLines(text)
  return new Set(tablesIn(text, lines).flatMap(({ at, taken }) => lines.slice(at, at + taken).map(({ from }) => from)))
}

/** A text with such tables written as tables of bars, a row a line. */
export function barEndedToRows(source: Passage): Passage {
  const lines = textLines(source.text)
  const builder = new PassageBuilder()
  let from = 0
  for (const { at, rows, taken } of tablesIn(source.text, lines)) {
    builder.addPart(source, from, lines[at]?.from ?? from)
    builder.addText('\n')
    addRows(builder, source, rows)
    const last = lines[at + taken - 1]
    from = (last?.from ?? 0) + (last?.text.length ?? 0)
  }
  builder.addPart(source, from)
  return builder.build()
}

function tablesIn(text: string, lines: readonly TextLine[]): (BarEnded & { at: number })[] {
  const found: (BarEnded & { at: number })[] = []
  if (!/\|[ \t]*\r?\n/u.test(text)) return found
  for (let at = 0; at < lines.length; at++) {
    const before = lines[at - 1]
    const table = before && closes(before) ? null : barEnded(lines, at)
    if (!table) continue
    found.push({ at, ...table })
    at += table.taken - 1
  }
  return found
}

function addRows(builder: PassageBuilder, source: Passage, rows: BarEnded['rows']): void {
  // A bar that opens each row leaves an empty cell before it.
  const skipped = rows.every(([cell]) => cell && wordsOf(cell) === '') ? 1 : 0
  for (const [index, row] of rows.entries()) {
    for (const cell of row.slice(skipped)) {
      builder.addText('| ')
      for (const { from, text } of cell) {
        const end = text.replace(/\|?\s*$/u, '').length
        builder.addPart(source, from, from + end)
        builder.addText(' ')
      }
    }
    builder.addText(index === 0 ? `|\n${'|---'.repeat(row.length - skipped)}|\n` : '|\n')
  }
}
