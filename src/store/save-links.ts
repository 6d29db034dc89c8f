import { RULES } from '../../schema/diagnostics.ts'
import type { LinkedArchive } from '../../schema/links.ts'
import { type Connection, insertSql, prepared, type Row, transact, type Value } from './database.ts'
import { camelToSnake, documentOf } from './names.ts'

/** A table of link results: what tells its rows apart, and its other columns. */
interface LinkTable {
  table: string
  key: readonly string[]
  columns: readonly string[]
}

const RECOMMENDATION_COLUMNS = `review_id number parent_id position kind heading text text_from document_id page resolution_id outcome
  responsible due_text due_from due_to status assessment_text as_of_from as_of_to`.split(/\s+/u)
const LINK_COLUMNS = 'kind from_id to_id method confidence runner_up_id runner_up_confidence judgement decided_by reasons'.split(' ')
const UNLINKED_COLUMNS = 'entity_kind document_id number text best_id best_confidence reason'.split(' ')

const TABLES = {
  reviews: { table: 'review', key: ['review_id'], columns: ['title', 'council', 'committee'] },
  documents: { table: 'document_review', key: ['document_id'], columns: ['review_id'] },
  recommendations: { table: 'recommendation', key: ['recommendation_id'], columns: RECOMMENDATION_COLUMNS },
  assignments: {
    table: 'assignment',
    key: ['entity_id'],
    columns: ['entity_kind', 'document_id', 'recommendation_id', 'review_id', 'resolution_id'],
  },
  links: { table: 'link', key: ['link_id'], columns: LINK_COLUMNS },
  unlinked: { table: 'unlinked_entity', key: ['entity_id'], columns: UNLINKED_COLUMNS },
  aliases: { table: 'alias', key: ['old_id', 'new_id'], columns: ['since'] },
  diagnostics: {
    table: 'link_diagnostic',
    key: ['document_id', 'rule', 'note', 'entity_id'],
    columns: ['severity', 'message'],
  },
} as const satisfies Record<keyof LinkedArchive, LinkTable>

/** How many rows were written or taken away. */
export interface LinkChanges {
  written: number
  removed: number
}

/** Makes the tables hold exactly these links, writing only where they differ. One transaction. */
export function saveLinks(connection: Connection, archive: LinkedArchive): LinkChanges {
  return transact(connection, () => {
    connection.pragma('defer_foreign_keys = ON')
    const rows = archiveRows(archive)
    const changes: LinkChanges = { written: 0, removed: 0 }
    for (const name of Object.keys(TABLES) as (keyof LinkedArchive)[]) {
      const done = syncTable(connection, TABLES[name], rows[name])
      changes.written += done.written
      changes.removed += done.removed
    }
    return changes
  })
}

function snakeRow(record: object): Row {
  return Object.fromEntries(Object.entries(record).map(([field, value]: [string, Value]) => [camelToSnake(field), value]))
}

/** The rows that the tables are to hold: columns in snake_case, and what the tables keep beside what linking says. */
function archiveRows(archive: LinkedArchive): Record<keyof LinkedArchive, Row[]> {
  return {
    reviews: archive.reviews.map(snakeRow),
    documents: archive.documents.map(snakeRow),
    recommendations: archive.recommendations.map(snakeRow),
    assignments: archive.assignments.map((record) => ({ ...snakeRow(record), document_id: documentOf(record.entityId) })),
    links: archive.links.map(snakeRow),
    unlinked: archive.unlinked.map(snakeRow),
    aliases: archive.aliases.map(snakeRow),
    diagnostics: archive.diagnostics.map((record) => {
      const { severity, message } = RULES[record.rule]
      return { ...snakeRow(record), severity, message }
    }),
  }
}

function syncTable(connection: Connection, { table, key, columns }: LinkTable, rows: readonly Row[]): LinkChanges {
  const all = [...key, ...columns]
  const values = (row: Row, names: readonly string[]): Value[] => names.map((name) => row[name] ?? null)
  const stored = new Map<string, { rest: string; key: Value[] }>()
  for (const row of prepared(connection, `SELECT ${all.join(', ')} FROM ${table}`).iterate()) {
    stored.set(JSON.stringify(values(row, key)), { rest: JSON.stringify(values(row, columns)), key: values(row, key) })
  }
  const wanted = new Map(rows.map((row) => [JSON.stringify(values(row, key)), row]))
  const matches = key.map((name) => `${name} IS ?`).join(' AND ')
  let removed = 0
  for (const [id, old] of stored) {
    if (wanted.has(id)) continue
    prepared(connection, `DELETE FROM ${table} WHERE ${matches}`).run(...old.key)
    removed++
  }
  let written = 0
  const update = `UPDATE ${table} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE ${matches}`
  for (const [id, row] of wanted) {
    const old = stored.get(id)
    if (old?.rest === JSON.stringify(values(row, columns))) continue
    if (old) prepared(connection, update).run(...values(row, columns), ...values(row, key))
    else prepared(connection, insertSql(table, all)).run(...values(row, all))
    written++
  }
  return { written, removed }
}
