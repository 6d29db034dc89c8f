import type { Report } from '../../schema/diagnostics.ts'
import {
  type Block,
  type Cell,
  cellPassage,
  EMPTY_PASSAGE,
  joinPassages,
  type Passage,
  PLAIN_LOOK,
  plainParagraph,
  slicePassage,
} from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import { type FieldRole, INSTRUCTION_OPENERS } from '../../schema/vocabulary/fields.ts'
import { LINE_LABEL, QUESTION_SCORE, sureField } from '../outline/label-lines.ts'
import { isHeading, type Outline, passagePlace, type TextEntry, textEntries } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { type FieldMatch, matchField } from '../recognise/fields.ts'
import { foldWords } from '../recognise/fold.ts'
import { statusOfGrade } from '../recognise/grades.ts'
import { type Label, readLabel } from '../recognise/numbers.ts'
import { isOpen } from './items.ts'

/** A label and what follows it: a row of a form, or a line "Label: value". */
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
  /** Nothing but a picture or drawing follows the label. */
  picture: boolean
  place: Place
}

/** What a value says, in one line. */
export const valueText = ({ value }: Pick<LabelledValue, 'value'>): string =>
  joinPassages(textEntries(value).map(({ passage }) => passage)).text

/** What of a document is not a labelled value: the rows and the lines that its scale is printed in. */
export interface Skipped {
  rows: ReadonlySet<readonly Cell[]>
  lines: ReadonlySet<Passage>
}

/** The labelled values of a document in reading order. */
export function labelledValues(outline: Outline, skip: Skipped, report: Report): LabelledValue[] {
  const values: LabelledValue[] = []
  const context = { alone: labelsAlone(outline), repeated: repeatedLabels(outline), known: 0 }
  for (const entry of outline.entries) {
    if (entry.type === 'table')
      for (const row of withWholeLabels(
        entry.table.rows.filter((row) => !skip.rows.has(row)),
        report,
      ))
        values.push(...rowValues(row))
    else if (!skip.lines.has(entry.passage)) {
      const value = lineValue(entry, values.at(-1), context)
      if (value.field && value.label.text !== '') context.known++
      values.push(value)
    }
  }
  return values
}

