import type { AssignmentRow, LinkedArchive, LinkRow, RecommendationRow, ReviewRow, UnlinkedRow } from '../../schema/links.ts'
import type { Wording } from '../../schema/records.ts'
import { alignLists, type ListItem, type Match } from './align.ts'
import { matchMergedRow } from './merged-rows.ts'
import { Numbering, type NumberSource } from './numbering.ts'
import { NOTHING_SAID, presentState, type Said } from './present-state.ts'
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
  /** What each number means in this review's papers. */
  readonly numbering = new Numbering()
  readonly #texts = new Map<string, string[]>()
  readonly #rows = new Map<string, RecommendationRow>()
  readonly #said = new Map<string, Said[]>()
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

  /** Notes that a record is of a recommendation. */
  say(recommendationId: string, said: Said): void {
    this.#said.set(recommendationId, [...(this.#said.get(recommendationId) ?? []), said])
  }

  /** Whether a resolution or an answer was found to be of a recommendation. */
  isDecided(recommendationId: string): boolean {
    return this.#said.get(recommendationId)?.some(({ kind }) => kind === 'resolution') ?? false
  }

  /** Brings every recommendation up to date with what was found to be of it. */
  settle(): void {
    for (const [id, row] of this.#rows) this.#rows.set(id, { ...row, ...presentState(this.#said.get(id) ?? []) })
  }

  /** Adds a recommendation as `wording` states it. An id that is taken is distinguished by a number after it. */
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
      ...NOTHING_SAID,
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
    this.numbering.learn(wording.number, id, 'own')
    this.#learnText(id, wording.text)
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

  /** Finds the recommendations that the items of another list are, and learns its numbers and its words. */
  align(items: readonly ListItem[], source: NumberSource): void {
    if (items.length === 0) return
    const base = this.items
    const joined = new Map(items.flatMap((item) => matchMergedRow(item, base) ?? []).map((match) => [match.fromId, match]))
    const single = items.filter((item) => !joined.has(item.id))
    for (const match of [...joined.values(), ...alignLists(base, single)]) this.matches.set(match.fromId, match)
    for (const { id, number, texts } of single) {
      const { toId = null, confidence = 0 } = this.matches.get(id) ?? {}
      if (toId === null) continue
      this.numbering.learn(number, toId, source)
      if (confidence >= SURE) for (const text of texts) this.#learnText(toId, text)
    }
  }

  /** The recommendations as alignment looks at them, in all the words that papers were found to put them in. */
  get items(): ListItem[] {
    return this.rows.map((row) => ({
      id: row.recommendationId,
      number: row.number,
      texts: this.#texts.get(row.recommendationId) ?? [row.text],
      parentId: row.parentId,
    }))
  }

  #learnText(recommendationId: string, text: string): void {
    const texts = this.#texts.get(recommendationId) ?? []
    if (texts.length < MOST_TEXTS && !texts.includes(text)) this.#texts.set(recommendationId, [...texts, text])
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
      linkId: match.toIds ? `${kind}:${fromId}:${toId}` : `${kind}:${fromId}`,
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
      ? 'No recommendation of this review is clearly likelier than the others.'
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

/** From this confidence on a match's words are another way to put the recommendation: plans repeat resolutions, updates plans. */
const SURE = 0.85
const MOST_TEXTS = 3

/** An unnumbered recommendation is known by its first words. */
const WORDS_OF_AN_ID = 6
const LONGEST_NOTE = 80
