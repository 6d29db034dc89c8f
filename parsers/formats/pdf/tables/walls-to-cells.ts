import type { Box } from '../../../../schema/place.ts'

/** A cell of a grid: its first row and column, how many it takes, and its whole box. */
export interface GridCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  box: Box
}

/** Lines between rows and columns, and which of the units between them are one cell. */
export interface Grid {
  xs: number[]
  ys: number[]
  cells: GridCell[]
}

/** Whether a line parts the units on its two sides. `col` and `row` are those of the unit left of or above the line. */
export interface Walls {
  /** Between (row, col) and (row, col + 1). */
  right: (row: number, col: number) => boolean
  /** Between (row, col) and (row + 1, col). */
  below: (row: number, col: number) => boolean
}

/** Puts the units of a grid that no wall parts together into cells. What would not make a rectangle is parted by rows. */
export function wallsToCells(xs: number[], ys: number[], walls: Walls): Grid {
  const rows = ys.length - 1
  const cols = xs.length - 1
  const taken: boolean[] = new Array(Math.max(0, rows * cols)).fill(false)
  const isFree = (row: number, col: number) => row < rows && col < cols && !taken[row * cols + col]
  const cells: GridCell[] = []
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      if (!isFree(row, col)) continue
      let colSpan = 1
      while (isFree(row, col + colSpan) && !walls.right(row, col + colSpan - 1)) colSpan++
      let rowSpan = 1
      while (canGrow(row + rowSpan, col, colSpan, isFree, walls, cols)) rowSpan++
      for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken[r * cols + c] = true
      const box: Box = [xs[col] ?? 0, ys[row] ?? 0, xs[col + colSpan] ?? 0, ys[row + rowSpan] ?? 0]
      cells.push({ row, col, rowSpan, colSpan, box })
    }
  }
  return { xs, ys, cells }
}

/** Whether the cell that ends above `row` takes in this row too: nothing parts it above or inside, and walls are at its sides. */
function canGrow(
  row: number,
  col: number,
  colSpan: number,
  isFree: (r: number, c: number) => boolean,
  walls: Walls,
  cols: number,
): boolean {
  for (let c = col; c < col + colSpan; c++) {
    if (!isFree(row, c) || walls.below(row - 1, c)) return false
    if (c < col + colSpan - 1 && walls.right(row, c)) return false
  }
  const end = col + colSpan - 1
  if (end < cols - 1 && isFree(row, end + 1) && !walls.right(row, end)) return false
  return true
}
