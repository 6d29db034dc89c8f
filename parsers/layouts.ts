import { readdirSync } from 'node:fs'
import type { Report } from '../schema/diagnostics.ts'
import type { Document, Passage } from '../schema/document.ts'
import { NOWHERE } from '../schema/place.ts'
import type { DocumentRecords, Evidence, PaperRecord } from '../schema/records.ts'
import { readAbout } from './frame/about.ts'
import { EvidenceLedger } from './outline/evidence.ts'
import { formSections, headSections } from './outline/form-sections.ts'
import { documentOutline } from './outline/outline.ts'
import { type Layout, type LayoutReading, noRecords, type Paper } from './records/layout.ts'

/** A claim below this is none: the document is `other`. */
const LEAST_CLAIM = 0.5
/** Two claims that differ by less are told to a person. */
const CLEAR_LEAD = 0.08

const folder = new URL('./layouts/', import.meta.url)
let discovered: Promise<Layout[]> | undefined

/** Every layout in `parsers/layouts/`, by name. */
export function layouts(): Promise<Layout[]> {
  discovered ??= Promise.all(
    readdirSync(folder)
      .filter((file) => /^[^.]+\.[jt]s$/u.test(file))
      .sort()
      .map(async (file) => ((await import(new URL(file, folder).href)) as { layout: Layout }).layout),
  )
  return discovered
}

/** The layouts that claim a document, the surest first. */
async function claims(paper: Paper) {
  const all = await layouts()
  return all
    .map((layout) => ({ layout, claim: layout.claim(paper) }))
    .sort((a, b) => b.claim.score - a.claim.score || (a.layout.name < b.layout.name ? -1 : 1))
}

/**
 * What a document says, by the layout that fits it best; `other`, with what it says of itself, where none
 * does. Never throws on any document.
 */
export async function extractRecords(document: Document, _origin: { path: string }, report: Report): Promise<DocumentRecords> {
  const outline = documentOutline(document)
  const sections = formSections(outline.entries)
  const head = headSections(sections)
  const paper: Paper = { outline, sections, head, about: readAbout(outline, head) }
  const [best, second] = await claims(paper)
  if (!best || best.claim.score < LEAST_CLAIM) {
    report(
      'unrecognised-document',
      NOWHERE,
      best && best.claim.score > 0 ? `nearest: ${best.layout.name} (${best.claim.reasons.join('; ')})` : null,
    )
    return compose(paper, null, { kind: 'other', ...noRecords() })
  }
  if (second && second.claim.score >= LEAST_CLAIM && best.claim.score - second.claim.score < CLEAR_LEAD)
    report(
      'ambiguous-layout',
      NOWHERE,
      `${best.layout.name} ${best.claim.score.toFixed(2)}, ${second.layout.name} ${second.claim.score.toFixed(2)}`,
    )
  const reading = best.layout.read(paper, report)
  if (reading.wordings.length + reading.resolutions.length + reading.commitments.length + reading.progressUpdates.length === 0)
    report('nothing-extracted', NOWHERE, best.layout.name)
  return compose(paper, best.layout.name, reading)
}

/** The evidence of a document whose layout knows its title better. */
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
