import type { MadeCell, MadeTable } from './made-table.ts'

/** How a table's text is set. Points. */
export interface Setting {
  size: number
  /** Free above and below, and beside the text of a cell. */
  padY: number
  padX: number
  /** White between cells that are boxes of their own. */
  gap: number
  middle: boolean
  /** The column whose letters are larger, or -1. */
  largeColumn: number
  /** Whether a page's end may cut a row, and whether the heading is printed again. */
  cutsRows: boolean
  repeatsHead: boolean
  measure: (text: string, size: number, look: MadeCell['look']) => number
}

export interface PlacedLine {
  text: string
  x: number
  top: number
  size: number
  look: MadeCell['look']
}

/** A cell as it is on a page. */
export interface PlacedCell {
  cell: MadeCell
  x0: number
  top: number
  x1: number
  bottom: number
  lines: PlacedLine[]
}

/** What is of a table on one page. */
export interface TablePart {
  /** Counted from 0 for the first page that the table is on. */
  page: number
  xs: number[]
  ys: number[]
  /** The row of the table that each row shows. */
  rows: number[]
  cells: PlacedCell[]
}

const LEADING = 1.18
const LARGE = 1.6

export const leadingOf = (size: number) => size * LEADING

/** Lines of text that are no wider than `width`. Lines break at spaces only. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  })
}

/** Where a page's text may be, on the first page from `top` on. */
export interface Room {
  top: number
  first: number
  last: number
}

interface SetCell {
  cell: MadeCell
  lines: string[]
  size: number
}

function sizeOf(cell: MadeCell, table: MadeTable, { size, largeColumn }: Setting): number {
  return cell.colSpan === 1 && cell.col === largeColumn && cell.row >= table.headRows ? size * LARGE : size
}

/** The columns' widths by their shares, each at least as wide as its longest word. */
function columnWidths(table: MadeTable, setting: Setting, width: number): number[] {
  const { padX, gap, measure } = setting
  const least = table.widths.map((_, col) => {
    const own = table.cells.filter((cell) => cell.col === col && cell.colSpan === 1)
    const words = own.flatMap((cell) => cell.text.split(/\s/u).map((word) => measure(word, sizeOf(cell, table, setting), cell.look)))
    return Math.max(0, ...words) + 2 * padX + gap + 1
  })
  const total = table.widths.reduce((sum, share) => sum + share, 0)
  const widths = table.widths.map((share, col) => Math.max((width * share) / total, least[col] ?? 0))
  // What narrow columns take beyond their shares, the others give by what they have to spare.
  const spare = widths.map((own, col) => own - (least[col] ?? 0))
  const over = widths.reduce((sum, own) => sum + own, 0) - width
  const all = spare.reduce((sum, own) => sum + own, 0)
  return widths.map((own, col) => own - (over * (spare[col] ?? 0)) / Math.max(1, all))
}

/** Puts the rows of a table on pages, the first from `top` on, all others from `first` on, none below `last`. */
export function layOutTable(
  table: MadeTable,
  setting: Setting,
  { left, width, ...room }: Room & { left: number; width: number },
): TablePart[] {
  const xs = [left]
  for (const own of columnWidths(table, setting, width)) xs.push((xs.at(-1) ?? left) + own)
  const cells = table.cells.map((cell): SetCell => {
    const size = sizeOf(cell, table, setting)
    const room = (xs[cell.col + cell.colSpan] ?? 0) - (xs[cell.col] ?? 0) - 2 * setting.padX - setting.gap
    return { cell, size, lines: cell.text ? wrap(cell.text, room, (text) => setting.measure(text, size, cell.look)) : [] }
  })
  const pages = new TablePages(cells, xs, setting, table, room)
  for (let row = 0; row < table.rows; ) row = pages.addRows(row)
  return pages.parts
}

/** Pages that rows are put on, one group of merged rows after the other. */
class TablePages {
  readonly parts: TablePart[] = []
  readonly cells: readonly SetCell[]
  readonly xs: readonly number[]
  readonly setting: Setting
  readonly table: MadeTable
  readonly room: Room
  #y: number

  constructor(cells: readonly SetCell[], xs: readonly number[], setting: Setting, table: MadeTable, room: Room) {
    this.cells = cells
    this.xs = xs
    this.setting = setting
    this.table = table
    this.room = room
    this.#y = room.top
    this.#begin()
  }

