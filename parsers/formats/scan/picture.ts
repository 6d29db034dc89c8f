/** A page as a picture: one byte a pixel, rows from the top, 0 black to 255 white. */
export interface Gray {
  width: number
  height: number
  data: Uint8Array
}

/** Which pixels of a picture are ink: 1, else 0. */
export interface Ink {
  width: number
  height: number
  data: Uint8Array
}

/** Where a page has less between black and white than this share of its pixels, it was scanned in two tones. */
const LEAST_MIDDLE = 0.06
const DARK = 40
const LIGHT = 215
/** A look at every seventh pixel says as much as one at all. */
const SAMPLE_STEP = 7
/** How a pixel and its neighbours count in softening: the middle, the sides, the corners. */
const WEIGHTS = [4, 2, 1]

/** Four bytes a pixel as one: how light the eye sees it (ITU-R BT.601). */
export function toGray(rgba: Uint8ClampedArray | Uint8Array, width: number, height: number): Gray {
  const data = new Uint8Array(width * height)
  for (let i = 0, j = 0; i < data.length; i++, j += 4)
    data[i] = ((rgba[j] ?? 0) * 77 + (rgba[j + 1] ?? 0) * 151 + (rgba[j + 2] ?? 0) * 28) >> 8
  return { width, height, data }
}

/** A page in two tones, softened, so that strokes and rules hang together when it is turned; any other as it is. */
export function soften(gray: Gray): Gray {
  const { width, height, data } = gray
  let middle = 0
  for (let i = 0; i < data.length; i += SAMPLE_STEP) if ((data[i] ?? 0) > DARK && (data[i] ?? 0) < LIGHT) middle++
  if (middle > (LEAST_MIDDLE * data.length) / SAMPLE_STEP) return gray
  const soft = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) soft[y * width + x] = softPixel(gray, x, y)
  return { width, height, data: soft }
}

function softPixel({ width, height, data }: Gray, x: number, y: number): number {
  let sum = 0
  let count = 0
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue
      const weight = WEIGHTS[Math.abs(dx) + Math.abs(dy)] ?? 0
      sum += weight * (data[(y + dy) * width + x + dx] ?? 255)
      count += weight
    }
  }
  return sum / count
}

/** A piece of a picture, pixels from and to with both ends, in white all round and larger: small letters alone are read better so. */
export function cropPicture(gray: Gray, [x0, y0, x1, y1]: PixelBox, pad: number, zoom: number): Gray {
  const width = (x1 - x0 + 1 + 2 * pad) * zoom
  const height = (y1 - y0 + 1 + 2 * pad) * zoom
  const data = new Uint8Array(width * height).fill(255)
  const at = (x: number, y: number): number => {
    const [column, row] = [Math.min(gray.width - 1, Math.max(0, x0 + x)), Math.min(gray.height - 1, Math.max(0, y0 + y))]
    return gray.data[row * gray.width + column] ?? 255
  }
  for (let y = 0; y < height; y++) {
    const down = y / zoom - pad
    const row = Math.floor(down)
    if (row < -1 || row > y1 - y0 + 1) continue
    for (let x = 0; x < width; x++) {
      const along = x / zoom - pad
      const column = Math.floor(along)
      if (column < -1 || column > x1 - x0 + 1) continue
      const [right, low] = [along - column, down - row]
      const upper = at(column, row) * (1 - right) + at(column + 1, row) * right
      data[y * width + x] = upper * (1 - low) + (at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right) * low
    }
  }
  return { width, height, data }
}

/** Pixels from the left and the top to the right and the bottom, both ends in it. */
export type PixelBox = readonly [x0: number, y0: number, x1: number, y1: number]
