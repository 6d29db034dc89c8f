import type { CorrectedRecordRow, CorrectionOf } from '../../schema/corrections.ts'
import type { LinkedArchive, LinkInput } from '../../schema/links.ts'
import { SETTABLE_FIELDS } from '../../schema/settable-fields.ts'
import { type EntityRecord, recordField } from './entities.ts'
import type { ReviewIds } from './review-ids.ts'
import type { Standing } from './standing.ts'
import type { Targets } from './targets.ts'

/** Documents with what people set in them, and the fields that they set, as the views are to show them. */
export interface CorrectedInputs {
  documents: LinkInput[]
  correctedRecords: CorrectedRecordRow[]
}

/** Sets what people corrected in documents and their records, before anything is linked; what was extracted is reported in `standing`. */
export function correctInputs(documents: readonly LinkInput[], standing: Standing, targets: Targets): CorrectedInputs {
  const { entities } = targets
  const changed = new Map<string, LinkInput>()
  const fields = new Map<string, Record<string, string | null>>()
  for (const correction of standing.of('set')) {
    const { target } = correction
    const entity = entities.find(target)
    const paper = entities.findPaper(target)?.paper
    const original = entity?.input ?? entities.findPaper(target)?.input ?? entities.documents.get(target)
    if (!original) continue
    if (!targets.agreesOnRecord(correction, target) || !targets.agreesOnValues(correction)) continue
    const input = changed.get(original.documentId) ?? copyOf(original)
    changed.set(original.documentId, input)
    const settable = SETTABLE_FIELDS[entity?.kind ?? 'paper']
    const place: object | undefined = entity
      ? (input.records[entity.list] as EntityRecord[]).find(({ key }) => key === entity.record.key)
      : paper
        ? input.records.papers.find(({ key }) => key === paper.key)
        : input.records
    const set = setFields(place as Fields, correction, settable, standing, (field) => recordField(entity?.list ?? null, field))
    fields.set(target, { ...fields.get(target), ...set })
    // What is said about a document is said about the paper that is alone in it, and the other way round.
    const [only, ...others] = input.records.papers
    if (entity || !only || others.length > 0) continue
    const [twin, twinId] = paper ? [input.records, input.documentId] : [only, `${input.documentId}/${only.key}`]
    for (const [field, value] of Object.entries(set)) (twin as unknown as Fields)[recordField(null, field)] = value
    fields.set(twinId, { ...fields.get(twinId), ...set })
  }
  return {
    documents: documents.map((input) => changed.get(input.documentId) ?? input),
    correctedRecords: [...fields]
      .filter(([, set]) => Object.keys(set).length > 0)
      .map(([entityId, set]) => ({ entityId, fields: JSON.stringify(sorted(set)) })),
  }
}

/** Sets what people corrected in recommendations and reviews, after all is linked; a later paper does not change it. */
export function correctRows(archive: LinkedArchive, ids: ReviewIds, standing: Standing, targets: Targets): void {
  const { entities } = targets
  const recommendations = new Map(archive.recommendations.map((row) => [row.recommendationId, row]))
  const reviews = new Map(archive.reviews.map((row) => [row.reviewId, row]))
  for (const correction of standing.of('set')) {
    const { target } = correction
    if (entities.find(target) || entities.findPaper(target) || entities.documents.has(target)) continue
    const recommendation = recommendations.get(target) ?? recommendations.get(ids.recommendation(target))
    const review = reviews.get(target) ?? reviews.get(ids.review(target))
    const row = recommendation ?? review
    const settable = SETTABLE_FIELDS[recommendation ? 'recommendation' : 'review']
    const agrees = recommendation
      ? targets.agreesOnRecommendation(correction, target, recommendation, archive)
      : !review || targets.agreesOnReview(correction, target, review.title, papersOf(archive, review.reviewId))
    if (!agrees) continue
    if (row) setFields(row as unknown as Fields, correction, settable, standing, (field) => recordField(null, field))
    else standing.tellGone(correction)
  }
}

/** The documents of a review: those that are of it as a whole, and those with a record of its own in them. */
function papersOf({ documents, assignments }: LinkedArchive, reviewId: string): string[] {
  const own = assignments.filter((row) => row.reviewId === reviewId).map(({ entityId }) => entityId.split('/')[0] ?? entityId)
  return [...documents.filter((row) => row.reviewId === reviewId).map(({ documentId }) => documentId), ...own]
}

type Fields = Record<string, string | null>

/** Sets the fields that are there to be set, is about each, and gives those that were set. */
function setFields(
  place: Fields,
  correction: CorrectionOf<'set'>,
  settable: readonly string[],
  standing: Standing,
  nameOf: (field: string) => string,
): Record<string, string | null> {
  const set: Record<string, string | null> = {}
  for (const [field, value] of Object.entries(correction.fields)) {
    if (settable.includes(field)) {
      standing.tell(correction, field, place[nameOf(field)] ?? null, value, 'applied')
      place[nameOf(field)] = value
      set[field] = value
    } else standing.tell(correction, field, null, value, 'target_gone')
  }
  return set
}

function copyOf(input: LinkInput): LinkInput {
  return { ...input, records: structuredClone(input.records) }
}

function sorted(fields: Record<string, string | null>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)))
}
