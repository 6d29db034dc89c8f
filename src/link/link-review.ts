import type { AssignmentRow, LinkedArchive, LinkRow, RecommendationRow, ReviewRow, UnlinkedRow } from '../../schema/links.ts'
import { WORDING_ROLES, type WordingRole } from '../../schema/records.ts'
import { alignLists, type ListItem, type Match } from './align.ts'
import { kindRank, type ReviewGroup } from './group-reviews.ts'
import type { Unit } from './units.ts'

/** What linking one review gives: its part of the archive's links. */
export type LinkedReview = Pick<LinkedArchive, 'recommendations' | 'assignments' | 'links' | 'unlinked' | 'diagnostics'>

/** A recommendation while its papers are gathered. */
interface Gathered {
  row: RecommendationRow
  /** The rank of the wording that gave `row.text`, lower is better. */
  textRank: number
}

const entity = (unit: Unit, key: string) => `${unit.documentId}/${key}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** Papers in the order of time; an undated one by its place in a review's life, before those that are dated. */
const byTime = (a: Unit, b: Unit) =>
  compare(a.dated ?? '', b.dated ?? '') || kindRank(a.kind) - kindRank(b.kind) || compare(a.documentId, b.documentId)

/** Links all papers of one review. */
export function linkReview(review: ReviewRow, group: ReviewGroup): LinkedReview {
  const linking = new ReviewLinking(review, [...group.units].sort(byTime))
  return linking.run()
}

class ReviewLinking {
  readonly #review: ReviewRow
  readonly #units: readonly Unit[]
  readonly #gathered = new Map<string, Gathered>()
  /** The recommendation that each wording, resolution and commitment was found to be of. */
  readonly #matches = new Map<string, Match>()
  readonly #byReference = new Map<string, string[]>()
  readonly #out: LinkedReview = { recommendations: [], assignments: [], links: [], unlinked: [], diagnostics: [] }

  constructor(review: ReviewRow, units: readonly Unit[]) {
    this.#review = review
    this.#units = units
  }

  run(): LinkedReview {
    this.#gatherRecommendations()
    for (const unit of this.#units) this.#assignWordings(unit)
    for (const unit of this.#units) this.#assignResolutions(unit)
    for (const unit of this.#units) this.#assignCommitments(unit)
    for (const unit of this.#units) this.#assignUpdates(unit)
    this.#out.recommendations = [...this.#gathered.values()].map(({ row }) => row)
    return this.#out
  }

  /** The review's own list: the report's; without one the decision's, the plan's, the fullest update's. */
  #gatherRecommendations(): void {
    const roles: readonly WordingRole[] = ['proposed', 'resolved', 'planned', 'restated']
    for (const role of roles) {
      const candidates = this.#units.filter((unit) => unit.wordings.some((wording) => wording.role === role))
      const base = [...candidates].sort((a, b) => b.wordings.length - a.wordings.length || byTime(a, b))[0]
      if (!base) continue
      for (const wording of base.wordings.filter((candidate) => candidate.role === role)) this.#addRecommendation(base, wording)
      return
    }
  }

  #addRecommendation(unit: Unit, wording: Unit['wordings'][number]): string {
    const name =
      wording.number ??
      `~${
        wording.text
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu)
          ?.slice(0, 6)
          .join('-') ?? wording.position
      }`
    let id = `${this.#review.reviewId}/${name}`
    for (let twin = 2; this.#gathered.has(id); twin++) id = `${this.#review.reviewId}/${name}~${twin}`
    const parent = wording.parentKey === null ? null : (this.#matches.get(entity(unit, wording.parentKey))?.toId ?? null)
    const row: RecommendationRow = {
      recommendationId: id,
      reviewId: this.#review.reviewId,
      number: wording.number,
      parentId: parent,
      position: this.#gathered.size,
      kind: wording.kind,
      heading: wording.heading,
      text: wording.text,
      textFrom: wording.role,
      documentId: unit.documentId,
      page: wording.place.page,
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
    }
    this.#gathered.set(id, { row, textRank: WORDING_ROLES.indexOf(wording.role) })
    this.#matches.set(entity(unit, wording.key), {
      fromId: entity(unit, wording.key),
      toId: id,
      method: 'number-and-text',
      confidence: 1,
      runnerUpId: null,
      runnerUpConfidence: null,
      bestId: id,
      reasons: { why: 'the list that the review is known by' },
    })
    return id
  }

  get #baseItems(): ListItem[] {
    return [...this.#gathered.values()].map(({ row }) => ({
      id: row.recommendationId,
      number: row.number,
      text: row.text,
      parentId: row.parentId,
    }))
  }

  #assign(kind: AssignmentRow['entityKind'], entityId: string, recommendationId: string | null, resolutionId: string | null = null): void {
    this.#out.assignments.push({ entityId, entityKind: kind, recommendationId, reviewId: this.#review.reviewId, resolutionId })
  }

  #assignWordings(unit: Unit): void {
    const open = unit.wordings.filter((wording) => wording.role !== 'resolved' && !this.#matches.has(entity(unit, wording.key)))
    if (open.length > 0) {
      const matches = alignLists(
        this.#baseItems,
        open.map((wording) => ({
          id: entity(unit, wording.key),
          number: wording.number,
          text: wording.text,
          parentId: wording.parentKey === null ? null : entity(unit, wording.parentKey),
        })),
      )
      for (const match of matches) this.#matches.set(match.fromId, match)
    }
    for (const wording of unit.wordings) {
      const id = entity(unit, wording.key)
      // What a decision restates is assigned with its resolution.
      if (wording.role === 'resolved') continue
      const match = this.#matches.get(id)
      this.#assign('wording', id, match?.toId ?? null)
      if (match?.toId) this.#takeText(match.toId, unit, wording)
      else
        this.#out.diagnostics.push({
          documentId: unit.documentId,
          rule: 'wording-unlinked',
          note: `${wording.number ?? ''} ${wording.text.slice(0, 80)}`.trim(),
          entityId: id,
        })
    }
  }

  /** The wording of highest authority, and of equals the latest, is what the recommendation says. */
  #takeText(recommendationId: string, unit: Unit, wording: Unit['wordings'][number]): void {
    const gathered = this.#gathered.get(recommendationId)
    const rank = WORDING_ROLES.indexOf(wording.role)
    if (!gathered || rank > gathered.textRank) return
    gathered.textRank = rank
    gathered.row = { ...gathered.row, text: wording.text, textFrom: wording.role, documentId: unit.documentId, page: wording.place.page }
  }

  #assignResolutions(unit: Unit): void {
    const restated = unit.resolutions.filter((resolution) => resolution.refersTo === null)
    const matches = alignLists(
      this.#baseItems,
      restated.map((resolution) => ({
        id: entity(unit, resolution.key),
        number: resolution.number,
        text: resolution.text,
        parentId: resolution.parentKey === null ? null : entity(unit, resolution.parentKey),
      })),
    )
    for (const match of matches) this.#matches.set(match.fromId, match)
    for (const resolution of unit.resolutions) {
      const id = entity(unit, resolution.key)
      if (resolution.refersTo !== null) {
        this.#assign('resolution', id, null)
        this.#decideByReference(unit, resolution)
        continue
      }
      const match = this.#matches.get(id)
      this.#assign('resolution', id, match?.toId ?? null)
      const wording = unit.wordings.find(
        (candidate) => candidate.role === 'resolved' && candidate.key === resolution.key.replace(/^resolution\//u, 'wording/'),
      )
      if (wording) this.#assign('wording', entity(unit, wording.key), match?.toId ?? null)
      if (match?.toId) {
        if (wording) this.#takeText(match.toId, unit, wording)
        this.#decide(match.toId, id, resolution.outcome, match)
      } else if (wording) this.#leaveUnlinked('resolution', id, unit, resolution.number, resolution.text, match)
    }
  }

  #decide(recommendationId: string, resolutionId: string, outcome: RecommendationRow['outcome'], match: Match): void {
    const gathered = this.#gathered.get(recommendationId)
    if (!gathered) return
    gathered.row = { ...gathered.row, resolutionId, outcome: outcome ?? gathered.row.outcome }
    this.#link('recommendation_resolution', recommendationId, resolutionId, match)
  }

  /** "That recommendations 2 and 4 to 6 be approved": one resolution, named by each recommendation that it decides. */
  #decideByReference(unit: Unit, resolution: Unit['resolutions'][number]): void {
    const decided: string[] = []
    for (const { row } of [...this.#gathered.values()]) {
      const numbers = resolution.refersTo
      const top = row.number?.split('(')[0] ?? ''
      if (numbers !== 'all' && !(row.number !== null && numbers?.some((number) => number === row.number || number === top))) continue
      decided.push(row.recommendationId)
      this.#decide(row.recommendationId, entity(unit, resolution.key), resolution.outcome, {
        fromId: row.recommendationId,
        toId: row.recommendationId,
        method: 'number',
        confidence: 0.95,
        runnerUpId: null,
        runnerUpConfidence: null,
        bestId: null,
        reasons: { why: 'the resolution names it', named: numbers },
      })
    }
    this.#byReference.set(entity(unit, resolution.key), decided)
    if (decided.length === 0)
      this.#leaveUnlinked('resolution', entity(unit, resolution.key), unit, resolution.number, resolution.text, undefined)
  }

  #assignCommitments(unit: Unit): void {
    for (const commitment of unit.commitments) {
      const id = entity(unit, commitment.key)
      const match =
        commitment.wordingKey === null ? this.#byNumber(id, commitment.number) : this.#matches.get(entity(unit, commitment.wordingKey))
      this.#assign('commitment', id, match?.toId ?? null)
      for (const action of unit.actions.filter((candidate) => candidate.commitmentKey === commitment.key)) {
        this.#assign('action', entity(unit, action.key), match?.toId ?? null)
        if (!match?.toId) this.#leaveUnlinked('action', entity(unit, action.key), unit, action.number, action.text, match)
      }
      const gathered = match?.toId ? this.#gathered.get(match.toId) : undefined
      if (!gathered || !match?.toId) continue
      this.#link('commitment_recommendation', id, match.toId, match)
      const { responsible, dueText, dueFrom, dueTo } = commitment
      const row = gathered.row
      gathered.row = {
        ...row,
        responsible: responsible ?? row.responsible,
        ...(dueText === null ? {} : { dueText, dueFrom, dueTo }),
        outcome: row.outcome ?? commitment.outcome,
      }
    }
  }

  /** A record that gives a number and no words, by that number alone. */
  #byNumber(fromId: string, number: string | null): Match | undefined {
    if (number === null) return undefined
    return alignLists(this.#baseItems, [{ id: fromId, number, text: null, parentId: null }])[0]
  }

  #assignUpdates(unit: Unit): void {
    for (const update of unit.updates) {
      const id = entity(unit, update.key)
      const match = this.#updateMatch(unit, update)
      const gathered = match?.toId ? this.#gathered.get(match.toId) : undefined
      const resolutionId = gathered?.row.resolutionId ?? null
      this.#assign('progress_update', id, match?.toId ?? null, resolutionId)
      if (!gathered || !match) {
        this.#leaveUnlinked('progress_update', id, unit, update.number, update.progress ?? update.assessmentText, match)
        continue
      }
      if (resolutionId) this.#link('update_resolution', id, resolutionId, match)
      // Papers come in the order of time, so the last word stays.
      gathered.row = {
        ...gathered.row,
        status: update.status,
        assessmentText: update.assessmentText,
        asOfFrom: update.asOfFrom,
        asOfTo: update.asOfTo,
      }
    }
  }

  /** An update is of the recommendation that its card restates; a part's of that part. */
  #updateMatch(unit: Unit, update: Unit['updates'][number]): Match | undefined {
    const whole = update.wordingKey === null ? undefined : this.#matches.get(entity(unit, update.wordingKey))
    if (update.parentKey === null) return whole ?? this.#byNumber(entity(unit, update.key), update.number)
    const own = unit.wordings.find((wording) => wording.number === update.number)
    const ownMatch = own ? this.#matches.get(entity(unit, own.key)) : undefined
    if (ownMatch?.toId) return ownMatch
    const part = [...this.#gathered.values()].find(({ row }) => row.parentId === whole?.toId && row.number === update.number)
    return part && whole
      ? { ...whole, fromId: entity(unit, update.key), toId: part.row.recommendationId, method: 'part-of-parent' }
      : undefined
  }

  #link(kind: LinkRow['kind'], fromId: string, toId: string, match: Match): void {
    this.#out.links.push({
      linkId: `${kind}:${fromId}`,
      kind,
      fromId,
      toId,
      method: match.method,
      confidence: match.confidence,
      runnerUpId: match.runnerUpId,
      runnerUpConfidence: match.runnerUpConfidence,
      judgement: 'accepted',
      decidedBy: 'rule',
      reasons: JSON.stringify(match.reasons),
    })
  }

  #leaveUnlinked(
    kind: UnlinkedRow['entityKind'],
    entityId: string,
    unit: Unit,
    number: string | null,
    text: string | null,
    match: Match | undefined,
  ): void {
    this.#out.unlinked.push({
      entityId,
      entityKind: kind,
      documentId: unit.documentId,
      number,
      text,
      bestId: match?.bestId ?? null,
      bestConfidence: match?.confidence ?? null,
      reason: match
        ? 'No recommendation of this review stands clear of the others.'
        : 'Nothing here says which recommendation it is about.',
    })
    if (kind !== 'action')
      this.#out.diagnostics.push({
        documentId: unit.documentId,
        rule: kind === 'resolution' ? 'resolution-unlinked' : 'update-unlinked',
        note: `${number ?? ''} ${text?.slice(0, 80) ?? ''}`.trim(),
        entityId,
      })
  }
}
