import type { Report } from '../../schema/diagnostics.ts'
import { type Block, type Cell, cellPassage, EMPTY_PASSAGE, type Passage, type Table } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { reviewNamed } from '../frame/review-names.ts'
import { isOpen } from '../outline/items.ts'
import type { Column } from '../outline/table-header.ts'
import { isHeaderBlock, isThemeLabel } from '../outline/table-header.ts'
import { canonicalNumber, readLabel } from '../recognise/numbers.ts'
import { joinDetails, moveDetails } from './item-details.ts'
import { fieldPassage, fieldTail, type PlanItem, TEXT_ROLES } from './plan-items.ts'
import { addFurtherRow, rejoinRow } from './rejoin-rows.ts'
import { rowToItem } from './row-to-item.ts'
import { isTotalRow } from './total-row.ts'

/** A recommendation that precedes the table of its actions, and its name where it has one beside its words. */
export interface RecommendationBefore {
  blocks: Block[]
  place: Place
  heading: Passage | null
}

/** What is known when the rows of a table are read. */
export interface RowContext {
  columns: readonly Column[]
  headerRows: ReadonlySet<number>
  /** A recommendation that precedes the table, for tables that have no column for it. */
  before: RecommendationBefore | null
  /** The last item of a table before this one with the same columns: a row that a break cut goes on there. */
  last: PlanItem | null
  /** The review that a heading before the table names. */
  review: Passage | null
  /** Rows whose report is printed once for them and the row before. */
  sharing: ReadonlySet<number>
  report: Report
}

/** Fields that tell a row of its own from the rest of the row before. */
const OWN_ROLES: readonly FieldRole[] = ['responsible', 'sponsor', 'due', 'status']
/** What a row is about: a system prints it again on each row of the same recommendation. */
const SUBJECT_ROLES = ['number', 'recommendation', 'objective'] as const
/** A row with one cell of at most this many characters is a heading between rows. */
const LONGEST_THEME = 250
/** Words alone on their row, without columns to tell, are a heading only if they are few. */
const LONGEST_BARE_THEME = 80

/** The rows of a plan as items: torn rows put together, further rows of one recommendation added to it, themes and reviews noted. */
export function tableToPlanItems(table: Table, context: RowContext): PlanItem[] {
  const items: PlanItem[] = []
  const numbered = context.columns.some((column) => column.role === 'number')
  const subject = context.columns.some((column) => column.role === 'recommendation' || column.role === 'objective')
  // A piece without a header is the rest of a table, under the theme that its last rows had.
  let heading: Passage | null = context.headerRows.size > 0 ? headerTheme(table, context.headerRows) : (context.last?.heading ?? null)
  let review = context.review
  let pending = context.before
  const spanned = spannedRows(table, context.columns)
  let fresh = pending !== null
  for (const [index, row] of table.rows.entries()) {
    if (context.headerRows.has(index) || isHeaderBlock(table, index)) continue
    const filled = row.filter((cell) => cellPassage(cell).text !== '' || (cell.fill !== null && !isShaded(row)))
    const only = filled.length === 1 ? filled[0] : undefined
    const last = items.at(-1) ?? context.last
    if (filled.length === 0) continue
    if (only && isBanner(only, row, table, numbered, last)) {
      const passage = cellPassage(only)
      const label = readLabel(passage.text)
      if (label?.word === 'recommendation' || (!subject && label && !isThemeLabel(passage.text))) {
        pending = { blocks: only.blocks, place: only.places[0] ?? NOWHERE, heading: null }
        fresh = true
      } else if (reviewNamed(passage)) review = reviewNamed(passage)
      else if (isSentence(passage.text) && only.colSpan === 1 && !isThemeLabel(passage.text))
        context.report('row-unassigned', only.places[0] ?? NOWHERE, passage.text.slice(0, 120))
      else heading = passage
      continue
    }
    const texts = row.map((cell) => cellPassage(cell).text)
    if ((only && isRemark(only, numbered)) || isTotalRow(texts)) {
      context.report('row-unassigned', filled[0]?.places[0] ?? NOWHERE, texts.join(' ').trim().slice(0, 120))
      continue
    }
    const sharesReport = context.sharing.has(index) && items.length > 0
    const item = rowToItem(row, { columns: context.columns, heading, review, sharesReport, report: context.report })
    // A review's name may be once, beside the first of its rows.
    if (fieldPassage(item, 'review').text !== '') review = item.review
    if (pending && (!subject || !item.fields.get('recommendation')?.blocks.length)) {
      // Each further row under a recommendation that is above its actions is one more action of it.
      if (!fresh && last) {
        addRow(last, item)
        continue
      }
      item.fields.set('recommendation', {
        blocks: pending.blocks,
        rowStarts: [],
        rowFills: [],
        label: EMPTY_PASSAGE,
        fill: null,
        certainty: 1,
        place: pending.place,
      })
      item.heading = pending.heading ?? item.heading
      // The number of the recommendation is with its words; a number column beside its actions counts those.
      item.fields.delete('number')
      fresh = false
    } else if (last && spanned.has(index) && !hasOwnNumber(item, last)) {
      addRow(last, item)
      continue
    } else if (last && printsAgain(item, last)) {
      for (const role of SUBJECT_ROLES) item.fields.delete(role)
      addRow(last, item)
      continue
    } else if (last && fieldPassage(item, 'number').text === '' && !startsOwnItem(item, last, numbered, subject)) {
      if (isFurtherRow(item, last)) addRow(last, item)
      else {
        rejoinRow(last, item)
        joinDetails(last, item)
        last.isMended = true
        context.report('row-rejoined', item.place, fieldPassage(last, 'number').text || null)
      }
      continue
    }
    items.push(item)
  }
  return items
}

