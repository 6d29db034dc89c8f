import type { Element } from 'hast'
import type { Block, Cell, Table } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'
import { unionPlace } from '../../../schema/place.ts'
import { runIndexAt } from '../passages/passage-edits.ts'
import type { HtmlContext, ReadContent } from './html-context.ts'

/** Wider or longer spans than these are slips or attacks, and would make the grid of a small file huge. */
const WIDEST_SPAN = 100
const LONGEST_SPAN = 10_000

interface HtmlRow {
  element: Element
  /** In a `<thead>`. */
  head: boolean
}

/** A `<table>` as a grid, by the rules of HTML's table model: a cell is in the first free columns of its row. */
export function tableToBlock(element: Element, context: HtmlContext, read: ReadContent): Table {
  const rows = rowsOf(element)
  const busyUntil: number[] = []
  const grid: Cell[][] = []
  let headerRows = 0
  let columns = 0
  for (const [row, { element: line, head }] of rows.entries()) {
    const cells: Cell[] = []
    let col = 0
    const elements = line.children
      .filter((child) => child.type === 'element')
      .filter((child) => child.tagName === 'td' || child.tagName === 'th')
    for (const cell of elements) {
      while ((busyUntil[col] ?? 0) > row) col++
      const colSpan = span(cell.properties.colSpan, WIDEST_SPAN)
      const rowSpan = Math.min(span(cell.properties.rowSpan, LONGEST_SPAN), rows.length - row)
      for (let at = col; at < col + colSpan; at++) busyUntil[at] = row + rowSpan
      const blocks = cellBlocks(cell, context, read)
      const picture = blocks.length === 0 && hasPicture(cell)
      cells.push({ row, col, rowSpan, colSpan, blocks, fill: null, picture, places: placesOf(cell, context) })
      col += colSpan
    }
    columns = Math.max(columns, col)
    const isHeader = head || (elements.length > 0 && elements.every((cell) => cell.tagName === 'th'))
    if (isHeader && headerRows === row) headerRows++
    grid.push(cells)
  }
  return { type: 'table', columns, rows: grid, headerRows: headerRows < grid.length ? headerRows : 0, places: placesOf(element, context) }
}

/** A heading cell is bold because it is a heading; a table in a cell is read as the text of its cells. */
function cellBlocks(cell: Element, context: HtmlContext, read: ReadContent): Block[] {
  const blocks = read(cell.children, { ...context, bold: false, listDepth: -1, indent: 0 })
  return blocks.flatMap((block) => (block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((inner) => inner.blocks)) : [block]))
}

const hasPicture = (element: Element): boolean =>
  element.children.some((child) => child.type === 'element' && (['img', 'svg'].includes(child.tagName) || hasPicture(child)))

function rowsOf(table: Element): HtmlRow[] {
  return table.children.flatMap((child): HtmlRow[] => {
    if (child.type !== 'element') return []
    if (child.tagName === 'tr') return [{ element: child, head: false }]
    if (!['thead', 'tbody', 'tfoot'].includes(child.tagName)) return []
    return child.children.flatMap((row) =>
      row.type === 'element' && row.tagName === 'tr' ? [{ element: row, head: child.tagName === 'thead' }] : [],
    )
  })
}

function span(value: unknown, most: number): number {
  const spans = typeof value === 'number' ? value : Number.parseInt(String(value ?? 1), 10)
  return Number.isFinite(spans) ? Math.min(Math.max(1, Math.trunc(spans)), most) : 1
}

/** The lines that an element's mark-up is on; empty where it is on none of its own. */
function placesOf(element: Element, context: HtmlContext): Place[] {
  const { runs } = context.markup
  const start = element.position?.start.offset
  const end = element.position?.end.offset
  if (start === undefined || end === undefined) return []
  const first = runs[runIndexAt(runs, start)]
  let lastIndex = runIndexAt(runs, end - 1)
  if ((runs[lastIndex]?.start ?? end) >= end) lastIndex--
  const last = runs[lastIndex]
  if (!first || !last || first.start >= end) return []
  const from: Place = { page: first.page, box: null, lineFrom: first.line, lineTo: first.line }
  return [unionPlace(from, { page: last.page, box: null, lineFrom: last.line, lineTo: last.line })]
}
