import type { Report } from '../../../schema/diagnostics.ts'
import type { Block, Document } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { type MainPart, type Relation, readRelations } from '../package/package-kind.ts'
import { childElement, childElements, elementText, type TreeSavings, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { BodyReader } from './body-reader.ts'
import { toFurniture, withoutText } from './document-parts.ts'
import { ListCounters } from './list-counters.ts'
import { readListDefinitions } from './list-definitions.ts'
import { readNotes } from './notes.ts'
import { pageEdges } from './page-edges.ts'
import { reportLeftOut } from './report-left-out.ts'
import { elementsWithin } from './shown-elements.ts'
import { SourceText } from './source-text.ts'
import { StyleSheet } from './style-sheet.ts'

/** The media type of .docx; a document with macros is the same to read, and they are never run. */
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Properties that say nothing of what a text means, and fill most of a file. */
const WITHOUT = new Set(
  `w:tcW w:tcMar w:tcBorders w:vAlign w:noWrap w:tblPr w:tblPrEx w:tblGrid w:trHeight w:cantSplit w:spacing w:jc w:tabs w:contextualSpacing
  w:keepNext w:keepLines w:widowControl w:lang w:color w:kern w:bCs w:iCs w:szCs w:u w:w w:position w:proofErr w:bookmarkStart w:bookmarkEnd
  w:lastRenderedPageBreak w:noProof w:rPrChange w:pPrChange w:tcPrChange w:trPrChange w:tblPrChange w:sectPrChange`.split(/\s+/u),
)
/** What thousands of paragraphs and cells have alike. */
const SAVINGS: TreeSavings = { without: WITHOUT, shared: new Set(['w:pPr', 'w:rPr', 'w:tcPr', 'w:trPr']) }
/** What a package says about its document (ECMA-376 part 2, 11), under the names that PDF has for it. */
const PROPERTIES: readonly (readonly [string, string])[] = [
  ['dc:title', 'Title'],
  ['dc:creator', 'Author'],
  ['dc:subject', 'Subject'],
  ['cp:keywords', 'Keywords'],
  ['dcterms:created', 'CreationDate'],
  ['dcterms:modified', 'ModDate'],
]

/**
 * A Word document (ECMA-376, "Office Open XML") as it is printed with all recorded changes accepted: with automatic numbers, without
 * hidden and struck text; what is in boxes after its paragraph, notes at the end. Its source is the text that it makes.
 * @throws DocumentError `empty-file` or `no-text-layer` where it has no text, and what its package throws.
 */
export async function readDocx(zip: ZipPackage, { name }: MainPart, report: Report): Promise<Document> {
  const relations = await readRelations(zip, name)
  const partOf = (found: Relation | undefined): Promise<XmlElement | null> => readTree(zip, found?.target ?? '')
  const part = (type: string): Promise<XmlElement | null> => partOf(relations.find((one) => one.type.endsWith(`/${type}`)))
  const styles = new StyleSheet(await part('styles'))
  const counters = new ListCounters(readListDefinitions(await part('numbering'), (id) => styles.listOf(id)))
  const source = new SourceText()
  const reader = new BodyReader(styles, counters, source)
  const body = childElement(childElement((await readTree(zip, name)) ?? undefined, 'w:document'), 'w:body')
  if (!body) throw new DocumentError('damaged', 'The Word document has no body. Fetch it again from where it was published.')
  const edges = pageEdges(body, await part('settings'))
  const readEdges = async (ids: readonly string[]): Promise<Block[]> => {
    const blocks: Block[] = []
    for (const id of ids) {
      const root = await partOf(relations.find((relation) => relation.id === id))
      for (const block of root ? childElements(root).flatMap((edge) => reader.read(edge)) : []) blocks.push(block)
    }
    return blocks
  }
  const head = await readEdges(edges.first)
  const text = reader.read(body)
  const notes = readNotes(reader, { footnote: await part('footnotes'), endnote: await part('endnotes') })
  if (head.length + text.length === 0) throw withoutText(picturesOf(body))
  const furniture = toFurniture(await readEdges(edges.every))
  reportLeftOut(reader.runs.leftOut, report)
  return {
    mediaType: MEDIA_TYPE,
    pages: [],
    blocks: reader.sizes.apply([...head, ...text, ...notes]),
    source: source.text,
    information: await readProperties(zip),
    furniture,
  }
}

async function readTree(zip: ZipPackage, name: string): Promise<XmlElement | null> {
  const bytes = await zip.read(name)
  return bytes && xmlToTree(bytes, SAVINGS)
}

function picturesOf(body: XmlElement): string | null {
  const pictures = elementsWithin(body, 'w:drawing').length + elementsWithin(body, 'w:pict').length
  return pictures > 0 ? `${pictures} pictures` : null
}

async function readProperties(zip: ZipPackage): Promise<Record<string, string>> {
  const relations = await readRelations(zip, '')
  const bytes = await zip.read(relations.find(({ type }) => type.endsWith('/core-properties'))?.target ?? '')
  const root = bytes ? childElements(xmlToTree(bytes))[0] : undefined
  const found = PROPERTIES.map(([element, key]): [string, string] => {
    const property = childElement(root, element)
    return [key, property ? elementText(property).trim() : '']
  })
  return Object.fromEntries(found.filter(([, value]) => value !== ''))
}
