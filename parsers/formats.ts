import type { Report } from '../schema/diagnostics.ts'
import type { Document } from '../schema/document.ts'
import { DocumentError } from '../schema/errors.ts'
import { type OleKind, oleKind } from './formats/doc/ole-kind.ts'
import { isMail } from './formats/mail/is-mail.ts'
import type { ReadScans } from './formats/pdf/page/scan-need.ts'
import { readSource } from './formats/readable-source.ts'
import { type ByteKind, bytesToKind } from './formats/text/bytes-to-kind.ts'
import { bytesToText } from './formats/text/bytes-to-text.ts'

export type { ReadScans } from './formats/pdf/page/scan-need.ts'

/** A file as it is handed to the formats: its bytes, and its path for the extension and for messages. */
export interface DocumentInput {
  bytes: Uint8Array
  path: string
  password?: string | undefined
  /** How many pages are read at most; all if it is not given. */
  mostPages?: number | undefined
  /** @internal Reads pages that are pictures; they stay without words if it is not given, and are reported where a person switched it `off`. */
  readScans?: ReadScans | 'off' | undefined
}

/** More than a page of text can hold in letters that anyone reads: what pages are to text without any. */
const LETTERS_OF_A_PAGE = 10_000

/** Turns a file into a document. Loaded when the first file of its kind is read, so that starting up stays quick. */
type Reader = (input: DocumentInput, report: Report) => Promise<Document>

interface Format {
  mediaType: string
  /** Lower case, with the dot. A path without any of the known ones is read as text. */
  extensions: readonly string[]
  read: Reader
}

/** Every format that is read. */
export const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['text', { mediaType: 'text/plain', extensions: ['.txt', '.text'], read: readText }],
  ['pdf', { mediaType: 'application/pdf', extensions: ['.pdf'], read: readPdfFile }],
  ['markdown', { mediaType: 'text/markdown', extensions: ['.md', '.markdown'], read: readMarkdown }],
  ['mail', { mediaType: 'message/rfc822', extensions: ['.eml', '.mht', '.mhtml'], read: readMailFile }],
  ['csv', { mediaType: 'text/csv', extensions: ['.csv', '.tsv'], read: readCsv }],
  ['html', { mediaType: 'text/html', extensions: ['.html', '.htm'], read: readHtml }],
])

/** Formats of files that are text, whose documents' source is another. */
const NEEDS_READING: ReadonlySet<Reader> = new Set([readMailFile, readCsv])

/** What is said about formats that are known by their first bytes and not read. */
const NOT_READ: Readonly<Record<Exclude<ByteKind, 'pdf' | 'html' | 'zip' | 'rtf' | 'ole'>, string>> = {
  picture: 'This is a picture in a format that is not read. Save it as PNG, JPEG, TIFF or PDF and import that.',
  archive: 'This is a packed archive. Unpack it and import what is in it.',
  database: 'This is a database. Import the documents themselves.',
}

/** What is said about compound files that are not read. */
const OLE_NOT_READ: Readonly<Record<Exclude<OleKind, 'doc' | 'msg' | 'encrypted'>, string>> = {
  xls: 'This is a workbook of an older Excel. Save it as .xlsx and import that.',
  ppt: 'This is a presentation of an older PowerPoint. Save it as PDF and import that.',
  other: 'This is a document of an older Office. Save it as PDF or text and import that.',
}

/**
 * A file as a document. The format is recognised by the first bytes where they are known ones, else by the
 * extension; what has neither is text if it reads as text.
 * @throws DocumentError where the file cannot be read, and nothing else.
 */
export async function readDocument(input: DocumentInput, report: Report): Promise<Document> {
  if (input.bytes.length === 0) throw new DocumentError('empty-file', 'The file has no bytes. Fetch it again from where it was published.')
  const kind = bytesToKind(input.bytes)
  if (kind === 'pdf') return readPdfFile(input, report)
  if (kind === 'html') return readHtml(input, report)
  if (kind === 'zip') return readZip(input, report)
  if (kind === 'rtf') return readRichText(input, report)
  if (kind === 'ole') return readOle(input, report)
  if (kind) throw new DocumentError('unknown-format', NOT_READ[kind])
  if (isMail(input.bytes)) return readMailFile(input, report)
  return formatOf(input.path).read(input, report)
}

