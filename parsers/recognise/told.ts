import { REVIEWERS } from '../../schema/vocabulary/speech.ts'
import { findReferences } from './references.ts'
import { formsSource } from './word-forms.ts'

const ASKED = '(?:recommend(?:ed|s)?|ask(?:ed|s)?|suggest(?:ed|s)?|propose[ds]?|urge[ds]?|call(?:ed|s)?(?: on)?|advise[ds]?)'
const REFERENCE = String.raw`(?:recommendation|rec\.?)\s[\p{L}\p{N}().]{1,8}`
const THEN = '(?:(?:also|then|further|next|finally)\\s)?'
const ADDRESSED = String.raw`(?:\s(?:us|me|the [\p{L} ]{2,40}?|\p{Lu}[\p{L}’']+))?(?:,?\s\(${REFERENCE}\),?)?`
/** "You also recommended that …", "Your Panel asked us to …": a letter tells its reader what was asked, in a sentence, and answers after it. */
export const TOLD = new RegExp(
  String.raw`^(?:(?:in|by)\s${REFERENCE},?\s)?(?:\p{L}+,?\s){0,2}?(?:you|your (?:\p{L}+ ){0,3}?(?:report|review|letter|committee|panel|board|group))\s` +
    String.raw`${THEN}${ASKED}${ADDRESSED}\s(?:that|to|for)\s`,
  'iu',
)
/** "The review recommended (recommendation 1) that …", "Recommendation 2 asked the Council to …": the same, of others than the reader. */
export const TOLD_OF_OTHERS = new RegExp(
  String.raw`^(?:(?:in|by)\s${REFERENCE},?\s)?(?:(?:the|this|its|their)\s(?:[\p{L}’']+\s){0,4}?(?:report|${formsSource(REVIEWERS)})|${REFERENCE})\s` +
    String.raw`${THEN}(?:(?:has|have)\s)?${ASKED}${ADDRESSED}\s(?:(?=that\s)|(?:to|for)\s)`,
  'iu',
)

/** Where a sentence that says what was recommended comes to its words, and the number that it gives; `lead` is 0 where it does not tell. */
export function readTold(text: string, pattern: RegExp): { lead: number; number: { value: string; start: number; end: number } | null } {
  const opening = pattern.exec(text)?.[0] ?? ''
  const [reference, ...more] = findReferences(opening)
  const [value, ...others] = reference?.numbers ?? []
  const one = reference && value !== undefined && more.length === 0 && others.length === 0
  return { lead: opening.length, number: one ? { value, start: reference.start, end: reference.end } : null }
}
