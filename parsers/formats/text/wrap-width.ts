import { readBullet, readLineLabel } from '../passages/labels.ts'
import { startsLower } from '../passages/sentence-ends.ts'
import type { Line } from './text-to-lines.ts'

/** Shorter lines end where their text ends, longer ones were never wrapped. */
const SHORTEST_WRAPPED = 40
const LONGEST_WRAPPED = 200
/** From fewer lines no width can be told. */
const FEWEST_SAMPLES = 3
/** Of the lines that follow full ones, at least so many begin in small letters where sentences were wrapped, and next to none in a list. */
const SHARE_IN_MID_SENTENCE = 0.3
/** The width is where one line in ten is longer. */
const QUANTILE = 0.9
/** Letters differ in breadth, so that lines of one measure differ in letters by about a sixth. */
const FULL_SHARE = 0.85
/** Capitals are broader by about a quarter. */
const CAPITALS_BREADTH = 1.2
/** A block of lines shows its own width from this many lines, and letters, on. */
const FEWEST_BLOCK_LINES = 3
const NARROWEST_BLOCK = 32
/** Where the text as a whole shows no width, two lines do if the first is at least so long. */
const PLAIN_WRAPPED = 60

/** How wide the text was set, and so which lines were full. */
export interface WrapWidth {
  /** Whether the first word of `next` would not have fitted after `line`. */
  isFull(line: Line, next: Line): boolean
  /** Whether blank lines are within paragraphs: the text was set with double spacing. */
  doubleSpaced: boolean
}

/** The width that a text was wrapped at, from its own lines: no width holds for all papers. */
export function wrapWidth(lines: readonly Line[]): WrapWidth {
  const width = textWidth(lines)
  const blocks = blockWidths(lines)
  return {
    doubleSpaced: isDoubleSpaced(lines),
    isFull(line, next) {
      const needed = breadth(line) + 1 + firstWordLength(next)
      if (line.length > LONGEST_WRAPPED) return false
      if (needed >= width * FULL_SHARE) return true
      const block = blocks.get(line.number)
      if (!block || next.blanksBefore > 0 || block.widest < NARROWEST_BLOCK) return false
      if (block.lines >= FEWEST_BLOCK_LINES && block.inMidSentence >= (block.lines - 1) * SHARE_IN_MID_SENTENCE)
        return needed > block.widest * FULL_SHARE
      return width === Number.POSITIVE_INFINITY && line.length >= PLAIN_WRAPPED && needed > block.widest
    },
  }
}

/** Sentences that go on in small letters do so over a blank line more often than without one. */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  const goingOn = lines.filter((line, index) => index > 0 && goesOn(line) && !line.afterFurniture && !line.opensPage)
  return goingOn.filter((line) => line.blanksBefore > 0).length * 2 > goingOn.length
}

/** It begins in small letters, and with no label: "(a)" does too. */
function goesOn(line: Line): boolean {
  return startsLower(line.text) && readLineLabel(line.text) === null && readBullet(line.text) === null
}

function textWidth(lines: readonly Line[]): number {
  const wrapped = (line: Line): boolean => line.length >= SHORTEST_WRAPPED && line.length <= LONGEST_WRAPPED
  const pairs = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    return next && wrapped(line) ? [{ line, next }] : []
  })
  const inBlocks = pairs.filter(({ next }) => next.blanksBefore === 0)
  if (inBlocks.length >= FEWEST_SAMPLES && runOn(inBlocks)) return quantile(inBlocks.map(({ line }) => breadth(line)))
  // Double-spaced throughout: the lines themselves, unless long ones show that nothing was wrapped.
  const long = lines.some((line) => line.length > LONGEST_WRAPPED)
  const single = pairs.map(({ line }) => line)
  return !long && single.length >= 2 * FEWEST_SAMPLES && runOn(pairs) && isEven(single)
    ? quantile(single.map(breadth))
    : Number.POSITIVE_INFINITY
}

function runOn(pairs: readonly { next: Line }[]): boolean {
  return pairs.filter(({ next }) => startsLower(next.text)).length >= pairs.length * SHARE_IN_MID_SENTENCE
}

/** Whether many lines end near the same column, as wrapped ones do. */
function isEven(lines: readonly Line[]): boolean {
  const width = quantile(lines.map(breadth))
  return lines.filter((line) => breadth(line) >= width * FULL_SHARE).length >= lines.length * 0.4
}

function quantile(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) * QUANTILE)] ?? Number.POSITIVE_INFINITY
}

function breadth(line: Line): number {
  const capitals = line.length <= LONGEST_WRAPPED && line.text === line.text.toUpperCase() && /\p{Lu}/u.test(line.text)
  return capitals ? line.length * CAPITALS_BREADTH : line.length
}

function firstWordLength(line: Line): number {
  return /^\s*(\S{1,40})/u.exec(line.text.slice(0, 400))?.[1]?.length ?? 0
}

interface Block {
  lines: number
  /** The breadth of the widest. */
  widest: number
  /** How many lines begin in small letters. */
  inMidSentence: number
}

/** For each line, by number, the lines that are around it without a blank one. */
function blockWidths(lines: readonly Line[]): Map<number, Block> {
  const blocks = new Map<number, Block>()
  let block = { lines: 0, widest: 0, inMidSentence: 0 }
  for (const line of lines) {
    if (line.blanksBefore > 0 || line.length > LONGEST_WRAPPED) block = { lines: 0, widest: 0, inMidSentence: 0 }
    if (block.lines > 0 && startsLower(line.text)) block.inMidSentence++
    block.lines++
    block.widest = Math.max(block.widest, breadth(line))
    blocks.set(line.number, block)
  }
  return blocks
}
