import type { Box } from '../../../../schema/place.ts'
import { isMarkSized } from '../page/boxes.ts'
import type { Edge, PageContent } from '../page/page-content.ts'
import { PAPER, THICK_BORDER_PT } from '../page/tolerances.ts'
import type { DrawingState } from './drawing-state.ts'

/** A filled rectangle no thicker than this is a rule: Word's heaviest table border is 6 pt, and no line of text is so low. */
const RULE_THICKNESS_PT = 4
/** A thick border is at least this many times as tall as it is thick. */
const TALL = 2
/** What runs straight may waver by this much in a path that went through rounding. */
const STRAIGHT_PT = 0.5
/** Shorter strokes are parts of letters, arrows and hatching, not rules. */
const EDGE_MIN_PT = 2

/** The codes that pdfjs packs a path with: move, line, curve, quadratic curve, close. */
const MOVE = 0
const LINE = 1
const CURVE = 2
const QUADRATIC = 3

interface Subpath {
  points: [number, number][]
  curved: boolean
}

/** A packed path's subpaths, in page points. */
function subpathsOf(data: ArrayLike<number>, state: DrawingState): Subpath[] {
  const [a, b, c, d, e, f] = state.ctm
  const at = (i: number): [number, number] => {
    const x = data[i] ?? 0
    const y = data[i + 1] ?? 0
    return [a * x + c * y + e, b * x + d * y + f]
  }
  const subpaths: Subpath[] = []
  let current: Subpath | null = null
  for (let i = 0; i < data.length; ) {
    const code = data[i++]
    if (code === MOVE) {
      current = { points: [at(i)], curved: false }
      subpaths.push(current)
      i += 2
    } else if (code === LINE) {
      current?.points.push(at(i))
      i += 2
    } else if (code === CURVE || code === QUADRATIC) {
      const length = code === CURVE ? 6 : 4
      current?.points.push(at(i + length - 2))
      if (current) current.curved = true
      i += length
    } else if (current?.points[0]) {
      current.points.push(current.points[0])
    }
  }
  return subpaths
}

function boundsOf(points: [number, number][]): Box {
  let [x0, top, x1, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < x0) x0 = x
    if (x > x1) x1 = x
    if (y < top) top = y
    if (y > bottom) bottom = y
  }
  return [x0, top, x1, bottom]
}

function clipped(box: Box, clip: Box): Box | null {
  const x0 = Math.max(box[0], clip[0])
  const top = Math.max(box[1], clip[1])
  const x1 = Math.min(box[2], clip[2])
  const bottom = Math.min(box[3], clip[3])
  return x1 >= x0 && bottom >= top ? [x0, top, x1, bottom] : null
}

function isRectangle({ points, curved }: Subpath): boolean {
  if (curved || points.length < 4 || points.length > 6) return false
  for (let i = 1; i < points.length; i++) {
    const [p, q] = [points[i - 1], points[i]]
    if (p && q && Math.abs(p[0] - q[0]) > STRAIGHT_PT && Math.abs(p[1] - q[1]) > STRAIGHT_PT) return false
  }
  return true
}

const isPaper = (colour: string) => colour === PAPER

function addEdge(edges: Edge[], across: boolean, at: number, from: number, to: number): void {
  if (to - from >= EDGE_MIN_PT) edges.push({ across, at, from, to })
}

const isStraight = (p: [number, number], q: [number, number]) =>
  Math.abs(p[0] - q[0]) <= STRAIGHT_PT !== Math.abs(p[1] - q[1]) <= STRAIGHT_PT

/** Adds a stroke that is thicker than any rule: a highlighter's, or the ground of a heading. */
function addBar(p: [number, number], q: [number, number], thick: number, state: DrawingState, into: PageContent): void {
  const [x0, top, x1, bottom] = boundsOf([p, q])
  const half = thick / 2
  const across = x1 - x0 > bottom - top
  const box = clipped(across ? [x0, top - half, x1, bottom + half] : [x0 - half, top, x1 + half, bottom], state.clip)
  if (box)
    into.fills.push({
      box,
      colour: state.stroke,
      opaque: state.strokeAlpha === 1 && isOpaque({ ...state, fill: state.stroke, fillAlpha: 1 }),
    })
}

