import { readDocument } from '../../../parsers/formats.ts'
import { collectInto, type Diagnostic } from '../../../schema/diagnostics.ts'
import { type Block, type Cell, cellPassage, type Document, type Table } from '../../../schema/document.ts'

/** A file as a document, and what is reported of it as rule and note. */
export async function readSheets(
  bytes: Uint8Array,
  path = 'plan.xlsx',
): Promise<{ document: Document; reported: [string, string | null][] }> {
  const diagnostics: Diagnostic[] = []
  const document = await readDocument({ bytes, path }, collectInto(diagnostics))
  return { document, reported: diagnostics.map(({ rule, note }) => [rule, note]) }
}

/** A block's words; a table's by row and cell. */
export function shown(block: Block): unknown {
  return block.type === 'table' ? block.rows.map((row) => row.map((cell) => cellPassage(cell).text)) : block.passage.text
}

/** The cells of a document's first table. */
export function cellsOf({ blocks }: Document): Cell[] {
  return blocks.find((block): block is Table => block.type === 'table')?.rows.flat() ?? []
}
