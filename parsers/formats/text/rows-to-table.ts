import { type Block, type Cell, EMPTY_PASSAGE, type Passage, type Table } from '../../../schema/document.ts'
import type { Place } from '../../../schema/place.ts'
import { unionPlace } from '../../../schema/place.ts'
import { mayBeMarkup } from '../html/escape-non-tags.ts'
import { htmlToBlocks } from '../html/html-to-blocks.ts'
import { hyphenAt, type WrittenWords } from '../passages/line-end-hyphens.ts'
import { PassageBuilder, sourcePassage } from '../passages/passage-edits.ts'
import { passageToBlocks, type SoftLine } from '../passages/passage-to-blocks.ts'
import { stripMarks } from './strip-marks.ts'
import type { TabCell, TabRow } from './tab-rows.ts'

/** What cells are read with. */
interface Reading {
  source: string
  words: WrittenWords
}

/** Rows as a table. Rows stay ragged: a cell that is not there at a row's end is not made up. */
export function rowsToTable(rows: readonly TabRow[], source: string, words: WrittenWords): Table {
  const grid = rows.map((row, index) => row.cells.map((cell, col) => toCell(cell, row, index, col, { source, words })))
  return {
    type: 'table',
    columns: grid.reduce((most, cells) => Math.max(most, cells.length), 0),
    rows: grid,
    headerRows: 0,
    places: placesOf(rows),
  }
}

function toCell(cell: TabCell, row: TabRow, index: number, col: number, reading: Reading): Cell {
  const blocks = cell.text ? cellToBlocks(cell, reading) : []
  return { row: index, col, rowSpan: 1, colSpan: 1, blocks, fill: null, picture: false, places: [placeOf(row)] }
}

/** What a cell holds. Mark-up in it is HTML, as conversions of papers to text write it. */
function cellToBlocks(cell: TabCell, { source, words }: Reading): Block[] {
  const [first, ...below] = [cell, ...cell.below].map(({ line, from, to }) =>
    sourcePassage(source, from, to, { page: line.page, line: line.number, fragment: 0 }),
  )
  if (below.length > 0) return passageToBlocks(wrapped([...(first ? [first] : []), ...below], words), { bold: false, indent: 0 })
  const { passage, bold } = stripMarks(first ?? EMPTY_PASSAGE)
  if (mayBeMarkup(passage.text)) return htmlToBlocks(passage)
  return passageToBlocks([{ passage, hard: true }], { bold, indent: 0 })
}

/** The lines of a cell, the halves of a word that the column's edge cut put together. */
function wrapped(passages: readonly Passage[], words: WrittenWords): SoftLine[] {
  const lines: SoftLine[] = []
  for (const [at, passage] of passages.entries()) {
    const [above, last] = [passages[at - 1], lines.at(-1)]
    const fate = above ? hyphenAt(above.text, passage.text, words) : 'none'
    if (fate === 'none' || !last) {
      lines.push({ passage, hard: at === 0 })
      continue
    }
    const builder = new PassageBuilder()
    builder.addPart(last.passage, 0, last.passage.text.length - (fate === 'drop' ? 1 : 0))
    builder.addPart(passage)
    last.passage = builder.build()
  }
  return lines
}

function placeOf(row: TabRow): Place {
  return { page: row.line.page, box: null, lineFrom: row.line.number, lineTo: row.last.number }
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
