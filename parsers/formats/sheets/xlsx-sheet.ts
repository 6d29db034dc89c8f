import { readXml, type XmlAttributes } from '../package/read-xml.ts'
import type { SheetCell, SheetRow } from './sheet.ts'
import { shownValue } from './shown-value.ts'
import type { CellStyle } from './xlsx-styles.ts'

/** What the cells of a workbook have in common. */
export interface Workbook {
  strings: readonly string[]
  styles: readonly CellStyle[]
  /** Days count from 1904 and not from 1900. */
  from1904: boolean
}

/** A sheet's rows that are shown, and how many rows and columns are not. */
export interface ReadRows {
  rows: SheetRow[]
  hiddenRows: number
  hiddenColumns: number
  /** Rows that only a filter hides at the moment: they are read. */
  filteredRows: number
}

/** From and to with both ends, from 0. */
interface CellRange {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** More columns than anyone fills, and merges larger than a page. */
const MOST_COLUMNS = 1000
const LARGEST_MERGE = 100_000

/** Reads a worksheet from beginning to end. */
export function readWorksheet(bytes: Uint8Array, book: Workbook): ReadRows {
  const reader = new WorksheetReader(book)
  readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return reader.rows()
}

class WorksheetReader {
  readonly #book: Workbook
  readonly #cells = new Map<number, Map<number, SheetCell>>()
  readonly #hidden = { rows: new Set<number>(), columns: new Set<number>() }
  readonly #merges: CellRange[] = []
  #filter: CellRange | null = null
  #isFiltered = false
  #row = -1
  #column = -1
  #cell: { type: string; style: CellStyle | undefined; value: string; inline: string } | null = null
  /** What the text within a cell belongs to. */
  #into: 'value' | 'inline' | null = null
  #phonetic = 0

  constructor(book: Workbook) {
    this.#book = book
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'x:col') this.#addColumn(attributes)
    else if (name === 'x:row') this.#addRow(attributes)
    else if (name === 'x:c') this.#addCell(attributes)
    else if (name === 'x:v') this.#into = 'value'
    else if (name === 'x:rPh') this.#phonetic++
    else if (name === 'x:t') this.#into = this.#phonetic > 0 ? null : 'inline'
    else if (name === 'x:mergeCell') this.#merges.push(rangeOf(attributes.get('ref') ?? ''))
    else if (name === 'x:autoFilter') this.#filter = rangeOf(attributes.get('ref') ?? '')
    else if (name === 'x:filterColumn') this.#isFiltered = true
  }

  text(text: string): void {
    if (this.#cell && this.#into) this.#cell[this.#into] += text
  }

  close(name: string): void {
    if (name === 'x:v' || name === 'x:t') this.#into = null
    else if (name === 'x:rPh') this.#phonetic--
    else if (name === 'x:c') this.#endCell()
  }

  #addColumn(attributes: XmlAttributes): void {
    if (!isTrue(attributes.get('hidden')) && Number(attributes.get('width') ?? 1) !== 0) return
    const last = Math.min(Number(attributes.get('max')), MOST_COLUMNS)
    for (let column = Number(attributes.get('min')); column <= last; column++) this.#hidden.columns.add(column - 1)
  }

  #addRow(attributes: XmlAttributes): void {
    const number = attributes.get('r')
    this.#row = number === undefined ? this.#row + 1 : Number(number) - 1
    this.#column = -1
    if (isTrue(attributes.get('hidden')) || attributes.get('ht') === '0') this.#hidden.rows.add(this.#row)
  }

  #addCell(attributes: XmlAttributes): void {
    const reference = attributes.get('r')
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    this.#cell = { type: attributes.get('t') ?? 'n', style: this.#book.styles[Number(attributes.get('s') ?? 0)], value: '', inline: '' }
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    if (!cell || this.#column >= MOST_COLUMNS) return
    const raw = cell.type === 'inlineStr' ? cell.inline : cell.value
    const text = shownValue(cell.type, raw, cell.style?.format ?? 'General', this.#book)
    const fill = cell.style?.fill ?? null
    if (text === '' && fill === null) return
    const row = this.#cells.get(this.#row) ?? new Map<number, SheetCell>()
    row.set(this.#column, { text, rowSpan: 1, colSpan: 1, fill, bold: cell.style?.bold ?? false })
    this.#cells.set(this.#row, row)
  }

  rows(): ReadRows {
    // What a filter hides is only not shown at the moment; what a person hides is not meant to be read.
    const filtered = [...this.#hidden.rows].filter((row) => this.#isFilterRow(row))
    for (const row of filtered) this.#hidden.rows.delete(row)
    this.#merge()
    const last = [...this.#cells.keys()].reduce((most, row) => Math.max(most, row), -1)
    const rows: SheetRow[] = []
    for (let row = 0; row <= last; row++) if (!this.#hidden.rows.has(row)) rows.push(this.#shownRow(this.#cells.get(row)))
    const withText = (row: number): boolean => this.#cells.has(row)
    return {
      rows,
      hiddenRows: [...this.#hidden.rows].filter(withText).length,
      hiddenColumns: [...this.#hidden.columns].filter((column) => [...this.#cells.values()].some((cells) => cells.get(column)?.text))
        .length,
      filteredRows: filtered.filter(withText).length,
    }
  }

  #isFilterRow(row: number): boolean {
    return this.#isFiltered && this.#filter !== null && row > this.#filter.y0 && row <= this.#filter.y1
  }

  /** The first cell of a merge spans what is shown of it; what else it covers is taken out. */
  #merge(): void {
    for (const { x0, y0, x1, y1 } of this.#merges) {
      if ((x1 - x0 + 1) * (y1 - y0 + 1) > LARGEST_MERGE) continue
      const first = this.#cells.get(y0)?.get(x0)
      for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) if (x > x0 || y > y0) this.#cells.get(y)?.delete(x)
      if (!first) continue
      const shown = (from: number, to: number, hidden: ReadonlySet<number>): number =>
        Math.max(1, Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((at) => !hidden.has(at)).length)
      Object.assign(first, { rowSpan: shown(y0, y1, this.#hidden.rows), colSpan: shown(x0, x1, this.#hidden.columns) })
    }
  }

  #shownRow(cells: ReadonlyMap<number, SheetCell> | undefined): SheetRow {
    const row: SheetRow = []
    const last = cells ? [...cells.keys()].reduce((most, column) => Math.max(most, column), -1) : -1
    for (let column = 0; column <= last; column++) if (!this.#hidden.columns.has(column)) row.push(cells?.get(column))
    return row
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** "D14" → 3. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of /^\$?([A-Z]{1,3})/u.exec(reference)?.[1] ?? '') column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

/** "B2:D9" */
function rangeOf(reference: string): CellRange {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const rowOf = (cell: string): number => Number(/\d+$/u.exec(cell)?.[0] ?? 1) - 1
  return { x0: columnOf(from), y0: rowOf(from), x1: columnOf(to), y1: rowOf(to) }
}
