import type { Gray, Ink } from './picture.ts'

/** Letters at 200 dots an inch and paper round them lie within so many pixels. */
const RADIUS = 12
/** How much darker than its surroundings ink is, and how much a grey tone may vary (Sauvola and Pietikäinen 2000). */
const DARKER = 0.2
const RANGE = 128

/**
 * Ink by Sauvola's threshold: darker than its surroundings by a share of how much they vary. The sums over squares of pixels
 * are carried on from row to row and along each row, so that the time grows with the pixels alone and nothing is kept of them.
 */
export function toInk({ width, height, data }: Gray): Ink {
  const ink = new Uint8Array(width * height)
  const columns = new ColumnSums(width)
  for (let y = -RADIUS; y < height; y++) {
    const [entering, leaving] = [y + RADIUS, y - RADIUS - 1]
    if (entering < height) columns.add(data, entering, 1)
    if (leaving >= 0) columns.add(data, leaving, -1)
    if (y >= 0) inkRow(data, columns, y, Math.min(height, y + RADIUS + 1) - Math.max(0, y - RADIUS), ink)
  }
  return { width, height, data: ink }
}

/** Of each column, the sum of the pixels within reach of a row, and of their squares. */
class ColumnSums {
  readonly sums: Uint32Array
  readonly squares: Uint32Array

  constructor(width: number) {
    this.sums = new Uint32Array(width)
    this.squares = new Uint32Array(width)
  }

  /** Takes a row of pixels in, or out by a sign of -1. */
  add(data: Uint8Array, row: number, sign: 1 | -1): void {
    const { sums, squares } = this
    const width = sums.length
    for (let x = 0; x < width; x++) {
      const value = data[row * width + x] ?? 0
      sums[x] = (sums[x] ?? 0) + sign * value
      squares[x] = (squares[x] ?? 0) + sign * value * value
    }
  }
}

/** Finds the ink of a row whose columns hold the sums of so many rows. */
function inkRow(data: Uint8Array, { sums, squares }: ColumnSums, y: number, rows: number, ink: Uint8Array): void {
  const width = sums.length
  let [sum, square] = [0, 0]
  for (let x = -RADIUS; x < width; x++) {
    const [entering, leaving] = [x + RADIUS, x - RADIUS - 1]
    if (entering < width) {
      sum += sums[entering] ?? 0
      square += squares[entering] ?? 0
    }
    if (leaving >= 0) {
      sum -= sums[leaving] ?? 0
      square -= squares[leaving] ?? 0
    }
    if (x < 0) continue
    const count = (Math.min(width, entering + 1) - Math.max(0, leaving + 1)) * rows
    const mean = sum / count
    const deviation = Math.sqrt(Math.max(0, square / count - mean * mean))
    if ((data[y * width + x] ?? 255) < mean * (1 + DARKER * (deviation / RANGE - 1))) ink[y * width + x] = 1
  }
}
