import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import { middleOf } from '../page/boxes.ts'
import type { Edge, Word } from '../page/page-content.ts'
import { SAME_JOINT_PT, SHORT_RULES_LEAST } from '../page/tolerances.ts'
import type { Frame } from '../rules/edges-to-frames.ts'
import { positions } from '../rules/edges-to-frames.ts'

/** Rules of one table begin and end this near to each other. */
const SAME_END_PT = 6
/** A line without gaps that takes this much of the width is not a table's. */
const FULL_LINE_SHARE = 0.75
/** Among so many rules over the whole width, a shorter one to the right end parts rows; among fewer it is under a head. */
const FULL_RULES_LEAST = 4
/** Labels take no more of a table's width, and a head is at least this high. */
const LABELS_MOST = 0.35
const HEAD_LEAST_PT = 8
/** The pieces of one table's rules meet in the same places, so many of them. */
const SAME_JOINTS_SHARE = 0.5
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
    if (stack && isOfOtherCells(stack, edge)) {
      // The rule above the first row of the next table may be drawn in one piece.
      const top = stack.at(-1)?.joints ? [] : stack.splice(-1)
      stacks.push([...top, edge])
    } else if (stack) stack.push(edge)
    else stacks.push([edge])
  }
  return stacks.filter((stack) => stack.length >= 2).map((stack) => frameOfStack(stack, long))
}

/** Whether a rule is drawn under other cells than a stack's rules: most of its pieces meet where none of theirs do. */
function isOfOtherCells(stack: readonly Edge[], { joints }: Edge): boolean {
  const others = stack.flatMap((edge) => edge.joints ?? [])
  if (!joints?.length || others.length === 0) return false
  const shared = joints.filter((joint) => others.some((other) => Math.abs(other - joint) <= SAME_JOINT_PT))
  return shared.length < SAME_JOINTS_SHARE * joints.length
}

/** Whether a rule goes on with a stack: as long as its rules, and with rows of text between, not paragraphs. */
export function goesUnder(stack: readonly Edge[], edge: Edge, words: readonly Word[]): boolean {
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

/** Rules from a column's border to the right end of a stack: under rows beside cells that go on below. */
function partialRules(stack: readonly Edge[], from: number, to: number, long: readonly Edge[]): Edge[] {
  const [top, bottom] = [stack[0]?.at ?? 0, stack.at(-1)?.at ?? 0]
  const partial = long.filter(
    (edge) =>
      edge.at > top && edge.at < bottom && edge.from > from + SAME_END_PT && Math.abs(edge.to - to) <= SAME_END_PT && !stack.includes(edge),
  )
  if (stack.length >= FULL_RULES_LEAST) return partial
  // What begins in the left part of a table under its ruled-off head goes on past labels.
  const body = stack[0] && stack.find((edge) => edge.at > (stack[0]?.at ?? 0) + HEAD_LEAST_PT && edge.at < bottom)?.at
  const past = partial.filter((edge) => body !== undefined && edge.at > body && edge.from < from + LABELS_MOST * (to - from))
  if (past.length > 0) return past
  const alike = (edge: Edge) => partial.filter((other) => Math.abs(other.from - edge.from) <= SAME_END_PT).length
  return partial.filter((edge) => alike(edge) >= SHORT_RULES_LEAST)
}

/** The frame of rules above each other, with the shorter ones of `long` that part some of its rows. */
export function frameOfStack(stack: readonly Edge[], long: readonly Edge[]): Frame {
  const from = Math.min(...stack.map((edge) => edge.from))
  const to = Math.max(...stack.map((edge) => edge.to))
  const edges = [...stack, ...partialRules(stack, from, to, long)]
  return {
    xs: [from, to],
    ys: positions(edges.map((edge) => edge.at)),
    edges,
    open: { left: true, right: true, top: false, bottom: false },
  }
}
