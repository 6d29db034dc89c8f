import type { Outcome } from '../../schema/records.ts'
import { RECOMMENDING_BODIES } from '../../schema/vocabulary/deciding.ts'
import { FORM_FOLLOWERS, STANDING_VERDICTS } from '../../schema/vocabulary/verdicts.ts'
import { readDegree } from './deciding-degree.ts'
import { degreeAt, readGroup, tokenize, type VerbGroup } from './deciding-group.ts'
import { foldWords } from './fold.ts'
import { ofWords } from './remember.ts'
import { wordsInForce } from './taught.ts'
import { formsPattern } from './word-forms.ts'

/** A verdict and where its words are. `outcome` is null where the words are known to give none ("No response"). */
export interface Verdict {
  outcome: Outcome | null
  start: number
  end: number
}

/** Any of these words at the beginning of a text, the longest first. */
const opensWith = (verdicts: readonly string[]): RegExp =>
  new RegExp(
    String.raw`^(?:${verdicts
      .toSorted((a, b) => b.length - a.length)
      .map((words) => words.replaceAll(' ', String.raw`[\s,-]+`))
      .join('|')})(?![\p{L}\p{N}'’])`,
    'iu',
  )
const STANDING = opensWith(Object.keys(STANDING_VERDICTS))
/** The verdicts that people taught; null where nobody taught one. */
const taughtVerdicts = ofWords(({ verdicts }) => ({ pattern: verdicts.size === 0 ? null : opensWith([...verdicts.keys()]) }))
/** What opens a cell before its verdict. */
export const OPENING = /^(?:[\s"'“‘([*•·–—-]|(?:response|verdict|decision|answer|outcome):)*/iu
const RECOMMENDING = formsPattern(RECOMMENDING_BODIES, 'anywhere')

/** What a subject does not hold: with one of these, what follows is said about another time, case or speaker. */
export const NO_SUBJECT =
  /[.;:?!]|\b(?:that|which|who|whom|whose|where|when|whether|if|unless|until|while|although|though|because|since|as|had|would|could|should|may|might|asked|recommended|suggested|urged|to|how|what|why)\b/iu
/** "The government", "We", "Ofcom": a subject begins with a capital, or is a pronoun. */
const SUBJECT = /^(?:["“‘(]?\p{Lu}|the\b|we\b|i\b|it\b|this\b|these\b|recommendations?\b|cabinet\b|council\b|officers\b)/u
/** What an answer's verdict is said about. */
export const RECOMMENDATION = /\b(?:recommendations?|recs?\.?|it|this|these|both|they|proposals?|suggestions?)\b/iu
/** A verdict by so many letters further on. */
export const moved = <V extends Verdict>(verdict: V | null, by: number): V | null =>
  verdict ? { ...verdict, start: verdict.start + by, end: verdict.end + by } : null

/** Words that are a verdict without a verb; `end` is −1 where a form gives its choices ("Yes/No"). */
export function standingVerdict(said: string): Verdict | null {
  const taught = taughtVerdicts().pattern?.exec(said) ?? null
  const match = taught ?? STANDING.exec(said)
  if (!match) return null
  const end = match[0].length
  const words = match[0].toLowerCase().replace(/[\s,-]+/gu, ' ')
  const rest = said.slice(end)
  if (/^\s*\/\s*\p{L}/u.test(rest)) return { outcome: null, start: 0, end: -1 }
  const closed = words.includes(' ') || /^\s*(?:[.,;:!([–—-]|$|\p{Lu}|(?:with|to|but|as|subject|and)\b)/u.test(rest)
  if (!closed || (/^(?:yes|no)$/u.test(words) && !/^\s*(?:[.,;:!([–—-]|$)/u.test(rest))) return null
  return { outcome: (taught ? wordsInForce().verdicts.get(foldWords(words)) : STANDING_VERDICTS[words]) ?? null, start: 0, end }
}

/** Whether what follows lets a verb without a subject be the whole verdict, not the beginning of another sentence. */
export function closes(said: string, group: VerbGroup): boolean {
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
export function isAnswering(subject: string): boolean {
  const words = subject.trim().replace(/\bRec(?:ommendation)?s?\s+[\d,\sRa-z().-]+$/u, 'recommendation')
  return SUBJECT.test(subject.trim()) && !NO_SUBJECT.test(words) && !RECOMMENDING.test(words)
}

/** "Recommendation accepted" leaves its auxiliary out. */
export const isPassive = (group: VerbGroup, subject: string): boolean =>
  group.passive || (/^(?:(?:the|this|these) )?recommendations?\b/iu.test(subject.trim()) && group.forms.includes('past'))

/** What a group does to a recommendation, and how far. */
export function groupVerdict(said: string, group: VerbGroup): Verdict | null {
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
  const rest = said.slice(group.end)
  const degree = degreeOfObject(rest) ?? readDegree(rest) ?? inFull(rest)
  return { outcome: degree?.outcome ?? 'agreed', start, end: group.end + (degree?.end ?? 0) }
}

/** What an answer takes of a recommendation where it does not take all: "accept the principle of this recommendation", "the first half of it". */
export const TAKEN = String.raw`the\s+(?:principles?|(?:first|second|third|last|other|latter|former)\s+(?:half|part|limb|element|point))\s+(?:of|behind|in)`
const TAKEN_OF = new RegExp(String.raw`^\s+(?:with\s+)?${TAKEN}\b`, 'iu')

function degreeOfObject(rest: string): { outcome: Outcome; end: number } | null {
  const words = TAKEN_OF.exec(rest)?.[0]
  return words ? { outcome: /principle/iu.test(words) ? 'agreed_in_principle' : 'agreed_in_part', end: words.length } : null
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
