import type { Value } from '../../../src/store/database.ts'
import type { Store } from '../../../src/store/store.ts'

/** A question that is asked of the database. */
export interface Question {
  /** What is asked, in words. */
  asked: string
  sql: string
  /** By what the question's placeholders are filled, in order. */
  about: readonly (keyof Subject)[]
  /** Of one review, recommendation, document or entity, or the first few of an order: it must never walk through a large table. */
  one: boolean
}

/** The things that questions are asked about. */
export interface Subject {
  review: Value
  recommendation: Value
  resolution: Value
  document: Value
  path: Value
  commitment: Value
  update: Value
  council: Value
  responsible: Value
  name: Value
  day: Value
}

const SUBJECT = `SELECT c.review_id AS review, c.recommendation_id AS recommendation, c.resolution_id AS resolution, u.document_id AS document, d.path,
    (SELECT commitment_id FROM commitments m WHERE m.recommendation_id = c.recommendation_id LIMIT 1) AS "commitment", u.update_id AS "update", v.council,
    c.responsible, (SELECT name FROM responsibilities p WHERE p.recommendation_id = c.recommendation_id LIMIT 1) AS name, c.as_of_to AS day
  FROM recommendations c JOIN reviews v USING (review_id) JOIN progress_updates u USING (recommendation_id) JOIN documents d ON d.document_id = u.document_id
  WHERE c.review_id = (SELECT review_id FROM reviews ORDER BY review_id LIMIT 1 OFFSET ?) AND c.number = '3' AND u.update_id LIKE '%/update/%'
  ORDER BY u.as_of_from LIMIT 1 OFFSET 2`

/** Things out of the middle of the archive to ask about. */
export function findSubject(store: Store): Subject {
  const reviews = Number(store.query('SELECT count(*) AS n FROM reviews')[0]?.n)
  const [row] = store.query(SUBJECT, Math.floor(reviews / 2))
  if (!row) throw new Error('The database holds nothing to ask about.')
  return row as unknown as Subject
}

const ofOne = (asked: string, sql: string, ...about: (keyof Subject)[]): Question => ({ asked, sql, about, one: true })
const ofAll = (asked: string, sql: string, ...about: (keyof Subject)[]): Question => ({ asked, sql, about, one: false })
/** What is not yet done and should be. */
const OVERDUE = `due_to < ? AND (status IS NULL OR status NOT IN ('achieved', 'superseded', 'withdrawn'))`
const SAID = `SELECT v.*, d.path, d.dated_from FROM %s v JOIN documents d USING (document_id)`
const said = (view: string): string => SAID.replace('%s', view)

