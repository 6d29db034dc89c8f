import type { Block, Cell, Table } from '../../../schema/document.ts'
import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { ListDepths } from '../word/list-depths.ts'
import { wholeNumber } from '../word/properties.ts'
import { BlockSizes } from '../word/sized-headings.ts'
import type { SourceText } from '../word/source-text.ts'
import { flatBlocks, placeOf } from '../word/table-reader.ts'
import { draftToBlocks, type PrintedNumber } from '../word/text-draft.ts'
import { type OdtLists, OUTLINE } from './odt-lists.ts'
import type { OdtStyles } from './odt-styles.ts'
import { gatherText, noteMark, type OdtLeftOut, textBoxes } from './odt-text.ts'

/** What a paragraph is in. */
interface Surroundings {
  /** The number of the text box or framed cell, or null. */
  box: number | null
  /** It is the text of notes. */
  small: boolean
  list: OpenList | null
}

/** A list that is open, and the item in it. */
interface OpenList {
  id: string
  style: string
  level: number
  /** What the next paragraph has its number from; null after the first of an item. */
  item: { start: number | null } | null
}

const OPEN_PAGE: Surroundings = { box: null, small: false, list: null }
/** Elements that hold others and say nothing themselves: sections, indexes, groups. */
const OPEN = new Set(['text:section', 'text:index-body', 'text:index-title', 'text:soft-page-break', 'office:text', 'draw:text-box'])
const INDEX = /^text:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/u
/** What holds the rows of a table. */
const ROW_GROUPS = new Set(['table:table-rows', 'table:table-row-group', 'table:table-header-rows'])
/** Cells and rows that are said to repeat do so to fill a sheet; no table of a text has as many that are alike. */
const MOST_REPEATS = 100

/** No table of a text has more columns. */
const MOST_COLUMNS = 1000

/** Reads paragraphs, lists and tables of an OpenDocument text in the order in which they are printed. */
export class OdtBody {
  readonly #styles: OdtStyles
  readonly #lists: OdtLists
  readonly #source: SourceText
  readonly #depths = new ListDepths()
  readonly #notes: XmlElement[] = []
  readonly sizes: BlockSizes
  readonly leftOut: OdtLeftOut = { hiddenLetters: 0, struckLetters: 0 }
  #boxes = 0
  #framed: { look: string; box: number } | null = null

  constructor(styles: OdtStyles, lists: OdtLists, source: SourceText, sizes = new BlockSizes()) {
    this.#styles = styles
    this.#lists = lists
    this.#source = source
    this.sizes = sizes
  }

