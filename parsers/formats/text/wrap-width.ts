import type { Line } from './text-to-lines.ts'

/** Shorter lines end where their text ends, longer ones were never wrapped. */
const SHORTEST_WRAPPED = 40
const LONGEST_WRAPPED = 200
/** From fewer lines no width can be told. */
const FEWEST_SAMPLES = 5
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
  /** Whether the first word of `next` would not have fitted behind `line`. */
  isFull(line: Line, next: Line): boolean
}

/** The width that a text was wrapped at, from its own lines: no width holds for all papers. */
export function wrapWidth(lines: readonly Line[]): WrapWidth {
  const width = textWidth(lines)
  const blocks = blockWidths(lines)
  return {
    isFull(line, next) {
      const needed = breadth(line) + 1 + firstWordLength(next)
      if (line.length > LONGEST_WRAPPED) return false
      if (needed >= width * FULL_SHARE) return true
      const block = blocks.get(line.number)
      if (!block || next.blanksBefore > 0 || block.widest < NARROWEST_BLOCK) return false
      if (block.lines >= FEWEST_BLOCK_LINES) return needed > block.widest * FULL_SHARE
      return width === Number.POSITIVE_INFINITY && line.length >= PLAIN_WRAPPED && needed > block.widest
    },
  }
}

function textWidth(lines: readonly Line[]): number {
  const wrapped = (line: Line): boolean => line.length >= SHORTEST_WRAPPED && line.length <= LONGEST_WRAPPED
  const inBlocks = lines.filter((line, index) => wrapped(line) && lines[index + 1]?.blanksBefore === 0)
  if (inBlocks.length >= FEWEST_SAMPLES) return quantile(inBlocks.map(breadth))
  // Double-spaced throughout: the lines themselves, unless long ones show that nothing was wrapped.
  const single = lines.filter(wrapped)
  const long = lines.filter((line) => line.length > LONGEST_WRAPPED).length
  return single.length >= 2 * FEWEST_SAMPLES && long === 0 && isEven(single) ? quantile(single.map(breadth)) : Number.POSITIVE_INFINITY
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

/** For each line, by number, how many lines stand around it without a blank one, and the breadth of the widest. */
function blockWidths(lines: readonly Line[]): Map<number, { lines: number; widest: number }> {
  const blocks = new Map<number, { lines: number; widest: number }>()
  let block = { lines: 0, widest: 0 }
  for (const line of lines) {
    if (line.blanksBefore > 0 || line.length > LONGEST_WRAPPED) block = { lines: 0, widest: 0 }
    block.lines++
    block.widest = Math.max(block.widest, breadth(line))
    blocks.set(line.number, block)
  }
  return blocks
}
