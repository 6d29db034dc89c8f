import type { Diagnostic } from '../../schema/diagnostics.ts'
import type { DocumentRecords, Evidence } from '../../schema/records.ts'
import { cellName } from '../../schema/sheet-cells.ts'
import { type Connection, insertSql, prepared, type Row, transact, type Value } from './database.ts'
import { deleteDocument, setPath } from './document-paths.ts'
import { camelToSnake, entityId } from './names.ts'
import {
  type AnyRecord,
  PLACE_COLUMNS,
  placeToValues,
  publicField,
  RECORD_TABLES,
  recordColumns,
  recordToValues,
  rowToPlace,
} from './record-tables.ts'

/** How much of a document could be read. */
export type DocumentStatus = 'ok' | 'partial' | 'failed' | 'skipped'

/** One document with all that is known of it, as it is stored. */
export interface StoredDocument {
  documentId: string
  /** Hexadecimal, or null for a file that could not be opened. */
  sha256: string | null
  /** The path it was read under, and the stamp of the file there. */
  path: string
  stamp: string | null
  mediaType: string | null
  /** How many pages, or null for a format without pages. */
  pages: number | null
  /** The sheets of a spreadsheet by name, or null for any other document. */
  sheets: readonly string[] | null
  status: DocumentStatus
  /** The version of the rules and the vocabulary that read it. */
  extractor: string
  /** By which taught words it was read: a digest, or null where none concerned it. */
  words: string | null
  /** The words that it has, as numbers in order; null where nothing was read of it. */
  held: Uint32Array<ArrayBuffer> | null
  /** ISO time. */
  importedAt: string
  /** Null for a document that failed or was skipped. */
  records: DocumentRecords | null
  diagnostics: readonly Diagnostic[]
  /** Of all that was read, so that reading it again to the same end is known; null where nothing is to be compared. */
  digest: string | null
}

const DOCUMENT_FIELDS = ['kind', 'title', 'council', 'committee', 'datedText', 'datedFrom', 'datedTo', 'layout'] as const
const DOCUMENT_COLUMNS = [
  'document_id',
  'sha256',
  'origin_path',
  'media_type',
  'pages',
  'status',
  'extractor',
  'words',
  'imported_at',
  'digest',
]
const INSERT_DOCUMENT = insertSql('document', [...DOCUMENT_COLUMNS, ...DOCUMENT_FIELDS.map(camelToSnake)])
const INSERT_EVIDENCE = insertSql('evidence_piece', [
  'document_id',
  'entity_id',
  'ordinal',
  'field',
  'state',
  'quote',
  ...PLACE_COLUMNS,
  'cell',
])
const INSERT_DIAGNOSTIC = insertSql('diagnostic', [
  'document_id',
  'ordinal',
  'severity',
  'rule',
  'message',
  'note',
  'entity_id',
  ...PLACE_COLUMNS,
])
/** Puts the document in the place of whatever was under its id; its paths stay, and the path it was read under now leads to it. One transaction. */
export function saveDocument(connection: Connection, document: StoredDocument): void {
  transact(connection, () => {
    const { documentId } = document
    const paths = prepared(connection, 'SELECT path, stamp FROM document_path WHERE document_id = ?').all(documentId)
    deleteDocument(connection, documentId)
    insertDocument(connection, document)
    for (const { path, stamp } of paths) setPath(connection, String(path), documentId, stamp as string | null)
    setPath(connection, document.path, documentId, document.stamp)
  })
}

function insertDocument(connection: Connection, document: StoredDocument): void {
  const { documentId, records } = document
  prepared(connection, INSERT_DOCUMENT).run(
    documentId,
    document.sha256,
    document.path,
    document.mediaType,
    document.pages,
    document.status,
    document.extractor,
    document.words,
    document.importedAt,
    document.digest,
    ...DOCUMENT_FIELDS.map((field): Value => records?.[field] ?? (field === 'kind' ? 'other' : null)),
  )
  if (records) insertRecords(connection, document, records)
  setHeld(connection, documentId, document.held)
  const insert = prepared(connection, INSERT_DIAGNOSTIC)
  for (const [ordinal, { severity, rule, message, note, place, key }] of document.diagnostics.entries()) {
    const entity = key === null ? null : entityId(documentId, key)
    insert.run(documentId, ordinal, severity, rule, message, note, entity, ...placeToValues(place))
  }
}

/** Keeps the words that a document has. */
export function setHeld(connection: Connection, documentId: string, held: StoredDocument['held']): void {
  if (held === null) return
  prepared(
    connection,
    'INSERT INTO held_words (document_id, words) VALUES (?, ?) ON CONFLICT (document_id) DO UPDATE SET words = excluded.words',
  ).run(documentId, Buffer.from(held.buffer))
}

/** The words that were kept of a document; none where nothing was. */
export function toHeld(words: unknown): Uint32Array<ArrayBuffer> {
  return words instanceof Uint8Array ? new Uint32Array(Uint8Array.from(words).buffer) : new Uint32Array()
}

/** The diagnostic that a row of its table holds. */
export function rowToDiagnostic(row: Row): Diagnostic {
  const { document_id: documentId, severity, rule, message, note, entity_id: entity } = row
  const key = entity == null ? null : String(entity).slice(String(documentId).length + 1)
  return { severity, rule, message, note, key, place: rowToPlace(row) } as Diagnostic
}

function insertRecords(connection: Connection, { documentId, sheets }: StoredDocument, records: DocumentRecords): void {
  const insertEvidence = prepared(connection, INSERT_EVIDENCE)
  let pieces = 0
  const saveEvidence = (entity: string, evidence: readonly Evidence[], fieldName: (field: string) => string): void => {
    for (const { field, state, quote, place } of evidence) {
      insertEvidence.run(documentId, entity, pieces++, fieldName(field), state, quote, ...placeToValues(place), cellName(place, sheets))
    }
  }
  saveEvidence(documentId, records.evidence, camelToSnake)
  for (const table of RECORD_TABLES) {
    const insert = prepared(connection, insertSql(table.table, recordColumns(table)))
    const list: readonly (AnyRecord & { evidence?: Evidence[] })[] = records[table.list]
    for (const [ordinal, record] of list.entries()) {
      insert.run(...recordToValues(table, documentId, record, ordinal))
      saveEvidence(entityId(documentId, record.key), record.evidence ?? [], (field) => publicField(table.list, field))
    }
  }
}
