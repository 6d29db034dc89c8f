import type { Word } from '../page/page-content.ts'
import type { Line } from './line.ts'
import { boxOfWords } from './line.ts'

/** Words of a line nearer than this to each other, in parts of their size, are one chunk: a space is .25 to .35, in justified text up to .6. */
export const CHUNK_GAP_EM = 0.65

/** The least gap between two columns, in parts of the size: half of what cells of a word processor keep free at their sides, more than a space. */
export const COLUMN_GAP_LEAST_EM = 0.42

/** Words of one line that are together. */
export interface Chunk {
  words: Word[]
  x0: number
  x1: number
}

/** A line's words in chunks, from left to right. Between letters larger than the line's a space is wider too. */
export function lineToChunks(line: Line, gapEm = CHUNK_GAP_EM): Chunk[] {
  const chunks: Word[][] = []
  for (const word of line.words) {
    const last = chunks.at(-1)
    const before = last?.at(-1)
    if (last && before && word.x0 - before.x1 <= gapEm * Math.max(line.size, Math.min(before.size, word.size))) last.push(word)
    else chunks.push([word])
  }
  return chunks.map((words) => {
    const [x0, , x1] = boxOfWords(words)
    return { words, x0, x1 }
  })
}
