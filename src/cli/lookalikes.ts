import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/**
 * Papers that were kept as "other" although something in them reads like a record, each with its likeliest: `document_id`, `path`,
 * `page`, `reading`, `confidence`, `text`, and how many there are (`found`). A person puts one aside by settling `candidate-found`.
 */
export function lookalikes(store: Store): Row[] {
  return store.query(LOOKALIKES)
}

// With max() the bare columns are those of its row.
const LOOKALIKES = `SELECT d.document_id, d.path, c.page, c.reading, max(c.confidence) AS confidence, c.text, count(*) AS found
  FROM candidates c JOIN papers p USING (paper_id) JOIN documents d ON d.document_id = p.document_id
  WHERE p.kind = 'other' AND d.superseded_by IS NULL AND NOT EXISTS (
    SELECT 1 FROM diagnostics g WHERE g.document_id = d.document_id AND g.rule = 'candidate-found' AND g.settled_by IS NOT NULL
  )
  GROUP BY p.paper_id ORDER BY d.path, c.page`
