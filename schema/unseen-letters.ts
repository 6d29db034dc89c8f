/**
 * What prints nothing: what Unicode calls ignorable by default (zero widths, marks of the direction of writing, the soft hyphen),
 * and the frame of annotations. Joiners are left out here, since they shape letters of some scripts.
 */
const UNSEEN = /(?![\u200c\u200d])[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/u
/** Joiners where nothing before them takes another shape: after a Latin letter, a figure, a sign or a space. */
const IDLE_JOINER = /(?<!\p{M}|\p{Extended_Pictographic}|(?!\p{Script=Latin})\p{L})[\u200c\u200d]/u
/** Letters that print nothing, one or more. */
export const UNSEEN_LETTERS = new RegExp(`(?:${UNSEEN.source}|${IDLE_JOINER.source})+`, 'gu')

/** Hyphens and dashes that a reader cannot tell from a plainer one. */
const PLAIN_DASHES: ReadonlyMap<string, string> = new Map([
  ['\u2010', '-'],
  ['\u2011', '-'],
  ['\u2012', '-'],
  ['\u2015', '\u2014'],
  ['\u2212', '-'],
  ['\ufe58', '\u2014'],
  ['\ufe63', '-'],
  ['\uff0d', '-'],
])
const ODD_DASH = /[\u2010-\u2012\u2015\u2212\ufe58\ufe63\uff0d]/gu
/** No word is broken at a figure, or between a small letter and a capital: a soft hyphen there is a font's or a converter's plain one. */
const PRINTED_SOFT_HYPHEN = /(?<=\p{N})\u00ad(?=[\p{L}\p{N}])|(?<=\p{L})\u00ad(?=\p{N})|(?<=\p{Ll})\u00ad(?=\p{Lu})/gu

/** What `plainDashes` and `UNSEEN_LETTERS` change, for a quick look: most texts hold none of it. */
const ODD_LETTER = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb\u2010-\u2012\u2015\u2212\ufe58\ufe63\uff0d]/u

/** Whether a text may hold letters that print nothing, or dashes of another kind than the plain ones. */
export function hasOddLetters(text: string): boolean {
  return ODD_LETTER.test(text)
}

/** The text with a plain hyphen or dash for each of its kin, letter for letter, so that all offsets stay. */
export function plainDashes(text: string): string {
  return text.replace(ODD_DASH, (dash) => PLAIN_DASHES.get(dash) ?? dash).replace(PRINTED_SOFT_HYPHEN, '-')
}
