import { type Connection, insertSql, prepared } from './database.ts'

/** What one import did, counted in documents; `failed` are among the others. */
export interface RunCounts {
  documents: number
  added: number
  changed: number
  unchanged: number
  failed: number
}

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
  prepared(
    connection,
    'UPDATE run SET ended_at = ?, documents = ?, added = ?, changed = ?, unchanged = ?, failed = ? WHERE run_id = ?',
  ).run(new Date().toISOString(), counts.documents, counts.added, counts.changed, counts.unchanged, counts.failed, runId)
}
