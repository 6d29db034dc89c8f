import type { Block, Cell, Document, Table } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'
import { passageToBlocks } from '../passages/passage-to-blocks.ts'
import { cellBox, cellCount, isBlankRow, isUsed, type Sheet, type SheetCell, type SheetRow, shownColumns } from './sheet.ts'
import { SourceWriter } from './source-writer.ts'
import { splitColumns } from './split-columns.ts'

/** A row of so few cells above one of so many says something of the table below, and is not one of its rows. */
const FEW_CELLS = 2
const MANY_CELLS = 4
/** A column of fewer colours is not a key. */
const LEAST_COLOURS = 3
/** Two cells that say "Label: value". */
const LABEL_END = /[:?]$/u
/** A title is no longer, in letters, and is not a sentence. */
const LONGEST_TITLE = 160
const ENDS_SENTENCE = /[.:;]$/u

/** A sheet while it is read. */
interface SheetContext {
  page: number | null
  writer: SourceWriter
  /** The number in the file of each column that is shown. */
  columns: readonly number[]
}

/**
 * Sheets as a document: each is a page with its name; rows that hang together are a table, lines above and below it
 * paragraphs, and what is beside it follows it. The source has a line for each row, with tabs between its cells.
 */
export function sheetsToDocument(sheets: readonly Sheet[], mediaType: string): Document {
  const writer = new SourceWriter()
  const blocks = sheets.flatMap((sheet, index) => {
    const context = { page: sheet.name === null ? null : index + 1, writer, columns: columnsOf(sheet) }
    return withTitle(splitColumns(sheet).flatMap((rows) => rowsToBlocks(rows, context)))
  })
  const pages = sheets.flatMap((sheet, index) => (sheet.name === null ? [] : [{ page: index + 1, label: sheet.name, ...sizeOf(sheet) }]))
  return { mediaType, pages, blocks, source: writer.source, information: {}, furniture: [] }
}

/** The numbers in the file of a sheet's columns that are shown, to the last that holds something. */
function columnsOf({ rows, hiddenColumns }: Sheet): number[] {
  const most = rows.reduce((count, { cells }) => Math.max(count, cells.length), 0)
  return shownColumns(hiddenColumns, most)
}

/** How many columns and rows a sheet has, to the last that holds something. */
function sizeOf(sheet: Sheet): { width: number; height: number } {
  return { width: (columnsOf(sheet).at(-1) ?? -1) + 1, height: (sheet.rows.at(-1)?.number ?? -1) + 1 }
}

function rowsToBlocks(rows: readonly SheetRow[], context: SheetContext): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]
    if (!row || isBlankRow(row)) {
      at++
      continue
    }
    const end = Math.max(tableEnd(rows, at), keyEnd(rows, at))
    if (end - at < 2) blocks.push(...lineToBlocks(row, context))
    else blocks.push(rowsToTable(rows.slice(at, end), context))
    at = Math.max(end, at + 1)
  }
  return blocks
}

/** Where the table that begins at a row ends, after its last row; the row itself where it begins none. */
function tableEnd(rows: readonly SheetRow[], at: number): number {
  let most = cellCount(rows[at])
  if (most < 2) return at
  let end = at + 1
  for (let next = end; next < rows.length; next++) {
    const row = rows[next]
    if (!row || isBlankRow(row)) {
      if (cellCount(rows[next + 1]) < 2) break
      continue
    }
    const count = cellCount(row)
    const isApart = next > end
    if (most <= FEW_CELLS && (count >= MANY_CELLS || (isApart && count > most))) break
    if (isApart && isNextCard(rows, at, next)) break
    if (isApart && isBold(row) && isBold(rows[at]) && !isBold(rows[at + 1])) break
    most = Math.max(most, count)
    end = next + 1
  }
  return end
}

/** Whether rows of "label, value" begin anew, with the labels that the first of them began with. */
function isNextCard(rows: readonly SheetRow[], first: number, next: number): boolean {
  return [0, 1].every((down) => {
    const [label, again] = [first, next].map((at) => labelOf(rows[at + down]))
    return label !== null && label === again
  })
}

/** The words of a row's label, without its number; null where the row is not one of a label and a value. */
function labelOf(row: SheetRow | undefined): string | null {
  const texts = row?.cells.flatMap((cell) => (cell?.text ? [cell.text] : [])) ?? []
  const label = texts[0]?.replace(/\d+/gu, '').trim() ?? ''
  return texts.length <= FEW_CELLS && /\p{L}/u.test(label) ? label : null
}

