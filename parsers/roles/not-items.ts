import { NUMBER_WORDS } from '../../schema/vocabulary/counting.ts'
import { MAKING_VERBS, PARTS_OF_REPORTS } from '../../schema/vocabulary/speech.ts'

/** A paragraph that says what a chapter does: "In this part we set out what we recommend." */
export const OWN_PART = new RegExp(String.raw`^(?:[^.]{0,60}\s)?(?:this|the following) (?:${PARTS_OF_REPORTS.join('|')})\b`, 'iu')

/** A sentence that says how many recommendations there are: "We made six recommendations." */
export const COUNTS = new RegExp(
  String.raw`^(?:[\p{L}’']+\s){1,8}(?:an? (?:total|number) of\s)?(?:\d{1,3}|${NUMBER_WORDS.join('|')}|\p{L}+teen|twenty)\s(?:\p{L}+\s)?recommendations\b`,
  'iu',
)

/** A sentence that says that recommendations come: "I therefore make the following recommendations to the Secretary." */
export const ANNOUNCES = new RegExp(
  String.raw`^(?:[^.\s]+\s){0,12}(?:${MAKING_VERBS.join('|')})\s(?:the following|these|our|my|its|\d{1,2})\s(?:\p{L}+\s){0,3}recommendations?\b[^.]{0,120}[.:]?$`,
  'iu',
)