/**
 * The decoded text of a file that is nothing but text, as its document's `source` holds it, without the work of reading it;
 * null for a file that must be read to have its text, as a mail.
 * @throws DocumentError where the file is empty.
 */
export function decodeText({ bytes, path }: DocumentInput): string | null {
  const kind = bytesToKind(bytes)
  if ((kind && kind !== 'html') || isMail(bytes) || NEEDS_READING.has(formatOf(path).read)) return null
  return sourceOf({ bytes, path }, () => {})
}

function formatOf(path: string): Format {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const dot = name.lastIndexOf('.')
  const extension = dot < 0 ? '' : name.slice(dot).toLowerCase()
  for (const format of FORMATS.values()) if (format.extensions.includes(extension)) return format
  return { mediaType: 'text/plain', extensions: [], read: readText }
}

async function readText(input: DocumentInput, report: Report): Promise<Document> {
  const source = sourceOf(input, report)
  const { textToDocument } = await import('./formats/text.ts')
  return readSource(source, (plain) => textToDocument(plain, report))
}

async function readCsv(input: DocumentInput, report: Report): Promise<Document> {
  const source = sourceOf(input, report)
  const { csvToDocument } = await import('./formats/sheets/csv.ts')
  return csvToDocument(source)
}

async function readMailFile(input: DocumentInput, report: Report): Promise<Document> {
  const { mailToDocument } = await import('./formats/mail/mail-to-document.ts')
  return mailToDocument(input.bytes, report)
}

async function readZip(input: DocumentInput, report: Report): Promise<Document> {
  const { readPackage } = await import('./formats/read-package.ts')
  return readPackage(input.bytes, report)
}

async function readRichText(input: DocumentInput, report: Report): Promise<Document> {
  const { readRtf } = await import('./formats/rtf/read-rtf.ts')
  return readRtf(input.bytes, report)
}

async function readOle(input: DocumentInput, report: Report): Promise<Document> {
  const kind = oleKind(input.bytes)
  if (kind === 'encrypted')
    throw new DocumentError('encrypted', 'The document asks for a password. Save a copy without one and import that.')
  if (kind === 'msg') {
    const { outlookToDocument } = await import('./formats/mail/mail-to-document.ts')
    return outlookToDocument(input.bytes, report)
  }
  if (kind !== 'doc') throw new DocumentError('unknown-format', OLE_NOT_READ[kind])
  const { readDoc } = await import('./formats/doc/read-doc.ts')
  return readDoc(input.bytes, report)
}

async function readPdfFile(input: DocumentInput, report: Report): Promise<Document> {
  const { readPdf } = await import('./formats/pdf/read-pdf.ts')
  return readPdf(input.bytes, { password: input.password, mostPages: input.mostPages, readScans: input.readScans }, report)
}

async function readMarkdown(input: DocumentInput, report: Report): Promise<Document> {
  const source = sourceOf(input, report)
  const { markdownToDocument } = await import('./formats/markdown.ts')
  return readSource(source, (plain) => markdownToDocument(plain, report))
}

async function readHtml(input: DocumentInput, report: Report): Promise<Document> {
  const source = sourceOf(input, report)
  const { htmlToDocument } = await import('./formats/html.ts')
  return readSource(source, htmlToDocument)
}

function sourceOf(input: DocumentInput, report: Report): string {
  const source = bytesToText(input.bytes, report)
  const pages = Math.ceil(source.length / LETTERS_OF_A_PAGE)
  if (pages > (input.mostPages ?? Number.POSITIVE_INFINITY)) {
    throw new DocumentError('too-large', `${source.length} characters, which fill at least ${pages} pages`)
  }
  if (!/[^\s\p{Cc}\ufeff]/u.test(source)) {
    throw new DocumentError('empty-file', 'The file holds nothing but white space. Fetch it again from where it was published.')
  }
  return source
}
