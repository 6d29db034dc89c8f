import { type Block, joinPassages, type Passage, plainParagraph } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { AsOf } from '../outline/as-of.ts'
import { textPassages } from '../outline/outline.ts'

/** What is under one column heading, or after one label of a card, for one recommendation. */
export interface FieldValue {
  blocks: Block[]
  /** Where in `blocks` the cells of further rows for the same recommendation begin; empty for one row. */
  rowStarts: number[]
  /** The background of each row's cell, where there are further rows; empty for one row. */
  rowFills: (string | null)[]
  /** The heading or label as printed; empty where it is lost. */
  label: Passage
  /** "#rrggbb" of a cell's background, if any. */
  fill: string | null
  /** How sure it is that the column or label holds this field, from 0 to 1. */
  certainty: number
  place: Place
}

/** A field of which only the words are known, and not the cell. */
export function textField(passage: Passage, label: Passage, place: Place): FieldValue {
  return { blocks: [plainParagraph(passage)], rowStarts: [], rowFills: [], label, fill: null, certainty: 1, place }
}

/** What is in a row or card under a label that no field of the records is for: "Priority", "Ward". */
export interface ItemDetail {
  label: Passage
  blocks: Block[]
  /** Of which row of the item's actions it is; null where it is the whole's. */
  row: number | null
  /** Whether the label is known to be none of the records' fields; else it may be any of them. */
  isKnown: boolean
}

/** What a plan's table must have a column for, besides who, when and how far it is: what is to be done. */
export const SUBJECTS: ReadonlySet<FieldRole> = new Set(['recommendation', 'objective', 'action'])

/** Known labels that no field of the records is for: they are kept under their own. */
export const DETAIL_ROLES: ReadonlySet<FieldRole> = new Set(['ignored', 'theme', 'sponsor', 'completed-on'])

/** What is in the columns of one date, where a tracker has columns for several: "Update March | Update September". */
export interface DatedReport {
  /** Null where a column names a quarter without its year. */
  asOf: AsOf | null
  period: string
  progress: FieldValue | null
  status: FieldValue | null
}

/** One row of a plan, or one card of a form: what is said about one recommendation. */
export interface PlanItem {
  fields: Map<FieldRole, FieldValue>
  /** In the order of their dates; empty for a plan that has no columns of several dates. */
  dated: DatedReport[]
  details: ItemDetail[]
  /** The theme or strand that it is under. */
  heading: Passage | null
  /** The review that the row, or the heading that it is under, names. */
  review: Passage | null
  place: Place
  /** Whether the row was put together from torn pieces, or its cells moved to where they belong. */
  isMended: boolean
  /** Whether all that is reported of it is printed once for it and the item before, in cells that reach over both. */
  sharesReport: boolean
  /** A number that the item itself has lost and its neighbours give back. */
  restoredNumber: string | null
}

/** Cells that hold a sign for "nothing". The contract: a dash or "n/a" is blank. */
const BLANK_TEXT = /^(?:[-–—_.\s]*|n\/?a\.?|not applicable\.?|nil\.?)$/iu

/** Whether a text says that there is nothing to say. */
export function isBlankText(text: string): boolean {
  return BLANK_TEXT.test(text)
}

const NO_PASSAGE: Passage = { text: '', runs: [] }

/** What blocks say, as one passage; empty where they say that there is nothing to say. */
export function blocksPassage(blocks: readonly Block[]): Passage {
  const passage = joinPassages(textPassages(blocks))
  return isBlankText(passage.text) ? NO_PASSAGE : passage
}

/** All that a field says, as one passage; empty for a blank cell or a field that is not there. */
export function fieldPassage(item: PlanItem, role: FieldRole): Passage {
  const value = item.fields.get(role)
  if (!value) return NO_PASSAGE
  return value.rowStarts.length === 0
    ? blocksPassage(value.blocks)
    : joinPassages(
        fieldRows(value)
          .map(blocksPassage)
          .filter(({ text }) => text !== ''),
      )
}

/** The blocks of a field row by row: one list, or one for each row that mentions the recommendation. */
export function fieldRows(value: FieldValue): Block[][] {
  const starts = [0, ...value.rowStarts]
  return starts.map((start, at) => value.blocks.slice(start, starts[at + 1]))
}

/** What a field says row by row; blank rows left out. */
export function fieldRowPassages(item: PlanItem, role: FieldRole): Passage[] {
  const value = item.fields.get(role)
  return value
    ? fieldRows(value)
        .map(blocksPassage)
        .filter(({ text }) => text !== '')
    : []
}

/** The last words of a field: of its last block that has any. Enough to say whether a sentence is open, however long the field has grown. */
export function fieldTail(item: PlanItem, role: FieldRole): string {
  const blocks = item.fields.get(role)?.blocks ?? []
  for (let at = blocks.length - 1; at >= 0; at--) {
    const { text } = blocksPassage(blocks.slice(at, at + 1))
    if (text !== '') return text
  }
  return ''
}

/** Fields of running text: a torn row goes on in them, and two columns of one kind are read one after the other. */
export const TEXT_ROLES: ReadonlySet<FieldRole> = new Set([
  'recommendation',
  'objective',
  'action',
  'success-measure',
  'progress',
  'impact',
  'responsible',
  'sponsor',
  'ignored',
])

/** Words of a label over a department, which does what it is named for; a portfolio holder only answers for it. */
const DEPARTMENT = /\b(?:departments?|directorates?)\b/iu

/** Where a plan names departments and nobody else, they are those responsible. */
export function departmentsAct(items: readonly PlanItem[]): void {
  if (items.some(({ fields }) => fields.has('responsible'))) return
  for (const item of items) {
    const department = item.fields.get('sponsor')
    if (!department || !DEPARTMENT.test(department.label.text)) continue
    item.fields.delete('sponsor')
    item.fields.set('responsible', department)
    item.details = item.details.filter(({ label }) => label.text !== department.label.text)
  }
}
