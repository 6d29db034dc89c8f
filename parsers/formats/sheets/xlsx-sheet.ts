import { readXml, type XmlAttributes } from '../package/read-xml.ts'
import type { HiddenParts } from './report-hidden.ts'
import { RichText, type SharedString } from './rich-text.ts'
import type { SheetCell, SheetRow } from './sheet.ts'
import { shownText, shownValue } from './shown-value.ts'
import type { CellStyle } from './xlsx-styles.ts'

/** What the cells of a workbook have in common. */
export interface Workbook {
  strings: readonly SharedString[]
  styles: readonly CellStyle[]
  /** Days count from 1904 and not from 1900. */
  from1904: boolean
}

/** What is shown of a sheet, and what is not. */
export interface ReadSheet {
  rows: SheetRow[]
  /** By their number in the file, from 0. */
  hiddenColumns: ReadonlySet<number>
  hidden: HiddenParts
}

/** From and to with both ends, from 0. */
interface CellRange {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** More columns than anyone fills, and more cells than anyone merges. */
const MOST_COLUMNS = 1000
/** What the format allows. */
const MOST_ROWS = 1_048_576
const MOST_MERGED = 1_000_000

/** Reads a worksheet from beginning to end. `filters` are the ranges of its tables that are filtered, as "A1:C9". */
export function readWorksheet(bytes: Uint8Array, book: Workbook, filters: readonly string[] = []): ReadSheet {
  const reader = new WorksheetReader(book, filters.map(rangeOf))
  readXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return reader.sheet()
}

class WorksheetReader {
  readonly #book: Workbook
  /** Rows by number, each with its cells by column. */
  readonly #rows = new Map<number, (SheetCell | undefined)[]>()
  readonly #hiddenRows = new Set<number>()
  readonly #hiddenColumns = new Set<number>()
  readonly #merges: CellRange[] = []
  #struckCells = 0
  readonly #filters: CellRange[]
  #filter: CellRange | null = null
  #row = -1
  #column = -1
  #cell: { type: string; style: CellStyle | undefined; value: string } | null = null
  #isValue = false
  readonly #inline = new RichText()

  constructor(book: Workbook, filters: CellRange[]) {
    this.#book = book
    this.#filters = filters
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === 'x:col') this.#addColumn(attributes)
    else if (name === 'x:row') this.#addRow(attributes)
    else if (name === 'x:c') this.#addCell(attributes)
    else if (name === 'x:v') this.#isValue = true
    else if (name === 'x:mergeCell') this.#merges.push(rangeOf(attributes.get('ref') ?? ''))
    else if (name === 'x:autoFilter') this.#filter = rangeOf(attributes.get('ref') ?? '')
    else if (name === 'x:filterColumn' && this.#filter) this.#filters.push(this.#filter)
    else if (this.#cell) this.#inline.open(name, attributes)
  }

  text(text: string): void {
    if (!this.#cell) return
    if (this.#isValue) this.#cell.value += text
    else this.#inline.text(text)
  }

  close(name: string): void {
    if (name === 'x:v') this.#isValue = false
    else if (name === 'x:c') this.#endCell()
    else if (this.#cell) this.#inline.close(name)
  }

  #addColumn(attributes: XmlAttributes): void {
    if (!isTrue(attributes.get('hidden')) && Number(attributes.get('width') ?? 1) !== 0) return
    const last = Math.min(Number(attributes.get('max')), MOST_COLUMNS)
    for (let column = Math.max(1, Number(attributes.get('min'))); column <= last; column++) this.#hiddenColumns.add(column - 1)
  }

  #addRow(attributes: XmlAttributes): void {
    const number = Number(attributes.get('r'))
    this.#row = Number.isInteger(number) && number > 0 && number <= MOST_ROWS ? number - 1 : this.#row + 1
    this.#column = -1
    if (isTrue(attributes.get('hidden')) || attributes.get('ht') === '0') this.#hiddenRows.add(this.#row)
  }

  #addCell(attributes: XmlAttributes): void {
    const reference = attributes.get('r')
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference)
    this.#cell = { type: attributes.get('t') ?? 'n', style: this.#book.styles[Number(attributes.get('s') ?? 0)], value: '' }
  }

  #endCell(): void {
    const cell = this.#cell
    this.#cell = null
    const inline = this.#inline.take()
    if (!cell || !(this.#column >= 0 && this.#column < MOST_COLUMNS)) return
    const { type, style } = cell
    const said = type === 'inlineStr' ? inline : type === 's' ? this.#book.strings[Number(cell.value)] : undefined
    const whole = said ? shownText(said.text) : shownValue(type, cell.value, style?.format ?? 'General', this.#book)
    const isStruck = style?.struck === true && whole !== ''
    if (isStruck || said?.struck) this.#struckCells++
    const text = isStruck ? '' : whole
    const fill = style?.fill ?? null
    if (text === '' && fill === null) return
    const row = this.#rows.get(this.#row) ?? []
    row[this.#column] = { text, rowSpan: 1, colSpan: 1, fill, bold: style?.bold ?? false }
    this.#rows.set(this.#row, row)
  }

  sheet(): ReadSheet {
    // What a filter hides is only not shown at the moment; what a person hides is not meant to be read.
    const hidden = [...this.#rows.keys()].filter((row) => this.#hiddenRows.has(row))
    const filtered = hidden.filter((row) => this.#filters.some(({ y0, y1 }) => row > y0 && row <= y1))
    for (const row of filtered) this.#hiddenRows.delete(row)
    this.#merge()
    const rows = [...this.#rows.values()]
    return {
      rows: this.#shownRows(),
      hiddenColumns: this.#hiddenColumns,
      hidden: {
        hiddenRows: hidden.length - filtered.length,
        hiddenColumns: [...this.#hiddenColumns].filter((column) => rows.some((row) => row[column]?.text)).length,
        filteredRows: filtered.length,
        struckCells: this.#struckCells,
      },
    }
  }

  /** The first cell of a merge spans it; what else it covers is taken out. */
  #merge(): void {
    const last = [...this.#rows.keys()].reduce((most, row) => Math.max(most, row), 0)
    let left = MOST_MERGED
    for (const range of this.#merges) {
      const { x0, y0 } = range
      const [x1, y1] = [Math.min(range.x1, MOST_COLUMNS), Math.min(range.y1, last)]
      const area = Math.max(0, (x1 - x0 + 1) * (y1 - y0 + 1))
      if (area > left) continue
      left -= area
      const first = this.#rows.get(y0)?.[x0]
      for (let y = y0; y <= y1; y++) {
        const row = this.#rows.get(y)
        if (row) for (let x = x0; x <= Math.min(x1, row.length - 1); x++) if (x > x0 || y > y0) row[x] = undefined
      }
      if (first) Object.assign(first, { rowSpan: y1 - y0 + 1, colSpan: x1 - x0 + 1 })
    }
  }

  /** Rows in order, with one empty row where some without content lie between. */
  #shownRows(): SheetRow[] {
    const shown: SheetRow[] = []
    let next = 0
    for (const number of [...this.#rows.keys()].sort((a, b) => a - b)) {
      let blank = next
      while (blank < number && this.#hiddenRows.has(blank)) blank++
      if (blank < number) shown.push({ number: blank, cells: [] })
      next = number + 1
      if (this.#hiddenRows.has(number)) continue
      const cells = this.#rows.get(number) ?? []
      shown.push({
        number,
        cells: this.#hiddenColumns.size === 0 ? cells : Array.from(cells).filter((_, column) => !this.#hiddenColumns.has(column)),
      })
    }
    return shown
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
