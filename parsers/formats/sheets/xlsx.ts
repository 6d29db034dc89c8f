import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import { type MainPart, type Relation, readRelations } from '../package/package-kind.ts'
import { readXml } from '../package/read-xml.ts'
import { childElement, childElements, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { reportHidden } from './report-hidden.ts'
import { RichText, type SharedString } from './rich-text.ts'
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
    const { rows, hiddenColumns, hidden } = readWorksheet(part, common, await tableFilters(zip, partOf(sheet, relations)))
    sheets.push({ name: sheet.attributes.get('name') ?? '', rows, hiddenColumns })
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

/** The ranges of a sheet's tables that a filter is set in (ECMA-376, part 1, 18.5): it hides rows there as a sheet's own filter does. */
async function tableFilters(zip: ZipPackage, sheet: string): Promise<string[]> {
  const filters: string[] = []
  for (const { type, target } of await readRelations(zip, sheet)) {
    const bytes = type.endsWith('/table') ? await zip.read(target) : null
    let range = ''
    if (!bytes) continue
    readXml(bytes, {
      open: (name, attributes) => {
        if (name === 'x:autoFilter') range = attributes.get('ref') ?? ''
        else if (name === 'x:filterColumn') filters.push(range)
      },
    })
  }
  return filters
}

/** The strings that cells name by number. */
async function readStrings(zip: ZipPackage, part: string | undefined): Promise<SharedString[]> {
  const bytes = part === undefined ? null : await zip.read(part)
  const strings: SharedString[] = []
  if (!bytes) return strings
  const one = new RichText()
  readXml(bytes, {
    open: (name, attributes) => one.open(name, attributes),
    text: (text) => one.text(text),
    close: (name) => {
      one.close(name)
      if (name === 'x:si') strings.push(one.take())
    },
  })
  return strings
}
