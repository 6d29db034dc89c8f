import type { Row, Value } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { groupRows, indexRows, rowText } from './rows.ts'

/** What papers say of one recommendation, and how its papers are found: the views, read once and put in order. */
export interface Archive {
  reviews: Row[]
  documents: Row[]
  recommendations: Row[]
  unlinked: Row[]
  diagnostics: Row[]
  facts: Map<string, Row[]>
  gradings: Map<string, Row[]>
  document: Map<string, Row>
  review: Map<string, Row>
  recommendation: Map<string, Row>
  resolution: Map<string, Row>
  /** By review, in the review's own order. */
  recommendationsOf: Map<string, Row[]>
  partsOf: Map<string, Row[]>
  /** By recommendation. */
  wordings: Map<string, Row[]>
  resolutions: Map<string, Row[]>
  commitments: Map<string, Row[]>
  updates: Map<string, Row[]>
  /** By commitment. */
  actions: Map<string, Row[]>
  responsibilities: Map<string, Row[]>
  /** Of every record, which recommendation it is about and what it is. */
  owner: Map<string, Owner>
  /** Who decided a link by hand, by the ids at its ends. */
  decidedByHand: Map<string, string>
}

/** What a record is ("resolution"), and the recommendation it belongs to. */
export interface Owner {
  kind: 'wording' | 'resolution' | 'commitment' | 'responsibility' | 'action' | 'update' | 'document'
  recommendationId: string | null
  number: string | null
}

/** Reads all views but the evidence. */
export function loadArchive(store: Store): Archive {
  const recommendations = store.rows('recommendations')
  const resolutions = store.rows('resolutions')
  const documents = store.rows('documents')
  const reviews = store.rows('reviews')
  const kinds = {
    wording: store.rows('wordings'),
    resolution: resolutions,
    commitment: store.rows('commitments'),
    responsibility: store.rows('responsibilities'),
    action: store.rows('actions'),
    update: store.rows('progress_updates'),
  }
  const resolution = indexRows(resolutions, 'resolution_id')
  return {
    reviews,
    documents,
    recommendations,
    unlinked: store.rows('unlinked'),
    diagnostics: store.rows('diagnostics'),
    facts: groupRows(store.rows('document_facts'), 'document_id'),
    gradings: groupRows(store.rows('gradings'), 'document_id'),
    document: indexRows(documents, 'document_id'),
    review: indexRows(reviews, 'review_id'),
    recommendation: indexRows(recommendations, 'recommendation_id'),
    resolution,
    recommendationsOf: groupRows(recommendations, 'review_id'),
    partsOf: groupRows(recommendations, 'parent_id'),
    wordings: groupRows(kinds.wording, 'recommendation_id'),
    resolutions: resolutionsByRecommendation(resolutions, recommendations, resolution),
    commitments: groupRows(kinds.commitment, 'recommendation_id'),
    updates: groupRows(kinds.update, 'recommendation_id'),
    actions: groupRows(kinds.action, 'commitment_id'),
    responsibilities: groupRows(kinds.responsibility, 'commitment_id'),
    owner: ownersOf(kinds, documents, recommendations),
    decidedByHand: handMadeLinks(store),
  }
}

/** A resolution that decides several by reference belongs to each recommendation that names it. */
function resolutionsByRecommendation(rows: readonly Row[], recommendations: readonly Row[], byId: Map<string, Row>): Map<string, Row[]> {
  const found = groupRows(rows, 'recommendation_id')
  for (const row of recommendations) {
    const named = byId.get(rowText(row.resolution_id) ?? '')
    const id = String(row.recommendation_id)
    const own = found.get(id) ?? []
    if (named && !own.includes(named)) found.set(id, [...own, named])
  }
  return found
}

function ownersOf(kinds: Record<string, Row[]>, documents: readonly Row[], recommendations: readonly Row[]): Map<string, Owner> {
  const owners = new Map<string, Owner>()
  for (const row of documents) owners.set(String(row.document_id), { kind: 'document', recommendationId: null, number: null })
  for (const [kind, rows] of Object.entries(kinds)) {
    for (const row of rows) {
      const owner = {
        kind: kind as Owner['kind'],
        recommendationId: rowText(row.recommendation_id),
        number: rowText(row.number),
      }
      owners.set(String(row[`${kind}_id`]), owner)
    }
  }
  for (const { resolution_id: id, recommendation_id: recommendation } of recommendations) {
    const owner = owners.get(String(id))
    if (owner && owner.recommendationId === null) owner.recommendationId = String(recommendation)
  }
  return owners
}

function handMadeLinks(store: Store): Map<string, string> {
  const rows = store.query(`SELECT from_id, to_id, decided_by FROM links WHERE decided_by <> 'rule' AND judgement = 'accepted'`)
  return new Map(
    rows.flatMap((row) => [row.from_id, row.to_id].map((id: Value | undefined) => [String(id), String(row.decided_by)] as const)),
  )
}
