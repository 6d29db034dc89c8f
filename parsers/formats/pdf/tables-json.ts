import type { Block, Document, Table } from '../../../schema/document.ts'
import { cellPassage } from '../../../schema/document.ts'

/** A table as `inspect --tables --json` prints it. */
export interface TableJson {
  page: number | null
  cells: { row: number; col: number; rowspan: number; colspan: number; text: string }[]
}

/** All tables of a document, each once, with the page it begins on. */
export function tablesOf(document: Pick<Document, 'blocks'>): { tables: TableJson[] } {
  return { tables: document.blocks.filter((block: Block): block is Table => block.type === 'table').map(tableJson) }
}

function tableJson(table: Table): TableJson {
  return {
    page: table.places[0]?.page ?? null,
    cells: table.rows.flatMap((row) =>
      row.map((cell) => ({ row: cell.row, col: cell.col, rowspan: cell.rowSpan, colspan: cell.colSpan, text: cellPassage(cell).text })),
    ),
  }
}
