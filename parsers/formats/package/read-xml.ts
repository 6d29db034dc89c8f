import { SaxesParser, type SaxesTagNS } from 'saxes'
import { DocumentError } from '../../../schema/errors.ts'
import { bytesToXmlText } from './xml-text.ts'

/** What is done with the parts of an XML file as they come. Names have the prefix that `NAMESPACES` gives their namespace, whatever prefix the file has. */
export interface XmlHandlers {
  open?: (name: string, attributes: XmlAttributes) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Values by name: with a prefix where the attribute has one. */
export type XmlAttributes = ReadonlyMap<string, string>

const NO_ATTRIBUTES: XmlAttributes = new Map()
/** Word marks each paragraph and run with the sessions that it was edited in, which says nothing of what it is. */
const EDITING_SESSION = /^rsid/u
/** No namespace has more. */
const MOST_NAMES = 5000
/** Deeper nesting is made to overwhelm. */
const MOST_DEPTH = 1000

/** The usual prefix of each namespace; "strict" files name them anew. */
const NAMESPACES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'x'],
  ['http://purl.oclc.org/ooxml/spreadsheetml/main', 'x'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
  ['http://schemas.openxmlformats.org/package/2006/metadata/core-properties', 'cp'],
  ['http://schemas.openxmlformats.org/drawingml/2006/main', 'a'],
  ['http://purl.oclc.org/ooxml/drawingml/main', 'a'],
  ['http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['http://schemas.microsoft.com/office/word/2010/wordprocessingShape', 'wps'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0', 'fo'],
  ['urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0', 'number'],
  ['urn:oasis:names:tc:opendocument:xmlns:meta:1.0', 'meta'],
])

/**
 * Reads an XML file of a package from beginning to end. Entities that a file declares itself are an error, so that none is expanded.
 * @throws DocumentError `damaged` where it is not well formed, or nested deeper than any paper.
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true })
  let depth = 0
  parser.on('opentag', (tag) => {
    if (++depth > MOST_DEPTH) throw new DocumentError('damaged', `The file nests its elements more than ${MOST_DEPTH} deep.`)
    handlers.open?.(nameOf(tag.uri, tag.local, tag.prefix), attributesOf(tag))
  })
  parser.on('closetag', (tag) => {
    depth--
    handlers.close?.(nameOf(tag.uri, tag.local, tag.prefix))
  })
  if (handlers.text) {
    parser.on('text', handlers.text)
    parser.on('cdata', handlers.text)
  }
  try {
    parser.write(bytesToXmlText(bytes)).close()
  } catch (error) {
    if (error instanceof DocumentError) throw error
    throw new DocumentError('damaged', `An XML file in the package is damaged: ${error instanceof Error ? error.message : error}.`, {
      cause: error,
    })
  }
}

/** Names by namespace and name in it: a document has few, and each many times. */
const KNOWN_NAMES = new Map<string, Map<string, string>>()

function nameOf(uri: string, local: string, prefix: string): string {
  const known = KNOWN_NAMES.get(uri)?.get(local)
  if (known !== undefined) return known
  const usual = NAMESPACES.get(uri)
  if (usual === undefined) return prefix ? `${prefix}:${local}` : local
  const names = KNOWN_NAMES.get(uri) ?? new Map<string, string>()
  if (names.size < MOST_NAMES) KNOWN_NAMES.set(uri, names.set(local, `${usual}:${local}`))
  return `${usual}:${local}`
}

function attributesOf({ attributes }: SaxesTagNS): XmlAttributes {
  let found: Map<string, string> | null = null
  for (const name in attributes) {
    const attribute = attributes[name]
    if (!attribute || EDITING_SESSION.test(attribute.local)) continue
    found ??= new Map()
    found.set(nameOf(attribute.uri, attribute.local, attribute.uri === '' ? '' : attribute.prefix), attribute.value)
  }
  return found ?? NO_ATTRIBUTES
}
