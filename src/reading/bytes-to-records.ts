import { z } from 'zod'
import { type DocumentInput, type ReadScans, readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { collectInto, type Diagnostic, type Report } from '../../schema/diagnostics.ts'
import type { Document } from '../../schema/document.ts'
import { DocumentError } from '../../schema/errors.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import { type DocumentRecords, documentRecordsSchema, type Evidence } from '../../schema/records.ts'
import type { TaughtWord } from '../../schema/taught-words.ts'
import { pictureToPdf, pictureType } from '../canvas/picture-pdf.ts'
import { errorToNote } from './error-to-note.ts'
import { noteBesideRule } from './note-beside-rule.ts'

/** What became of one file: its document and records as far as they could be read, and what a person should know. */
export interface Reading {
  /** `skipped` for a format that is not read, `failed` where nothing could be had, `partial` beside any error. */
  status: 'ok' | 'partial' | 'failed' | 'skipped'
  document: Document | null
  records: DocumentRecords | null
  diagnostics: Diagnostic[]
}

/** A file as it is handed to the parsers. */
export interface FileBytes {
  bytes: Uint8Array
  /** As it is shown and stored. */
  path: string
  password?: string | undefined
  /** How many pages are read at most; all if it is not given. */
  mostPages?: number | undefined
  /** What people taught of the words in papers; none, if it is not given. */
  words?: readonly TaughtWord[] | undefined
  /** @internal Reads pages that are pictures; they stay without words if it is not given, and are reported where a person switched it `off`. */
  readScans?: ReadScans | 'off' | undefined
}

/**
 * Reads one file's bytes to records that are known to fit their schema. Never throws: a `DocumentError` is caught here
 * and nowhere else, and any other error is our own and ends this document only. A damaged PDF can leave rejections of pdfjs
 * behind that nobody waits for: a process that reads such files outside of the threads does so in `takingLeftRejections`.
 */
export async function bytesToRecords(file: FileBytes): Promise<Reading> {
  const { bytes, path, password, mostPages, words, readScans } = file
  const diagnostics: Diagnostic[] = []
  const report = collectInto(diagnostics)
  let document: Document | null = null
  try {
    document = await readPages({ bytes, path, password, mostPages, readScans }, report)
    const records = checkRecords(await extractRecords(document, report, { words }))
    const empty = records.kind !== 'other' && [records.wordings, records.resolutions, records.progressUpdates].every((list) => !list.length)
    if (empty && !records.commitments.length && !diagnostics.some(({ rule }) => rule === 'nothing-extracted')) {
      report('nothing-extracted', NOWHERE, records.kind)
    }
    return { status: diagnostics.some(({ severity }) => severity === 'error') ? 'partial' : 'ok', document, records, diagnostics }
  } catch (error) {
    if (error instanceof DocumentError) {
      if (!diagnostics.some(({ rule }) => rule === error.reason)) report(error.reason, NOWHERE, noteBesideRule(error.reason, error.message))
      return { status: error.reason === 'unknown-format' ? 'skipped' : 'failed', document, records: null, diagnostics }
    }
    report('internal-error', NOWHERE, errorToNote(error))
    return { status: 'failed', document, records: null, diagnostics }
  }
}

/** A file as a document; a picture is read as a scan of one page, or of several. */
async function readPages(input: DocumentInput, report: Report): Promise<Document> {
  const type = pictureType(input.bytes)
  if (type === null) return readDocument(input, report)
  const document = await readDocument({ ...input, bytes: await pictureToPdf(input.bytes, type, input.mostPages) }, report)
  return { ...document, mediaType: type }
}

/** The records, if they fit their schema, have a key each and name only what is there. Their lists are taken over. Throws on a mistake of our own. */
export function checkRecords(records: DocumentRecords): DocumentRecords {
  const data = fitting(records)
  const lists = Object.values(data).filter((list) => Array.isArray(list))
  const all = new Set<string>()
  for (const list of lists) {
    for (const record of list) {
      if (!('key' in record)) continue
      if (all.has(record.key)) throw new Error(`two records have the key ${record.key}`)
      all.add(record.key)
    }
  }
  const keysOf = (list: readonly { key: string }[]): Set<string> => new Set(list.map(({ key }) => key))
  const named = {
    reviewKey: keysOf(data.reviews),
    wordingKey: keysOf(data.wordings),
    commitmentKey: keysOf(data.commitments),
  }
  for (const key of data.progressUpdates.flatMap(({ furtherWordingKeys }) => furtherWordingKeys ?? []))
    if (!named.wordingKey.has(key)) throw new Error(`an update names the wording ${key}, which is not there`)
  for (const list of lists) {
    const parentKey = keysOf(list.filter((record) => 'key' in record))
    for (const record of list) {
      for (const [field, keys] of Object.entries({ ...named, parentKey })) {
        const key = (record as Record<string, unknown>)[field]
        if (typeof key === 'string' && !keys.has(key)) throw new Error(`a record names ${field} ${key}, which is not there`)
      }
    }
  }
  return data
}

/**
 * The records as their schema has them, each put in the place of the one it was made of: a plan of many thousand rows is never there
 * twice.
 */
function fitting(records: DocumentRecords): DocumentRecords {
  const firsts = Object.entries(records).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, 1) : value])
  const data = parsedBy(documentRecordsSchema, Object.fromEntries(firsts), 'of the document')
  for (const [name, schema] of Object.entries(documentRecordsSchema.shape)) {
    if (!(schema instanceof z.ZodArray)) continue
    const list = records[name as keyof DocumentRecords] as unknown[]
    for (const [at, one] of list.entries())
      list[at] = withOwnPlaces(parsedBy(schema.element as z.ZodType<object>, one, `${name}[${at}]`), one as object)
    Object.assign(data, { [name]: list })
  }
  return data
}

function parsedBy<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Error(`records do not fit their schema: ${where}: ${z.prettifyError(parsed.error).split('\n').join(' ')}`)
}

/** A record with the places and the evidence that were checked, of which the schema makes copies: many are shared. */
function withOwnPlaces(parsed: unknown, { place, evidence }: { place?: Place; evidence?: Evidence[] }): object {
  return Object.assign(parsed as object, place && { place }, evidence && { evidence })
}
