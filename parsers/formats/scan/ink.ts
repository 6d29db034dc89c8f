import type { Gray, Ink } from './picture.ts'

/** Letters at 200 dots an inch and paper round them lie within so many pixels. */
const RADIUS = 12
/** How much darker than its surroundings ink is, and how much a grey tone may vary (Sauvola and Pietikäinen 2000). */
const DARKER = 0.2
const RANGE = 128

/**
 * Ink by Sauvola's threshold: darker than its surroundings by a share of how much they vary. Sums over squares are taken
 * from tables of sums, so that the time grows with the pixels alone.
 */
export function toInk({ width, height, data }: Gray): Ink {
  const { sums, squares } = sumTables(data, width, height)
  const line = width + 1
  const ink = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - RADIUS) * line, Math.min(height, y + RADIUS + 1) * line]
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - RADIUS), Math.min(width, x + RADIUS + 1)]
      const count = ((right - left) * (bottom - top)) / line
      const within = (table: Uint32Array): number =>
        ((table[bottom + right] ?? 0) - (table[top + right] ?? 0) - (table[bottom + left] ?? 0) + (table[top + left] ?? 0)) >>> 0
      const mean = within(sums) / count
      const deviation = Math.sqrt(Math.max(0, within(squares) / count - mean * mean))
      if ((data[y * width + x] ?? 255) < mean * (1 + DARKER * (deviation / RANGE - 1))) ink[y * width + x] = 1
    }
  }
  return { width, height, data: ink }
}

/** The sums of all pixels above and to the left of each, and of their squares, by what is left of 2³²: what lies within a window is less. */
function sumTables(data: Uint8Array, width: number, height: number): { sums: Uint32Array; squares: Uint32Array } {
  const line = width + 1
  const sums = new Uint32Array(line * (height + 1))
  const squares = new Uint32Array(line * (height + 1))
  for (let y = 0; y < height; y++) {
    let sum = 0
    let square = 0
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] ?? 0
      sum += value
      square += value * value
      sums[(y + 1) * line + x + 1] = (sums[y * line + x + 1] ?? 0) + sum
      squares[(y + 1) * line + x + 1] = (squares[y * line + x + 1] ?? 0) + square
    }
  }
  return { sums, squares }
}
