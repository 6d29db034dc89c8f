import type { Outcome } from '../../schema/records.ts'
import { DECIDING_IN_PROSE, DECISION_LABELS, OPENING_VERBS, REFERRAL_TARGETS } from '../../schema/vocabulary/openers.ts'
import { anyCase } from './any-case.ts'
import { mayMove, readMotion } from './deciding-motions.ts'
import { nameIn, namesNobody, ofAnotherTime, type Span, type SubjectKind, startOfClause, subjectKind } from './deciding-subject.ts'
import { openerTail } from './deciding-vote.ts'
import { NOTED_NOUN } from './deciding-words.ts'
import { foldWords } from './fold.ts'
import { isOfBusiness } from './of-business.ts'
import { inQuotation } from './quotation.ts'
import { ofWords, remembering } from './remember.ts'
import { headingWords } from './run-headings.ts'
import { sentenceEnd } from './sentences.ts'
import { wordsInForce } from './taught.ts'
import { TO_RECOMMEND } from './to-recommend.ts'
import { formsSource } from './word-forms.ts'

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
  /** The sentence says what was decided ("The report was noted"): nothing of it is taken off, and `end` is `start`. */
  narrated: boolean
}

/** No opener is further into a paragraph than this many letters. */
const LONGEST_PARAGRAPH = 6000
/** From this strength on an opener is one without help from what is around it. */
export const SURE_OPENER = 0.6

const spaced = (word: string) => [...word].join(' ?')
const WORDS = Object.keys(OPENING_VERBS).toSorted((a, b) => b.length - a.length)
/** A deciding word, also letter by letter: "R E S O L V E D". */
const verbs = (taught: readonly string[]) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}-])(?:${anyCase([...taught, ...WORDS].join('|'))}|${WORDS.map((word) => spaced(word.toUpperCase())).join('|')})(?![\p{L}\p{N}]|-\p{L})`,
    'gu',
  )
const VERB = verbs([])

/** The deciding words, with those that people taught. */
const verbsInForce = ofWords(({ openers }) =>
  openers.size === 0 ? VERB : verbs([...openers.keys()].toSorted((a, b) => b.length - a.length)),
)
const LABEL = new RegExp(
  String.raw`^["“]?(?:officers?(?:['’]s?)? recommendation\s*(?:/|and|&)\s*)?(${Object.keys(DECISION_LABELS).join('|')})(?:\s+(?:No\.?\s*)?(?=[\p{L}/.-]*\d)[\p{L}\d/.-]{2,14}?)?(?:\s*\([^()]{1,40}\))?(?:(\s*[:–—]-?\s*|\s+-+\s+)|\s*$)`,
  'iu',
)
/** Numbers and marks before an opener's own words. */
const ITEM = /^(?:["“'‘*•·\s]|\(?(?:\d{1,3}(?:\.\d+)*|[a-zA-Z]|[ivx]{1,4})[.):]\s|\(\d{1,2}\)\s?|(?:\d{1,3}\.)+\d*\s)*/u
/** What was decided begins with one of these, or a list's first label. */
const FOLLOWS =
  /^(?:that\b|t h a t\b|to\b(?!\s*[.,;]|\s+(?:this|it|these|them|the same)\s*[.,;]|\s+the (?:recommend|report))|\(\w{1,3}\)|\d+[.)]|i[.)])/iu
/** "RESOLVED A That …": a limb's letter is a capital; the article of "received a presentation" is not one. */
const LETTER_FOLLOWS = /^[A-Z] /u
/** "It was agreed a workshop would be held": a clause of what is to be may follow without "that". */
const CLAUSE_FOLLOWS = /^(?:an?|the)\s(?:(?!which|who|that)\p{L}+\s){1,4}(?:would|should|will)\sbe\s/iu

/**
 * The first resolution that a text opens, or null. An opener is known by its form: who decides, a deciding
 * word, a vote, a mark. Told of another time, in a condition or in quotation marks it opens nothing.
 */
export const readOpener = remembering((whole: string): Opener | null => {
  const text = whole.length > LONGEST_PARAGRAPH ? whole.slice(0, LONGEST_PARAGRAPH) : whole
  const label = labelOpener(text)
  if (label) return label
  const opener = openerIn(text)
  return opener?.narrated === false ? opener : (movedOpener(text) ?? opener)
})

