import { COLUMN_GAP_LEAST_EM, lineToChunks } from './chunks.ts'
import type { Frame } from './edges-to-frames.ts'
import { positions } from './edges-to-frames.ts'
import type { Edge, Word } from './page-content.ts'
import { middleOf } from './page-table.ts'
import { wordsToLines } from './words-to-lines.ts'

/** Rules of one table begin and end this near to each other. */
const SAME_END_PT = 6
/** A line without gaps that takes this much of the width is no table's. */
const FULL_LINE_SHARE = 0.75
/** A rule shorter than this frames no table. */
const RULE_MIN_PT = 72

/**
 * Frames that level rules alone make: rules above each other, as long as each other, with text between.
 * Shorter rules inside of a stack (under a heading that spans columns) belong to it.
 */
export function stackRules(edges: readonly Edge[], words: readonly Word[]): Frame[] {
  const long = edges.filter((edge) => edge.to - edge.from >= RULE_MIN_PT).sort((a, b) => a.at - b.at)
  const stacks: Edge[][] = []
  for (const edge of long) {
    const stack = stacks.findLast((other) => goesUnder(other, edge, words))
    if (stack) stack.push(edge)
    else stacks.push([edge])
  }
  return stacks.filter((stack) => stack.length >= 2).map(frameOf)
}

function goesUnder(stack: Edge[], edge: Edge, words: readonly Word[]): boolean {
  const [first, last] = [stack[0], stack.at(-1)]
  if (!first || !last || Math.abs(first.from - edge.from) > SAME_END_PT || Math.abs(first.to - edge.to) > SAME_END_PT) return false
  const between = words.filter((word) => middleOf(word) > last.at && middleOf(word) < edge.at && word.x1 > edge.from && word.x0 < edge.to)
  if (isRunningText(between, edge.to - edge.from)) return false
  return between.length > 0 && between.every((word) => word.x0 >= edge.from - SAME_END_PT && word.x1 <= edge.to + SAME_END_PT)
}

/** Whether lines between two rules run on from side to side, as paragraphs between two tables do. */
function isRunningText(words: readonly Word[], width: number): boolean {
  const lines = wordsToLines(words, 0)
  const full = lines.filter((line) =>
    lineToChunks(line, COLUMN_GAP_LEAST_EM).some((chunk) => chunk.x1 - chunk.x0 > FULL_LINE_SHARE * width),
  )
  return full.length > 0 && lines.length > 1
}

function frameOf(stack: Edge[]): Frame {
  const from = Math.min(...stack.map((edge) => edge.from))
  const to = Math.max(...stack.map((edge) => edge.to))
  return {
    xs: [from, to],
    ys: positions(stack.map((edge) => edge.at)),
    edges: stack,
    open: { left: true, right: true, top: false, bottom: false },
  }
}
