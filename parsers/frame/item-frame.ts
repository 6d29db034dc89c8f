import type { Passage } from '../../schema/document.ts'
import { formSections } from '../outline/form-sections.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { readMeetingLine } from '../recognise/meetings.ts'
import { headedBody, readSitting, type Sitting } from './decided.ts'
import type { FrontMeeting } from './front.ts'

/** The first lines of an item, where it may say at which meeting it was taken. */
const ITEM_HEAD = 4

/**
 * Who decided one item of business, or one paper of a pack, and when: by its own lines where they say so ("Meeting:
 * 14/05/2024 - Cabinet (Item 5)", "Decision of the Executive Councillor for …", the labels of a form of its own), else as
 * the whole paper says. `entries` are the item's alone.
 */
export function itemFrame(entries: readonly Entry[], paper: Sitting): Sitting {
  const head = entries.slice(0, ITEM_HEAD).filter((entry): entry is TextEntry => entry.type !== 'table')
  const meetings = head.flatMap(({ passage }): FrontMeeting[] => {
    const line = /^(?:(?:decided|made|determined) at )?meeting\s?:/iu.test(passage.text) ? readMeetingLine(passage.text) : null
    return line ? [{ passage, line }] : []
  })
  // What stands in an item's text is spoken of there; only its labels and headings are its own.
  const sections = formSections(entries).filter(({ kind }) => kind === 'decided-on' || kind === 'body')
  const own = readSitting({ entries, front: [], meetings, sections })
  const headed: Passage | null = headedBody(entries.filter((entry) => entry.type === 'table' || isHeading(entry) || entry.label === null))
  return {
    decidedBy: headed ?? own.decidedBy ?? paper.decidedBy,
    decidedOn: own.decidedOn ?? paper.decidedOn,
  }
}
