import type { Report } from '../../../schema/diagnostics.ts'
import type { Document, Page } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { NOWHERE } from '../../../schema/place.ts'
import { draftsToBlocks, passageOf } from './blocks/drafts-to-document.ts'
import { findFurniture } from './blocks/find-furniture.ts'
import { joinPages } from './blocks/join-pages.ts'
import { pageToDrafts } from './blocks/page-to-drafts.ts'
import { runningTitles } from './blocks/running-titles.ts'
import { describeFile } from './interpret/describe-file.ts'
import type { OpenFile } from './interpret/open-file.ts'
import { isRepaired, openFile } from './interpret/open-file.ts'
import { readPage } from './interpret/read-page.ts'
import { linesToFacts } from './lines/document-facts.ts'
import type { Line } from './lines/line.ts'
import { wordsToLines } from './lines/words-to-lines.ts'
import { standsIn } from './page/boxes.ts'
import type { DocumentFont, PageContent, Word } from './page/page-content.ts'
import { emptyPage } from './page/page-content.ts'
import type { ReadScans } from './page/scan-need.ts'
import { scanNeed } from './page/scan-need.ts'
import { turnBlocks, turnPage, turnPassage, turnPlace } from './page/turn-page.ts'
import { markBoxes } from './rules/page-boxes.ts'
import type { PageRules } from './rules/page-rules.ts'
import { pageRules } from './rules/page-rules.ts'
import type { OpenPage } from './tables/continue-tables.ts'
import { continueTables } from './tables/continue-tables.ts'
import { findFilledTables, findLattices, findRuledTables } from './tables/find-tables.ts'
import { findTaggedTables } from './tables/find-tagged-tables.ts'
import { findTextTables } from './tables/find-text-tables.ts'
import type { PageTable } from './tables/page-table.ts'
import { cellLines } from './tables/page-table.ts'
import { shareColumns } from './tables/share-columns.ts'
import { checkFonts } from './words/check-page.ts'

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

/** A page between interpretation and blocks. */
interface Sheet {
  content: PageContent
  ruled: PageTable[]
  rules: PageRules
  /** The lines that the words outside of ruled tables make. */
  lines: Line[]
}

const outsideOf = (tables: readonly PageTable[], words: readonly Word[]) =>
  words.filter((word) => !tables.some((table) => standsIn(word, table.box)))

const isUpright = (line: Line) => line.words[0]?.turn === 0

/** The lines that the words outside of tables make. */
function linesOutsideOf(tables: readonly PageTable[], lines: readonly Line[], page: number): Line[] {
  if (tables.length === 0) return [...lines]
  return wordsToLines(
    outsideOf(
      tables,
      lines.flatMap((line) => line.words),
    ),
    page,
  )
}

/** A page with the tables that tags, rules and fills show, the best evidence first. */
function sheetOf(content: PageContent): Sheet {
  const rules = pageRules(content)
  const lattices = findLattices(content, content.words, rules)
  const marked = [...lattices, ...findTaggedTables(content, outsideOf(lattices, content.words))]
  const framed = [...marked, ...findFilledTables(content, outsideOf(marked, content.words), marked, rules)]
  const ruled = [...framed, ...findRuledTables(content, outsideOf(framed, content.words), framed, rules)]
  return { content, rules, ruled, lines: wordsToLines(outsideOf(ruled, content.words), content.page) }
}

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
    checkFonts(contents, fonts, report)
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

/** One page; one that is damaged is reported and stands empty, and the others are read all the same. */
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

/** What pages hold: their blocks, what stood at their heads and feet once each, and every line that did. */
export interface PagesInBlocks extends Pick<Document, 'blocks' | 'furniture'> {
  outer: ReadonlySet<Line>
}

/** Everything after interpretation: pure, and the same for the same pages. */
export function contentsToBlocks(contents: readonly PageContent[], report: Report): PagesInBlocks {
  const turned = contents.map(turnPage)
  const backs = new Map(turned.flatMap(({ content, back }) => (back ? [[content.page, back] as const] : [])))
  const sheets = turned.map(({ content }) => sheetOf(content))
  markBoxes(sheets)
  const furniture = findFurniture(
    sheets.map(({ content, lines }) => ({
      page: content.page,
      height: content.height,
      lines: lines.filter(isUpright),
      isArtifact: (line) => line.words.every((word) => word.artifact),
    })),
  )
  const facts = linesToFacts(
    sheets.map(({ content, lines, ruled }) => [
      ...lines,
      ...ruled.flatMap((table) => table.cells.flatMap((cell) => cellLines(cell, content.page))),
    ]),
  )
  for (const line of runningTitles(
    furniture,
    sheets.map(({ lines }) => lines),
    facts.bodySize,
  ))
    furniture.delete(line)
  const open: OpenPage[] = sheets.map(({ content, rules, ruled, lines }) => {
    const kept = lines.filter((line) => !furniture.has(line))
    const loose = findTextTables(kept.filter(isUpright), content, rules.charts, facts)
    const outside = linesOutsideOf(loose, kept, content.page)
    return { page: content.page, tables: [...ruled, ...loose], lines: outside, paint: content }
  })
  open.forEach((page, i) => {
    const before = open[i - 1]
    const tables = before ? continueTables(before, page, facts.pitch) : null
    if (tables) open[i] = { ...page, tables, lines: linesOutsideOf(tables, page.lines, page.page) }
  })
  const shared = shareColumns(open)
  const pages = sheets.map(({ content }, i) => pageToDrafts(content, shared[i] ?? [], open[i]?.lines ?? [], facts))
  const once = new Map<string, ReturnType<typeof passageOf>>()
  for (const line of furniture) {
    const passage = passageOf([line], facts.vocabulary)
    const key = passage.text.replace(/\d+/gu, '#')
    if (!once.has(key)) once.set(key, passage)
  }
  return {
    blocks: turnBlocks(
      draftsToBlocks(
        joinPages(pages, facts.bodySize, (rule, place, note, key) => report(rule, turnPlace(place, backs), note, key)),
        facts,
      ),
      backs,
    ),
    furniture: [...once.values()].map((passage) => turnPassage(passage, backs)),
    outer: furniture,
  }
}
