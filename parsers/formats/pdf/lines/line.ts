import type { Box } from '../../../../schema/place.ts'
import type { Word } from '../page/page-content.ts'
import { CAPITAL_EM, MIDDLE_EM } from '../page/tolerances.ts'

/** Words that are on one line, from left to right. */
export interface Line {
  page: number
  words: Word[]
  x0: number
  top: number
  x1: number
  bottom: number
  /** The line that most of its letters are on. */
  base: number
  /** The size that most of its letters have. */
  size: number
}

/** The size or baseline that most letters share. */
function usual(words: readonly Word[], of: (word: Word) => number): number {
  const first = words[0]
  if (!first) return 0
  const value = of(first)
  // Nearly every line is set in one size on one baseline.
  if (words.every((word) => Math.abs(of(word) - value) < 0.05)) return value
  const counts = new Map<number, number>()
  for (const word of words) {
    const key = Math.round(of(word) * 10) / 10
    counts.set(key, (counts.get(key) ?? 0) + word.text.length)
  }
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [value, 0])[0]
}

/** How far along its line a word begins, in the direction that it reads. */
export function alongOf(word: Word): number {
  if (word.turn === 90) return word.top
  if (word.turn === 180) return -word.x1
  return word.turn === 270 ? -word.bottom : word.x0
}

/** And how far along it ends. */
export function endOf(word: Word): number {
  if (word.turn === 90) return word.bottom
  if (word.turn === 180) return -word.x0
  return word.turn === 270 ? -word.top : word.x1
}

/** A line of words that are known to be on one. */
export function lineOf(words: Word[], page: number): Line {
  const sorted = [...words].sort((a, b) => alongOf(a) - alongOf(b))
  const [x0, top, x1, bottom] = boxOfWords(sorted)
  return { page, words: sorted, x0, top, x1, bottom, base: usual(sorted, (word) => word.base), size: usual(sorted, (word) => word.size) }
}

/** The smallest box round all words. */
export function boxOfWords(words: readonly { x0: number; top: number; x1: number; bottom: number }[]): Box {
  let [x0, top, x1, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const word of words) {
    x0 = Math.min(x0, word.x0)
    top = Math.min(top, word.top)
    x1 = Math.max(x1, word.x1)
    bottom = Math.max(bottom, word.bottom)
  }
  return words.length ? [x0, top, x1, bottom] : [0, 0, 0, 0]
}

/** Whether all letters of the words are bold. */
export function isBold(words: readonly Word[]): boolean {
  return words.length > 0 && words.every(isBoldOrMark) && words.some((word) => word.bold)
}

/** A paragraph in italics keeps its number and the reference at its end upright. */
const ITALIC_SHARE = 0.75

/** Whether nearly all letters of the lines are slanted. */
export function isItalic(lines: readonly Line[]): boolean {
  let [slanted, all] = [0, 0]
  for (const { words } of lines)
    for (const { italic, text } of words) {
      if (!/\p{L}/u.test(text)) continue
      all += text.length
      if (italic) slanted += text.length
    }
  return all > 0 && slanted >= ITALIC_SHARE * all
}

/** The box that a line is in, or -1. */
export function boxOfLine(line: Line): number {
  return line.words[0]?.box ?? -1
}

/** Whether no letter of a word is plain. */
export function isBoldOrMark(word: Word): boolean {
  return word.bold || !/[\p{L}\p{N}]/u.test(word.text)
}

/** The height that a line is at: in the middle of its small letters. */
export const middle = (line: Pick<Line, 'base' | 'size'>): number => line.base - MIDDLE_EM * line.size

/** The upright middle of lines of one size, by the first base line and the last. */
export const middleOfLines = (first: number, last: number, size: number): number => (first - CAPITAL_EM * size + last) / 2
