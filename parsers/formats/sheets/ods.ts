import type { Report } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { DocumentError } from '../../../schema/errors.ts'
import type { MainPart } from '../package/package-kind.ts'
import { childElement, childElements, type XmlElement, xmlToTree } from '../package/xml-tree.ts'
import type { ZipPackage } from '../package/zip-package.ts'
import { times, toCell } from './ods-cell.ts'
import { collectStyles, type Styles, styleProperty } from './ods-styles.ts'
import { type HiddenParts, reportHidden } from './report-hidden.ts'
import type { Sheet, SheetRow } from './sheet.ts'
import { sheetsToDocument } from './sheets-to-document.ts'

const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet'
/** Programs fill sheets to their end with rows and cells that "repeat": no more than this are anyone's, of empty cells with a ground of one colour far fewer. */
const MOST_REPEATED = 1000
const MOST_COLUMNS = 1000
const MOST_EMPTY = 50
/** Elements that only group rows or columns. */
const GROUPS = new Set(
  ['header-rows', 'rows', 'row-group', 'columns', 'header-columns', 'column-group'].map((name) => `table:table-${name}`),
)

/** An OpenDocument spreadsheet (OpenDocument 1.3, part 3, 9): its cells hold the text as it is shown, so that no number needs formatting. */
export async function odsToDocument(zip: ZipPackage, { name }: MainPart, report: Report): Promise<Document> {
  const bytes = await zip.read(name)
  const root = bytes ? childElement(xmlToTree(bytes), 'office:document-content') : undefined
  const body = childElement(childElement(root, 'office:body'), 'office:spreadsheet')
  if (!body) throw new DocumentError('damaged', 'The package has no spreadsheet. Fetch it again from where it was published.')
  const common = await zip.read('styles.xml')
  const named = childElement(common ? childElement(xmlToTree(common), 'office:document-styles') : undefined, 'office:styles')
  const styles = collectStyles([named, childElement(root, 'office:automatic-styles')])
  const sheets: Sheet[] = []
  let hiddenSheets = 0
  for (const table of childElements(body, 'table:table')) {
    if (styleProperty(styles, table.attributes.get('table:style-name'), 'style:table-properties', 'table:display') === 'false') {
      hiddenSheets++
      continue
    }
    const { rows, hiddenColumns, hidden } = readRows(table, styles)
    sheets.push({ name: table.attributes.get('table:name') ?? '', rows, hiddenColumns })
    reportHidden(report, sheets.length, hidden)
  }
  reportHidden(report, null, { hiddenSheets })
  return sheetsToDocument(sheets, MEDIA_TYPE)
}

function readRows(table: XmlElement, styles: Styles): Pick<Sheet, 'rows' | 'hiddenColumns'> & { hidden: HiddenParts } {
  const columns = hiddenColumns(table)
  const used = new Set<number>()
  const rows: SheetRow[] = []
  const counts = { hiddenRows: 0, filteredRows: 0, struckCells: 0 }
  let number = 0
  for (const element of within(table, 'table:table-row')) {
    const visibility = element.attributes.get('table:visibility') ?? 'visible'
    const { cells, struck } = readRow(element, styles)
    const says = cells.some((cell) => cell?.text)
    const repeats = times(element, 'table:number-rows-repeated')
    for (const column of columns) if (cells[column]?.text) used.add(column)
    if (visibility === 'collapse') {
      if (says) counts.hiddenRows++
    } else {
      if (visibility === 'filter' && says) counts.filteredRows++
      counts.struckCells += struck
      const shown = cells.filter((_, column) => !columns.has(column))
      const most = Math.min(repeats, says ? MOST_REPEATED : 1)
      for (let time = 0; time < most; time++) rows.push({ number: number + time, cells: shown })
    }
    number += repeats
  }
  return { rows, hiddenColumns: columns, hidden: { ...counts, hiddenColumns: used.size } }
}

function hiddenColumns(table: XmlElement): Set<number> {
  const hidden = new Set<number>()
  let column = 0
  for (const element of within(table, 'table:table-column')) {
    const repeats = times(element, 'table:number-columns-repeated')
    if (element.attributes.get('table:visibility') === 'collapse')
      for (let time = 0; time < Math.min(repeats, MOST_COLUMNS); time++) hidden.add(column + time)
    column += repeats
  }
  return hidden
}

function readRow(row: XmlElement, styles: Styles): { cells: SheetRow['cells']; struck: number } {
  const cells: SheetRow['cells'] = []
  let struck = 0
  for (const element of childElements(row)) {
    const repeats = times(element, 'table:number-columns-repeated')
    const read = element.name === 'table:table-cell' ? toCell(element, styles) : null
    if (read?.struck) struck++
    const isEmpty = !read || (read.cell.text === '' && repeats > MOST_EMPTY)
    for (let time = 0; time < repeats && cells.length < MOST_COLUMNS; time++) cells.push(isEmpty ? undefined : read.cell)
  }
  return { cells, struck }
}

/** The elements of a name in a table, those in groups too. */
function within(element: XmlElement, name: string): XmlElement[] {
  return childElements(element).flatMap((child) => (child.name === name ? [child] : GROUPS.has(child.name) ? within(child, name) : []))
}
