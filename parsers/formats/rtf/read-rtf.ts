import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { toFurniture, withoutText } from '../word/document-parts.ts'
import { reportLeftOut } from '../word/report-left-out.ts'
import { BlockSizes } from '../word/sized-headings.ts'
import { SourceText } from '../word/source-text.ts'
import { RtfWriter } from './rtf-flow.ts'
import { RtfReader } from './rtf-reader.ts'

const MEDIA_TYPE = 'application/rtf'

/**
 * A Rich Text document (RTF 1.9.1) as it is printed with all recorded changes accepted: with the numbers that its program printed,
 * without hidden and struck text; what is in boxes after its paragraph, notes at the end. Its source is the text that it makes.
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
  if (text.length === 0) throw withoutText(reader.pictures > 0 ? `${reader.pictures} pictures` : null)
  const furniture = toFurniture(writer.write(reader.edges))
  reportLeftOut(reader.leftOut, report)
  const blocks = sizes.apply([...text, ...notes])
  return { mediaType: MEDIA_TYPE, pages: [], blocks, source: source.text, information: reader.information, furniture }
}
