import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Evidence, ReviewMention } from '../../schema/records.ts'
import { findCommittees, findCouncils } from '../recognise/bodies.ts'
import { type DateReading, findDates, readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import { findReviewTitles, reviewSubject, titleKinds } from '../recognise/titles.ts'
import { EvidenceLedger } from './evidence.ts'
import { type FormSection, sectionPassage } from './form-sections.ts'
import { isHeading, type Outline, passagePlace, type TextEntry } from './outline.ts'
import { readTableHeader } from './table-header.ts'

/** What a document says of itself, whatever its layout. */
export interface About {
  title: Passage | null
  council: string | null
  committee: string | null
  dated: { passage: Passage; reading: DateReading } | null
  reviews: ReviewMention[]
  evidence: Evidence[]
}

/** How many blocks the front of a paper has: cover, letter head, form head. */
const FRONT_ENTRIES = 40
/** A line longer than this is no title. */
const LONGEST_TITLE = 200
/** Headings that every paper has: none is the paper's title. */
const NO_TITLE =
  /^(?:appendix\b.{0,12}|agenda item.{0,12}|contents|foreword|introduction|background|scope|summary|executive summary|overview|official|official sensitive|not protectively marked|unclassified|public|recommendations?|conclusions?|findings|evidence|key|proforma|draft|confidential|page .{0,6}|part .{0,6}|classification.*|report to.*|open|restricted)$/u

/** What a document says of itself. `sections` is its form, which is surest where there is one. */
export function readAbout(outline: Outline, sections: readonly FormSection[]): About {
  const ledger = new EvidenceLedger(outline.document.source)
  const texts = outline.entries.flatMap((entry) =>
    entry.type === 'table'
      ? entry.table.rows.flatMap((row) =>
          row.flatMap((cell) => cell.blocks.flatMap((block) => (block.type === 'table' ? [] : [block.passage]))),
        )
      : [entry.passage],
  )
  const title = sectionValue(sections, 'title') ?? headingTitle(outline)
  const council = mostNamed(texts, findCouncils)
  const committee = committeeOf([sectionValue(sections, 'body'), sectionValue(sections, 'title'), ...frontTexts(outline), title])
  const dated = documentDate(outline, sections)
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
    council: council?.text ?? null,
    committee: committee?.text ?? null,
    dated,
    reviews: reviewMentions(sections, title, texts),
    evidence: ledger.entries,
  }
}

/** The value of the first section of a kind that has one. */
export function sectionValue(sections: readonly FormSection[], kind: FormSection['kind']): Passage | null {
  const section =
    sections.find((candidate) => candidate.kind === kind && candidate.form !== 'heading' && candidate.entries.length > 0) ??
    sections.find((candidate) => candidate.kind === kind && candidate.entries.length > 0)
  const passage = section ? sectionPassage(section.form === 'line' ? { ...section, entries: section.entries.slice(0, 1) } : section) : null
  return passage && passage.text !== '' ? passage : null
}

