import type { Line } from '../lines/line.ts'
import { isBold } from '../lines/line.ts'
import { textOfWords } from '../lines/words-to-passage.ts'
import type { CellDraft, TableDraft, TextDraft } from './drafts.ts'

/** A head has words in so many cells. */
const CELLS_LEAST = 2

const squeeze = (lines: readonly Line[]) =>
  lines
    .map((line) => textOfWords(line.words))
    .join('')
    .replace(/\s+/gu, '')
    .toLowerCase()

const blocksOf = (cell: CellDraft): TextDraft[] => cell.parts.flatMap(({ blocks }) => blocks)
const linesOf = (cell: CellDraft): Line[] => blocksOf(cell).flatMap(({ lines }) => lines)

/** How many of a cell's first lines say what a head's cell says; -1 where none do. */
function repeatedLines(head: CellDraft, cell: CellDraft): number {
  const [text, lines] = [squeeze(linesOf(head)), linesOf(cell)]
  for (let count = 0; count <= lines.length; count++) if (squeeze(lines.slice(0, count)) === text) return count
  return -1
}

/** A cell with some of its lines only. */
function withLines(cell: CellDraft, row: number, lines: ReadonlySet<Line>): CellDraft {
  const parts = cell.parts.map((part) => ({
    ...part,
    blocks: part.blocks.flatMap((block) => {
      const own = block.lines.filter((line) => lines.has(line))
      const bold = isBold(own.flatMap(({ words }) => words))
      return own.length > 0 ? [{ ...block, lines: own, bold, marker: own[0] === block.lines[0] ? block.marker : [] }] : []
    }),
  }))
  return { ...cell, row, parts }
}

/**
 * The part of a table on the next page, its repeated head a row of its own: where nothing parts the head from the rest of
 * a row that the page's end cut, its words are at the beginnings of the first row's cells, as on the page before.
 */
export function partRepeatedHead(table: TableDraft, next: TableDraft): TableDraft {
  const [head, first] = [table.rows[0], next.rows[0]]
  if (!head || !first || head.length !== first.length || table.columns !== next.columns) return next
  if (head.filter((cell) => linesOf(cell).length > 0).length < CELLS_LEAST) return next
  const counts = first.map((cell, i) => {
    const above = head[i]
    return above && above.col === cell.col && cell.rowSpan === 1 && above.colSpan === cell.colSpan ? repeatedLines(above, cell) : -1
  })
  if (counts.includes(-1) || first.every((cell, i) => linesOf(cell).length === counts[i])) return next
  const repeated = new Set(first.flatMap((cell, i) => linesOf(cell).slice(0, counts[i])))
  const rest = new Set(first.flatMap((cell, i) => linesOf(cell).slice(counts[i])))
  const rows = next.rows.slice(1).map((row) => row.map((cell) => ({ ...cell, row: cell.row + 1 })))
  return { ...next, rows: [first.map((cell) => withLines(cell, 0, repeated)), first.map((cell) => withLines(cell, 1, rest)), ...rows] }
}
