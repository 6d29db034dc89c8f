import { beginsGroup, readGroup, tokenize, type VerbGroup } from './deciding-group.ts'
import {
  closes,
  groupVerdict,
  isAnswering,
  isPassive,
  moved,
  NO_SUBJECT,
  OPENING,
  RECOMMENDATION,
  standingVerdict,
  TAKEN,
  type Verdict,
} from './deciding-verdict.ts'

/** A verdict found in an answer; not `sure` where it is said about something else than the recommendation ("we agree that housing matters"). */
export interface FoundVerdict extends Verdict {
  sure: boolean
}

const LONGEST_SUBJECT = 14
const LONGEST_CELL = 40
const ANSWER_HEAD = 700
const SENTENCES = 3

/**
 * The verdict of an answer, whoever gives it, within its first sentences: "The government accepts this
 * recommendation in principle", "We agree." Null where none is stated. A later sentence counts only where it
 * names the recommendation; what the first says about something else is found but not sure.
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
    for (const { start, clause } of clausesOf(sentence)) {
      const found = moved(clauseVerdict(clause, count === 0 && start === 0), from + start)
      if (found?.sure) return found
      unsure ??= found
    }
    from += stop ? stop.index + stop[0].length : rest.length
  }
  return unsure
}

/** "While we see why, we do not …", "As set out above, …", "We see why, but we do not …": clauses that may hold the verdict. */
const LEAD_CLAUSE =
  /^(?:as|while|whilst|although|though|following|after|having|in light of|given|for (?:this|these|the) reasons?|on balance|overall|accordingly|therefore|however|in this context|at this time)\b[^,;?]{0,140},\s+/iu

/** "I am afraid that I cannot …", "We regret to say that we do not …": words that soften the verdict after them. */
const SOFTENS = /^(?:(?:I am|we are)\s(?:afraid|sorry)|(?:I|we) regret)(?:\sto say)?\sthat\s+/iu

function clausesOf(sentence: string): { start: number; clause: string }[] {
  if (sentence.endsWith('?')) return []
  const lead = (SOFTENS.exec(sentence) ?? LEAD_CLAUSE.exec(sentence))?.[0].length ?? 0
  const turns = [...sentence.matchAll(/,?\s+but\s+|,\s+however,?\s+|,?\s+and\s+(?:so|therefore|thus|hence)\s+/giu)].map(
    ({ index, 0: words }) => index + words.length,
  )
  return [lead, ...turns.filter((turn) => turn > lead)].map((start) => ({ start, clause: sentence.slice(start) }))
}

/** "This recommendation has not yet been implemented, but will be": the subject of a verdict that stands for itself. */
const SAID_OF_IT = /^(?:the|this) recommendation\s(?=has not\b)/iu

function readStanding(text: string): FoundVerdict | null {
  const head = OPENING.exec(text)?.[0].length ?? 0
  const opening = head + (SAID_OF_IT.exec(text.slice(head))?.[0].length ?? 0)
  const standing = standingVerdict(text.slice(opening))
  return standing?.outcome ? moved({ ...standing, sure: true }, opening) : null
}

function clauseVerdict(clause: string, first: boolean): FoundVerdict | null {
  const opening = OPENING.exec(clause)?.[0].length ?? 0
  const said = clause.slice(opening)
  const tokens = tokenize(said)
  for (let at = 0; at <= LONGEST_SUBJECT && at < tokens.length; at++) {
    const subject = said.slice(0, tokens[at]?.start).trim()
    if (at > 0 && NO_SUBJECT.test(subject)) return null
    const group = readGroup(tokens, at)
    if (!group) {
      if (at > 0 && beginsGroup(tokens[at]?.word ?? '')) return null
      continue
    }
    // A small letter goes on with a sentence that began elsewhere.
    if (at === 0 && /^\p{Ll}/u.test(said) && said.length > LONGEST_CELL) return null
    if (at > 0 && group.forms.every((form) => form === 'ing') && !/\b(?:is|are|am|be)\b/iu.test(said.slice(group.start, group.end)))
      return null
    // What has not been done yet may still be.
    if (group.negations > 0 && group.entry.verb === 'implement' && /^(?:has|have)\b/iu.test(said.slice(group.start, group.end))) return null
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
  if (FRONTED.test(subject)) return true
  const object = /^[^.;:]{0,80}/u.exec(said.slice(group.end))?.[0] ?? ''
  if (/^\s*(?:(?:in full|in part|in principle)(?=\s*[,(–—-]|\s(?:and|but)\b|$))?\s*(?:[,(–—-]|$)/iu.test(object) || subject === '')
    return true
  return OBJECT.test(object)
}

/** "This we accept also": the object comes first, before the subject. */
const FRONTED = /^(?:[Tt]his|[Tt]hese|[Bb]oth(?: of these)?)\s+(?:we|I|(?:the\s)?\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+){0,3})$/u

/** The recommendation as the object, at once: "with the Committee's conclusion", "that this recommendation is needed"; or how far. */
const OBJECT = new RegExp(
  String.raw`^\s*(?:,?\s*(?:in full|in part|in principle|\p{L}+ly),?)?\s*(?:(?:with\s+)?${TAKEN}\s+)?` +
    String.raw`(?:$|(?:with|to|that|on|all|of|both|and|the|this|these|those|its|each|[\p{L}\p{N}]+[’']s?|committee|panel|first|second|third|following|above|intent|spirit|\s)*` +
    String.raw`(?:recommendations?|recs?\b|conclusions?|findings?|proposals?|suggestions?|it|this|these|them|both)\b)`,
  'iu',
)
