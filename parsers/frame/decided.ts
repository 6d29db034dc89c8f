import { type Passage, slicePassage } from '../../schema/document.ts'
import type { FormSection } from '../outline/form-section.ts'
import type { Entry, TextEntry } from '../outline/outline.ts'
import { findDates, readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { isOffice, meetingDay, readMeetingLine, trimBody } from '../recognise/meetings.ts'
import { callsMeeting, type FrontMeeting, recordsDecisions } from './front.ts'
import { dayPassage, type PaperDate } from './paper-date.ts'

/** Who decided and when, each null where no place of the paper says so. */
export interface Sitting {
  decidedBy: Passage | null
  decidedOn: PaperDate | null
}

/** What is needed to say who decided: the front of a paper and its form. */
export interface SittingPlaces {
  entries: readonly Entry[]
  front: readonly TextEntry[]
  meetings: readonly FrontMeeting[]
  sections: readonly FormSection[]
}

/**
 * Who decided and when, from places that say so: the label of a form, the meeting line, and in minutes and records of
 * decisions the letterhead. A sentence of the body, a deadline, a day of publication or of other minutes never says it.
 */
export function readSitting(places: SittingPlaces): Sitting {
  const { entries, front, sections } = places
  if (callsMeeting(front)) return { decidedBy: null, decidedOn: null }
  const records = recordsDecisions(front, new Set(sections.map(({ kind }) => kind)))
  const paged = labelledMeeting(entries)
  const meetings = [...(paged ? [paged] : []), ...places.meetings.filter(({ line }) => records || line.said || line.day !== null)].filter(
    ({ passage }) => !/\bto be held\b|\brequested to attend\b/iu.test(passage.text),
  )
  return {
    decidedBy:
      labelledBody(sections, DECISION_MAKER) ??
      meetingBody(meetings) ??
      (records ? (labelledBody(sections, MEETS) ?? letterhead(front)) : null),
    decidedOn:
      labelledDay(sections, 'decided-on') ??
      meetingDate(meetings) ??
      (records ? (labelledDay(sections.slice(0, HEAD_SECTIONS), 'dated') ?? issueDay(front) ?? letterheadDay(front)) : null),
  }
}

/** The label of whoever decides: "Decision maker", "Decision taken by (name and title)"; a page that mentions a decision still to be taken names who will. */
const DECISION_MAKER = /\bdeci(?:sion|ded|ding|sions)\b/iu
/** The label of the body that met. Who writes a report, or to whom it goes, says nothing of who decided. */
const MEETS = /^(?:meeting|committee|body|panel|select committee|scrutiny committee|name of committee|committee name|council body)\b/iu
/** A form's own date is among its first parts. */
const HEAD_SECTIONS = 12

function labelledBody(sections: readonly FormSection[], label: RegExp): Passage | null {
  for (const [index, section] of sections.entries()) {
    if (section.kind !== 'body' || !label.test(section.label.text)) continue
    // What is alone under a label may look like a heading of its own.
    const next = sections[index + 1]
    const under = section.form === 'heading' && next?.kind === null && next.form === 'heading' ? next.label : null
    const value = section.entries[0]?.passage ?? under
    if (!value) continue
    const line = readMeetingLine(value.text)
    const span = line?.body ?? trimBody(value.text, 0, value.text.length) ?? bodyBeforeComma(value.text)
    if (span) return slicePassage(value, span.start, span.end)
    // A person decides under their name and office.
    if (label === DECISION_MAKER && value.text.length <= LONGEST_PERSON && /^\p{Lu}/u.test(value.text) && !SENTENCES.test(value.text))
      return value
  }
  return null
}

/** "Cabinet, 4 May 2021" or "Executive Board (Items 4 to 6)" after a label. */
function bodyBeforeComma(text: string): { start: number; end: number } | null {
  const end = text.search(/[,(–—]|\s-\s/u)
  return end > 0 && !isOffice(text.slice(0, end)) ? trimBody(text, 0, end) : null
}

/** A stop that ends a sentence, and not an initial or a title: "Miss C. Hallworth", "Dr. Fenn". */
const SENTENCES = /;\s|(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|Cllr|Cr|Prof|Rev|Sir|St))\.\s/u
/** A name with its office is no longer than this. */
const LONGEST_PERSON = 120

/** The first day after a label of a kind. */
function labelledDay(sections: readonly FormSection[], kind: FormSection['kind']): PaperDate | null {
  for (const section of sections) {
    if (section.kind !== kind || section.entries.length === 0) continue
    const value = section.entries[0]?.passage
    const reading = value ? findDates(value.text).find((date) => date.precision === 'day') : undefined
    if (value && reading?.from) return { passage: dayPassage(value, reading), reading }
  }
  return null
}

/** "Decided at meeting: 14/10/2025 - Cabinet" closes some pages of one decision. */
function labelledMeeting(entries: readonly Entry[]): FrontMeeting | null {
  for (const entry of entries) {
    if (entry.type === 'table' || !LABELLED_MEETING.test(entry.passage.text)) continue
    const line = readMeetingLine(entry.passage.text)
    if (line) return { passage: entry.passage, line }
  }
  return null
}

const LABELLED_MEETING = /^(?:(?:decided|made|determined) at )?meeting\s?:\s/iu

function meetingBody(meetings: readonly FrontMeeting[]): Passage | null {
  const named = meetings.filter(({ line }) => line.body !== null)
  const best = named.find(({ line }) => line.said && line.day) ?? named.find(({ line }) => line.day) ?? named[0]
  return best?.line.body ? slicePassage(best.passage, best.line.body.start, best.line.body.end) : null
}

function meetingDate(meetings: readonly FrontMeeting[]): PaperDate | null {
  const dated = meetings.filter(({ line }) => line.day !== null)
  const best = dated.find(({ line }) => line.said) ?? dated[0]
  const reading = best?.line.day
  return best && reading ? { passage: dayPassage(best.passage, reading), reading } : null
}

/** The body whose name alone is a line of the letterhead; of a council and its committee the latter. */
function letterhead(front: readonly TextEntry[]): Passage | null {
  const names = front.flatMap(({ passage, label, bullet }) => {
    if (label !== null || bullet || passage.text.length > LONGEST_LETTERHEAD) return []
    const span = trimBody(passage.text, 0, passage.text.replace(SHEET, '').length)
    return span && span.end - span.start >= passage.text.replace(SHEET, '').replace(/^the\s/iu, '').length - MARKS
      ? [slicePassage(passage, span.start, span.end)]
      : []
  })
  return (
    names.find(
      ({ text }) => !/\b(?:council|authority)$|^(?:borough|city|county|shire|township|council) of\b|^(?:cyngor|comhairle)\b/iu.test(text),
    ) ??
    names[0] ??
    null
  )
}

/** What a line calls its paper after the body's name: "Cabinet – Minutes", "CABINET DECISION SHEET". */
const SHEET = /\s?(?:[–—-]\s)?(?:minutes|decisions?(?:\s(?:sheet|summary|list|notice|record)s?)?)$/iu
/** A body's line is short, and has no more than a few marks around the name. */
const LONGEST_LETTERHEAD = 110
const MARKS = 4

/** "16/06/2022 - Scrutiny Review of Taxi Ranks" under that title: pages list what was decided on an issue by its day. */
function issueDay(front: readonly TextEntry[]): PaperDate | null {
  for (const [index, { passage }] of front.entries()) {
    const match = /^(\S{8,12})\s[–—-]\s(.+)$/u.exec(passage.text)
    const title = foldWords(match?.[2] ?? '')
    if (!match?.[1] || title === '' || !front.slice(0, index).some((line) => foldWords(line.passage.text) === title)) continue
    const reading = findDates(match[1]).find((date) => date.precision === 'day')
    if (reading?.from) return { passage: dayPassage(passage, reading), reading }
  }
  return null
}

/** A line of the letterhead that is a day, with the hour or the place at most. */
function letterheadDay(front: readonly TextEntry[]): PaperDate | null {
  for (const { passage, label } of front) {
    if (label !== null || passage.text.length > LONGEST_LETTERHEAD || /^[^:]{3,40}:\s/u.test(passage.text.replace(/^date:\s/iu, '')))
      continue
    const reading = meetingDay(passage.text, 0)
    if (!reading?.from) continue
    const lead = passage.text.slice(0, reading.start)
    if (readDate(passage.text) !== null || /^(?:held\s)?(?:on\s)?(?:date:\s)?(?:\p{L}+day,?\s(?:the\s)?)?$/iu.test(lead))
      return { passage: dayPassage(passage, reading), reading }
  }
  return null
}

/** "Decision of Executive Councillor for Housing", "Decision of the Leader": a heading of an item that names who decided it. */
const DECISION_OF = /^decisions?\s(?:of|by|taken by|made by)\s(?:the\s)?/iu

/** The body that a heading within an item of business names as the one that decided it. */
export function headedBody(headings: readonly Passage[]): Passage | null {
  for (const heading of headings) {
    const head = heading.text.length > LONGEST_LETTERHEAD ? 0 : (DECISION_OF.exec(heading.text)?.[0].length ?? 0)
    if (head === 0 || /[.;]$/u.test(heading.text)) continue
    const span = trimBody(heading.text, head, heading.text.length)
    if (span) return slicePassage(heading, span.start, span.end)
  }
  return null
}
