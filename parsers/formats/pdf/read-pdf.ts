import type { Report } from '../../../schema/diagnostics.ts'
import type { Document, Page } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { NOWHERE } from '../../../schema/place.ts'
import { contentsToBlocks } from './contents-to-blocks.ts'
import { describeFile } from './interpret/describe-file.ts'
import type { OpenFile } from './interpret/open-file.ts'
import { isRepaired, openFile } from './interpret/open-file.ts'
import { readPage } from './interpret/read-page.ts'
import type { DocumentFont, PageContent } from './page/page-content.ts'
import { emptyPage } from './page/page-content.ts'
import type { ReadScans } from './page/scan-need.ts'
import { scanNeed } from './page/scan-need.ts'
import { keepSeenWords } from './words/keep-seen-words.ts'

/** How a PDF is to be read. */
export interface PdfOptions {
  /** For a file that a person can open only with a password. */
  password?: string | undefined
  /** How many pages are read at most; all if it is not given. */
  mostPages?: number | undefined
  /** Reads pages that are pictures; they stay without words if it is not given, and are reported where a person switched it `off`. */
  readScans?: ReadScans | 'off' | undefined
}

/** Pages that are read at once. */
const PAGES_AT_ONCE = 3

/**
 * Reads a PDF: every page is interpreted once, then tables, running heads and blocks are found on the
 * words and rules, and what page breaks cut is put together.
 * @throws {DocumentError} where the file cannot be opened, or holds no text
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions, report: Report): Promise<Document> {
  const { file, close } = await openFile(bytes, options.password)
  try {
    const facts = await describeFile(file)
    if (file.numPages === 0) throw new DocumentError('damaged', 'The file has no pages.')
    const fonts: DocumentFont[] = []
    const count = Math.min(file.numPages, options.mostPages ?? file.numPages)
    if (count < file.numPages) report('page-limit', NOWHERE, `${count} of ${file.numPages} pages were read`)
    const interpreted = await readPages(count, (number) => readSoundPage(file, number, facts.tagged, fonts, report))
    const contents = await withScans(bytes, interpreted, options, report)
    if (isRepaired(bytes)) report('repaired-file', NOWHERE)
    keepSeenWords(contents, fonts, report)
    const error = facts.unreadable(contents)
    if (error) throw error
    const pages: Page[] = contents.map(({ page, width, height, scan }, i) => ({
      page,
      label: facts.labels?.[i] ?? null,
      width,
      height,
      ...(scan ? { scan } : {}),
    }))
    const { blocks, furniture } = contentsToBlocks(contents, report)
    return { mediaType: 'application/pdf', pages, blocks, furniture, source: null, information: facts.information }
  } finally {
    await close()
  }
}

/** The pages with those that are pictures read, where they can be. */
async function withScans(
  bytes: Uint8Array,
  contents: readonly PageContent[],
  { readScans, password }: PdfOptions,
  report: Report,
): Promise<readonly PageContent[]> {
  const scanned = contents.filter((content) => scanNeed(content) !== null)
  if (!readScans || scanned.length === 0) return contents
  if (readScans !== 'off') return readScans(bytes, password, contents, report)
  for (const content of scanned) if (scanNeed(content) === 'read') report('scan-not-read', { ...NOWHERE, page: content.page })
  return contents
}

/** All pages, a few of them under way at once: while one is unpacked, which other threads do, another is interpreted. */
async function readPages(count: number, read: (number: number) => Promise<PageContent>): Promise<PageContent[]> {
  const contents: PageContent[] = []
  let next = 1
  const lane = async () => {
    for (let number = next++; number <= count; number = next++) contents[number - 1] = await read(number)
  }
  await Promise.all(Array.from({ length: PAGES_AT_ONCE }, lane))
  return contents
}

/** One page; one that is damaged is reported and is empty, and the others are read all the same. */
async function readSoundPage(
  file: OpenFile['file'],
  number: number,
  tagged: boolean,
  fonts: DocumentFont[],
  report: Report,
): Promise<PageContent> {
  try {
    return await readPage(file, number, tagged, fonts)
  } catch (cause) {
    report('damaged', { ...NOWHERE, page: number }, cause instanceof Error ? cause.message : String(cause))
    return emptyPage(number)
  }
}
