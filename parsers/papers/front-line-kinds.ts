import { BODY_WORDS, COMMITTEE_SUFFIXES } from '../../schema/vocabulary/bodies.ts'
import {
  APPENDIX_WORDS,
  ATTENDANCE_LABELS,
  EXTRACT_OPENERS,
  FRONT_LABELS,
  FRONT_LINES,
  FRONT_OPENERS,
  REPORT_LINES,
} from '../../schema/vocabulary/fronts.ts'
import { findCouncils, isTaughtBody } from '../recognise/bodies.ts'
import { foldWords } from '../recognise/fold.ts'
import { remembering } from '../recognise/remember.ts'

/** What is longer opens no paper; a line that ends in a stop and is as long as the second is a sentence. */
const LONGEST_OPENING = 260
const SENTENCE_LETTERS = 90
/** What is longer is not a title. */
const LONGEST_TITLE = 180
const PAGE_LINE = /^(?:page )?\d{1,4}(?: of \d{1,4})?$|^(?:official|open|public|draft|not protectively marked|original file)\b.{0,12}$/u
/** "Agenda Item 4", "Minute Item 12 Appendix", folded. */
export const AGENDA_ITEM = /^(?:agenda|minute|committee)?\s?item(?: (?:no|number))?\s?\d{1,3}[a-z]?(?: appendix(?: \w{1,2})?)?$/u
/** The day after the name of a meeting: "Council Meeting Minutes – 20 March 2024". */
const CLOSING_DAY = /[\s,:–—-]+(?:\p{L}+day,? )?(?:\d{1,2}(?:st|nd|rd|th)? \p{L}+|\p{L}+ \d{1,2}(?:st|nd|rd|th)?),? \d{4}$/u
/** When or where a meeting was held. */
export const CLOCK =
  /\b(?:\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm|a\.m|p\.m|noon|hrs|hours)|commenc(?:ing|ed)|held (?:at|in|remotely|virtually|via))\b/iu
/** "Appendix A", folded. */
export const APPENDIX = new RegExp(String.raw`^(?:${APPENDIX_WORDS.join('|')})(?: (?:no )?(?:[a-z]|\d{1,2}[a-z]?|[ivx]{1,4}))?(?= |$)`, 'u')

/** Whether a folded line is one of the phrases, or begins with one. */
export const begins = (folded: string, phrases: readonly string[]) =>
  phrases.some((phrase) => folded === phrase || folded.startsWith(`${phrase} `))

/** Whether a line belongs to the head of a paper: it is short and no sentence, or opens minutes or a list of attendance. */
export function isHeadLine(text: string, body: boolean): boolean {
  if (begins(foldWords(text), ATTENDANCE_LABELS) || (openerOf(text) !== null && CLOCK.test(text))) return true
  return !body && (text.length < SENTENCE_LETTERS || !/[.;,]$/u.test(text))
}

/** Whether a line by itself could be the first of a paper that nothing parts from what precedes it. */
export function opensByItself(text: string): boolean {
  if (text.length > LONGEST_OPENING) return false
  const folded = foldWords(text.slice(0, LONGEST_TITLE))
  return (
    openerOf(text) !== null || AGENDA_ITEM.test(folded) || APPENDIX.test(folded) || councilAlone(text) !== null || bodyAlone(text) !== null
  )
}

/** The kind of sitting's paper that a line opens, or null. */
export const openerOf = remembering((text: string): 'minutes' | 'agenda' | 'decision' | null => {
  const folded = foldWords(text.replace(CLOSING_DAY, ''))
  for (const kind of ['minutes', 'agenda', 'decision'] as const) {
    if (begins(folded, FRONT_OPENERS[kind]) || (FRONT_LINES[kind].includes(folded) && !text.endsWith(':'))) return kind
  }
  if (begins(folded, EXTRACT_OPENERS)) return 'minutes'
  // "Regular Council Meeting Minutes", "Planning Committee – Agenda".
  const named = / (minutes|agenda)$/u.exec(folded)?.[1]
  if (!named || folded.split(' ').length > 9 || /^(?:to|the|approv|confirm|previous|adopt|receive)/u.test(folded)) return null
  return named === 'minutes' ? 'minutes' : 'agenda'
})

/** The label that a line is or begins with, folded, if reports and forms have it on their front. */
export function labelOf(text: string): string | null {
  const label = foldWords(/^([^:|]{2,40})(?:[:|]|$)/u.exec(text)?.[1] ?? '')
  if (FRONT_LABELS.includes(label)) return label
  // "Report of the Director of Place": the label and its value on one line.
  return /^report (?:of|by) (?:the )?(?!review|meeting)/u.test(foldWords(text)) && text.length < 120 ? 'report of' : null
}

/** The council whose name is all that a line says, folded. */
export const councilAlone = remembering((text: string): string | null => {
  const span = text.length <= 80 && !/[:|]/u.test(text) ? findCouncils(text)[0] : undefined
  return span && span.end - span.start >= 0.8 * text.length ? foldWords(text.slice(span.start, span.end)) : null
})

const BODY_ENDS = [...COMMITTEE_SUFFIXES, ...BODY_WORDS].map((name) => foldWords(name))
/** A line that is nothing but a body's name: it ends, or begins, in the word for one and is short. */
export const bodyAlone = remembering((text: string): string | null => {
  const folded = foldWords(text.replace(CLOSING_DAY, ''))
  if (folded === '' || folded.split(' ').length > 9 || !/^\p{Lu}/u.test(text) || /[.;:|]/u.test(text)) return null
  const named = isTaughtBody(text) || BODY_ENDS.some((end) => folded === end || folded.endsWith(` ${end}`))
  return named && councilAlone(text) === null ? folded : null
})

/** Whether a line says nothing of what the paper is about. */
export const isNoTitle = remembering((text: string): boolean => {
  const folded = foldWords(text)
  return (
    folded === '' ||
    PAGE_LINE.test(folded) ||
    REPORT_LINES.includes(folded) ||
    AGENDA_ITEM.test(folded) ||
    APPENDIX.test(folded) ||
    councilAlone(text) !== null ||
    bodyAlone(text) !== null ||
    text.length > LONGEST_TITLE
  )
})
