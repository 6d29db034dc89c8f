import type { Outcome } from '../../schema/records.ts'
import { DECIDED_NOUNS } from '../../schema/vocabulary/deciding.ts'
import {
  DECIDING_BODIES,
  DECIDING_IN_PROSE,
  DECISION_LABELS,
  EMPTY_SUBJECTS,
  NOT_NOW,
  OPENING_VERBS,
  REFERRAL_TARGETS,
} from '../../schema/vocabulary/openers.ts'
import { foldWords } from './fold.ts'

/** A stretch of a text. */
export interface Span {
  start: number
  end: number
}

/** Where a resolution begins in a text, and what its opener says. */
export interface Opener extends Span {
  text: string
  /** The deciding word, in small letters and without spaces between its letters. */
  verb: string
  /** Who decides, where the opener says. */
  subject: Span | null
  /** How they voted, without brackets: "5 votes to 2". */
  vote: Span | null
  /** What standing under the opener does; null where it only records a motion or passes it on. */
  outcome: Outcome | null
  /** How surely a resolution begins here, 0 to 1: 1 in capitals, with a mark, or alone on its line; less in a sentence. */
  strength: number
  /** The sentence tells what was decided ("The report was noted"): nothing of it is taken off, and `end` is `start`. */
  narrated: boolean
}

/** From this strength on an opener is one without help from what stands around it. */
export const SURE_OPENER = 0.6

const spaced = (word: string) => [...word].join(' ?')
const WORDS = Object.keys(OPENING_VERBS).toSorted((a, b) => b.length - a.length)
/** A deciding word, also letter by letter: "R E S O L V E D". */
const VERB = new RegExp(
  String.raw`(?<![\p{L}\p{N}-])(?:${WORDS.join('|')}|(?-i:${WORDS.map((word) => spaced(word.toUpperCase())).join('|')}))(?![\p{L}\p{N}]|-\p{L})`,
  'giu',
)
const VOTE =
  /^[\s,:;–—-]*(?:\(\s*(?<bracketed>[^()]{2,60})\)|(?<plain>unanimously|nem\.? con\.?|by (?:a majority|consensus|assent|\d+ votes? to \d+)(?: with (?:no|\d+|one|two) abstentions?)?|\d+ votes? to \d+))/iu
const IS_VOTE =
  /\b(?:unanimous|nem|votes?|majority|\d+\s*(?:to|[-–:])\s*\d+|abstain|abstention|consensus|for|against|\/|moved|seconded|cllrs?|crs?)/iu
