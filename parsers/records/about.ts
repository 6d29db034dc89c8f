import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Evidence, ReviewMention } from '../../schema/records.ts'
import { findCommittees, findCouncils } from '../recognise/bodies.ts'
import { type DateReading, findDates, readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { findReviewTitles, reviewSubject, titleKinds } from '../recognise/titles.ts'
import { EvidenceLedger } from './evidence.ts'
import { type FormSection, sectionPassage } from './form-sections.ts'
import { isHeading, type Outline, passagePlace, type TextEntry } from './outline.ts'

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
  /^(?:appendix\b.{0,12}|agenda item.{0,12}|contents|foreword|introduction|background|scope|summary|executive summary|overview|official|official sensitive|not protectively marked|unclassified|public|recommendations?|key|proforma|draft|confidential|page .{0,6}|part .{0,6}|classification.*|report to.*|open|restricted)$/u

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
  const committee = firstNamed([sectionValue(sections, 'body'), title, ...frontTexts(outline)], findCommittees)
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
  const passage = section ? sectionPassage(section) : null
  return passage && passage.text !== '' ? passage : null
}

/** The heading before the first paragraph of text that reads most like the paper's title: one that names a review or a kind of paper, else the first. */
function headingTitle(outline: Outline): Passage | null {
  const body = outline.entries.findIndex((entry) => entry.type !== 'table' && entry.passage.text.length > LONGEST_TITLE)
  const front = outline.entries
    .slice(0, Math.min(FRONT_ENTRIES, body < 0 ? FRONT_ENTRIES : body))
    .filter((entry): entry is TextEntry => entry.type !== 'table')
  const headings = front.filter(
    (entry, index) =>
      isHeading(entry) ||
      (index === 0 && entry.label === null && entry.passage.text.length <= LONGEST_TITLE && !/[.;,:]$/u.test(entry.passage.text)),
  )
  const candidates = headings.filter(
    ({ passage }) =>
      passage.text.length <= LONGEST_TITLE &&
      !NO_TITLE.test(foldWords(passage.text)) &&
      !/\?$/u.test(passage.text) &&
      findCouncils(passage.text).every((span) => span.end - span.start < passage.text.length - 3) &&
      readDate(passage.text) === null,
  )
  const named =
    candidates.find(({ passage }) => findReviewTitles(passage.text).length > 0) ??
    candidates.find(({ passage }) => titleKinds(passage.text).size > 0 && reviewSubject(passage.text) !== '')
  return (named ?? candidates.find(({ label }) => label === null))?.passage ?? null
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

function firstNamed(passages: readonly (Passage | null)[], find: typeof findCommittees): Passage | null {
  for (const passage of passages) {
    const span = passage ? find(passage.text)[0] : undefined
    if (passage && span) return slicePassage(passage, span.start, span.end)
  }
  return null
}

/** The day that the paper bears: by its form's labels, else a line at the front that is a date or ends in one. */
function documentDate(outline: Outline, sections: readonly FormSection[]): About['dated'] {
  for (const kind of ['decided-on', 'dated', 'as-of', 'published_on'] as const) {
    const value = sectionValue(sections, kind)
    const reading = value ? findDates(value.text)[0] : undefined
    if (value && reading?.from) return { passage: slicePassage(value, reading.start, reading.end), reading }
  }
  for (const entry of outline.entries.slice(0, FRONT_ENTRIES)) {
    if (entry.type === 'table' || entry.passage.text.length > LONGEST_DATE_LINE || /[.;]$/u.test(entry.passage.text)) continue
    const reading = findDates(entry.passage.text).at(-1)
    if (reading && MID_SENTENCE.test(entry.passage.text.slice(0, reading.start))) continue
    if (reading?.from && (reading.precision === 'day' || reading.precision === 'month') && reading.end >= entry.passage.text.length - 2)
      return { passage: slicePassage(entry.passage, reading.start, reading.end), reading }
  }
  return null
}

/** Words before a date that make it part of a sentence, and not the paper's own. */
const MID_SENTENCE = /(?:\b(?:in|by|from|until|till|since|to|before|after|of|between|and|during|for|with|at)\s*|[a-z] \S+ [a-z]\S* \S+ )$/u

/** A line at the front that bears the paper's date is short: "Cabinet Meeting 4 May 2021". */
const LONGEST_DATE_LINE = 90

/** The reviews that a document says it belongs to, the surest first. */
function reviewMentions(sections: readonly FormSection[], title: Passage | null, texts: readonly Passage[]): ReviewMention[] {
  const mentions: ReviewMention[] = []
  const add = (passage: Passage, confidence: number, source: string): void => {
    const subject = reviewSubject(passage.text)
    if (subject === '' || mentions.some((mention) => reviewSubject(mention.title) === subject)) return
    mentions.push({ key: `review/${subject}`, title: passage.text, confidence, source, place: passagePlace(passage) })
  }
  const labelled = sectionValue(sections, 'review')
  if (labelled) add(labelled, 0.95, 'form label')
  if (title) {
    const spans = findReviewTitles(title.text)
    for (const span of spans) add(slicePassage(title, span.start, span.end), 0.9, 'title')
    if (spans.length === 0 && titleKinds(title.text).size > 0) add(title, 0.8, 'title')
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
