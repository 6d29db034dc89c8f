import { slicePassage } from '../../schema/document.ts'
import { FORM_PHRASES, type FormLabel } from '../../schema/vocabulary/forms.ts'
import { findDates } from '../recognise/dates.ts'
import { readBackReference, readCarried } from '../recognise/fates.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { LINK_BEHIND } from '../recognise/link-behind.ts'
import { isMotionHead, readFollowing, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { readLabel } from '../recognise/numbers.ts'
import { readBodyLead } from '../recognise/openers.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import type { FormSection } from './form-section.ts'
import { isHeading, passagePlace, type TextEntry } from './outline.ts'

/** A section's heading is no longer than this. */
export const LONGEST_LABEL = 120
/** "Label: value" on one line: the words before the colon. */
const LINE_LABEL = /^([^:.;!?]{2,100}?\??)\s*:(?=\s|$)/u
/** "REASONS FOR DECISION – …": a label in capitals may end in a dash. */
const DASH_LABEL = /^(\p{Lu}[\p{Lu}\s()’'/]{3,80}?)\s[–—-](?=\s)/u

/** An item of an agenda or a minute, with its number, before its title: "Item 9: …", "Minute 88. …". */
const NUMBERED_ITEM = /^(?:agenda item|item|minute)(?: no\.?)? [A-Z]{0,3}\d{1,4}(?:\/\d{2,4})?\s?[:.–-]\s/iu

/** The sections that an entry begins: none, one, or several where short facts are on one line. */
export function sectionStarts(entry: TextEntry): FormSection[] {
  const { text } = entry.passage
  const body = entry.label ? entry.body.text : text
  const heading = isHeading(entry)
  const opener = findResolutionOpener(body)
  // A motion's head, and what says what became of one, are not among a form's labels.
  const number = readNumberLine(entry.passage)
  if (number || isMotionHead(text)) return []
  if (readMotionLine(entry.passage) !== null || readBackReference(text) || readFollowing(text)) return []
  if (readCarried(text)?.start === 0 || readBodyLead(text)) return []
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
  // Words of the vocabulary that are alone on their line are a label, set as a heading or not.
  if (kind !== null && (heading || (!entry.bullet && !/[.;,]$/u.test(body))))
    return [{ kind, label: entry.passage, form: 'heading', entries: [], place: passagePlace(entry.passage) }]
  if (isLinkedTitle(entry)) return [{ kind: null, label: entry.passage, form: 'heading', entries: [], place: passagePlace(entry.passage) }]
  const dated = entry.bullet || entry.label ? null : datedLine(text)
  if (dated) return [lineSection(entry, dated.kind, dated.end, text.length, 0)]
  return heading && (entry.type === 'heading' || isBoldItem(entry))
    ? [{ kind: null, label: entry.passage, form: 'heading', entries: [], place: passagePlace(entry.passage) }]
    : []
}

/** "Approval of Minutes pdf icon PDF 136 KB": a site prints the link to an item's paper after the item's title; below the text of an item such links say about which item they are. */
function isLinkedTitle({ bullet, passage: { text } }: TextEntry): boolean {
  const link = bullet || text.length > LONGEST_LABEL ? null : LINK_BEHIND.exec(text)
  return (
    link !== null &&
    /^(?:\S+\s){0,2}\p{Lu}/u.test(text) &&
    !/,? item \d+\.?$|[.:]$/iu.test(text.slice(0, link.index)) &&
    /\p{L}{3}/u.test(text.slice(0, link.index))
  )
}

/** "**3. ROADS CAPITAL PROGRAMME**": an item of business may be headed in bold capitals with its number. */
function isBoldItem({ label, body }: TextEntry): boolean {
  return label?.style === 'decimal' && !/\p{Ll}/u.test(body.text) && /\p{Lu}{3}/u.test(body.text)
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

/** A line "Label: value", cut where another label of the vocabulary is in it: "Dispensations: none. Wards: All". */
function lineSections(entry: TextEntry, kind: FormLabel, end: number): FormSection[] {
  const { text } = entry.passage
  const cuts: { kind: FormLabel; at: number; end: number }[] = [{ kind, at: 0, end }]
  if (text.length <= LONGEST_FACT_LINE)
    for (const match of text.slice(end).matchAll(INNER_LABEL)) {
      // The longest run of words before the colon that is a label; what precedes it ends the value.
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
    // Several facts on a line are set apart by marks that are not among theirs.
    const next = cuts.length > 1 ? text.slice(0, stop).replace(/[\s.;,]+$/u, '').length : stop
    return lineSection(entry, cut.kind, cut.end, next, cut.at)
  })
}

function nextCapital(text: string, from: number): number {
  const next = /\s\p{Lu}/u.exec(text.slice(from))
  return next ? from + next.index + 1 : -1
}

/** The labels of facts that are a day, and so may precede it without a colon: "Call in by 5pm on 17 July 2024", "Published 4 May 2023". */
const DAY_LABELS = [
  ...FORM_PHRASES.call_in_by.map((phrase) => [phrase, 'call_in_by'] as const),
  ...FORM_PHRASES.published_on.map((phrase) => [phrase, 'published_on'] as const),
].sort((a, b) => b[0].length - a[0].length)
/** What may be between such a label and its day. */
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
export const LONGEST_UNKNOWN = 60
/** The value of such a line: short, or it is a sentence. */
const LONGEST_UNKNOWN_VALUE = 160

/** A line "Label: value" whose label is not known; a fact of the form where it is among lines that are. */
export function unknownLine(entry: TextEntry): FormSection | null {
  if (entry.bullet || /^[\d(]/u.test(entry.label?.text ?? '') || entry.passage.text.length > LONGEST_UNKNOWN + LONGEST_UNKNOWN_VALUE)
    return null
  const line = /^(\p{Lu}[^:;!?]{1,60}?\??)\s*:\s(?=\S)/u.exec(entry.passage.text)
  if (!line?.[1] || line[1].split(' ').length > 6 || readLabel(line[1]) || findResolutionOpener(line[1])) return null
  return lineSection(entry, null, line[0].length, entry.passage.text.length, 0)
}
