import type { Line } from './text-to-lines.ts'

/** A word of a line: offsets into its text, `to` after its last letter. */
export interface Word {
  from: number
  to: number
  /** Blanks before it in its line; for the first, all that are there. */
  gap: number
}

/** Where the columns of a table begin on a page: offsets into its lines. */
export interface Columns {
  left: readonly number[]
  /** The cells of a column that is set to its middle or to the right begin anywhere from `left` on. */
  ragged: readonly boolean[]
  /** With what words cells begin that are clear of others, their figures as "#". */
  begins: readonly ReadonlySet<string>[]
}

/** A line cut into columns: for each word its column, and another that it may as well belong to, or null. */
export interface CutWords {
  words: readonly Word[]
  columns: readonly number[]
  doubts: readonly (number | null)[]
  /** What the cut costs: how far it is from what the columns let expect. */
  cost: number
}

/** Two readings of a line whose costs differ by less than this are both possible. */
const CLEAR_LEAD = 1.5
/** Cost of one blank alone between two cells; of two, or more, within one. */
const ONE_BLANK_BETWEEN = 2
/** Cost of a cell, with one blank before it, that begins with a word that no clear cell of its column begins with. */
const STRANGE = 1.5
const TWO_BLANKS_WITHIN = 3
const WIDE_GAP_WITHIN = 9
/** So many blanks are not within a cell. */
export const WIDE_GAP = 3
/** Cost of each letter that a cell reaches over the beginning of the next column, and the most of it. */
const OVERREACH = 0.7
const MOST_OVERREACH = 12
/** A cell beside a long one is pushed or pulled by so many letters, which cost little each where one blank parts the two. */
const MOST_PUSHED = 6
const PUSHED = 0.3
/** Cost of a small letter at the beginning of a cell, in a line in which cells begin, and in another. */
const SMALL_FIRST = 3
const SMALL_FURTHER = 0.3
/** Cost of a capital after a small word that ends no sentence, within one cell. */
const CAPITAL_WITHIN = 1
/** A cell that begins further from its column than this costs no more. */
const MOST_DISTANCE = 25
/** The last letter and the blank before a word, and its first letter. */
const CAPITAL_AFTER_SMALL = /^[\p{Ll},] [\p{Lu}£]/u
/** A line is not a row's if it has more words. */
export const MOST_WORDS = 120

/** The words of a line. */
export function wordsOf({ text }: Pick<Line, 'text'>): Word[] {
  let end = 0
  return [...text.matchAll(/\S+/gu)].map((match) => {
    const word = { from: match.index, to: match.index + match[0].length, gap: match.index - end }
    end = word.to
    return word
  })
}

/** A word as one that cells may begin with: its figures are all the same. */
export const beginningOf = ({ text }: Pick<Line, 'text'>, { from, to }: Word) => text.slice(from, to).replace(/\d/gu, '#')

/**
 * The cheapest way to give the words of a line to columns from left to right (Viterbi's algorithm): a cell begins near where its
 * column does, two cells have more than one blank between them, the words of one cell have one. The first `numbered`
 * words are the row's number, which is in the first column alone; where a line `opens` a row, cells seldom
 * begin with a small letter. A word is in doubt where another column costs about as much.
 */
export function cutWords(line: Pick<Line, 'text'>, columns: Columns, numbered: number, opens = false): CutWords {
  const words = wordsOf(line)
  const count = columns.left.length
  const allowed = (at: number, col: number) => (at < numbered ? col === 0 : col > 0)
  const small = words.map(({ from }) => (/^\p{Ll}/u.test(line.text.slice(from, from + 2)) ? (opens ? SMALL_FIRST : SMALL_FURTHER) : 0))
  const capital = words.map(({ from }) => (CAPITAL_AFTER_SMALL.test(line.text.slice(Math.max(0, from - 2), from + 2)) ? CAPITAL_WITHIN : 0))
  const strange = words.map((word) =>
    columns.begins.map((begins) => (word.gap === 1 && !begins.has(beginningOf(line, word)) ? STRANGE : 0)),
  )
  const enter = (from: number | null, at: number, col: number) =>
    enterCost(from, words[at] as Word, col, columns) + (small[at] ?? 0) + (from === null ? 0 : (strange[at]?.[col] ?? 0))
  const step = (from: number, at: number, col: number) =>
    col > from ? enter(from, at, col) : stayCost(from, words[at] as Word, col) + (capital[at] ?? 0)
  const forward: number[][] = []
  const chosen: number[][] = []
  for (const [at, word] of words.entries()) {
    forward.push([])
    chosen.push([])
    for (let col = 0; col < count; col++) {
      const costs = at === 0 ? [enter(null, at, col)] : (forward[at - 1] ?? []).map((cost, from) => cost + step(from, at, col))
      const least = costs.indexOf(Math.min(...costs))
      forward[at]?.push(allowed(at, col) ? (costs[least] ?? Infinity) + reachCost(word, col, columns) : Infinity)
      chosen[at]?.push(least)
    }
  }
  const backward = words.map(() => columns.left.map(() => 0))
  for (let at = words.length - 2; at >= 0; at--)
    for (let col = 0; col < count; col++) {
      const next = words[at + 1] as Word
      const costs = columns.left.map((_, to) =>
        allowed(at + 1, to) ? step(col, at + 1, to) + reachCost(next, to, columns) + (backward[at + 1]?.[to] ?? 0) : Infinity,
      )
      ;(backward[at] as number[])[col] = Math.min(...costs)
    }
  const last = forward.at(-1) ?? []
  const cost = words.length ? Math.min(...last) : 0
  const path: number[] = []
  for (let at = words.length - 1, col = last.indexOf(cost); at >= 0; at--) {
    path.unshift(col)
    col = chosen[at]?.[col] ?? 0
  }
  const doubts = words.map((_, at) => {
    const totals = columns.left.map((_, col) =>
      col === path[at] ? Infinity : (forward[at]?.[col] ?? Infinity) + (backward[at]?.[col] ?? 0),
    )
    const second = Math.min(...totals)
    return second - cost < CLEAR_LEAD ? totals.indexOf(second) : null
  })
  return { words, columns: path, doubts, cost }
}

/** What it costs that a word goes on with the cell in column `from`, in column `col`. */
function stayCost(from: number, word: Word, col: number): number {
  if (col < from) return Infinity
  if (word.gap === 1) return 0
  return word.gap < WIDE_GAP ? TWO_BLANKS_WITHIN : WIDE_GAP_WITHIN
}

/** What it costs that a cell of column `col` begins with a word. */
function enterCost(from: number | null, word: Word, col: number, { left, ragged }: Columns): number {
  const away = word.from - (left[col] ?? 0)
  const tight = from !== null && word.gap === 1
  const far = Math.abs(away)
  const cost = tight ? Math.min(far, MOST_PUSHED) * PUSHED + Math.max(0, far - MOST_PUSHED) : ragged[col] && away > 0 ? 0 : far
  return Math.min(cost, MOST_DISTANCE) + (tight ? ONE_BLANK_BETWEEN : 0)
}

/** What it costs that a word reaches over the beginning of the next column. */
function reachCost({ from, to }: Word, col: number, { left }: Columns): number {
  const next = left[col + 1]
  if (next === undefined) return 0
  return Math.min(MOST_OVERREACH, Math.max(0, Math.min(to - from, to - next + 1))) * OVERREACH
}
