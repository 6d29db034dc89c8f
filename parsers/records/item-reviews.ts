import type { ReviewMention } from '../../schema/records.ts'
import { passagePlace } from '../outline/outline.ts'
import { reviewSubject } from '../recognise/titles.ts'
import type { PlanItem } from '../tables/plan-items.ts'

/** How sure a row's own word on its review is. */
const ROW_CONFIDENCE = 0.9
/** Of a document that mentions several reviews none is its own: a mention below the link step's least for one. */
const ONE_OF_SEVERAL = 0.55
/** Of a review that is named beside the document's own. */
const MENTIONED = 0.3

/** The reviews of a plan's document, and which of them an item is about; null where that is the document's own. */
export interface ItemReviews {
  reviews: ReviewMention[]
  reviewKeyOf: (item: PlanItem) => string | null
}

/**
 * The reviews that the rows of a plan name, in a column or in headings between them. One that all share is
 * the document's own; where there are several, each row goes to its own and the document to none.
 */
export function itemReviews(items: readonly PlanItem[], own: readonly ReviewMention[]): ItemReviews {
  const named = new Map<string, ReviewMention>()
  for (const { review } of items) {
    const subject = review ? reviewSubject(review.text) : ''
    if (!review || subject === '' || named.has(`review/${subject}`)) continue
    named.set(`review/${subject}`, {
      key: `review/${subject}`,
      title: review.text,
      kind: 'review',
      confidence: ROW_CONFIDENCE,
      source: 'row',
      place: passagePlace(review),
    })
  }
  const others = own.filter(({ key }) => !named.has(key))
  if (named.size === 0) return { reviews: unsureOfSeveral(own), reviewKeyOf: () => null }
  if (named.size === 1) {
    const [shared] = named.values()
    const same = own.find(({ key }) => key === shared?.key)
    const main = same && same.confidence >= ROW_CONFIDENCE ? same : shared
    return {
      reviews: [...(main ? [main] : []), ...others.map((mention) => ({ ...mention, confidence: Math.min(mention.confidence, MENTIONED) }))],
      reviewKeyOf: () => null,
    }
  }
  const mentions = [...named.values(), ...others.filter(({ source }) => source !== 'title')]
  return {
    reviews: mentions.map((mention) => ({ ...mention, confidence: Math.min(mention.confidence, ONE_OF_SEVERAL) })),
    reviewKeyOf: ({ review }) => named.get(review ? `review/${reviewSubject(review.text)}` : '')?.key ?? null,
  }
}

/** Several reviews that only sentences name are those that the recommendations mention: none of them is the document's own. */
function unsureOfSeveral(own: readonly ReviewMention[]): ReviewMention[] {
  const unsure = own.length > 1 && own.every(({ source }) => source === 'sentence')
  return own.map((mention) => (unsure ? { ...mention, confidence: Math.min(mention.confidence, ONE_OF_SEVERAL) } : mention))
}
