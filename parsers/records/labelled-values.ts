import { type Block, type Cell, cellPassage, EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import { type FieldMatch, LABEL_SCORE, matchField } from '../recognise/fields.ts'
import { type Label, readLabel } from '../recognise/numbers.ts'
import { isHeading, type Outline, passagePlace, type TextEntry } from './outline.ts'

/** A label and what stands behind it: a row of a form, or a line "Label: value". */
export interface LabelledValue {
  /** Empty where the first cell of a row is. */
  label: Passage
  value: Block[]
  /** What the label means, where the vocabulary knows it well. */
  field: FieldMatch | null
  /** The number in the label: "Recommendation 4:". */
  number: Label | null
  /** Whether it comes from a row of a table: then what follows without a label is torn, or belongs to it. */
  fromTable: boolean
  fill: string | null
  place: Place
}

/** The words before a colon that may be a label. */
const LINE_LABEL = /^([^:.;!?]{2,80}?)\s*(?:\(([^()]{2,60})\))?\s*:(?=\s|$)/u

/** The labelled values of a document in reading order; `skip` holds the table rows that are something else. */
export function labelledValues(outline: Outline, skip: ReadonlySet<readonly Cell[]>): LabelledValue[] {
  const values: LabelledValue[] = []
  for (const entry of outline.entries) {
    if (entry.type === 'table') for (const row of entry.table.rows) values.push(...(skip.has(row) ? [] : rowValues(row)))
    else values.push(lineValue(entry, values.at(-1)))
  }
  return values
}

/** What a label means as a field of a card, if it is surely one. */
function sureField(label: string): FieldMatch | null {
  const match = matchField(label)
  return match && match.score >= LABEL_SCORE ? match : null
}

function rowValues(row: readonly Cell[]): LabelledValue[] {
  const cells = row.filter((cell) => cell.col > 0)
  const head = row.find((cell) => cell.col === 0)
  const label = head ? cellPassage(head) : EMPTY_PASSAGE
  const [first, second, third] = cells
  // Two labels side by side: "Responsibility: | … | Date: | …".
  if (
    first &&
    second &&
    third &&
    cells.length === 3 &&
    /:\s*$/u.test(cellPassage(second).text) &&
    sureField(cellPassage(second).text) &&
    sureField(label.text)
  ) {
    return [rowValue(label, [first], head), rowValue(cellPassage(second), [third], second)]
  }
  return [rowValue(label, cells, head)]
}

function rowValue(label: Passage, cells: readonly Cell[], head: Cell | undefined): LabelledValue {
  const number = readLabel(label.text)
  return {
    label,
    value: cells.flatMap((cell) => cell.blocks),
    field: label.text === '' ? null : sureField(label.text),
    number: number?.word ? number : null,
    fromTable: true,
    fill: cells[0]?.fill ?? null,
    place: head?.places[0] ?? cells[0]?.places[0] ?? NOWHERE,
  }
}

/** A paragraph's block without its label, kept as a block so that the value's parts can be read from it. */
function paragraph(passage: Passage): Block[] {
  return passage.text === '' ? [] : [{ type: 'paragraph', passage, bold: false, indent: 0 }]
}

function lineValue(entry: TextEntry, last: LabelledValue | undefined): LabelledValue {
  const base = { fromTable: false, fill: null, place: passagePlace(entry.passage) }
  const text = entry.passage.text
  if (entry.label?.word === 'recommendation') {
    return {
      ...base,
      label: slicePassage(entry.passage, 0, entry.label.text.length),
      value: paragraph(entry.body),
      field: { role: 'recommendation', score: 1 },
      number: entry.label,
    }
  }
  const match = LINE_LABEL.exec(text)
  const field = match ? sureField(match[1] ?? '') : null
  if (match && field) {
    const end = match[0].length
    return { ...base, label: slicePassage(entry.passage, 0, end), value: paragraph(slicePassage(entry.passage, end)), field, number: null }
  }
  // A label on a line of its own, set as a heading over its value.
  const own = isHeading(entry) ? matchField(text) : null
  if (own && own.score === 1) return { ...base, label: entry.passage, value: [], field: own, number: null }
  if (isHeading(entry)) return { ...base, label: entry.passage, value: [], field: null, number: null }
  const kept: Block = entry.bullet
    ? { type: 'list-item', marker: '•', markerRuns: [], depth: 0, passage: entry.passage, indent: entry.indent }
    : { type: 'paragraph', passage: entry.passage, bold: entry.bold, indent: entry.indent }
  return { ...base, fromTable: last?.fromTable ?? false, label: EMPTY_PASSAGE, value: [kept], field: null, number: null }
}
