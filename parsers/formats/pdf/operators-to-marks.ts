import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { DrawingState, Font } from './drawing-state.ts'
import { initialState } from './drawing-state.ts'
import type { Glyph, Marking } from './glyphs-to-words.ts'
import { WordCollector } from './glyphs-to-words.ts'
import type { Matrix } from './matrix.ts'
import { matrixOf, multiply } from './matrix.ts'
import type { PageContent } from './page-content.ts'
import { addPath, clipTo } from './paths-to-edges.ts'

/** What a page's operators need from the document around them. */
export interface Surroundings {
  font: (key: string) => Font
  /** Index into `PageContent.tags` of a marked-content id, or -1. */
  tagOf: (mcid: number) => number
  /** Whether an optional content group is shown. */
  isShown: (group: unknown) => boolean
}

interface OperatorList {
  fnArray: number[]
  argsArray: unknown[]
}

const STROKES = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const FILLS = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke, OPS.closeFillStroke, OPS.closeEOFillStroke])
const PICTURES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
  OPS.paintImageMaskXObjectRepeat,
  OPS.paintInlineImageXObjectGroup,
  OPS.paintImageMaskXObjectGroup,
])

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const number = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)
const numbers = (value: unknown): ArrayLike<number> | null =>
  value instanceof Float32Array || (Array.isArray(value) && value.every((item) => typeof item === 'number')) ? value : null

interface Marked extends Marking {
  shown: boolean
}

/**
 * Interprets one page: adds its words, rules, fills and pictures to `into`. One pass over the operators
 * does for all of them, so that a page is never parsed twice. The graphics model is that of
 * ISO 32000-2, 8.4 (state), 8.5 (paths) and 9.4 (text).
 */
export function operatorsToMarks(operators: OperatorList, viewport: Matrix, around: Surroundings, into: PageContent): void {
  const collector = new WordCollector()
  let state = initialState(viewport, into.width, into.height)
  const saved: DrawingState[] = []
  const marked: Marked[] = []
  let marking: Marked = { tag: -1, artifact: false, shown: true }
  let text: Matrix = matrixOf(null)
  let lineStart: Matrix = text
  let clipNext = false
  /** The last operator changed the matrix: with nothing painted after it, a picture was left out there. */
  let placed = false

  const moveLine = (x: number, y: number) => {
    lineStart = multiply(lineStart, [1, 0, 0, 1, x, y])
    text = lineStart
  }
  const addPicture = () => {
    const [a, b, c, d, e, f] = state.ctm
    const xs = [e, e + a, e + c, e + a + c]
    const ys = [f, f + b, f + d, f + b + d]
    into.pictures.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
  }

  for (let i = 0; i < operators.fnArray.length; i++) {
    const args = list(operators.argsArray[i])
    const operator = operators.fnArray[i] ?? 0
    const wasPlaced = placed
    placed = false
    switch (operator) {
      case OPS.showText: {
        const shift = marking.shown ? collector.show(list(args[0]) as (Glyph | number)[], multiply(state.ctm, text), state, marking) : 0
        text = multiply(text, [1, 0, 0, 1, shift * state.horizontalScale, 0])
        break
      }
      case OPS.setFont:
        state.font = around.font(String(args[0]))
        state.size = number(args[1])
        break
      case OPS.moveText:
        moveLine(number(args[0]), number(args[1]))
        break
      case OPS.setLeadingMoveText:
        state.leading = -number(args[1])
        moveLine(number(args[0]), number(args[1]))
        break
      case OPS.nextLine:
        moveLine(0, -state.leading)
        break
      case OPS.setTextMatrix:
        text = matrixOf(numbers(args[0]) ?? numbers(args))
        lineStart = text
        break
      case OPS.beginText:
        text = matrixOf(null)
        lineStart = text
        break
      case OPS.setCharSpacing:
        state.charSpacing = number(args[0])
        break
      case OPS.setWordSpacing:
        state.wordSpacing = number(args[0])
        break
      case OPS.setHScale:
        state.horizontalScale = number(args[0]) / 100
        break
      case OPS.setLeading:
        state.leading = number(args[0])
        break
      case OPS.setTextRise:
        state.rise = number(args[0])
        break
      case OPS.setTextRenderingMode:
        state.renderMode = number(args[0])
        break
      case OPS.save:
        saved.push({ ...state })
        break
      case OPS.restore:
        // A picture that was left out for its size shows as a placement with nothing painted in it.
        if (wasPlaced) addPicture()
        state = saved.pop() ?? state
        break
      case OPS.transform:
        state.ctm = multiply(state.ctm, matrixOf(numbers(args)))
        placed = true
        break
      case OPS.paintFormXObjectBegin:
        saved.push({ ...state })
        if (numbers(args[0])) state.ctm = multiply(state.ctm, matrixOf(numbers(args[0])))
        break
      case OPS.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case OPS.beginAnnotation: {
        saved.push({ ...state })
        const [, rect, transform, matrix] = args
        void rect
        state.ctm = multiply(multiply(state.ctm, matrixOf(numbers(transform))), matrixOf(numbers(matrix)))
        break
      }
      case OPS.endAnnotation:
        state = saved.pop() ?? state
        break
      case OPS.setFillRGBColor:
        state.fill = String(args[0])
        break
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0])
        break
      case OPS.setFillTransparent:
        state.fill = '#ffffff'
        break
      case OPS.setStrokeTransparent:
        state.stroke = '#ffffff'
        break
      case OPS.setLineWidth:
        state.lineWidth = number(args[0])
        break
      case OPS.setGState:
        for (const pair of list(args[0])) {
          const [key, value] = list(pair)
          if (key === 'ca') state.fillAlpha = number(value)
          else if (key === 'CA') state.strokeAlpha = number(value)
          else if (key === 'LW') state.lineWidth = number(value)
          else if (key === 'Font') {
            state.font = around.font(String(list(value)[0]))
            state.size = number(list(value)[1])
          }
        }
        break
      case OPS.clip:
      case OPS.eoClip:
        clipNext = true
        break
      case OPS.constructPath: {
        const data = numbers(list(args[1])[0])
        const paint = { stroke: STROKES.has(number(args[0])), fill: FILLS.has(number(args[0])) }
        if (data && marking.shown && (paint.stroke || paint.fill)) addPath(data, paint, state, into)
        if (clipNext) state.clip = clipTo(data, state)
        clipNext = false
        break
      }
      case OPS.beginMarkedContent:
      case OPS.beginMarkedContentProps: {
        marked.push(marking)
        const name = args[0] && typeof args[0] === 'object' && 'name' in args[0] ? args[0].name : args[0]
        const tag = typeof args[1] === 'number' && name !== 'OC' ? around.tagOf(args[1]) : marking.tag
        marking = {
          tag,
          artifact: marking.artifact || name === 'Artifact',
          shown: marking.shown && (name !== 'OC' || around.isShown(args[1])),
        }
        break
      }
      case OPS.endMarkedContent:
        marking = marked.pop() ?? marking
        break
      default:
        if (PICTURES.has(operator)) addPicture()
    }
  }
  for (const word of collector.words) {
    if (word.x1 > 0 && word.x0 < into.width && word.bottom > 0 && word.top < into.height) into.words.push(word)
  }
}
