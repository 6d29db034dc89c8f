import type { Row } from '../store/database.ts'
import { groupRows, rowText } from './rows.ts'

/** The links that are, by what they start from. */
export interface ArchiveLinks {
  /** Of a paper, the review that it is of. */
  ofPaper: Map<string, Row[]>
  /** Of a plan's row, the recommendations that it is for. */
  ofCommitment: Map<string, Row[]>
  /** Of an update, the resolutions that it reports on, and the recommendations where nothing resolved them or it is for several. */
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
  const own = idColumn === 'commitment_id' ? links.ofCommitment : links.ofUpdate
  for (const row of rows) {
    if (rowText(row.recommendation_id) !== null) continue
    for (const { to_id: to } of own.get(String(row[idColumn])) ?? []) {
      const id = String(to)
      if (ids.has(id)) found.set(id, [...(found.get(id) ?? []), row])
    }
  }
  return found
}
