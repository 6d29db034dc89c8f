import { type Connection, prepared, transact } from './database.ts'

/** A record's id begins with its document's and a slash; `0` is the character after the slash. */
const DELETE_LINKS = `DELETE FROM link WHERE from_id = ? OR to_id = ? OR from_id BETWEEN ? AND ? OR to_id BETWEEN ? AND ?`

/**
 * Lets `path` lead to a document that is stored already; `stamp` is of the file that lay there. What the path led to
 * before is superseded if no other path leads there.
 */
export function setPath(connection: Connection, path: string, documentId: string, stamp: string | null = null): void {
  transact(connection, () => {
    const former = prepared(connection, 'SELECT document_id FROM document_path WHERE path = ?').get(path)?.document_id
    prepared(
      connection,
      `INSERT INTO document_path (path, document_id, stamp) VALUES (?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET document_id = excluded.document_id, stamp = excluded.stamp`,
    ).run(path, documentId, stamp)
    prepared(connection, 'UPDATE document SET superseded_by = NULL WHERE document_id = ?').run(documentId)
    if (typeof former === 'string' && former !== documentId && !hasPath(connection, former)) supersede(connection, former, documentId)
    markUnlinked(connection)
  })
}

/** Forgets a path, and its document if no other path leads there, with what that superseded. */
export function removePath(connection: Connection, path: string): void {
  transact(connection, () => {
    const former = prepared(connection, 'SELECT document_id FROM document_path WHERE path = ?').get(path)?.document_id
    prepared(connection, 'DELETE FROM document_path WHERE path = ?').run(path)
    if (typeof former === 'string' && !hasPath(connection, former)) deleteHistory(connection, former)
    markUnlinked(connection)
  })
}

/** Notes that there is something that linking has not seen. */
function markUnlinked(connection: Connection): void {
  prepared(connection, 'DELETE FROM linked').run()
}

function hasPath(connection: Connection, documentId: string): boolean {
  return prepared(connection, 'SELECT 1 AS n FROM document_path WHERE document_id = ? LIMIT 1').get(documentId) !== undefined
}

/** What was read of a content that is no longer there stays as history; one that could not be read leaves nothing to keep. */
function supersede(connection: Connection, former: string, documentId: string): void {
  const status = prepared(connection, 'SELECT status FROM document WHERE document_id = ?').get(former)?.status
  if (status === 'ok' || status === 'partial') {
    deleteLinks(connection, former)
    prepared(connection, 'UPDATE document SET superseded_by = ? WHERE document_id = ?').run(documentId, former)
    return
  }
  prepared(connection, 'UPDATE document SET superseded_by = ? WHERE superseded_by = ?').run(documentId, former)
  deleteDocument(connection, former)
}

function deleteHistory(connection: Connection, documentId: string): void {
  const earlier = prepared(connection, 'SELECT document_id FROM document WHERE superseded_by = ?').all(documentId)
  for (const row of earlier) deleteHistory(connection, String(row.document_id))
  deleteDocument(connection, documentId)
}

/** Takes a document away. What depends on it goes by the tables' own rules; links name entities of several kinds and are let go here. */
export function deleteDocument(connection: Connection, documentId: string): void {
  deleteLinks(connection, documentId)
  prepared(connection, 'DELETE FROM document WHERE document_id = ?').run(documentId)
}

function deleteLinks(connection: Connection, documentId: string): void {
  const records = [`${documentId}/`, `${documentId}0`]
  prepared(connection, DELETE_LINKS).run(documentId, documentId, ...records, ...records)
}
