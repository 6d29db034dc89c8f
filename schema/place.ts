/**
 * A rectangle from the page's top left corner: left edge, top, right edge, bottom. In PDF points; in a spreadsheet in columns
 * and rows, so that the cell B3 is [1, 2, 2, 3].
 */
export type Box = readonly [x0: number, top: number, x1: number, bottom: number]

/**
 * Where something is in its source. A format with pages gives `page` (from 1), and `box` where it
 * knows the geometry; a format of lines gives `lineFrom` and `lineTo` (from 1, both inclusive).
 */
export interface Place {
  page: number | null
  box: Box | null
  lineFrom: number | null
  lineTo: number | null
}

/** A place that nothing is known of: the document as a whole. */
export const NOWHERE: Place = { page: null, box: null, lineFrom: null, lineTo: null }

/** The smallest rectangle that holds both. */
export function unionBox(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

/** The smallest place that holds both, which must be on one page. */
export function unionPlace(a: Place, b: Place): Place {
  const lines = [a.lineFrom, a.lineTo, b.lineFrom, b.lineTo].filter((line) => line !== null)
  return {
    page: a.page ?? b.page,
    box: a.box && b.box ? unionBox(a.box, b.box) : (a.box ?? b.box),
    lineFrom: lines.length ? Math.min(...lines) : null,
    lineTo: lines.length ? Math.max(...lines) : null,
  }
}
