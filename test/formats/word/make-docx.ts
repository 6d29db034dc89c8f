import { zipSync } from 'fflate'
import { readDocument } from '../../../parsers/formats.ts'
import { collectInto, type Diagnostic } from '../../../schema/diagnostics.ts'
import { type Block, blockPassages, type Document } from '../../../schema/document.ts'

/** The parts of a Word document that a test writes: the content of each root element. */
export interface DocxParts {
  body: string
  numbering?: string
  styles?: string
  settings?: string
  footnotes?: string
  endnotes?: string
  header?: string
  footer?: string
  core?: string
}

const NAMESPACES = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['m', 'http://schemas.openxmlformats.org/officeDocument/2006/math'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const ROOTS = {
  numbering: 'numbering',
  styles: 'styles',
  settings: 'settings',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
}

/** A .docx with the given parts. A header's relation is "rIdheader". */
export function makeDocx(parts: DocxParts): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${parts.body}</w:body></w:document>`,
  }
  let relations = ''
  for (const [name, root] of Object.entries(ROOTS)) {
    const content = parts[name as keyof typeof ROOTS]
    if (content === undefined) continue
    files[`word/${name}.xml`] = `<w:${root} ${NAMESPACES}>${content}</w:${root}>`
    relations += `<Relationship Id="rId${name}" Type="${RELATIONS}/${name}" Target="${name}.xml"/>`
  }
  files['word/_rels/document.xml.rels'] = `<Relationships xmlns="${PACKAGE}/relationships">${relations}</Relationships>`
  if (parts.core !== undefined) {
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">${parts.core}</cp:coreProperties>`
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)])))
}

/** A paragraph with its properties and a run for each text; a text that is mark-up stays as it is. */
export function p(properties: string, ...texts: string[]): string {
  const runs = texts.map((text) => (text.startsWith('<') ? text : `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`))
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs.join('')}</w:p>`
}

/** A run with its properties. */
export const r = (properties: string, text: string): string =>
  `<w:r><w:rPr>${properties}</w:rPr>${text.startsWith('<') ? text : `<w:t xml:space="preserve">${text}</w:t>`}</w:r>`

/** What makes a paragraph an item of a list. */
export const numPr = (list: number, level = 0): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

/** The document that a file's bytes make, whatever its name, and what was reported. */
export async function readBytes(bytes: Uint8Array): Promise<{ document: Document; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  return { document: await readDocument({ bytes, path: 'paper' }, collectInto(diagnostics)), diagnostics }
}

/** What each block prints, list markers and all; a table as rows of cells. */
export function printed(blocks: readonly Block[]): (string | string[][])[] {
  return blocks.map((block) => {
    if (block.type !== 'table') return blockText(block)
    return block.rows.map((row) => row.map((cell) => cell.blocks.map(blockText).join(' / ')))
  })
}

function blockText(block: Block): string {
  const text = blockPassages(block)
    .map((passage) => passage.text)
    .join(' ')
  return block.type === 'list-item' ? `${block.marker} ${text}`.trim() : text
}

/** What the body of a document prints. */
export async function printedBody(parts: DocxParts): Promise<(string | string[][])[]> {
  return printed((await readBytes(makeDocx(parts))).document.blocks)
}
