import { type Passage, slicePassage } from '../../schema/document.ts'
import { FRONT_ENTRIES, isHeading, type Outline, type TextEntry } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { findCommittees, findCouncils } from '../recognise/bodies.ts'
import { findDates, readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import { findReviewTitles, reviewSubject, titleKinds } from '../recognise/titles.ts'

/** A line longer than this is no title. */
const LONGEST_TITLE = 200
/** Headings that every paper has: none is the paper's title. */
const NO_TITLE =
  /^(?:appendix\b.{0,12}|agenda item.{0,12}|contents|foreword|introduction|background|scope|summary|executive summary|overview|official|official sensitive|not protectively marked|unclassified|public|recommendations?|conclusions?|findings|evidence|key|proforma|draft|confidential|page .{0,6}|part .{0,6}|classification.*|report to.*|open|restricted)$/u

/** The heading before the first paragraph of text or the first plan that reads most like the paper's title: one that names a review or a kind of paper, else the first. */
export function headingTitle(outline: Outline): Passage | null {
  const body = outline.entries.findIndex((entry) =>
    entry.type === 'table' ? readTableHeader(entry.table) !== null : entry.passage.text.length > LONGEST_TITLE,
  )
  const front = outline.entries
    .slice(0, Math.min(FRONT_ENTRIES, body < 0 ? FRONT_ENTRIES : body))
    .filter((entry): entry is TextEntry => entry.type !== 'table')
  const headings = front.filter(
    (entry, index) =>
      isHeading(entry) ||
      (index < TITLE_LINES &&
        entry.label === null &&
        !entry.bullet &&
        entry.passage.text.length <= LONGEST_TITLE &&
        !/[.;,:]$/u.test(entry.passage.text)),
  )
  const titles = headings.map((entry) => ({ entry, passage: cleanTitle(entry.passage) }))
  const candidates = titles.filter(
    ({ passage, entry }) =>
      passage.text.length <= LONGEST_TITLE &&
      entry.label === null &&
      !isLabelledLine(passage.text) &&
      readItemNumber(entry.passage.text) === null &&
      findResolutionOpener(passage.text)?.start !== 0 &&
      !NO_TITLE.test(foldWords(passage.text)) &&
      !/\?$/u.test(passage.text) &&
      !isBodyAlone(passage.text) &&
      readDate(passage.text) === null,
  )
  const named =
    candidates.find(({ passage }) => findReviewTitles(passage.text, true).length > 0) ??
    candidates.find(({ passage }) => titleKinds(passage.text).size > 0 && reviewSubject(passage.text) !== '')
  const title =
    named ??
    candidates.find(({ entry }) => entry.type === 'heading') ??
    candidates.find(({ entry }) => isHeading(entry) || entry === front[0])
  return title?.passage ?? furnitureTitle(outline)
}

/** A title that stands at the head of every page and was taken for furniture there. */
function furnitureTitle(outline: Outline): Passage | null {
  const heads = outline.document.furniture.map(cleanTitle).filter(({ text }) => text.length <= LONGEST_TITLE && !isBodyAlone(text))
  return (
    heads.find(({ text }) => findReviewTitles(text, true).length > 0) ??
    heads.find(({ text }) => titleKinds(text).size > 0 && reviewSubject(text) !== '') ??
    null
  )
}

/** Whether a line is a form's label with its value: "Review: …", "Action plan agreed: May 2022". */
export function isLabelledLine(text: string): boolean {
  const label = /^([^:]{2,60}):(?=\s)/u.exec(text)?.[1]
  return label !== undefined && matchFormLabel(label) !== null
}

/** A title set as plain text stands among the first lines. */
const TITLE_LINES = 6

/** Whether a heading names nothing but the council, committee or body whose paper it is. */
export function isBodyAlone(text: string): boolean {
  if (REPORT_OF_BODY.test(text)) return true
  if (titleKinds(text).size > 0 && /\b(?:report|review|decision|minutes)\b/iu.test(text)) return false
  const named = [...findCouncils(text), ...findCommittees(text)]
  return (
    named.some((span) => span.end - span.start >= text.length - 3) ||
    /^(?:the )?(?:[\p{L}’',&]+ ){0,8}(?:council|committee|panel|board|commission|cabinet|executive|group|scrutiny)$/iu.test(text.trim())
  )
}

/** "Report of the Amenities Committee" names who writes, and no subject. */
const REPORT_OF_BODY =
  /^(?:(?:final|draft|interim) )?report of the (?:[\p{L}’',&-]+ ){1,8}(?:committee|panel|board|commission|group)(?: to (?:the )?[\p{L}’',& -]{3,80})?$/iu

/** What may stand between a letter head's parts. */
const SEPARATORS = /^[\s–—:|,/.·•-]+/u
/** A protective marking in brackets. */
const MARKING = /^\[[A-Z -]{4,40}\]\s*/u
/** What kind of a report it is, behind its title. */
const REPORT_SUFFIX = /(?:\s[–—-]|[,:])\s(?:final|draft|interim)(?: report)?$/iu

/**
 * A title without what a letter head, a marking or a date on the same line put around it. The council comes
 * off, and the committee where no mark sets it apart as part of the title ("Overview Panel – Review of …").
 */
function cleanTitle(title: Passage): Passage {
  let clean = title
  for (let trimmed = true; trimmed; ) {
    trimmed = false
    const [council] = findCouncils(clean.text)
    const [committee] = findCommittees(clean.text)
    const head =
      council?.start === 0
        ? council.end
        : committee?.start === 0 && (!SEPARATORS.test(clean.text.slice(committee.end).trimStart()) || clean !== title)
          ? committee.end
          : (MARKING.exec(clean.text)?.[0].length ?? 0)
    const gap = SEPARATORS.exec(clean.text.slice(head))?.[0].length ?? 0
    const rest = slicePassage(clean, head + gap)
    if (head > 0 && /\p{L}{3}/u.test(rest.text)) {
      clean = rest
      trimmed = true
    }
    const date = findDates(clean.text).at(-1)
    const lead =
      date && date.end >= clean.text.length - 1
        ? /(?:\s?[–—:|,(·-])\s*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?$/iu.exec(clean.text.slice(0, date.start))
        : null
    const end = lead ? lead.index : (REPORT_SUFFIX.exec(clean.text)?.index ?? clean.text.length)
    if (end > 0 && end < clean.text.length && /\p{L}{3}/u.test(clean.text.slice(0, end))) {
      clean = slicePassage(clean, 0, end)
      trimmed = true
    }
  }
  // What is left may say nothing but the kind of paper: then the line is the title, whole.
  return reviewSubject(clean.text) === '' ? title : clean
}