/** Adds a further row of the same recommendation, and what is in it under labels of its own. */
function addRow(item: PlanItem, further: PlanItem): void {
  moveDetails(item, further)
  addFurtherRow(item, further)
}

/** The theme that is in a header row, above the first items. */
function headerTheme(table: Table, headerRows: ReadonlySet<number>): Passage | null {
  for (const row of headerRows)
    for (const cell of table.rows[row] ?? []) {
      const passage = cellPassage(cell)
      if (isThemeLabel(passage.text)) return passage
    }
  return null
}

/** Whether a row is of one colour throughout, as rows of headings are: then its colour is not a value of any cell. */
const isShaded = (row: readonly Cell[]) => row.length > 1 && row.every(({ fill }) => fill !== null && fill === row[0]?.fill)

/** Whether words are a sentence, and no heading. */
const isSentence = (text: string) => /[.!?]$/u.test(text)

/** One cell alone across the table, or alone in the first columns: a theme, or a recommendation above its actions. */
function isBanner(cell: Cell, row: readonly Cell[], table: Table, numbered: boolean, last: PlanItem | null): boolean {
  const text = cellPassage(cell).text
  if (text === '') return false
  if (cell.colSpan * 2 > table.columns || isThemeLabel(text)) return true
  const label = readLabel(text)
  if (cell.col !== 0) return false
  if (label?.word === 'recommendation' && text.length > label.end) return true
  if (numbered) return text.length <= LONGEST_THEME && canonicalNumber(text) === null && !/^\p{Ll}/u.test(text)
  const ended = last === null || !isOpen(fieldTail(last, 'recommendation')) || row.length > 1
  return table.columns > 2 && text.length <= LONGEST_BARE_THEME && ended && label === null && /^\p{Lu}/u.test(text) && !isSentence(text)
}

/** Whether a cell, alone on its row, is a sentence that runs over columns of a numbered table: a remark on the rows, and a value of none. */
function isRemark(cell: Cell, numbered: boolean): boolean {
  const { text } = cellPassage(cell)
  return numbered && cell.col > 0 && cell.colSpan > 1 && isSentence(text) && readLabel(text) === null
}

/** The rows that have no cell of their own for the recommendation, as one from above reaches down to them. */
function spannedRows(table: Table, columns: readonly Column[]): ReadonlySet<number> {
  const roles = ['recommendation', 'objective', 'number'] as const
  const subject = roles.map((role) => columns.find((column) => column.role === role)).find((column) => column !== undefined)
  const spanned = new Set<number>()
  if (!subject) return spanned
  for (const [index, row] of table.rows.entries()) {
    const cell = row.find(({ col }) => col === subject.col)
    const end = cell ? Math.min(table.rows.length, index + cell.rowSpan) : 0
    if (cell) spanned.delete(index)
    for (let below = index + 1; below < end; below++) spanned.add(below)
  }
  return spanned
}

/** A row without a number that is a recommendation all the same: it has words of its own that do not go on from the row before. */
function startsOwnItem(item: PlanItem, last: PlanItem, numbered: boolean, subject: boolean): boolean {
  const role = item.fields.has('objective') && fieldPassage(item, 'objective').text !== '' ? 'objective' : 'recommendation'
  const text = fieldPassage(item, role).text
  if (text === '') return !subject && fieldPassage(item, 'action').text !== '' && !numbered
  if (goesOn(fieldTail(last, role), text)) return false
  if (!numbered || readLabel(text)?.word) return true
  return OWN_ROLES.some((own) => fieldPassage(item, own).text !== '') && !isOpen(fieldTail(last, role))
}

/** Whether `next` goes on with the sentence that `text` leaves open. */
function goesOn(text: string, next: string): boolean {
  return isOpen(text) && /^[\p{Ll}(,;&]/u.test(next) && !readLabel(next)
}

/**
 * Whether a row has another number than the one before, and says who or by when: a merged cell of words reaches over
 * both, and what they say about themselves is each one's own.
 */
function hasOwnNumber(item: PlanItem, last: PlanItem): boolean {
  const [own, before] = [fieldPassage(item, 'number').text, fieldPassage(last, 'number').text]
  return own !== '' && before !== '' && own !== before && OWN_ROLES.some((role) => fieldPassage(item, role).text !== '')
}

/** Whether a row has the number and the words of the one before, for a further action of it. */
function printsAgain(item: PlanItem, last: PlanItem): boolean {
  return (
    fieldPassage(item, 'number').text !== '' &&
    fieldPassage(item, 'action').text !== '' &&
    SUBJECT_ROLES.every((role) => fieldPassage(item, role).text === fieldPassage(last, role).text) &&
    (['recommendation', 'objective'] as const).some((role) => fieldPassage(item, role).text !== '')
  )
}

/** A row for other actions of the same recommendation: it names its own people or dates, and no cell goes on mid-sentence. */
function isFurtherRow(item: PlanItem, last: PlanItem): boolean {
  if ([...TEXT_ROLES].some((role) => goesOn(fieldTail(last, role), fieldPassage(item, role).text))) return false
  if (fieldPassage(item, 'recommendation').text !== '' || fieldPassage(item, 'objective').text !== '') return false
  return fieldPassage(item, 'action').text !== '' && OWN_ROLES.some((role) => fieldPassage(item, role).text !== '')
}