/** A label's own words: what precedes its remark in brackets and its colon. */
const labelWords = (label: string) => label.split(/[:(]/u)[0]?.trim() ?? ''

/** Whether two cells one above the other are one label that a narrow column or a page break cut in two: "Agreed Success" / "Measure:". */
function isTornLabel(above: string, below: string): boolean {
  if (above === '' || below === '' || /:/u.test(above) || !/:/u.test(below)) return false
  const words = `${above} ${below}`
  if (readLabel(words)?.word === 'recommendation' && readLabel(below)?.word == null && readLabel(above) === null) return true
  if (matchField(labelWords(words))?.score !== 1) return false
  return labelWords(below) === '' || matchField(labelWords(above))?.score !== 1 || matchField(labelWords(below))?.score !== 1
}

/** The rows of a form with torn labels put together, and their values with them. */
function withWholeLabels(rows: readonly (readonly Cell[])[], report: Report): Cell[][] {
  const whole: Cell[][] = []
  for (const row of rows) {
    const last = whole.at(-1)
    const [above, below] = [last?.find((cell) => cell.col === 0), row.find((cell) => cell.col === 0)]
    if (!last || !above || !below || !isTornLabel(cellPassage(above).text, cellPassage(below).text)) {
      whole.push([...row])
      continue
    }
    report('label-restored', above.places[0] ?? NOWHERE, joinPassages([cellPassage(above), cellPassage(below)]).text)
    whole[whole.length - 1] = joinRows(last, row)
  }
  return whole
}

function joinRows(above: readonly Cell[], below: readonly Cell[]): Cell[] {
  const joined = above.map((cell): Cell => {
    const rest = below.find(({ col }) => col === cell.col)
    return rest
      ? { ...cell, blocks: [...cell.blocks, ...rest.blocks], fill: cell.fill ?? rest.fill, places: [...cell.places, ...rest.places] }
      : cell
  })
  return [...joined, ...below.filter(({ col }) => !above.some((cell) => cell.col === col))]
}

function rowValues(row: readonly Cell[]): LabelledValue[] {
  const cells = row.filter((cell) => cell.col > 0)
  const head = row.find((cell) => cell.col === 0)
  const label = head ? cellPassage(head) : EMPTY_PASSAGE
  const [first, second, third] = cells
  // Two labels side by side: "Responsibility: | … | Date: | …".
  if (first && second && third && cells.length === 3 && sureField(label.text) && labelsBeside(head, first, second, third)) {
    return [rowValue(label, [first], head), rowValue(cellPassage(second), [third], second)]
  }
  return [rowValue(label, cells, head)]
}

/**
 * Whether the second of three cells is a label beside its own value, as the row's first cell is one beside the first: it
 * ends in a colon, or names a field on the shade of the first label, or names one where neither value does. "Implemented"
 * heads a column too, and below "Status" it is a value.
 */
function labelsBeside(head: Cell | undefined, first: Cell, second: Cell, third: Cell): boolean {
  const { text } = cellPassage(second)
  if (!sureField(text)) return false
  if (/:\s*$/u.test(text)) return true
  if (matchField(text)?.score !== 1) return false
  if (head?.fill && head.fill !== first.fill) return head.fill === second.fill && first.fill === third.fill
  const value = cellPassage(third).text
  return !sureField(cellPassage(first).text) && (!sureField(value) || statusOfGrade(value, null) !== null)
}

function rowValue(text: Passage, cells: readonly Cell[], head: Cell | undefined): LabelledValue {
  const number = readLabel(text.text)
  const beside = cells.flatMap((cell) => cell.blocks)
  // "Recommendation 3: The ramp should …" in one cell across the card is its label and its words.
  const across = beside.length === 0 && number?.word != null && number.end < text.text.length
  const label = across ? slicePassage(text, 0, number.end) : text
  return {
    label,
    value: across ? paragraph(slicePassage(text, number.end)) : beside,
    field: label.text === '' ? null : sureField(label.text),
    number: number?.word ? number : null,
    fromTable: true,
    fill: cells[0]?.fill ?? null,
    picture: beside.length === 0 && cells.some(({ picture }) => picture),
    place: head?.places[0] ?? cells[0]?.places[0] ?? NOWHERE,
  }
}

/** A paragraph's block without its label, kept as a block so that the value's parts can be read from it. */
function paragraph(passage: Passage): Block[] {
  return passage.text === '' ? [] : [plainParagraph(passage)]
}

/** A remark after a label that says what to write there. */
const INSTRUCTION = new RegExp(`^\\s*\\((?:${INSTRUCTION_OPENERS.join('|').replaceAll('.', '\\.')})(?![\\p{L}])[^()]{0,100}\\)`, 'iu')

/** A note after its mark, as Markdown sets it at the end: no part of what it is below. */
const NOTE = /^\[\d{1,3}\]\s/u

/** What labels on lines of their own say about a recommendation; so many of them show that a paper sets its cards so. */
const TELLING: ReadonlySet<FieldRole> = new Set(['action', 'responsible', 'due', 'revised-due', 'completed-on', 'progress', 'status'])
const FEWEST_ALONE = 3

/** Lines that are the label of a card and nothing else, their values below them, as pages of the web are printed. */
function labelsAlone(outline: Outline): Set<Passage> {
  const runs: { passage: Passage; match: FieldMatch }[][] = [[]]
  for (const entry of outline.entries) {
    const match = entry.type === 'table' || isHeading(entry) || entry.bullet || entry.label ? null : sureField(entry.passage.text)
    const own = runs.at(-1)
    if (!match || entry.type === 'table' || entry.passage.text.split(' ').length > LONGEST_ALONE_WORDS) runs.push([])
    // "Complete" below "Status" is the value.
    else if (own && own.at(-1)?.match.role !== match.role) own.push({ passage: entry.passage, match })
  }
  // Several in a row are the headings of a table that was saved with a cell a line.
  const lines = runs.filter((run) => run.length < FEWEST_ALONE).flat()
  const roles = new Set(lines.flatMap(({ match }) => (match.score === 1 && TELLING.has(match.role) ? [match.role] : [])))
  return new Set(roles.size >= FEWEST_ALONE ? lines.map(({ passage }) => passage) : [])
}
const LONGEST_ALONE_WORDS = 5

/** Fields of a name, a day or a state, in which no sentence goes on. */
const BRIEF: ReadonlySet<FieldRole> = new Set(['responsible', 'sponsor', 'due', 'revised-due', 'completed-on', 'status'])
/** Fields of sentences, which a noun alone may label below those: "Follow-up comment: We saw the works." */
const SAYING: ReadonlySet<FieldRole> = new Set(['progress', 'action', 'impact', 'ignored'])
/** Few words with a capital before a colon, and a sentence. */
const OWN_SENTENCE = /^\p{Lu}\S*(?:\s\S+){0,3}:\s\p{Lu}.*\s.*[.!?]$/u

/** What is known of a document's lines before one of them is read. */
interface LineContext {
  alone: ReadonlySet<Passage>
  /** Labels without a known meaning that several lines begin with, folded. */
  repeated: ReadonlySet<string>
  /** How many lines with known labels came. */
  known: number
}

/** Below so many lines with known labels, a line with a label of the same form is one of the card too. */
const FEWEST_LINES = 2
const LONGEST_UNKNOWN_WORDS = 5

/** How near a line with a known label a line of the same card is. */
const NEAR_LINES = 4

/** The words before the colons of lines that mean no field, where several lines begin with the same, each near a known label. */
function repeatedLabels(outline: Outline): Set<string> {
  const lines = outline.entries.map((entry) => (entry.type === 'table' || entry.bullet ? '' : entry.passage.text))
  const known = lines.map((text) => sureField(LINE_LABEL.exec(text)?.[1] ?? '') !== null)
  if (known.filter(Boolean).length < FEWEST_LINES) return new Set()
  const counts = new Map<string, number>()
  for (const [at, text] of lines.entries()) {
    const label = known.slice(Math.max(0, at - NEAR_LINES), at + NEAR_LINES + 1).includes(true) ? unknownLabel(text) : ''
    if (label !== '') counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([label, times]) => (times > 1 ? [label] : [])))
}