function addStroke(subpath: Subpath, state: DrawingState, into: PageContent): void {
  let slanted = subpath.curved
  const thick = state.lineWidth * Math.sqrt(Math.abs(state.ctm[0] * state.ctm[3] - state.ctm[1] * state.ctm[2]))
  for (let i = 1; i < subpath.points.length; i++) {
    const [p, q] = [subpath.points[i - 1], subpath.points[i]]
    if (!p || !q) continue
    const box = clipped(boundsOf([p, q]), state.clip)
    if (!box) continue
    if (thick > RULE_THICKNESS_PT && isStraight(p, q)) addBar(p, q, thick, state, into)
    else if (Math.abs(p[1] - q[1]) <= STRAIGHT_PT) addEdge(into.edges, true, (box[1] + box[3]) / 2, box[0], box[2])
    else if (Math.abs(p[0] - q[0]) <= STRAIGHT_PT) addEdge(into.edges, false, (box[0] + box[2]) / 2, box[1], box[3])
    else slanted = true
  }
  if (slanted) addDrawing(subpath, state, into)
}

function addDrawing(subpath: Subpath, state: DrawingState, into: PageContent): void {
  const box = clipped(boundsOf(subpath.points), state.clip)
  if (box) into.drawings.push(box)
}

/** Whether nothing under a filled rectangle shows through. A highlighter that is an annotation may not say how it mixes: none is grey. */
function isOpaque({ fillAlpha, isBlended, clipIsBox, isAnnotation, fill }: DrawingState): boolean {
  const isGrey = fill.slice(1, 3) === fill.slice(3, 5) && fill.slice(3, 5) === fill.slice(5, 7)
  return fillAlpha === 1 && !isBlended && clipIsBox && (!isAnnotation || isGrey)
}

function addFill(subpath: Subpath, state: DrawingState, into: PageContent): void {
  const box = subpath.points.length > 2 ? clipped(boundsOf(subpath.points), state.clip) : null
  if (!box) return
  if (!isRectangle(subpath)) {
    into.drawings.push(box)
    if (isMarkSized(box) && !state.fillIsPattern && !isPaper(state.fill))
      into.marks.push({ box, colour: state.fill, opaque: isOpaque(state) })
    return
  }
  const width = box[2] - box[0]
  const height = box[3] - box[1]
  if (height <= RULE_THICKNESS_PT && width > height) {
    if (!isPaper(state.fill)) addEdge(into.edges, true, (box[1] + box[3]) / 2, box[0], box[2])
  } else if (width <= RULE_THICKNESS_PT) {
    if (!isPaper(state.fill)) addEdge(into.edges, false, (box[0] + box[2]) / 2, box[1], box[3])
  } else if (state.fillIsPattern) {
    into.shadings.push(box)
  } else {
    // A bar this narrow beside a line of text or more is the wall that a thick border draws, and its colour may be a cell's.
    if (width <= THICK_BORDER_PT && height >= TALL * width && !isPaper(state.fill))
      addEdge(into.edges, false, (box[0] + box[2]) / 2, box[1], box[3])
    into.fills.push({ box, colour: state.fill, opaque: isOpaque(state) })
  }
}

/**
 * Adds what one path paints to the page: rules, filled rectangles, and the boxes of anything that is
 * neither. A thin filled rectangle is a rule: word processors draw their borders so (cf. pdfplumber's `rect_edges`).
 */
export function addPath(data: ArrayLike<number>, paint: { stroke: boolean; fill: boolean }, state: DrawingState, into: PageContent): void {
  for (const subpath of subpathsOf(data, state)) {
    if (paint.fill && state.fillAlpha > 0) addFill(subpath, state, into)
    if (paint.stroke && state.strokeAlpha > 0 && !isPaper(state.stroke)) addStroke(subpath, state, into)
  }
}

/** Adds a path to the clip: its box, which is all that page layouts use. */
export function clipTo(data: ArrayLike<number> | null, state: DrawingState): void {
  const subpaths = data ? subpathsOf(data, state).filter(({ points }) => points.length > 1) : []
  const [first] = subpaths
  if (!first) return
  const box = boundsOf(subpaths.flatMap(({ points }) => points))
  narrowClip(state, box, state.clipIsBox && subpaths.length === 1 && isRectangle(first))
}

/** Adds to the clip a box of the user's space: left, bottom, right, top. */
export function clipToBox(state: DrawingState, corners: ArrayLike<number> | null): void {
  if (!corners || corners.length < 4) return
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(corners)
  clipTo([MOVE, left, bottom, LINE, right, bottom, LINE, right, top, LINE, left, top], state)
}

function narrowClip(state: DrawingState, box: Box, isBox: boolean): void {
  const [x0, top] = state.clip
  state.clip = clipped(box, state.clip) ?? [x0, top, x0, top]
  state.clipIsBox = isBox
}
