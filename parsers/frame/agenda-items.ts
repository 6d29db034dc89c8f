import { type Passage, slicePassage } from '../../schema/document.ts'
import type { ReviewMention } from '../../schema/records.ts'
import { type FormSection, sectionPassage } from '../outline/form-section.ts'
import { passagePlace } from '../outline/outline.ts'
import { findCommittees } from '../recognise/bodies.ts'
import { findDates } from '../recognise/dates.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { findReviewTitles, reviewSubject, titleKinds } from '../recognise/titles.ts'
import { withoutLinks } from './clean-title.ts'
import { isBodyAlone } from './no-title.ts'
import { givenName } from './review-mentions.ts'

/** One item of business: a decision sheet has one or several, a meeting's minutes have many. */
export interface AgendaItem {
  /** Its heading without the number; null for what precedes the first. */
  title: Passage | null
  /** Its number as printed, "64", "C74", "15/23"; null where it has none. */
  code: Passage | null
  sections: FormSection[]
}

function itemNumber(label: Passage): { code: Passage; title: Passage } | null {
  const number = readItemNumber(label.text)
  if (!number) return null
  const end = label.text.replace(/[\s:–—-]+$/u, '').length
  return { code: slicePassage(label, number.start, number.end), title: slicePassage(label, number.bodyStart, end) }
}

/**
 * The business of a paper, item by item. A form has a title and its sections, or several titles one after the
 * other. Minutes have numbered headings; where they number nothing, every heading begins an item. The sections
 * of a form ("5. Consultation") look like items, too: a form is recognised by its labels.
 */
export function agendaItems(sections: readonly FormSection[]): AgendaItem[] {
  const isForm = sections.some(isTitle) || sections.some(({ kind, label }) => kind === 'record' && itemNumber(label) !== null)
  const headings = sections.filter(({ kind, form, label }) => kind === null && form === 'heading' && label.text !== '')
  const numbered = new Set(headings.filter(({ label }) => itemNumber(label) !== null))
  const items: AgendaItem[] = [{ title: null, code: null, sections: [] }]
  if (sections.filter(isMeeting).length > 1) return issueItems(sections)
  for (const section of sections) {
    const item = isTitle(section) ? titleItem(section) : isForm ? null : headingItem(section, numbered)
    if (item) items.push(item)
    else items.at(-1)?.sections.push(section)
  }
  return items
}

/** One issue before several meetings: each meeting's line begins what was decided there. */
function issueItems(sections: readonly FormSection[]): AgendaItem[] {
  const first = sections.findIndex(isMeeting)
  const head = sections.slice(0, first)
  const title = head.findLast(({ form, label }) => form === 'heading' && label.text !== '')?.label ?? null
  const items: AgendaItem[] = [{ title: null, code: null, sections: head }]
  for (const section of sections.slice(first)) {
    if (isMeeting(section)) items.push({ title, code: null, sections: [section] })
    else items.at(-1)?.sections.push(section)
  }
  return items
}

/** "Meeting: 14/05/2024 - Cabinet (Item 5)": a line that names a meeting and its day. */
function isMeeting({ form, label, entries }: FormSection): boolean {
  const [value] = entries
  return (
    form === 'line' && /^meeting\s?:/iu.test(label.text) && value !== undefined && findDates(value.passage.text)[0]?.precision === 'day'
  )
}

/** "Agenda Item 2" over a report, stamped there for a pack, is the label of no title. */
const isTitle = ({ kind, form, label, entries }: FormSection): boolean =>
  kind === 'title' && !(form === 'heading' && entries.length === 0 && /\d/u.test(label.text))

function titleItem(section: FormSection): AgendaItem {
  const value = sectionPassage({ ...section, entries: section.entries.slice(0, 1) })
  const code =
    /\d/u.test(section.label.text) && section.form === 'line'
      ? (itemNumber({ ...section.label, text: `${section.label.text} x` })?.code ?? null)
      : null
  // What follows a title on its own line is not part of it.
  return {
    title: value.text === '' ? null : withoutLinks(value),
    code,
    sections: [{ ...section, kind: null, entries: section.entries.slice(1) }],
  }
}

function headingItem(section: FormSection, numbered: ReadonlySet<FormSection>): AgendaItem | null {
  if (section.form !== 'heading' || section.label.text === '') return null
  const own = numbered.size > 0 ? itemNumber(section.label) : null
  if (section.kind !== null ? !own || numbered.size < LEAST_NUMBERED : numbered.size > 0 && !own) return null
  // A letter head's line with the day of the meeting begins no item.
  if (!own && findDates(section.label.text).some(({ precision }) => precision === 'day')) return null
  return { title: withoutLinks(own?.title ?? section.label), code: own?.code ?? null, sections: [section] }
}

/** With this many numbered headings a numbered heading in the words of a form ("63. Declarations of interest") is an item, too. */
const LEAST_NUMBERED = 2

/**
 * The review that an item is about, by its heading, else by the one review that its text names. A heading with a
 * committee or "report of …" in it brings a review's paper before the meeting under a title of its own.
 */
export function itemReview(item: AgendaItem): Omit<ReviewMention, 'confidence'> | null {
  const mention = (passage: Passage, source: string) => {
    const subject = reviewSubject(passage.text)
    return subject === ''
      ? null
      : { key: `review/${subject}`, title: passage.text, kind: 'review' as const, source, place: passagePlace(passage) }
  }
  const { title } = item
  if (title && !isBodyAlone(title.text)) {
    const [span] = findReviewTitles(title.text, true)
    if (span) return mention(givenName(title, span) ?? slicePassage(title, span.start, span.end), 'title')
    const kinds = titleKinds(title.text)
    if (kinds.has('report') || kinds.has('response') || (findCommittees(title.text).length > 0 && !kinds.has('minutes')))
      return mention(title, 'title')
  }
  const named = item.sections.flatMap(({ entries }) =>
    entries.flatMap(({ passage }) => findReviewTitles(passage.text).map((span) => slicePassage(passage, span.start, span.end))),
  )
  const [first] = named
  return first && named.every((other) => reviewSubject(other.text) === reviewSubject(first.text)) ? mention(first, 'sentence') : null
}

/** The matter that an item of business is about, by its heading: what a meeting recommends under it belongs to no review. */
export function itemMatter({ title }: AgendaItem): Omit<ReviewMention, 'confidence'> | null {
  const subject = title === null || isBodyAlone(title.text) ? '' : reviewSubject(title.text)
  return title === null || subject === ''
    ? null
    : { key: `review/${subject}`, title: title.text, kind: 'matter', source: 'title', place: passagePlace(title) }
}
