import type { DocumentFacts } from '../lines/document-facts.ts'
import type { Line } from '../lines/line.ts'
import type { PageContent } from '../page/page-content.ts'
import type { PageTable } from '../tables/page-table.ts'
import { cellLines } from '../tables/page-table.ts'
import type { CellDraft, Draft, PageDrafts, TableDraft } from './drafts.ts'
import { isContinued } from './join-text.ts'
import { linesToDrafts } from './lines-to-drafts.ts'
import { readingOrder } from './reading-order.ts'

/** A page's tables and text blocks in reading order. `lines` are those outside of tables and furniture. */
export function pageToDrafts(content: PageContent, tables: readonly PageTable[], lines: readonly Line[], facts: DocumentFacts): PageDrafts {
  const drafts: Draft[] = []
  for (const region of readingOrder(lines, tables, content.page)) {
    if (region.type === 'table') {
      drafts.push(tableToDraft(region.table, content, facts))
      continue
    }
    const left = Math.min(...region.lines.map((line) => line.x0))
    const [first, ...rest] = linesToDrafts(region.lines, { left, right: region.right, pitch: facts.pitch, tags: content.tags })
    if (!first) continue
    const last = drafts.at(-1)
    if (region.isNextColumn && last?.type === 'text' && isContinued(last, first)) {
      last.lines.push(...first.lines)
      last.bold &&= first.bold
    } else drafts.push(first)
    drafts.push(...rest)
  }
  const bottom = Math.max(0, ...lines.map((line) => line.bottom), ...tables.map((table) => table.box[3]))
  return { page: content.page, height: content.height, bottom, drafts }
}

function tableToDraft(table: PageTable, content: PageContent, facts: DocumentFacts): TableDraft {
  const rows: CellDraft[][] = Array.from({ length: Math.max(0, table.ys.length - 1) }, () => [])
  for (const cell of table.cells) {
    const lines = cellLines(cell, table.page)
    const [x0, , x1] = cell.box
    // Text keeps the same distance from both sides of its cell.
    const inset = Math.max(0, Math.min(...lines.map((line) => line.x0)) - x0)
    const blocks = linesToDrafts(lines, {
      left: x0 + (lines.length ? inset : 0),
      right: x1 - Math.min(lines.length ? inset : 0, 8),
      pitch: facts.pitch,
      tags: content.tags,
    })
    rows[cell.row]?.push({
      row: cell.row,
      col: cell.col,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      fill: cell.fill,
      picture: cell.picture,
      parts: [{ page: table.page, box: cell.box, blocks }],
    })
  }
  for (const row of rows) row.sort((a, b) => a.col - b.col)
  const columns = Math.max(0, table.xs.length - 1)
  return {
    type: 'table',
    columns,
    rows,
    headerRows: table.headerRows,
    parts: [{ page: table.page, box: table.box, xs: table.xs }],
    evidence: table.evidence,
  }
}

/** The lines of a draft, cell by cell for a table. */
export function draftLines(draft: Draft): Line[] {
  if (draft.type === 'text') return draft.lines
  return draft.rows.flatMap((row) => row.flatMap((cell) => cell.parts.flatMap((part) => part.blocks.flatMap((block) => block.lines))))
}
