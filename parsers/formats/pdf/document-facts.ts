import type { Line } from './line.ts'
import type { Vocabulary } from './words-to-passage.ts'

/** What holds for a document as a whole, and no single page tells. */
export interface DocumentFacts {
  /** The size that most letters have. */
  bodySize: number
  /** The usual distance between the lines of a paragraph set in a size. */
  pitch: (size: number) => number
  vocabulary: Vocabulary
}

/** The usual distance of lines in parts of their size, where a document has too few lines to tell. */
const PITCH_EM = 1.16
/** Lines of one paragraph are no further apart than this, in parts of their size: 1.5-fold spacing is 1.75. */
const PITCH_MOST_EM = 2

const sizeKey = (size: number) => Math.round(size * 2) / 2

/** Gathers what lines of the whole document, each page's from top to bottom, say of it. */
export function linesToFacts(pages: readonly (readonly Line[])[]): DocumentFacts {
  const letters = new Map<number, number>()
  const pitches = new Map<number, Map<number, number>>()
  const words = new Set<string>()
  const seen = new Set<string>()
  for (const lines of pages) {
    lines.forEach((line, i) => {
      const key = sizeKey(line.size)
      const count = line.words.reduce((sum, word) => sum + word.text.length, 0)
      letters.set(key, (letters.get(key) ?? 0) + count)
      const next = lines[i + 1]
      if (next && sizeKey(next.size) === key) countPitch(pitches, key, next.base - line.base)
      line.words.forEach((word, j) => {
        if (j < line.words.length - 1 || !/[\u00ad\u2010-]$/u.test(word.text)) addWord(words, seen, word.text)
      })
    })
  }
  const bodySize = [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0]
  const usual = new Map([...pitches].map(([key, counts]) => [key, smallestUsual(counts)]))
  return {
    bodySize,
    pitch: (size) => usual.get(sizeKey(size)) ?? PITCH_EM * size,
    vocabulary: { has: (word) => words.has(word.toLowerCase()), hyphenates: doesHyphenate(pages, words) },
  }
}

/** Whether lines end in hyphens that cut words which stand whole elsewhere, about as often as in hyphens of compounds. */
function doesHyphenate(pages: readonly (readonly Line[])[], words: ReadonlySet<string>): boolean {
  let cut = 0
  let compounds = 0
  for (const lines of pages) {
    lines.forEach((line, i) => {
      const head = /(\p{L}+)[\u2010-]$/u.exec(line.words.at(-1)?.text.slice(-LONGEST_WORD) ?? '')?.[1]?.toLowerCase()
      const tail = /^\p{Ll}+/u.exec(lines[i + 1]?.words[0]?.text ?? '')?.[0]
      if (!head || !tail) return
      if (words.has(head + tail)) cut++
      else if (words.has(head) && words.has(tail)) compounds++
    })
  }
  return cut > 0 && cut >= compounds / 2
}

function countPitch(pitches: Map<number, Map<number, number>>, key: number, distance: number): void {
  if (distance < 0.8 * key || distance > PITCH_MOST_EM * key) return
  const counts = pitches.get(key) ?? new Map<number, number>()
  const step = Math.round(distance * 2) / 2
  counts.set(step, (counts.get(step) ?? 0) + 1)
  pitches.set(key, counts)
}

/** The smallest distance that is seen often: lines in paragraphs outnumber the gaps between paragraphs, if not in every size. */
function smallestUsual(counts: Map<number, number>): number {
  const most = Math.max(...counts.values())
  return Math.min(...[...counts].filter(([, count]) => count >= 0.3 * most).map(([step]) => step))
}

/** What stands together without a space and is longer is no word, and its letters need not be looked at. */
const LONGEST_WORD = 500

function addWord(words: Set<string>, seen: Set<string>, text: string): void {
  if (seen.has(text) || text.length > LONGEST_WORD) return
  seen.add(text)
  const bare = text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
  if (!bare) return
  words.add(bare)
  for (const part of bare.split(/[-/]/u)) if (part.length > 1) words.add(part)
}
