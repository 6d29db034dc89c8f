import { type Cell, cellPassage, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import type { FormLabel } from '../../schema/vocabulary/forms.ts'
import { matchField } from '../recognise/fields.ts'
import { foldWords } from '../recognise/fold.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { headsMotion, readCodeLine } from '../recognise/motions.ts'
import { readLabel } from '../recognise/numbers.ts'
import { isBareThat } from '../recognise/resolutions.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { isVoteSide } from '../recognise/vote-counts.ts'
import { isAmongHeadings } from './column-headings.ts'
import { type DecisionRow, readDecisionTable } from './decision-table.ts'
import type { FormSection } from './form-section.ts'
import { blockEntries, type Entry, type TextEntry, textEntries } from './outline.ts'
import { LONGEST_LABEL, LONGEST_UNKNOWN, sectionStarts, unknownLine } from './section-starts.ts'
import { readTableHeader } from './table-header.ts'

/**
 * The form of a document: what is under or after each label, in order. What precedes the first
 * label is a section without one. Numbered sections and numbered items of a list look alike ("3."): a
 * section's words are a label of the vocabulary, or a heading.
 */
export function formSections(entries: readonly Entry[]): FormSection[] {
  const sections: FormSection[] = [unlabelled()]
  const starts = entries.map((entry, index) =>
    entry.type === 'table' || isMotionCode(entry, entries[index + 1]) || isAmongHeadings(entries, index) ? [] : sectionStarts(entry),
  )
  for (const [index, entry] of entries.entries()) {
    if (entry.type === 'table') {
      const decided = readDecisionTable(entry.table)
      if (decided) {
        sections.push(...decided.map(rowSection), unlabelled())
        continue
      }
      // After its column headings a table is a plan or figures, no form; the head of a form may be above them.
      const header = readTableHeader(entry.table)
      if (!header && (isData(entry.table) || isRollCall(entry.table) || hasVerdicts(entry.table))) continue
      const formRows = header ? entry.table.rows.slice(0, Math.min(...header.rows)) : entry.table.rows
      endRow(sections)
      for (const [row, cells] of formRows.entries()) addRow(sections, cells, isFormTable(entry.table, row))
      endRow(sections)
      continue
    }
    const started = starts[index] ?? []
    const unknown = started.length === 0 && [starts[index - 1], starts[index + 1]].some(isLine) ? unknownLine(entry) : null
    if (unknown) sections.push(unknown)
    else if (started.length > 0) sections.push(...started)
    else addEntry(sections, entry)
  }
  return sections
}

/** What was decided in a row, under what it is about. */
const rowSection = ({ subject, decision }: DecisionRow): FormSection => ({
  ...{ kind: null, label: subjectOf(cellPassage(subject)), form: 'heading' },
  ...{ entries: textEntries(decision.blocks), place: subject.places[0] ?? NOWHERE, tabled: true },
})

/** What an item is about, without whose report it had and in whose portfolio it is: "Ferry fares Report of the Director Portfolio: Quays". */
function subjectOf(cell: Passage): Passage {
  const said = SAID_OF_ITEM.exec(cell.text)
  return said && said.index >= SHORTEST_SUBJECT ? slicePassage(cell, 0, said.index) : cell
}

const SAID_OF_ITEM =
  /\s+(?:(?:Joint [Rr]eports?|Reports?) (?:of|by|from) |(?:Portfolio(?: Holder)?|Cabinet Member|Lead Member|Report Author|Wards?)s?\s?:)/u
const SHORTEST_SUBJECT = 5

/** "CPS-071-24" alone above "Moved by: …" is the number of a motion, though it is set like a heading. */
const isMotionCode = (entry: TextEntry, next: Entry | undefined) =>
  next !== undefined && next.type !== 'table' && readCodeLine(entry.passage, next.passage) !== null

const unlabelled = (): FormSection => ({ kind: null, label: { text: '', runs: [] }, form: 'heading', entries: [], place: NOWHERE })

/** A table of several columns under their headings holds data, and its cells are not among the text around it. */
function isData({ headerRows, columns, rows }: Table): boolean {
  return headerRows > 0 && columns > 2 && rows.every((row) => row.every((cell) => cellPassage(cell).text.length < LONGEST_DATUM))
}

const LONGEST_DATUM = 80

/** Who voted how, in a column for each side: "Motion | Amendment" over names moves neither of them again. */
function isRollCall({ rows }: Table): boolean {
  const [heads = [], ...names] = rows
  const sides = heads.map((cell) => cellPassage(cell).text).filter((text) => text !== '')
  return names.length > 0 && sides.length > 1 && sides.every((text) => isVoteSide(text) || headsMotion(text))
}

/** A column of nothing but verdicts, "Agreed" over "Not agreed", answers what is beside it in each row, and opens nothing. */
function hasVerdicts({ rows, columns }: Table): boolean {
  if (columns < FEWEST_ANSWERED) return false
  return Array.from({ length: columns }).some((_, col) => {
    const texts = rows.flatMap((row) => row.filter((cell) => cell.col === col).map((cell) => cellPassage(cell).text)).filter(Boolean)
    const verdicts = texts.filter((text) => readVerdict(text)?.end === text.length)
    return verdicts.length > 1 && verdicts.length >= VERDICT_SHARE * rows.length
  })
}

/** What is answered, its verdict, and who or when. */
const FEWEST_ANSWERED = 3
const VERDICT_SHARE = 0.6

/** A row's value ends with its table; what follows is under no label. */
function endRow(sections: FormSection[]): void {
  if (sections.at(-1)?.form === 'row') sections.push(unlabelled())
}

/** Text goes to the section that it is under; a line "Label: value" is whole as it is, but for "Decision made: That" over its limbs. */
function addEntry(sections: FormSection[], entry: TextEntry): void {
  const last = sections.at(-1)
  // After a line's value another text begins, unless what was resolved has begun on the line.
  const isLed = last?.kind === 'record' && isBareThat(last.entries[0]?.passage.text ?? 'none')
  if (last?.form === 'line' && last.entries.length < 2 && !isLed) sections.push({ ...unlabelled(), entries: [entry] })
  else last?.entries.push(entry)
}

/** A table of two columns, label and value, in which a label that is known has come: those after it are labels, too. */
function isFormTable(table: Table, row: number): boolean {
  const known = (cells: readonly Cell[] | undefined) => {
    const first = cells?.find((cell) => cell.col === 0)
    return first !== undefined && matchFormLabel(withoutNumber(cellPassage(first).text)) !== null
  }
  return table.columns === 2 && table.rows.slice(Math.max(0, row - NEAREST_ROWS), row).some(known)
}

/** How far above a row a known label still shows that it is a row of a form. */
const NEAREST_ROWS = 6

/** A row of a label and its value becomes a section; a row of one cell goes on with the section before. */
function addRow(sections: FormSection[], row: readonly Cell[], inForm: boolean): void {
  const filled = withoutMarker(row.filter((cell) => cell.blocks.length > 0))
  const [first, ...rest] = filled
  if (!first) return
  const label = cellPassage(first)
  const isLabel =
    first.col === (filled.length < row.filter((cell) => cell.blocks.length > 0).length ? first.col : 0) &&
    label.text.length <= LONGEST_LABEL &&
    (matchFormLabel(withoutNumber(label.text)) !== null ||
      /:\s*$/u.test(label.text) ||
      (inForm && rest.length > 0 && label.text.length <= LONGEST_UNKNOWN && /^\p{Lu}/u.test(label.text)))
  if (isLabel) {
    sections.push({
      kind: matchFormLabel(withoutNumber(label.text)),
      label,
      form: 'row',
      entries: textEntries(rest.flatMap((cell) => cell.blocks)),
      place: first.places[0] ?? NOWHERE,
    })
    return
  }
  if (first.col > 0 && takesOneValue(sections.at(-1))) sections.push(unlabelled())
  for (const entry of filled.flatMap((cell) => blockEntries(cell.blocks))) {
    if (entry.type === 'table') continue
    // A row of several cells is figures or names: a word in it is not a label of what follows.
    const started = filled.length > 2 ? [] : sectionStarts(entry)
    if (started.length > 0) sections.push(...started)
    else addEntry(sections, entry)
  }
}

/** A form may count its rows in a column of their own, "(a)", "1.": that is not a label. */
function withoutMarker(cells: readonly Cell[]): readonly Cell[] {
  const [first, ...rest] = cells
  return first && rest.length > 0 && /^(?:\(?[a-z\d]{1,2}[.)]|\d{1,2})$/iu.test(cellPassage(first).text.trim()) ? rest : cells
}

/** Labels after which one short value is: a row without a label below it is not theirs. */
const ONE_VALUE: ReadonlySet<FormLabel | null> = new Set<FormLabel | null>([
  'action_plan_agreed',
  'call_in_by',
  'published_on',
  'dated',
  'decided-on',
  'as-of',
  'review',
  'council',
  'body',
])

function takesOneValue(section: FormSection | undefined): boolean {
  return section !== undefined && section.form === 'row' && section.entries.length > 0 && ONE_VALUE.has(section.kind)
}

const withoutNumber = (text: string) => text.replace(/^\s*(?:\(?\d{1,2}(?:\.\d{1,2})?[).]?|\(?[a-z][).])\s+/u, '')

/** Whether these are what a line of a form begins. */
function isLine(started: readonly FormSection[] | undefined): boolean {
  return started?.some((section) => section.form === 'line' && section.kind !== 'title') ?? false
}

/** Fields of a card or plan: where one is labelled, the form's own head has ended. */
const BODY_ROLES = new Set<string>(['recommendation', 'responsible', 'action', 'progress', 'status', 'success-measure', 'impact', 'due'])

/** The sections of a form's head: those before its first card. */
export function headSections(sections: readonly FormSection[]): FormSection[] {
  const isField = (section: FormSection | undefined) => {
    const field = section?.label.text ? matchField(section.label.text) : null
    return field?.score === 1 && BODY_ROLES.has(field.role)
  }
  const rows = Map.groupBy(
    sections.filter(({ form }) => form === 'row'),
    ({ label }) => foldWords(label.text),
  )
  const end = sections.findIndex((section, index) => {
    if (section.label.text === '') return false
    if (readLabel(section.label.text)?.word === 'recommendation') return true
    // A form says about itself once who its officer is; a row that comes again is a card's.
    if (section.form === 'row' && !ONE_VALUE.has(section.kind) && (rows.get(foldWords(section.label.text))?.length ?? 0) > 1) return true
    // "Date:" is the paper's own, unless another field of a card is beside it.
    const beside = sections.slice(index + 1, index + 2).some((next) => next.kind === null && isField(next))
    return (
      isField(section) &&
      (section.kind === null || (section.kind === 'dated' && (beside || section.form === 'heading' || index > LAST_HEAD_LINE)))
    )
  })
  return end < 0 ? [...sections] : sections.slice(0, end)
}

/** A form's own date is one of its first lines. */
const LAST_HEAD_LINE = 6
