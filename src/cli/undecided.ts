import type { Row, Value } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** A recommendation that an undecided record may be about. */
export interface Candidate {
  recommendationId: string
  /** "resolution 4 of 23 January 2020", or "recommendation 4" where nothing was resolved. */
  name: string
  text: string
  /** How sure the rules are of it, 0 to 1, where they weighed it. */
  confidence: number | null
}

/** A record that the rules could not place, with what it may be about, the likeliest first. */
export interface Undecided {
  entityId: string
  kind: 'progress_update' | 'action' | 'resolution'
  path: string
  page: number | null
  /** Who says it and when, as far as the paper tells. */
  said: string
  number: string | null
  text: string
  candidates: Candidate[]
  /** Whether the first candidate is what the rules thought of. */
  hasBest: boolean
}

const RECORDS = `SELECT u.*, d.path, d.title, d.committee, d.council, d.dated_text, d.review_id,
    coalesce(p.page, n.page, s.page) AS page, p.as_of_text, s.decided_by, s.decided_on
  FROM unlinked u JOIN documents d USING (document_id)
  LEFT JOIN progress_updates p ON p.update_id = u.entity_id
  LEFT JOIN actions n ON n.action_id = u.entity_id
  LEFT JOIN resolutions s ON s.resolution_id = u.entity_id
  ORDER BY d.path, page, u.entity_id`

const BEST = 'SELECT recommendation_id, review_id FROM recommendations WHERE recommendation_id = ? OR resolution_id = ? LIMIT 2'

const CANDIDATES = `SELECT c.recommendation_id, c.number, c.text, c.resolution_id, r.number AS resolution_number, r.decided_on
  FROM recommendations c LEFT JOIN resolutions r USING (resolution_id)
  WHERE c.review_id = ? ORDER BY c.position, c.recommendation_id`

/** All that is linked to nothing and that nobody has decided yet, paper by paper, each as `undecidedRecord` takes it. */
export function undecidedRows(store: Store): Row[] {
  return store.query(RECORDS)
}

/** One of the rows with what it may be about, which is looked up when it is asked for: an archive may leave thousands undecided. */
export function undecidedRecord(store: Store, row: Row): Undecided {
  const found = row.best_id == null ? [] : store.query(BEST, row.best_id, row.best_id)
  const best = found.length === 1 ? found[0] : undefined
  const reviewId = best?.review_id ?? row.review_id
  const rows = reviewId == null ? [] : store.query(CANDIDATES, reviewId)
  const candidates = rows.map((candidate) => toCandidate(candidate, row, best))
  const isBest = ({ recommendationId }: Candidate): boolean => recommendationId === best?.recommendation_id
  const when = row.as_of_text ?? row.decided_on ?? row.dated_text
  return {
    entityId: String(row.entity_id),
    kind: row.entity_kind as Undecided['kind'],
    path: String(row.path),
    page: typeof row.page === 'number' ? row.page : null,
    said: [row.decided_by ?? row.committee ?? row.council, when].filter((part) => part != null).join(', '),
    number: row.number == null ? null : String(row.number),
    text: String(row.text ?? '(no words)'),
    candidates: [...candidates.filter(isBest), ...candidates.filter((candidate) => !isBest(candidate))],
    hasBest: candidates.some(isBest),
  }
}

function toCandidate(candidate: Row, { entity_kind: kind, best_confidence: confidence }: Row, best: Row | undefined): Candidate {
  const { recommendation_id: id, number, resolution_number: resolved, decided_on: on, resolution_id: resolution } = candidate
  const named = kind === 'progress_update' && resolution != null
  const name = named
    ? `resolution ${resolved ?? number ?? 'without a number'}${on == null ? '' : ` of ${dayInWords(on)}`}`
    : `recommendation ${number ?? 'without a number'}`
  const weighed = id === best?.recommendation_id && typeof confidence === 'number'
  return { recommendationId: String(id), name, text: String(candidate.text), confidence: weighed ? confidence : null }
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "2020-01-23" → "23 January 2020". */
function dayInWords(day: Value): string {
  return DAY.format(new Date(`${day}T00:00:00Z`))
}
