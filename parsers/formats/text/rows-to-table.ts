import type { Block, Cell, Table } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'
import { unionPlace } from '../../../schema/place.ts'
import { mayBeMarkup } from '../html/escape-non-tags.ts'
import { htmlToBlocks } from '../html/html-to-blocks.ts'
import { sourcePassage } from '../passages/passage-edits.ts'
import { passageToBlocks } from '../passages/passage-to-blocks.ts'
import { stripMarks } from './strip-marks.ts'
import type { TabCell, TabRow } from './tab-rows.ts'

/** Rows as a table. Rows stay ragged: a cell that is not there at a row's end is not made up. */
export function rowsToTable(rows: readonly TabRow[], source: string): Table {
  const grid = rows.map((row, index) => row.cells.map((cell, col) => toCell(cell, row, index, col, source)))
  return {
    type: 'table',
    columns: grid.reduce((most, cells) => Math.max(most, cells.length), 0),
    rows: grid,
    headerRows: 0,
    places: placesOf(rows),
  }
}

function toCell(cell: TabCell, row: TabRow, index: number, col: number, source: string): Cell {
  const blocks = cell.text ? cellToBlocks(cell, row, source) : []
  return { row: index, col, rowSpan: 1, colSpan: 1, blocks, fill: null, places: [placeOf(row)] }
}

/** What a cell holds. Mark-up in it is HTML, as conversions of papers to text write it. */
function cellToBlocks(cell: TabCell, row: TabRow, source: string): Block[] {
  const raw = sourcePassage(source, cell.from, cell.to, { page: row.line.page, line: row.line.number, fragment: 0 })
  const { passage, bold } = stripMarks(raw)
  if (mayBeMarkup(passage.text)) return htmlToBlocks(passage)
  return passageToBlocks([{ passage, hard: true }], { bold, indent: 0 })
}

function placeOf(row: TabRow): Place {
  return { page: row.line.page, box: null, lineFrom: row.line.number, lineTo: row.line.number }
}

/** One place for each page and each block of lines that the table runs over. */
function placesOf(rows: readonly TabRow[]): Place[] {
  const places: Place[] = []
  for (const row of rows) {
    const place = placeOf(row)
    const last = places.at(-1)
    if (
      last &&
      last.page === place.page &&
      row.line.blanksBefore === 0 &&
      !row.line.afterFurniture &&
      last.lineTo === row.line.number - 1
    ) {
      places[places.length - 1] = unionPlace(last, place)
    } else places.push(place)
  }
  return places
}
