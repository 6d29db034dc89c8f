import type { Block, Cell, Table } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'
import { childElement, type XmlElement } from '../package/xml-tree.ts'
import { isOn, propertyValue, wholeNumber } from './properties.ts'
import { cellFill } from './shading.ts'
import { shownElements } from './shown-elements.ts'
import type { SourceText } from './source-text.ts'

/** Wider spans than this are slips or attacks. */
const WIDEST_SPAN = 100

/**
 * A table as a grid (ECMA-376 part 1, 17.4): a cell that goes on from the one above or beside it is a part of that one, and what it
 * holds is not printed; rows and cells whose deletion is recorded are out. Null where nothing is left.
 */
export function readTable(element: XmlElement, source: SourceText, readCell: (cell: XmlElement) => Block[]): Table | null {
  const first = source.line
  const open = new Map<number, Cell>()
  const rows: Cell[][] = []
  let columns = 0
  let headerRows = 0
  for (const tr of shownElements(element).filter(({ name }) => name === 'w:tr')) {
    const properties = childElement(tr, 'w:trPr')
    if (childElement(properties, 'w:del')) continue
    if (isOn(properties, 'w:tblHeader') && headerRows === rows.length) headerRows++
    const row = rows.length
    const cells: Cell[] = []
    let col = spanOf(properties, 'w:gridBefore', 0)
    for (const tc of shownElements(tr).filter(({ name }) => name === 'w:tc')) {
      const cell = childElement(tc, 'w:tcPr')
      if (childElement(cell, 'w:cellDel')) continue
      const colSpan = spanOf(cell, 'w:gridSpan', 1)
      const above = open.get(col)
      const before = cells.at(-1)
      if (goesOn(cell, 'w:hMerge') && before) before.colSpan += colSpan
      else if (goesOn(cell, 'w:vMerge') && above) above.rowSpan = row - above.row + 1
      else {
        const made = cellOf(tc, { row, col, colSpan }, source, readCell)
        cells.push(made)
        for (let at = col; at < col + colSpan; at++) open.delete(at)
        if (childElement(cell, 'w:vMerge')) open.set(col, made)
      }
      col += colSpan
    }
    columns = Math.max(columns, col)
    rows.push(cells)
    if (cells.some(({ places }) => places.length > 0)) source.writeGap()
  }
  if (rows.length === 0) return null
  const places = placeOf(first, source.line - 1)
  return { type: 'table', columns, rows, headerRows: headerRows < rows.length ? headerRows : 0, places }
}

function cellOf(
  element: XmlElement,
  { row, col, colSpan }: { row: number; col: number; colSpan: number },
  source: SourceText,
  readCell: (cell: XmlElement) => Block[],
): Cell {
  const first = source.line
  const blocks = readCell(element).flatMap(flatBlocks)
  return { row, col, rowSpan: 1, colSpan, blocks, fill: cellFill(element), picture: false, places: placeOf(first, source.line - 1) }
}

/** A table in a cell is read as the text of its cells. */
export function flatBlocks(block: Block): Block[] {
  return block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks)) : [block]
}

/** The lines from `first` to `last`; none where none were written. */
export function placeOf(first: number, last: number): Place[] {
  return last < first ? [] : [{ page: null, box: null, lineFrom: first, lineTo: last }]
}

function goesOn(properties: XmlElement | undefined, name: string): boolean {
  return childElement(properties, name) !== undefined && propertyValue(properties, name) !== 'restart'
}

function spanOf(properties: XmlElement | undefined, name: string, least: number): number {
  return Math.min(WIDEST_SPAN, Math.max(least, wholeNumber(propertyValue(properties, name)) ?? least))
}
