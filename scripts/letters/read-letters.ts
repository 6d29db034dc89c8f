import { contentsToBlocks } from '../../parsers/formats/pdf/contents-to-blocks.ts'
import { describeFile } from '../../parsers/formats/pdf/interpret/describe-file.ts'
import { openFile } from '../../parsers/formats/pdf/interpret/open-file.ts'
import { readPage } from '../../parsers/formats/pdf/interpret/read-page.ts'
import type { DocumentFont, PageContent } from '../../parsers/formats/pdf/page/page-content.ts'
import { isDrawnColour } from '../../parsers/formats/pdf/page/page-content.ts'
import { keepSeenWords } from '../../parsers/formats/pdf/words/keep-seen-words.ts'
import type { RuleName } from '../../schema/diagnostics.ts'
import type { Block, Passage, Run, Table } from '../../schema/document.ts'

/** What came out of a page of a PDF, as text in no order. */
export interface PageText {
  page: number
  /** What is in the document's blocks, and at the page's head and foot. */
  text: string
  /** The heads of tables that go on here from a page before, which are kept once. */
  heads: string[]
  /** What diagnostics say was left out, and what is drawn twice. */
  leftOut: string
  /** Words for what is drawn and not written: the colours of keys. */
  drawn: string
  /** A font of the page does not say which letters it draws; a diagnostic says how many words were lost. */
  isUnreadable: boolean
}

/**
 * All pages of a PDF with what came out of each.
 * @throws {DocumentError} where the file cannot be opened
 */
export async function readLetters(bytes: Uint8Array): Promise<PageText[]> {
  const { file, close } = await openFile(bytes, undefined)
  try {
    const { tagged } = await describeFile(file)
    const fonts: DocumentFont[] = []
    const contents: PageContent[] = []
    for (let number = 1; number <= file.numPages; number++) contents.push(await readPage(file, number, tagged, fonts))
    return pagesOf(contents, fonts)
  } finally {
    await close()
  }
}

function pagesOf(contents: readonly PageContent[], fonts: readonly DocumentFont[]): PageText[] {
  const unreadable = new Set<number | null>()
  const report = (rule: RuleName, place: { page: number | null }) => {
    if (rule === 'unreadable-font') unreadable.add(place.page)
  }
  keepSeenWords(contents, fonts, report)
  const { blocks, outer } = contentsToBlocks(contents, report)
  const pages = new Map(contents.map((content): [number, PageText] => [content.page, pageText(content)]))
  const add = (page: number | null, text: string) => {
    const known = pages.get(page ?? 0)
    if (known) known.text += ` ${text}`
  }
  for (const { page, words } of outer) add(page, words.map(({ text }) => text).join(' '))
  for (const block of blocks) addBlock(block, add)
  for (const table of blocks.filter((block) => block.type === 'table')) {
    for (const { page } of table.places.slice(1)) pages.get(page ?? 0)?.heads.push(...rowTexts(table).slice(0, HEAD_ROWS))
  }
  return [...pages.values()].map((page) => ({ ...page, isUnreadable: unreadable.has(page.page) }))
}

/** A table's head has no more rows. */
const HEAD_ROWS = 4

const pageText = ({ page, unseen, words }: PageContent): PageText => {
  const drawn = words.flatMap((word) => (isDrawnColour(word) ? [word.text] : [])).join(' ')
  return { page, text: '', heads: [], leftOut: [...unseen.values()].join(' '), drawn, isUnreadable: false }
}

function addBlock(block: Block, add: (page: number | null, text: string) => void): void {
  if (block.type === 'table') {
    for (const cell of block.rows.flat()) for (const inner of cell.blocks) addBlock(inner, add)
    return
  }
  if (block.type === 'list-item') add(block.markerRuns[0]?.page ?? null, block.marker)
  addPassage(block.passage, add)
}

function addPassage({ text, runs }: Passage, add: (page: number | null, text: string) => void): void {
  runs.forEach((run: Run) => {
    add(run.page, text.slice(run.start, run.end))
  })
}

function rowTexts(table: Table): string[] {
  return table.rows.map((row) => {
    const texts: string[] = []
    for (const cell of row) for (const block of cell.blocks) addBlock(block, (_, text) => texts.push(text))
    return texts.join(' ')
  })
}
