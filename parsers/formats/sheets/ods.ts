import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import type { MainPart } from '../package/package-kind.ts'
import { childElement, childElements, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { reportHidden } from './report-hidden.ts'
import type { Sheet, SheetCell, SheetRow } from './sheet.ts'
import { sheetsToDocument } from './sheets-to-document.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
/** Programs fill sheets to their end with empty rows and cells that "repeat": no more than this are anyone's. */
const MOST_REPEATED = 1000
/** Elements that only group rows or columns. */
const GROUPS = new Set(
  ['header-rows', 'rows', 'row-group', 'columns', 'header-columns', 'column-group'].map((name) => `table:table-${name}`),
)

type Styles = ReadonlyMap<string, XmlElement>

/** An OpenDocument spreadsheet (OpenDocument 1.3, part 3, 9): its cells hold the text as it is shown, so that no number needs formatting. */
export async function odsToDocument(zip: ZipPackage, { name }: MainPart, report: Report): Promise<Document> {
  const bytes = await zip.read(name)
  const root = bytes ? childElement(xmlToTree(bytes), 'office:document-content') : undefined
  const body = childElement(childElement(root, 'office:body'), 'office:spreadsheet')
  if (!body) throw new DocumentError('damaged', 'The package has no spreadsheet. Fetch it again from where it was published.')
  const automatic = childElement(root, 'office:automatic-styles')
  const styles: Styles = new Map(
    (automatic ? childElements(automatic, 'style:style') : []).map((style) => [style.attributes.get('style:name') ?? '', style]),
  )
  const sheets: Sheet[] = []
  let hiddenSheets = 0
  for (const table of childElements(body, 'table:table')) {
    const properties = childElement(styles.get(table.attributes.get('table:style-name') ?? ''), 'style:table-properties')
    if (properties?.attributes.get('table:display') === 'false') {
      hiddenSheets++
      continue
    }
    const { rows, ...hidden } = readRows(table, styles)
    sheets.push({ name: table.attributes.get('table:name') ?? '', rows })
    reportHidden(report, sheets.length, hidden)
  }
  reportHidden(report, null, { hiddenSheets })
  return sheetsToDocument(sheets, MEDIA_TYPE)
}

function readRows(
  table: XmlElement,
  styles: Styles,
): { rows: SheetRow[]; hiddenRows: number; hiddenColumns: number; filteredRows: number } {
  const hidden = hiddenColumns(table)
  const rows: SheetRow[] = []
  const counts = { hiddenRows: 0, hiddenColumns: hidden.size, filteredRows: 0 }
  for (const element of within(table, 'table:table-row')) {
    const visibility = element.attributes.get('table:visibility') ?? 'visible'
    const row = readRow(element, hidden, styles)
    const says = row.some((cell) => cell?.text)
    if (visibility === 'collapse') {
      if (says) counts.hiddenRows++
      continue
    }
    if (visibility === 'filter' && says) counts.filteredRows++
    const times = Math.min(repeated(element, 'table:number-rows-repeated'), says ? MOST_REPEATED : 2)
    for (let time = 0; time < times; time++) rows.push(row)
  }
  return { rows, ...counts }
}

function hiddenColumns(table: XmlElement): Set<number> {
  const hidden = new Set<number>()
  let column = 0
  for (const element of within(table, 'table:table-column')) {
    const times = repeated(element, 'table:number-columns-repeated')
    if (element.attributes.get('table:visibility') === 'collapse')
      for (let time = 0; time < Math.min(times, MOST_REPEATED); time++) hidden.add(column + time)
    column += times
  }
  return hidden
}

function readRow(row: XmlElement, hidden: ReadonlySet<number>, styles: Styles): SheetRow {
  const cells: SheetRow = []
  let column = 0
  for (const element of childElements(row)) {
    const cell = element.name === 'table:table-cell' ? toCell(element, styles) : undefined
    const times = repeated(element, 'table:number-columns-repeated')
    const isEmpty = !cell || (cell.text === '' && times > 50)
    for (let time = 0; time < Math.min(times, MOST_REPEATED); time++, column++)
      if (!hidden.has(column)) cells.push(isEmpty ? undefined : cell)
  }
  return cells
}

function toCell(element: XmlElement, styles: Styles): SheetCell {
  const style = styles.get(element.attributes.get('table:style-name') ?? '')
  const ground = childElement(style, 'style:table-cell-properties')?.attributes.get('fo:background-color')?.toLowerCase() ?? ''
  return {
    text: childElements(element, 'text:p').map(paragraphText).join('\n').trim(),
    rowSpan: repeated(element, 'table:number-rows-spanned'),
    colSpan: repeated(element, 'table:number-columns-spanned'),
    fill: /^#[\da-f]{6}$/u.test(ground) && ground !== '#ffffff' ? ground : null,
    bold: childElement(style, 'style:text-properties')?.attributes.get('fo:font-weight') === 'bold',
  }
}

function paragraphText(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child
      if (child.name === 'text:s') return ' '.repeat(Math.min(repeated(child, 'text:c'), 100))
      if (child.name === 'text:tab') return ' '
      if (child.name === 'text:line-break') return '\n'
      return child.name === 'office:annotation' ? '' : paragraphText(child)
    })
    .join('')
}

/** The elements of a name in a table, those in groups too. */
function within(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => (child.name === name ? [child] : GROUPS.has(child.name) ? within(child, name) : []))
}

function repeated({ attributes }: XmlElement, name: string): number {
  return Math.max(1, Number(attributes.get(name) ?? 1) || 1)
}
