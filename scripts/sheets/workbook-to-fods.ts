import type { MadeCell, MadeSheet } from './workbooks.ts'

const SPACES = ['office', 'table', 'text', 'style'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
const MORE = {
  fo: 'urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0',
  number: 'urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0',
}

/** Sheets as flat OpenDocument, the one format of spreadsheets that can be written by hand and that LibreOffice opens. */
export function workbookToFods(sheets: readonly MadeSheet[]): string {
  const spaces = [...SPACES, ...Object.entries(MORE).map(([name, uri]) => `xmlns:${name}="${uri}"`)].join(' ')
  const fills = new Set(
    sheets.flatMap(({ rows }) => rows.flat().flatMap((cell) => (typeof cell === 'object' && cell.fill ? [cell.fill] : []))),
  )
  const styles = [...fills].map(
    (fill) =>
      `<style:style style:name="${styleOf(fill)}" style:family="table-cell"><style:table-cell-properties fo:background-color="${fill}"/></style:style>`,
  )
  const day =
    '<number:date-style style:name="Long"><number:day/><number:text> </number:text><number:month number:style="long" number:textual="true"/><number:text> </number:text><number:year number:style="long"/></number:date-style>' +
    '<style:style style:name="Day" style:family="table-cell" style:data-style-name="Long"/>' +
    '<style:style style:name="Off" style:family="table"><style:table-properties table:display="false"/></style:style>'
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document ${spaces} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` +
    `<office:automatic-styles>${day}${styles.join('')}</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetToXml).join('')}</office:spreadsheet></office:body></office:document>`
  )
}

const styleOf = (fill: string): string => `Fill${fill.slice(1)}`

function sheetToXml({ name, hidden, hiddenColumn, hiddenRow, rows }: MadeSheet): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const shown = (isHidden: boolean): string => (isHidden ? ' table:visibility="collapse"' : '')
  const heads = Array.from({ length: columns }, (_, index) => `<table:table-column${shown(index === hiddenColumn)}/>`)
  const body = rows.map(
    (row, index) =>
      `<table:table-row${shown(index === hiddenRow)}>${row.map(cellToXml).join('') || '<table:table-cell/>'}</table:table-row>`,
  )
  return `<table:table table:name="${name}"${hidden ? ' table:style-name="Off"' : ''}>${heads.join('')}${body.join('')}</table:table>`
}

function cellToXml(given: string | MadeCell): string {
  const { text = '', day, fill, across = 1, down = 1 } = typeof given === 'string' ? { text: given } : given
  const spans = across * down > 1 ? ` table:number-columns-spanned="${across}" table:number-rows-spanned="${down}"` : ''
  const style = day ? ' table:style-name="Day"' : fill ? ` table:style-name="${styleOf(fill)}"` : ''
  const number = /^\d+$/u.test(text)
  const value = day
    ? ` office:value-type="date" office:date-value="${day}"`
    : number
      ? ` office:value-type="float" office:value="${text}"`
      : ' office:value-type="string"'
  if (text === '' && !day) return `<table:table-cell${style}${spans}/>`
  const words = text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;')
  return `<table:table-cell${style}${spans}${value}>${day ? '' : `<text:p>${words}</text:p>`}</table:table-cell>`
}
