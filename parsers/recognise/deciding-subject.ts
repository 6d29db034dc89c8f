import { OF_ANOTHER_TIME } from '../../schema/vocabulary/closing.ts'
import { EMPTY_SUBJECTS, LEAD_INS, NAME_WORDS, NOT_NOW } from '../../schema/vocabulary/openers.ts'
import { isTaughtBody } from './bodies.ts'
import { DECIDING_BODY, NOTED_NOUN } from './deciding-words.ts'
import { foldWords } from './fold.ts'
import { ABBREVIATED } from './sentences.ts'
import { formsIn, formsPattern, formsSource } from './word-forms.ts'

/** A stretch of a text. */
export interface Span {
  start: number
  end: number
}

/** Who is said to decide before a deciding word: nobody, "it was", a body; or what is decided about: a motion, a report. */
export type SubjectKind = 'none' | 'empty' | 'body' | 'motion' | 'thing'

const ADVERBS = String.raw`(?:\p{L}+ly|have|has|therefore|hereby|also|then|further|subsequently)`
const TRAILING_ADVERBS = new RegExp(String.raw`(?:\s+${ADVERBS})+\s*$`, 'iu')
const ANY_ADVERB = new RegExp(String.raw`(?<!\S)${ADVERBS}(?:\s+|$)`, 'gu')
/** "The motion was put to the vote and", "the amendment, as amended, was". */
const MOTION =
  /^(?:(?:the|on a vote the) )?(?:substantive |original )?(?:motion|amendment|resolution|proposition)s?(?: (?:was|were|is|be|as amended|put|and|then|to the vote|unanimously|duly))*$/u
/** "The report was", "the Recommendation, as amended, was": what a narrated decision is about. */
const THING = /^(?:the|this|these|it|all|an?)\b(?![^.;]*\b(?:that|in \d{4})\b)[^.;:]{0,90}\b(?:was|were|is|are)(?:\s+\p{L}+ly)?\s*$/iu
/** What comes before who decides: "Following a discussion, the Committee agreed". */
const LEAD_IN = new RegExp(
  String.raw`^${formsSource(LEAD_INS)}\b(?:[^.;]|(?<=\b(?:${ABBREVIATED}))\.)*?(?:,\s*|\s)(?=(?:(?:the|members?|cabinet|council|executive|it was)\b(?:(?!\b(?:the|members|cabinet|council|it was)\b)[^,.;])*)$)`,
  'iu',
)
/** A lead-in of a few small words, and no more: "After some discussion". */
const LEAD_IN_ALONE = new RegExp(String.raw`^${formsSource(LEAD_INS)}(?:\s\p{Ll}+){1,4},?\s*$`, 'iu')
const STOP = new RegExp(String.raw`[.;:?!](?<!\b(?:${ABBREVIATED}).)["”’)]*\s+`, 'gu')
const OTHER_TIME = formsPattern(NOT_NOW, 'anywhere')
const NAME_WORD = formsPattern(NAME_WORDS)
const LONGEST_NAME_WORDS = 12
/** More letters than these before a deciding word are not a subject. */
const LONGEST_SUBJECT = 300

/** Whether folded words before a deciding word are not, or name nobody: "it was therefore". */
export const namesNobody = (words: string) => words === '' || EMPTY_SUBJECTS.includes(words)

/**
 * What the words between a clause's beginning and a deciding word are, or null where the word opens nothing: reported
 * on another time, said in a condition, or with somebody as the subject who does not decide. Before a word in
 * capitals any name may be.
 */
