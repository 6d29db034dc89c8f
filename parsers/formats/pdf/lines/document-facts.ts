import { type WrittenWords, writtenWords } from '../../passages/line-end-hyphens.ts'
import { LINES_OVERLAP_EM } from '../page/tolerances.ts'
import type { Line } from './line.ts'

/** What holds for a document as a whole, and no single page tells. */
export interface DocumentFacts {
  /** The size that most letters have. */
  bodySize: number
  /** The usual distance between the lines of a paragraph set in a size. */
  pitch: (size: number) => number
  vocabulary: WrittenWords
}

/** The usual distance of lines in parts of their size, where a document has too few lines to tell. */
const PITCH_EM = 1.16
/** Lines of one paragraph are no further apart than this, in parts of their size: 1.5-fold spacing is 1.75. */
const PITCH_MOST_EM = 2

const sizeKey = (size: number) => Math.round(size * 2) / 2

/** Gathers what lines of the whole document, each page's from top to bottom, say about it. */
export function linesToFacts(pages: readonly (readonly Line[])[]): DocumentFacts {
  const letters = new Map<number, number>()
  const pitches = new Map<number, Map<number, number>>()
  for (const lines of pages) {
    lines.forEach((line, i) => {
      const key = sizeKey(line.size)
      const count = line.words.reduce((sum, word) => sum + word.text.length, 0)
      letters.set(key, (letters.get(key) ?? 0) + count)
      const next = lines[i + 1]
      if (next && sizeKey(next.size) === key) countPitch(pitches, key, next.base - line.base)
    })
  }
  const bodySize = [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [10, 0])[0]
  const usual = new Map([...pitches].map(([key, counts]) => [key, smallestUsual(counts)]))
  return {
    bodySize,
    pitch: (size) => usual.get(sizeKey(size)) ?? PITCH_EM * size,
    vocabulary: writtenWords(() => pages.flat().map((line) => line.words.map((word) => word.text))),
  }
}

function countPitch(pitches: Map<number, Map<number, number>>, key: number, distance: number): void {
  if (distance < LINES_OVERLAP_EM * key || distance > PITCH_MOST_EM * key) return
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
