import type { XmlAttributes } from './read-xml.ts'
import { readXml } from './read-xml.ts'
import type { ZipPackage } from './zip-package.ts'

/** What a zip file is: a document of an office program, or an archive of files. */
export type PackageKind = 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'other-office' | 'archive'

/** The main part of each kind, by a piece of its content type (ECMA-376, part 1, 11 to 13), with and without macros, templates too. */
const OFFICE_OPEN: readonly (readonly [string, PackageKind])[] = [
  ['wordprocessingml', 'docx'],
  ['ms-word', 'docx'],
  ['spreadsheetml', 'xlsx'],
  ['ms-excel.sheet.binary', 'other-office'],
  ['ms-excel', 'xlsx'],
  ['presentationml', 'pptx'],
  ['ms-powerpoint', 'pptx'],
]
/** OpenDocument 1.3, part 2, 3.3: the first part names what the package is. */
const OPEN_DOCUMENT: readonly (readonly [string, PackageKind])[] = [
  ['opendocument.text', 'odt'],
  ['opendocument.spreadsheet', 'ods'],
  ['opendocument.presentation', 'odp'],
]

/** Where the main part of an Office Open package is, and what kind it makes the package. */
export interface MainPart {
  kind: PackageKind
  /** The main part's name; empty for what has none. */
  name: string
}

/** What a package says about itself. Looks at content types and relations, never at the file's name. */
export async function mainPart(zip: ZipPackage): Promise<MainPart> {
  const mimetype = zip.has('mimetype') ? new TextDecoder().decode((await zip.read('mimetype')) ?? undefined).trim() : ''
  const openDocument = OPEN_DOCUMENT.find(([piece]) => mimetype.includes(piece))
  if (openDocument) return { kind: openDocument[1], name: 'content.xml' }
  if (!zip.has('[Content_Types].xml')) return { kind: 'archive', name: '' }
  const name = await officeDocument(zip)
  const type = await contentType(zip, name)
  return { kind: OFFICE_OPEN.find(([piece]) => type.includes(piece))?.[1] ?? 'other-office', name }
}

/** The part that the package's own relations call the office document. */
async function officeDocument(zip: ZipPackage): Promise<string> {
  const relations = await readRelations(zip, '')
  return relations.find(({ type }) => type.endsWith('/officeDocument'))?.target ?? ''
}

async function contentType(zip: ZipPackage, part: string): Promise<string> {
  let found = ''
  let byExtension = ''
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  readXml((await zip.read('[Content_Types].xml')) ?? new Uint8Array(), {
    open: (name, attributes) => {
      if (name === 'ct:Override' && attributes.get('PartName')?.replace(/^\//u, '') === part) found = attributes.get('ContentType') ?? ''
      if (name === 'ct:Default' && attributes.get('Extension')?.toLowerCase() === extension)
        byExtension = attributes.get('ContentType') ?? ''
    },
  })
  return found || byExtension
}

/** What a part relates to: by id, what kind of relation, and the other part's name; outer addresses are not among a package's parts and left out. */
export interface Relation {
  id: string
  type: string
  target: string
}

/** The relations of a part, of the package itself where `part` is empty. */
export async function readRelations(zip: ZipPackage, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const bytes = await zip.read(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const relations: Relation[] = []
  if (bytes) {
    readXml(bytes, {
      open: (name, attributes) => {
        if (name === 'rel:Relationship' && attributes.get('TargetMode') !== 'External') relations.push(toRelation(folder, attributes))
      },
    })
  }
  return relations
}

function toRelation(folder: string, attributes: XmlAttributes): Relation {
  const target = attributes.get('Target') ?? ''
  return {
    id: attributes.get('Id') ?? '',
    type: attributes.get('Type') ?? '',
    target: decodeURI(new URL(target, `package:///${folder}`).pathname.replace(/^\//u, '')),
  }
}