/** The first opener that is not one by a label; where there is none, a sentence that is about a decision. */
function openerIn(text: string): Opener | null {
  let narrated: Opener | null = null
  for (const match of text.matchAll(verbsInForce())) {
    const opener = openerAt(text, match)
    if (opener && !opener.narrated) return opener
    narrated ??= opener
  }
  return narrated
}

/** "The Cabinet then:-", "The Committee:": a body's name leads into limbs that each say what it did. */
export function readBodyLead(text: string): Opener | null {
  const match = /^(?:that\s)?(.{3,80}?)\s?[:–—-]+$/iu.exec(text)
  if (!match?.[1] || subjectKind(match[1], false) !== 'body') return null
  const subject = nameIn(match[1], text.indexOf(match[1]))
  return {
    start: 0,
    end: text.length,
    text,
    verb: 'decided',
    subject,
    vote: null,
    outcome: 'agreed',
    strength: SURE_OPENER,
    narrated: false,
  }
}

/** "Moved by A, seconded by B that …": a motion, of which other words say what became of it. */
function movedOpener(text: string): Opener | null {
  if (!mayMove(text.slice(0, LONGEST_MOVED)) || !/\bthat\b/iu.test(text)) return null
  const motion = readMotion(text)
  const first = motion?.mover ?? motion?.seconder
  if (!motion || !first || first.start > LONGEST_MOVING || !/^["“‘']?that\b/iu.test(text.slice(motion.end))) return null
  const words = text.slice(0, motion.end).trim()
  return { start: 0, end: motion.end, text: words, verb: 'moved', subject: null, vote: null, outcome: null, strength: 0.9, narrated: false }
}

/** The words before a mover's name: a number, "It was moved by". */
const LONGEST_MOVING = 40
/** The same with the names after it. */
const LONGEST_MOVED = 160

/** What openers by a label have in common. */
const LABELLED = { start: 0, subject: null, vote: null, strength: 0.9, narrated: false }

function labelOpener(text: string): Opener | null {
  if (isTaughtHeading(text)) return { ...LABELLED, end: text.length, text: text.trim(), verb: 'decision', outcome: 'agreed' }
  const match = LABEL.exec(text)
  const verb = foldWords(match?.[1] ?? '')
  // "Motion" alone heads what is moved; "Motion: …" is it.
  if (!match || (verb === 'motion' && match[2] === undefined)) return null
  // "Board Action: Upon motion by A, IT IS ORDERED that …": after the label its own opener may follow.
  const inner = match[2] === undefined ? null : openerIn(text.slice(match[0].length))
  if (inner && !inner.narrated && inner.strength >= 0.9 && inner.outcome !== null) {
    const end = match[0].length + inner.end
    return { ...inner, start: 0, end, subject: null, vote: null, text: text.slice(0, end).trim() }
  }
  const outcome = DECISION_LABELS[verb] ?? null
  return { ...LABELLED, end: match[0].length, text: match[0].trim(), verb, outcome }
}

function openerAt(text: string, match: RegExpExecArray): Opener | null {
  if (wordsInForce().openers.get(foldWords(match[0])) === null) return null
  const verb = match[0].replaceAll(' ', '').toLowerCase()
  const capitals = match[0] === match[0].toUpperCase()
  const before = text.slice(0, match.index)
  if (inQuotation(before)) return null
  // "The Chair declared the amendment CARRIED. It was then …" says what became of what is before it.
  if (verb === 'carried' && /^\s*[.;]/u.test(text.slice(match.index + match[0].length))) return null
  if (isOfBusiness(text.slice(match.index))) return null
  const clause = startOfClause(before, capitals)
  const item = clause === 0 ? (ITEM.exec(before)?.[0].length ?? 0) : 0
  const subject = before.slice(clause + item)
  const kind = subjectKind(subject, capitals)
  if (kind === null) return null
  // "After some talk it was AGREED": capitals open by themselves.
  const ownWords = subjectKind(subject.split(' ')[0] ?? '', false) !== null || namesNobody(foldWords(subject))
  const start = capitals && kind === 'empty' && !ownWords ? match.index : clause + item
  const behindVerb = match.index + match[0].length
  const further = TO_RECOMMEND.exec(text.slice(behindVerb))?.[0].length ?? 0
  const behind = behindVerb + further
  const passesOn = further > 0 || PASSING_ON.has(verb)
  const target = passesOn ? (REFERRED_TO.exec(text.slice(behind))?.[0].length ?? 0) : 0
  const twin = TWIN.exec(text.slice(behind + target))?.[0].length ?? 0
  const again = passesOn && twin > 0 ? (REFERRED_TO.exec(text.slice(behind + target + twin))?.[0].length ?? 0) : 0
  const { end, vote, marked, alone } = openerTail(text, behind + target + twin + again)
  const follows = [FOLLOWS, LETTER_FOLLOWS, CLAUSE_FOLLOWS].some((form) => form.test(text.slice(end)))
  const leads = /^(?:that|to)\s*[:–—-]+\s*$/iu.test(text.slice(end))
  const atStart = clause === 0
  const name = kind === 'body' ? nameIn(subject, clause + item) : null
  const strength = strengthOf({
    verb,
    phrase: match[0],
    capitals,
    kind,
    marked: marked || leads,
    alone: alone || (leads && kind !== 'motion'),
    follows,
    atStart,
    targeted: target > 0,
    we: /^we\b/iu.test(subject),
    seconded: /\b(?:seconded|proposed|moved)\b/iu.test(before),
  })
  const outcome = further > 0 ? null : (wordsInForce().openers.get(foldWords(match[0])) ?? OPENING_VERBS[verb] ?? null)
  const weight = LIMB_LABEL.test(text) && !capitals ? Math.min(strength, 0.55) : strength
  if (strength > 0)
    return { start, end, text: text.slice(start, end).trim(), verb, subject: name, vote, outcome, strength: weight, narrated: false }
  return narration(text, text.slice(end), { start: clause + item, verb, subject: name, outcome }, kind)
}

/** The same word in another language: "PENDERFYNWYD / RESOLVED". */
const TWIN = new RegExp(String.raw`^\s*/\s*(?:${WORDS.join('|')})(?![\p{L}\p{N}])`, 'iu')

/** "(2) Agreed that …", "B Cabinet agreed that …": a limb's own words, where it is under an opener. */
const LIMB_LABEL = /^\s*(?:\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\([A-Z]\)|[a-z][.:]|[A-Z] (?=\p{Lu}))\s*\S/u

/** What passes a decision on to another body, after a deciding word. */
const REFERRED_TO = new RegExp(String.raw`^\s*${formsSource(REFERRAL_TARGETS)}(?!\p{L})`, 'iu')

/** The deciding words under which nothing is decided yet. */
const PASSING_ON = new Set(WORDS.filter((word) => OPENING_VERBS[word] === null))

interface Signs {
  verb: string
  phrase: string
  capitals: boolean
  kind: SubjectKind
  marked: boolean
  alone: boolean
  follows: boolean
  atStart: boolean
  targeted: boolean
  we: boolean
  seconded: boolean
}

/** Weights of an opener's signs; 0 where they do not make one. */
function strengthOf({ verb, phrase, capitals, kind, marked, alone, follows, atStart, targeted, we, seconded }: Signs): number {
  const prose = DECIDING_IN_PROSE.includes(verb) || wordsInForce().openers.has(foldWords(phrase))
  // "RECOMMENDED that" may as well be what an officer's report asks for.
  if (PASSING_ON.has(verb)) return targeted && (kind === 'body' || atStart) ? 1 : capitals && kind !== 'none' && follows ? 0.5 : 0
  // "Carried" and "MOTION CARRIED" on a line of their own say what became of the words above them.
  if (kind === 'motion') return verb === 'carried' && marked && !alone ? 1 : 0
  if (kind === 'thing' || (alone && verb === 'carried')) return 0
  if (alone && !we) return kind === 'none' && atStart ? 1 : prose || capitals || (marked && kind === 'body') ? 0.9 : 0
  if (kind === 'none') {
    const welsh = /(?:wyd|odd)$/u.test(verb)
    if (capitals) return 1
    // "Proposed by A, seconded by B and agreed to …".
    if (/^\p{Ll}/u.test(phrase)) return seconded && prose && (follows || marked) ? (marked ? 0.9 : 0.75) : 0
    if (marked) return 1
    if (welsh && atStart) return 0.9
    return follows && prose && !PRESENT.test(verb) && verb !== 'ordered' ? 0.9 : 0
  }
  if (capitals) return 1
  const own = kind === 'body' && PRESENT.test(verb)
  // "We agree that …" is how reports and responses speak.
  if (we) return marked || follows ? 0.4 : 0
  if (!prose && !own) return 0
  if (marked) return 0.9
  return follows ? (kind === 'body' || atStart ? 0.75 : 0.7) : 0
}

/** "I agree to …", "That Cabinet agrees to": the present is somebody's own. */
const PRESENT = /^(?:agree|approve|resolve|decide)s?$/u

/** "The report was noted by Members", "The Committee noted the update": a sentence that says what was decided. */
function narration(
  text: string,
  rest: string,
  said: Pick<Opener, 'start' | 'verb' | 'subject' | 'outcome'>,
  kind: SubjectKind,
): Opener | null {
  if (said.outcome === null || !/ed$/u.test(said.verb) || /\bminutes\b/iu.test(text)) return null
  // "We noted the good work" is how reports speak.
  if ((kind !== 'thing' && kind !== 'body') || /^we\b/iu.test(text.slice(said.start))) return null
  const told = kind === 'thing' ? OF_THIS_MEETING.test(rest) : /^(?:the|its|this|recommendations?|all|both)\b|^\p{Lu}/u.test(rest)
  if (!told || OPENS_MEETING.test(rest)) return null
  // "The Board approved the bridge in 2019" is history; what was noted may be of any year.
  if (kind === 'body' && said.outcome !== 'noted' && ofAnotherTime(rest.slice(0, sentenceEnd(rest)))) return null
  const strength = kind === 'thing' || NOTED_NOUN.test(rest.slice(0, 60)) ? 0.5 : 0.35
  return { ...said, end: said.start, text: '', vote: null, strength, narrated: true }
}

/** "The Committee noted the apologies of …": how a meeting opens is told there, and nothing is decided. */
const OPENS_MEETING = /^(?:(?:the|all|any|an)\s)?(?:apolog(?:y|ies)|absences?|declarations?)\b/iu

/** "The report was agreed in May" is another meeting's; "by Members", "as amended", "and …" are this one's. */
const OF_THIS_MEETING = /^\s*(?:$|[.,;]|(?:by (?:the|members|all|cabinet|council)|as|and|subject|unanimously|to|until|pending|with)\b)/iu

const SAYS_AGREED =
  /resol|agree|approv|carrie[ds]|passe[ds]|decid|decision|determin|order|enact|adopt|accept|endors|outcome|penderfyn|cytun/u

/** Whether a person taught that this heading is over decisions. */
function isTaughtHeading(text: string): boolean {
  const { headings } = wordsInForce()
  return headings.size > 0 && headings.get(headingWords(text)) === 'decision'
}

/** What a taught opener, or a taught heading of decisions, does to what follows. */
function taughtOutcome(opener: string): Outcome | null {
  const { openers } = wordsInForce()
  const folded = openers.size > 0 ? ` ${foldWords(opener)} ` : ''
  const [, outcome = null] = [...openers].find(([phrase]) => folded.includes(` ${phrase} `)) ?? []
  return outcome ?? (isTaughtHeading(opener) ? 'agreed' : null)
}

/** What an opener alone does to what is under it. */
export function openerOutcome(opener: string): Outcome | null {
  const taught = taughtOutcome(opener)
  if (taught !== null) return taught
  const letters = opener.replace(/[^\p{L}]/gu, '').toLowerCase()
  if (/recommend|argymhell|moved|proposed|^motion$|seconded/u.test(letters) && !/resolved|agreed|carried|ordered/u.test(letters))
    return null
  if (/\bnot\b|\bto recommend\b|\brecommends? to\b/iu.test(opener)) return null
  if (SAYS_AGREED.test(letters) || readBodyLead(opener)) return 'agreed'
  return WORDS.reduce<Outcome | null>((found, word) => found ?? (letters.includes(word) ? (OPENING_VERBS[word] ?? null) : null), null)
}
