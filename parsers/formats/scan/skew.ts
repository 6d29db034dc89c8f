import type { Ink } from './picture.ts'

/** Every third pixel each way tells as much as all. */
const STEP = 3
/** A page with less ink has no lines to go by. */
const LEAST_POINTS = 200
/** Steps of the search in degrees, each around the best of the one before; the first looks so far to both sides. */
const STEPS = [0.5, 0.1, 0.02]
const FURTHEST = 3
/** Less is none: turning would only blur. */
const LEAST_SKEW = 0.03

/** How far a page is turned, in degrees clockwise: the angle at which its rows of ink differ most from the white between them. */
export function skewOf(ink: Ink): number {
  const points = inkPoints(ink)
  if (points.length < LEAST_POINTS) return 0
  let best = 0
  for (const [index, step] of STEPS.entries()) {
    const around = best
    const reach = index === 0 ? FURTHEST : step * 5
    let highest = -1
    for (let degrees = around - reach; degrees <= around + reach + 1e-9; degrees += step) {
      const contrast = rowContrast(points, degrees, ink)
      if (contrast > highest) [highest, best] = [contrast, degrees]
    }
  }
  return Math.abs(best) < LEAST_SKEW ? 0 : best
}

function inkPoints({ width, height, data }: Ink): [x: number, y: number][] {
  const points: [number, number][] = []
  for (let y = 0; y < height; y += STEP) for (let x = 0; x < width; x += STEP) if (data[y * width + x]) points.push([x, y])
  return points
}

/** How much rows at an angle differ from their neighbours in ink: the squares of the differences, added up. */
function rowContrast(points: readonly [x: number, y: number][], degrees: number, { width, height }: Ink): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(Math.ceil((height + width) / STEP) + 2)
  const shift = slope > 0 ? width * slope : 0
  for (const [x, y] of points) {
    const row = Math.floor((y - x * slope + shift) / STEP)
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  let contrast = 0
  for (let row = 1; row < rows.length; row++) contrast += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return contrast
}
