import writeExcelFile from 'write-excel-file/node'
import type { Handout } from '../handout/handout.ts'
import { HANDOUT_HEAD_ROW, handoutSheet } from './follow-up-sheet.ts'
import { markAsOwn } from './xlsx-core.ts'
import { filterSheets } from './xlsx-filters.ts'
import { printSheet } from './xlsx-print.ts'

/** A hand-out as a workbook of one sheet, set to print: A4 landscape, as wide as the page, headings on every page. */
export function handoutToXlsx(handout: Handout): Promise<Uint8Array> {
  const sheet = handoutSheet(handout)
  const features = [
    filterSheets([sheet], HANDOUT_HEAD_ROW),
    printSheet(sheet, { headRow: HANDOUT_HEAD_ROW, foot: `${handout.title}, ${handout.day}` }),
    markAsOwn(handout.title),
  ]
  return writeExcelFile([sheet], { features }).toBuffer()
}
