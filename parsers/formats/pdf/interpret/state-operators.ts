import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PAPER } from '../page/tolerances.ts'
import type { Handler, Machine } from './machine.ts'
import { list, number, numbers } from './machine.ts'
import { matrixOf, multiply } from './matrix.ts'
import { addPicture } from './paint-operators.ts'
import { clipToBox } from './paths-to-edges.ts'

const save = (machine: Machine) => void machine.saved.push({ ...machine.state })

function restore(machine: Machine): void {
  machine.state = machine.saved.pop() ?? machine.state
}

/** A tick is no larger than a letter, however large its box is. */
const TICK_MOST_PT = 12

/** Adds the tick in a box of a form as a word. `corners` in user space: left, bottom, right, top. */
function addTick({ viewport: [a, b, c, d, e, f], collector, into }: Machine, corners: ArrayLike<number> | null): void {
  const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(corners ?? [])
  const [x0, x1] = [a * left + c * bottom + e, a * right + c * top + e].sort((p, q) => p - q)
  const [y0, y1] = [b * left + d * bottom + f, b * right + d * top + f].sort((p, q) => p - q)
  collector.addMark('✓', [x0 ?? 0, y0 ?? 0, x1 ?? 0, y1 ?? 0], Math.min(TICK_MOST_PT, (y1 ?? 0) - (y0 ?? 0)), into.fills.length)
}

/** A graphics state dictionary's entries that matter to reading. */
function setGraphicsState({ state, around }: Machine, entries: unknown): void {
  for (const entry of list(entries)) {
    const [key, value] = list(entry)
    if (key === 'ca') state.fillAlpha = number(value)
    else if (key === 'CA') state.strokeAlpha = number(value)
    else if (key === 'LW') state.lineWidth = number(value)
    else if (key === 'BM') state.isBlended = value !== 'source-over'
    else if (key === 'SMask') state.isBlended = value !== false
    else if (key === 'Font') {
      state.font = around.font(String(list(value)[0]))
      state.size = number(list(value)[1])
    }
  }
}

/** Begins marked content: its tag in the structure tree, whether it is decoration, whether its layer is shown. */
function beginMarkedContent(machine: Machine, args: readonly unknown[]): void {
  const { marking, around } = machine
  machine.marked.push(marking)
  const [first, second] = args
  const name = first !== null && typeof first === 'object' && 'name' in first ? first.name : first
  machine.marking = {
    tag: typeof second === 'number' && name !== 'OC' ? around.tagOf(second) : marking.tag,
    artifact: marking.artifact || name === 'Artifact',
    shown: marking.shown && (name !== 'OC' || around.isShown(second)),
  }
}

/** Operators of the graphics state, of forms and annotations, and of marked content (ISO 32000-2, 8.4, 8.10 and 14.6). */
export const STATE_OPERATORS: readonly [number, Handler][] = [
  [OPS.save, save],
  [
    OPS.restore,
    (machine) => {
      // A picture that was left out for its size shows as a placement with nothing painted in it.
      if (machine.placed) addPicture(machine)
      restore(machine)
    },
  ],
  [
    OPS.transform,
    ({ state }, args) => {
      state.ctm = multiply(state.ctm, matrixOf(numbers(args)))
    },
  ],
  [
    OPS.paintFormXObjectBegin,
    (machine, [matrix, box]) => {
      save(machine)
      machine.state.ctm = multiply(machine.state.ctm, matrixOf(numbers(matrix)))
      clipToBox(machine.state, numbers(box))
    },
  ],
  [OPS.paintFormXObjectEnd, restore],
  [
    OPS.beginAnnotation,
    (machine, [id, box, transform, matrix]) => {
      const ticked = machine.around.isTicked(String(id))
      machine.inButton = ticked !== null
      if (ticked) addTick(machine, numbers(box))
      save(machine)
      Object.assign(machine.state, {
        clip: [0, 0, machine.into.width, machine.into.height],
        clipIsBox: true,
        isBlended: false,
        isAnnotation: true,
      })
      machine.state.ctm = multiply(multiply(machine.viewport, matrixOf(numbers(transform))), matrixOf(numbers(matrix)))
    },
  ],
  [
    OPS.endAnnotation,
    (machine) => {
      machine.inButton = false
      restore(machine)
    },
  ],
  [
    OPS.setLineWidth,
    ({ state }, [width]) => {
      state.lineWidth = number(width)
    },
  ],
  [
    OPS.setFillRGBColor,
    ({ state }, [colour]) => {
      state.fill = String(colour)
      state.fillIsPattern = false
    },
  ],
  [
    OPS.setFillColorN,
    ({ state }) => {
      state.fillIsPattern = true
    },
  ],
  [
    OPS.setStrokeRGBColor,
    ({ state }, [colour]) => {
      state.stroke = String(colour)
    },
  ],
  [
    OPS.setFillTransparent,
    ({ state }) => {
      state.fill = PAPER
    },
  ],
  [
    OPS.setStrokeTransparent,
    ({ state }) => {
      state.stroke = PAPER
    },
  ],
  [OPS.setGState, (machine, [entries]) => setGraphicsState(machine, entries)],
  [OPS.beginMarkedContent, beginMarkedContent],
  [OPS.beginMarkedContentProps, beginMarkedContent],
  [
    OPS.endMarkedContent,
    (machine) => {
      machine.marking = machine.marked.pop() ?? machine.marking
    },
  ],
]
