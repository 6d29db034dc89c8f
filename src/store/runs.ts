import { type Connection, insertSql, prepared } from './database.ts'
import { snakeToCamel } from './names.ts'

/** What one import did, counted in documents; `failed` are among the others. */
export interface RunCounts {
  documents: number
  added: number
  changed: number
  unchanged: number
  failed: number
  /** Contents that others took the place of, and that are kept as history. */
  superseded: number
  /** Corrections that hold, and those whose target is gone. */
  corrections: number
  correctionsGone: number
  correctionsChanged: number
  /** Papers that were taken out. */
  forgotten: number
  /** Rows of links that were written or taken away: what the import touched. */
  rowsWritten: number
  rowsRemoved: number
}

const COUNTS =
  'documents added changed unchanged failed superseded corrections corrections_gone corrections_changed forgotten rows_written rows_removed'.split(
    ' ',
  )
const END_RUN = `UPDATE run SET ended_at = ?, ${COUNTS.map((name) => `${name} = ?`).join(', ')} WHERE run_id = ?`

/** Records that an import begins; its id follows from the time it began. */
export function startRun(connection: Connection, extractor: string, startedAt = new Date().toISOString()): string {
  const taken = prepared(connection, 'SELECT 1 AS taken FROM run WHERE run_id = ?')
  let runId = `run-${startedAt}`
  for (let again = 2; taken.get(runId); again++) runId = `run-${startedAt}-${again}`
  prepared(connection, insertSql('run', ['run_id', 'started_at', 'extractor'])).run(runId, startedAt, extractor)
  return runId
}

/** Records how an import ended. */
export function endRun(connection: Connection, runId: string, counts: RunCounts): void {
  const values = COUNTS.map((name) => counts[snakeToCamel(name) as keyof RunCounts])
  prepared(connection, END_RUN).run(new Date().toISOString(), ...values, runId)
}
