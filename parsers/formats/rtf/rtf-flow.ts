import type { Block, Cell } from '../../../schema/document.ts'
import type { GatheredText } from '../word/letters.ts'
import { ListDepths } from '../word/list-depths.ts'
import type { BlockSizes } from '../word/sized-headings.ts'
import type { SourceText } from '../word/source-text.ts'
import { placeOf } from '../word/table-reader.ts'
import { draftToBlocks, type PrintedNumber } from '../word/text-draft.ts'

/** A paragraph as it was gathered. */
export interface RtfParagraph {
  text: GatheredText
  number: PrintedNumber | null
  heading: number | null
  /** In points. */
  indent: number
  small: boolean
  box: number | null
}

/** How a row's definition sets a cell. */
export interface CellDefinition {
  /** Its right edge, in twentieths of a point. */
  right: number
  /** It goes on from the cell above, or from the one before it; what it holds is not printed. */
  below: boolean
  beside: boolean
  fill: string | null
}

export interface RtfRow {
  head: boolean
  cells: (CellDefinition & { paragraphs: RtfParagraph[] })[]
}

/** What is in a stretch of text one after the other: paragraphs, and tables as their rows. */
export type FlowPart = { type: 'paragraph'; paragraph: RtfParagraph } | { type: 'table'; rows: RtfRow[] }

/** Edges of cells that differ by less are under each other. */
const SAME_EDGE_TWIPS = 60

/** Writes what was read as blocks, in order. */
export class RtfWriter {
  readonly #source: SourceText
  readonly #sizes: BlockSizes
  readonly #depths = new ListDepths()

  constructor(source: SourceText, sizes: BlockSizes) {
    this.#source = source
    this.#sizes = sizes
  }

  write(parts: readonly FlowPart[]): Block[] {
    return parts.flatMap((part) => (part.type === 'paragraph' ? this.#paragraph(part.paragraph) : this.#table(part.rows)))
  }

  #paragraph(paragraph: RtfParagraph): Block[] {
    const { text, number, heading, indent } = paragraph
    if (text.letters > 0 && (heading !== null || (number === null && indent === 0))) this.#depths.end()
    const listed = number !== null && text.letters > 0 && heading === null
    const blocks = draftToBlocks({ ...paragraph, depth: listed ? this.#depths.next(number, indent) : 0 }, this.#source)
    this.#sizes.add(blocks, text.size, text.letters)
    return blocks
  }

  /** A table on the columns that the edges of all its cells make. */
  #table(rows: readonly RtfRow[]): Block[] {
    const [only] = rows
    if (only && rows.length === 1 && only.cells.length === 1)
      return (only.cells[0]?.paragraphs ?? []).flatMap((one) => this.#paragraph(one))
    const first = this.#source.line
    const edges = columnEdges(rows)
    const open = new Map<number, Cell>()
    const grid: Cell[][] = []
    let headerRows = 0
    for (const [row, { head, cells }] of rows.entries()) {
      const made: Cell[] = []
      let col = 0
      for (const cell of cells) {
        const end = Math.max(col + 1, columnOf(edges, cell.right) + 1)
        const above = open.get(col)
        const before = made.at(-1)
        if (cell.beside && before) before.colSpan += end - col
        else if (cell.below && above) above.rowSpan = row - above.row + 1
        else {
          const one = this.#cell(cell, row, col, end - col)
          made.push(one)
          open.set(col, one)
        }
        col = end
      }
      if (head && headerRows === row) headerRows++
      grid.push(made)
      if (made.some(({ places }) => places.length > 0)) this.#source.writeGap()
    }
    this.#depths.end()
    const columns = grid.flat().reduce((most, { col, colSpan }) => Math.max(most, col + colSpan), 0)
    const places = placeOf(first, this.#source.line - 1)
    return grid.length === 0 ? [] : [{ type: 'table', columns, rows: grid, headerRows: headerRows < grid.length ? headerRows : 0, places }]
  }

  #cell({ paragraphs, fill }: RtfRow['cells'][number], row: number, col: number, colSpan: number): Cell {
    const first = this.#source.line
    this.#depths.end()
    const blocks = paragraphs.flatMap((paragraph) => this.#paragraph(paragraph))
    return { row, col, rowSpan: 1, colSpan, blocks, fill, picture: false, places: placeOf(first, this.#source.line - 1) }
  }
}

/** The right edges of all columns, from left to right. */
function columnEdges(rows: readonly RtfRow[]): number[] {
  const edges: number[] = []
  for (const right of rows.flatMap(({ cells }) => cells.map((cell) => cell.right)).toSorted((a, b) => a - b)) {
    const last = edges.at(-1)
    if (last === undefined || right > last + SAME_EDGE_TWIPS) edges.push(right)
  }
  return edges
}

function columnOf(edges: readonly number[], right: number): number {
  const found = edges.findLastIndex((edge) => edge <= right)
  return Math.max(0, found)
}