/** The folded words of a line's label that are few and begin with a capital, and mean no field surely; empty where there are none. */
function unknownLabel(text: string): string {
  const label = LINE_LABEL.exec(text)?.[1] ?? ''
  const isOne = /^\p{Lu}/u.test(label) && label.split(/\s+/u).length <= LONGEST_UNKNOWN_WORDS && readLabel(label) === null
  return isOne && !sureField(label) ? foldWords(label) : ''
}

/** The field of a label whose noun alone is known, where what follows it is of that kind. */
function nounField(label: string, value: string): FieldMatch | null {
  const meaning = matchField(label)
  if (!meaning || meaning.score < QUESTION_SCORE) return null
  return DATES.has(meaning.role) ? (readDate(value)?.from != null ? meaning : null) : null
}
const DATES: ReadonlySet<FieldRole> = new Set(['due', 'revised-due', 'completed-on'])

function lineValue(entry: TextEntry, last: LabelledValue | undefined, { alone, repeated, known }: LineContext): LabelledValue {
  const base = { fromTable: false, fill: null, picture: false, place: passagePlace(entry.passage) }
  const text = entry.passage.text
  if (entry.label?.word === 'recommendation') {
    return {
      ...base,
      label: slicePassage(entry.passage, 0, entry.label.text.length),
      value: paragraph(entry.body),
      field: { role: 'recommendation', score: 1, certainty: 1 },
      number: entry.label,
    }
  }
  const numbered = numberedLabel(entry)
  if (numbered) return { ...base, ...numbered, number: null }
  const match = LINE_LABEL.exec(text)
  const field = match ? sureField(match[1] ?? '') : null
  if (match && field) {
    const end = match[0].length + (INSTRUCTION.exec(text.slice(match[0].length))?.[0].length ?? 0)
    return { ...base, label: slicePassage(entry.passage, 0, end), value: paragraph(slicePassage(entry.passage, end)), field, number: null }
  }
  // "Auditor's comment: …" below an officer's name is no more of the name, whatever the label means.
  if (match && last?.field && BRIEF.has(last.field.role) && OWN_SENTENCE.test(text)) {
    const end = match[0].length
    const meaning = matchField(match[1] ?? '')
    return {
      ...base,
      label: slicePassage(entry.passage, 0, end),
      value: paragraph(slicePassage(entry.passage, end)),
      field: meaning && meaning.score >= QUESTION_SCORE && SAYING.has(meaning.role) ? meaning : null,
      number: null,
    }
  }
  // "Lead sponsor: Cllr Ash" on each card, or "New date: March 2025": among lines with labels it is not one of the value above it.
  if (match && entry.label === null) {
    const end = match[0].length
    const value = slicePassage(entry.passage, end)
    const noun = known >= FEWEST_LINES ? nounField(match[1] ?? '', value.text) : null
    if (value.text !== '' && (noun || repeated.has(unknownLabel(text))))
      return { ...base, label: slicePassage(entry.passage, 0, end), value: paragraph(value), field: noun, number: null }
  }
  // A label on a line of its own, set as a heading over its value, or bold and cut short: "Recommendation no."
  const own = isHeading(entry) || entry.bold || alone.has(entry.passage) ? matchField(text) : null
  if (own && (own.score === 1 || alone.has(entry.passage))) return { ...base, label: entry.passage, value: [], field: own, number: null }
  if (isHeading(entry) || NOTE.test(text)) return { ...base, label: entry.passage, value: [], field: null, number: null }
  const kept: Block = entry.bullet
    ? { type: 'list-item', marker: '•', markerRuns: [], depth: 0, passage: entry.passage, indent: entry.indent, look: PLAIN_LOOK }
    : { type: 'paragraph', passage: entry.passage, bold: entry.bold, indent: entry.indent, look: PLAIN_LOOK }
  // Text below a form goes on with the cell above it only in mid-sentence: a page break took it out of its row.
  const torn = last?.fromTable === true && isOpen(valueText(last)) && GOES_ON.test(text)
  return { ...base, fromTable: torn, label: EMPTY_PASSAGE, value: [kept], field: null, number: null }
}

/** How the rest of a torn cell begins: in small letters, in a bracket, or with a number that no word in capitals follows. */
const GOES_ON = /^(?:[\p{Ll}(]|\d(?!\S*\s\p{Lu}{2}))/u

/** "2.1 Progress: …": the label of a paragraph that a report numbers within its section; null where it is not one. What opens a card has a number of its own. */
function numberedLabel({ label, body }: TextEntry): Pick<LabelledValue, 'label' | 'value' | 'field'> | null {
  if (!label || label.word !== null || label.style !== 'dotted') return null
  const match = LINE_LABEL.exec(body.text)
  const field = match ? sureField(match[1] ?? '') : null
  if (!match || !field || OPENING.has(field.role)) return null
  return { label: slicePassage(body, 0, match[0].length), value: paragraph(slicePassage(body, match[0].length)), field }
}
const OPENING: ReadonlySet<FieldRole> = new Set(['recommendation', 'objective', 'action', 'number'])
