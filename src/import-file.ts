import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { collectInto, type Diagnostic, type RuleName } from '../schema/diagnostics.ts'
import { StoreError } from '../schema/errors.ts'
import { NOWHERE } from '../schema/place.ts'
import type { DocumentRecords } from '../schema/records.ts'
import type { TaughtWord } from '../schema/taught-words.ts'
import type { ArchiveEntry } from './archive-files.ts'
import { extractorOf, isOfNow, ocrFor } from './read-by.ts'
import { errorToNote } from './reading/error-to-note.ts'
import { LIMIT_RULES, type Limits } from './reading/limits.ts'
import type { FileReading } from './reading/read-file.ts'
import type { Death, ReadingPool } from './reading/reading-pool.ts'
import { toStoreError } from './store/open-store.ts'
import type { KnownDocument, Store } from './store/store.ts'
import type { StoredPaths } from './stored-paths.ts'
import { councilsOf, wordsDigest } from './words-digest.ts'

/** Whether a document was new, was read again or lies elsewhere now, or is as it was. */
export type Outcome = 'added' | 'changed' | 'unchanged'

/** What became of one file of the archive. */
export interface ImportedFile {
  /** As it is stored. */
  path: string
  documentId: string
  outcome: Outcome
  status: FileReading['status']
  kind: string
  title: string | null
  /** The content that lay at this path before and lies nowhere else now, if any: it is history. */
  supersedes: string | null
  /** Where the same content lay before and does not lie any more. */
  movedFrom: string[]
  diagnostics: Pick<Diagnostic, 'severity' | 'rule' | 'message' | 'note' | 'place'>[]
  /** How many pages were read, or null for a format without pages and what was not read. */
  pages: number | null
  /** Milliseconds that reading it took; null where it was not read. */
  milliseconds: number | null
}

/** What one file is imported with. */
export interface ImportFileOptions {
  store: Store
  /** Gives the threads that read, which start when they are first asked for. */
  reader: () => Promise<ReadingPool>
  limits: Limits
  /** What people taught of the words in papers. */
  words: readonly TaughtWord[]
  /** Whether pages that are pictures are read, or by what. */
  ocr: boolean | string
  /** Told of each scanned page before it is read. */
  onScan: (path: string, page: number) => void
  /** Whether what went beyond the limits before is to be tried again. */
  widened: boolean
  /** The path as it is stored and shown. */
  path: string
  /** The paths that led to documents before. */
  storedPaths: StoredPaths
  password?: string | undefined
  /** Reads it again though nothing has changed. */
  again?: boolean | undefined
  /** Reports a thread's death over it, which else asks for another try. */
  last?: boolean | undefined
}

/** What is stored of a document that was read now. */
type NewReading = Omit<FileReading, 'type' | 'sha256' | 'digest'> & { digest: string | null; ocr?: boolean | string }

const MEGABYTE = 2 ** 20

/**
 * Reads one entry of the archive and stores it, unless it is stored as it is. Null where the thread that read it died and
 * it should be tried again, alone. Throws only where the database itself fails.
 */