/** The heading before the first paragraph of text or the first plan that reads most like the paper's title: one that names a review or a kind of paper, else the first. */
function headingTitle(outline: Outline): Passage | null {
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
function isLabelledLine(text: string): boolean {
  const label = /^([^:]{2,60}):(?=\s)/u.exec(text)?.[1]
  return label !== undefined && matchFormLabel(label) !== null
}

/** A title set as plain text stands among the first lines. */
const TITLE_LINES = 6

/** Whether a heading names nothing but the council, committee or body whose paper it is. */
function isBodyAlone(text: string): boolean {
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

/** The body that a text names most often, by its full name; the first of those on a tie. */
function mostNamed(passages: readonly Passage[], find: typeof findCouncils): Passage | null {
  const counts = new Map<string, { count: number; first: Passage }>()
  for (const passage of passages) {
    for (const span of find(passage.text)) {
      const name = slicePassage(passage, span.start, span.end)
      const entry = counts.get(foldWords(name.text)) ?? { count: 0, first: name }
      entry.count++
      counts.set(foldWords(name.text), entry)
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.first ?? null
}

/** The text at the front of a paper, outside its tables. */
function frontTexts(outline: Outline): Passage[] {
  return outline.entries.slice(0, FRONT_ENTRIES).flatMap((entry) => (entry.type === 'table' ? [] : [entry.passage]))
}

/** The first committee named; a task group only where no committee is, for it reports to one. */
function committeeOf(passages: readonly (Passage | null)[]): Passage | null {
  const named = passages.flatMap((passage) =>
    passage
      ? findCommittees(passage.text).map((span) => ({
          name: slicePassage(passage, span.start, span.end),
          inLine: passage.text.length <= LONGEST_DATE_LINE,
        }))
      : [],
  )
  // In running text any committee may be spoken of; only one that scrutinises is likely the paper's own.
  const own = named.filter(({ name, inLine }) => inLine || /scrutiny|select|overview/iu.test(name.text)).map(({ name }) => name)
  return own.find(({ text }) => !/\bgroup$/iu.test(text)) ?? own[0] ?? null
}

/** The day that the paper bears: by its form's labels, else a line at the front that is a date or ends in one. */
function documentDate(outline: Outline, sections: readonly FormSection[]): About['dated'] {
  for (const kind of ['decided-on', 'dated', 'as-of', 'published_on'] as const) {
    const value = sectionValue(sections, kind)
    const reading = value ? findDates(value.text)[0] : undefined
    if (value && reading?.from) return { passage: dayPassage(value, reading), reading }
  }
  for (const entry of outline.entries.slice(0, FRONT_ENTRIES)) {
    if (entry.type === 'table' || entry.passage.text.length > LONGEST_DATE_LINE || /[.;]$/u.test(entry.passage.text)) continue
    const reading = findDates(entry.passage.text).at(-1)
    if (!reading?.from || isLabelledLine(entry.passage.text)) continue
    const before = entry.passage.text.slice(0, reading.start)
    if (!SET_APART_BEFORE.test(before) && MID_SENTENCE.test(before)) continue
    const closes =
      reading.end >= entry.passage.text.length - 2 ||
      TIME.test(entry.passage.text.slice(reading.end)) ||
      (SET_APART_BEFORE.test(before) && SET_APART_BEHIND.test(entry.passage.text.slice(reading.end)))
    if (closes && PAPER_PRECISION.has(reading.precision)) return { passage: dayPassage(entry.passage, reading), reading }
  }
  return null
}

/** A paper is dated by its day, its month or its season; a year alone belongs to a title. */
const PAPER_PRECISION = new Set<string>(['day', 'month', 'season', 'quarter'])
/** Marks that set a date apart from the rest of a title: "Audit Committee, 21 April 2026 – Review of …". */
const SET_APART_BEFORE = /(?:^|[,–—|·:(]\s?|\s-\s)(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s)?$/iu
const SET_APART_BEHIND = /^\s?(?:[,–—|·:)]|-\s)/u
/** The hour of a meeting behind its day. */
const TIME = /^,?\s(?:at\s)?\d{1,2}[.:]?\d{0,2}\s?(?:am|pm|a\.m\.|p\.m\.|noon)\.?$/iu

/** A date as printed, with the day of the week before it. */
export function dayPassage(passage: Passage, reading: DateReading): Passage {
  const week = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?$/iu.exec(passage.text.slice(0, reading.start))
  return slicePassage(passage, week ? week.index : reading.start, reading.end)
}

/** Words before a date that make it part of a sentence, and not the paper's own. */
const MID_SENTENCE = /(?:\b(?:in|by|from|until|till|since|to|before|after|of|between|and|during|for|with|at)\s*|[a-z] \S+ [a-z]\S* \S+ )$/u

/** A line at the front that bears the paper's date is short: "Cabinet Meeting 4 May 2021". */
const LONGEST_DATE_LINE = 150

/** The reviews that a document says it belongs to, the surest first. */
export function reviewMentions(sections: readonly FormSection[], title: Passage | null, texts: readonly Passage[]): ReviewMention[] {
  const mentions: ReviewMention[] = []
  const add = (passage: Passage, confidence: number, source: string): void => {
    const subject = reviewSubject(passage.text)
    if (subject === '' || isPlaceholder(passage.text) || mentions.some((mention) => reviewSubject(mention.title) === subject)) return
    mentions.push({ key: `review/${subject}`, title: passage.text, confidence, source, place: passagePlace(passage) })
  }
  const labelled = sectionValue(sections, 'review')
  if (labelled) add(labelled, 0.95, 'form label')
  if (title) {
    const spans = findReviewTitles(title.text, true)
    for (const span of spans) add(givenName(title, span) ?? slicePassage(title, span.start, span.end), 0.9, 'title')
    // "Extract from the minutes", "Notice of decisions" say what a paper is, and nothing of a review.
    const telling = [...titleKinds(title.text)].some((kind) => kind !== 'minutes' && kind !== 'decision')
    if (spans.length === 0 && telling) add(title, 0.8, 'title')
  }
  const counts = new Map<string, { count: number; passage: Passage }>()
  for (const passage of texts) {
    for (const span of findReviewTitles(passage.text)) {
      const named = slicePassage(passage, span.start, span.end)
      const key = reviewSubject(named.text)
      const entry = counts.get(key) ?? { count: 0, passage: named }
      entry.count++
      counts.set(key, entry)
    }
  }
  const said = [...counts.values()].sort((a, b) => b.count - a.count)
  for (const { passage } of said) add(passage, mentions.length === 0 ? 0.7 : 0.3, 'sentence')
  return mentions
}

/** Words in square brackets that tell whoever fills a form in what to write. */
export function isPlaceholder(text: string): boolean {
  return /^\[[^\]]*\]$/u.test(text.trim())
}

/** A title that gives its review a name of its own before the subject, whole: "Open Shelves: a review of the library service". */
export function givenName(title: Passage, span: { start: number; end: number }): Passage | null {
  const name = /^(.{3,80}?)\s?[:?!–—-]\s(?:an?\s|the\s)?$/iu.exec(title.text.slice(0, span.start))?.[1]
  if (!name || isBodyAlone(name) || titleKinds(name).size > 0 || findCommittees(name).length > 0) return null
  return slicePassage(title, 0, span.end)
}
