import type { Line } from '../lines/line.ts'
import { boxOfWords } from '../lines/line.ts'
import { wordsToLines } from '../lines/words-to-lines.ts'
import type { Word } from '../page/page-content.ts'

/** Fewer letters in a row than this may be initials or grades. */
const LETTERS_LEAST = 3
/** Letters of one word are no further apart than this, in parts of their size. */
const LETTER_GAP_EM = 1
/** And no gap between them is this many times another. */
const GAP_RATIO = 1.6

const isLetter = (word: Word | undefined) => word !== undefined && /^\p{Lu}[.,:;]?$/u.test(word.text)

/** Words that are set with their letters apart ("T H A T"), put together; all other words as they are. */
export function joinSpacedLetters(words: readonly Word[], page: number): Word[] {
  if (words.filter(isLetter).length < LETTERS_LEAST) return [...words]
  const joined = new Map<Word, Word | null>()
  for (const line of wordsToLines(words, page)) {
    for (const run of runsOf(line)) {
      const [x0, top, x1, bottom] = boxOfWords(run)
      run.forEach((word, i) => {
        joined.set(word, i === 0 ? { ...word, text: run.map((letter) => letter.text).join(''), x0, top, x1, bottom } : null)
      })
    }
  }
  return words.flatMap((word) => joined.get(word) ?? (joined.has(word) ? [] : [word]))
}

function runsOf(line: Line): Word[][] {
  const runs: Word[][] = []
  let run: Word[] = []
  let least = Infinity
  const close = () => {
    if (run.length >= LETTERS_LEAST) runs.push(run)
    run = []
    least = Infinity
  }
  for (const word of line.words) {
    if (!isLetter(word)) {
      close()
      continue
    }
    const before = run.at(-1)
    const gap = before ? word.x0 - before.x1 : 0
    if (before && (gap > LETTER_GAP_EM * word.size || gap > GAP_RATIO * least + 0.5)) close()
    if (run.length > 0) least = Math.min(least, gap)
    run.push(word)
  }
  close()
  return runs
}
