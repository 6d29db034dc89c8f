import { screenWidth, styled, styledWords } from './screen.ts'
import { shortened, textWidth, wrapLines } from './text-width.ts'

/** A column of a table. */
export interface TableColumn {
  head: string
  align?: 'left' | 'right'
  /** How narrow it may become, in characters; without it, it is as wide as its widest cell. */
  least?: number
  /** How much of the room it claims beside other columns that may become narrow: 1 if it does not say. */
  weight?: number
  /** How many lines a cell of plain text may take where the room is narrow; the rest is cut. */
  lines?: number
}

/** Two spaces between columns. */
const GAP = 2

/**
 * Rows under their headings, fitted to so much room, which is the screen's width if none is given: columns narrow and their cells take more lines. Where
 * even that does not fit, each row is a block, every other cell under the first with its heading. Columns without a value are left out. Where the width
 * is without end, as in a pipe, every row is one line and nothing is cut.
 */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], room = screenWidth()): string {
  const filled = columns.flatMap((column, index) => (rows.some((row) => row[index]) ? [{ column, index }] : []))
  const used = filled.map(({ column }) => column)
  const cells = rows.map((row) => filled.map(({ index }) => (row[index] ?? '').replace(/\s+/gu, ' ').trimEnd()))
  const widths = fittedWidths(used, cells, room)
  return widths ? grid(used, cells, tightened(used, cells, widths)) : blocks(cells, used, room)
}

/** The width of the widest text; a list may be longer than a call may have arguments. */
function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, textWidth(text)), 0)
}

/** How wide each column is, or null where they cannot all be side by side in `room` characters. */
function fittedWidths(columns: readonly TableColumn[], cells: readonly string[][], room: number): number[] | null {
  const widths = columns.map(({ head }, index) => widest([head, ...cells.map((row) => row[index] ?? '')]))
  const canNarrow = columns.map(({ least, head }) => Math.max(least ?? Number.POSITIVE_INFINITY, textWidth(head)))
  let over = widths.reduce((sum, width) => sum + width, 0) + GAP * (columns.length - 1) - room
  for (; over > 0; over--) {
    // The column that has most for its weight gives a character.
    const claims = widths.map((width, index) => (width > (canNarrow[index] ?? 0) ? width / (columns[index]?.weight ?? 1) : 0))
    const greediest = claims.indexOf(Math.max(...claims))
    if (!claims[greediest]) return null
    widths[greediest] = (widths[greediest] ?? 0) - 1
  }
  return widths
}

/** What a column does not need once its cells are broken into lines goes to the column with the most weight. */
function tightened(columns: readonly TableColumn[], cells: readonly string[][], widths: readonly number[]): number[] {
  const weights = columns.map(({ weight = 1 }) => weight)
  const heaviest = weights.indexOf(Math.max(...weights))
  const needed = columns.map(({ head, lines }, index) => {
    const width = widths[index] ?? 0
    return index === heaviest ? width : widest([head, ...cells.flatMap((row) => cellLines(row[index] ?? '', width, lines))])
  })
  const freed = widths.reduce((sum, width, index) => sum + width - (needed[index] ?? 0), 0)
  return needed.map((width, index) => width + (index === heaviest ? freed : 0))
}

function grid(columns: readonly TableColumn[], cells: readonly string[][], widths: readonly number[]): string {
  const heads = columns.map(({ head }) => [styled('dim', head)])
  const rows = cells.map((row) => row.map((cell, index) => cellLines(cell, widths[index] ?? 0, columns[index]?.lines)))
  return [heads, ...rows].flatMap((row) => rowLines(row, columns, widths)).join('\n')
}

/** A row as lines: its cells side by side, each padded to its column's width. */
function rowLines(row: readonly string[][], columns: readonly TableColumn[], widths: readonly number[]): string[] {
  return Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, line) =>
    row
      .map((cell, index) => {
        const text = cell[line] ?? ''
        const padding = ' '.repeat(Math.max(0, (widths[index] ?? 0) - textWidth(text)))
        return columns[index]?.align === 'right' ? padding + text : text + padding
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  )
}

/** A cell's lines: the indent of a part stays, and after the last line that there may be an ellipsis stands for the rest. */
function cellLines(cell: string, width: number, most = Number.POSITIVE_INFINITY): string[] {
  const indent = ' '.repeat(cell.length - cell.trimStart().length)
  const room = width - indent.length
  const lines = wrapLines(cell, room)
  const kept = lines.length > most ? [...lines.slice(0, most - 1), shortened(lines.slice(most - 1).join(' '), room)] : lines
  return kept.map((line) => indent + line)
}

/** A block a row: its first cell, and under it the others with their headings. */
function blocks(cells: readonly string[][], columns: readonly TableColumn[], room: number): string {
  return cells
    .map(([first = '', ...others]) => {
      const rest = others.flatMap((cell, index) => {
        const head = styledWords('dim', `${columns[index + 1]?.head}:`)
        return cell ? wrapLines(`${head} ${cell}`, room - GAP) : []
      })
      return [...wrapLines(first, room), ...rest.map((line) => ' '.repeat(GAP) + line)].join('\n')
    })
    .join('\n\n')
}
