import type writeExcelFile from 'write-excel-file/node'
import type { CellObject, Row } from 'write-excel-file/node'
import type { ViewDescription } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'
import type { ViewName } from '../store/views.ts'

/** A sheet as the library takes it. */
export type Sheet = Parameters<typeof writeExcelFile>[0][number]

/** The sheet that explains those of the views comes before them, under this name. */
export const GUIDE_SHEET = 'about'

const HEADINGS = ['sheet', 'column', 'type', 'what it is', 'one of', 'id of', 'identifies rows']
/** How wide each column is, in characters. */
const WIDTHS = [20, 22, 10, 90, 60, 34, 16]

/** A cell of a headings row. */
export function heading(text: string): CellObject {
  return { value: text, type: String, fontWeight: 'bold', backgroundColor: '#E8ECF0' }
}

/** A sheet with a row for each view and one for each of its columns, and at the end those that the workbook leaves out. */
export function guideSheet(views: readonly ViewName[], left: readonly ViewName[]): Sheet {
  return {
    sheet: GUIDE_SHEET,
    data: [HEADINGS.map(heading), ...views.flatMap((view) => guideRows(view, VIEWS[view])), ...left.map(leftRow)],
    stickyRowsCount: 1,
    columns: WIDTHS.map((width) => ({ width })),
  }
}

function leftRow(view: ViewName): Row {
  return [
    view,
    null,
    null,
    'Left out: the workbook would be too large. Export it as CSV, or limit the export with --views or --review.',
    null,
    null,
    null,
  ]
}

function guideRows(view: string, { description, columns }: ViewDescription): Row[] {
  const rows = Object.entries(columns).map(([name, column]) => [
    view,
    name,
    column.type,
    column.description,
    column.values?.join(', ') ?? null,
    column.references ?? null,
    column.key ? 'yes' : null,
  ])
  return [[view, null, null, description, null, null, null], ...rows]
}
