import type { AssignmentRow, LinkedArchive, LinkRow, RecommendationRow, ReviewRow, UnlinkedRow } from '../../schema/links.ts'
import { WORDING_ROLES, type Wording } from '../../schema/records.ts'
import { alignLists, type ListItem, type Match } from './align.ts'
import type { Unit } from './units.ts'

/** What linking one review gives: its part of the archive's links. */
export type LinkedReview = Pick<LinkedArchive, 'recommendations' | 'assignments' | 'links' | 'unlinked' | 'diagnostics'>

/** The id of a record of a document. */
export const entityId = (unit: Unit, key: string) => `${unit.documentId}/${key}`

/** One review's recommendations while its papers are gone through, and what was found of each record. */
export class ReviewHistory {
  readonly review: ReviewRow
  /** The recommendation that each wording, resolution and commitment was found to be of, by entity. */
  readonly matches = new Map<string, Match>()
  readonly #rows = new Map<string, RecommendationRow>()
  readonly #out: LinkedReview = { recommendations: [], assignments: [], links: [], unlinked: [], diagnostics: [] }

  constructor(review: ReviewRow) {
    this.review = review
  }

  /** The recommendations in the order of their list. */
  get rows(): RecommendationRow[] {
    return [...this.#rows.values()]
  }

  row(recommendationId: string | null | undefined): RecommendationRow | undefined {
    return recommendationId ? this.#rows.get(recommendationId) : undefined
  }

  /** Changes what is known of a recommendation. */
  update(recommendationId: string, changes: Partial<RecommendationRow>): void {
    const row = this.#rows.get(recommendationId)
    if (row) this.#rows.set(recommendationId, { ...row, ...changes })
  }

  /** Adds a recommendation as `wording` states it. An id that is taken is told apart by a number behind it. */
  add(unit: Unit, wording: Wording): void {
    const words =
      wording.text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.slice(0, WORDS_OF_AN_ID) ?? []
    // A report may count its conclusions beside its recommendations.
    const kind = wording.kind === 'conclusion' ? 'conclusion-' : ''
    const name = wording.number === null ? `~${words.join('-')}` : `${kind}${wording.number}`
    let id = `${this.review.reviewId}/${name}`
    for (let twin = 2; this.#rows.has(id); twin++) id = `${this.review.reviewId}/${name}~${twin}`
    const entity = entityId(unit, wording.key)
    const parent = wording.parentKey === null ? null : (this.matches.get(entityId(unit, wording.parentKey))?.toId ?? null)
    this.#rows.set(id, {
      ...EMPTY_ROW,
      recommendationId: id,
      reviewId: this.review.reviewId,
      number: wording.number,
      parentId: parent,
      position: this.#rows.size,
      kind: wording.kind,
      heading: wording.heading,
      text: wording.text,
      textFrom: wording.role,
      documentId: unit.documentId,
      page: wording.place.page,
    })
    this.matches.set(entity, {
      fromId: entity,
      toId: id,
      method: 'number-and-text',
      confidence: 1,
      runnerUpId: null,
      runnerUpConfidence: null,
      bestId: id,
      reasons: { why: 'the list that the review is known by' },
    })
  }

  /** Finds the recommendations that the items of another list are. */
  align(items: readonly ListItem[]): void {
    if (items.length === 0) return
    const base = this.rows.map(
      (row): ListItem => ({ id: row.recommendationId, number: row.number, text: row.text, parentId: row.parentId }),
    )
    for (const match of alignLists(base, items)) this.matches.set(match.fromId, match)
  }

  /** The wording of highest authority, and of equals the latest, is what the recommendation says. */
  takeText(recommendationId: string, unit: Unit, wording: Wording): void {
    const row = this.#rows.get(recommendationId)
    if (!row || WORDING_ROLES.indexOf(wording.role) > WORDING_ROLES.indexOf(row.textFrom)) return
    this.update(recommendationId, { text: wording.text, textFrom: wording.role, documentId: unit.documentId, page: wording.place.page })
  }

  assign(
    entityKind: AssignmentRow['entityKind'],
    entity: string,
    recommendationId: string | null,
    resolutionId: string | null = null,
  ): void {
    this.#out.assignments.push({ entityId: entity, entityKind, recommendationId, reviewId: this.review.reviewId, resolutionId })
  }

  /** A resolution that is about none of the recommendations here belongs to no review. */
  assignToNone(entity: string): void {
    this.#out.assignments.push({ entityId: entity, entityKind: 'resolution', recommendationId: null, reviewId: null, resolutionId: null })
  }

  link(kind: LinkRow['kind'], fromId: string, toId: string, match: Match): void {
    const { method, confidence, runnerUpId, runnerUpConfidence } = match
    this.#out.links.push({
      linkId: `${kind}:${fromId}`,
      kind,
      fromId,
      toId,
      method,
      confidence,
      runnerUpId,
      runnerUpConfidence,
      judgement: 'accepted',
      decidedBy: 'rule',
      reasons: JSON.stringify(match.reasons),
    })
  }

  leaveUnlinked(
    entityKind: UnlinkedRow['entityKind'],
    entity: string,
    unit: Unit,
    record: { number: string | null; text: string | null },
    match: Match | undefined,
  ): void {
    const { number, text } = record
    const reason = match
      ? 'No recommendation of this review stands clear of the others.'
      : 'Nothing here says which recommendation it is about.'
    this.#out.unlinked.push({
      entityId: entity,
      entityKind,
      documentId: unit.documentId,
      number,
      text,
      bestId: match?.bestId ?? null,
      bestConfidence: match?.confidence ?? null,
      reason,
    })
    const rule = entityKind === 'resolution' ? 'resolution-unlinked' : 'update-unlinked'
    if (entityKind !== 'action') this.diagnose(unit, rule, entity, number, text)
  }

  diagnose(
    unit: Unit,
    rule: LinkedReview['diagnostics'][number]['rule'],
    entity: string,
    number: string | null,
    text: string | null,
  ): void {
    this.#out.diagnostics.push({
      documentId: unit.documentId,
      rule,
      note: `${number ?? ''} ${text?.slice(0, LONGEST_NOTE) ?? ''}`.trim(),
      entityId: entity,
    })
  }

  /** All that was found; a record's latest link of a kind stands for it. */
  result(): LinkedReview {
    const links = [...new Map(this.#out.links.map((link) => [link.linkId, link])).values()]
    return { ...this.#out, links, recommendations: this.rows }
  }
}

/** An unnumbered recommendation is known by its first words. */
const WORDS_OF_AN_ID = 6
const LONGEST_NOTE = 80

const EMPTY_ROW = {
  resolutionId: null,
  outcome: null,
  responsible: null,
  dueText: null,
  dueFrom: null,
  dueTo: null,
  status: null,
  assessmentText: null,
  asOfFrom: null,
  asOfTo: null,
} as const
