import type { Report } from '../../schema/diagnostics.ts'
import type { ReviewMention, Wording } from '../../schema/records.ts'
import { passagePlace } from '../outline/outline.ts'
import { reviewSubject } from '../recognise/titles.ts'
import type { Content } from '../roles/content.ts'
import type { SelectedList } from '../roles/select-lists.ts'
import { sectionsToFacts } from './facts.ts'
import { KeyRing } from './keys.ts'
import { type LayoutReading, noRecords, type Paper } from './layout.ts'
import { listToWordings } from './lists-to-wordings.ts'
import { numberGaps } from './number-gaps.ts'

/** A review's report: what it recommends and concludes, and where it says so again. */
export function reportToRecords({ paper, lists }: Content, report: Report): LayoutReading {
  return {
    ...noRecords(),
    kind: 'review_report',
    wordings: listWordings(paper, lists.selected, report),
    facts: sectionsToFacts(paper.head, paper.outline.document.source, false),
    reviews: reportReviews(paper),
  }
}

/** The wordings of lists; those that only restate come last. */
export function listWordings(paper: Paper, selected: readonly SelectedList[], report: Report): Wording[] {
  const { source } = paper.outline.document
  const keys = new KeyRing()
  const all = selected
    .toSorted((a, b) => Number(a.restates) - Number(b.restates))
    .flatMap((list) => {
      const made = listToWordings(list.items, list.restates ? 'restated' : 'proposed', list.kind, source, keys)
      if (!list.restates) numberGaps(made, report)
      return made
    })
  return all.map((wording, position) => ({ ...wording, position }))
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
