/**
 * Scrutineer as a library. A paper goes from bytes to a `Document` (`readDocument`) and from there to records
 * (`extractRecords`), both pure but for what they tell through `report`; `importPaths` does it for folders, stores and
 * links; `openStore` opens the database, whose public views are the contract (CONTRACT.md).
 *
 * @packageDocumentation
 */
export { type DocumentInput, readDocument } from '../parsers/formats.ts'
export { type ExtractOptions, extractRecords } from '../parsers/records.ts'
export { collectInto, type Diagnostic, type Report, RULES, type RuleName, type Severity } from '../schema/diagnostics.ts'
export type { Block, Cell, Document, Heading, ListItem, Page, Paragraph, Passage, Run, Table } from '../schema/document.ts'
export { DocumentError, StoreError, UsageError } from '../schema/errors.ts'
export type { Box, Place } from '../schema/place.ts'
export {
  type Action,
  type Commitment,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentRecords,
  documentRecordsSchema,
  type Evidence,
  type Grading,
  OUTCOMES,
  type Outcome,
  type ProgressUpdate,
  type Resolution,
  type Responsibility,
  STATUSES,
  type Status,
  type Wording,
} from '../schema/records.ts'
export { ROW_SCHEMAS, type RowSchema, type ViewRow } from '../schema/row-schemas.ts'
export { type TaughtWord, taughtWordSchema, WORD_MEANINGS, type WordKind } from '../schema/taught-words.ts'
export type { ColumnDescription, ViewDescription } from '../schema/view-columns.ts'
export { OPEN_WORDS } from '../schema/view-words.ts'
export { takingLeftRejections } from './canvas/left-rejections.ts'
export type { Signature } from './correct.ts'
export { type ImportOptions, type ImportProgress, importPaths, type OnProgress } from './import.ts'
export type { ImportSummary, SlowDocument } from './import-tally.ts'
export { bytesToRecords, type FileBytes, type Reading } from './reading/bytes-to-records.ts'
export { DEFAULT_LIMITS, type Limits } from './reading/limits.ts'
export type { Row, Value } from './store/database.ts'
export { openStore, type StoreOptions } from './store/open-store.ts'
export type { Store } from './store/store.ts'
export { VIEW_NAMES, type ViewName } from './store/views.ts'
export { type ReadAgain, readAgain, type StalePaper, stalePapers, teachWords } from './teach.ts'
export { readWordsFile } from './words-file.ts'