/** Whether all that a row says is bold, as a head is. */
function isBold(row: SheetRow | undefined): boolean {
  return row?.cells.every((cell) => !cell?.text || cell.bold) ?? false
}

/** Where a column of words ends, each on a ground of another colour: a key. The row that it begins at where there is none. */
function keyEnd(rows: readonly SheetRow[], at: number): number {
  const column = rows[at]?.cells.findIndex(isUsed)
  const fills = new Set<string>()
  let end = at
  for (let row = rows[end]; row && column !== undefined; row = rows[++end]) {
    const [cell, ...others] = row.cells.filter(isUsed)
    if (!cell?.text || !cell.fill || cell !== row.cells[column] || others.length > 0 || fills.has(cell.fill)) break
    fills.add(cell.fill)
  }
  return fills.size >= LEAST_COLOURS ? end : at
}

/**
 * The blocks with the line that they begin with as a heading, where it is one cell's, no sentence, and a table follows: a sheet's title,
 * by which a sheet of another review is recognised from the one before.
 */
function withTitle(blocks: readonly Block[]): Block[] {
  const [first, ...rest] = blocks
  if (first?.type !== 'paragraph' || !rest.some(({ type }) => type === 'table')) return [...blocks]
  const { text, runs } = first.passage
  const isOneCell = new Set(runs.map(({ box }) => box?.[0])).size === 1
  if (!isOneCell || text.length > LONGEST_TITLE || ENDS_SENTENCE.test(text)) return [...blocks]
  return [{ type: 'heading', level: 1, passage: first.passage, look: first.look }, ...rest]
}

/** A row of its own: a title, a note, a label with its value. */
function lineToBlocks({ number, cells }: SheetRow, { page, writer, columns }: SheetContext): Block[] {
  const shown = cells.flatMap((cell, column) => (cell?.text ? [{ ...cell, box: cellBox(number, columns[column] ?? column) }] : []))
  if (shown.length === 0) return []
  const between = shown.length === 2 && !LABEL_END.test(shown[0]?.text ?? '') ? ': ' : ' '
  const passage = writer.joined(shown, page, between)
  return passageToBlocks([{ passage, hard: true }], { bold: shown.every(({ bold }) => bold), indent: 0 })
}

/** Rows as a table; those without content are left out of it, and of what merged cells span. */
function rowsToTable(all: readonly SheetRow[], { page, writer, columns }: SheetContext): Table {
  const rows = all.filter((row) => !isBlankRow(row))
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { cells } of rows) {
    first = Math.min(first, cells.findIndex(isUsed))
    const end = cells.findLastIndex(isUsed)
    last = Math.max(last, end + columnsWithin(columns, end, cells[end]) - 1)
  }
  const top = writer.line
  const grid = rows.map(({ number, cells }, index): Cell[] => {
    const line = writer.line
    const shown = cells.flatMap((cell, column) => {
      const box = cellBox(number, columns[column] ?? column)
      return cell && column >= first && column <= last ? [{ cell, column, text: cell.text, box }] : []
    })
    const written = writer.row(shown, page)
    return shown.map(({ cell, column, box }, at) => ({
      row: index,
      col: column - first,
      rowSpan: rowsWithin(rows, index, cell),
      colSpan: Math.min(columnsWithin(columns, column, cell), last - column + 1),
      blocks: cell.text === '' ? [] : passageToBlocks(written[at] ?? [], { bold: cell.bold, indent: 0 }),
      fill: cell.fill,
      picture: false,
      places: [{ page, box, lineFrom: line, lineTo: line }],
    }))
  })
  const places: Place[] = [{ page, box: null, lineFrom: top, lineTo: writer.line - 1 }]
  return { type: 'table', columns: last - first + 1, rows: grid, headerRows: 0, places }
}

/** How many rows of the table a cell covers. */
function rowsWithin(rows: readonly SheetRow[], at: number, { rowSpan }: SheetCell): number {
  const end = (rows[at]?.number ?? 0) + rowSpan
  let count = 1
  while ((rows[at + count]?.number ?? end) < end) count++
  return count
}

/** How many columns that are shown a cell covers. */
function columnsWithin(columns: readonly number[], at: number, cell: SheetCell | undefined): number {
  const end = (columns[at] ?? at) + (cell?.colSpan ?? 1)
  let count = 1
  while ((columns[at + count] ?? end) < end) count++
  return count
}
