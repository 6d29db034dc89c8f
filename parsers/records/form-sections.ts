import { type Cell, cellPassage, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { NOWHERE, type Place } from '../../schema/place.ts'
import type { FormLabel } from '../../schema/vocabulary/forms.ts'
import { matchField } from '../recognise/fields.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readLabel } from '../recognise/numbers.ts'
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
const LINE_LABEL = /^([^:.;!?]{2,100}?)\s*:(?=\s|$)/u

/**
 * The form of a document: what stands under or behind each label, in order. What stands before the first
 * label is a section without one. Numbered sections and numbered items of a list look alike ("3."): a
 * section's words are a label of the vocabulary, or a heading.
 */
export function formSections(entries: readonly Entry[]): FormSection[] {
  const sections: FormSection[] = [unlabelled()]
  for (const entry of entries) {
    if (entry.type === 'table') {
      // A table with column headings is a plan or figures, no form.
      if (readTableHeader(entry.table)) continue
      endRow(sections)
      for (const row of entry.table.rows) addRow(sections, row)
      endRow(sections)
      continue
    }
    const start = sectionStart(entry)
    if (start) sections.push(start)
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
  if (last?.form === 'line') sections.push({ ...unlabelled(), entries: [entry] })
  else last?.entries.push(entry)
}

/** A row of a label and its value becomes a section; a row of one cell goes on with the section before. */
function addRow(sections: FormSection[], row: readonly Cell[]): void {
  const filled = row.filter((cell) => cell.blocks.length > 0)
  const [first, ...rest] = filled
  if (!first) return
  const label = cellPassage(first)
  const isLabel =
    first.col === 0 &&
    label.text.length <= LONGEST_LABEL &&
    (matchFormLabel(withoutNumber(label.text)) !== null || /:\s*$/u.test(label.text))
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
  for (const entry of filled.flatMap((cell) => blockEntries(cell.blocks))) {
    if (entry.type === 'table') continue
    const start = sectionStart(entry)
    if (start) sections.push(start)
    else addEntry(sections, entry)
  }
}

const withoutNumber = (text: string) => text.replace(/^\s*(?:\(?\d{1,2}(?:\.\d{1,2})?[).]?|\(?[a-z][).])\s+/u, '')

function sectionStart(entry: TextEntry): FormSection | null {
  const text = entry.passage.text
  const body = entry.label ? entry.body.text : text
  const place = passagePlace(entry.passage)
  const kind = matchFormLabel(body)
  const heading = isHeading(entry)
  // Words of the vocabulary that stand alone on their line are a label, set as a heading or not.
  if (kind !== null && (heading || (!entry.bullet && !/[.;,]$/u.test(body))))
    return { kind, label: entry.passage, form: 'heading', entries: [], place }
  const line = LINE_LABEL.exec(body)
  if (line?.[1] && !entry.bullet) {
    const lineKind = matchFormLabel(line[1])
    const end = text.length - body.length + line[0].length
    if (lineKind !== null && text.length > end) {
      const value = slicePassage(entry.passage, end)
      return {
        kind: lineKind,
        label: slicePassage(entry.passage, 0, end),
        form: 'line',
        entries: [{ ...entry, type: 'paragraph', label: null, passage: value, body: value }],
        place,
      }
    }
  }
  return heading && entry.type === 'heading' ? { kind: null, label: entry.passage, form: 'heading', entries: [], place } : null
}

/** Fields of a card or plan: where one is labelled, the form's own head has ended. */
const BODY_ROLES = new Set<string>(['recommendation', 'responsible', 'action', 'progress', 'status', 'success-measure', 'impact', 'due'])

/** The sections of a form's head: those before its first card. */
export function headSections(sections: readonly FormSection[]): FormSection[] {
  const end = sections.findIndex(({ label, kind }) => {
    if (label.text === '') return false
    if (readLabel(label.text)?.word === 'recommendation') return true
    const field = matchField(label.text)
    return field?.score === 1 && BODY_ROLES.has(field.role) && (kind === null || kind === 'dated')
  })
  return end < 0 ? [...sections] : sections.slice(0, end)
}

/** All that stands in a section, as one passage. */
export function sectionPassage(section: FormSection): Passage {
  return joinPassages(section.entries.map((entry) => entry.passage))
}
