import { WAITING_STATES } from '../../schema/corrections.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { changeInWords } from './correction-words.ts'
import { words } from './screen.ts'
import { shortened, wrapLines } from './text-width.ts'

/** A correction that waits, because what it was about is gone or is something else now. */
export interface Waiting {
  correctionId: string
  /** The id that is gone or changed, and whether it still stands for something. */
  aboutId: string
  isThere: boolean
  /** What it was, in its first words; null for a line that does not say. */
  about: string | null
  /** What it most likely is now, with its words; null where nothing is like it. */
  suggestedId: string | null
  suggested: string | null
  /** What is at the id now. */
  present: string | null
  /** What was said, by whom and when. */
  said: string
}

const WAITING = `SELECT * FROM corrections WHERE state IN (${WAITING_STATES.map((state) => `'${state}'`).join(', ')})
  ORDER BY at, correction_id, field`
/** What an id stands for, in words. */
const TEXTS = [
  'text FROM recommendations WHERE recommendation_id',
  'title FROM reviews WHERE review_id',
  'text FROM wordings WHERE wording_id',
  'text FROM resolutions WHERE resolution_id',
  'text FROM actions WHERE action_id',
  'coalesce(evidence, assessment_text) FROM progress_updates WHERE update_id',
  "coalesce(responsible || ': ', '') || coalesce(due_text, '') FROM commitments WHERE commitment_id",
]
const TEXT = TEXTS.map((text) => `SELECT ${text} = ?`).join(' UNION ALL ')

/** The rows of the corrections that wait, and of undoings of what is not there. */
export function waitingRows(store: Store): Row[] {
  return store.query(WAITING)
}

/** The corrections that wait for a person, in the order in which they were made. */
export function waitingCorrections(store: Store): Waiting[] {
  const corrections = waitingRows(store).filter(({ action }) => action !== 'undo')
  const byId = Map.groupBy(corrections, (row) => String(row.correction_id))
  return [...byId.values()].flatMap((rows) => (rows[0] ? [toWaiting(store, rows[0], rows)] : []))
}

function toWaiting(store: Store, first: Row, rows: readonly Row[]): Waiting {
  const textOf = (id: string | null): string | null => {
    const text = id === null ? null : store.query(TEXT, ...TEXTS.map(() => id))[0]?.text
    return text == null ? null : String(text)
  }
  const aboutId = String(first.about_id ?? first.target_id)
  const suggestedId = first.suggested_id === null ? null : String(first.suggested_id)
  const changes = rows.map((row) => changeInWords({ ...row, extracted: null }, 60).replace(/\(nothing\) → /u, '→ ')).filter(Boolean)
  return {
    correctionId: String(first.correction_id),
    aboutId,
    isThere: first.state === 'target_changed',
    about: first.about === null ? null : String(first.about),
    suggestedId,
    suggested: textOf(suggestedId),
    present: textOf(aboutId),
    said: `${first.by}, ${String(first.at).slice(0, 10)}: ${[words(String(first.action)), ...changes].join(' ')}`,
  }
}

const LONGEST_TEXT = 400

/** A correction that waits as one card: what was said, what it was about, what is there now, and what it most likely is now. */
export function waitingCardText(waiting: Waiting, place: { index: number; total: number }, columns: number): string {
  const { correctionId, aboutId, isThere, about, suggestedId, suggested, present, said } = waiting
  const quoted = (text: string | null): string => (text === null ? '' : ` “${shortened(text, LONGEST_TEXT)}”`)
  return [
    `── ${place.index + 1} of ${place.total} ── correction ${correctionId}`,
    '',
    ...wrapLines(said, columns),
    ...(about === null ? [] : wrapLines(`It was about ${aboutId}:${quoted(about)}`, columns)),
    ...wrapLines(isThere ? `That id is now:${quoted(present)}` : `${aboutId} is gone.`, columns),
    ...wrapLines(
      suggestedId === null ? 'Nothing in the archive is like it.' : `The likeliest new target is ${suggestedId}:${quoted(suggested)}`,
      columns,
    ),
    '',
    ...wrapLines(suggestedId === null ? 'What should happen to the correction?' : `Should it apply to ${suggestedId}?`, columns),
    `  ${[...(suggestedId === null ? [] : ['y yes']), ...(isThere ? ['h apply it to what the id is now'] : []), 'n take it back', 's skip', 'u undo', 'q quit'].join('   ')}`,
  ].join('\n')
}
