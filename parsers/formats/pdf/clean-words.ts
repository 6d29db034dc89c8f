import { symbolOf } from './labels.ts'
import type { PageContent, Word } from './page-content.ts'

/** A copy that lies this near to its original is a shadow, or boldness made by printing twice. */
const SHADOW_PT = 2
/** A picture that covers this much of the page is a scan. */
const SCAN_SHARE = 0.5

const isSymbol = (text: string) => /[\uf000-\uf0ff]/u.test(text)

/**
 * A page's words without those that a reader does not see: text drawn twice, and invisible text that
 * says again what is visible. Invisible text behind a scan is all there is, and stays.
 */
export function cleanWords(content: PageContent): Word[] {
  const scanned = content.pictures.some((box) => (box[2] - box[0]) * (box[3] - box[1]) >= SCAN_SHARE * content.width * content.height)
  const hidden = content.words.some((word) => word.hidden)
  // What is seen comes first: it is the original of what is not.
  const ordered = hidden ? [...content.words].sort((a, b) => Number(a.hidden) - Number(b.hidden)) : content.words
  const seen = new Map<string, Word[]>()
  const copies = new Set<Word>()
  for (const word of ordered) {
    const same = seen.get(word.text)
    const reach = word.hidden && !scanned ? word.size : Math.min(SHADOW_PT, 0.4 * (word.x1 - word.x0))
    const original = same?.find((other) => Math.abs(other.x0 - word.x0) <= reach && Math.abs(other.base - word.base) <= reach)
    if (original) {
      if (!word.hidden) original.bold = true
      copies.add(word)
    } else if (same) {
      same.push(word)
    } else {
      seen.set(word.text, [word])
    }
  }
  const kept = copies.size > 0 ? content.words.filter((word) => !copies.has(word)) : content.words
  return kept.map((word) => (isSymbol(word.text) ? { ...word, text: [...word.text].map(symbolOf).join('') } : word))
}
