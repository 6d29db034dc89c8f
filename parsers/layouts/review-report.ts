import type { Report } from '../../schema/diagnostics.ts'
import type { ReviewMention, Wording } from '../../schema/records.ts'
import { reviewSubject, titleKinds } from '../recognise/titles.ts'
import { sectionsToFacts } from '../records/facts.ts'
import { itemsToWordings } from '../records/items-to-wordings.ts'
import { KeyRing } from '../records/keys.ts'
import { type Claim, type Layout, NO_CLAIM, noRecords, type Paper } from '../records/layout.ts'
import { numberGaps } from '../records/number-gaps.ts'
import { opensAsMinutes, passagePlace } from '../records/outline.ts'
import { readReportLists } from '../records/recommendation-list.ts'

function claim(paper: Paper): Claim {
  const { proposed: list } = readReportLists(paper.outline)
  if (!list) return NO_CLAIM
  const kinds = titleKinds(paper.about.title?.text ?? '')
  const reasons = [`${list.items.length} items under "${list.heading?.text ?? 'Recommendation …'}"`]
  let score = list.heading ? 0.62 : 0.55
  if (list.items.length > 1) score += 0.08
  if (kinds.has('report') || paper.about.reviews.length > 0) {
    score += 0.12
    reasons.push('speaks of a review')
  }
  if (kinds.has('decision') || kinds.has('minutes') || kinds.has('response') || opensAsMinutes(paper.outline)) score -= 0.25
  return { score, reasons }
}

/** What the report recommends and concludes, and where it says so again. */
function reportWordings(paper: Paper, report: Report): Wording[] {
  const { proposed, conclusions, restated } = readReportLists(paper.outline)
  const { source } = paper.outline.document
  const keys = new KeyRing()
  const own = proposed ? itemsToWordings(proposed.items, 'proposed', proposed.kind, source, keys) : []
  const concluded = conclusions ? itemsToWordings(conclusions.items, 'proposed', conclusions.kind, source, keys) : []
  for (const { number, numberText, place, key } of own)
    if (number !== null && numberText === null) report('number-restored', place, number, key)
  numberGaps(own, report)
  numberGaps(concluded, report)
  const again = restated.flatMap(({ items, kind }) => itemsToWordings(items, 'restated', kind, source, keys))
  return [...own, ...concluded, ...again].map((wording, position) => ({ ...wording, position }))
}

/** A report is of the review that its title names, or of its title where that names none, whatever else its text speaks of. */
function reportReviews({ about }: Paper): ReviewMention[] {
  const { title, reviews } = about
  const subject = title ? reviewSubject(title.text) : ''
  if (!title || subject === '' || reviews.some(({ source }) => source !== 'sentence')) return reviews
  const own = {
    key: `review/${subject}`,
    title: title.text,
    kind: 'review' as const,
    confidence: 0.75,
    source: 'title',
    place: passagePlace(title),
  }
  return [
    own,
    ...reviews.filter(({ key }) => key !== own.key).map((mention) => ({ ...mention, confidence: Math.min(mention.confidence, 0.3) })),
  ]
}

/** A review's report: its recommendations as a numbered list under a heading, in a table, or one by one through the text. */
export const layout: Layout = {
  name: 'review-report',
  claim,
  read(paper, report) {
    return {
      ...noRecords(),
      kind: 'review_report',
      wordings: reportWordings(paper, report),
      facts: sectionsToFacts(paper.head, paper.outline.document.source, false),
      reviews: reportReviews(paper),
    }
  },
}
