import type { Ink, PixelBox } from './picture.ts'

/** Ink that hangs together within a box: its own box and its pixels. */
export interface InkPiece {
  box: PixelBox
  pixels: number
}

/** The pieces of ink within a box, each hanging together at sides or corners. */
export function inkPieces({ width, data }: Ink, [x0, y0, x1, y1]: PixelBox): InkPiece[] {
  const [columns, rows] = [x1 - x0 + 1, y1 - y0 + 1]
  const seen = new Uint8Array(columns * rows)
  const isNew = (column: number, row: number): boolean =>
    column >= 0 &&
    row >= 0 &&
    column < columns &&
    row < rows &&
    !seen[row * columns + column] &&
    data[(y0 + row) * width + x0 + column] === 1
  const pieces: InkPiece[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (!isNew(column, row)) continue
      seen[row * columns + column] = 1
      const stack = [[column, row] as const]
      let [left, top, right, bottom, pixels] = [column, row, column, row, 0]
      for (let at = stack.pop(); at; at = stack.pop()) {
        const [x, y] = at
        pixels++
        ;[left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)]
        for (let dy = -1; dy <= 1; dy++) {
          for (let dx = -1; dx <= 1; dx++) {
            if (!isNew(x + dx, y + dy)) continue
            seen[(y + dy) * columns + x + dx] = 1
            stack.push([x + dx, y + dy])
          }
        }
      }
      pieces.push({ box: [x0 + left, y0 + top, x0 + right, y0 + bottom], pixels })
    }
  }
  return pieces
}
