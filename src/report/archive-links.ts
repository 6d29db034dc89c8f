import type { Row } from '../store/database.ts'
import { groupRows, rowText } from './rows.ts'

/** The links that stand, by what they start from. */
export interface ArchiveLinks {
  /** Of a paper, the review that it is of. */
  ofPaper: Map<string, Row[]>
  /** Of a plan's row, the recommendations that it is for. */
  ofCommitment: Map<string, Row[]>
  /** Of an update, the resolutions that it reports on, or the recommendations where nothing resolved them. */
  ofUpdate: Map<string, Row[]>
  /** Of a recommendation, the resolutions that decide it. */
  ofRecommendation: Map<string, Row[]>
}

/** Puts the links in order and leaves out those that a person turned down. */
export function acceptedLinks(rows: readonly Row[]): ArchiveLinks {
  const accepted = rows.filter(({ judgement }) => judgement !== 'rejected')
  const of = (...kinds: string[]): Map<string, Row[]> =>
    groupRows(
      accepted.filter((row) => kinds.includes(String(row.kind))),
      'from_id',
    )
  return {
    ofPaper: of('document_review'),
    ofCommitment: of('commitment_recommendation'),
    ofUpdate: of('update_resolution', 'update_recommendation'),
    ofRecommendation: of('recommendation_resolution'),
  }
}

/**
 * Rows of plans or updates by recommendation. A row for several ("Recs 3 & 4") names none in the view and belongs to each
 * that it is linked to.
 */
export function joinSharedRows(
  rows: readonly Row[],
  idColumn: 'commitment_id' | 'update_id',
  links: ArchiveLinks,
  recommendations: readonly Row[],
): Map<string, Row[]> {
  const found = groupRows(rows, 'recommendation_id')
  const ids = new Set(recommendations.map((row) => String(row.recommendation_id)))
  const decidedBy = groupRows(recommendations, 'resolution_id')
  const own = idColumn === 'commitment_id' ? links.ofCommitment : links.ofUpdate
  for (const row of rows) {
    if (rowText(row.recommendation_id) !== null) continue
    for (const { to_id: to } of own.get(String(row[idColumn])) ?? []) {
      for (const id of ids.has(String(to)) ? [String(to)] : namedBy(row, decidedBy.get(String(to)) ?? [])) {
        const there = found.get(id) ?? []
        if (!there.includes(row)) found.set(id, [...there, row])
      }
    }
  }
  return found
}

/** Of the recommendations that one resolution decides, those that a row is of: the only one, or those whose numbers it prints. */
function namedBy(row: Row, decided: readonly Row[]): string[] {
  const numbers = new Set((rowText(row.number) ?? '').split(/[\s,;&]+|and/u))
  const named = decided.length === 1 ? decided : decided.filter(({ number }) => numbers.has(String(number)))
  return named.map((row) => String(row.recommendation_id))
}
