import { remembering } from './remember.ts'

/** Lower case, without accents and apostrophes, every other sign a space: what two printings of the same words share. */
export const foldWords = remembering((text: string): string => {
  // Most lines have none but plain letters, which need no folding of accents.
  if (!/[^\0-\x7f]/.test(text))
    return text
      .toLowerCase()
      .replaceAll("'", '')
      .replaceAll('&', ' and ')
      .replace(/[^a-z0-9%#]+/g, ' ')
      .trim()
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'\u2018\u2019\u201b]/gu, '')
    .replace(/&/gu, ' and ')
    .replace(/[^\p{L}\p{N}%#]+/gu, ' ')
    .trim()
})

/** Folded words without the spaces between them: a heading that a narrow column broke ("Anticipate d completio n date") is the same again. */
export function squeeze(text: string): string {
  return foldWords(text).replaceAll(' ', '')
}

/** A footnote mark stuck to a heading: "Response[iii]", "Timetable²", "Lead Officer *". */
const FOOTNOTE_MARK = /\s*(?:\[[\divxlc]{1,5}\]|[\u00b9\u00b2\u00b3\u2070-\u2079]+|[*†‡]+)\s*$/iu

/** A heading or label as its words only: footnote marks, a closing colon and white space at the end are off. */
export function bareLabel(text: string): string {
  let bare = text.trim()
  for (;;) {
    const next = bare.replace(FOOTNOTE_MARK, '').replace(/[\s:.\-–—]+$/u, '')
    if (next === bare) return bare
    bare = next
  }
}

/** The words of a text that carry meaning, folded, for likeness. */
export function contentWords(text: string): string[] {
  return foldWords(text)
    .split(' ')
    .filter((word) => word !== '' && !STOP_WORDS.has(word))
}

const STOP_WORDS = new Set(
  'a an and are as at be been by for from has have in into is it its of on or our that the their this to was were which will with'.split(
    ' ',
  ),
)
