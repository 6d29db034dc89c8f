import { type Passage, slicePassage } from '../../schema/document.ts'
import { findReviewTitles, nameBehind, reviewSubject } from '../recognise/titles.ts'

/** A heading that names a review is no longer than this. */
const LONGEST_NAME = 160
/** "Empty Homes Review", "Empty Homes Review 2024 (March 2024)", "Allotments Task Group". */
const ENDS_AS_REVIEW = /^\p{Lu}.*\b(?:Review|Inquiry|Task (?:and Finish )?Group)(?:\s(?:19|20)\d\d)?(?=\s*(?:\(|$|[–—-]))/u

/** The name of a review in the words of a heading or a banner, or null where they name none: "Review of Garden Waste (March 2020)". */
export function reviewNamed(passage: Passage): Passage | null {
  if (passage.text.length > LONGEST_NAME || /[.;]$/u.test(passage.text)) return null
  const [span] = findReviewTitles(passage.text)
  if (span) return slicePassage(passage, span.start, span.end)
  // What precedes a colon says what kind of paper it is: "Recommendation tracker: Empty Homes Review 2024".
  const start = passage.text.lastIndexOf(': ') + 1
  const name = slicePassage(passage, start)
  const match = ENDS_AS_REVIEW.exec(name.text)
  if (!match || reviewSubject(match[0]) === '') return null
  return slicePassage(name, 0, match[0].length + nameBehind(match[0], name.text.slice(match[0].length)))
}
