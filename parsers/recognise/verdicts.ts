import type { Outcome } from '../../schema/records.ts'
import { DECIDED_SUBJECTS, VERDICT_FOLLOWERS, VERDICT_OPENERS, VERDICTS } from '../../schema/vocabulary/verdicts.ts'

/** A verdict and where its words stand. `outcome` is null where the words are known to give none ("No response"). */
export interface Verdict {
  outcome: Outcome | null
  start: number
  end: number
}

const LONGEST_FIRST = Object.keys(VERDICTS).toSorted((a, b) => b.length - a.length)
const OPENERS = VERDICT_OPENERS.toSorted((a, b) => b.length - a.length)
/** No verdict stands further in than this. */
const HEAD = 160

/** "Agreed subject to the following amendment" changes the words; "subject to funding" does not. */
const AMENDING =
  /^[\s,;(–—-]{0,3}(?:as amended|with (?:an? |the |some |minor )?(?:following )?(?:amendments?|modifications?|changes)|subject to (?:an? |the )?(?:following |minor )?(?:amendments?|inclusion|addition|deletion|removal|insertion|replacement|rewording|changes?|modifications?))/iu

/** How far it is agreed, behind what is agreed: "accepts this recommendation in principle". */
const DEGREE =
  /^[\s,]{1,2}(?:(?:with|to)\s)?(?:(?:the|this|these|all)\s)?(?:recommendations?\s)?(?:but only\s)?(?:in principle|in part|partially|partly)(?![\p{L}])/iu

/** Where a phrase ends that the text has at an offset: any white space for a space, hyphens alike; −1 where it has not. */
function phraseEnd(text: string, at: number, phrase: string): number {
  let to = at
  for (const letter of phrase) {
    if (letter === ' ') {
      const from = to
      while (/[\s-]/u.test(text[to] ?? '')) to++
      if (to === from) return -1
    } else if (text[to]?.toLowerCase() === letter) to++
    else return -1
  }
  return /[\p{L}\p{N}'’]/u.test(text[to] ?? '') ? -1 : to
}

function afterOpener(text: string, at: number): number {
  for (const opener of OPENERS) {
    const end = phraseEnd(text, at, opener)
    if (end > 0 && /\s/u.test(text[end] ?? '')) return end + 1
  }
  return at
}

/** Whether what follows lets the words before it be a whole verdict, not the beginning of another sentence. */
function closes(rest: string, words: string): boolean {
  const next = /^\s*(?:[.,;:!/([–—-]|$)/u.test(rest)
  // "Will not be implemented because …": words enough to be no beginning of something else.
  if (next || words.split(' ').length > 2) return true
  if (words === 'yes' || words === 'no' || words === 'lost') return false
  const word = /^\s+([\p{L}]+)/u.exec(rest)?.[1] ?? ''
  return VERDICT_FOLLOWERS.includes(word.toLowerCase()) || /^\p{Lu}/u.test(word)
}

/** Whether another verdict stands beside the first, as on a form that nobody filled in: "Agreed / Not agreed". */
function contradicted(head: string, end: number, outcome: Outcome | null): boolean {
  const slash = /^\s*\/\s*/u.exec(head.slice(end))
  if (!slash) return false
  const second = LONGEST_FIRST.find((words) => phraseEnd(head, end + slash[0].length, words) > 0)
  return second !== undefined && VERDICTS[second] !== outcome
}

/**
 * The verdict that a cell or an answer begins with: "Agreed", "Yes", "In part", "Accepted in principle",
 * "Agreed – further work required", "Not accepting"; null where it begins with none. It stands on answers
 * giving the verdict first and the reason behind it; a verdict in the middle of a sentence is somebody else's, and two that differ are a form's choices.
 */
export function readVerdict(text: string): Verdict | null {
  const head = text.slice(0, HEAD)
  const opening = /^[\s"'“‘([*•·–—-]*/u.exec(head)?.[0].length ?? 0
  for (const start of new Set([opening, afterOpener(head, opening)])) {
    for (const words of LONGEST_FIRST) {
      const end = phraseEnd(head, start, words)
      if (end < 0 || !closes(head.slice(end), words)) continue
      if (contradicted(head, end, VERDICTS[words] ?? null)) return null
      const amending = VERDICTS[words] === 'agreed' ? AMENDING.exec(head.slice(end)) : null
      if (amending) return { outcome: 'amended', start, end: end + amending[0].length }
      const degree = VERDICTS[words] === 'agreed' ? DEGREE.exec(head.slice(end)) : null
      if (degree) {
        const outcome = /principle/iu.test(degree[0]) ? 'agreed_in_principle' : 'agreed_in_part'
        return { outcome, start, end: end + degree[0].length }
      }
      return { outcome: VERDICTS[words] ?? null, start, end }
    }
  }
  return null
}

interface Deciding {
  pattern: RegExp
  outcome: Outcome
  /** Whether the words only count when said of a recommendation, a report or the like: what a recommendation itself asks for may well be that people "be referred". */
  ofDecided: boolean
}

const ADVERB = '(?:\\w+ly )?'
/** The first that the text has decides. */
const DECIDING: readonly Deciding[] = [
  {
    pattern: new RegExp(
      `\\b(?:not be|be not) ${ADVERB}(?:agreed|accepted|approved|supported|adopted|endorsed|implemented|taken forward)\\b`,
      'giu',
    ),
    outcome: 'rejected',
    ofDecided: true,
  },
  { pattern: new RegExp(`\\bbe ${ADVERB}(?:rejected|refused|declined|dismissed)\\b`, 'giu'), outcome: 'rejected', ofDecided: true },
  { pattern: new RegExp(`\\bbe ${ADVERB}(?:deferred|adjourned|postponed)\\b`, 'giu'), outcome: 'deferred', ofDecided: true },
  { pattern: new RegExp(`\\bbe ${ADVERB}(?:referred|remitted)\\b`, 'giu'), outcome: 'referred', ofDecided: true },
  {
    pattern:
      /\bbe (?:\w+ly )?(?:agreed|accepted|approved|supported|endorsed|adopted) in part\b|\bbe partly (?:agreed|accepted|approved|supported)\b|\bbe partially (?:agreed|accepted|approved|supported)\b/giu,
    outcome: 'agreed_in_part',
    ofDecided: true,
  },
  {
    pattern: /\bbe (?:agreed|accepted|approved|supported|endorsed|adopted) in principle\b/giu,
    outcome: 'agreed_in_principle',
    ofDecided: true,
  },
  {
    pattern:
      /\bas amended\b|\bbe (?:agreed|accepted|approved|adopted|endorsed),? subject to (?:an? |the )?(?:following |minor )?(?:amendments?|inclusion|addition|deletion|removal|insertion|replacement|rewording|changes?|modifications?)\b|\bbe amended (?:to|by|so|as)\b/giu,
    outcome: 'amended',
    ofDecided: true,
  },
  {
    pattern: new RegExp(`\\bbe ${ADVERB}(?:agreed|accepted|approved|supported|endorsed|adopted|confirmed)\\b`, 'giu'),
    outcome: 'agreed',
    ofDecided: true,
  },
]
/** How far before the verb its subject is looked for. */
const SUBJECT_REACH = 160
/** "be noted" decides only as the verb of the resolution's own sentence, near its end. */
const NOTING =
  /\bbe (?:\w+ly )?(?:noted|received)\b(?:\s+(?:and|by|with)\b[^.;]{0,60})?\s*[.;,:]?(?:\s+and)?\s*$|^(?:that )?it be noted\b/iu

function hasSubject(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - SUBJECT_REACH), at)
  const clause = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf(';')) + 1)
  return DECIDED_SUBJECTS.test(clause)
}

/** What an opener alone does. */
function openerOutcome(opener: string): Outcome | null {
  const letters = opener.replace(/[^\p{L}]/gu, '').toLowerCase()
  if (/(?:resolve|agree|approve|carried|decide|decision)/u.test(letters)) return 'agreed'
  return letters.includes('noted') ? 'noted' : null
}

/**
 * What a resolution did, from its opener ("RESOLVED that", "AGREED", "NOTED") and its own text: null
 * where the opener only records ("RECOMMENDED that", "moved") and the text decides nothing.
 *
 * It stands on two habits of minutes. Under "RESOLVED that" a limb that restates what is to be done is
 * agreed by standing there. And a limb that decides otherwise says so of the thing decided, in the passive:
 * "recommendation 3 be rejected", "the report be noted", "consideration of the item be deferred".
 */
export function resolutionOutcome(opener: string, text: string): Outcome | null {
  const decided = text.slice(0, 2000)
  for (const { pattern, outcome, ofDecided } of DECIDING) {
    for (const match of decided.matchAll(pattern)) if (!ofDecided || hasSubject(decided, match.index)) return outcome
  }
  if (NOTING.test(decided.slice(0, 600))) return 'noted'
  return openerOutcome(opener.slice(0, 200))
}
