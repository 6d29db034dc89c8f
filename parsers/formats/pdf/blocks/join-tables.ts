import { beginsWithLabel } from '../lines/list-labels.ts'
import { textOfWords } from '../lines/words-to-passage.ts'
import type { CellDraft, TableDraft, TextDraft } from './drafts.ts'
import { isContinued } from './join-text.ts'

/** Borders of the same column on two pages lie this near to each other: ruled ones, and ones seen by white alone. */
const SAME_COLUMN_PT = 6
const SAME_COLUMN_LOOSE_PT = 40
/** No more than this many rows at a table's head are printed again. */
const HEADER_ROWS_MOST = 4
/** A first column that is filled in this share of the rows is a key: a row without one is not a row. */
const KEY_SHARE = 0.95
/** So many labels that come again in the same order are the same form's. */
const FORM_ROWS_LEAST = 3
/** So much free space under a table would have held the row that comes next. */
const ROOM_PT = 14

const cellText = (cell: CellDraft): string =>
  cell.parts
    .flatMap((part) => part.blocks.flatMap((block) => block.lines.map((line) => textOfWords(line.words))))
    .join(' ')
    .trim()

const squeeze = (text: string) => text.replace(/\s+/gu, '').toLowerCase()

/** Whether two parts have the same columns. */
export function sameColumns(a: TableDraft, b: TableDraft): boolean {
  if (a.columns !== b.columns || a.columns < 2) return false
  const [xs, others] = [a.parts.at(-1)?.xs, b.parts[0]?.xs]
  if (!xs || !others) return false
  const loose = a.evidence !== 'lattice' || b.evidence !== 'lattice'
  // Pages that are bound have inner and outer margins: the whole table may be shifted.
  const shift = loose ? 0 : (others[0] ?? 0) - (xs[0] ?? 0)
  // Without rules only the left edge is where the text begins; every other border is where text happens to end.
  return xs.every((x, i) => Math.abs((others[i] ?? Infinity) - shift - x) <= (loose && i > 0 ? SAME_COLUMN_LOOSE_PT : SAME_COLUMN_PT))
}

/** A row's text, cell by cell; empty for a row without any. */
function rowText(row: readonly CellDraft[] | undefined): string {
  const text = (row ?? []).map(cellText).map(squeeze).join('|')
  return text.replaceAll('|', '') ? text : ''
}

/** How many of the first rows of `next` repeat rows at the head of `table`: its first ones, or those under a title that is printed once. */
export function repeatedRows(table: TableDraft, next: TableDraft): number {
  let most = 0
  for (let offset = 0; offset < HEADER_ROWS_MOST; offset++) {
    let count = 0
    while (count < HEADER_ROWS_MOST && rowText(next.rows[count]) && rowText(next.rows[count]) === rowText(table.rows[offset + count]))
      count++
    const filled = next.rows[0]?.filter((cell) => cellText(cell)).length ?? 0
    if (count > most && (offset === 0 || filled >= 2)) most = count
  }
  return most
}

/** Whether the next part begins a table of its own kind: the same heading with another number, "Recommendation 3" after "Recommendation 2". */
function beginsAnew(table: TableDraft, next: TableDraft): boolean {
  const [mine, theirs] = [table.rows[0]?.[0], next.rows[0]?.[0]]
  if (!mine || !theirs) return false
  const [a, b] = [cellText(mine), cellText(theirs)]
  const bare = (text: string) =>
    text
      .replace(/[\d.:()]+/gu, '')
      .trim()
      .toLowerCase()
  return a !== b && bare(a).length >= 3 && bare(a) === bare(b)
}

/** Whether a form of labels and values is filled in anew: the labels that a table begins with, with other values. */
function isFormAgain(table: TableDraft, next: TableDraft): boolean {
  const labels = (draft: TableDraft) => draft.rows.slice(0, FORM_ROWS_LEAST).map((row) => squeeze(row[0] ? cellText(row[0]) : ''))
  const [mine, theirs] = [labels(table), labels(next)]
  return table.columns === 2 && mine.length === FORM_ROWS_LEAST && mine.every((label, i) => label !== '' && label === theirs[i])
}

/** Whether a table goes on with the one that is first on the next page. `bottom` is where pages' text ends at the most. */
export function isContinuedBy(table: TableDraft, next: TableDraft, bottom: number): boolean {
  if (!sameColumns(table, next)) return false
  if (isFormAgain(table, next)) return false
  if (repeatedRows(table, next) > 0) return true
  if (beginsAnew(table, next)) return false
  const last = table.parts.at(-1)
  const firstRow = next.rows[0]?.[0]?.parts[0]?.box
  const room = bottom - (last?.box[3] ?? 0)
  const height = firstRow ? firstRow[3] - firstRow[1] : 0
  return room < Math.max(ROOM_PT, Math.min(height, 60)) + ROOM_PT
}

