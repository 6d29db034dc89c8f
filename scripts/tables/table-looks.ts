import type { PlacedCell, TablePart } from './lay-out-table.ts'
import type { MadeTable } from './made-table.ts'

/** The looks that tables have in papers: what is drawn beside their text. */
export const LOOKS = [
  'full grid',
  'row rules',
  'column rules',
  'outer frame',
  'short rules',
  'bands',
  'shaded head',
  'boxes with gaps',
  'double rules',
  'dashed rules',
  'thin rectangles',
  'no rules',
] as const
export type Look = (typeof LOOKS)[number]

/** What a look is drawn with. Points, origin top left. */
export interface Pen {
  line: (x0: number, y0: number, x1: number, y1: number) => void
  dashed: (x0: number, y0: number, x1: number, y1: number) => void
  fill: (x0: number, y0: number, x1: number, y1: number, colour: string) => void
  frame: (x0: number, y0: number, x1: number, y1: number) => void
}

/** How a look differs from table to table. */
export interface Variant {
  /** One of two ways to draw it. */
  second: boolean
  colour: string
}

type Draw = (part: TablePart, table: MadeTable, pen: Pen, variant: Variant) => void

const DOUBLE_PT = 1.8
const THIN_PT = 0.75

const sides = (part: TablePart) => ({
  left: part.xs[0] ?? 0,
  right: part.xs.at(-1) ?? 0,
  top: part.ys[0] ?? 0,
  bottom: part.ys.at(-1) ?? 0,
})

/** The foot of the heading on a page; null where it is not printed. */
function headFoot(part: TablePart, table: MadeTable): number | null {
  const count = part.rows.filter((row) => row < table.headRows).length
  return count > 0 ? (part.ys[count] ?? null) : null
}

const isHead = (cell: PlacedCell, table: MadeTable) => cell.cell.row < table.headRows

/** A line under each cell, from `from` on, and one over the first row. */
function rowRules(part: TablePart, line: Pen['line'], from = 0): void {
  const { top, right } = sides(part)
  line(part.xs[from] ?? 0, top, right, top)
  for (const { cell, x0, x1, bottom } of part.cells)
    if (cell.col + cell.colSpan > from) line(Math.max(x0, part.xs[from] ?? 0), bottom, x1, bottom)
}

/** A line at the right of each cell that another follows, from `from` on. */
function columnRules(part: TablePart, line: Pen['line'], from = 0): void {
  const { right } = sides(part)
  for (const { cell, x1, top, bottom } of part.cells) if (x1 < right - 1 && cell.col + cell.colSpan > from) line(x1, top, x1, bottom)
}

const outline = (part: TablePart, pen: Pen) => {
  const { left, right, top, bottom } = sides(part)
  pen.frame(left, top, right, bottom)
}

const DRAW: Readonly<Record<Look, Draw>> = {
  'full grid': (part, table, pen, { second, colour }) => {
    for (const cell of part.cells) {
      if (second && isHead(cell, table)) pen.fill(cell.x0, cell.top, cell.x1, cell.bottom, colour)
      pen.frame(cell.x0, cell.top, cell.x1, cell.bottom)
    }
  },
  'row rules': (part, table, pen, { second, colour }) => {
    const { left, right, top } = sides(part)
    const foot = headFoot(part, table)
    if (second && foot !== null) pen.fill(left, top, right, foot, colour)
    rowRules(part, pen.line)
  },
  'column rules': (part, _, pen, { second }) => {
    columnRules(part, pen.line)
    if (second) outline(part, pen)
  },
  'outer frame': (part, table, pen, { second, colour }) => {
    const { left, right, top } = sides(part)
    const foot = headFoot(part, table)
    if (foot !== null) {
      if (second) pen.fill(left, top, right, foot, colour)
      pen.line(left, foot, right, foot)
    }
    outline(part, pen)
  },
  'short rules': (part, table, pen, { second }) => {
    const { left, right, top, bottom } = sides(part)
    rowRules(part, pen.line, 1)
    if (second) columnRules(part, pen.line, 1)
    const foot = headFoot(part, table)
    for (const y of [top, foot ?? top, bottom]) pen.line(left, y, right, y)
  },
  bands: (part, table, pen, { second, colour }) => {
    const { left, right } = sides(part)
    part.rows.forEach((row, i) => {
      const [top, bottom] = [part.ys[i] ?? 0, part.ys[i + 1] ?? 0]
      if (row < table.headRows) pen.fill(left, top, right, bottom, '#b8c4d0')
      else if ((row - table.headRows) % 2 === 0) {
        if (!second) pen.fill(left, top, right, bottom, colour)
        else for (const [col, x] of part.xs.slice(1).entries()) pen.fill(part.xs[col] ?? 0, top, x, bottom, colour)
      }
    })
  },
  'shaded head': (part, table, pen, { second, colour }) => {
    for (const cell of part.cells.filter((one) => isHead(one, table)))
      pen.fill(cell.x0, cell.top, cell.x1, cell.bottom, second ? colour : '#1f3a5f')
  },
  'boxes with gaps': (part, table, pen, { second, colour }) => {
    for (const cell of part.cells) {
      if (second) pen.fill(cell.x0, cell.top, cell.x1, cell.bottom, isHead(cell, table) ? '#b8c4d0' : colour)
      else pen.frame(cell.x0, cell.top, cell.x1, cell.bottom)
    }
  },
  'double rules': (part, _, pen, { second }) => {
    const twice: Pen['line'] = (x0, y0, x1, y1) => {
      const [dx, dy] = x0 === x1 ? [DOUBLE_PT / 2, 0] : [0, DOUBLE_PT / 2]
      pen.line(x0 - dx, y0 - dy, x1 - dx, y1 - dy)
      pen.line(x0 + dx, y0 + dy, x1 + dx, y1 + dy)
    }
    rowRules(part, twice)
    if (second) return
    columnRules(part, twice)
    const { left, right, top, bottom } = sides(part)
    for (const x of [left, right]) twice(x, top, x, bottom)
  },
  'dashed rules': (part, _, pen, { second }) => {
    rowRules(part, pen.dashed)
    if (second) return
    columnRules(part, pen.dashed)
    const { left, right, top, bottom } = sides(part)
    for (const x of [left, right]) pen.dashed(x, top, x, bottom)
  },
  'thin rectangles': (part, _, pen, { second }) => {
    // As word processors draw their borders: a piece for each side of each cell.
    const piece: Pen['line'] = (x0, y0, x1, y1) => {
      if (x0 === x1) pen.fill(x0, y0, x0 + THIN_PT, y1, '#000000')
      else pen.fill(x0, y0, x1, y0 + THIN_PT, '#000000')
    }
    rowRules(part, piece)
    if (second) return
    columnRules(part, piece)
    const { left, right, top, bottom } = sides(part)
    for (const x of [left, right]) piece(x, top, x, bottom)
  },
  'no rules': () => {},
}

/** Draws what a look has beside the text of a table's part. */
export const drawLook = (look: Look, ...drawn: Parameters<Draw>): void => DRAW[look](...drawn)

/** Whether the heading of a look is set in white on a dark ground. */
export const hasDarkHead = (look: Look, { second }: Variant): boolean => look === 'shaded head' && !second
/** Whether rules or shades part the rows of a look; else only white does. */
export const partsRows = (look: Look): boolean => !['column rules', 'outer frame', 'shaded head', 'no rules'].includes(look)
