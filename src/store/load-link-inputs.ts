import type { LinkInput } from '../../schema/links.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import type { DocumentRecords } from '../../schema/records.ts'
import { type Connection, prepared, type Row } from './database.ts'
import { snakeToCamel } from './names.ts'
import { type AnyRecord, RECORD_TABLES, type RecordList, rowToRecord } from './record-tables.ts'

const DOCUMENTS = `SELECT document_id, kind, layout, title, council, committee, dated_text, dated_from, dated_to,
  (SELECT min(path) FROM document_path p WHERE p.document_id = d.document_id) AS path,
  (SELECT count(*) FROM diagnostic g WHERE g.document_id = d.document_id AND g.severity <> 'info') AS troubles,
  EXISTS (SELECT 1 FROM diagnostic g WHERE g.document_id = d.document_id AND g.rule = 'read-by-ocr') AS is_scanned
  FROM document d WHERE status IN ('ok', 'partial') AND superseded_by IS NULL`

const NO_EVIDENCE: readonly never[] = []

/** What linking never asks for. The whole archive is held at once, so that it is left where it is. */
const UNASKED: ReadonlySet<RecordList> = new Set(['responsibilities', 'facts', 'gradings', 'details', 'candidates'])

/**
 * All documents that could be read and are not superseded, by document id: with the records that linking asks for,
 * without evidence, and of each record's place the page only. With `documentIds`, these alone.
 */
export function loadLinkInputs(connection: Connection, documentIds: readonly string[] | null = null): LinkInput[] {
  const ids = documentIds === null ? [] : [JSON.stringify(documentIds)]
  const wanted = documentIds === null ? '' : 'document_id IN (SELECT value FROM json_each(?))'
  const documents = `${DOCUMENTS} ${wanted && `AND ${wanted}`} ORDER BY document_id`
  const inputs = new Map<string, LinkInput>()
  for (const row of prepared(connection, documents).iterate(...ids)) {
    const { document_id, path, troubles, is_scanned, ...rest } = row
    const reading = { isScanned: is_scanned === 1, troubles: Number(troubles) }
    inputs.set(String(document_id), { documentId: String(document_id), path: String(path), records: emptyRecords(rest), ...reading })
  }
  const pages = new Map<number | null, Place>([[null, NOWHERE]])
  const placeOf = (page: number | null): Place => {
    const place = pages.get(page) ?? { ...NOWHERE, page }
    pages.set(page, place)
    return place
  }
  for (const table of RECORD_TABLES) {
    if (UNASKED.has(table.list)) continue
    for (const row of prepared(
      connection,
      `SELECT * FROM ${table.table} ${wanted && `WHERE ${wanted}`} ORDER BY document_id, ordinal`,
    ).iterate(...ids)) {
      const list = inputs.get(String(row.document_id))?.records[table.list] as AnyRecord[] | undefined
      const record = rowToRecord(table, row)
      record.place = placeOf(record.place.page)
      if ('evidence' in record) record.evidence = NO_EVIDENCE
      list?.push(record)
    }
  }
  return [...inputs.values()]
}

/** What the tables hold passed the records' schema when it was stored. */
function emptyRecords(columns: Row): DocumentRecords {
  const own = Object.fromEntries(Object.entries(columns).map(([name, value]) => [snakeToCamel(name), value]))
  const lists = Object.fromEntries(RECORD_TABLES.map(({ list }) => [list, []]))
  return { ...own, evidence: [], ...lists } as unknown as DocumentRecords
}
