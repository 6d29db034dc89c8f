import type { Report } from '../../../schema/diagnostics.ts'
import { NOWHERE } from '../../../schema/place.ts'

/** What a workbook, or one of its sheets, does not show; counts, each left out where it is not one. */
export interface HiddenParts {
  hiddenSheets?: number
  hiddenRows?: number
  hiddenColumns?: number
  filteredRows?: number
  /** Cells that are struck through, or partly. */
  struckCells?: number
}

/** Says what was left out because it is hidden, and what was read though a filter hides it. `page` is the sheet's, or null for the workbook. */
export function reportHidden(report: Report, page: number | null, parts: HiddenParts): void {
  const { hiddenSheets = 0, hiddenRows = 0, hiddenColumns = 0, filteredRows = 0, struckCells = 0 } = parts
  const counts = [many(hiddenSheets, 'sheet'), many(hiddenRows, 'row'), many(hiddenColumns, 'column')].filter((count) => count !== '')
  if (counts.length > 0) report('hidden-left-out', { ...NOWHERE, page }, counts.join(', '))
  if (filteredRows > 0) report('filtered-read', { ...NOWHERE, page }, many(filteredRows, 'row'))
  if (struckCells > 0) report('text-not-shown', { ...NOWHERE, page }, many(struckCells, 'cell'))
}

function many(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}
