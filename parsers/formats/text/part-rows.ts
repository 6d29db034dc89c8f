import type { CutWords } from './line-columns.ts'

/** A line of a table's part on one page, its words given to columns. */
export interface PartLine {
  cut: CutWords
  /** Whether a row's number is in it. */
  counts: boolean
  /** The first letters of its cells by column, null where it has nothing for it. */
  cells: readonly (string | null)[]
}

/** The lines of one row, `to` after its last; those at its ends, its own or not, that may be its neighbour's; columns whose cell is not where those of a row are. */
export interface RowLines {
  from: number
  to: number
  unclear: number[]
  astray: number[]
}

/** A row has no more lines than this. */
const MOST_ROW_LINES = 60
/** A cell that is set to the middle of its row is off it by so many lines at the most: lines of its neighbours are between its own. */
const FREE_OFFSET = 1
const OFFSET = 2
const SMALL_OFFSET = 0.4
/** A cell of a row is in lines that follow each other. */
const HOLE = 3
const SMALL_HOLE = 0.5
/** The first line of a cell seldom begins with a small letter, nor the next line of one with a capital. */
const SMALL_FIRST = 1.5
/** Two ways to part rows whose costs differ by less than this are both possible. */
const CLEAR_LEAD = 1

/** How a part is parted into rows, and what is amiss with it: cells off their place, in pieces, that begin as none does. */
export interface PartedRows {
  rows: RowLines[]
  cost: number
}

/** Rows whose cells begin in the line of the number. Lines before the first number go on with the row of the page before. */
export function rowsFromTop(lines: readonly PartLine[]): PartedRows | null {
  const numbers = lines.flatMap(({ counts }, at) => (counts ? [at] : []))
  let cost = 0
  const rows = numbers.map((from, i): RowLines => {
    const to = numbers[i + 1] ?? lines.length
    const cells = cellsOf(lines, from, to)
    for (const cell of cells) cost += cell.cost + (cell.first - from) * (OFFSET + SMALL_OFFSET)
    return { from, to, unclear: [], astray: cells.filter(({ first }) => first > from).map(({ col }) => col) }
  })
  return rows.some(({ from, to }) => to - from > MOST_ROW_LINES) ? null : { rows, cost }
}

/**
 * Rows whose cells are set to the middle, so that each has about as many lines above its number as below: the parting whose cells
 * are least off the middle, are in one piece and begin as cells do. Lines that another parting as good gives to the neighbour are unclear.
 */
export function rowsAround(lines: readonly PartLine[]): PartedRows | null {
  const numbers = lines.flatMap(({ counts }, at) => (counts ? [at] : []))
  const count = numbers.length
  if (count === 0) return null
  /** Where a row may end: after its number, and no later than the next. */
  const ends = numbers.map((at, i) => (i === count - 1 ? [lines.length] : between(at + 1, numbers[i + 1] ?? at + 1)))
  const startsOf = (row: number) => (row === 0 ? [0] : (ends[row - 1] ?? []))
  const price = numbers.map((at, row) => startsOf(row).map((from) => (ends[row] ?? []).map((to) => rowCost(lines, from, to, at))))
  const forward: number[][] = []
  for (let row = 0; row < count; row++)
    forward.push(
      (ends[row] ?? []).map((_, e) =>
        Math.min(
          ...startsOf(row).map((_, s) => (row === 0 ? 0 : (forward[row - 1]?.[s] ?? Infinity)) + (price[row]?.[s]?.[e] ?? Infinity)),
        ),
      ),
    )
  const backward: number[][] = numbers.map(() => [])
  backward[count - 1] = [0]
  for (let row = count - 2; row >= 0; row--)
    backward[row] = (ends[row] ?? []).map((_, s) =>
      Math.min(...(ends[row + 1] ?? []).map((_, e) => (price[row + 1]?.[s]?.[e] ?? Infinity) + (backward[row + 1]?.[e] ?? Infinity))),
    )
  const rows: RowLines[] = []
  let from = 0
  let shared: number[] = []
  for (let row = 0; row < count; row++) {
    const totals = (ends[row] ?? []).map((_, e) => (forward[row]?.[e] ?? Infinity) + (backward[row]?.[e] ?? Infinity))
    const least = Math.min(...totals)
    if (!Number.isFinite(least)) return null
    const to = ends[row]?.[totals.indexOf(least)] ?? from
    const also = (ends[row] ?? []).filter((_, e) => (totals[e] ?? Infinity) - least < CLEAR_LEAD)
    const unclear = between(Math.min(...also), Math.max(...also) - 1)
    rows.push({ from, to, unclear: [...shared, ...unclear], astray: [] })
    shared = unclear
    from = to
  }
  return { rows, cost: Math.min(...(forward.at(-1) ?? [])) }
}

const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** What a row that is set to the middle costs: how far each cell is off the line of the number. */
function rowCost(lines: readonly PartLine[], from: number, to: number, number: number): number {
  if (to - from > MOST_ROW_LINES || from > number || to <= number) return Infinity
  let cost = 0
  for (const cell of cellsOf(lines, from, to)) {
    const off = Math.abs((cell.first + cell.last) / 2 - number)
    cost += cell.cost + off * SMALL_OFFSET + Math.max(0, off - FREE_OFFSET) * OFFSET
  }
  return cost
}

/** The cells of some lines but the first: where each begins and ends, and what its holes and its first letter cost. */
function cellsOf(lines: readonly PartLine[], from: number, to: number): { col: number; first: number; last: number; cost: number }[] {
  return (lines[from]?.cells ?? []).flatMap((_, col) => {
    const filled = col === 0 ? [] : between(from, to - 1).filter((at) => lines[at]?.cells[col] !== null)
    const [first, last] = [filled[0], filled.at(-1)]
    if (first === undefined || last === undefined) return []
    const holes = filled.slice(1).map((at, i) => at - (filled[i] ?? at) - 1)
    const cost = holes.reduce((sum, hole) => sum + (hole === 0 ? 0 : hole === 1 ? SMALL_HOLE : HOLE), 0)
    return [{ col, first, last, cost: cost + (/^\p{Ll}/u.test(lines[first]?.cells[col] ?? '') ? SMALL_FIRST : 0) }]
  })
}
