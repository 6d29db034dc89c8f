import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { ASKED_VERBS, BEGUN_VERBS, RECORDED_VERBS } from '../../schema/vocabulary/deciding.ts'
import { DECISION_LABELS } from '../../schema/vocabulary/openers.ts'
import { PERSON_TITLES } from '../../schema/vocabulary/parties.ts'
import { REPORTING_VERBS } from '../../schema/vocabulary/speech.ts'
import type { Item } from '../outline/items.ts'
import { isList, leadNotes, limbs, sharedVerb, unnumberedItem } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { pastOf, presentOf } from '../recognise/deciding-verbs.ts'
import { DECIDING_BODY } from '../recognise/deciding-words.ts'
import { readCarried, readFates } from '../recognise/fates.ts'
import { foldWords } from '../recognise/fold.ts'
import { readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { nextNumber } from '../recognise/numbers.ts'
import { type Opener, readBodyLead, SURE_OPENER } from '../recognise/openers.ts'
import { isBareThat, limbOutcome } from '../recognise/resolutions.ts'
import { sentenceEnd } from '../recognise/sentences.ts'
import { beginsList, type Decision, FORMAL, isFormal, isQuoted, type Openers, type Read, toSentenceEnd } from './decision.ts'
import { withoutTail } from './moved-decisions.ts'

/** "The Committee:-" over "(a) noted …; (b) agreed …" opens what was decided, as the first limb's verb shows. */
export function leadOpener(entry: TextEntry, next: TextEntry | undefined, second: TextEntry | undefined): Opener | null {
  const isDone = (limb: TextEntry | undefined) => limb !== undefined && DECIDED_LIMB.test(limb.body.text)
  if (!next || !(next.bullet || beginsList(next)) || !isDone(next)) return null
  const lead = readBodyLead(entry.passage.text)
  // Two limbs of a numbered list that each say what the body did are set as minutes set what was decided.
  return lead && next.label !== null && second?.label?.number === nextNumber(next.label.number) && isDone(second)
    ? { ...lead, strength: FORMAL }
    : lead
}

/** What the opener of an entry decides, if it is one; `formal` is the last entry with a formal opener. */
export function openedAt(entries: readonly TextEntry[], at: number, openers: Openers, formal: number): Read | null {
  const opener = openers[at]
  if (!opener || (at < formal && opener.strength < SURE_OPENER)) return null
  // "APPROVED 17 June 2024" on the front of minutes says when they were approved.
  if (readDate(entries[at]?.passage.text.slice(opener.end) ?? '')?.precision === 'day') return null
  // "…, and it was agreed that the third should be changed": debate is reported before "RESOLVED – That" says what came of it.
  if (opener.start > 0 && !isFormal(opener)) {
    const next = entries.findIndex((entry, index) => index > at && (entry.label !== null || isHeading(entry) || isFormal(openers[index])))
    if (isFormal(openers[next])) return null
  }
  if (isOfAnotherBody(entries, at, openers)) return null
  // "It was proposed by A that …" over "RESOLVED that …": what was proposed is debate, and what came of it is reported below.
  if (opener.verb === 'moved' && resolvesBelow(entries, at, openers)) return null
  return openedFrom(entries, at, opener, openers)
}

/** "The Panel agreed to recommend …" above "The Cabinet then:" is how the matter came before the body whose decision is set in form. */
function isOfAnotherBody(entries: readonly TextEntry[], at: number, openers: Openers): boolean {
  if (isFormal(openers[at])) return false
  const who = (index: number) => {
    const subject = openers[index]?.subject
    return subject ? foldWords(entries[index]?.passage.text.slice(subject.start, subject.end) ?? '') : ''
  }
  const set = openers.findIndex((opener, index) => index > at && isFormal(opener))
  const [own, other] = [who(at), set < 0 ? '' : who(set)]
  return own !== '' && other !== '' && !own.endsWith(other) && !other.endsWith(own)
}

/** Whether the same item of business opens below what was resolved in it. */
function resolvesBelow(entries: readonly TextEntry[], at: number, openers: Openers): boolean {
  const below = entries.findIndex(
    (entry, index) => index > at && (isHeading(entry) || /^\d/u.test(entry.label?.number ?? '') || resolves(openers[index])),
  )
  return resolves(openers[below])
}

/** Whether an opener is set as minutes set what was decided; who moved decides nothing. */
const resolves = (opener: Opener | null | undefined) => isFormal(opener) && opener?.verb !== 'moved' && opener?.outcome !== null

/** What an opener begins: the rest of its line and what is under it, to the next opener or motion; of a sentence that tells, the sentence. */
function openedFrom(entries: readonly TextEntry[], at: number, opener: Opener, openers: Openers): Read | null {
  const entry = entries[at]
  if (!entry) return null
  const told = opener.narrated || (opener.strength < SURE_OPENER && opener.start > 0)
  const decision = {
    at,
    formal: isFormal(opener),
    narrated: opener.narrated && opener.outcome !== 'noted',
    outcome: undefined,
    number: null,
    details: [],
  }
  if (told) {
    const words = toSentenceEnd(slicePassage(entry.passage, opener.narrated ? opener.start : opener.end))
    // "The Committee noted the following updates:" leads into what it was reported, and in an account of a debate much else is noted.
    const asides = opener.outcome === 'noted' && opener.strength < NOTES_PAPER
    if (opener.narrated && (asides || MINUTES_APPROVED.test(words.text) || /:[–—-]?$/u.test(words.text))) return null
    return {
      decision: {
        ...decision,
        opener: slicePassage(entry.passage, opener.start, opener.narrated ? opener.start : opener.end),
        items: [unnumberedItem(words)],
      },
      end: at + 1,
    }
  }
  // Below "The Board RESOLVED to:" the bullets are its limbs, though each begins with a verb: "APPROVE the minutes".
  const bullets = isBareThat(entry.passage.text.slice(opener.end)) ? entries.slice(at + 1).findIndex(({ bullet }) => !bullet) : 0
  let stop = at + 1 + (bullets < 0 ? entries.length - at - 1 : bullets)
  const own = entry.label && opener.start <= entry.label.end ? nextNumber(entry.label.number) : null
  const rest = slicePassage(entry.passage, opener.end)
  // Below "RESOLVED that the plan be approved" a line "To receive apologies" says what the next item is for.
  const thatLed = /\bthat$/iu.test(slicePassage(entry.passage, opener.start, opener.end).text) || THAT_CLAUSE.test(rest.text)
  const isNextPurpose = (next: TextEntry | undefined) =>
    thatLed && next?.label === null && !next.bullet && /^To \p{Ll}/u.test(next.passage.text)
  while (
    stop < entries.length &&
    !stopsLimbs(entries[stop], openers[stop]) &&
    !isNextPurpose(entries[stop]) &&
    (own === null || entries[stop]?.label?.number !== own)
  )
    stop++
  // "Decision: Councillor Ash declared an interest": a page writes under its label what happened, too, and that decides nothing.
  if (opener.verb in DECISION_LABELS && rest.text !== '' && PERSON_TELLS.test(rest.text)) return null
  // "The motion was put and CARRIED, and it was" leads into what is resolved below, and resolves nothing more.
  if (/^[\s,;]*(?:and\s)?it was\b/iu.test(rest.text) && LEADS_ON.test(rest.text)) return null
  // "AGREED to object." below an application of a list is said about it, and the next application is not one of what was agreed.
  const near = entries.slice(Math.max(0, at - NEAR_BULLET), at)
  const listed = !entry.bullet && rest.text !== '' && !/[:–—-]$/u.test(rest.text) && near.some(({ bullet }) => bullet)
  const nextBullet = listed ? entries.slice(at + 1, stop).findIndex(({ bullet }) => bullet) : -1
  if (nextBullet >= 0) stop = at + 1 + nextBullet
  // "IT IS ORDERED that …. The motion died for lack of a second.": what was put fell.
  const fell = readFates(rest.text).find(({ noun, outcome }) => noun === 'motion' && outcome === 'rejected')
  // "… by X. It was agreed to write. The clerk also reported …": in the middle of a text the sentence is what was agreed.
  const first = fell
    ? toSentenceEnd(slicePassage(rest, 0, fell.start))
    : inText(entry, opener)
      ? toSentenceEnd(rest)
      : withoutTail(untilTold(rest, opener.verb === 'moved' ? TELLS : PERSON_TELLS))
  const words = slicePassage(entry.passage, opener.start, opener.end)
  // "NOTED." alone is all that was resolved; "RESOLVED that:-" alone has lost it.
  const alone = first.text === '' && /^\p{L}+\.$/u.test(words.text) && !beginsList(entries[at + 1])
  const items = alone ? [unnumberedItem(sentenceTo(entry.passage, opener.end))] : limbs(first, quotedTogether(entries.slice(at + 1, stop)))
  const shared = items.length > 1 ? sharedVerb(first, entries.slice(at + 1, stop)) : null
  // "RECOMMENDED that Council note:" notes nothing yet.
  const notes = opener.outcome === null ? undefined : (leadNotes(first.text, items) ?? undefined)
  const outcome = fell ? 'rejected' : shared ? limbOutcome(words.text, shared.text) : notes
  return { decision: { ...decision, opener: words, items, outcome }, end: alone ? at + 1 : stop }
}

/** "that the plan be approved": what follows an opener is a whole clause, and not only the word over a list. */
const THAT_CLAUSE = /^that\s(?:\S+\s){2}/iu

/** What was moved or resolved without what its paragraph goes on to tell: "that the hall be let. Councillor Ash suggested a review." */
function untilTold(words: Passage, tells: RegExp): Passage {
  let end = sentenceEnd(words.text)
  while (end < words.text.length) {
    const next = sentenceEnd(words.text.slice(end).trimStart()) + (/^\s*/u.exec(words.text.slice(end))?.[0].length ?? 0)
    if (tells.test(words.text.slice(end, end + next).trim())) break
    end += next
  }
  return slicePassage(words, 0, end)
}

/** "Councillor Ash then suggested …", "The Director of Works said …", "The proposal was not seconded.": who speaks, or what was moved, comes first. */
const TELLS = new RegExp(
  String.raw`^(?!that\b)(?:[\p{L}.’'-]+,?\s){1,6}?(?:${REPORTING_VERBS.join('|')})\b|^(?:the|this)\s(?:motion|proposal|amendment)\s(?:was|is|had|did)\b`,
  'iu',
)

/** "There were none", "There is a standing invitation": that something is so is reported, and was not decided. */
const THERE_IS = String.raw`^there\s(?:is|are|was|were|has|have|had)\b`

/** The same of a person, by title and name: after what was resolved a body's deeds may be of it. */
const PERSON_TELLS = new RegExp(
  String.raw`^(?:the\s)?(?:${PERSON_TITLES.join('|')})\.?\s(?:[\p{L}.’'-]+,?\s){1,4}?(?:${REPORTING_VERBS.join('|')}|abstained|voted|dissented|left|returned|undertook|proposed)\b|${THERE_IS}`,
  'iu',
)

/** Whether an entry is not one of the limbs above it: another opener, the next motion, who moved it, what became of it. */
function stopsLimbs(entry: TextEntry | undefined, opener: Opener | null | undefined): boolean {
  if (!entry) return true
  const { text } = entry.passage
  // A limb's own words ("A  Cabinet agreed that …") open nothing; an opener after a paragraph's number does.
  if (opener && (entry.label === null || (opener.start <= entry.label.end && opener.strength >= SURE_OPENER))) return true
  return (
    SIGNED_OFF.test(text) ||
    (entry.label === null && NEXT_PURPOSE.test(text)) ||
    (LEADS_ON.test(text) && !isQuoted(entry)) ||
    readNumberLine(entry.passage) !== undefined ||
    readMotionLine(entry.passage) !== null ||
    readCarried(text)?.start === 0
  )
}

/** A told noting of a paper is at least so strong; what else was noted in debate is less. */
const NOTES_PAPER = 0.5

/** That the minutes of before were approved is reported in passing, and decides nothing of what this meeting had before it. */
const MINUTES_APPROVED =
  /\bminutes?\b[^.;]{0,120}\b(?:was|were)\s(?:then\s|duly\s)?(?:approved|confirmed|signed|adopted)\b|\b(?:approved|confirmed|adopted)\sthe\sminutes\b/iu

/** Who signs the minutes, and as what: "– COUNCILLOR MAEVE TARN, Convener". It is not one of what was decided above. */
const SIGNED_OFF = new RegExp(
  String.raw`^[\s–—-]*(?:${PERSON_TITLES.join('|')})\b[^,;:]{3,60},\s*(?:vice[- ])?(?:chair|convener|president|mayor|provost)(?:man|person|woman)?\.?$`,
  'iu',
)

/** "To consider a report which asks for money": what the next item of the agenda is for. */
const NEXT_PURPOSE = /^to consider (?:an?|the|any)\s(?:\p{L}+\s){0,2}(?:report|presentation|update|paper|motion|application|petition)\b/iu

/** "With regard to these minutes it was:", "and it was accordingly" leads into what was decided next. */
const LEADS_ON = /\bit was(?:\s(?:then|further|also|thereupon|therefore|\p{L}+ly))*\s?[:;,–—-]*$/iu

/** Whether an opener is in small letters after another sentence of its paragraph. */
function inText({ passage }: TextEntry, { start, end, verb }: Opener): boolean {
  return /[.;]\s+$/u.test(passage.text.slice(0, start)) && passage.text.slice(start, end).includes(verb)
}

/** A quotation over several paragraphs is one text: from its opening mark to its closing one. */
function quotedTogether(entries: readonly TextEntry[]): TextEntry[] {
  const [first, ...rest] = entries
  if (!first || !/^["“‘']/u.test(first.passage.text) || /["”’'][.;]?$/u.test(first.passage.text)) return [...entries]
  const close = rest.findIndex((entry) => /["”’'][.;]?$/u.test(entry.passage.text) || isHeading(entry) || entry.label !== null)
  if (close < 0 || close > MOST_QUOTED || !/["”’'][.;]?$/u.test(rest[close]?.passage.text ?? '')) return [...entries]
  const passage = joinPassages([first, ...rest.slice(0, close + 1)].map((entry) => entry.passage))
  return [{ ...first, type: 'paragraph', passage, label: null, body: passage }, ...rest.slice(close + 1)]
}

const MOST_QUOTED = 6
/** How far below a bullet what was decided about it is reported. */
const NEAR_BULLET = 4

/** The sentence that ends at an offset: "The minutes of 15 March were AGREED." */
function sentenceTo(passage: Passage, end: number): Passage {
  const before = passage.text.slice(0, end).trimEnd()
  return slicePassage(passage, before.slice(0, -1).lastIndexOf('. ') + 1, before.length)
}

/**
 * Whether what a record says is recognised by the verbs of its limbs, or of its one sentence: "(a) APPROVED the programme; (b) REMITTED to
 * the Chief Officer …". There the verb belongs to the words; after "RESOLVED that" they stand by themselves.
 */
export function saysByVerbs(entries: readonly TextEntry[]): boolean {
  const said = entries.filter(({ passage }) => !LEADS_INTO_RECORD.test(passage.text))
  const limbs = said.filter(({ label }) => label !== null && label.style !== 'dotted')
  if (limbs.length > 0) return said[0] === limbs[0] && limbs.every(({ body }) => DECIDED_LIMB.test(body.text))
  return (
    said[0] !== undefined && DECIDED_LIMB.test(said[0].passage.text) && !/^\p{L}+\s*(?:that\b|to\b|[:.–—-]|$)/iu.test(said[0].passage.text)
  )
}

/** In a record a list, or sentences that each begin "That" or "To", say what was decided under the record's own label. */
export function recordedWithoutOpener(label: Passage, entries: readonly TextEntry[]): Decision[] {
  const body = entries.filter((entry) => !isBareThat(entry.passage.text) && !LEADS_INTO_RECORD.test(entry.passage.text))
  const labels = body.flatMap((entry) => (entry.label ? [entry.label] : []))
  const start = body.findIndex((entry) => entry.label !== null && entry.label.style !== 'dotted')
  const make = (items: Item[]): Decision[] => [
    { at: 0, opener: label, formal: true, narrated: false, items, outcome: undefined, number: null, details: [] },
  ]
  // "That Ms Ash be elected." over "49. Interests" and "50. Minutes": after what was decided the meeting's items count on.
  const before = start > 0 && !beginsList(body[start]) ? body.slice(0, start) : null
  const isItems = before?.some(({ passage }) => /^that\b/iu.test(passage.text)) ?? false
  if (start >= 0 && isList(labels) && !isItems) return make(limbs(EMPTY_PASSAGE, body.slice(start)))
  const sentences = (isItems && before ? before : body).filter((entry) => saysDecided(entry.passage.text))
  return sentences.length > 0 ? make(sentences.map((entry) => unnumberedItem(entry.passage))) : []
}

/** "The Policy Committee:", "That Cabinet", "Officer recommendations:": who decides, before what. */
const LEADS_INTO_RECORD =
  /^(?:that\s)?(?:the\s)?(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the)(?:\s(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the|,)){0,9}\s?(?:[:;,–—-]+|(?:agreed|resolved|decided|approved)(?:\sto|\sthat)?\s?[:–—-]*)?$|^(?:officer|committee|cabinet) recommendations?\s?:?$/u
/** Whether an entry only names who decides, before what. */
export const leadsIntoRecord = ({ passage }: TextEntry): boolean => LEADS_INTO_RECORD.test(passage.text)
/** "Delegated decision on the quay" is a title: there the word says what kind of decision. */
const NO_NOUN = '(?!\\s(?:decisions?|powers?)\\b)'
/** How a limb begins that says what a body did. */
const DECIDED_LIMB = new RegExp(
  String.raw`^(?:unanimously )?(?:${pastOf([...RECORDED_VERBS, ...ASKED_VERBS]).join('|')})\b${NO_NOUN}`,
  'iu',
)
const SENTENCE_VERBS = [...RECORDED_VERBS, ...BEGUN_VERBS]
/** How a sentence of a record begins that says what was decided. */
const DECIDING_SENTENCE = new RegExp(
  String.raw`^["“‘']?(?:that|to|(?:the\s(?<body>(?:[\p{L}’'&-]+\s){1,8}?))?(?:${[...pastOf(SENTENCE_VERBS), ...presentOf(SENTENCE_VERBS)].join('|')}))\b${NO_NOUN}`,
  'iu',
)

/** Whether a sentence of a record says what was decided; "The Chair referred to a letter" does not. */
function saysDecided(text: string): boolean {
  const match = DECIDING_SENTENCE.exec(text)
  return (
    match !== null &&
    (match.groups?.body === undefined || DECIDING_BODY.test(match.groups.body.trim().replace(/\s(?:for|of|on)\s.*$/u, '')))
  )
}
