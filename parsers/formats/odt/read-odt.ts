import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import type { MainPart } from '../package/package-kind.ts'
import { childElement, childElements, elementText, type TreeSavings, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { toFurniture, withoutText } from '../word/document-parts.ts'
import { reportLeftOut } from '../word/report-left-out.ts'
import { SourceText } from '../word/source-text.ts'
import { OdtBody } from './odt-body.ts'
import { OdtLists } from './odt-lists.ts'
import { odtEdges } from './odt-pages.ts'
import { OdtStyles } from './odt-styles.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.text'
/** What a package says about its document (OpenDocument 1.3, part 3, 4.3), under the names that PDF has for it. */
const PROPERTIES: readonly (readonly [string, string])[] = [
  ['dc:title', 'Title'],
  ['meta:initial-creator', 'Author'],
  ['dc:creator', 'Author'],
  ['dc:subject', 'Subject'],
  ['meta:keyword', 'Keywords'],
  ['meta:creation-date', 'CreationDate'],
  ['dc:date', 'ModDate'],
]
/** What a text is not part of: pictures as text, and what editing leaves. */
const SAVINGS: TreeSavings = {
  without: new Set(['office:binary-data', 'office:forms', 'text:sequence-decls', 'text:variable-decls', 'office:scripts']),
  shared: new Set(),
}

/**
 * An OpenDocument text (ISO/IEC 26300) as it is printed with all recorded changes accepted: with automatic numbers, without hidden and
 * struck text; what is in boxes after its paragraph, notes at the end. Its source is the text that it makes.
 * @throws DocumentError `empty-file` or `no-text-layer` where it has no text, `encrypted`, and what its package throws.
 */
export async function readOdt(zip: ZipPackage, { name }: MainPart, report: Report): Promise<Document> {
  await refuseEncrypted(zip)
  const content = await readRoot(zip, name)
  const body = childElement(childElement(content, 'office:body'), 'office:text')
  if (!content || !body)
    throw new DocumentError('damaged', 'The OpenDocument text has no body. Fetch it again from where it was published.')
  const common = await readRoot(zip, 'styles.xml')
  const named = childrenOf(common, 'office:styles')
  const fonts = [...childrenOf(common, 'office:font-face-decls'), ...childrenOf(content, 'office:font-face-decls')].flatMap((one) =>
    childElements(one),
  )
  const groups = [...named, ...childrenOf(content, 'office:automatic-styles')]
  const source = new SourceText()
  const lists = new OdtLists(groups)
  const reader = new OdtBody(new OdtStyles(groups, fonts), lists, source)
  const pages = childrenOf(common, 'office:master-styles').flatMap((one) => childElements(one, 'style:master-page'))
  const begun = groups.flatMap((group) => childElements(group)).flatMap((style) => style.attributes.get('style:master-page-name') ?? [])
  const printed = odtEdges(pages, begun)
  const edgeGroups = [...named, ...childrenOf(common, 'office:automatic-styles')]
  const edges = new OdtBody(new OdtStyles(edgeGroups, fonts), new OdtLists(edgeGroups), source, reader.sizes)
  const head = printed.first.flatMap((edge) => edges.read(edge))
  const text = reader.read(body)
  const notes = reader.readNotes()
  if (head.length + text.length === 0) throw withoutText(hasPicture(body) ? 'pictures' : null)
  const furniture = printed.every.flatMap((edge) => edges.read(edge))
  const changes = childElement(body, 'text:tracked-changes')
  reportLeftOut({ ...reader.leftOut, changes: changes ? childElements(changes, 'text:changed-region').length : 0 }, report)
  return {
    mediaType: MEDIA_TYPE,
    pages: [],
    blocks: reader.sizes.apply([...head, ...text, ...notes]),
    source: source.text,
    information: await readProperties(zip),
    furniture: toFurniture(furniture),
  }
}

async function readRoot(zip: ZipPackage, name: string): Promise<XmlElement | undefined> {
  const bytes = await zip.read(name)
  return bytes ? childElements(xmlToTree(bytes, SAVINGS))[0] : undefined
}

function childrenOf(root: XmlElement | undefined, name: string): XmlElement[] {
  return root ? childElements(root, name) : []
}

/** An encrypted package names its parts and how each is encrypted (OpenDocument 1.3, part 2, 4.4). */
async function refuseEncrypted(zip: ZipPackage): Promise<void> {
  const manifest = await zip.read('META-INF/manifest.xml')
  if (manifest && new TextDecoder().decode(manifest).includes('encryption-data')) {
    throw new DocumentError('encrypted', 'The document asks for a password. Save a copy without one and import that.')
  }
}

function hasPicture(element: XmlElement): boolean {
  return element.name === 'draw:image' || childElements(element).some(hasPicture)
}

async function readProperties(zip: ZipPackage): Promise<Record<string, string>> {
  const meta = childElement(await readRoot(zip, 'meta.xml'), 'office:meta')
  const information: Record<string, string> = {}
  for (const [element, key] of PROPERTIES) {
    const property = childElement(meta, element)
    const value = property ? elementText(property).trim() : ''
    if (value !== '') information[key] ??= value
  }
  return information
}
