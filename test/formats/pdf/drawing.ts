/** Paints a shape in a colour, "r g b" of 0 to 1; its middle (a rectangle's corner) in points from the page's bottom left. */

/** A circle of four curves, as word processors and browsers draw it. */
export function disc(x: number, y: number, colour: string, r = 5): string {
  const k = 0.5523 * r
  const curves = [
    [x + r, y + k, x + k, y + r, x, y + r],
    [x - k, y + r, x - r, y + k, x - r, y],
    [x - r, y - k, x - k, y - r, x, y - r],
    [x + k, y - r, x + r, y - k, x + r, y],
  ]
  return `${colour} rg ${x + r} ${y} m ${curves.map((points) => `${points.join(' ')} c`).join(' ')} h f 0 g\n`
}

/** A rectangle from its lower left corner. */
export const rectangle = (x: number, y: number, width: number, height: number, colour: string): string =>
  `${colour} rg ${x} ${y} ${width} ${height} re f 0 g\n`

/** A triangle that is on its side. */
export const triangle = (x: number, y: number, colour: string): string =>
  `${colour} rg ${x - 5} ${y - 5} m ${x + 5} ${y - 5} l ${x} ${y + 5} l h f 0 g\n`

export const GREEN = '0 0.69 0.314'
export const AMBER = '1 0.75 0'
export const RED = '1 0 0'
export const GREY = '0.85 0.85 0.85'
