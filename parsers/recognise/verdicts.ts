import type { Outcome } from '../../schema/records.ts'
import { DECIDED_NOUNS, RECOMMENDING_BODIES } from '../../schema/vocabulary/deciding.ts'
import { FORM_FOLLOWERS, STANDING_VERDICTS } from '../../schema/vocabulary/verdicts.ts'
import { readDecision } from './deciding.ts'
import { readDegree } from './deciding-degree.ts'
import { beginsGroup, degreeAt, readGroup, type Token, tokenize, type VerbGroup } from './deciding-group.ts'
import { openerOutcome } from './openers.ts'

/** A verdict and where its words stand. `outcome` is null where the words are known to give none ("No response"). */
export interface Verdict {
  outcome: Outcome | null
  start: number
  end: number
}

/** A verdict found in an answer; not `sure` where it is said of something else than the recommendation ("we agree that housing matters"). */
export interface FoundVerdict extends Verdict {
  sure: boolean
}

/** No verdict stands further in than this. */
const HEAD = 240
const STANDING = Object.keys(STANDING_VERDICTS).toSorted((a, b) => b.length - a.length)
/** What opens a cell before its verdict. */
const OPENING = /^(?:[\s"'“‘([*•·–—-]|(?:response|verdict|decision|answer|outcome):)*/iu
/** What a subject does not hold: with one of these, what follows is said of another time, case or speaker. */
const NO_SUBJECT =
  /[.;:?!]|\b(?:that|which|who|whom|whose|where|when|whether|if|unless|until|while|although|though|because|since|as|had|would|could|asked|recommended|suggested|urged|to|how|what|why)\b/iu
/** "The government", "We", "Ofcom": a subject begins with a capital, or is a pronoun. */
const SUBJECT = /^(?:["“‘(]?\p{Lu}|we\b|i\b|it\b|this\b|these\b|recommendations?\b|cabinet\b|council\b|officers\b)/u
const RECOMMENDATION = /\b(?:recommendations?|recs?\.?|it|this|these|both|they|proposals?|suggestions?)\b/iu
const LONGEST_SUBJECT = 14

/**
 * The verdict that a cell or an answer begins with: "Agreed", "Yes", "In part", "The Council accepts this in
 * principle", "Not accepting"; null where it begins with none. It rests on answers giving the verdict first and
 * the reason after it; two that differ are a form's choices, and a verdict of another's is none.
 */
export function readVerdict(text: string): Verdict | null {
  const head = text.slice(0, HEAD)
  const opening = OPENING.exec(head)?.[0].length ?? 0
  const said = head.slice(opening)
  const standing = standingVerdict(said)
  if (standing) return standing.end < 0 ? null : moved(standing, opening)
  const tokens = tokenize(said)
  for (let at = 0; at <= LONGEST_SUBJECT && at < tokens.length; at++) {
    const subject = said.slice(0, tokens[at]?.start)
    if (at > 0 && !isAnswering(subject)) return null
    if (at > 0 && !startsFinite(tokens, at)) continue
    const group = readGroup(tokens, at)
    if (!group) {
      if (at > 0 && beginsGroup(tokens[at]?.word ?? '')) return null
      continue
    }
    if (contradicted(said, tokens, group)) return null
    if (at === 0 ? !closes(said, group) : !groupIsAbout(said, group, subject)) return null
    return moved(groupVerdict(said, group), opening)
  }
  return null
}

const moved = <V extends Verdict>(verdict: V | null, by: number): V | null =>
  verdict ? { ...verdict, start: verdict.start + by, end: verdict.end + by } : null

/** Words that are a verdict without a verb; `end` is −1 where a form gives its choices ("Yes/No"). */
function standingVerdict(said: string): Verdict | null {
  for (const words of STANDING) {
    const pattern = new RegExp(String.raw`^${words.replaceAll(' ', String.raw`[\s,-]+`)}(?![\p{L}\p{N}'’])`, 'iu')
    const match = pattern.exec(said)
    if (!match) continue
    const rest = said.slice(match[0].length)
    if (/^\s*\/\s*\p{L}/u.test(rest)) return { outcome: null, start: 0, end: -1 }
    const closed = words.includes(' ') || /^\s*(?:[.,;:!([–—-]|$|\p{Lu}|(?:with|to|but|as|subject|and)\b)/u.test(rest)
    if (!closed || (/^(?:yes|no)$/u.test(words) && !/^\s*(?:[.,;:!([–—-]|$)/u.test(rest))) continue
    return { outcome: STANDING_VERDICTS[words] ?? null, start: 0, end: match[0].length }
  }
  return null
}

/** Whether a form that nobody filled in puts another verdict beside the first: "Agreed / Not agreed". */
function contradicted(said: string, tokens: readonly Token[], group: VerbGroup): boolean {
  if (tokens[group.next]?.word !== '/' && tokens[group.next]?.word !== 'or') return false
  const other = readGroup(tokens, group.next + 1)
  return other !== null && groupVerdict(said, other)?.outcome !== groupVerdict(said, group)?.outcome
}

/** Whether what follows lets a verb without a subject be the whole verdict, not the beginning of another sentence. */
function closes(said: string, group: VerbGroup): boolean {
  if (group.hedged) return false
  const rest = said.slice(group.end)
  if (/^\s*\?/u.test(rest)) return false
  if (degreeAt(tokenize(rest), 0)) return true
  if (/^\s*(?:[.,;:!/([–—-]|$)/u.test(rest)) return true
  if (group.entry.ofMotions) return /^\s+(?:unanimously|by|on|nem)\b/iu.test(rest)
  if (group.negations > 0 || group.degree !== null || said.slice(group.start, group.end).split(/\s+/u).length > 2) return true
  const word = /^\s+([\p{L}]+)/u.exec(rest)?.[1] ?? ''
  return FORM_FOLLOWERS.includes(word.toLowerCase()) || /^\p{Lu}/u.test(word)
}

/** Whether words are the subject of somebody who answers, or the recommendation. */
function isAnswering(subject: string): boolean {
  const words = subject.trim().replace(/\bRec(?:ommendation)?s?\s+[\d,\sRa-z().-]+$/u, 'recommendation')
  return SUBJECT.test(subject.trim()) && !NO_SUBJECT.test(words) && !RECOMMENDING_BODIES.test(words)
}

/** After a subject a verb must be one: "supports", "is accepted", "do not agree"; "the agreed plan" has none. */
function startsFinite(tokens: readonly Token[], at: number): boolean {
  return readGroup(tokens, at) !== null || beginsGroup(tokens[at]?.word ?? '')
}

/** Whether a verb with a subject is said of the recommendation: in the passive by its subject, in the active by its object or none. */
function groupIsAbout(said: string, group: VerbGroup, subject: string): boolean {
  if (group.hedged || (group.infinitive && group.negations === 0)) return false
  if (isPassive(group, subject)) return RECOMMENDATION.test(subject)
  const clause = /^[^.;:?]{0,80}/u.exec(said.slice(group.end))?.[0] ?? ''
  return /^\s*(?:[,(–—-]|$)/u.test(clause) || DECIDED_NOUNS.test(clause.split(/\s+/u).slice(0, 8).join(' ')) || group.negations > 0
}

/** "Recommendation accepted" leaves its auxiliary out. */
const isPassive = (group: VerbGroup, subject: string): boolean =>
  group.passive || (/^(?:(?:the|this|these) )?recommendations?\b/iu.test(subject.trim()) && group.forms.includes('past'))

/** What a group does to a recommendation, and how far. */
function groupVerdict(said: string, group: VerbGroup): Verdict | null {
  const { entry, start } = group
  const clear = !group.hedged && group.negations < 2 && entry.deed !== 'act' && entry.deed !== 'open'
  if (!clear) return null
  if (group.negations === 1) return entry.not ? { outcome: entry.not, start, end: group.end } : null
  if (entry.deed === 'noted') return notedAnd(said, group)
  if (group.degree && (entry.deed === 'agreed' || entry.deed === 'rejected'))
    return {
      outcome: group.degree === 'part' || entry.deed === 'rejected' ? 'agreed_in_part' : 'agreed_in_principle',
      start,
      end: group.end,
    }
  const outcome = entry.deed as Outcome
  if (outcome !== 'agreed') {
    const tokens = tokenize(said)
    const partly = outcome === 'rejected' ? degreeAt(tokens, group.next) : null
    return partly
      ? { outcome: 'agreed_in_part', start, end: tokens[partly.next - 1]?.end ?? group.end }
      : { outcome, start, end: group.end }
  }
  const degree = readDegree(said.slice(group.end)) ?? inFull(said.slice(group.end))
  return { outcome: degree?.outcome ?? 'agreed', start, end: group.end + (degree?.end ?? 0) }
}

function inFull(rest: string): { outcome: Outcome; end: number } | null {
  const match = /^[\s,]{1,2}in full\b/iu.exec(rest)
  return match ? { outcome: 'agreed', end: match[0].length } : null
}

/** "Noted and accepted": the second verb says more. */
function notedAnd(said: string, group: VerbGroup): Verdict {
  const tokens = tokenize(said)
  const next = tokens[group.next]?.word === 'and' ? readGroup(tokens, group.next + 1) : null
  const more = next && !next.infinitive ? groupVerdict(said, next) : null
  return more?.outcome ? { ...more, start: group.start } : { outcome: 'noted', start: group.start, end: group.end }
}

const ANSWER_HEAD = 700
const SENTENCES = 3

/**
 * The verdict of an answer, whoever gives it, within its first sentences: "The government accepts this
 * recommendation in principle", "We agree." Null where none is stated. A later sentence counts only where it
 * names the recommendation; what the first says of something else is found but not sure.
 */
export function findVerdict(answer: string): FoundVerdict | null {
  const text = answer.slice(0, ANSWER_HEAD)
  const standing = readStanding(text)
  if (standing) return standing
  let from = 0
  let unsure: FoundVerdict | null = null
  for (let count = 0; count < SENTENCES && from < text.length; count++) {
    const rest = text.slice(from)
    const stop = /(?<!\b(?:Nos?|Recs?|Mrs?|Dr|St|para))[.?!;]["”’)]*(?:\s|$)/u.exec(rest)
    const sentence = rest.slice(0, stop ? stop.index + 1 : rest.length)
    const found = moved(sentenceVerdict(sentence, count === 0), from)
    if (found?.sure) return found
    unsure ??= found
    from += stop ? stop.index + stop[0].length : rest.length
  }
  return unsure
}

function readStanding(text: string): FoundVerdict | null {
  const opening = OPENING.exec(text)?.[0].length ?? 0
  const standing = standingVerdict(text.slice(opening))
  return standing?.outcome ? moved({ ...standing, sure: true }, opening) : null
}

function sentenceVerdict(sentence: string, first: boolean): FoundVerdict | null {
  if (sentence.endsWith('?')) return null
  const opening = OPENING.exec(sentence)?.[0].length ?? 0
  const said = sentence.slice(opening)
  const tokens = tokenize(said)
  for (let at = 0; at <= LONGEST_SUBJECT && at < tokens.length; at++) {
    const subject = said.slice(0, tokens[at]?.start).trim()
    if (at > 0 && NO_SUBJECT.test(subject)) return null
    const group = readGroup(tokens, at)
    if (!group) {
      if (at > 0 && beginsGroup(tokens[at]?.word ?? '')) return null
      continue
    }
    if (at === 0 && (!first || !closes(said, group))) return null
    if (at > 0 && (!isAnswering(subject) || group.hedged)) return null
    const verdict = groupVerdict(said, group)
    if (!verdict?.outcome) return null
    const sure = isSure(said, group, at === 0 ? '' : subject)
    const opines = group.negations > 0 || OPINING.has(group.entry.verb)
    return sure || (first && opines) ? moved({ ...verdict, sure }, opening) : null
  }
  return null
}

/** Verbs of an opinion on anything; what else one "supports" is something that is done. */
const OPINING = new Set(['agree', 'disagree', 'accept', 'concur', 'note', 'acknowledge'])

/** Whether a verdict is the recommendation's: it is its subject or object, or there is no other. */
function isSure(said: string, group: VerbGroup, subject: string): boolean {
  if (subject !== '' && isPassive(group, subject)) return RECOMMENDATION.test(subject)
  const object = /^[^.;:]{0,80}/u.exec(said.slice(group.end))?.[0] ?? ''
  if (/^\s*(?:[,(–—-]|$)/u.test(object) || subject === '') return true
  return OBJECT.test(object)
}

/** The recommendation as the object, at once: "with the Committee's conclusion", "that this recommendation is needed"; or how far. */
const OBJECT =
  /^\s*(?:,?\s*(?:in full|in part|in principle|partially|partly|fully),?)?\s*(?:$|(?:with|to|that|on|all|of|both|and|the|this|these|those|its|each|[\p{L}\p{N}]+[’']s?|committee|panel|first|second|third|following|above|intent|spirit|\s)*(?:recommendations?|recs?\b|conclusions?|findings?|proposals?|suggestions?|it|this|these|them|both)\b)/iu

/**
 * What a resolution did, from its opener ("RESOLVED that", "AGREED", "NOTED") and its own text: null where
 * the opener only records ("RECOMMENDED that", "moved") and where the text decides in words that are not known.
 */
export function resolutionOutcome(opener: string, text: string): Outcome | null {
  const base = openerOutcome(opener.slice(0, 200))
  return base === null && /[\p{L}]/u.test(opener) ? null : readDecision(text, base).outcome
}
