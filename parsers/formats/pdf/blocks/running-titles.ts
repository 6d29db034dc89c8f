import type { Line } from '../lines/line.ts'
import { textOfWords } from '../lines/words-to-passage.ts'

/** A title is set this much larger than the text. */
const TITLE_SIZE = 1.2
/** And has at least so many words with letters: a marking ("OFFICIAL") has one. */
const WORDS_LEAST = 2

const squeeze = (line: Line) =>
  textOfWords(line.words)
    .replace(/[\s\d]+/gu, '')
    .toLowerCase()

/**
 * The first of the lines that are at the head of page after page in the letters of a title, and are
 * printed nowhere else: a table exported with its title on every page has no other. `furniture` holds the running
 * heads and feet; its first title is content, the repeats are not.
 */
export function runningTitles(furniture: ReadonlySet<Line>, pages: readonly (readonly Line[])[], bodySize: number): Line[] {
  const [first = []] = pages
  const upper = first.slice(
    0,
    Math.max(
      0,
      first.findIndex((line) => !furniture.has(line)),
    ),
  )
  const content = new Set(first.filter((line) => !furniture.has(line)).map(squeeze))
  return upper.filter((line) => {
    const words = line.words.filter((word) => /\p{L}/u.test(word.text))
    return line.size >= TITLE_SIZE * bodySize && words.length >= WORDS_LEAST && !content.has(squeeze(line))
  })
}
