import type { Edge, Fill, Word } from '../page/page-content.ts'
import { PAPER, TEXT_WIDTH_LEAST_PT } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { frameOfStack, goesUnder } from './stack-rules.ts'

/** A band is at least as high as a line of text. */
const HEIGHT_PT = 8
/** The bands of a table, its head among them, and how near to each other they begin and end. */
const BANDS_LEAST = 3
const SAME_END_PT = 2
/** What is higher is a page's ground or a box of text. */
const HEIGHT_MOST_PT = 220

/**
 * Frames of tables whose rows are shaded by turns, each shade one band over the whole width: where a band begins and ends
 * a row does. Text that runs over the white between two bands from side to side is not a row.
 */
export function bandsToFrames(fills: readonly Fill[], words: readonly Word[]): Frame[] {
  const stacks: Edge[][] = []
  const bands = fills.filter(({ box: [x0, top, x1, bottom], colour }) => {
    return colour !== PAPER && x1 - x0 >= TEXT_WIDTH_LEAST_PT && bottom - top >= HEIGHT_PT && bottom - top <= HEIGHT_MOST_PT
  })
  for (const { box } of [...bands].sort((a, b) => a.box[1] - b.box[1])) {
    const [x0, top, x1, bottom] = box
    const edges = [top, bottom].map((at): Edge => ({ across: true, at, from: x0, to: x1 }))
    const stack = stacks.findLast(([first]) => first && Math.abs(first.from - x0) <= SAME_END_PT && Math.abs(first.to - x1) <= SAME_END_PT)
    const [upper] = edges
    const last = stack?.at(-1)
    const touches = last !== undefined && upper !== undefined && Math.abs(upper.at - last.at) <= SAME_END_PT
    if (stack && upper && (touches || goesUnder(stack, upper, words))) stack.push(...edges)
    else stacks.push(edges)
  }
  return stacks.filter((stack) => stack.length >= 2 * BANDS_LEAST).map((stack) => frameOfStack(stack, []))
}
