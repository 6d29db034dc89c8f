import { type Cell, cellPassage, joinPassages, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import { FORM_PHRASES, type FormLabel } from '../../schema/vocabulary/forms.ts'
import { findDates } from '../recognise/dates.ts'
import { matchField } from '../recognise/fields.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readBackReference, readFollowing, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { readLabel } from '../recognise/numbers.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import { blockEntries, type Entry, isHeading, passagePlace, type TextEntry, textEntries } from './outline.ts'
import { readTableHeader } from './table-header.ts'

/** A labelled part of a form: a numbered section, a row of two cells, or a line "Label: value". */
export interface FormSection {
  /** What the label means; null where the vocabulary does not know it. */
  kind: FormLabel | null
  label: Passage
  /** How the value is set: behind its label, or under it. */
  form: 'row' | 'line' | 'heading'
  entries: TextEntry[]
  place: Place
}

/** A section's heading is no longer than this. */
const LONGEST_LABEL = 120
/** "Label: value" on one line: the words before the colon. */
const LINE_LABEL = /^([^:.;!?]{2,100}?\??)\s*:(?=\s|$)/u
/** "REASONS FOR DECISION – …": a label in capitals may end in a dash. */
const DASH_LABEL = /^(\p{Lu}[\p{Lu}\s()’'/]{3,80}?)\s[–—-](?=\s)/u

/**
 * The form of a document: what stands under or behind each label, in order. What stands before the first
 * label is a section without one. Numbered sections and numbered items of a list look alike ("3."): a
 * section's words are a label of the vocabulary, or a heading.
 */
export function formSections(entries: readonly Entry[]): FormSection[] {
  const sections: FormSection[] = [unlabelled()]
  const starts = entries.map((entry) => (entry.type === 'table' ? [] : sectionStarts(entry)))
  for (const [index, entry] of entries.entries()) {
    if (entry.type === 'table') {
      // Behind its column headings a table is a plan or figures, no form; the head of a form may stand above them.
      const header = readTableHeader(entry.table)
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

const unlabelled = (): FormSection => ({ kind: null, label: { text: '', runs: [] }, form: 'heading', entries: [], place: NOWHERE })

/** A row's value ends with its table; what follows stands under no label. */
function endRow(sections: FormSection[]): void {
  if (sections.at(-1)?.form === 'row') sections.push(unlabelled())
}

/** Text goes to the section that it stands under; a line "Label: value" is whole as it is. */
function addEntry(sections: FormSection[], entry: TextEntry): void {
  const last = sections.at(-1)
  // Behind a line's value another text begins, unless what was resolved has begun on the line.
  if (last?.form === 'line' && last.entries.length < 2) sections.push({ ...unlabelled(), entries: [entry] })
  else last?.entries.push(entry)
}

/** A table of two columns, label and value, in which a label that is known has come: those behind it are labels, too. */
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
    // A row of several cells is figures or names: a word in it is no label of what follows.
    const started = filled.length > 2 ? [] : sectionStarts(entry)
    if (started.length > 0) sections.push(...started)
    else addEntry(sections, entry)
  }
}

/** A form may count its rows in a column of their own, "(a)", "1.": that is no label. */
function withoutMarker(cells: readonly Cell[]): readonly Cell[] {
  const [first, ...rest] = cells
  return first && rest.length > 0 && /^(?:\(?[a-z\d]{1,2}[.)]|\d{1,2})$/iu.test(cellPassage(first).text.trim()) ? rest : cells
}

/** Labels behind which one short value stands: a row without a label below it is not theirs. */
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

/** An item of an agenda or a minute, with its number, before its title: "Item 9: …", "Minute 88. …". */
const NUMBERED_ITEM = /^(?:agenda item|item|minute)(?: no\.?)? [A-Z]{0,3}\d{1,4}(?:\/\d{2,4})?\s?[:.–-]\s/iu

/** The sections that an entry begins: none, one, or several where short facts stand on one line. */
function sectionStarts(entry: TextEntry): FormSection[] {
  const { text } = entry.passage
  const body = entry.label ? entry.body.text : text
  const place = passagePlace(entry.passage)
  const heading = isHeading(entry)
  const opener = findResolutionOpener(body)
  // A motion's head, and what says what became of one, are none of a form's labels.
  if (readNumberLine(entry.passage) || readMotionLine(entry.passage) !== null || readBackReference(text) || readFollowing(text)) return []
  // "RESOLVED – That", set like a heading, is the beginning of what was resolved.
  if (opener?.start === 0 && (heading || matchFormLabel(body) === null) && !/^(?:decision|resolved|resolution)s?[\s:.–-]*$/iu.test(body))
    return []
  const item = NUMBERED_ITEM.exec(text)
  if (item && text.length <= LONGEST_ITEM) return [itemSection(entry, item[0].length)]
  const line = LINE_LABEL.exec(body) ?? DASH_LABEL.exec(body)
  const lineKind = line?.[1] && !entry.bullet ? matchFormLabel(line[1]) : null
  const end = text.length - body.length + (line?.[0].length ?? 0)
  const kind = matchFormLabel(body)
  // "4. Call in: date and time" is a section's heading: nothing of a value is in it.
  if (lineKind !== null && text.length > end && !(entry.label !== null && kind !== null)) return lineSections(entry, lineKind, end)
  // Words of the vocabulary that stand alone on their line are a label, set as a heading or not.
  if (kind !== null && (heading || (!entry.bullet && !/[.;,]$/u.test(body))))
    return [{ kind, label: entry.passage, form: 'heading', entries: [], place }]
  const dated = entry.bullet || entry.label ? null : datedLine(text)
  if (dated) return [lineSection(entry, dated.kind, dated.end, text.length, 0)]
  return heading && entry.type === 'heading' ? [{ kind: null, label: entry.passage, form: 'heading', entries: [], place }] : []
}

/** An item's title; what was resolved may follow on the same line. */
function itemSection(entry: TextEntry, end: number): FormSection {
  const { text } = entry.passage
  const opener = findResolutionOpener(text)
  const section = lineSection(entry, 'title', end, opener?.start ?? text.length, 0)
  if (!opener) return section
  const passage = slicePassage(entry.passage, opener.start)
  return { ...section, entries: [...section.entries, { ...entry, type: 'paragraph', label: null, passage, body: passage }] }
}

/** An item's title takes a line or two. */
const LONGEST_ITEM = 300

function lineSection(entry: TextEntry, kind: FormLabel | null, from: number, to: number, labelFrom: number): FormSection {
  const value = slicePassage(entry.passage, from, to)
  return {
    kind,
    label: slicePassage(entry.passage, labelFrom, from),
    form: 'line',
    entries: value.text === '' ? [] : [{ ...entry, type: 'paragraph', label: null, passage: value, body: value }],
    place: passagePlace(entry.passage),
  }
}

/** A line of several facts is no longer than this: what is longer is text with a colon in it. */
const LONGEST_FACT_LINE = 600
/** The words right before a colon that can be a label in the middle of a line. */
const INNER_LABEL = /(?<=\s)\p{Lu}[\p{L}’'()/-]*(?:\s[\p{L}’'()/-]+){0,5}\s?:(?=\s)/gu

/** A line "Label: value", cut where another label of the vocabulary stands in it: "Dispensations: none. Wards: All". */
function lineSections(entry: TextEntry, kind: FormLabel, end: number): FormSection[] {
  const { text } = entry.passage
  const cuts: { kind: FormLabel; at: number; end: number }[] = [{ kind, at: 0, end }]
  if (text.length <= LONGEST_FACT_LINE)
    for (const match of text.slice(end).matchAll(INNER_LABEL)) {
      // The longest run of words before the colon that is a label; what stands before it ends the value.
      for (let from = 0; from >= 0; from = nextCapital(match[0], from)) {
        const words = match[0].slice(from, -1)
        const inner = matchFormLabel(words)
        if (inner === null || inner === 'title' || inner === 'record') continue
        cuts.push({ kind: inner, at: end + match.index + from, end: end + match.index + match[0].length })
        break
      }
    }
  return cuts.map((cut, index) => {
    const stop = cuts[index + 1]?.at ?? text.length
    // Several facts on a line are set apart by marks that are none of theirs.
    const next = cuts.length > 1 ? text.slice(0, stop).replace(/[\s.;,]+$/u, '').length : stop
    return lineSection(entry, cut.kind, cut.end, next, cut.at)
  })
}

function nextCapital(text: string, from: number): number {
  const next = /\s\p{Lu}/u.exec(text.slice(from))
  return next ? from + next.index + 1 : -1
}

/** The labels of facts that are a day, and so may stand before it without a colon: "Call in by 5pm on 17 July 2024", "Published 4 May 2023". */
const DAY_LABELS = [
  ...FORM_PHRASES.call_in_by.map((phrase) => [phrase, 'call_in_by'] as const),
  ...FORM_PHRASES.published_on.map((phrase) => [phrase, 'published_on'] as const),
].sort((a, b) => b[0].length - a[0].length)
/** What may stand between such a label and its day. */
const BEFORE_DAY = /^\s(?:(?:noon|midnight|\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|noon))\s(?:on\s)?)?(?:\p{L}{3,6}day,?\s)?(?=\d)/iu

function datedLine(text: string): { kind: FormLabel; end: number } | null {
  if (text.length > LONGEST_LABEL || !/\d/u.test(text)) return null
  const lower = text.toLowerCase().replaceAll('-', ' ')
  for (const [phrase, kind] of DAY_LABELS) {
    if (!lower.startsWith(phrase)) continue
    const gap = BEFORE_DAY.exec(text.slice(phrase.length))
    const day = gap ? findDates(text).find((date) => date.start === phrase.length + gap[0].length) : undefined
    if (day && day.end >= text.replace(/[.\s]+$/u, '').length) return { kind, end: phrase.length }
  }
  return null
}

/** A label that the vocabulary does not know is as short as this. */
const LONGEST_UNKNOWN = 60
/** The value of such a line: short, or it is a sentence. */
const LONGEST_UNKNOWN_VALUE = 160

/** A line "Label: value" whose label is not known; a fact of the form where it stands among lines that are. */
function unknownLine(entry: TextEntry): FormSection | null {
  if (entry.bullet || /^[\d(]/u.test(entry.label?.text ?? '') || entry.passage.text.length > LONGEST_UNKNOWN + LONGEST_UNKNOWN_VALUE)
    return null
  const line = /^(\p{Lu}[^:;!?]{1,60}?\??)\s*:\s(?=\S)/u.exec(entry.passage.text)
  if (!line?.[1] || line[1].split(' ').length > 6 || readLabel(line[1]) || findResolutionOpener(line[1])) return null
  return lineSection(entry, null, line[0].length, entry.passage.text.length, 0)
}

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
  const end = sections.findIndex((section, index) => {
    if (section.label.text === '') return false
    if (readLabel(section.label.text)?.word === 'recommendation') return true
    // "Date:" is the paper's own, unless another field of a card stands beside it.
    const beside = sections.slice(index + 1, index + 2).some((next) => next.kind === null && isField(next))
    return (
      isField(section) &&
      (section.kind === null || (section.kind === 'dated' && (beside || section.form !== 'line' || index > LAST_HEAD_LINE)))
    )
  })
  return end < 0 ? [...sections] : sections.slice(0, end)
}

/** A form's own date is one of its first lines. */
const LAST_HEAD_LINE = 6

/** All that stands in a section, as one passage. */
export function sectionPassage(section: FormSection): Passage {
  return joinPassages(section.entries.map((entry) => entry.passage))
}

/** The value of the first section of a kind that has one. */
export function sectionValue(sections: readonly FormSection[], kind: FormSection['kind']): Passage | null {
  const section =
    sections.find((candidate) => candidate.kind === kind && candidate.form !== 'heading' && candidate.entries.length > 0) ??
    sections.find((candidate) => candidate.kind === kind && candidate.entries.length > 0)
  const passage = section ? sectionPassage(section.form === 'line' ? { ...section, entries: section.entries.slice(0, 1) } : section) : null
  return passage && passage.text !== '' ? passage : null
}
