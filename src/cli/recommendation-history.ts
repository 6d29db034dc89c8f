import type { Row, Value } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** A row of a view, with its document's path and where its main field is there: "page 3", "lines 12–18", or "". */
export type Placed = Row & { path: Value; place: string }

/** Everything that the papers say about one recommendation, each kind in the order in which it was said. */
export interface History {
  recommendation: Row
  wordings: Placed[]
  /** Those of the wordings whose words differ from the paper's before it; what was resolved is in the resolutions. */
  reworded: Placed[]
  resolutions: Placed[]
  commitments: { commitment: Placed; responsibilities: Row[]; actions: Row[] }[]
  updates: Placed[]
  /** What people corrected in the recommendation and in what papers say about it, where it holds. */
  corrections: Row[]
  /** The histories of its lettered parts. */
  parts: History[]
}

/** The history of one recommendation and its parts; rows as the public views give them. */
export function recommendationHistory(store: Store, recommendation: Row): History {
  const id = recommendation.recommendation_id ?? null
  const wordings = store.query(`${said('wordings')} WHERE v.recommendation_id = ? ${inOrder('wording_id')}`, id)
  const resolutions = store.query(
    `${said('resolutions')} WHERE v.resolution_id IN (SELECT resolution_id FROM resolutions WHERE recommendation_id = ? UNION SELECT ?)
     ${inOrder('resolution_id')}`,
    id,
    recommendation.resolution_id ?? null,
  )
  const commitments = store.query(
    `${said('commitments')} WHERE v.recommendation_id = ? OR v.commitment_id IN (${LINKED}) ${inOrder('commitment_id')}`,
    ...[id, 'commitment_recommendation', id],
  )
  const updates = store.query(
    `${said('progress_updates')} WHERE v.recommendation_id = ? OR v.update_id IN (${LINKED})
     ORDER BY coalesce(v.as_of_from, d.dated_from), d.path, v.page, v.update_id`,
    ...[id, 'update_recommendation', id],
  )
  const ids = [id, ...[...wordings, ...resolutions, ...commitments, ...updates].map(recordId)]
  const parts = store.query('SELECT * FROM recommendations WHERE parent_id = ? ORDER BY position, recommendation_id', id)
  const changed = new Set(store.query('SELECT to_id FROM wording_changes WHERE recommendation_id = ?', id).map((row) => row.to_id))
  const stated = wordings.map((row) => placed(store, row, 'wording_id', 'text'))
  return {
    recommendation,
    wordings: stated,
    reworded: stated.filter((row) => changed.has(row.wording_id)),
    resolutions: resolutions.map((row) => placed(store, row, 'resolution_id', 'text')),
    commitments: commitments.map((row) => ({
      commitment: placed(store, row, 'commitment_id', 'responsible'),
      responsibilities: store.query('SELECT * FROM responsibilities WHERE commitment_id = ?', row.commitment_id ?? null),
      actions: store.query('SELECT * FROM actions WHERE commitment_id = ? ORDER BY position, action_id', row.commitment_id ?? null),
    })),
    updates: updates.map((row) => placed(store, row, 'update_id', 'evidence')),
    corrections: store.query(CORRECTED, JSON.stringify(ids)),
    parts: parts.map((part) => recommendationHistory(store, part)),
  }
}

/** The id of what a paper says: a row of the view of its kind. */
export function recordId(row: Row): Value {
  return row.update_id ?? row.commitment_id ?? row.resolution_id ?? row.wording_id ?? null
}

const CORRECTED = `SELECT * FROM corrections WHERE state = 'applied' AND action = 'set' AND target_id IN (SELECT value FROM json_each(?))
  ORDER BY at, correction_id, field`

/** One row for several recommendations belongs to none of them alone, and is linked to each. */
const LINKED = "SELECT from_id FROM links WHERE kind = ? AND to_id = ? AND judgement = 'accepted'"

function said(view: string): string {
  return `SELECT v.*, d.path, d.dated_text, d.dated_from FROM ${view} v JOIN documents d USING (document_id)`
}

function inOrder(id: string): string {
  return `ORDER BY d.dated_from, d.path, v.page, v.${id}`
}

function placed(store: Store, row: Row, id: string, field: string): Placed {
  const pieces = store.query(
    `SELECT page, min(line_from) AS line_from, max(line_to) AS line_to FROM evidence
     WHERE entity_id = ? AND field = ? AND state IN ('stated', 'derived') GROUP BY page ORDER BY page`,
    row[id] ?? null,
    field,
  )
  const places = pieces.map((piece) => [pageWords(piece.page), lineWords(piece)].filter(Boolean).join(', ')).filter(Boolean)
  return { ...row, path: row.path ?? null, place: places.join('; ') || pageWords(row.page) }
}

function pageWords(page: Value | undefined): string {
  return page == null ? '' : `page ${page}`
}

function lineWords({ line_from: from, line_to: to }: Row): string {
  if (from == null) return ''
  return from === to || to == null ? `line ${from}` : `lines ${from}–${to}`
}