export async function importFile(entry: ArchiveEntry, options: ImportFileOptions): Promise<ImportedFile | null> {
  if (entry.type !== 'file') {
    return storeUnopened(options, entry.type === 'no-access' ? 'no-access' : 'unknown-format', entry.note)
  }
  const { store, path, limits } = options
  const file = store.findPath(path)
  if (!options.again && entry.stamp !== null && file?.stamp === entry.stamp && isSettled(file, options))
    return keep(options, file, entry.stamp)
  if (entry.bytes > limits.megabytes * MEGABYTE) {
    return storeUnopened(options, 'too-large', `${Math.ceil(entry.bytes / MEGABYTE)} MB, and the limit is ${limits.megabytes} MB`)
  }
  const reader = await options.reader()
  const content = await reader.digest(entry.path)
  if (content.type === 'unopened') return storeUnopened(options, content.rule, content.note)
  if (content.type === 'died') return options.last ? storeUnopened(options, content.rule, content.note) : null
  const settled = store.findDocument(content.sha256)
  if (isSettled(settled, options)) return keep(options, settled, entry.stamp)
  const began = performance.now()
  const { password, words, onScan } = options
  const ocr = ocrFor(settled, options.ocr)
  const task = { file: entry.path, bytes: content.bytes, path, password, mostPages: limits.pages, words, ocr }
  const read = await reader.read(task, (page) => onScan(path, page))
  if (read.type === 'unopened') return storeUnopened(options, read.rule, read.note)
  if (read.type === 'died' && !options.last) return null
  const reading = { ...(read.type === 'died' ? readingOfDeath(read, content.sha256, performance.now() - began) : read), ocr }
  // What changed while it was read may have changed once more since.
  const stamp = reading.sha256 === content.sha256 ? entry.stamp : null
  // Another path to the same content may have been stored while this one was being read.
  const known = store.findDocument(reading.sha256)
  if (!options.again && isSettled(known, options)) return keep(options, known, stamp)
  if (known && isLockedAgain(store, known, reading)) return keep(options, known, null)
  if (known && (cameToTheSame(known, reading) || isAsStored(known, reading, path))) {
    const by = wordsOf(options, reading)
    if (known.extractor !== extractorOf(reading) || known.words !== by)
      store.setExtractor({ documentId: known.documentId, extractor: extractorOf(reading), words: by, held: reading.held })
    return { ...keep(options, known, stamp), milliseconds: reading.milliseconds }
  }
  return storeReading(options, reading.sha256, reading, stamp)
}

/** Whether reading the content again would give nothing else: the same rules and words, under a path of the same format. */
function isSettled(known: KnownDocument | null, options: ImportFileOptions): known is KnownDocument {
  const { path, password, again, widened, storedPaths } = options
  if (known === null || !isOfNow(known, options) || known.errors.includes('internal-error')) return false
  if (known.words !== wordsNow(options, known)) return false
  if (password !== undefined && known.errors.includes('encrypted')) return false
  if (widened && known.errors.some((rule) => LIMIT_RULES.has(rule))) return false
  const first = storedPaths.first(known, path)
  // A path says nothing of a document but its format.
  return extname(known.originPath).toLowerCase() === extname(first).toLowerCase() && !(again && path === first)
}

/** Whether the content was read under this path to the same end before. */
function isAsStored(known: KnownDocument, reading: NewReading, path: string): boolean {
  return known.originPath === path && !known.errors.includes('internal-error') && known.digest === reading.digest
}

/** The content that `path` leads to now, if it is another and lies nowhere else. */
function supersededAt(store: Store, path: string, documentId: string): string | null {
  const former = store.findPath(path)
  if (!former || former.documentId === documentId || former.paths.length > 1) return null
  return former.status === 'ok' || former.status === 'partial' ? former.documentId : null
}

/** Whether only other words asked for another reading, and the password is missing that opened the file before: what it gave is kept. */
function isLockedAgain(store: Store, known: KnownDocument, { records, diagnostics }: NewReading): boolean {
  const read = isOfNow(known, { store, ocr: true }) && (known.status === 'ok' || known.status === 'partial')
  return read && records === null && diagnostics.some(({ rule }) => rule === 'encrypted')
}

function cameToTheSame(known: KnownDocument, reading: NewReading): boolean {
  const errors = reading.diagnostics.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)
  return (
    reading.records === null &&
    known.extractor === extractorOf(reading) &&
    known.status === reading.status &&
    known.errors.join() === errors.join()
  )
}

/** The content is stored as it is; the path is noted if it is a new one, and paths where it does not lie any more are let go. */
function keep({ store, path, storedPaths }: ImportFileOptions, known: KnownDocument, stamp: string | null): ImportedFile {
  const former = store.findPath(path)
  const { documentId, status, kind, title } = known
  const supersedes = supersededAt(store, path, documentId)
  const isNew = former?.documentId !== documentId
  const movedFrom = storedPaths.takeGone(known, path)
  if (isNew || movedFrom.length > 0) {
    store.alone(() => {
      if (isNew) store.addPath(path, documentId, stamp)
      for (const gone of movedFrom) store.removePath(gone)
    })
  }
  if (!isNew && stamp !== null && former?.stamp !== stamp) store.setStamp(path, stamp)
  const outcome = (former && former.documentId !== documentId) || movedFrom.length > 0 ? 'changed' : 'unchanged'
  const diagnostics = store.documentDiagnostics(documentId)
  return { path, documentId, outcome, status, kind, title, supersedes, movedFrom, diagnostics, pages: null, milliseconds: null }
}

