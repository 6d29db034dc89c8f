import type { Outcome } from '../../schema/records.ts'
import { REFERRAL_OPENERS, RESOLUTION_OPENERS } from '../../schema/vocabulary/papers.ts'
import { PROCEDURAL_PHRASES, VOTE_OPENERS } from '../../schema/vocabulary/procedure.ts'
import { VERDICTS } from '../../schema/vocabulary/verdicts.ts'
import { foldWords } from './fold.ts'
import { canonicalNumber } from './numbers.ts'
import { resolutionOutcome } from './verdicts.ts'

/** Where a resolution begins in a text. */
export interface ResolutionOpener {
  start: number
  /** Where what was resolved begins: behind the opener, its colon or dash, and a vote in brackets; "That" is part of what was resolved. */
  end: number
  text: string
}

const literally = (phrase: string) => phrase.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replaceAll(' ', '\\s+')
const PHRASES = [...RESOLUTION_OPENERS.map(({ phrase }) => phrase), ...REFERRAL_OPENERS].sort((a, b) => b.length - a.length)
/** What may stand between an opener and what was resolved. */
const TAIL = String.raw`\s*(?:[,:;.–—-]+\s*)*(?:\((?:unanimously|nem\.? con\.?|by \d+ votes? to \d+)\)\s*)?(?:[,:;–—-]+\s*)*`
const OPENER = new RegExp(
  String.raw`(?:^["“'‘]?|(?<=[.:;!?,]["”’]?\s)|(?<=\band\s)|(?<=\s)(?=\p{Lu}{5}))(?:${PHRASES.map(literally).join('|')})(?![\p{L}\p{N}])${TAIL}`,
  'giu',
)
/** One word alone opens a resolution only in capitals, or with a colon, dash or "that" behind it: "Agreed measures …" is a sentence. */
const SINGLE_WORD = /^[\p{L}]+$/u

/**
 * The first resolution that a text opens, or null: at its start, at the start of one of its sentences or
 * clauses ("moved, seconded and RESOLVED that"), or anywhere in capitals. What somebody says in quotation
 * marks is not resolved by saying it.
 */
