import { type Cell, cellPassage, joinPassages, type Table } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { isOpen } from '../outline/items.ts'
import type { Column } from '../outline/table-header.ts'

/** What may be said once for several rows: what each of them is about, and its number, are its own. */
const SHARED: ReadonlySet<FieldRole> = new Set([
  'verdict',
  'progress',
  'responsible',
  'sponsor',
  'due',
  'revised-due',
  'timescale',
  'status',
  'theme',
  'review',
])
const WORDS: ReadonlySet<FieldRole> = new Set(['recommendation', 'objective'])
/** Whether a row has words of its own; a summary only names recommendations: "Recommendation 4". */
const saysOwn = (text: string) => text !== '' && !/^(?:recommendations?|recs?\.?)\s?[\d(]|^none$/iu.test(text)

/** What is reported of a row. */
const REPORTING: ReadonlySet<FieldRole> = new Set(['progress', 'status', 'percent', 'impact'])

/** The rows of a table with their merged cells, and those of which all that is reported is printed in cells that reach down from the row before. */
export interface MergedRows {
  rows: Cell[][]
  sharing: Set<number>
}

/**
 * The rows of a table in which a merged cell is in each row that it reaches over: one answer to two recommendations is the answer
 * to both, and one officer or day beside them is that of both. Rows that are about nothing of their own stay as they are. A PDF may cut
 * the words of a merged cell where the rule beside them runs on: beside another merged cell, words that go on in small letters are one cell with those above.
 */
export function withMergedCells(table: Table, columns: readonly Column[]): MergedRows {
  const shared = new Set(columns.flatMap(({ role, col }) => (role && SHARED.has(role) ? [col] : [])))
  const words = new Set(columns.flatMap(({ role, col }) => (role && WORDS.has(role) ? [col] : [])))
  const numbers = columns.flatMap(({ role, col }) => (role === 'number' ? [col] : []))
  const reporting = columns.flatMap(({ role, col }) => (role && REPORTING.has(role) ? [col] : []))
  const rows = table.rows.map((row) => [...row])
  const sharing = new Set<number>()
  for (const [index, row] of table.rows.entries()) {
    const reaching = row.filter(({ col, rowSpan }) => shared.has(col) && rowSpan > 1)
    const reach = Math.max(0, ...reaching.map(({ rowSpan }) => rowSpan))
    for (let below = index + 1; below < Math.min(table.rows.length, index + reach); below++) {
      const cells = rows[below] ?? []
      if (!cells.some((cell) => words.has(cell.col) && saysOwn(cellPassage(cell).text))) continue
      // Under one number the rows are parts of one recommendation, of which the cell says it once.
      if (numbers.some((col) => reachesDown(row, col, below - index))) continue
      if (reporting.length > 0 && reporting.every((col) => reachesDown(row, col, below - index) && !cells.some((cell) => cell.col === col)))
        sharing.add(below)
      for (const col of shared) {
        const above = rows[below - 1]?.find((cell) => cell.col === col)
        const here = cells.find((cell) => cell.col === col)
        if (above && !here && reachesDown(row, col, below - index)) put(cells, { ...above, row: below, rowSpan: 1 })
        else if (above && here && isCut(cellPassage(above).text, cellPassage(here).text)) {
          const whole = { blocks: joined(above, here), places: [...above.places, ...here.places] }
          put(rows[below - 1] ?? [], { ...above, ...whole })
          put(cells, { ...here, ...whole })
        }
      }
    }
  }
  return { rows, sharing }
}

/** Whether the cell of a column reaches so many rows further down. */
const reachesDown = (row: readonly Cell[], col: number, further: number) => row.some((cell) => cell.col === col && cell.rowSpan > further)

/** Whether the words of one cell go on in the one below it. */
const isCut = (above: string, below: string) => isOpen(above) && /^\p{Ll}/u.test(below)

/** The blocks of two cells, where the last paragraph of the one goes on in the first of the other. */
function joined(above: Cell, below: Cell): Cell['blocks'] {
  const [last, first] = [above.blocks.at(-1), below.blocks[0]]
  if (last?.type !== 'paragraph' || first?.type !== 'paragraph') return [...above.blocks, ...below.blocks]
  return [...above.blocks.slice(0, -1), { ...last, passage: joinPassages([last.passage, first.passage]) }, ...below.blocks.slice(1)]
}

/** Sets a cell into its place in a row. */
function put(row: Cell[], cell: Cell): void {
  const at = row.findIndex(({ col }) => col >= cell.col)
  if (at < 0) row.push(cell)
  else row.splice(at, row[at]?.col === cell.col ? 1 : 0, cell)
}
