import type { Ink } from './picture.ts'

/** Every third pixel along a row says as much as all. */
const STEP = 3
/** A page with less ink has no lines to go by. */
const LEAST_POINTS = 200
/** Steps of the search in degrees, each around the best of the one before, and how high a row is, in pixels: rows of three would take a smaller turn for none. */
const STEPS = [
  { step: 0.5, high: 3 },
  { step: 0.1, high: 1 },
  { step: 0.02, high: 1 },
]
/** The first looks so far to both sides. */
const FURTHEST = 3
/** Less is not one: turning would only blur. */
const LEAST_SKEW = 0.03

/** How far a page is turned, in degrees clockwise: the angle at which its rows of ink differ most from the white between them. */
export function skewOf(ink: Ink): number {
  const points = inkPoints(ink)
  if (points.xs.length < LEAST_POINTS) return 0
  let best = 0
  for (const [index, { step, high }] of STEPS.entries()) {
    const around = best
    const reach = index === 0 ? FURTHEST : step * 5
    let highest = -1
    for (let degrees = around - reach; degrees <= around + reach + 1e-9; degrees += step) {
      const contrast = rowContrast(points, degrees, high, ink)
      // Among turns of less than a pixel the least is taken.
      if (contrast > highest || (contrast === highest && Math.abs(degrees) < Math.abs(best))) [highest, best] = [contrast, degrees]
    }
  }
  return Math.abs(best) < LEAST_SKEW ? 0 : best
}

/** Where ink is: across and down, as many of both. */
interface Points {
  xs: Uint16Array
  ys: Uint16Array
}

function inkPoints({ width, height, data }: Ink): Points {
  let count = 0
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x += STEP) count += data[y * width + x] ?? 0
  const points: Points = { xs: new Uint16Array(count), ys: new Uint16Array(count) }
  let at = 0
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x += STEP) {
      if (!data[y * width + x]) continue
      points.xs[at] = x
      points.ys[at++] = y
    }
  }
  return points
}

/** How much rows at an angle differ from their neighbours in ink: the squares of the differences, added up. */
function rowContrast({ xs, ys }: Points, degrees: number, high: number, { width, height }: Ink): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(Math.ceil((height + width) / high) + 2)
  const shift = slope > 0 ? width * slope : 0
  for (let at = 0; at < xs.length; at++) {
    const row = Math.floor(((ys[at] ?? 0) - (xs[at] ?? 0) * slope + shift) / high)
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  let contrast = 0
  for (let row = 1; row < rows.length; row++) contrast += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return contrast
}
