import type { Outcome } from '../../schema/records.ts'

/** How far something is agreed, by the words around the verb that agrees to it. */
export interface Degree {
  outcome: Outcome
  /** Only because some of it is left out, by number: the rest is agreed. */
  exception: boolean
  /** Where the words that say so end, from where they were looked for. */
  end: number
}

const CHANGES =
  '(?:amendments?|modifications?|changes?|alterations?|inclusion|addition|deletion|omission|removal|insertion|replacement|rewording|corrections?|substitution)'
/** "Agreed subject to the following amendment", "with 'May' in place of 'March'"; "subject to funding" changes no words, nor does "the 2001 Act, as amended"; an agenda was amended before. */
const AMENDED = new RegExp(
  String.raw`(?<!\b(?:Acts?|Regulations?|Orders?|Rules)\b[^.;]{0,12}|\b(?:agenda|order of business|minutes)\b[^.;]{0,120}|\b(?:19|20)\d\d\W{0,3})\bas (?:amended|modified|revised at the meeting)\b` +
    String.raw`|\b(?:with|subject to) (?:(?:an?|the|some|minor|following|these|two|three|further|agreed) ){0,3}${CHANGES}\b` +
    String.raw`|\bwith [^.;]{1,80} (?:in place of|instead of)\b|\b(?:save|except) that\b|\(amended\)`,
  'iu',
)
/** "Accepts this recommendation in principle", "approve the scheme in principle": after what is agreed. */
const BEHIND =
  /^[\s,(–—-]*(?:(?!which|that|because|since|where|if|whether|as|to be)[\p{L}\p{N}'’.()/&-]+\s+){0,9}?[,(–—-]?\s*(?:but only\s+)?(in principle|in part|partially|partly)(?![\p{L}])(?!,? (?:because|due|owing|through|funded|responsible))/iu
/** What is added or left out, as a condition. */
const ADDS = /\b(?:inclusion|addition|deletion|omission|removal|insertion)$/iu
const RECOMMENDED =
  /\b(?:recommendations?|recs?|motions?|proposals?|amendments?|reports?|actions?|conclusions?|suggestions?|it|this|these|them|all)\b/iu
/** What is left out of the object, by number ("all recommendations except 2 be agreed" agrees to all that it names): "with the exception of recommendation 4". */
const EXCEPT =
  /\b(?:with the exception of|with the exception that|except(?:ing)?(?: for)?|save(?: for)?|other than|apart from|excluding|all but|but not)\s+(?:for\s+)?(?:the\s+)?(?:recommendations?|recs?\b|items?|numbers?|paragraphs?|parts?|points?|those|clauses?|last|first|second|third|final|[\dR(])/iu
/** A meeting's own papers were amended before they are agreed. */
const OWN_BUSINESS = /\b(?:agenda|order of business|minutes|consent (?:calendar|list|items))\b/iu
const LONGEST_SENTENCE = 400

/** What follows a verb that agrees, to the end of its sentence, and how far that lets it agree; null where it agrees outright. */
export function readDegree(rest: string, before = ''): Degree | null {
  const sentence = rest.slice(0, LONGEST_SENTENCE).split(/[;.](?:\s|$)/u)[0] ?? ''
  const behind = BEHIND.exec(sentence)
  if (behind)
    return {
      outcome: /principle/iu.test(behind[1] ?? '') ? 'agreed_in_principle' : 'agreed_in_part',
      exception: false,
      end: behind[0].length,
    }
  const amended = OWN_BUSINESS.test(before) ? null : (AMENDED.exec(sentence) ?? AMENDED.exec(before))
  const except = EXCEPT.exec(sentence)
  // "That the policy be supported, subject to the addition of a map": only a recommendation is changed by that.
  const object = `${before} ${sentence.slice(0, amended?.index ?? 0)}`
  if (amended && ADDS.test(amended[0]) && /\p{L}/u.test(object) && !RECOMMENDED.test(object)) return null
  // "Approve the agenda with the removal of item 7": the list itself is what is approved.
  if (OWN_BUSINESS.test(sentence.slice(0, (amended ?? except)?.index ?? 0))) return null
  if (amended)
    return {
      outcome: 'amended',
      exception: false,
      end: amended.index + amended[0].length <= sentence.length ? amended.index + amended[0].length : 0,
    }
  return except ? { outcome: 'agreed_in_part', exception: true, end: 0 } : null
}