/** What stands between a deciding word and what was decided. */
const MARK = /^(?:\s*(?:[:;–—]|-(?![\p{L}])))+\s*|^\s*[,.]\s*(?=$|["“‘]|(?:that|to)\b)/iu
/** "RESOLVED by the Council of the Town of …, that". */
const BY_BODY = /^\s+by (?:the )?(?:\p{Lu}[\p{L}.’'-]*|of|the|and|for|in|\s)+,?(?=\s+(?:that|to)\b)/u
const LABEL = new RegExp(
  String.raw`^["“]?(${Object.keys(DECISION_LABELS).join('|')})(?:\s*\([^()]{1,40}\))?(?:(\s*[:–—]-?\s*|\s+-+\s+)|\s*$)`,
  'iu',
)
/** Numbers and marks before an opener's own words. */
const ITEM = /^(?:["“'‘*•·\s]|\(?(?:\d{1,3}(?:\.\d+)*|[a-zA-Z]|[ivx]{1,4})[.):]\s|\(\d{1,2}\)\s?|(?:\d{1,3}\.)+\d*\s)*/u

/**
 * The first resolution that a text opens, or null. An opener is known by its form: who decides, a deciding
 * word, a vote, a mark. Told of another time, in a condition or in quotation marks it opens nothing.
 */
export function readOpener(text: string): Opener | null {
  const label = labelOpener(text)
  if (label) return label
  let narrated: Opener | null = null
  for (const match of text.matchAll(VERB)) {
    const opener = openerAt(text, match)
    if (opener && !opener.narrated) return opener
    narrated ??= opener
  }
  return narrated
}

function labelOpener(text: string): Opener | null {
  const match = LABEL.exec(text)
  const words = foldWords(match?.[1] ?? '')
  // "Motion" alone heads what is moved; "Motion: …" is it.
  if (!match || (words === 'motion' && match[2] === undefined)) return null
  // "Decision: Agreed that …": the word behind the label opens what was decided.
  const end = match[0].length
  return {
    start: 0,
    end,
    text: match[0].trim(),
    verb: words,
    subject: null,
    vote: null,
    outcome: DECISION_LABELS[words] ?? null,
    strength: 0.9,
    narrated: false,
  }
}

function openerAt(text: string, match: RegExpExecArray): Opener | null {
  const verb = match[0].replaceAll(' ', '').toLowerCase()
  const caps = match[0] === match[0].toUpperCase()
  const before = text.slice(0, match.index)
  if (inQuotation(before)) return null
  const clauseStart = startOfClause(before, caps)
  const lead = text.slice(clauseStart, match.index)
  const item = clauseStart === 0 ? (ITEM.exec(lead)?.[0].length ?? 0) : 0
  const start = clauseStart + item
  const subject = lead.slice(item)
  const kind = subjectKind(subject, caps)
  if (kind === null) return null
  const { end, vote, marked, alone } = tail(text, match.index + match[0].length)
  const rest = text.slice(end)
  const follows = /^(?:that\b|t h a t\b|to\b(?! the (?:recommend|report))|\(\w{1,3}\)|\d+[.)]|[A-Z] |i[.)])/iu.test(rest)
  const name = kind === 'body' ? nameOf(subject, start) : null
  const strength = strengthOf({ verb, caps, kind, marked, alone, follows, atStart: clauseStart === 0, rest, phrase: match[0] })
  const outcome = OPENING_VERBS[verb] ?? null
  if (strength > 0)
    return { start, end, text: text.slice(start, end).trim(), verb, subject: name, vote, outcome, strength, narrated: false }
  return narration(text, { verb, start, subject, kind, rest, outcome, name })
}

type SubjectKind = 'none' | 'empty' | 'body' | 'motion'

/** Who is said to decide before the word: nobody, "it was", a body, a motion; null where the word does not open anything. */
function subjectKind(subject: string, caps: boolean): SubjectKind | null {
  const words = foldWords(subject)
  if (words === '') return 'none'
  if (
    EMPTY_SUBJECTS.includes(words.replace(/\s*\b(?:\w+ly|hereby|then)$/u, '').trim()) ||
    EMPTY_SUBJECTS.includes(words.replace(/\b(?:\w+ly|therefore|also|then|further|subsequently) ?\b/gu, '').trim())
  )
    return 'empty'
  if (
    /^(?:the )?(?:motion|amendment|resolution|recommendation|proposition)s?(?: (?:was|were|is|be|as amended|put|and|then|to the vote|unanimously|duly))*$/u.test(
      words,
    )
  )
    return 'motion'
  const adverbless = words.replace(/(?:\s(?:\w+ly|have|has|therefore|hereby|also|then|further))+$/u, '')
  if (NOT_NOW.test(subject) || adverbless.split(' ').length > 12) return null
  if (DECIDING_BODIES.test(adverbless) && /^(?:that |and )?(?:\p{Lu}|the |cabinet|council|members|we\b|i\b)/u.test(subject.trim()))
    return 'body'
  // "Committee in Cabinet RESOLVED": a name with a place behind it, in front of a word in capitals.
  return caps && /^(?:The )?\p{Lu}/u.test(subject) && !/[.;]/u.test(subject) && adverbless.split(' ').length <= 8 ? 'body' : null
}

function nameOf(subject: string, start: number): Span | null {
  const name = subject
    .replace(/^(?:that|and)\s+/iu, '')
    .replace(/(?:\s+(?:\p{L}+ly|have|has|therefore|hereby|also|then|further))*\s*$/iu, '')
  const at = start + subject.indexOf(name)
  return name === '' ? null : { start: at, end: at + name.length }
}

interface Signs {
  verb: string
  phrase: string
  caps: boolean
  kind: SubjectKind
  marked: boolean
  alone: boolean
  follows: boolean
  atStart: boolean
  rest: string
}

/** Weights of an opener's signs; 0 where they do not make one. */
function strengthOf({ verb, phrase, caps, kind, marked, alone, follows, atStart, rest }: Signs): number {
  const prose = DECIDING_IN_PROSE.includes(verb)
  const welsh = /wyd$/u.test(verb)
  if (/^recomm|^argym/u.test(verb))
    return (caps || kind === 'none') && atStart && (REFERRAL_TARGETS.test(rest) || marked || follows) ? 1 : 0
  if (kind === 'motion') return /^carried$/u.test(verb) && (alone || marked) ? 1 : 0
  // "CARRIED" and the like say what became of what stands before them; alone they are a resolution's own line.
  if (alone) return kind === 'none' && atStart ? 1 : prose || caps ? 0.9 : 0
  const present = /^(?:agree|approve|resolve|decide)s?$/u.test(verb)
  if (kind === 'none') {
    if (caps && (marked || follows || prose || welsh || atStart)) return 1
    if (/^\p{Ll}/u.test(phrase)) return 0
    if (marked) return 1
    if (welsh && atStart) return 0.9
    return follows && prose && !present ? 0.9 : 0
  }
  if (caps) return 1
  if (!prose && !(present && kind === 'body' && /^(?:I|we)$/u.test(verb))) return 0
  if (marked) return 0.9
  // "It was agreed in 2019 that": a day of its own puts it elsewhere.
  return follows ? (kind === 'body' || atStart ? 0.75 : 0.7) : 0
}

/** "The report was noted by Members", "The Committee noted the update": told in a sentence of its own that begins the text. */
function narration(
  text: string,
  {
    verb,
    start,
    subject,
    kind,
    rest,
    outcome,
    name,
  }: { verb: string; start: number; subject: string; kind: SubjectKind; rest: string; outcome: Outcome | null; name: Span | null },
): Opener | null {
  if (
    kind !== 'body' ||
    outcome === null ||
    /^\s*(?:by|at|in|on|with)?\s*(?:$|\.)/u.test(rest) ||
    !/^(?:the|its|an?|this|\p{Lu})/iu.test(rest)
  )
    return null
  if (!/ed$/u.test(verb) || /\bminutes\b/iu.test(text) || subject === '') return null
  const weight =
    DECIDED_NOUNS.test(rest.slice(0, 60)) || /^the (?:update|contents|plan|position|progress|information)/iu.test(rest) ? 0.5 : 0.35
  return { start, end: start, text: '', verb, subject: name, vote: null, outcome, strength: weight, narrated: true }
}

/** Where what was decided begins: behind "unanimously", a vote in brackets, a body, colons and dashes. */
function tail(text: string, from: number): { end: number; vote: Span | null; marked: boolean; alone: boolean } {
  let end = from
  let vote: Span | null = null
  let marked = false
  for (;;) {
    const rest = text.slice(end)
    const voted: RegExpExecArray | null = vote ? null : VOTE.exec(rest)
    const words = voted?.groups?.bracketed ?? voted?.groups?.plain
    const mark = MARK.exec(rest)
    const body = BY_BODY.exec(rest)
    if (voted && words !== undefined && IS_VOTE.test(words)) {
      const at: number = end + voted[0].lastIndexOf(words)
      vote = { start: at, end: at + words.length }
      end += voted[0].length
    } else if (body) end += body[0].length
    else if (mark && mark[0].length > 0) {
      marked = true
      end += mark[0].length
    } else break
  }
  if (vote && /^,\s/u.test(text.slice(end))) end += 1
  const gap = /^[\s.]*/u.exec(text.slice(end))?.[0] ?? ''
  const closing = end + gap.length === text.length
  if (closing || !gap.includes('.')) end += gap.length
  return { end, vote, marked, alone: closing }
}

/** Where the clause around an opener begins: behind a full stop, a semicolon, a comma, "seconded and"; in capitals a clause may run on from anything. */
function startOfClause(before: string, caps: boolean): number {
  const sentence = [...before.matchAll(/[.;:?!]["”’)]*\s+/gu)].at(-1)
  const from =
    sentence && !/\b(?:Cllrs?|Mrs?|Dr|Cr|Nos?)\.\s+$/u.test(before.slice(0, sentence.index + sentence[0].length))
      ? sentence.index + sentence[0].length
      : 0
  const clause = before.slice(from)
  const comma = [...clause.matchAll(/,\s+(?:and\s+)?|\band\s+(?=$)/gu)].at(-1)
  const short = comma ? from + comma.index + comma[0].length : from
  if (comma && subjectKind(before.slice(short), caps) !== null && subjectKind(clause, caps) === null) {
    // "If the Board had money, it agreed": what stands before the comma may take it back.
    return !caps && NOT_NOW.test(clause.slice(0, comma.index)) && /^(?:if|unless|at its|at their|had)\b/iu.test(clause) ? from : short
  }
  // "Item 4: Gates AGREED that": nothing before a word in capitals needs to end.
  return caps &&
    subjectKind(clause, caps) === null &&
    /\s$/u.test(before) &&
    before.length - from > 0 &&
    !NOT_NOW.test(clause.split(' ').slice(-4).join(' '))
    ? before.length
    : from
}

function inQuotation(before: string): boolean {
  return count(before, /"/gu) % 2 === 1 || count(before, /“/gu) > count(before, /”/gu)
}

const count = (text: string, sign: RegExp) => text.match(sign)?.length ?? 0

/** What an opener alone does to what stands under it. */
export function openerOutcome(opener: string): Outcome | null {
  const letters = opener.replace(/[^\p{L}]/gu, '').toLowerCase()
  if (/recommend|argymhell|moved|proposed|^motion:?$|seconded/u.test(letters) && !/resolved|agreed|carried/u.test(letters)) return null
  if (/\bnot\b/iu.test(opener)) return null
  if (/(?:resol|agree|approv|carried|decid|decision|determin|order|enact|adopt|accept|endors|outcome|penderfyn|cytun)/u.test(letters))
    return 'agreed'
  return /noted|received|nodwyd/u.test(letters) ? 'noted' : null
}
