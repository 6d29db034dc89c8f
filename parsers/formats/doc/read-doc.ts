import WordExtractor from 'word-extractor'
import type { Report } from '../../../schema/diagnostics.ts'
import { type Block, type Document, type Passage, plainParagraph } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { NOWHERE } from '../../../schema/place.ts'
import { readCompound } from '../package/compound-file.ts'
import { foldedPassage } from '../passages/passage-to-blocks.ts'
import { readSource } from '../readable-source.ts'
import { textToDocument } from '../text.ts'
import { SourceText } from '../word/source-text.ts'

const MEDIA_TYPE = 'application/msword'
/** What the extractor gives; its types leave out that letters need not be made plainer. */
type Extracted = Record<'getBody' | 'getTextboxes' | 'getFootnotes' | 'getEndnotes' | 'getHeaders', (options: object) => string>
const AS_IT_IS = { filterUnicode: false }

/**
 * A document of Word 97 to 2003 (.doc), as far as its text goes: it is read as a text whose paragraphs are known. Automatic numbers,
 * headings by style and the cells of tables are not, which is reported; a table stays in the source and no value is read from it.
 * @throws DocumentError `damaged`, or `empty-file` where it has no text.
 */
export async function readDoc(bytes: Uint8Array, report: Report): Promise<Document> {
  const file = await extract(bytes)
  const writer = new SourceText()
  /** The paragraphs of text, and as many blanks as other lines have letters, so that places in both are the same. */
  const plain: string[] = []
  let tables = 0
  const write = (line: string, shown: boolean): Passage => {
    const passage = writer.write(line)
    plain.push(shown ? passage.text : ' '.repeat(passage.text.length))
    return passage
  }
  for (const part of [file.getBody(AS_IT_IS), file.getTextboxes({ ...AS_IT_IS, includeHeadersAndFooters: false })]) {
    for (const rows of paragraphsAndTables(part)) {
      const table = rows.some((row) => row.includes(CELL_END))
      const from = writer.line
      for (const row of rows) write(row, !table)
      if (table) {
        tables++
        report('table-unclear', { ...NOWHERE, lineFrom: from, lineTo: writer.line - 1 })
      }
      writer.writeGap()
      plain.push('')
    }
  }
  if (!plain.some((line) => line.trim() !== '') && tables === 0)
    throw new DocumentError('empty-file', 'The document has no text. Save it as .docx or PDF and import that.')
  const aside = (text: string): Passage[] => linesOf(text).map((line) => foldedPassage(write(line, false)))
  const notes = aside(file.getFootnotes(AS_IT_IS)).concat(aside(file.getEndnotes(AS_IT_IS)))
  const furniture = new Map(aside(file.getHeaders(AS_IT_IS)).map((passage) => [passage.text, passage]))
  const { blocks } = readSource(`${plain.join('\n')}\n`, (source) => textToDocument(source, report))
  report('numbers-not-read', NOWHERE, tables > 0 ? `${tables} tables` : '')
  return {
    mediaType: MEDIA_TYPE,
    pages: [],
    blocks: [...blocks, ...notes.map(smallParagraph)],
    source: writer.text,
    information: {},
    furniture: [...furniture.values()],
  }
}

/** What the extractor gives of a file whose sectors end: over a damaged one of 12 kB it fills its memory. */
async function extract(bytes: Uint8Array): Promise<Extracted> {
  readCompound(bytes)
  try {
    return (await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) as Extracted
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new DocumentError('damaged', `The Word document could not be read: ${words}. Save it as .docx or PDF and import that.`, {
      cause: error,
    })
  }
}

/** The extractor writes this after each cell. */
const CELL_END = '\t'

function linesOf(text: string): string[] {
  return text.split(/\r\n|[\r\n]/u).filter((line) => line.trim() !== '')
}

/** Each paragraph by itself, and the lines of each table together: rows end with a cell's end. */
function paragraphsAndTables(text: string): string[][] {
  const groups: string[][] = []
  let open = false
  for (const line of linesOf(text)) {
    const isRow = line.endsWith(CELL_END)
    if (isRow && open) groups.at(-1)?.push(line)
    else groups.push([line])
    open = isRow
  }
  return groups
}

const smallParagraph = (passage: Passage): Block => ({ ...plainParagraph(passage), look: { italic: false, box: null, small: true } })
