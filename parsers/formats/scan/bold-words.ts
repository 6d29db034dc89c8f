import type { Ink } from './picture.ts'
import { median, type ScanWord } from './scan-word.ts'

/** Runs of ink longer than this, in parts of a line's height, are level strokes and say nothing of a stem. */
const LONGEST_STEM = 0.3
/** Bold stems are so much thicker than usual ones: 1.4 times and more in the faces that papers are set in. */
const BOLD = 1.22
/** Words so near to each other, in parts of a line's height, are set in one go. */
const SPACE = 1
const SAME_BASE = 0.3
/** Fewer letters have too few stems to go by. */
const LEAST_LETTERS = 2

/**
 * Which words are in bold: stretches of a line whose stems are thicker than those of most letters of the page, beside the
 * height of their lines. A word within a line of others is not distinguished: it has too few stems.
 */
export function boldWords(words: readonly ScanWord[], ink: Ink): Set<ScanWord> {
  const stems = words.map((word) => ({ word, stem: stemOf(word, ink) })).filter(({ stem }) => stem > 0)
  const usual = median(stems.flatMap(({ word, stem }) => Array<number>(word.text.length).fill(stem)))
  const bold = new Set<ScanWord>()
  for (const stretch of stretchesOf(stems)) {
    const letters = stretch.reduce((sum, { word }) => sum + lettersIn(word), 0)
    const all = stretch.reduce((sum, { word, stem }) => sum + stem * lettersIn(word), 0)
    if (letters >= LEAST_LETTERS && all / letters >= BOLD * usual) for (const { word } of stretch) bold.add(word)
  }
  return bold
}

interface Stem {
  word: ScanWord
  /** Its thickness, in parts of the line's height. */
  stem: number
}

const lettersIn = ({ text }: ScanWord): number => text.match(/\p{L}/gu)?.length ?? 0

/** How thick a word's stems are: the usual run of ink along its rows. */
function stemOf({ x0, y0, x1, y1, size }: ScanWord, { width, height, data }: Ink): number {
  if (size <= 0) return 0
  let [runs, pixels] = [0, 0]
  for (let y = Math.max(0, Math.round(y0)); y <= Math.min(height - 1, y1); y++) {
    let run = 0
    for (let x = Math.max(0, Math.round(x0)); x <= Math.min(width - 1, x1) + 1; x++) {
      if (x <= x1 && data[y * width + x]) run++
      else {
        if (run > 0 && run <= LONGEST_STEM * size) {
          runs++
          pixels += run
        }
        run = 0
      }
    }
  }
  return runs === 0 ? 0 : pixels / runs / size
}

/** Words that are beside each other on a line with no more than spaces between. */
function stretchesOf(stems: readonly Stem[]): Stem[][] {
  const lines: Stem[][] = []
  for (const stem of stems.toSorted((a, b) => a.word.base - b.word.base)) {
    const line = lines.findLast(([first]) => first && stem.word.base - first.word.base <= SAME_BASE * stem.word.size)
    if (line) line.push(stem)
    else lines.push([stem])
  }
  return lines.flatMap((line) => {
    const stretches: Stem[][] = []
    for (const stem of line.toSorted((a, b) => a.word.x0 - b.word.x0)) {
      const last = stretches.at(-1)?.at(-1)
      if (last && stem.word.x0 - last.word.x1 <= SPACE * stem.word.size) stretches.at(-1)?.push(stem)
      else stretches.push([stem])
    }
    return stretches
  })
}
