import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ReadScans } from '../../parsers/formats.ts'
import { explainDocument, type HeldWords, heldWords, type PaperExplanation } from '../../parsers/records.ts'
import type { RuleName } from '../../schema/diagnostics.ts'
import { DocumentError, UsageError } from '../../schema/errors.ts'
import { sheetNames } from '../../schema/sheet-cells.ts'
import type { TaughtWord } from '../../schema/taught-words.ts'
import { bytesToRecords, type Reading } from './bytes-to-records.ts'
import { containerPath, readPaper } from './containers.ts'
import { digestOf } from './reading-digest.ts'
import { systemCode, systemWords } from './system-words.ts'

/** Why a paper, and each of its lists, was read as it was: in the understanding's own words, for those who show a whole reading. */
export type { PaperExplanation, RunExplanation } from '../../parsers/records.ts'

/** One file, as a thread is told to read it. */
export interface ReadTask {
  /** Where it lies, absolute. */
  file: string
  /** Its bytes, where they are in memory already. */
  bytes?: Uint8Array | undefined
  /** As it is stored and shown. */
  path: string
  password: string | undefined
  mostPages: number
  words: readonly TaughtWord[]
  /** Whether pages that are pictures are read by text recognition, or by what that is done: languages, a folder with their data, Debian's program. */
  ocr: boolean | string
}

/** What reading one file came to, without its letters and boxes: small enough to go from thread to thread. */
export interface FileReading extends Omit<Reading, 'document'> {
  type: 'read'
  /** Of the bytes, hexadecimal. */
  sha256: string
  mediaType: string | null
  /** How many pages were read, or null for a format without pages. */
  pages: number | null
  /** The sheets of a spreadsheet by name, or null for any other document. */
  sheets: string[] | null
  /** sha256 of all that was read, hexadecimal: reading the same again is known by it. */
  digest: string
  /** The words that it has; null where nothing was read. */
  held: HeldWords | null
  /** How long it took; null where it was not read at all. */
  milliseconds: number | null
}

/** One file, as a thread is told to show all that is seen in it. */
export interface WholeTask extends ReadTask {
  /** Whether it is also asked why each paper was read as it was. */
  why: boolean
}

/** All that is seen in one file. */
export interface WholeReading extends Reading {
  type: 'whole'
  /** Empty where it was not asked for, or nothing could be read. */
  papers: PaperExplanation[]
}

/** A file that the operating system did not hand out. */
export interface Unopened {
  type: 'unopened'
  rule: RuleName
  note: string
}

/** The sha256 of a file's bytes, hexadecimal, with them where they had to be unpacked. */
export interface FileDigest {
  type: 'digest'
  sha256: string
  bytes: Uint8Array | undefined
}

/** More bytes of a file in a container are not held while it waits, and are unpacked once more. */
const MOST_HELD_BYTES = 32 * 2 ** 20

/** The sha256 of a file's bytes, however many they are. */
export async function digestFile(file: string): Promise<FileDigest | Unopened> {
  try {
    const hash = createHash('sha256')
    const unpacked = containerPath(file) === null ? undefined : await readPaper(file)
    if (unpacked) hash.update(unpacked)
    else for await (const chunk of createReadStream(file)) hash.update(chunk as Uint8Array)
    const bytes = unpacked && unpacked.length <= MOST_HELD_BYTES ? unpacked : undefined
    return { type: 'digest', sha256: hash.digest('hex'), bytes }
  } catch (error) {
    return toUnopened(error)
  }
}

/** Told of each scanned page before it is read: its time counts from there. */
export type OnScan = (page: number) => void

/** How scanned pages are read; what that takes is loaded with the first of them. */
function scansOf({ ocr }: ReadTask, onScan: OnScan): ReadScans | 'off' {
  if (ocr === false) return 'off'
  return async (...given) => {
    const { scanReader } = await import('../scan/read-scans.ts')
    return scanReader(
      onScan,
      ocr === true ? undefined : ocr,
    )(...given).catch((error: unknown) => {
      // What an earlier import chose for this paper is gone.
      throw error instanceof UsageError ? new DocumentError('unsupported-feature', error.message) : error
    })
  }
}

/** A file's bytes and what they come to. Never throws. */
async function readTask(task: ReadTask, onScan: OnScan): Promise<{ bytes: Uint8Array; reading: Reading } | Unopened> {
  const { file, path, password, mostPages, words } = task
  let bytes: Uint8Array
  try {
    bytes = task.bytes ?? (await readPaper(file))
  } catch (error) {
    return toUnopened(error)
  }
  return { bytes, reading: await bytesToRecords({ bytes, path, password, mostPages, words, readScans: scansOf(task, onScan) }) }
}

/** Reads one file to records. Never throws. */
export async function readRecords(task: ReadTask, onScan: OnScan = () => {}): Promise<FileReading | Unopened> {
  const began = performance.now()
  const read = await readParts(task, onScan)
  if ('type' in read) return read
  const { about, reading } = read
  const digest = digestOf(about.mediaType, about.pages, reading)
  return { type: 'read', ...about, ...reading, digest, milliseconds: performance.now() - began }
}

/**
 * A file's records, and what is kept of its bytes and its document. Both are let go of with the end of this: what is made of the
 * records of a long plan takes as much room again.
 */
async function readParts(task: ReadTask, onScan: OnScan) {
  const read = await readTask(task, onScan)
  if ('type' in read) return read
  const { document, ...reading } = read.reading
  const about = {
    sha256: createHash('sha256').update(read.bytes).digest('hex'),
    mediaType: document?.mediaType ?? null,
    pages: document?.pages.length || null,
    sheets: document && sheetNames(document),
    held: document && reading.records ? heldWords(document) : null,
  }
  return { about, reading }
}

/** Reads one file to its document and records. Never throws. */
export async function readWhole(task: WholeTask, onScan: OnScan = () => {}): Promise<WholeReading | Unopened> {
  const read = await readTask(task, onScan)
  if ('type' in read) return read
  const { document } = read.reading
  return { type: 'whole', ...read.reading, papers: task.why && document ? explainDocument(document, task.words) : [] }
}

function toUnopened(error: unknown): Unopened {
  // A file in a container that is damaged, encrypted or beyond the limits.
  if (error instanceof DocumentError) return { type: 'unopened', rule: error.reason, note: error.message }
  return { type: 'unopened', rule: systemCode(error) === 'ERR_FS_FILE_TOO_LARGE' ? 'too-large' : 'no-access', note: systemWords(error) }
}
