import type { Report } from '../../../schema/diagnostics.ts'
import { blockPassages, type Document, type Passage } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { reportLeftOut } from '../word/report-left-out.ts'
import { BlockSizes } from '../word/sized-headings.ts'
import { SourceText } from '../word/source-text.ts'
import { RtfWriter } from './rtf-flow.ts'
import { RtfReader } from './rtf-reader.ts'

const MEDIA_TYPE = 'application/rtf'

/**
 * A Rich Text document (RTF 1.9.1) as it is printed with all recorded changes accepted: with the numbers that its program printed,
 * without hidden and struck text; what stands in boxes after its paragraph, notes at the end. Its source is the text that it makes.
 * @throws DocumentError `empty-file` or `no-text-layer` where it has no text.
 */
export function readRtf(bytes: Uint8Array, report: Report): Document {
  const reader = new RtfReader()
  reader.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const source = new SourceText()
  const sizes = new BlockSizes()
  const writer = new RtfWriter(source, sizes)
  const text = writer.write(reader.body)
  const notes = writer.write(reader.notes)
  if (text.length === 0) {
    throw reader.pictures > 0
      ? new DocumentError(
          'no-text-layer',
          `The document has no text; it holds ${reader.pictures} pictures. Run text recognition (OCR) over it and import the result.`,
        )
      : new DocumentError('empty-file', 'The document has no text. Fetch it again from where it was published.')
  }
  const furniture = onceEach(writer.write(reader.edges).flatMap(blockPassages))
  reportLeftOut(reader.leftOut, report)
  const blocks = sizes.apply([...text, ...notes])
  return { mediaType: MEDIA_TYPE, pages: [], blocks, source: source.text, information: reader.information, furniture }
}

/** What a header says is the same on each page. */
function onceEach(passages: readonly Passage[]): Passage[] {
  return [...new Map(passages.filter(({ text }) => text !== '').map((passage) => [passage.text, passage])).values()]
}
