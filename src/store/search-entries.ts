import { type Connection, prepared, transact } from './database.ts'

const COLUMNS = ['entity_id', 'kind', 'recommendation_id', 'review_id', 'document_id', 'number', 'review_title', 'heading', 'text'] as const

/** Of a document `d`: it was neither superseded nor taken out. */
const COUNTS = 'd.superseded_by IS NULL AND NOT EXISTS (SELECT 1 FROM forgotten_document f WHERE f.document_id = d.document_id)'
/** Of a record's paper: its reading counts. */
const NO_COPY = (record: string): string => `NOT EXISTS (SELECT 1 FROM paper_copy y WHERE y.paper_id = ${record}.paper_id)`

/**
 * What can be found, read from the public views so that corrections count. An update's text is its evidence and its
 * impact; a review's title is beside all that belongs to it, since most recommendations do not name their subject.
 */
const SOURCES = [
  `SELECT c.recommendation_id, 'recommendation', c.recommendation_id, c.review_id, c.document_id, c.number, v.title, c.heading, c.text
   FROM recommendations c JOIN review v USING (review_id)`,
  `SELECT r.resolution_id, 'resolution', r.recommendation_id, r.review_id, r.document_id, r.number, v.title, NULL, r.text
   FROM resolutions r JOIN document d USING (document_id) LEFT JOIN review v USING (review_id) WHERE ${COUNTS} AND ${NO_COPY('r')}`,
  `SELECT u.update_id, 'progress_update', u.recommendation_id, a.review_id, u.document_id, u.number, v.title, NULL,
     concat_ws(' ', u.evidence, u.impact)
   FROM progress_updates u JOIN document d USING (document_id) LEFT JOIN assignment a ON a.entity_id = u.update_id
   LEFT JOIN review v USING (review_id) WHERE ${COUNTS} AND ${NO_COPY('u')}`,
]

/** Entries whose entity is no longer there, or belongs to a content that another took the place of, or that was taken out, or is read better from another file. */
const REMOVE = `DELETE FROM search_entry WHERE CASE kind
    WHEN 'recommendation' THEN NOT EXISTS (SELECT 1 FROM recommendation WHERE recommendation_id = entity_id)
    WHEN 'resolution' THEN NOT EXISTS (SELECT 1 FROM resolution r WHERE r.id = entity_id AND ${NO_COPY('r')})
    ELSE NOT EXISTS (SELECT 1 FROM progress_update u WHERE u.id = entity_id AND ${NO_COPY('u')}) END
  OR document_id IN (SELECT document_id FROM document WHERE superseded_by IS NOT NULL UNION ALL SELECT document_id FROM forgotten_document)`

/** `WHERE true` is what SQLite's grammar asks for before an upsert after a SELECT. */
const writeSql = (source: string): string => `
  INSERT INTO search_entry (${COLUMNS.join(', ')})
  SELECT * FROM (${source}) WHERE true
  ON CONFLICT (entity_id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(', ')}
  WHERE ${COLUMNS.map((name) => `search_entry.${name} IS NOT excluded.${name}`).join(' OR ')}`

/** Makes the search find exactly what the views hold now; entries that are right stay untouched. Gives how many were written or removed. */
export function refreshSearch(connection: Connection): number {
  return transact(connection, () => {
    let changed = prepared(connection, REMOVE).run().changes
    for (const source of SOURCES) changed += prepared(connection, writeSql(source)).run().changes
    return changed
  })
}
