import type { Diagnostic, Report } from '../schema/diagnostics.ts'
import type { Document, Passage } from '../schema/document.ts'
import { NOWHERE } from '../schema/place.ts'
import type { DocumentRecords, Evidence, PaperRecord } from '../schema/records.ts'
import { readAbout } from './frame/about.ts'
import { EvidenceLedger } from './outline/evidence.ts'
import { formSections, headSections } from './outline/form-sections.ts'
import { documentOutline } from './outline/outline.ts'
import { decisionToRecords } from './records/decision-records.ts'
import { type LayoutReading, noRecords, type Paper } from './records/layout.ts'
import { planKind, planToReading } from './records/plan-to-reading.ts'
import { reportToRecords } from './records/report-records.ts'
import { responseToRecords } from './records/response-records.ts'
import { type KindReading, scoreKinds } from './roles/choose-kind.ts'
import { type Content, findContent } from './roles/content.ts'

/** Two readings that differ by less, in log-odds, are told to a person. */
const CLEAR_LEAD = 0.5

/** A paper as it is looked at: its outline, its form, what it says of itself. */
export function documentPaper(document: Document): Paper {
  const outline = documentOutline(document)
  const sections = formSections(outline.entries)
  const head = headSections(sections)
  return { outline, sections, head, about: readAbout(outline, head, sections) }
}

/**
 * What a document says: all that it enumerates is found first, then what that is, together with what kind of paper it makes; `other`,
 * with what it says of itself, where nothing reads like recommendations or what became of them. Never throws on any document.
 */
export async function extractRecords(document: Document, _origin: { path: string }, report: Report): Promise<DocumentRecords> {
  const paper = documentPaper(document)
  const content = findContent(paper)
  const [best, second] = scoreKinds(content)
  if (!best || best.score <= 0) {
    report('unrecognised-document', NOWHERE, best && best.score > -5 ? `nearest: ${best.reading} (${signWords(best)})` : null)
    return compose(paper, null, { kind: 'other', ...noRecords() })
  }
  if (second && second.score > 0 && best.score - second.score < CLEAR_LEAD)
    report('ambiguous-layout', NOWHERE, `${best.reading} ${best.score.toFixed(2)}, ${second.reading} ${second.score.toFixed(2)}`)
  const reading = readingToRecords(best, content, report)
  if (reading.wordings.length + reading.resolutions.length + reading.commitments.length + reading.progressUpdates.length === 0)
    report('nothing-extracted', NOWHERE, best.reading)
  return compose(paper, best.reading, reading)
}

const signWords = ({ signs }: KindReading) => signs.map(({ name, score }) => `${name} ${score}`).join('; ')

function readingToRecords({ reading }: KindReading, content: Content, report: Report): LayoutReading {
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

/** The evidence of a document whose reading knows its title better. */
function withTitle(evidence: readonly Evidence[], title: Passage | null, source: string | null): Evidence[] {
  const ledger = new EvidenceLedger(source)
  if (title) ledger.stated('title', title)
  return [...evidence.filter(({ field }) => field !== 'title'), ...ledger.entries]
}

function compose({ about, outline }: Paper, layout: string | null, reading: LayoutReading): DocumentRecords {
  const { kind, dated: ownDate, title: ownTitle, reviews: ownReviews, ...lists } = reading
  const dated = ownDate ?? about.dated
  const title = ownTitle === undefined ? about.title : ownTitle
  // What is none of these papers belongs to no review, whatever it mentions.
  const reviews = layout === null ? [] : (ownReviews ?? about.reviews)
  const pages = outline.document.pages.map(({ page }) => page)
  const inPaper = { paperKey: 'paper/1', confidence: 1 }
  const place = <T>(records: readonly T[]): (T & typeof inPaper)[] => records.map((record) => ({ ...record, ...inPaper }))
  const paper: PaperRecord = {
    key: 'paper/1',
    position: 0,
    kind,
    title: title?.text ?? null,
    reviewKey: reviews[0]?.key ?? null,
    council: about.council,
    committee: about.committee,
    datedText: dated?.passage.text ?? null,
    datedFrom: dated?.reading.from ?? null,
    datedTo: dated?.reading.to ?? null,
    pageFrom: pages[0] ?? null,
    pageTo: pages.at(-1) ?? null,
    confidence: 1,
    evidence: [],
    place: NOWHERE,
  }
  return {
    kind,
    layout,
    title: title?.text ?? null,
    council: about.council,
    committee: about.committee,
    datedText: dated?.passage.text ?? null,
    datedFrom: dated?.reading.from ?? null,
    datedTo: dated?.reading.to ?? null,
    evidence: title === about.title ? about.evidence : withTitle(about.evidence, title, outline.document.source),
    reviews,
    papers: [paper],
    wordings: place(lists.wordings),
    resolutions: place(lists.resolutions),
    commitments: place(lists.commitments),
    responsibilities: lists.responsibilities,
    actions: place(lists.actions),
    progressUpdates: place(lists.progressUpdates),
    facts: lists.facts.map((fact) => ({ ...fact, paperKey: 'paper/1' })),
    gradings: lists.gradings.map((grading) => ({ ...grading, paperKey: 'paper/1' })),
    details: [],
    candidates: [],
  }
}