export function subjectKind(whole: string, capitals: boolean): SubjectKind | null {
  if (whole.length > LONGEST_SUBJECT) return null
  const subject = whole.replace(LEAD_IN, '')
  const words = foldWords(subject)
  if (words === '') return 'none'
  // "Previously it was agreed" is about another time, though it names nobody either.
  if (namesNobody(words) || (!OTHER_TIME.test(subject) && namesNobody(words.replace(ANY_ADVERB, '').trim()))) return 'empty'
  // "After discussion RESOLVED:": in capitals the word needs nobody before it.
  if (capitals && LEAD_IN_ALONE.test(subject) && !OTHER_TIME.test(subject.replace(/^after\b/iu, ''))) return 'empty'
  if (MOTION.test(words)) return 'motion'
  if (THING.test(subject) && NOTED_NOUN.test(subject) && !/\bminutes\b/iu.test(subject)) return 'thing'
  if (OTHER_TIME.test(subject)) return null
  const name = subject
    .replace(/^(?:that|and)\s+/iu, '')
    .replace(TRAILING_ADVERBS, '')
    .trim()
  if (isName(name)) return 'body'
  // "The Leader at Brine RESOLVED": no word says a body, the capitals after it do.
  return capitals &&
    /^\p{Lu}/u.test(name) &&
    /\p{Ll}/u.test(name) &&
    !/\b(?:was|were|is|are|be)$/iu.test(name) &&
    !/[.;:]/u.test(name) &&
    words.split(' ').length <= LONGEST_NAME_WORDS
    ? 'body'
    : null
}

/** Whether words are the name of somebody who decides: capitals and the small words that names hold, a body's word last. */
function isName(name: string): boolean {
  if (isTaughtBody(name)) return true
  const words = name.split(/[\s,]+/u)
  if (words.length > LONGEST_NAME_WORDS || !words.every((word) => /^["“(]?[\p{Lu}&]/u.test(word) || NAME_WORD.test(word))) return false
  // "The Chief Officer (Highways and Parks)": in brackets is what the office is for.
  const folded = foldWords(name.replace(/\s\([^()]*\)$/u, ''))
  return DECIDING_BODY.test(folded) || DECIDING_BODY.test(folded.replace(/ (?:for|of|in|on|and) .*$/u, ''))
}

/** Where the name is in a subject that begins at an offset; null where there is none. */
export function nameIn(subject: string, start: number): Span | null {
  const name = subject
    .replace(LEAD_IN, '')
    .replace(/^\s*(?:that|and)\s+/iu, '')
    .replace(TRAILING_ADVERBS, '')
    .replace(/,\s+(?:having|after|following|on|by)\b.*$/iu, '')
    .trim()
  const at = start + subject.lastIndexOf(name)
  return name === '' ? null : { start: at, end: at + name.length }
}

/**
 * Where the clause around a deciding word begins: after a full stop, a semicolon, a comma or "and". A word in
 * capitals needs nothing that ends before it ("Item 4: Gates AGREED that").
 */
export function startOfClause(before: string, capitals: boolean): number {
  const stop = [...before.matchAll(STOP)].at(-1)
  const from = stop ? stop.index + stop[0].length : 0
  const clause = before.slice(from)
  const named = capitals && from === 0
  if (subjectKind(clause, named) !== null) return from
  // "Seconded by Cllr. Elm it was": printed as a line of its own, the name ends its clause without a comma.
  const comma = [...clause.matchAll(/,\s+(?:and\s+)?|\band\s+(?=$|the\s)|(?<=^seconded by [\p{L}.’' -]{3,50})\s+(?=it was\b)/giu)].at(-1)
  const behind = comma ? from + comma.index + comma[0].length : from
  // "If the Board had money, it agreed": what precedes the comma takes it back.
  const undone = !capitals && /^(?:if|unless|at (?:its|their|the|a) (?:last |previous )?meeting|had|when)\b/iu.test(clause)
  // "OPTIONS CONSIDERED AND REJECTED": where all is in capitals they say nothing.
  const heading =
    capitals && /\p{Lu}{2,}[\s,:–-]*(?:AND\s+)?$/u.test(clause) && !/\b(?:SECONDED|CARRIED|WAS|IT|IS)[\s,]*(?:AND\s+)?$/u.test(clause)
  if (heading) return from
  if (comma && !undone && subjectKind(before.slice(behind), capitals) !== null) return behind
  const near = clause.split(/\s+/u).slice(-4).join(' ')
  return capitals && /\s$/u.test(before) && !OTHER_TIME.test(near) ? before.length : from
}

/** Whether a sentence says that it is about what was done at another time: "The Board approved the bridge in 2019." */
export const ofAnotherTime = formsIn(OF_ANOTHER_TIME, 'anywhere')
