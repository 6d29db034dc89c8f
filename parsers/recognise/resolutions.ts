import { RESOLUTION_OPENERS } from '../../schema/vocabulary/papers.ts'
import { PROCEDURAL_PHRASES } from '../../schema/vocabulary/procedure.ts'
import { foldWords } from './fold.ts'

/** Where a resolution begins in a text. */
export interface ResolutionOpener {
  start: number
  /** Where what was resolved begins: behind the opener, its colon or dash, and a vote in brackets; "That" is part of what was resolved. */
  end: number
  text: string
}

const literally = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s+')
const PHRASES = [...RESOLUTION_OPENERS].map(({ phrase }) => phrase).sort((a, b) => b.length - a.length)
/** What may stand between an opener and what was resolved. */
const TAIL = String.raw`\s*(?:[,:;.–—-]+\s*)*(?:\((?:unanimously|nem\.? con\.?|by \d+ votes? to \d+)\)\s*)?(?:[,:;–—-]+\s*)*`
const OPENER = new RegExp(String.raw`(?:^|(?<=[.:;!?]\s))(?:${PHRASES.map(literally).join('|')})(?![\p{L}\p{N}])${TAIL}`, 'giu')
/** One word alone opens a resolution only in capitals, or with a colon, dash or "that" behind it: "Agreed measures …" is a sentence. */
const SINGLE_WORD = /^[\p{L}]+$/u

/** The first resolution that a text opens, at its start or at the start of one of its sentences, or null. */
export function findResolutionOpener(text: string): ResolutionOpener | null {
  for (const match of text.matchAll(OPENER)) {
    const phrase = /^[\p{L}\s]+/u.exec(match[0])?.[0].trim() ?? ''
    const marked =
      /[:–—-]/u.test(match[0].slice(phrase.length)) ||
      /^\s*(?:that\b|to\b|\(\d|\d+[.)])/iu.test(text.slice(match.index + match[0].length)) ||
      text.length <= match.index + match[0].length
    if (SINGLE_WORD.test(phrase) && !marked && phrase !== phrase.toUpperCase()) continue
    if (
      SINGLE_WORD.test(phrase) &&
      !marked &&
      text.length > match.index + match[0].length &&
      !/^that\b/iu.test(text.slice(match.index + match[0].length))
    )
      continue
    return { start: match.index, end: match.index + match[0].length, text: match[0].trim() }
  }
  return null
}

/** Whether an opener is followed by nothing but "that" and a list: then "that" belongs to the opener. */
export function isBareThat(text: string): boolean {
  return /^(?:that\b)?\s*[:;,–—-]*\s*$/iu.test(text)
}

const PROCEDURAL = PROCEDURAL_PHRASES.map(foldWords)

/** Whether a resolution is the meeting's own business, and decides no recommendation. */
export function isProcedural(text: string): boolean {
  const words = ` ${foldWords(text)} `
  return PROCEDURAL.some((phrase) => words.includes(` ${phrase} `))
}
