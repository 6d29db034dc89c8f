import type { CorrectionTables } from '../../schema/corrections.ts'
import { RULES } from '../../schema/diagnostics.ts'
import type { LinkedArchive } from '../../schema/links.ts'
import { type Told, tellChanges } from './changes.ts'
import { type Connection, insertSql, prepared, transact, type Value } from './database.ts'
import { HISTORY_TABLES } from './history-tables.ts'
import { documentOf, snakeToCamel } from './names.ts'

/** A table of link results: what distinguishes its rows, and its other columns. */
interface LinkTable {
  table: string
  key: readonly string[]
  columns: readonly string[]
}

const RECOMMENDATION_COLUMNS = `review_id number parent_id position kind heading text text_from document_id page resolution_id outcome
  responsible due_text due_from due_to status assessment_text as_of_from as_of_to latest_update_id`.split(/\s+/u)
const LINK_COLUMNS = 'kind from_id to_id method confidence runner_up_id runner_up_confidence judgement decided_by reasons'.split(' ')
const UNLINKED_COLUMNS = 'entity_kind document_id number text best_id best_confidence reason'.split(' ')

const TABLES = {
  reviews: { table: 'review', key: ['review_id'], columns: ['kind', 'title', 'council', 'committee'] },
  documents: { table: 'document_review', key: ['document_id'], columns: ['review_id'] },
  papers: { table: 'paper_review', key: ['paper_id'], columns: ['review_id'] },
  copies: { table: 'paper_copy', key: ['paper_id'], columns: ['document_id', 'same_as'] },
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
  ...HISTORY_TABLES,
} as const satisfies Record<keyof LinkedArchive, LinkTable>

const CORRECTION_TABLES = {
  corrections: {
    table: 'correction',
    key: ['correction_id', 'field'],
    columns: ['at', 'by', 'why', 'action', 'target_id', 'extracted', 'corrected', 'state', 'about_id', 'about', 'suggested_id'],
  },
  lines: { table: 'correction_line', key: ['correction_id'], columns: ['line'] },
  correctedRecords: { table: 'corrected_record', key: ['entity_id'], columns: ['fields'] },
  settled: { table: 'settled_diagnostic', key: ['document_id', 'rule', 'note'], columns: ['settled_by'] },
  forgotten: { table: 'forgotten_document', key: ['document_id'], columns: ['forgotten_by'] },
} as const satisfies Record<keyof CorrectionTables, LinkTable>

/** How many rows were written or taken away. */
export interface LinkChanges {
  written: number
  removed: number
}

/** Makes the tables hold exactly these links, writing only where they differ; what becomes of recommendations is recorded. One transaction. */
export function saveLinks(connection: Connection, archive: LinkedArchive, runId: string | null = null): LinkChanges {
  return transact(connection, () => {
    connection.pragma('defer_foreign_keys = ON')
    const changes: LinkChanges = { written: 0, removed: 0 }
    for (const name of Object.keys(TABLES) as (keyof LinkedArchive)[]) {
      const { key, columns } = TABLES[name]
      const told = name === 'recommendations' ? tellChanges(connection, [...key, ...columns], runId) : undefined
      const done = syncTable(connection, TABLES[name], recordsOf(archive, name), told)
      changes.written += done.written
      changes.removed += done.removed
    }
    return changes
  })
}

/** Makes the tables hold exactly what these corrections come to, writing only where they differ. One transaction. */
export function saveCorrections(connection: Connection, tables: CorrectionTables): LinkChanges {
  return transact(connection, () => {
    const changes: LinkChanges = { written: 0, removed: 0 }
    for (const name of Object.keys(CORRECTION_TABLES) as (keyof CorrectionTables)[]) {
      const done = syncTable(connection, CORRECTION_TABLES[name], tables[name])
      changes.written += done.written
      changes.removed += done.removed
    }
    return changes
  })
}

/** A record of linking with what the tables keep beside what linking says. */
function recordsOf(archive: LinkedArchive, name: keyof LinkedArchive): readonly object[] {
  if (name === 'assignments') return archive.assignments.map((record) => ({ ...record, documentId: documentOf(record.entityId) }))
  if (name !== 'diagnostics') return archive[name]
  return archive.diagnostics.map((record) => {
    const { severity, message } = RULES[record.rule]
    return { ...record, severity, message }
  })
}

/** The table is read once, row by row; only what is wanted is held in memory. */
function syncTable(connection: Connection, { table, key, columns }: LinkTable, records: readonly object[], told?: Told): LinkChanges {
  const fields = [...key, ...columns].map(snakeToCamel)
  const toValues = (record: object): Value[] => fields.map((field) => (record as Record<string, Value>)[field] ?? null)
  const keyOf = (values: readonly Value[]): string => (key.length === 1 ? String(values[0]) : JSON.stringify(values.slice(0, key.length)))
  const wanted = new Map<string, Value[]>()
  for (const record of records) {
    const values = toValues(record)
    wanted.set(keyOf(values), values)
  }
  const different = new Map<string, Value[]>()
  const gone: Value[][] = []
  const names = [...key, ...columns]
  for (const row of prepared(connection, `SELECT ${names.join(', ')} FROM ${table}`).iterate()) {
    const stored = names.map((name) => row[name] ?? null)
    const id = keyOf(stored)
    const values = wanted.get(id)
    if (!values) gone.push(stored)
    else if (values.every((value, index) => value === stored[index])) wanted.delete(id)
    else different.set(id, stored)
  }
  const matches = key.map((name) => `${name} IS ?`).join(' AND ')
  const remove = prepared(connection, `DELETE FROM ${table} WHERE ${matches}`)
  for (const stored of gone) {
    remove.run(...stored.slice(0, key.length))
    told?.(stored, null)
  }
  const insert = prepared(connection, insertSql(table, names))
  const update = prepared(connection, `UPDATE ${table} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE ${matches}`)
  for (const [id, values] of wanted) {
    const before = different.get(id) ?? null
    if (before) update.run(...values.slice(key.length), ...values.slice(0, key.length))
    else insert.run(...values)
    told?.(before, values)
  }
  return { written: wanted.size, removed: gone.length }
}