export function findResolutionOpener(text: string): ResolutionOpener | null {
  for (const match of text.matchAll(OPENER)) {
    const words = match[0].replace(/^["“'‘]/u, '')
    const start = match.index + match[0].length - words.length
    const end = match.index + match[0].length
    const phrase = /^[\p{L}\s]+/u.exec(words)?.[0].trim() ?? ''
    const rest = text.slice(end, end + 40)
    const marked = /[:–—-]/u.test(words.slice(phrase.length)) || /^(?:that\b|to\b|\(\d|\d+[.)])/iu.test(rest) || rest === ''
    const lineStart = match.index === 0
    const caps = phrase === phrase.toUpperCase()
    if (SINGLE_WORD.test(phrase) && !marked) continue
    // In the middle of a sentence a word or two are only an opener with what opens behind them.
    if (!lineStart && !(marked && (caps || phrase.includes(' ') || /[.:;]\s$/u.test(text.slice(0, start))))) continue
    // "That the Programme be recommended to Council": in small letters, and with nothing that ends a clause before it.
    if (!lineStart && !caps && !/(?:[.:;!?,]["”’]?|\band)\s$/iu.test(text.slice(0, start))) continue
    if (!lineStart && inQuotation(text, start)) continue
    return { start, end, text: text.slice(start, end).trim() }
  }
  return null
}

function inQuotation(text: string, at: number): boolean {
  const before = text.slice(0, at)
  return count(before, /"/gu) % 2 === 1 || count(before, /“/gu) > count(before, /”/gu)
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0

/** Whether an opener is followed by nothing but "that" and a list: then "that" belongs to the opener. */
export function isBareThat(text: string): boolean {
  return /^(?:(?:that\b|to\b)?|that (?:the )?(?:cabinet|executive|council|committee|mayor)(?: member)?)\s*[:;,–—-]*\s*$/iu.test(text)
}

const PROCEDURAL = PROCEDURAL_PHRASES.map(foldWords)

/** Whether a resolution is the meeting's own business, and decides no recommendation. */
export function isProcedural(text: string): boolean {
  const words = ` ${foldWords(text)} `
  return PROCEDURAL.some((phrase) => words.includes(` ${phrase} `))
}

const VOTES = new RegExp(String.raw`^(?:${VOTE_OPENERS.map((phrase) => phrase.replaceAll(' ', '\\s+')).join('|')})(?![\p{L}])`, 'iu')

/** Whether a paragraph behind a resolution says how it was voted on. */
export function isVote(text: string): boolean {
  return text.length < LONGEST_VOTE && VOTES.test(text)
}

const LONGEST_VOTE = 300

/** A recommendation's number in square brackets behind the limb that answers it: "[2.2]", "[Panel recommendation 1.1]". */
const CITATION = /\[(?:[\p{L}’' ]{0,40}?(?:recommendations?|recs?\.?) )?([^[\]]{1,20})\]/giu

/** The numbers of the recommendations that a limb cites in square brackets, canonical. */
export function findCitations(text: string): string[] {
  return [...text.matchAll(CITATION)].flatMap((match) => canonicalNumber(match[1] ?? '') ?? [])
}

/** How far a limb agrees, before what it agrees to: "in principle, to the transfer of …". */
const LEADING_DEGREE = /^(?:(?:that|to)\s)?(?:agrees?\s)?in (principle|part)\b/iu
/** "Recommendation 4 be noted, as it is already the practice": noting is all that the limb does. */
const NOTED_BY_NUMBER = /^(?:that )?(?:the )?recommendations? [^;]{1,60}? be noted\b/iu
/** Agreed, but for what is put in place of something, or kept out: the words are not those that were recommended. */
const AGREED_OTHERWISE =
  /\bbe (?:\w+ly )?(?:agreed|accepted|approved|adopted|endorsed),? (?:save (?:that|for)|except that|with [^;]{1,80} (?:in place of|instead of)|with the (?:addition|deletion|insertion|removal|replacement) of)\b/iu

/** "To reject recommendation 2": the limb says in the active what becomes of a recommendation that it names. */
const ACTIVE =
  /^(?:that )?(?:to )?(accept|agree|approve|endorse|support|reject|disagree|defer|refer|note)s?(?: (?:with|to))? (?:all |the |of ){0,3}recommendations?\b([^;.]{0,120})/iu

/** "RESOLVED: That Cabinet: i. notes …; ii. does not accept …": the limb's verb is the body's, and says what it did. */
const ACTS =
  /^(?:that (?:the )?(?:cabinet|executive|council) )?(notes|rejects|does not (?:accept|agree|support))\b(?![^;]*\b(?:agrees|approves|accepts|adopts)\b)/iu

/** What a limb under an opener did: by its own words where they say it, else by the opener. */
export function limbOutcome(opener: string, text: string): Outcome | null {
  const head = text.slice(0, LONGEST_DECIDING)
  if (REFERRALS.some((phrase) => foldWords(opener).startsWith(phrase))) return /\bto\b/iu.test(opener) ? 'referred' : null
  const outcome = resolutionOutcome(opener, text)
  const active = outcome === 'agreed' ? ACTIVE.exec(head) : null
  if (active) {
    const [, verb = '', tail = ''] = active
    const does = VERDICTS[verb.toLowerCase()] ?? outcome
    const degree = does === 'agreed' ? /\bin (?:principle|part)\b/iu.exec(tail)?.[0].toLowerCase() : undefined
    return degree ? (degree === 'in principle' ? 'agreed_in_principle' : 'agreed_in_part') : does
  }
  const verb = outcome === 'agreed' ? ACTS.exec(head)?.[1]?.toLowerCase() : undefined
  if (verb) return VERDICTS[verb] ?? outcome
  if (outcome === 'agreed' && NOTED_BY_NUMBER.test(head)) return 'noted'
  if (outcome === 'agreed' && AGREED_OTHERWISE.test(head)) return 'amended'
  const degree = outcome === 'agreed' ? LEADING_DEGREE.exec(head)?.[1] : undefined
  if (degree) return degree.toLowerCase() === 'principle' ? 'agreed_in_principle' : 'agreed_in_part'
  return outcome
}

const LONGEST_DECIDING = 400
const REFERRALS = REFERRAL_OPENERS.map(foldWords)