  /** Puts the row and those that its merged cells reach into on a page; returns the row after them. */
  addRows(row: number): number {
    let end = row + 1
    for (let grown = true; grown; ) {
      const reach = Math.max(
        end,
        ...this.cells.filter(({ cell }) => cell.row >= row && cell.row < end).map(({ cell }) => cell.row + cell.rowSpan),
      )
      grown = reach > end
      end = reach
    }
    const heights = this.#heights(row, end)
    const height = heights.reduce((sum, one) => sum + one, 0)
    const free = this.room.last - this.#y
    // A heading, and a row that names what follows, keep to the row after them.
    const keep = row < this.table.headRows || this.#isWhole(row) ? (this.#heights(end, end + 1)[0] ?? 0) : 0
    if (height + keep > free && !(this.#cut(row, end, free) || this.#isFresh())) this.#next()
    if (height > this.room.last - this.#y && end === row + 1) this.#placeCut(row)
    else this.#place(row, heights)
    return end
  }

  #isWhole(row: number): boolean {
    return this.cells.some(({ cell }) => cell.row === row && cell.colSpan === this.table.widths.length)
  }

  #isFresh(): boolean {
    return (this.parts.at(-1)?.rows.length ?? 0) === 0
  }

  #cut(row: number, end: number, free: number): boolean {
    const lines = Math.max(...this.cells.filter(({ cell }) => cell.row === row).map((one) => one.lines.length))
    const isOne = end === row + 1 && row >= this.table.headRows && !this.#isWhole(row)
    const above = Math.floor((free - 2 * this.setting.padY - this.setting.gap) / leadingOf(this.setting.size))
    return this.setting.cutsRows && this.setting.largeColumn < 0 && isOne && above >= 2 && lines - above >= 2
  }

  #heights(row: number, end: number): number[] {
    const { padY, gap, size } = this.setting
    const heightOf = ({ lines, size }: SetCell) => lines.length * leadingOf(size) + 2 * padY + gap
    const heights = Array.from({ length: end - row }, (_, i) =>
      Math.max(
        leadingOf(size) + 2 * padY + gap,
        ...this.cells.filter(({ cell }) => cell.row === row + i && cell.rowSpan === 1).map(heightOf),
      ),
    )
    for (const one of this.cells.filter(({ cell }) => cell.row >= row && cell.row < end && cell.rowSpan > 1)) {
      const [from, to] = [one.cell.row - row, one.cell.row - row + one.cell.rowSpan]
      const lacking = heightOf(one) - heights.slice(from, to).reduce((sum, height) => sum + height, 0)
      if (lacking > 0) heights[to - 1] = (heights[to - 1] ?? 0) + lacking
    }
    return heights
  }

  #begin(): void {
    this.parts.push({ page: this.parts.length, xs: [...this.xs], ys: [this.#y], rows: [], cells: [] })
  }

  #next(): void {
    this.#y = this.room.first
    this.#begin()
    if (this.setting.repeatsHead) this.#place(0, this.#heights(0, this.table.headRows))
  }

  #place(row: number, heights: readonly number[], lines: (one: SetCell) => readonly string[] = (one) => one.lines): void {
    const part = this.parts.at(-1)
    if (!part) return
    const tops = [this.#y]
    for (const height of heights) tops.push((tops.at(-1) ?? 0) + height)
    for (const one of this.cells.filter(({ cell }) => cell.row >= row && cell.row < row + heights.length)) {
      const { cell } = one
      part.cells.push(this.#placed(one, lines(one), tops[cell.row - row] ?? 0, tops[cell.row - row + cell.rowSpan] ?? 0))
    }
    part.ys.push(...tops.slice(1))
    part.rows.push(...heights.map((_, i) => row + i))
    this.#y = tops.at(-1) ?? this.#y
  }

  /** A row that the page's end cuts, as often as it takes. */
  #placeCut(row: number): void {
    const { size, padY, gap } = this.setting
    const own = this.cells.filter(({ cell }) => cell.row === row)
    const most = Math.max(...own.map(({ lines }) => lines.length))
    for (let from = 0; from < most; ) {
      if (from > 0) this.#next()
      const fit = Math.max(1, Math.floor((this.room.last - this.#y - 2 * padY - gap) / leadingOf(size)))
      const to = Math.min(most, from + fit)
      const start = from
      this.#place(row, [(to - start) * leadingOf(size) + 2 * padY + gap], (one) => one.lines.slice(start, to))
      from = to
    }
  }

  #placed({ cell, size }: SetCell, lines: readonly string[], top: number, bottom: number): PlacedCell {
    const { padX, padY, gap, middle, measure } = this.setting
    const [x0, x1] = [this.xs[cell.col] ?? 0, this.xs[cell.col + cell.colSpan] ?? 0]
    const height = lines.length * leadingOf(size)
    const start = middle ? (top + bottom - height) / 2 : top + padY + gap / 2
    // What heads several columns is in their middle.
    const isCentred = cell.colSpan > 1 && cell.colSpan < this.table.widths.length
    return {
      cell,
      x0: x0 + gap / 2,
      top: top + gap / 2,
      x1: x1 - gap / 2,
      bottom: bottom - gap / 2,
      lines: lines.map((text, i) => ({
        text,
        x: isCentred ? (x0 + x1 - measure(text, size, cell.look)) / 2 : x0 + padX + gap / 2,
        top: start + i * leadingOf(size),
        size,
        look: cell.look,
      })),
    }
  }
}
