import { symbolOf } from '../../passages/symbol-fonts.ts'
import { alongOf, endOf } from '../lines/line.ts'
import { areaOf } from '../page/boxes.ts'
import type { PageContent, Word } from '../page/page-content.ts'
import { addUnseen } from '../page/page-content.ts'
import { SCAN_SHARE, SHADOW_PT, SHADOW_SHARE } from '../page/tolerances.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/gu
const isSymbol = (text: string) => /[\uf000-\uf0ff]/u.test(text)

/** Words are kept by the squares of the page that they begin in: one word may be on a page very often. */
const SQUARE_PT = 64
/** Invisible words lie within the size of a letter over what they say again, and none is larger than this. */
const FURTHEST_COPY_PT = 1000

const square = (at: number) => Math.floor(at / SQUARE_PT)
const placeKey = (text: string, across: number, down: number) => `${across} ${down} ${text}`

/** The same word within reach, of those that were seen before. */
function originalOf(word: Word, reach: number, seen: ReadonlyMap<string, Word[]>): Word | undefined {
  const from = alongOf(word)
  const [left, top] = [square(from - reach), square(word.base - reach)]
  // Counted from 0: far outside of any page there is no next whole number.
  for (let across = 0; across <= square(from + reach) - left; across++) {
    for (let down = 0; down <= square(word.base + reach) - top; down++) {
      const same = seen.get(placeKey(word.text, left + across, top + down))
      const original = same?.find(
        (other) => other.turn === word.turn && Math.abs(alongOf(other) - from) <= reach && Math.abs(other.base - word.base) <= reach,
      )
      if (original) return original
    }
  }
  return undefined
}

/**
 * A page's words without those that a reader does not see: text drawn twice, and invisible text that
 * says again what is visible. Invisible text after a scan is all there is, and stays.
 */
export function cleanWords(content: PageContent): Word[] {
  const scanned = content.pictures.some((box) => areaOf(box) >= SCAN_SHARE * content.width * content.height)
  const hidden = content.words.some((word) => word.hidden)
  // What is seen comes first: it is the original of what is not.
  const ordered = hidden ? [...content.words].sort((a, b) => Number(a.hidden) - Number(b.hidden)) : content.words
  const seen = new Map<string, Word[]>()
  const copies = new Set<Word>()
  for (const word of ordered) {
    const reach =
      word.hidden && !scanned ? Math.min(word.size, FURTHEST_COPY_PT) : Math.min(SHADOW_PT, SHADOW_SHARE * (endOf(word) - alongOf(word)))
    const original = originalOf(word, reach, seen)
    if (original) {
      if (!word.hidden) original.bold = true
      copies.add(word)
      addUnseen(content, 'repeated', word.text)
      continue
    }
    const key = placeKey(word.text, square(alongOf(word)), square(word.base))
    const beside = seen.get(key)
    if (beside) beside.push(word)
    else seen.set(key, [word])
  }
  const kept = copies.size > 0 ? content.words.filter((word) => !copies.has(word)) : content.words
  return kept.flatMap((word) => {
    const text = isSymbol(word.text) ? [...word.text].map(symbolOf).join('') : word.text.replace(CONTROL, '')
    return text === word.text ? [word] : text === '' ? [] : [{ ...word, text }]
  })
}
