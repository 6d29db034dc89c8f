import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import type { TextLine } from './text-lines.ts'

/** "+-----+=====+", "+:---:+": a rule over one column or more, wherever it is in its line. */
const RULE_PART = /\+(?:[-=:]+\+)+/gu
/** The first line of a grid: a rule and nothing else. */
const TOP = /^\s*\+(?:[-=:]+\+)+\s*$/u
/** A line of a grid begins and ends with a sign of its frame. */
const GRID_LINE = /^\s*[+|].*[+|]\s*$/u
/** Wider tables are slips or attacks. */
const MOST_COLUMNS = 100

/**
 * The grid that begins at a line, as pandoc, docutils and Emacs draw them, or null where none does. Its lines cross
 * in "+"; a cell that spans leaves the rule between its columns or rows away. A rule of "=" ends the header.
 */
export function gridTable(lines: readonly TextLine[], start: number): DrawnTable | null {
  const top = lines[start]
  if (!top || !TOP.test(top.text) || GRID_LINE.test(lines[start - 1]?.text ?? '')) return null
  let end = start + 1
  while (end < lines.length && GRID_LINE.test(lines[end]?.text ?? '')) end++
  while (end > start && !TOP.test(lines[end - 1]?.text ?? '')) end--
  const grid = lines.slice(start, end)
  const edges = grid.map(({ text }) => ruleEdges(text))
  const rowEdges = edges.flatMap((at, y) => (at.length > 0 ? [y] : []))
  const columnEdges = [...new Set(edges.flat())].toSorted((a, b) => a - b)
  if (rowEdges.length < 2 || columnEdges.length < 2 || columnEdges.length > MOST_COLUMNS) return null
  const cells = cellsOf({ grid, rowEdges, columnEdges })
  const header = rowEdges.findIndex((y, edge) => edge > 0 && edge < rowEdges.length - 1 && isHeaderRule(grid[y]?.text ?? ''))
  return cells && { rows: cells, headerRows: Math.max(0, header), taken: end - start }
}

/** The edges of columns that the rules in a line touch. */
function ruleEdges(text: string): number[] {
  return [...text.matchAll(RULE_PART)].flatMap(({ index, 0: part }) => [...part.matchAll(/\+/gu)].map((cross) => index + cross.index))
}

const isHeaderRule = (text: string) => /^\s*\+(?:[=:]+\+)+\s*$/u.test(text)

interface Grid {
  grid: readonly TextLine[]
  rowEdges: readonly number[]
  columnEdges: readonly number[]
}

/** The cells by row; null where a cell is not a rectangle, which no table has. */
function cellsOf(at: Grid): DrawnCell[][] | null {
  const { rowEdges, columnEdges } = at
  const taken = new Set<number>()
  const [rowCount, columnCount] = [rowEdges.length - 1, columnEdges.length - 1]
  const rows: DrawnCell[][] = []
  for (let row = 0; row < rowCount; row++) {
    const cells: DrawnCell[] = []
    for (let col = 0; col < columnCount; col++) {
      if (taken.has(row * columnCount + col)) continue
      let colSpan = 1
      while (col + colSpan < columnCount && !isParted(at, row, col + colSpan)) colSpan++
      let rowSpan = 1
      while (row + rowSpan < rowCount && !isRuled(at, row + rowSpan, col)) rowSpan++
      for (let y = row; y < row + rowSpan; y++) {
        for (let x = col; x < col + colSpan; x++) {
          const isInside = x === col || !isParted(at, y, x)
          if (taken.has(y * columnCount + x) || !isInside || (y > row && isRuled(at, y, x))) return null
          taken.add(y * columnCount + x)
        }
      }
      cells.push({ rowSpan, colSpan, parts: partsOf(at, [row, row + rowSpan], [col, col + colSpan]) })
    }
    rows.push(cells)
  }
  return rows
}

/** Whether a line stands upright at the left edge of a column throughout a row. */
function isParted({ grid, rowEdges, columnEdges }: Grid, row: number, col: number): boolean {
  const x = columnEdges[col] ?? 0
  return grid.slice((rowEdges[row] ?? 0) + 1, rowEdges[row + 1]).every(({ text }) => text[x] === '|' || text[x] === '+')
}

/** Whether a rule is over a row in one column: text in a cell keeps a blank beside its frame. */
function isRuled({ grid, rowEdges, columnEdges }: Grid, row: number, col: number): boolean {
  const text = grid[rowEdges[row] ?? 0]?.text ?? ''
  return /^[-=:+]+$/u.test(text.slice((columnEdges[col] ?? 0) + 1, columnEdges[col + 1]))
}

function partsOf({ grid, rowEdges, columnEdges }: Grid, rows: readonly [number, number], columns: readonly [number, number]) {
  const [left, right] = columns.map((col) => columnEdges[col] ?? 0) as [number, number]
  return grid
    .slice((rowEdges[rows[0]] ?? 0) + 1, rowEdges[rows[1]])
    .map(({ from, text }) => ({ from: from + left + 1, text: text.slice(left + 1, right) }))
}
