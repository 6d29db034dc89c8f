/**
 * Scrutineer as a library. `readDocument` turns the bytes of a paper into a `Document`, and `extractRecords` turns a document
 * into records. Both are pure, except that they report diagnostics through `report`. `importPaths` reads folders, stores and
 * links them. `openStore` opens the database, whose public views are the contract (CONTRACT.md). `correct` corrects a value;
 * `exportViews`, `writeHandout` and `writeReport` export what is stored.
 *
 * Nothing here changes the process that it runs in.
 *
 * @packageDocumentation
 */
export { type DocumentInput, readDocument } from '../parsers/formats.ts'
export { type ExtractOptions, extractRecords } from '../parsers/records.ts'
export type { About, Correction, CorrectionDraft, CorrectionRow, CorrectionState } from '../schema/corrections.ts'
export { collectInto, type Diagnostic, type Report, RULES, type RuleName, type Severity } from '../schema/diagnostics.ts'
export type { Block, Cell, Document, Heading, ListItem, Look, Page, PageScan, Paragraph, Passage, Run, Table } from '../schema/document.ts'
export { DocumentError, StoreError, type UnreadableReason, UsageError } from '../schema/errors.ts'
export type { Box, Place } from '../schema/place.ts'
export {
  type Action,
  type Candidate,
  type Commitment,
  type Decided,
  type Detail,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DocumentRecords,
  documentRecordsSchema,
  type Evidence,
  type EvidenceState,
  type Fact,
  type FactName,
  type Grading,
  type LinkKind,
  OUTCOMES,
  type Outcome,
  type PaperRecord,
  type PartyKind,
  type ProgressUpdate,
  type RecommendationKind,
  type Resolution,
  type Responsibility,
  type ReviewKind,
  type ReviewMention,
  STATUSES,
  type Status,
  type Wording,
  type WordingRole,
} from '../schema/records.ts'
export { type ColumnSchema, ROW_SCHEMAS, type RowSchema, type ViewRow } from '../schema/row-schemas.ts'
export { type TaughtWord, taughtWordSchema, WORD_MEANINGS, type WordKind } from '../schema/taught-words.ts'
export type { ColumnDescription, ColumnType, ViewDescription } from '../schema/view-columns.ts'
export { OPEN_WORDS } from '../schema/view-words.ts'
export { takingLeftRejections } from './canvas/left-rejections.ts'
export { correct, lastCorrection, type Signature, undoCorrections } from './correct.ts'
export { type Exported, exportViews } from './export/export-views.ts'
export type { Format, HandoutFormat } from './export/formats.ts'
export type { Selection } from './export/selection.ts'
export { type HandoutTarget, writeHandout } from './export/write-handout.ts'
export { type ImportOptions, type ImportProgress, importPaths, type OnProgress } from './import.ts'
export type { ImportedFile, Outcome as ImportOutcome } from './import-file.ts'
export type { ImportSummary, SlowDocument } from './import-tally.ts'
export { bytesToRecords, type FileBytes, type Reading } from './reading/bytes-to-records.ts'
export { DEFAULT_LIMITS, type Limits } from './reading/limits.ts'
export { type ReportOptions, type ReportProgress, type ReportSummary, writeReport } from './report/write-report.ts'
export type { Row, Value } from './store/database.ts'
export { openStore, type StoreOptions } from './store/open-store.ts'
export type { RunCounts } from './store/runs.ts'
export type { DocumentStatus } from './store/save-document.ts'
export type { Store } from './store/store.ts'
export { VIEW_NAMES, type ViewName } from './store/views.ts'
export { type ReadAgain, readAgain, type StalePaper, stalePapers, teachWords } from './teach.ts'
export { readWordsFile } from './words-file.ts'
