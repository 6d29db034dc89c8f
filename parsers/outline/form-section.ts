import { joinPassages, type Passage } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { FormLabel } from '../../schema/vocabulary/forms.ts'
import type { TextEntry } from './outline.ts'

/** A labelled part of a form: a numbered section, a row of two cells, or a line "Label: value". */
export interface FormSection {
  /** What the label means; null where the vocabulary does not know it. */
  kind: FormLabel | null
  label: Passage
  /** How the value is set: after its label, or under it. */
  form: 'row' | 'line' | 'heading'
  entries: TextEntry[]
  place: Place
  /** A row of a table of decisions. */
  tabled?: true
}

/** All that is in a section, as one passage. */
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
