import type { InnerDocument } from '../../schema/inner-document.ts'
import { type Connection, prepared } from './database.ts'

/** What was found in the container at a path while it had this stamp: null where it holds no documents, undefined where it is not known. */
export function findContainer(connection: Connection, path: string, stamp: string): InnerDocument[] | null | undefined {
  const row = prepared(connection, 'SELECT inside FROM container WHERE path = ? AND stamp = ?').get(path, stamp)
  if (!row) return undefined
  return row.inside === null ? null : (JSON.parse(String(row.inside)) as InnerDocument[])
}

/** Notes what was found in a container, in the place of what was known of it. */
export function setContainer(connection: Connection, path: string, stamp: string, inside: readonly InnerDocument[] | null): void {
  prepared(
    connection,
    'INSERT INTO container (path, stamp, inside) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET stamp = excluded.stamp, inside = excluded.inside',
  ).run(path, stamp, inside === null ? null : JSON.stringify(inside))
}
