import type { Place } from '../../schema/place.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import type { Row, Value } from './database.ts'
import { camelToSnake, entityId } from './names.ts'

/** The lists of `DocumentRecords`, each kept in a table of its own. */
export type RecordList = {
  [Name in keyof DocumentRecords]: DocumentRecords[Name] extends { key: string }[] ? Name : never
}[keyof DocumentRecords]

/** A record of any kind, as the tables' mapping sees it. */
export type AnyRecord = { key: string; place: Place } & Record<string, unknown>

/** How one field of a record is kept: as it is, as the id of another record of its document, or as JSON. */
interface Column {
  field: string
  column: string
  as: 'value' | 'id' | 'json'
}

/** A table of records and its mapping. */
export interface RecordTable {
  list: RecordList
  table: string
  columns: readonly Column[]
}

/** `parentKey` is kept as `parent_id`; `reviewKey` names a row of `review_mention`. */
function columnOf(field: string): Column {
  if (field === 'reviewKey') return { field, column: 'review_mention_id', as: 'id' }
  if (field === 'decides' || field.endsWith('Keys')) return { field, column: camelToSnake(field), as: 'json' }
  if (field === 'progress') return { field, column: 'evidence', as: 'value' }
  if (field.endsWith('Key')) return { field, column: `${camelToSnake(field.slice(0, -3))}_id`, as: 'id' }
  return { field, column: camelToSnake(field), as: 'value' }
}

function tableOf(list: RecordList, table: string, fields: string): RecordTable {
  return { list, table, columns: fields.split(' ').map(columnOf) }
}

/** Every table of records, parents before what names them. */
export const RECORD_TABLES: readonly RecordTable[] = [
  tableOf('reviews', 'review_mention', 'title kind confidence source'),
  tableOf('papers', 'paper', 'position kind title reviewKey council committee datedText datedFrom datedTo pageFrom pageTo confidence'),
  tableOf('wordings', 'wording', 'reviewKey paperKey number numberText role kind parentKey position heading text confidence'),
  tableOf(
    'resolutions',
    'resolution',
    'reviewKey paperKey number numberText parentKey wordingKey position text outcome decidedBy decidedOn decides confidence',
  ),
  tableOf(
    'commitments',
    'commitment',
    'reviewKey paperKey number wordingKey outcome responsible dueText dueFrom dueTo successMeasure timescale confidence',
  ),
  tableOf('responsibilities', 'responsibility', 'reviewKey commitmentKey name organisation kind text'),
  tableOf('actions', 'action', 'reviewKey paperKey commitmentKey number label position text confidence'),
  tableOf(
    'progressUpdates',
    'progress_update',
    'reviewKey paperKey number parentKey wordingKey furtherWordingKeys asOfText asOfFrom asOfTo progress assessmentText status impact confidence',
  ),
  tableOf('facts', 'fact', 'reviewKey paperKey name label text dateFrom dateTo'),
  tableOf('gradings', 'grading', 'reviewKey paperKey code label meaning status'),
  tableOf('details', 'detail', 'entityKey paperKey position label text'),
  tableOf('candidates', 'candidate', 'paperKey kind text reading confidence runnerUp'),
]

/** The columns that a place is kept in. */
export const PLACE_COLUMNS = ['page', 'x0', 'top', 'x1', 'bottom', 'line_from', 'line_to'] as const

/** A place as the values of `PLACE_COLUMNS`. */
export function placeToValues(place: Place): Value[] {
  const [x0, top, x1, bottom] = place.box ?? [null, null, null, null]
  return [place.page, x0, top, x1, bottom, place.lineFrom, place.lineTo]
}

/** The place that a row with `PLACE_COLUMNS` holds. */
export function rowToPlace(row: Row): Place {
  const [x0, top, x1, bottom] = [row.x0, row.top, row.x1, row.bottom].map(numberOrNull)
  const box = x0 != null && top != null && x1 != null && bottom != null ? ([x0, top, x1, bottom] as const) : null
  return { page: numberOrNull(row.page), box, lineFrom: numberOrNull(row.line_from), lineTo: numberOrNull(row.line_to) }
}

function numberOrNull(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** The columns of a table of records, in the order of `recordToValues`. */
export function recordColumns(table: RecordTable): string[] {
  return ['id', 'document_id', 'ordinal', ...table.columns.map(({ column }) => column), ...PLACE_COLUMNS]
}

/** A record as the values of `recordColumns`; `ordinal` is its place in its list. */
export function recordToValues(table: RecordTable, documentId: string, record: AnyRecord, ordinal: number): Value[] {
  const values = table.columns.map(({ field, as }): Value => {
    const value = record[field]
    if (value === null || value === undefined) return null
    if (as === 'json') return JSON.stringify(value)
    return as === 'id' ? entityId(documentId, String(value)) : (value as Value)
  })
  return [entityId(documentId, record.key), documentId, ordinal, ...values, ...placeToValues(record.place)]
}

/** The record that a row of its table holds, without its evidence. */
export function rowToRecord(table: RecordTable, row: Row): AnyRecord {
  const prefix = String(row.document_id).length + 1
  const record: AnyRecord = { key: String(row.id).slice(prefix), place: rowToPlace(row) }
  if (table.list !== 'reviews' && table.list !== 'candidates') record.evidence = []
  for (const { field, column, as } of table.columns) {
    const value = row[column] ?? null
    if (value === null || as === 'value') record[field] = value
    else record[field] = as === 'json' ? JSON.parse(String(value)) : String(value).slice(prefix)
  }
  return record
}

/** The public name of a record's field: `progress` is the column `evidence` of the view `progress_updates`. */
export function publicField(list: RecordList | null, field: string): string {
  return list === 'progressUpdates' && field === 'progress' ? 'evidence' : camelToSnake(field)
}
