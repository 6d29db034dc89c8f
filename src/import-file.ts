import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extractorVersion } from '../parsers/extractor.ts'
import { collectInto, type Diagnostic, type RuleName } from '../schema/diagnostics.ts'
import { StoreError } from '../schema/errors.ts'
import { NOWHERE } from '../schema/place.ts'
import { type ArchiveEntry, systemCode, systemWords } from './archive-files.ts'
import { bytesToRecords, errorToNote, type Reading } from './bytes-to-records.ts'
import { toStoreError } from './store/open-store.ts'
import type { KnownDocument, Store } from './store/store.ts'

/** Whether a document was new, was read again or lies elsewhere now, or is as it was. */
export type Outcome = 'added' | 'changed' | 'unchanged'

/** What became of one file of the archive. */
export interface ImportedFile {
  /** As it is stored. */
  path: string
  documentId: string
  outcome: Outcome
  status: Reading['status']
  kind: string
  title: string | null
  /** The content that lay at this path before and lies nowhere else now, if any: it is history. */
  supersedes: string | null
  diagnostics: Pick<Diagnostic, 'severity' | 'rule' | 'message' | 'note' | 'place'>[]
}

/** What one file is imported with. */
export interface ImportFileOptions {
  store: Store
  /** The path as it is stored and shown. */
  path: string
  password?: string | undefined
  /** Reads it again though nothing has changed. */
  again?: boolean | undefined
}

/** Reads one entry of the archive and stores it, unless it is stored as it is. Throws only where the database itself fails. */
export async function importFile(entry: ArchiveEntry, options: ImportFileOptions): Promise<ImportedFile> {
  if (entry.type !== 'file') {
    return storeUnopened(options, entry.type === 'no-access' ? 'no-access' : 'unknown-format', entry.note)
  }
  let bytes: Uint8Array
  try {
    bytes = await readFile(entry.path)
  } catch (error) {
    return storeUnopened(options, systemCode(error) === 'ERR_FS_FILE_TOO_LARGE' ? 'too-large' : 'no-access', systemWords(error))
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (isSettled(options.store.findDocument(sha256), options)) return keep(options, sha256)
  const reading = await bytesToRecords({ bytes, path: options.path, password: options.password })
  // Another path to the same content may have been stored while this one was being read.
  const known = options.store.findDocument(sha256)
  if (isSettled(known, { ...options, again: false }) && !options.again) return keep(options, sha256)
  if (known && (cameToTheSame(known, reading) || isAsStored(known, reading, options.path))) {
    if (known.extractor !== extractorVersion()) options.store.setExtractor(known.documentId, extractorVersion())
    return keep(options, sha256)
  }
  return storeReading(options, sha256, reading)
}

/** Whether reading the content again would give nothing else: the same rules, under the first of its paths. */
function isSettled(known: KnownDocument | null, { path, password, again }: ImportFileOptions): known is KnownDocument {
  if (known?.extractor !== extractorVersion() || known.errors.includes('internal-error')) return false
  if (password !== undefined && known.errors.includes('encrypted')) return false
  const [first] = [...known.paths, path].sort()
  return known.originPath === first && !(again && path === first)
}

/** Whether the content was read under this path to the same end before. */
function isAsStored(known: KnownDocument, reading: Reading, path: string): boolean {
  return known.originPath === path && !known.errors.includes('internal-error') && known.digest === digestOf(reading)
}

/** sha256 of all that was read of a document, hexadecimal. */
function digestOf({ document, records, status, diagnostics }: Reading): string {
  const said = [document?.mediaType ?? null, document?.pages.length ?? null, status, records, diagnostics]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}

/** The content that `path` leads to now, if it is another and lies nowhere else. */
function supersededAt(store: Store, path: string, documentId: string): string | null {
  const former = store.findPath(path)
  if (!former || former.documentId === documentId || former.paths.length > 1) return null
  return former.status === 'ok' || former.status === 'partial' ? former.documentId : null
}

function cameToTheSame(known: KnownDocument, reading: Reading): boolean {
  const errors = reading.diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
  return (
    reading.records === null &&
    known.extractor === extractorVersion() &&
    known.status === reading.status &&
    known.errors.join() === errors.join()
  )
}

/** The content is stored as it is; the path is noted if it is a new one. */
function keep({ store, path }: ImportFileOptions, sha256: string): ImportedFile {
  const known = store.findDocument(sha256)
  if (!known) throw new Error(`${path} was stored and is gone`)
  const former = store.findPath(path)
  const { documentId, status, kind, title } = known
  const supersedes = supersededAt(store, path, documentId)
  if (!known.paths.includes(path)) store.addPath(path, documentId)
  const outcome = former && former.documentId !== documentId ? 'changed' : 'unchanged'
  return { path, documentId, outcome, status, kind, title, supersedes, diagnostics: store.documentDiagnostics(documentId) }
}

function storeReading(options: ImportFileOptions, sha256: string, reading: Reading): ImportedFile {
  try {
    return save(options, sha256, `doc-${sha256.slice(0, 12)}`, reading)
  } catch (error) {
    const trouble = toStoreError(error, options.store.path)
    if (trouble instanceof StoreError) throw trouble
    const failed: Reading = { status: 'failed', document: null, records: null, diagnostics: [] }
    collectInto(failed.diagnostics)('internal-error', NOWHERE, errorToNote(error))
    return save(options, sha256, `doc-${sha256.slice(0, 12)}`, failed)
  }
}

function save({ store, path }: ImportFileOptions, sha256: string | null, documentId: string, reading: Reading): ImportedFile {
  const outcome = store.findPath(path) || (sha256 && store.findDocument(sha256)) ? 'changed' : 'added'
  const { document, records, status, diagnostics } = reading
  const supersedes = supersededAt(store, path, documentId)
  store.saveDocument({
    documentId,
    sha256,
    path,
    mediaType: document?.mediaType ?? null,
    pages: document?.pages.length || null,
    status,
    extractor: extractorVersion(),
    importedAt: new Date().toISOString(),
    records,
    diagnostics,
    digest: digestOf(reading),
  })
  const { kind, title } = records ?? { kind: 'other', title: null }
  return { path, documentId, outcome, status, kind, title, supersedes, diagnostics }
}

/** What could not be opened has no content to be known by, and goes by its path. What was read from there before is kept. */
function storeUnopened(options: ImportFileOptions, rule: RuleName, note: string): ImportedFile {
  const { store, path } = options
  const reading: Reading = { status: rule === 'unknown-format' ? 'skipped' : 'failed', document: null, records: null, diagnostics: [] }
  collectInto(reading.diagnostics)(rule, NOWHERE, note)
  const former = store.findPath(path)
  const documentId = `doc-${createHash('sha256').update(`path:${path}`).digest('hex').slice(0, 12)}`
  if (!former || (former.documentId === documentId && former.errors.join() !== rule)) return save(options, null, documentId, reading)
  const { diagnostics, status } = reading
  const { documentId: formerId, kind, title } = former
  return { path, documentId: formerId, outcome: 'unchanged', status, kind, title, supersedes: null, diagnostics }
}
