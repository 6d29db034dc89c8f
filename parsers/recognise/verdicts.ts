import { beginsGroup, readGroup, type Token, tokenize, type VerbGroup } from './deciding-group.ts'
import {
  closes,
  groupVerdict,
  isAnswering,
  isPassive,
  moved,
  OPENING,
  RECOMMENDATION,
  standingVerdict,
  type Verdict,
} from './deciding-verdict.ts'
import { DECIDED_NOUN } from './deciding-words.ts'

export type { Verdict } from './deciding-verdict.ts'

/** No verdict is further in than this. */
const HEAD = 240
const LONGEST_SUBJECT = 14

/**
 * The verdict that a cell or an answer begins with: "Agreed", "Yes", "In part", "The Council accepts this in
 * principle", "Not accepting"; null where it begins with none. It rests on answers giving the verdict first and
 * the reason after it; two that differ are a form's choices, and a verdict of another's is not one.
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

/** Whether a form that nobody filled in puts another verdict beside the first: "Agreed / Not agreed". */
function contradicted(said: string, tokens: readonly Token[], group: VerbGroup): boolean {
  if (tokens[group.next]?.word !== '/' && tokens[group.next]?.word !== 'or') return false
  const other = readGroup(tokens, group.next + 1)
  return other !== null && groupVerdict(said, other)?.outcome !== groupVerdict(said, group)?.outcome
}

/** After a subject a verb must be one: "supports", "is accepted", "do not agree"; "the agreed plan" has none. */
function startsFinite(tokens: readonly Token[], at: number): boolean {
  return readGroup(tokens, at) !== null || beginsGroup(tokens[at]?.word ?? '')
}

/** Whether a verb with a subject is said about the recommendation: in the passive by its subject, in the active by its object or none. */
function groupIsAbout(said: string, group: VerbGroup, subject: string): boolean {
  if (group.hedged || (group.infinitive && group.negations === 0)) return false
  if (isPassive(group, subject)) return RECOMMENDATION.test(subject)
  const clause = /^[^.;:?]{0,80}/u.exec(said.slice(group.end))?.[0] ?? ''
  return /^\s*(?:[,(–—-]|$)/u.test(clause) || DECIDED_NOUN.test(clause.split(/\s+/u).slice(0, 8).join(' ')) || group.negations > 0
}
