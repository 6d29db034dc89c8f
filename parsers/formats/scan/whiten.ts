import type { Gray, Ink } from './picture.ts'

/** Paper is looked for in squares of so many pixels. */
const BLOCK = 40
/** The lightest quarter of a square is paper, even where much is printed. */
const PAPER_SHARE = 0.25
/** What is nearly as light as paper is paper; nothing darker than this is. */
const NEARLY = 0.88
const DARKEST_PAPER = 60
/** Ink with so few neighbours is a speck. */
const SPECK = 2

/** Paper made white and evenly lit, each pixel beside the paper around it; specks are taken out. */
export function whiten(gray: Gray, ink: Ink): Gray {
  const { width, height, data } = gray
  const paperAt = paperLevels(gray)
  const white = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const paper = Math.max(DARKEST_PAPER, paperAt(x, y) * NEARLY)
      const value = data[y * width + x] ?? 255
      white[y * width + x] = value >= paper ? 255 : Math.round((value * 255) / paper)
    }
  }
  wipeSpecks(white, ink)
  return { width, height, data: white }
}

/** How light paper is at a pixel: between the middles of the squares around it. */
function paperLevels({ width, height, data }: Gray): (x: number, y: number) => number {
  const columns = Math.ceil(width / BLOCK)
  const rows = Math.ceil(height / BLOCK)
  const levels = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) levels[row * columns + column] = blockPaper(data, width, height, column, row)
  const nearest = (at: number, most: number): [number, number, number] => {
    const exact = Math.min(most - 1, Math.max(0, at / BLOCK - 0.5))
    const before = Math.floor(exact)
    return [before, Math.min(most - 1, before + 1), exact - before]
  }
  return (x, y) => {
    const [left, right, along] = nearest(x, columns)
    const [top, bottom, down] = nearest(y, rows)
    const across = (row: number): number =>
      (levels[row * columns + left] ?? 255) * (1 - along) + (levels[row * columns + right] ?? 255) * along
    return across(top) * (1 - down) + across(bottom) * down
  }
}

function blockPaper(data: Uint8Array, width: number, height: number, column: number, row: number): number {
  const counts = new Uint32Array(256)
  let pixels = 0
  for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y++) {
    for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x++) {
      const value = data[y * width + x] ?? 0
      counts[value] = (counts[value] ?? 0) + 1
      pixels++
    }
  }
  let level = 255
  for (let left = pixels * PAPER_SHARE - (counts[255] ?? 0); level > 0 && left > 0; left -= counts[level] ?? 0) level--
  return level
}

function wipeSpecks(white: Uint8Array, { width, height, data }: Ink): void {
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      if (!data[y * width + x]) continue
      let near = 0
      for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) near += data[(y + dy) * width + x + dx] ?? 0
      if (near <= SPECK) white[y * width + x] = 255
    }
  }
}
