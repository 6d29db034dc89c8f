import { titleKinds } from '../recognise/titles.ts'
import { sectionsToFacts } from '../records/facts.ts'
import { itemsToWordings } from '../records/items-to-wordings.ts'
import { type Claim, type Layout, NO_CLAIM, noRecords, type Paper } from '../records/layout.ts'
import { numberGaps } from '../records/number-gaps.ts'
import { readRecommendationList } from '../records/recommendation-list.ts'

function claim(paper: Paper): Claim {
  const list = readRecommendationList(paper.outline)
  if (!list) return NO_CLAIM
  const kinds = titleKinds(paper.about.title?.text ?? '')
  const reasons = [`${list.items.length} items under "${list.heading?.text ?? 'Recommendation …'}"`]
  let score = list.heading ? 0.62 : 0.55
  if (list.items.length > 1) score += 0.08
  if (kinds.has('report') || paper.about.reviews.length > 0) {
    score += 0.12
    reasons.push('speaks of a review')
  }
  if (kinds.has('decision') || kinds.has('minutes') || kinds.has('response')) score -= 0.25
  return { score, reasons }
}

/** A review's report: its recommendations as a numbered list under a heading, or one by one through the text. */
export const layout: Layout = {
  name: 'review-report',
  claim,
  read(paper, report) {
    const list = readRecommendationList(paper.outline)
    const { source } = paper.outline.document
    const wordings = list ? itemsToWordings(list.items, 'proposed', list.kind, source) : []
    numberGaps(wordings, report)
    return { ...noRecords(), kind: 'review_report', wordings, facts: sectionsToFacts(paper.head, source, false) }
  },
}
