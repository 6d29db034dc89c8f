import type { CellObject, Row } from 'write-excel-file/node'
import { followUpRows, HANDOUT_HEADINGS, type Handout, type HandoutRow } from '../handout/handout.ts'
import { bodyWords, type CellLine, rowToCells } from '../handout/handout-words.ts'
import type { Store } from '../store/store.ts'
import { fitToRows } from './fit-to-rows.ts'
import { heading, type Sheet } from './xlsx-guide.ts'
import type { Printing } from './xlsx-print.ts'

/** How wide each column of a hand-out is, in characters. */
const WIDTHS = [9, 56, 22, 18, 15, 52]
const REVIEW_WIDTH = 26
/** The name of the sheet that comes first in the workbook of views. */
export const FOLLOW_UP_SHEET = 'Follow-up'
/** How it is printed. */
export const FOLLOW_UP_PRINT: Printing = { headRow: 1, foot: 'Follow-up: recommendations under which something is left to do' }

/** The row of a hand-out's headings, below its title, its body and its summary. */
export const HANDOUT_HEAD_ROW = 4
/** What a sheet may be called: 31 characters, none of these. */
const NAME_CHARS_AT_MOST = 31
const NOT_IN_NAMES = /[\\/?*:[\]']/gu

/** How cells of a sheet to print are set; the library gives no family to a font of another size or colour. */
const FONT = { fontFamily: 'Calibri', fontSize: 10 } as const
const PRINTED = { ...FONT, wrap: true, alignVertical: 'top', borderStyle: 'thin', borderColor: '#BFC5CC' } as const

/** Recommendations under which something is left to do, of one review or of all, with the review that each is of. */
export function followUpSheet(store: Store, reviewId: string | null): Sheet {
  const rows = followUpRows(store, reviewId)
  return {
    sheet: FOLLOW_UP_SHEET,
    data: [
      ['Review', ...HANDOUT_HEADINGS].map(wrappedHeading),
      ...rows.flatMap((row) => sheetRows([reviewLines(row), ...rowToCells(row)], [REVIEW_WIDTH, ...WIDTHS])),
    ],
    columns: [REVIEW_WIDTH, ...WIDTHS].map((width) => ({ width })),
    stickyRowsCount: 1,
    orientation: 'landscape',
  }
}

/** One review as a sheet to print: its title, its body and what its recommendations add up to be above the headings. */
export function handoutSheet(handout: Handout): Sheet {
  const across = (value: string, look: Partial<CellObject>): Row => [
    { value, type: String, columnSpan: WIDTHS.length, ...FONT, ...look },
    ...WIDTHS.slice(1).map(() => null),
  ]
  return {
    sheet: handout.title.replace(NOT_IN_NAMES, ' ').trim().slice(0, NAME_CHARS_AT_MOST).trim() || FOLLOW_UP_SHEET,
    data: [
      across(handout.title, { fontWeight: 'bold', fontSize: 16 }),
      across(bodyWords(handout), { textColor: '#595959' }),
      across(handout.summary, {}),
      HANDOUT_HEADINGS.map(wrappedHeading),
      ...handout.rows.flatMap((row) => sheetRows(rowToCells(row), WIDTHS)),
    ],
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: HANDOUT_HEAD_ROW,
    orientation: 'landscape',
  }
}

function reviewLines({ reviewTitle, council }: HandoutRow): CellLine[] {
  return [reviewTitle, council].flatMap((text, index) => (text ? [{ text, look: index ? 'quiet' : 'plain' } as const] : []))
}

/** A row of cells; of one whose text is longer than a row of a spreadsheet can show, as many rows as it takes. */
function sheetRows(cells: readonly CellLine[][], widths: readonly number[]): Row[] {
  const texts = cells.map((lines) => lines.map(({ text }) => text).join('\n'))
  const number = texts[texts.length - HANDOUT_HEADINGS.length] ?? ''
  return fitToRows(texts, widths).map((row, index) =>
    row.texts.map((text, column): CellObject => {
      const value = index && column === texts.length - HANDOUT_HEADINGS.length ? `${number} (continued)` : text
      return { ...(value ? { value, type: String } : {}), ...lookOf(cells[column] ?? []), height: row.heightPt }
    }),
  )
}

/** A cell of a sheet has one look: that of all of its lines, or red where one of them warns. */
function lookOf(lines: readonly CellLine[]): Partial<CellObject> {
  const quiet = lines.every(({ look }) => look === 'quiet')
  const late = lines.some(({ look }) => look === 'warning')
  return {
    ...PRINTED,
    ...(quiet ? { textColor: '#595959' } : {}),
    ...(lines.every(({ look }) => look === 'strong') ? { fontWeight: 'bold' } : {}),
    ...(late ? { textColor: '#A4161A' } : {}),
  }
}

function wrappedHeading(text: string): CellObject {
  return { ...heading(text), ...PRINTED }
}
