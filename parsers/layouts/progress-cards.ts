import { cardsToPlanItems } from '../records/cards-to-plan-items.ts'
import { labelledValues } from '../records/labelled-values.ts'
import { type Claim, type Layout, NO_CLAIM, type Paper } from '../records/layout.ts'
import { fieldPassage, type PlanItem } from '../records/plan-items.ts'
import { planKind, planToReading } from '../records/plan-to-reading.ts'
import { isPlaceholder } from '../records/review-mentions.ts'
import { type DocumentScale, readDocumentScale } from '../records/scale.ts'

/** Fields besides the recommendation that make a card one: who, by when, what was done. */
const CARD_FIELDS = ['responsible', 'sponsor', 'due', 'action', 'success-measure', 'progress', 'status', 'impact'] as const
/** A card with fewer of them is a sentence with a colon. */
const LEAST_FIELDS = 2

const NO_SCALE = { rows: new Set<never>(), lines: new Set<never>() }

function cards(paper: Paper, report: Parameters<Layout['read']>[1]): { items: PlanItem[]; scale: DocumentScale | null } {
  const scale = readDocumentScale(paper.outline)
  const items = cardsToPlanItems(labelledValues(paper.outline, scale ?? NO_SCALE, report), report)
  // A form that nobody filled in has its hints in brackets where the recommendation should stand.
  const filled = items.filter((item) => !isPlaceholder(fieldPassage(item, 'recommendation').text))
  return { items: filled.filter((item) => CARD_FIELDS.filter((role) => item.fields.has(role)).length >= LEAST_FIELDS), scale }
}

function claim(paper: Paper): Claim {
  const { items } = cards(paper, () => {})
  if (items.length === 0) return NO_CLAIM
  const fields = items.reduce((sum, item) => sum + CARD_FIELDS.filter((role) => item.fields.has(role)).length, 0) / items.length
  const score = Math.min(0.95, 0.45 + 0.1 * fields + (items.length > 1 ? 0.1 : 0))
  return { score, reasons: [`${items.length} cards of ${fields.toFixed(1)} known labels each`] }
}

/** A progress form: one card of labels and values a recommendation, as rows of a table or as lines. */
export const layout: Layout = {
  name: 'progress-cards',
  claim,
  read(paper, report) {
    const { items, scale } = cards(paper, report)
    const kind = planKind(paper, items)
    return planToReading(paper, items, scale, report, kind)
  },
}
