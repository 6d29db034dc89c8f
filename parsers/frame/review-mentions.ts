import { type Passage, slicePassage } from '../../schema/document.ts'
import type { ReviewMention } from '../../schema/records.ts'
import { FORM_NAMES } from '../../schema/vocabulary/papers.ts'
import { REPORTING_POSTS, REVIEWING_BODIES } from '../../schema/vocabulary/speech.ts'
import { type FormSection, sectionPassage, sectionValue } from '../outline/form-section.ts'
import { FRONT_ENTRIES, isHeading, passagePlace, type TextEntry } from '../outline/outline.ts'
import { findCommittees } from '../recognise/bodies.ts'
import { foldWords } from '../recognise/fold.ts'
import { isSittingOnly } from '../recognise/meetings.ts'
import { answeredPaper, findReviewTitles, isReviewTitle, reviewSubject, titleKinds } from '../recognise/titles.ts'
import { withoutLinks } from './clean-title.ts'
import { recordsDecisions } from './front.ts'
import { GROUP_ON, isBodyAlone } from './no-title.ts'

/** Where a paper says which review or matter it is about. */
export interface MentionPlaces {
  sections: readonly FormSection[]
  title: Passage | null
  /** The lines at its front: one may say that this is a report, where the title does not. */
  front: readonly TextEntry[]
  texts: readonly Passage[]
}

const FORMS: ReadonlySet<string> = new Set(FORM_NAMES.map(foldWords))

/** Whether a title is nothing but the name of a statutory form, which many papers have. */
export const isFormName = (title: string): boolean => FORMS.has(foldWords(title))

/** How sure a paper is about what each place names. */
const SURE = { label: 0.95, named: 0.9, title: 0.8, onlySentence: 0.7, spokenOf: 0.5, sentence: 0.3 } as const

/**
 * The reviews and matters that a document says it belongs to, the surest first. A title names a review where it calls
 * itself one; what an officer reports on, or a strategy plans, is a matter. A response belongs to what it answers.
 * Minutes and agendas are about no one thing.
 */
export function reviewMentions({ sections, title, front, texts }: MentionPlaces): ReviewMention[] {
  const mentions: ReviewMention[] = []
  const add = (named: Passage, kind: ReviewMention['kind'], confidence: number, source: string): void => {
    const passage = withoutLinks(named)
    const subject = reviewSubject(passage.text)
    if (
      subject === '' ||
      isFormName(passage.text) ||
      isPlaceholder(passage.text) ||
      mentions.some((mention) => reviewSubject(mention.title) === subject)
    )
      return
    mentions.push({ key: `review/${subject}`, title: passage.text, kind, confidence, source, place: passagePlace(passage) })
  }
  const labelled = sectionValue(sections, 'review')
  // "Topic:" over each question of a meeting names what none of them decides.
  if (labelled && new Set(labels(sections).map((text) => reviewSubject(text))).size === 1) add(labelled, 'review', SURE.label, 'form label')
  // "Report of the Director of Housing" says who writes, and of no review.
  if (title && !isSittingOnly(title.text) && !isBodyAlone(title.text)) titleMentions(title, front, add)
  if (mentions.length === 0)
    for (const entry of front)
      if (isHeading(entry) && GROUP_ON.test(entry.passage.text)) add(entry.passage, 'review', SURE.title, 'heading')
  // A paper with a subject of its own, which decides nothing, mentions other reviews far down in its text.
  const ownSubject =
    title !== null && reviewSubject(title.text) !== '' && !recordsDecisions(front, new Set(sections.map(({ kind }) => kind)))
  for (const { passage, near } of saidReviews(texts))
    add(passage, 'review', mentions.length > 0 ? SURE.sentence : ownSubject && !near ? SURE.spokenOf : SURE.onlySentence, 'sentence')
  return mentions
}

/** What follows the labels of a review. */
const labels = (sections: readonly FormSection[]): string[] =>
  sections.flatMap((section) => (section.kind === 'review' && section.entries.length > 0 ? [sectionPassage(section).text] : []))

function titleMentions(
  title: Passage,
  front: readonly TextEntry[],
  add: (passage: Passage, kind: ReviewMention['kind'], confidence: number, source: string) => void,
): void {
  const answered = answeredPaper(title.text)
  const own = answered ? slicePassage(title, answered.start, answered.end) : title
  const spans = findReviewTitles(own.text, true)
  for (const span of spans) add(givenName(own, span) ?? slicePassage(own, span.start, span.end), 'review', SURE.named, 'title')
  if (spans.length > 0) return
  if (GROUP_ON.test(own.text) || answered) {
    add(own, 'review', answered ? SURE.title : SURE.named, 'title')
    return
  }
  const kinds = titleKinds(title.text)
  // "Scrutiny Committee: monitoring of recommendations" has no subject but the body; "Select Committee on Empty Shops" has one.
  const bodies = findCommittees(title.text).filter(({ start, end }) => !/group$|\bon\b/iu.test(title.text.slice(start, end)))
  if (bodies.some(({ start, end }) => reviewSubject(`${title.text.slice(0, start)} ${title.text.slice(end)}`) === '')) return
  // "Extract from the minutes", "Notice of decisions" say what a paper is, and nothing of a review.
  // A response that does not name what it answers is about no review by its own name.
  if (kinds.has('response') && !isReviewTitle(title.text)) return
  const telling = [...kinds].some((kind) => kind !== 'minutes' && kind !== 'decision')
  const reported = front.some(({ passage }) => REPORTED.test(passage.text))
  if (telling || reported || isReviewTitle(title.text))
    add(title, isReviewTitle(title.text) || (reported && !byOfficer(front)) ? 'review' : 'matter', SURE.title, 'title')
  else if (kinds.size === 0 && byOfficer(front)) add(title, 'matter', SURE.title, 'title')
}

/** "Report of the Panel", "Final report", "Second Report of Session 2024–25" under a title that does not say so itself. */
const REPORTED = new RegExp(
  String.raw`^(?:(?:final|interim|draft|first|second|third|fourth|fifth|\w+th) report(?:\s(?:of|by|from)\b.{0,80})?|report of session\b.{0,30}|report (?:of|by|from) the (?:[\p{L}’',&-]+ ){0,8}(?:${REVIEWING_BODIES.join('|')})\b.{0,60})$`,
  'iu',
)
/** An officer's report to a committee says who writes it, and to whom. */
const OFFICER = new RegExp(
  String.raw`^(?:report (?:of|by|from) (?:the )?(?:[\p{L}’',&/-]+ ){0,6}(?:${REPORTING_POSTS.join('|')}|officer)\b|report to\b|committee report\b|officer presenting\b|author\b)`,
  'iu',
)

const byOfficer = (front: readonly TextEntry[]): boolean =>
  front.some(({ passage }) => passage.text.length <= LONGEST_LINE && OFFICER.test(passage.text))
const LONGEST_LINE = 150

/** The reviews that sentences name, the most often named first; `near` where one at the front does. */
function saidReviews(texts: readonly Passage[]): { passage: Passage; near: boolean }[] {
  const counts = new Map<string, { count: number; passage: Passage; near: boolean }>()
  for (const [index, passage] of texts.entries()) {
    for (const span of findReviewTitles(passage.text)) {
      const named = slicePassage(passage, span.start, span.end)
      const key = reviewSubject(named.text)
      const entry = counts.get(key) ?? { count: 0, passage: named, near: index < FRONT_ENTRIES }
      entry.count++
      counts.set(key, entry)
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)
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