  /** The blocks of a body, cell, note, header or text box. `mark` is printed before its first paragraph. */
  read(container: XmlElement | undefined, surroundings = OPEN_PAGE, mark = ''): Block[] {
    let pending = mark
    return (container ? childElements(container) : []).flatMap((element): Block[] => {
      const { name } = element
      if (name === 'text:p' || name === 'text:h') {
        const blocks = this.#paragraph(element, surroundings, pending)
        pending = ''
        return blocks
      }
      if (name === 'text:list') return this.#list(element, surroundings)
      if (name === 'table:table') return this.#table(element, surroundings)
      if (name === 'text:section' && element.attributes.get('text:display') === 'none') return []
      if (OPEN.has(name) || INDEX.test(name)) return this.read(element, surroundings)
      return name.startsWith('draw:') ? textBoxes(element).flatMap((box) => this.#box(box, surroundings)) : []
    })
  }

  /** The notes of all that was read so far, each after its mark. */
  readNotes(): Block[] {
    return this.#notes.flatMap((note) => this.read(childElement(note, 'text:note-body'), { ...OPEN_PAGE, small: true }, noteMark(note)))
  }

  #box(box: XmlElement, surroundings: Surroundings): Block[] {
    return this.read(box, { ...surroundings, list: null, box: ++this.#boxes })
  }

  #paragraph(element: XmlElement, { box, small, list }: Surroundings, mark: string): Block[] {
    const id = element.attributes.get('text:style-name') ?? ''
    const style = this.#styles.paragraph(id)
    const { letters, boxes, notes } = gatherText(element, id, this.#styles, this.leftOut)
    for (const note of notes) this.#notes.push(note)
    if (mark !== '') letters.setBefore(`${mark} `)
    const text = letters.take()
    const level = wholeNumber(element.attributes.get('text:outline-level'))
    const heading = element.name === 'text:h' ? (level ?? 1) : style.heading
    const number = text.letters === 0 && heading !== null ? null : this.#number(element, list, heading)
    const definition = number === null ? undefined : this.#lists.counters.list(list?.id ?? OUTLINE)
    const indent = style.indent || (definition?.level(number?.level ?? 0)?.indent ?? 0)
    if (text.letters > 0 && (heading !== null || (number === null && list === null && indent === 0))) this.#depths.end()
    const blocks = draftToBlocks(
      {
        text,
        number,
        heading: text.letters > 0 ? heading : null,
        indent,
        box: box ?? this.#frame(style.frame),
        small,
        depth: number && text.letters > 0 && heading === null ? this.#depths.next(number, indent) : 0,
      },
      this.#source,
    )
    this.sizes.add(blocks, text.size, text.letters)
    return [...blocks, ...boxes.flatMap((one) => this.#box(one, { box, small, list }))]
  }

  /** The number of a list's item precedes its first paragraph; a heading outside of lists has that of its level. */
  #number(element: XmlElement, list: OpenList | null, heading: number | null): PrintedNumber | null {
    if (list) {
      const { item } = list
      list.item = null
      return item && this.#lists.counters.next(list.id, list.level, item.start)
    }
    if (element.name !== 'text:h' || heading === null || element.attributes.get('text:is-list-header') === 'true') return null
    const restart = element.attributes.get('text:restart-numbering') === 'true'
    const start = wholeNumber(element.attributes.get('text:start-value')) ?? 1
    return this.#lists.counters.next(OUTLINE, heading - 1, restart ? start : null)
  }

  #list(element: XmlElement, surroundings: Surroundings): Block[] {
    const above = surroundings.list
    const style = element.attributes.get('text:style-name') ?? above?.style ?? ''
    const id = this.#lists.open(element, style, above?.id ?? null)
    const level = above ? above.level + 1 : 0
    return childElements(element).flatMap((item) => {
      if (item.name !== 'text:list-item' && item.name !== 'text:list-header') return []
      const start = wholeNumber(item.attributes.get('text:start-value'))
      const list: OpenList = { id, style, level, item: item.name === 'text:list-item' ? { start } : null }
      return this.read(item, { ...surroundings, list })
    })
  }

  #frame(look: string | null): number | null {
    if (look === null) {
      this.#framed = null
      return null
    }
    if (this.#framed?.look !== look) this.#framed = { look, box: ++this.#boxes }
    return this.#framed.box
  }

  /** A table, or what is in it where it is but a frame round text or round other tables. */
  #table(element: XmlElement, surroundings: Surroundings): Block[] {
    this.#depths.end()
    this.#framed = null
    const rows = rowsOf(element, false)
    const cells = rows.map(({ row }) => childElements(row).filter(({ name }) => name === 'table:table-cell'))
    const single = cells.every((inRow) => inRow.length === 1)
    if (single && (cells.length === 1 || cells.flat().some((cell) => childElement(cell, 'table:table')))) {
      const box = surroundings.box ?? ++this.#boxes
      return cells.flat().flatMap((cell) => this.read(cell, { ...surroundings, list: null, box }))
    }
    const table = this.#grid(rows)
    this.#depths.end()
    return table ? [table] : []
  }

  #grid(rows: readonly { row: XmlElement; head: boolean }[]): Table | null {
    const first = this.#source.line
    const grid: Cell[][] = []
    const busyUntil = Array<number>(MOST_COLUMNS).fill(0)
    let columns = 0
    let headerRows = 0
    for (const [row, { row: element, head }] of rows.entries()) {
      const cells: Cell[] = []
      let col = 0
      for (const cell of childElements(element)) {
        const repeats = Math.min(MOST_REPEATS, wholeNumber(cell.attributes.get('table:number-columns-repeated')) ?? 1)
        for (let time = 0; time < repeats; time++) {
          if (cell.name === 'table:table-cell') {
            // Some programs leave out the covered cells that a cell above spans.
            while ((busyUntil[col] ?? 0) > row) col++
            const made = this.#cell(cell, row, col, rows.length)
            busyUntil.fill(row + made.rowSpan, col, col + made.colSpan)
            cells.push(made)
          }
          col++
        }
      }
      columns = Math.max(columns, col)
      if (head && headerRows === row) headerRows++
      grid.push(cells)
      if (cells.some(({ places }) => places.length > 0)) this.#source.writeGap()
    }
    if (grid.length === 0) return null
    const places = placeOf(first, this.#source.line - 1)
    return { type: 'table', columns, rows: grid, headerRows: headerRows < grid.length ? headerRows : 0, places }
  }

  #cell(element: XmlElement, row: number, col: number, rows: number): Cell {
    const first = this.#source.line
    this.#depths.end()
    const blocks = this.read(element).flatMap(flatBlocks)
    const span = (name: string): number => Math.max(1, wholeNumber(element.attributes.get(name)) ?? 1)
    return {
      row,
      col,
      rowSpan: Math.min(rows - row, span('table:number-rows-spanned')),
      colSpan: Math.min(MOST_REPEATS, span('table:number-columns-spanned')),
      blocks,
      fill: this.#styles.cellFill(element.attributes.get('table:style-name') ?? ''),
      picture: false,
      places: placeOf(first, this.#source.line - 1),
    }
  }
}

function rowsOf(element: XmlElement, head: boolean): { row: XmlElement; head: boolean }[] {
  return childElements(element).flatMap((child) => {
    if (child.name === 'table:table-row') {
      const repeats = Math.min(MOST_REPEATS, wholeNumber(child.attributes.get('table:number-rows-repeated')) ?? 1)
      return Array.from({ length: repeats }, () => ({ row: child, head }))
    }
    return ROW_GROUPS.has(child.name) ? rowsOf(child, head || child.name === 'table:table-header-rows') : []
  })
}
