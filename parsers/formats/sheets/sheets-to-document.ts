import type { Block, Cell, Document, Table } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'
import { passageToBlocks, type SoftLine } from '../passages/passage-to-blocks.ts'
import { isBlankRow, type Sheet, type SheetCell, type SheetRow, textCount } from './sheet.ts'

/** A row of so few cells above one of so many says something of the table below, and is none of its rows. */
const FEW_CELLS = 2
const MANY_CELLS = 4
/** Two cells that say "Label: value". */
const LABEL_END = /[:?]$/u

/**
 * Sheets as a document: each is a page with its name; rows that hang together are a table, lines above and below it
 * paragraphs. The source has a line for each row, with tabs between its cells.
 */
export function sheetsToDocument(sheets: readonly Sheet[], mediaType: string): Document {
  const writer = new SourceWriter()
  const blocks = sheets.flatMap(({ name, rows }, index) => sheetToBlocks(rows, name === null ? null : index + 1, writer))
  const pages = sheets.flatMap(({ name }, index) => (name === null ? [] : [{ page: index + 1, label: name, width: 0, height: 0 }]))
  return { mediaType, pages, blocks, source: writer.source, information: {}, furniture: [] }
}

/** A cell's lines, and where they begin in the source; a space parts them there. */
interface WrittenCell {
  from: number
  lines: string[]
}

/** Writes the source row by row, and says where each cell is in it. */
class SourceWriter {
  readonly #parts: string[] = []
  #length = 0
  #line = 1

  get source(): string {
    return this.#parts.join('')
  }

  get line(): number {
    return this.#line
  }

  /** A row's cells in order; gives each one's lines with their places. */
  row(texts: readonly string[]): WrittenCell[] {
    const placed = texts.map((text, index) => {
      if (index > 0) this.#write('\t')
      const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim())
      const from = this.#length
      this.#write(lines.join(' '))
      return { from, lines }
    })
    this.#write('\n')
    this.#line++
    return placed
  }

  #write(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

function sheetToBlocks(rows: readonly SheetRow[], page: number | null, writer: SourceWriter): Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] ?? []
    const end = isBlankRow(row) ? at : tableEnd(rows, at)
    if (isBlankRow(row)) at++
    else if (end - at < 2) {
      blocks.push(...lineToBlocks(row, page, writer))
      at++
    } else {
      blocks.push(
        rowsToTable(
          rows.slice(at, end).filter((one) => !isBlankRow(one)),
          page,
          writer,
        ),
      )
      at = end
    }
  }
  return blocks
}

/** Where the table that begins at a row ends, after its last row; the row itself where it begins none. */
function tableEnd(rows: readonly SheetRow[], at: number): number {
  if (textCount(rows[at] ?? []) < 2) return at
  let end = at + 1
  let most = textCount(rows[at] ?? [])
  for (let next = end; next < rows.length; next++) {
    const row = rows[next] ?? []
    if (isBlankRow(row)) {
      if (textCount(rows[next + 1] ?? []) < 2) break
      continue
    }
    const count = textCount(row)
    if (most <= FEW_CELLS && count >= MANY_CELLS) break
    most = Math.max(most, count)
    end = next + 1
  }
  return end
}

/** A row of its own: a title, a note, a label with its value. */
function lineToBlocks(row: SheetRow, page: number | null, writer: SourceWriter): Block[] {
  const cells = row.filter((cell): cell is SheetCell => cell !== undefined && cell.text !== '')
  if (cells.length === 0) return []
  const joint = cells.length === 2 && !LABEL_END.test(cells[0]?.text ?? '') ? ': ' : ' '
  const line = writer.line
  const text = cells.map((cell) => cell.text.replace(/\s+/gu, ' ').trim()).join(joint)
  const [placed] = writer.row([text])
  const bold = cells.every((cell) => cell.bold)
  return placed ? passageToBlocks(softLines(placed, page, line), { bold, indent: 0 }) : []
}

function softLines({ from, lines }: WrittenCell, page: number | null, line: number): SoftLine[] {
  let offset = from
  return lines.map((text) => {
    const run = { start: 0, end: text.length, page, box: null, line, offset, fragment: 0 }
    offset += text.length + 1
    return { passage: { text, runs: text === '' ? [] : [run] }, hard: true }
  })
}

function rowsToTable(rows: readonly SheetRow[], page: number | null, writer: SourceWriter): Table {
  const isUsed = (cell: SheetCell | undefined): boolean => cell !== undefined && (cell.text !== '' || cell.fill !== null)
  const first = Math.min(...rows.map((row) => row.findIndex(isUsed)).filter((column) => column >= 0))
  const last = Math.max(
    ...rows.map((row) => {
      const column = row.findLastIndex(isUsed)
      return column < 0 ? -1 : column + (row[column]?.colSpan ?? 1) - 1
    }),
  )
  const top = writer.line
  const grid = rows.map((row, index): Cell[] => {
    const line = writer.line
    const shown = row.flatMap((cell, column) => (cell && column >= first && column <= last ? [{ cell, column }] : []))
    const placed = writer.row(shown.map(({ cell }) => cell.text))
    return shown.map(({ cell, column }, at) => {
      const written = placed[at] ?? { from: 0, lines: [] }
      const place: Place = { page, box: null, lineFrom: line, lineTo: line }
      return {
        row: index,
        col: column - first,
        rowSpan: Math.min(cell.rowSpan, rows.length - index),
        colSpan: Math.min(cell.colSpan, last - column + 1),
        blocks: cell.text === '' ? [] : passageToBlocks(softLines(written, page, line), { bold: cell.bold, indent: 0 }),
        fill: cell.fill,
        picture: false,
        places: [place],
      }
    })
  })
  const places: Place[] = [{ page, box: null, lineFrom: top, lineTo: writer.line - 1 }]
  return { type: 'table', columns: last - first + 1, rows: grid, headerRows: 0, places }
}