/** Cells of the last row by column, the ones that reach down into it included. */
function lastRow(table: TableDraft): Map<number, CellDraft> {
  const index = table.rows.length - 1
  const cells = new Map<number, CellDraft>()
  for (const row of table.rows) {
    for (const cell of row) if (cell.row <= index && cell.row + cell.rowSpan > index) cells.set(cell.col, cell)
  }
  return cells
}

const blocksOf = (cell: CellDraft | undefined): TextDraft[] => cell?.parts.flatMap((part) => part.blocks) ?? []

/**
 * Whether the first row of the next part is the rest of the last row: a page's end cut it. Text that
 * goes on in the middle of a sentence says so; so does an empty key, where every row has one.
 */
export function isCutRow(table: TableDraft, row: readonly CellDraft[]): boolean {
  const above = lastRow(table)
  const signs = row.flatMap((cell) => signOf(blocksOf(above.get(cell.col)).at(-1), blocksOf(cell)[0]) ?? [])
  const count = (sign: Sign) => signs.filter((other) => other === sign).length
  const first = row.find((cell) => cell.col === 0)
  const key = first ? blocksOf(first)[0] : undefined
  if (first && !key) {
    if (isKeyed(table)) return true
    return count('within') > 0 ? count('within') >= count('anew') : count('on') > 0 && count('anew') === 0
  }
  // With a key of its own a row is cut only in the middle of a sentence, and if nothing speaks against it.
  if (key && isNumber(key)) return false
  return count('within') > 0 && count('anew') === 0
}

type Sign = 'within' | 'on' | 'anew'

/** What a cell says about a break: cut `within` a sentence, going `on` perhaps, or beginning `anew`; null where it is empty below. */
function signOf(before: TextDraft | undefined, after: TextDraft | undefined): Sign | null {
  if (!after) return null
  if (!before) return 'anew'
  if (/^\p{Ll}/u.test(after.lines[0]?.words[0]?.text ?? '') && !beginsList(after)) return 'within'
  return isContinued(before, after) ? 'on' : 'anew'
}

const beginsList = (block: TextDraft) => block.marker.length > 0 || (block.lines[0] !== undefined && beginsWithLabel(block.lines[0]))

const isNumber = (block: TextDraft) =>
  /^[(]?([A-Z]{0,3}[\d./-]+|[a-z])[).]?$/iu.test(block.lines.map((line) => textOfWords(line.words)).join(' '))

/** Whether the rows so far have all something in their first column. A head's lower rows are under its first cell. */
function isKeyed(table: TableDraft): boolean {
  const head = table.rows[0]?.find((cell) => cell.col === 0)?.rowSpan ?? 1
  const rows = [...table.rows.slice(0, 1), ...table.rows.slice(head)].filter((row) => row.some((cell) => blocksOf(cell).length > 0))
  const withKey = rows.filter((row) => row.some((cell) => cell.col === 0 && blocksOf(cell).length > 0))
  return rows.length >= 2 && withKey.length >= KEY_SHARE * rows.length
}

/** Adds the next page's part to a table: headers printed again are dropped, a row that was cut is put together cell by cell. Returns whether one was. */
export function joinTables(table: TableDraft, next: TableDraft): boolean {
  const skipped = repeatedRows(table, next)
  const rows = next.rows.slice(skipped).map((row) => row.map((cell) => ({ ...cell, row: cell.row - skipped })))
  table.parts.push(...next.parts)
  // What is printed again on every page is a head.
  table.headerRows = Math.max(table.headerRows, skipped)
  const [first, ...rest] = rows
  let cut = false
  if (first && table.rows.length > Math.max(skipped, 1) - (skipped > 0 ? 0 : 1) && isCutRow(table, first)) {
    cut = true
    const above = lastRow(table)
    for (const cell of first) {
      const target = above.get(cell.col)
      if (target) {
        target.parts.push(...cell.parts)
        target.rowSpan += cell.rowSpan - 1
        target.fill ??= cell.fill
        target.picture ||= cell.picture
      }
    }
  } else if (first) {
    rest.unshift(first)
  }
  const offset = table.rows.length - (cut ? 1 : 0)
  for (const row of rest) table.rows.push(row.map((cell) => ({ ...cell, row: cell.row + offset })))
  return cut
}
