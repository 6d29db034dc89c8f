import type { Fact, ReviewMention } from '../../schema/records.ts'
import { titleKinds } from '../recognise/titles.ts'
import type { AgendaItem } from '../records/agenda-items.ts'
import { codeFact, sectionsToFacts } from '../records/facts.ts'
import { type Claim, type Layout, NO_CLAIM, noRecords, type Paper } from '../records/layout.ts'
import { FRONT_ENTRIES, opensAsMinutes } from '../records/outline.ts'
import { readResolutions } from '../records/resolutions.ts'
import { reviewMentions } from '../records/review-mentions.ts'

/** The labels that decision forms have and other papers do not. */
const FORM_KINDS = new Set([
  'record',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'call_in_by',
  'key_decision',
  'decided-on',
  'portfolio_holder',
])
/** A paper with at least this many items of business that resolve something is a meeting's minutes, whatever it calls itself. */
const LEAST_ITEMS_OF_MINUTES = 2

/** All headings and front lines of a paper, where its kind is announced. */
const announced = (paper: Paper) => {
  const lines = paper.outline.entries
    .slice(0, 12)
    .flatMap((entry) => (entry.type === 'table' || entry.passage.text.length > 120 ? [] : [entry.passage.text]))
  return titleKinds([paper.about.title?.text ?? '', ...lines].join(' | '))
}

function claim(paper: Paper): Claim {
  const { resolutions, openers } = readResolutions(paper)
  const labels = new Set(paper.sections.flatMap((section) => (section.kind !== null && FORM_KINDS.has(section.kind) ? [section.kind] : [])))
  const kinds = announced(paper)
  const titled = kinds.has('decision') || kinds.has('minutes') || opensAsMinutes(paper.outline)
  // A form whose decision was lost is one still, and says so; without a form there is only the decision.
  const empty = resolutions.length === 0 && !(titled && labels.has('record') && labels.size > 1)
  // A list under "Decision" needs no opener on a form that calls itself a decision's.
  const recorded = titled && labels.has('record') && labels.size > 2
  if (empty || (openers === 0 && resolutions.length > 0 && !recorded)) return NO_CLAIM
  const score = Math.min(0.96, 0.52 + 0.07 * Math.min(labels.size, 4) + (titled ? 0.15 : 0) + (resolutions.length > 1 ? 0.05 : 0))
  return {
    score,
    reasons: [
      `${openers} resolution opener${openers === 1 ? '' : 's'}`,
      `${labels.size} labels of a decision form`,
      ...(titled ? ['its title says so'] : []),
    ],
  }
}

/** Who was there is said in the minutes of a whole meeting, and in no extract or notice. */
const ATTENDANCE = /^(?:present|in attendance|also present|apologies(?: for absence)?|councillors present)\b/iu

/** Minutes of a whole meeting, of which only one item resolved anything. */
function isWholeMeeting({ outline, about }: Paper): boolean {
  if (!/^(?:the )?minutes of\b/iu.test(about.title?.text ?? '')) return false
  return outline.entries
    .slice(0, FRONT_ENTRIES)
    .some((entry) => entry.type !== 'table' && ATTENDANCE.test((entry.label ? entry.body : entry.passage).text))
}

/** A decision on its form or notice, or a meeting's minutes: what was resolved, limb by limb. */
export const layout: Layout = {
  name: 'decision-record',
  claim,
  read(paper) {
    const { resolutions, wordings, decidedOn, items, reviews } = readResolutions(paper)
    const minutes = items.length >= LEAST_ITEMS_OF_MINUTES
    const [only] = items
    const subject = minutes ? null : (only?.title ?? null)
    const own = subject ? reviewMentions(paper.sections, subject, []) : []
    const wholeMeeting = isWholeMeeting(paper)
    // A notice is called by what it decides; a meeting is not, though only one item was resolved.
    const title = wholeMeeting ? null : subject
    return {
      ...noRecords(),
      kind: minutes || wholeMeeting ? 'minutes' : 'decision_record',
      resolutions,
      wordings,
      facts: decisionFacts(paper, items, minutes),
      dated: decidedOn ?? paper.about.dated,
      ...(title || (minutes && isItemTitle(paper, items)) ? { title } : {}),
      reviews: minutes ? reviews : mergeMentions(own, reviews, paper.about.reviews),
    }
  },
}

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