function storeReading(options: ImportFileOptions, sha256: string, reading: NewReading, stamp: string | null): ImportedFile {
  const documentId = `doc-${sha256.slice(0, 12)}`
  try {
    return save(options, sha256, documentId, reading, stamp)
  } catch (error) {
    const trouble = toStoreError(error, options.store.path)
    if (trouble instanceof StoreError) throw trouble
    return save(options, sha256, documentId, failedReading('internal-error', errorToNote(error), reading.milliseconds), null)
  }
}

/** By which taught words a document would be read now. */
function wordsNow({ words, store }: ImportFileOptions, { documentId }: KnownDocument): string | null {
  return words.length === 0 ? null : wordsDigest(words, { councils: store.councilsOf(documentId), held: store.heldWords(documentId) })
}

/** By which taught words a reading was made. */
function wordsOf({ words }: ImportFileOptions, { records, held }: NewReading): string | null {
  return held === null ? null : wordsDigest(words, { councils: councilsOf(records), held })
}

function save(
  options: ImportFileOptions,
  sha256: string | null,
  documentId: string,
  reading: NewReading,
  stamp: string | null,
): ImportedFile {
  const { store, path } = options
  const outcome = store.findPath(path) || (sha256 && store.findDocument(sha256)) ? 'changed' : 'added'
  const { mediaType, pages, sheets, records, status, diagnostics, digest, held, milliseconds } = reading
  const supersedes = supersededAt(store, path, documentId)
  const importedAt = new Date().toISOString()
  const extractor = extractorOf(reading)
  const words = wordsOf(options, reading)
  store.saveDocument({
    documentId,
    sha256,
    path,
    stamp,
    mediaType,
    pages,
    sheets,
    status,
    extractor,
    words,
    held,
    importedAt,
    records,
    diagnostics,
    digest,
  })
  const { kind, title } = records ?? NOTHING_READ
  return { path, documentId, outcome, status, kind, title, supersedes, movedFrom: [], diagnostics, pages, milliseconds }
}

const NOTHING_READ: Pick<DocumentRecords, 'kind' | 'title'> = { kind: 'other', title: null }

/** What could not be opened has no content to be known by, and goes by its path. What was read from there before is kept. */
function storeUnopened(options: ImportFileOptions, rule: RuleName, note: string): ImportedFile {
  const { store, path } = options
  const reading = { ...failedReading(rule, note, null), status: rule === 'unknown-format' ? ('skipped' as const) : ('failed' as const) }
  const former = store.findPath(path)
  const documentId = `doc-${createHash('sha256').update(`path:${path}`).digest('hex').slice(0, 12)}`
  if (!former || (former.documentId === documentId && former.errors.join() !== rule)) return save(options, null, documentId, reading, null)
  const { diagnostics, status } = reading
  const { documentId: formerId, kind, title } = former
  const asItWas = { supersedes: null, movedFrom: [], pages: null, milliseconds: null }
  return { path, documentId: formerId, outcome: 'unchanged', status, kind, title, diagnostics, ...asItWas }
}

function readingOfDeath({ rule, note }: Death, sha256: string, milliseconds: number): NewReading & { sha256: string } {
  return { sha256, ...failedReading(rule, note, milliseconds) }
}

/** A document of which nothing could be had, and why. */
function failedReading(rule: RuleName, note: string, milliseconds: number | null): NewReading {
  const diagnostics: Diagnostic[] = []
  collectInto(diagnostics)(rule, NOWHERE, note)
  return {
    status: 'failed',
    mediaType: null,
    pages: null,
    sheets: null,
    records: null,
    diagnostics,
    digest: null,
    held: null,
    milliseconds,
  }
}
