import type { Report } from '../../schema/diagnostics.ts'
import type { Fact, ReviewMention } from '../../schema/records.ts'
import type { AgendaItem } from '../frame/agenda-items.ts'
import { ATTENDANCE } from '../frame/front.ts'
import type { Paper } from '../frame/paper.ts'
import { reviewMentions } from '../frame/review-mentions.ts'
import { saysAtFront } from '../outline/outline.ts'
import type { Content } from '../roles/content.ts'
import { codeFact, sectionsToFacts } from './facts.ts'
import { noRecords, type PaperReading } from './paper-reading.ts'
import { listRecords } from './report-records.ts'

/** A paper with at least this many items of business that resolve something is a meeting's minutes, whatever it calls itself. */
const LEAST_ITEMS_OF_MINUTES = 2

/** A line at the front that says no more than that what follows is a meeting's minutes. */
const MINUTES_LINE = /^(?:agenda (?:and|&) (?:draft )?|draft )?minutes$/iu

/** Minutes of a whole meeting, of which perhaps only one item resolved anything: an extract or notice does not say who was there. */
const isWholeMeeting = ({ paper, titled }: Pick<Content, 'paper' | 'titled'>) =>
  saysAtFront(paper.outline, MINUTES_LINE) || (titled.has('minutes') && saysAtFront(paper.outline, ATTENDANCE))

/** A decision on its form or notice, or a meeting's minutes: what was resolved, limb by limb. */
export function decisionToRecords({ paper, decisions, lists, titled }: Content, report: Report): PaperReading {
  const { resolutions, wordings, details, told, decidedOn, items, reviews } = decisions
  // One issue before several meetings is no meeting's minutes.
  const minutes = new Set(items.map(({ title }) => title)).size >= LEAST_ITEMS_OF_MINUTES
  const [only] = items
  const subject = minutes ? null : (only?.title ?? null)
  const own = subject ? reviewMentions({ sections: paper.sections, title: subject, front: [], texts: [] }) : []
  const wholeMeeting = isWholeMeeting({ paper, titled })
  // A notice is called by what it decides; a meeting is not, though only one item was resolved.
  const title = wholeMeeting ? null : subject
  return {
    ...noRecords(),
    kind: minutes || wholeMeeting ? 'minutes' : 'decision_record',
    resolutions,
    details,
    sure: new Map(told.map((key) => [key, SURE_TOLD])),
    // A record of a decision that is still to be taken proposes what its list says.
    ...(resolutions.length > 0 ? { wordings } : listRecords(paper, lists.selected, report)),
    facts: decisionFacts(paper, items, minutes),
    dated: decidedOn ?? paper.about.dated,
    ...(title || (minutes && isItemTitle(paper, items)) ? { title } : {}),
    reviews: minutes ? reviews : mergeMentions(own, reviews, paper.about.reviews),
  }
}

/** How sure is a decision that a sentence tells of. */
const SURE_TOLD = 0.8

/** Whether what was taken for the paper's title is that of one of its items. */
function isItemTitle({ about }: Paper, items: readonly AgendaItem[]): boolean {
  return items.some((item) => item.title !== null && item.title.text === about.title?.text)
}

/** The facts of a form, and the minute number of its one item. */
function decisionFacts(paper: Paper, items: readonly AgendaItem[], minutes: boolean): Fact[] {
  const { source } = paper.outline.document
  const headings = new Set(minutes ? [] : items.flatMap((item) => (item.title ? item.sections.slice(0, 1).map(({ label }) => label) : [])))
  const facts = sectionsToFacts(
    paper.sections.filter(({ label }) => !headings.has(label)),
    source,
    !minutes,
  )
  const code = minutes ? null : items[0]?.code
  return code && /[A-Z/]/u.test(code.text) ? [...facts, codeFact(code, source)] : facts
}

/** Each review once, as the first of the lists names it. */
function mergeMentions(...lists: ReviewMention[][]): ReviewMention[] {
  const merged = new Map<string, ReviewMention>()
  for (const mention of lists.flat()) if (!merged.has(mention.key)) merged.set(mention.key, mention)
  return [...merged.values()].sort((a, b) => b.confidence - a.confidence)
}
