import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { type MainPart, type Relation, readRelations } from '../package/package-kind.ts'
import { readXml } from '../package/read-xml.ts'
import { childElement, childElements, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { reportHidden } from './report-hidden.ts'
import type { Sheet } from './sheet.ts'
import { sheetsToDocument } from './sheets-to-document.ts'
import { readWorksheet, type Workbook } from './xlsx-sheet.ts'
import { readStyles } from './xlsx-styles.ts'

const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A workbook: its visible sheets, each a page, with what its cells show. Formulas count as they were last computed; macros are not run. */
export async function xlsxToDocument(zip: ZipPackage, { name }: MainPart, report: Report): Promise<Document> {
  const bytes = await zip.read(name)
  const book = bytes ? childElement(xmlToTree(bytes), 'x:workbook') : undefined
  if (!book) throw new DocumentError('damaged', 'The package has no workbook. Fetch it again from where it was published.')
  const relations = await readRelations(zip, name)
  const target = (kind: string): string | undefined => relations.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const common: Workbook = {
    strings: await readStrings(zip, target('sharedStrings')),
    styles: await readStyles(zip, target('styles'), target('theme')),
    from1904: /^(?:1|true)$/u.test(childElement(book, 'x:workbookPr')?.attributes.get('date1904') ?? ''),
  }
  const listed = childElement(book, 'x:sheets')
  const sheets: Sheet[] = []
  let hiddenSheets = 0
  for (const sheet of listed ? childElements(listed, 'x:sheet') : []) {
    const part = await zip.read(partOf(sheet, relations))
    // A sheet of a chart or a dialogue has no cells.
    if (!part || !isWorksheet(sheet, relations)) continue
    if ((sheet.attributes.get('state') ?? 'visible') !== 'visible') {
      hiddenSheets++
      continue
    }
    const { rows, ...hidden } = readWorksheet(part, common)
    sheets.push({ name: sheet.attributes.get('name') ?? '', rows })
    reportHidden(report, sheets.length, hidden)
  }
  reportHidden(report, null, { hiddenSheets })
  return sheetsToDocument(sheets, MEDIA_TYPE)
}

function relationOf(sheet: XmlElement, relations: readonly Relation[]): Relation | undefined {
  return relations.find(({ id }) => id === sheet.attributes.get('r:id'))
}

function partOf(sheet: XmlElement, relations: readonly Relation[]): string {
  return relationOf(sheet, relations)?.target ?? ''
}

function isWorksheet(sheet: XmlElement, relations: readonly Relation[]): boolean {
  return relationOf(sheet, relations)?.type.endsWith('/worksheet') === true
}

/** The strings that cells name by number, their runs put together; readings of Japanese are none of them. */
async function readStrings(zip: ZipPackage, part: string | undefined): Promise<string[]> {
  const bytes = part === undefined ? null : await zip.read(part)
  const strings: string[] = []
  if (!bytes) return strings
  let isText = false
  let phonetic = 0
  let text = ''
  readXml(bytes, {
    open: (name) => {
      if (name === 'x:si') text = ''
      else if (name === 'x:rPh') phonetic++
      else if (name === 'x:t') isText = phonetic === 0
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      if (name === 'x:t') isText = false
      else if (name === 'x:rPh') phonetic--
      else if (name === 'x:si') strings.push(text)
    },
  })
  return strings
}
