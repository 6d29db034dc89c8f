import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Evidence, ReviewMention } from '../../schema/records.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { type FormSection, sectionPassage, sectionValue } from '../outline/form-section.ts'
import { type Outline, saysAtFront, type TextEntry } from '../outline/outline.ts'
import { type TitleKind, titleKinds } from '../recognise/titles.ts'
import { withoutLinks } from './clean-title.ts'
import { readSitting, type Sitting } from './decided.ts'
import { frontEntries, ITEM_OF_MEETING, meetingLines, PURPOSE } from './front.ts'
import { isReportLine } from './no-title.ts'
import { paperCommittee, paperCouncil } from './paper-bodies.ts'
import { documentDate, type PaperDate } from './paper-date.ts'
import { headingTitle } from './paper-title.ts'
import { reviewMentions } from './review-mentions.ts'

/** What a document says about itself, whatever kind it is. */
export interface About extends Sitting {
  title: Passage | null
  /** The kinds of paper that its title announces, or a line beside it that says nothing else ("Final report"). */
  kinds: ReadonlySet<TitleKind>
  council: string | null
  committee: string | null
  dated: PaperDate | null
  reviews: ReviewMention[]
  evidence: Evidence[]
}

/**
 * What a document says about itself. `head` is the head of its form, which is surest where there is one; `form` is all of
 * it, for who decided may be said after the decision.
 */
export function readAbout(outline: Outline, head: readonly FormSection[], form: readonly FormSection[] = head): About {
  const ledger = new EvidenceLedger(outline.document.source)
  const front = frontEntries(outline.entries)
  const meetings = meetingLines(front)
  const title = formTitle(ownTitles(outline, head)) ?? headingTitle(outline)
  const texts = bodyTexts(outline)
  const sitting = readSitting({ entries: outline.entries, front, meetings, sections: form })
  // Where the council itself met, the committees that its minutes name are not the paper's own.
  const own = /\bcouncil$/iu.test(sitting.decidedBy?.text ?? '') ? [] : texts
  const places = { front, meetings, sections: head, title, furniture: outline.document.furniture, last: lastLine(outline), texts: own }
  const council = paperCouncil(places)
  const committee = paperCommittee(places)
  // Minutes are dated by their meeting, whatever other days are at their front.
  const dated = sitting.decidedOn ?? documentDate(outline, head)
  if (title) ledger.stated('title', title)
  if (council) ledger.stated('council', council)
  if (committee) ledger.stated('committee', committee)
  if (dated) {
    ledger.stated('datedText', dated.passage)
    ledger.derived('datedFrom', dated.reading.from, dated.passage)
    ledger.derived('datedTo', dated.reading.to, dated.passage)
  }
  return {
    title,
    kinds: announcedKinds(title, front),
    council: council?.text ?? null,
    committee: committee?.text ?? null,
    dated,
    ...sitting,
    reviews: reviewMentions({ sections: head, title, front, texts }),
    evidence: ledger.entries,
  }
}

function lastLine({ entries }: Outline): TextEntry | null {
  const last = entries.at(-1)
  return last && last.type !== 'table' ? last : null
}

function announcedKinds(title: Passage | null, front: readonly TextEntry[]): Set<TitleKind> {
  const kinds = new Set(titleKinds(title?.text ?? ''))
  if (kinds.size === 0 && front.some(({ passage }) => isReportLine(passage.text))) kinds.add('report')
  return kinds
}

/** The sections of a form's head. On the page of one item "Minute 27 – Lamps" is an earlier minute that it mentions, and no title. */
function ownTitles(outline: Outline, sections: readonly FormSection[]): readonly FormSection[] {
  if (!saysAtFront(outline, ITEM_OF_MEETING)) return sections
  return sections.filter(({ kind, label }) => kind !== 'title' || !/^minute\b/iu.test(label.text))
}

/** The title after a form's label; a form with several ("Subject:" over each decision) is called by none of them. */
function formTitle(sections: readonly FormSection[]): Passage | null {
  const titled = sections.filter((section) => section.kind === 'title' && section.form !== 'heading' && sectionPassage(section).text !== '')
  const value = titled.length > 1 ? null : sectionValue(sections, 'title')
  if (!value) return null
  // "Agenda item" alone on a line is over the item and all that was said about it.
  const under =
    titled.length === 0
      ? (sections.find(({ kind, entries }) => kind === 'title' && entries.length > 0)?.entries[0]?.passage ?? value)
      : value
  const title = toLabel(withoutLinks(under))
  return title.text.length > LONGEST_FORM_TITLE || PURPOSE.test(title.text) || TOLD.test(title.text) ? null : title
}

/** A form's title is no longer than this: what is longer is an account. */
const LONGEST_FORM_TITLE = 300
/** "The minutes were confirmed subject to the following:" says what happened. */
const TOLD = /\s(?:was|were|has been|have been|had)\s.*[.:]$/u
/** A sentence's end, and another label after it: "Bus Shelters. Executive Summary: …". */
const LABEL_BEHIND = /[.;]\s+(?=\p{Lu}[^.;:]{2,40}:\s)/u

/** A title up to the next label on its line. */
function toLabel(title: Passage): Passage {
  const label = LABEL_BEHIND.exec(title.text)
  return label ? slicePassage(title, 0, label.index) : title
}

/** All text of a paper, that of its tables included. */
function bodyTexts({ entries }: Outline): Passage[] {
  return entries.flatMap((entry) =>
    entry.type === 'table'
      ? entry.table.rows.flatMap((row) =>
          row.flatMap((cell) => cell.blocks.flatMap((block) => (block.type === 'table' ? [] : [block.passage]))),
        )
      : [entry.passage],
  )
}
