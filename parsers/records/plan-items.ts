import { type Block, joinPassages, type Passage } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { textEntries } from './outline.ts'

/** What stands under one column heading, or behind one label of a card, for one recommendation. */
export interface FieldValue {
  blocks: Block[]
  /** The heading or label as printed; empty where it is lost. */
  label: Passage
  /** "#rrggbb" of a cell's background, if any. */
  fill: string | null
  place: Place
}

/** One row of a plan, or one card of a form: what is said of one recommendation. */
export interface PlanItem {
  fields: Map<FieldRole, FieldValue>
  /** The theme or strand that it stands under. */
  heading: Passage | null
  place: Place
  /** A number that the item itself has lost and its neighbours give back. */
  restoredNumber: string | null
  /** A further row for the recommendation of the item before: other actions, other people. */
  continues: boolean
}

/** Cells that hold a sign for "nothing". The contract: a dash or "n/a" is blank. */
const BLANK_TEXT = /^(?:[-–—_.\s]*|n\/?a\.?|not applicable\.?|nil\.?)$/iu

/** Whether a text says that there is nothing to say. */
export function isBlankText(text: string): boolean {
  return BLANK_TEXT.test(text)
}

/** All that a field says, as one passage; empty for a blank cell or a field that is not there. */
export function fieldPassage(item: PlanItem, role: FieldRole): Passage {
  const value = item.fields.get(role)
  if (!value) return { text: '', runs: [] }
  const passage = joinPassages(textEntries(value.blocks).map((entry) => entry.passage))
  return isBlankText(passage.text) ? { text: '', runs: [] } : passage
}
