import type { Word } from '../page/page-content.ts'
import { CAPITAL_EM } from '../page/tolerances.ts'

/** A drop cap is at least this many times as large as the letters that go on after it. */
const LARGE = 1.8
/** Its top is level with that of the line that it begins, and the word it begins is this near, in parts of the smaller size. */
const LEVEL_EM = 0.5
const NEAR_EM = 1

const CAPITAL = /^[“"‘']?\p{Lu}$/u
const GOES_ON = /^\p{L}/u

/**
 * Words with each drop cap (a large first letter that reaches down over several lines of its paragraph) set as the first letter of
 * the word that it begins.
 */
export function lowerDropCaps(words: readonly Word[]): Word[] {
  const set = new Map<Word, Word>()
  const smallest = words.reduce((least, { size }) => Math.min(least, size), Infinity)
  for (const capital of words) {
    if (capital.turn !== 0 || smallest * LARGE > capital.size || !CAPITAL.test(capital.text)) continue
    const first = wordAfter(capital, words)
    if (!first) continue
    const { base, top, bottom, size } = first
    set.set(capital, { ...capital, x1: first.x0, base, top, bottom, size })
    set.set(first, { ...first, glued: true })
  }
  return set.size === 0 ? [...words] : words.map((word) => set.get(word) ?? word)
}

/** The rest of the word that a drop cap begins: at its right, level with its top, and with another line of the paragraph below. */
function wordAfter(capital: Word, words: readonly Word[]): Word | undefined {
  const top = capital.base - CAPITAL_EM * capital.size
  const beside = words.filter(
    (word) =>
      word.turn === 0 &&
      word.size * LARGE <= capital.size &&
      word.x0 >= capital.x1 - NEAR_EM * word.size &&
      word.x0 - capital.x1 <= NEAR_EM * word.size &&
      word.base - CAPITAL_EM * word.size >= top - LEVEL_EM * word.size &&
      word.base <= capital.base + LEVEL_EM * word.size,
  )
  const [first, ...below] = beside.sort((a, b) => a.base - b.base)
  if (!first || !GOES_ON.test(first.text)) return undefined
  const isLevel = Math.abs(first.base - CAPITAL_EM * first.size - top) <= LEVEL_EM * first.size
  return isLevel && below.some((word) => word.base > first.base + first.size * LEVEL_EM) ? first : undefined
}
