import type { Diagnostic, Report } from '../schema/diagnostics.ts'
import type { Document } from '../schema/document.ts'
import { NOWHERE } from '../schema/place.ts'
import type { DocumentRecords } from '../schema/records.ts'
import type { TaughtWord } from '../schema/taught-words.ts'
import { readAbout } from './frame/about.ts'
import type { Paper } from './frame/paper.ts'
import { formSections, headSections } from './outline/form-sections.ts'
import { documentOutline } from './outline/outline.ts'
import { type PaperPart, splitPapers } from './papers/split-papers.ts'
import { certainty } from './recognise/certainty.ts'
import { dayOrderOf } from './recognise/day-order.ts'
import { inDayOrder, readingBy } from './recognise/taught.ts'
import { type WordBook, wordBook } from './recognise/word-book.ts'
import { decisionToRecords } from './records/decision-records.ts'
import { doubtfulRuns } from './records/doubtful.ts'
import { explainPaper, type PaperExplanation } from './records/explain.ts'
import { noRecords, type PaperReading } from './records/paper-reading.ts'
import { papersToRecords, type ReadPaper } from './records/papers-to-records.ts'
import { planKind, planToReading } from './records/plan-to-reading.ts'
import { reportToRecords } from './records/report-records.ts'
import { responseToRecords } from './records/response-records.ts'
import { asScanned } from './records/scanned-pages.ts'
import { reportTaughtWords } from './records/taught-uses.ts'
import { reportUnknownWords, reportUnreadWords } from './records/unknown-words.ts'
import { type KindReading, scoreKinds } from './roles/choose-kind.ts'
import { type Content, findContent } from './roles/content.ts'

/** Two readings that differ by less, in log-odds, are told to a person. */
const CLEAR_LEAD = 0.5

/** A paper as it is looked at: its outline, its form, what it says about itself. */
export function documentPaper(document: Document): Paper {
  const outline = documentOutline(document)
  const sections = formSections(outline.entries)
  const head = headSections(sections)
  return { outline, sections, head, about: readAbout(outline, head, sections) }
}

/**
 * What a document says: all that it enumerates is found first, then what that is, together with what kind of paper it makes; `other`,
 * with what it says about itself, where nothing reads like recommendations or what became of them. Never throws on any document.
 */
export async function extractRecords(document: Document, report: Report, { words = [] }: ExtractOptions = {}): Promise<DocumentRecords> {
  const book = bookOf(words)
  const records = readingBy(book.common, () => papersToRecords(splitPapers(document).map((part) => readPaper(part, book, report))))
  return asScanned(records, document.pages)
}

/** What people taught of the words in such papers. */
export interface ExtractOptions {
  /** None, if it is not given. Those for other councils than the paper's own do not count. */
  words?: readonly TaughtWord[] | undefined
}

/** The book of the words that were asked for last: an archive's papers are read by the same. */
let last = { key: '[]', book: wordBook([]) }

function bookOf(words: readonly TaughtWord[]): WordBook {
  const key = JSON.stringify(words)
  if (key !== last.key) last = { key, book: wordBook(words) }
  return last.book
}

/**
 * Does something with a paper as its council's own words have it looked at, days in figures in the order that the paper gives them in. Whose it is, the words for all papers decide,
 * and a council's own words do not change that: they would count in one paper of it and not in another.
 */
function withOwnWords<T>(document: Document, book: WordBook, read: (paper: Paper) => T): T {
  const order = dayOrderOf(document)
  const common = inDayOrder(book.common, order)
  return readingBy(common, () => {
    const paper = documentPaper(document)
    const { council } = paper.about
    const own = inDayOrder(book.of(council), order)
    if (own === common) return read(paper)
    return readingBy(own, () => {
      const anew = documentPaper(document)
      return read({ ...anew, about: { ...anew.about, council } })
    })
  })
}

/** Why each paper of a document was read as it was: its kinds, runs, signs and runners-up. */
export function explainDocument(document: Document, words: readonly TaughtWord[] = []): PaperExplanation[] {
  const book = bookOf(words)
  return readingBy(book.common, () =>
    splitPapers(document).map((part) =>
      withOwnWords(part.document, book, (paper) => {
        const content = findContent(paper)
        return explainPaper(content, scoreKinds(content))
      }),
    ),
  )
}

function readPaper(part: PaperPart, book: WordBook, report: Report): ReadPaper {
  return withOwnWords(part.document, book, (paper) => {
    const read = paperToReading(paper, part, report)
    reportTaughtWords(paper, read.reading, report)
    return read
  })
}

function paperToReading(paper: Paper, { pageFrom, pageTo }: PaperPart, report: Report): ReadPaper {
  const content = findContent(paper)
  const [best, second] = scoreKinds(content)
  const extent = { pageFrom, pageTo }
  if (!best || best.score <= 0) {
    report('unrecognised-document', NOWHERE, best && best.score > -5 ? `nearest: ${best.reading} (${signWords(best)})` : null)
    const opened = content.decisions.resolutions[0]
    if (opened) report('opener-unread', opened.place, opened.text.slice(0, 120))
    const candidates = doubtfulRuns(content, null, report)
    reportUnknownWords(content, report)
    return {
      paper,
      reading: { kind: 'other', ...noRecords() },
      readAs: null,
      confidence: certainty(-(best?.score ?? -OTHER)),
      candidates,
      ...extent,
    }
  }
  if (second && second.score > 0 && best.score - second.score < CLEAR_LEAD)
    report('ambiguous-layout', NOWHERE, `${best.reading} ${best.score.toFixed(2)}, ${second.reading} ${second.score.toFixed(2)}`)
  const reading = readingToRecords(best, content, report)
  if (reading.wordings.length + reading.resolutions.length + reading.commitments.length + reading.progressUpdates.length === 0)
    report('nothing-extracted', NOWHERE, best.reading)
  const candidates = doubtfulRuns(content, best.reading, report)
  reportUnreadWords(content, best.reading, report)
  return {
    paper,
    reading,
    readAs: best.reading,
    confidence: certainty(Math.min(best.score, best.score - Math.max(0, second?.score ?? 0)) + LEAN),
    candidates,
    ...extent,
  }
}

/** A paper in which nothing of any kind is found is of none, surely. */
const OTHER = 4
/** A reading that is the likeliest is likelier right than its lead over the next alone says. */
const LEAN = 1.5

const signWords = ({ signs }: KindReading) => signs.map(({ name, score }) => `${name} ${score}`).join('; ')

function readingToRecords({ reading }: KindReading, content: Content, report: Report): PaperReading {
  const pass = (diagnostics: readonly Diagnostic[]) => {
    for (const { rule, place, note, key } of diagnostics) report(rule, place, note, key)
  }
  switch (reading) {
    case 'report':
      return reportToRecords(content, report)
    case 'response':
      pass(content.tableAnswers.diagnostics)
      return responseToRecords(content, report)
    case 'decision':
      return decisionToRecords(content, report)
    case 'tables':
      pass(content.tables.diagnostics)
      return planToReading(content.paper, content.tables.value.items, content.scale, report)
    case 'cards':
      pass(content.cards.diagnostics)
      return planToReading(content.paper, content.cards.value, content.scale, report, planKind(content.paper, content.cards.value))
  }
}

export { wordsFor } from './recognise/word-book.ts'
export type { PaperExplanation, RunExplanation } from './records/explain.ts'
export { type HeldWords, heldWords, mayHold } from './records/held-words.ts'
export { isKnownAlready } from './records/known-meaning.ts'
