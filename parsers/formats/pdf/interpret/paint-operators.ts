import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Handler, Machine } from './machine.ts'
import { list, number, numbers } from './machine.ts'
import { addPath, clipTo } from './paths-to-edges.ts'

const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const FILLS = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const PICTURES = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
  OPS.paintSolidColorImageMask,
]

/** Adds the box of the picture that fills the unit square of the current matrix (ISO 32000-2, 8.9.5). */
export function addPicture({ state, into, marking }: Machine): void {
  if (!marking.shown) return
  const [a, b, c, d, e, f] = state.ctm
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  into.pictures.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
}

/** Operators that paint paths and pictures, and that clip (ISO 32000-2, 8.5 and 8.9). */
export const PAINT_OPERATORS: readonly [number, Handler][] = [
  [
    OPS.clip,
    (machine) => {
      machine.clipNext = true
    },
  ],
  [
    OPS.eoClip,
    (machine) => {
      machine.clipNext = true
    },
  ],
  [
    OPS.constructPath,
    (machine, [operator, packed]) => {
      const data = numbers(list(packed)[0])
      const paint = { stroke: STROKES.has(number(operator)), fill: FILLS.has(number(operator)) }
      if (data && machine.marking.shown && (paint.stroke || paint.fill)) addPath(data, paint, machine.state, machine.into)
      if (machine.clipNext) clipTo(data, machine.state)
      machine.clipNext = false
    },
  ],
  [
    OPS.shadingFill,
    ({ state, into, marking }) => {
      // A shading paints all that the clip leaves, in colours that change.
      if (marking.shown) into.shadings.push(state.clip)
    },
  ],
  ...PICTURES.map((operator): [number, Handler] => [operator, addPicture]),
]
