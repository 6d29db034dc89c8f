import { OPEN_WORDS } from '../../schema/view-words.ts'
import { type Connection, insertSql, prepared, transact, type Value } from './database.ts'

const COLUMNS = ['view', 'position', 'column', 'type', 'description'] as const

/** The rows of the table `descriptions`: each view and table at position 0, its columns after it. */
function descriptionRows(): Value[][] {
  return Object.entries(OPEN_WORDS).flatMap(([view, { description, columns }]) => [
    [view, 0, null, null, description],
    ...Object.entries(columns).map(([column, words], index) => [view, index + 1, column, words.type, words.description]),
  ])
}

/** Makes the database describe its views in the words of this version; writes only where they differ. */
export function saveDescriptions(connection: Connection): void {
  const present = prepared(connection, "SELECT 1 AS present FROM sqlite_schema WHERE name = 'descriptions'").get()
  if (!present) return // tables of a test's own
  const wanted = descriptionRows()
  const stored = prepared(connection, `SELECT ${COLUMNS.join(', ')} FROM descriptions`).all()
  const keyOf = (values: readonly (Value | undefined)[]): string => JSON.stringify(values)
  const same = new Set(stored.map((row) => keyOf(COLUMNS.map((name) => row[name]))))
  if (stored.length === wanted.length && wanted.every((values) => same.has(keyOf(values)))) return
  transact(connection, () => {
    connection.exec('DELETE FROM descriptions')
    const insert = prepared(connection, insertSql('descriptions', COLUMNS))
    for (const values of wanted) insert.run(...values)
  })
}
