import type { Document } from './document.ts'
import type { Box, Place } from './place.ts'

const SPREADSHEET = /spreadsheet|^text\/csv$/u
/** Names that need no quotes in the name of a cell. */
const PLAIN_NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u
/** "AB12" names a cell itself, and so does "R1C1". */
const CELL_LIKE = /^(?:[a-z]{1,3}\d+|r\d*|c\d*|r\d*c\d*)$/iu

/** Whether documents of a media type are sheets of cells: their boxes count columns and rows. */
export function isSpreadsheet(mediaType: string): boolean {
  return SPREADSHEET.test(mediaType)
}

/** The sheets of a spreadsheet by name, in order, none for a file that is one sheet; null for a document of any other kind. */
export function sheetNames({ mediaType, pages }: Pick<Document, 'mediaType' | 'pages'>): string[] | null {
  return isSpreadsheet(mediaType) ? pages.map(({ label }) => label ?? '') : null
}

/** The cells of a place as spreadsheets name them: "Tracker!D14", "'Action plan'!B2:C3"; null for a place without cells, and in any other document. */
export function cellName({ page, box }: Place, sheets: readonly string[] | null): string | null {
  if (!sheets || !box) return null
  const sheet = page === null ? undefined : sheets[page - 1]
  return (sheet === undefined ? '' : `${quoted(sheet)}!`) + rangeName(box)
}

/** The name of a column, from 0: "A", "Z", "AA". */
export function columnName(column: number): string {
  return (column < 26 ? '' : columnName(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
}

function rangeName([x0, top, x1, bottom]: Box): string {
  const first = columnName(x0) + (top + 1)
  const last = columnName(x1 - 1) + bottom
  return first === last ? first : `${first}:${last}`
}

function quoted(sheet: string): string {
  return PLAIN_NAME.test(sheet) && !CELL_LIKE.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`
}