/** What officers, journalists and analysts ask, in SQL over the public views; what the program itself asks is in its code. */
export const QUESTIONS: readonly Question[] = [
  ofOne('a recommendation', 'SELECT * FROM recommendations WHERE recommendation_id = ?', 'recommendation'),
  ofOne('its parts', 'SELECT * FROM recommendations WHERE parent_id = ? ORDER BY position', 'recommendation'),
  ofOne('its wordings', `${said('wordings')} WHERE v.recommendation_id = ? ORDER BY d.dated_from`, 'recommendation'),
  ofOne('its resolutions', `${said('resolutions')} WHERE v.recommendation_id = ? ORDER BY d.dated_from`, 'recommendation'),
  ofOne('its commitments', `${said('commitments')} WHERE v.recommendation_id = ? ORDER BY d.dated_from`, 'recommendation'),
  ofOne('who is named for it', 'SELECT * FROM responsibilities WHERE recommendation_id = ?', 'recommendation'),
  ofOne('its actions', 'SELECT * FROM actions WHERE recommendation_id = ? ORDER BY position', 'recommendation'),
  ofOne('its updates', `${said('progress_updates')} WHERE v.recommendation_id = ? ORDER BY v.as_of_from`, 'recommendation'),
  ofOne(
    'its latest update',
    'SELECT * FROM progress_updates WHERE recommendation_id = ? ORDER BY as_of_from DESC LIMIT 1',
    'recommendation',
  ),
  ofOne(
    'its updates with where each status stands',
    `SELECT c.text, u.as_of_text, u.status, e.quote, e.page FROM recommendations c JOIN progress_updates u USING (recommendation_id)
     JOIN evidence e ON e.entity_id = u.update_id AND e.field = 'assessment_text' WHERE c.recommendation_id = ?`,
    'recommendation',
  ),
  ofOne('how its date moved', 'SELECT * FROM slippage WHERE recommendation_id = ? ORDER BY position', 'recommendation'),
  ofOne('how its words changed', 'SELECT * FROM wording_changes WHERE recommendation_id = ?', 'recommendation'),
  ofOne('when nothing was said of it', 'SELECT * FROM silences WHERE recommendation_id = ?', 'recommendation'),
  ofOne('links from it', 'SELECT * FROM links WHERE from_id = ?', 'recommendation'),
  ofOne('links to it', 'SELECT * FROM links WHERE to_id = ?', 'recommendation'),
  ofOne('corrections of it', 'SELECT * FROM corrections WHERE target_id = ?', 'update'),
  ofOne('an id that is no longer used', 'SELECT new_id FROM aliases WHERE old_id = ?', 'recommendation'),
  ofOne('an update', 'SELECT * FROM progress_updates WHERE update_id = ?', 'update'),
  ofOne('its evidence', 'SELECT * FROM evidence WHERE entity_id = ?', 'update'),
  ofOne('evidence of its status', `SELECT * FROM evidence WHERE entity_id = ? AND field = 'status'`, 'update'),
  ofOne('notes on it', 'SELECT * FROM diagnostics WHERE entity_id = ?', 'update'),
  ofOne('whether it is linked', 'SELECT * FROM unlinked WHERE entity_id = ?', 'update'),
  ofOne('an action plan row', 'SELECT * FROM commitments WHERE commitment_id = ?', 'commitment'),
  ofOne('its actions', 'SELECT * FROM actions WHERE commitment_id = ? ORDER BY position', 'commitment'),
  ofOne('its people', 'SELECT * FROM responsibilities WHERE commitment_id = ?', 'commitment'),
  ofOne('a resolution', 'SELECT * FROM resolutions WHERE resolution_id = ?', 'resolution'),
  ofOne('what it decided', 'SELECT * FROM recommendations WHERE resolution_id = ?', 'resolution'),
  ofOne('updates on it', 'SELECT * FROM progress_updates WHERE resolution_id = ?', 'resolution'),
  ofOne('a review', 'SELECT * FROM reviews WHERE review_id = ?', 'review'),
  ofOne('its recommendations', 'SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id', 'review'),
  ofOne('its statuses counted', 'SELECT status, count(*) FROM recommendations WHERE review_id = ? GROUP BY status', 'review'),
  ofOne('its documents', 'SELECT * FROM documents WHERE review_id = ? ORDER BY dated_from', 'review'),
  ofOne('its resolutions', 'SELECT * FROM resolutions WHERE review_id = ? ORDER BY position', 'review'),
  ofOne(
    'its updates',
    'SELECT c.number, u.* FROM recommendations c JOIN progress_updates u USING (recommendation_id) WHERE c.review_id = ? ORDER BY c.position, u.as_of_from',
    'review',
  ),
  ofOne(
    'its recommendations, with updates or without',
    `SELECT c.number, u.status, d.path, e.quote FROM recommendations c LEFT JOIN progress_updates u USING (recommendation_id)
     LEFT JOIN documents d ON d.document_id = u.document_id LEFT JOIN evidence e ON e.entity_id = u.update_id AND e.field = 'status'
     WHERE c.review_id = ?`,
    'review',
  ),
  ofOne('when it was not spoken of', 'SELECT * FROM silences WHERE review_id = ?', 'review'),
  ofOne(
    'how its dates moved',
    'SELECT c.number, s.* FROM recommendations c JOIN slippage s USING (recommendation_id) WHERE c.review_id = ? ORDER BY c.position, s.position',
    'review',
  ),
  ofOne('a document', 'SELECT * FROM documents WHERE document_id = ?', 'document'),
  ofOne('a document by its path', 'SELECT * FROM documents WHERE path = ?', 'path'),
  ofOne('its updates', 'SELECT * FROM progress_updates WHERE document_id = ?', 'document'),
  ofOne('its wordings', 'SELECT * FROM wordings WHERE document_id = ?', 'document'),
  ofOne('its commitments', 'SELECT * FROM commitments WHERE document_id = ?', 'document'),
  ofOne('its actions', 'SELECT * FROM actions WHERE document_id = ?', 'document'),
  ofOne('its resolutions', 'SELECT * FROM resolutions WHERE document_id = ?', 'document'),
  ofOne('its facts', 'SELECT * FROM document_facts WHERE document_id = ?', 'document'),
  ofOne('its scale', 'SELECT * FROM gradings WHERE document_id = ?', 'document'),
  ofOne('its evidence', 'SELECT * FROM evidence WHERE document_id = ?', 'document'),
  ofOne('its notes', 'SELECT * FROM diagnostics WHERE document_id = ?', 'document'),
  ofOne('what of it is linked to nothing', 'SELECT * FROM unlinked WHERE document_id = ?', 'document'),
  ofOne(
    'overdue of one council, the first 50',
    `SELECT c.* FROM recommendations c JOIN reviews v USING (review_id) WHERE v.council = ? AND ${OVERDUE} LIMIT 50`,
    'council',
    'day',
  ),
  ofOne('overdue in all, the longest first', `SELECT * FROM recommendations WHERE ${OVERDUE} ORDER BY due_to LIMIT 50`, 'day'),
  ofOne('recommendations of one responsible', 'SELECT * FROM recommendations WHERE responsible = ?', 'responsible'),
  ofOne('what one person is to do', 'SELECT * FROM responsibilities WHERE name = ?', 'name'),
  ofOne('reviews of a council', 'SELECT review_id, title FROM reviews WHERE council = ? ORDER BY title LIMIT 50', 'council'),
  ofOne(
    'a search with its passages',
    `SELECT kind, recommendation_id, snippet(search, 8, '[', ']', '…', 12) FROM search WHERE search MATCH 'barden hapkel' ORDER BY rank LIMIT 20`,
  ),
  ofAll(
    'a search for common words',
    `SELECT kind, recommendation_id, snippet(search, 8, '[', ']', '…', 12) FROM search WHERE search MATCH 'bus shelters' ORDER BY rank LIMIT 20`,
  ),
  ofAll('the latest updates', 'SELECT * FROM progress_updates ORDER BY as_of_from DESC LIMIT 20'),
  ofAll('overdue in one council, counted', `SELECT count(*) FROM recommendations WHERE council = ? AND ${OVERDUE}`, 'council', 'day'),
  ofAll('overdue in all, counted', `SELECT count(*) FROM recommendations WHERE ${OVERDUE}`, 'day'),
  ofAll('statuses of one council', 'SELECT status, count(*) FROM recommendations WHERE council = ? GROUP BY status', 'council'),
  ofAll('statuses of all', 'SELECT status, count(*) FROM recommendations GROUP BY status'),
  ofAll('statuses council by council', 'SELECT council, status, count(*) FROM recommendations GROUP BY 1, 2'),
  ofAll("a council's reviews with their counts", 'SELECT * FROM reviews WHERE council = ?', 'council'),
  ofAll("a council's documents", 'SELECT * FROM documents WHERE council = ? ORDER BY dated_from DESC LIMIT 50', 'council'),
  ofAll('all reviews with their counts', 'SELECT * FROM reviews'),
  ofAll(
    'how far dates move, council by council',
    'SELECT council, avg(moved_days) FROM slippage JOIN recommendations USING (recommendation_id) GROUP BY 1',
  ),
  ofAll(
    'who has most to do',
    `SELECT responsible, count(*) AS n FROM recommendations WHERE status <> 'achieved' GROUP BY 1 ORDER BY n DESC LIMIT 20`,
  ),
  ofAll('updates year by year', 'SELECT substr(as_of_from, 1, 4) AS year, status, count(*) FROM progress_updates GROUP BY 1, 2'),
  ofAll('notes, rule by rule', 'SELECT rule, severity, count(*) FROM diagnostics GROUP BY 1, 2'),
  ofAll('links by kind and method', 'SELECT kind, method, judgement, count(*) FROM links GROUP BY 1, 2, 3'),
]
