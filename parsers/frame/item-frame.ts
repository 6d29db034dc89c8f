import type { FormSection } from '../outline/form-section.ts'
import { isHeading } from '../outline/outline.ts'
import { readMeetingLine } from '../recognise/meetings.ts'
import { headedBody, readSitting, type Sitting } from './decided.ts'
import type { FrontMeeting } from './front.ts'

const MEETING_LABEL = /^(?:(?:decided|made|determined) at )?meeting\s?:/iu

/** The first lines of an item, where it may say at which meeting it was taken. */
const ITEM_HEAD = 4

/**
 * Who decided one item of business, or one paper of a pack, and when: by its own lines where they say so ("Meeting:
 * 14/05/2024 - Cabinet (Item 5)", "Decision of the Executive Councillor for …", the labels of a form of its own), else as
 * the whole paper says. `sections` are the item's alone.
 */
export function itemFrame(sections: readonly FormSection[], paper: Sitting): Sitting {
  const entries = sections.flatMap((section) => section.entries)
  const labelled = sections.flatMap(({ label, entries: [value] }) => (value && MEETING_LABEL.test(label.text) ? [value.passage] : []))
  const head = entries.slice(0, ITEM_HEAD).flatMap(({ passage }) => (MEETING_LABEL.test(passage.text) ? [passage] : []))
  const meetings = [...labelled, ...head].flatMap((passage): FrontMeeting[] => {
    const line = readMeetingLine(passage.text)
    return line ? [{ passage, line }] : []
  })
  // What an item's text mentions is not its own; only its labels and headings are.
  const own = readSitting({
    entries,
    front: [],
    meetings,
    sections: sections.filter(({ kind }) => kind === 'decided-on' || kind === 'body'),
  })
  const headings = [
    ...sections.map(({ label }) => label),
    ...entries.flatMap((entry) => (isHeading(entry) || entry.label === null ? [entry.passage] : [])),
  ]
  return {
    decidedBy: headedBody(headings) ?? own.decidedBy ?? paper.decidedBy,
    decidedOn: own.decidedOn ?? paper.decidedOn,
  }
}
