import type { Line } from './line.ts'

/** Characters that word processors set as bullets; the private ones are Symbol's and Wingdings'. */
const BULLET = /^[•●○◦▪■□◆◇➢➤►▶✓✔✗✘❖⁃∙·‣\u2219\uf000-\uf0ff-–—*]$/u
/** A list's label: "(a)", "b)", "1.", "2.1", "iv.", "R3", "Recommendation 4:". */
const LABEL =
  /^(\(?(\d{1,3}|[a-z]|[ivxlc]{1,6})[).]|\(?(\d{1,3}|[a-z]|[ivxlc]{1,6})\)|\d{1,2}(\.\d{1,3}){1,3}\.?|[A-Z]{1,2}\d{1,2}([.:]\d{0,2})?)$/iu

/** Whether a word by itself is a bullet or a label of a list. */
export function isListLabel(text: string): boolean {
  return text === 'o' || BULLET.test(text) || LABEL.test(text)
}

/** A sign that is drawn. */
const DRAWN = /^\p{So}\ufe0f?$/u

/** What follows a bullet is set apart from it by this at least, in parts of the size; what follows an "o" that is one, by a wide space. */
const AFTER_BULLET_EM = 0.1
const APART_EM = 0.6

/** Whether a line begins with a bullet; an "o" is one only when it is well apart, and a tick before words and another sign opens a key. */
export function beginsWithBullet(line: Line): boolean {
  const [first, second] = line.words
  if (!first || !second) return false
  if (DRAWN.test(first.text) && line.words.some(({ text }) => DRAWN.test(text) && text !== first.text)) return false
  const gap = second.x0 - first.x1
  if (first.text === 'o') return gap > APART_EM * line.size
  return BULLET.test(first.text) && gap > AFTER_BULLET_EM * line.size
}

/** Whether a line begins with a number or letter that labels what follows, or with "Recommendation 4". */
export function beginsWithLabel(line: Line): boolean {
  const [first, second] = line.words
  if (!first) return false
  if (LABEL.test(first.text)) return true
  return (
    /^(recommendation|action|objective|conclusion|decision|resolution)$/iu.test(first.text) && /^\d{1,3}([.:)]|$)/u.test(second?.text ?? '')
  )
}
