import type { Report } from '../../schema/diagnostics.ts'
import type { Fact, ReviewMention } from '../../schema/records.ts'
import type { AgendaItem } from '../frame/agenda-items.ts'
import { ATTENDANCE, ITEM_OF_MEETING } from '../frame/front.ts'
import { isNoTitle } from '../frame/no-title.ts'
import type { Paper } from '../frame/paper.ts'
import { reviewMentions } from '../frame/review-mentions.ts'
import type { FormSection } from '../outline/form-section.ts'
import { saysAtFront } from '../outline/outline.ts'
import { LINK_BEHIND } from '../recognise/link-behind.ts'
import { findResolutionOpener, isProcedural } from '../recognise/resolutions.ts'
import { isStandingAudit } from '../recognise/titles.ts'
import type { Content } from '../roles/content.ts'
import { codeFact, sectionsToFacts } from './facts.ts'
import { noRecords, type PaperReading } from './paper-reading.ts'
import { listRecords } from './report-records.ts'

/** A paper with at least this many items of business that resolve something is a meeting's minutes, whatever it calls itself. */
const LEAST_ITEMS_OF_MINUTES = 2

/** A line at the front that says no more than that what follows is a meeting's minutes. */
const MINUTES_LINE = /^(?:agenda (?:and|&) )?(?:(?:draft|open|public|confirmed|unconfirmed) )*minutes$/iu

/** Minutes of a whole meeting, of which perhaps only one item resolved anything: an extract or notice does not say who was there. */
const isWholeMeeting = ({ paper, titled, decisions }: Pick<Content, 'paper' | 'titled' | 'decisions'>) =>
  saysAtFront(paper.outline, MINUTES_LINE) ||
  (saysAtFront(paper.outline, ATTENDANCE) &&
    (titled.has('minutes') || (decisions.openers > 1 && paper.about.decidedOn !== null && !titled.has('decision'))))

/** A decision on its form or notice, or a meeting's minutes: what was resolved, limb by limb. */
export function decisionToRecords({ paper, decisions, lists, titled }: Content, report: Report): PaperReading {
  const { resolutions, wordings, details, told, decidedOn, items, reviews } = decisions
  // One issue before several meetings is not a meeting's minutes, nor is the page of one item.
  const several = new Set(items.map(({ title }) => title)).size >= LEAST_ITEMS_OF_MINUTES
  const minutes = several && !saysAtFront(paper.outline, ITEM_OF_MEETING)
  const [only] = items
  const subject = several ? null : (only?.title ?? null)
  const own = subject ? reviewMentions({ sections: paper.sections, title: subject, front: [], texts: [] }) : []
  const wholeMeeting = isWholeMeeting({ paper, titled, decisions })
  // Where nothing but the meeting's own business was resolved, what else is mentioned was not decided.
  const procedural = resolutions.length > 0 && wordings.length === 0 && resolutions.every(({ text }) => isProcedural(text))
  const spoken = procedural ? paper.about.reviews.filter(({ source }) => source !== 'sentence') : paper.about.reviews
  // A notice is called by what it decides; a meeting is not, though only one item was resolved.
  const title = wholeMeeting || (subject && isNoTitle(subject.text)) ? null : subject
  return {
    ...noRecords(),
    kind: minutes || wholeMeeting ? 'minutes' : 'decision_record',
    resolutions,
    details,
    sure: new Map(told.map((key) => [key, SURE_TOLD])),
    // A record of a decision that is still to be taken proposes what its list says.
    ...(resolutions.length > 0 ? { wordings } : listRecords(paper, lists.selected, report)),
    facts: decisionFacts(
      paper,
      items,
      minutes,
      wholeMeeting,
      resolutions.map(({ text }) => text),
    ),
    dated: decidedOn ?? paper.about.dated,
    ...(title || (minutes && isItemTitle(paper, items)) ? { title } : {}),
    reviews: minutes ? reviews : mergeMentions(own, reviews, spoken).map(asMatter),
  }
}

/** How sure is a decision that a sentence is about. */
const SURE_TOLD = 0.8

/** Whether what was read as the paper's title is that of one of its items. */
function isItemTitle({ about }: Paper, items: readonly AgendaItem[]): boolean {
  return items.some((item) => item.title !== null && item.title.text === about.title?.text)
}

/** Whether a heading is over an account that ends in what was resolved, or has the link to an item's paper after it: then it names an item, and is not a label of a form. */
const isAccount = ({ kind, label, form, entries }: FormSection, resolved: readonly string[]): boolean =>
  kind === null &&
  form === 'heading' &&
  (LINK_BEHIND.test(label.text) ||
    entries.some(({ passage: { text } }) => findResolutionOpener(text) !== null || resolved.some((limb) => text.includes(limb))))

/** The facts of a form, and the minute number of its one item. A whole meeting's minutes are not form. */
function decisionFacts(
  paper: Paper,
  items: readonly AgendaItem[],
  minutes: boolean,
  wholeMeeting: boolean,
  resolved: readonly string[],
): Fact[] {
  const { source } = paper.outline.document
  const headings = new Set(minutes ? [] : items.flatMap((item) => (item.title ? item.sections.slice(0, 1).map(({ label }) => label) : [])))
  const facts = sectionsToFacts(
    paper.sections.filter((section) => !headings.has(section.label) && !isAccount(section, resolved)),
    source,
    !minutes && !wholeMeeting,
  )
  const code = minutes ? null : items[0]?.code
  return code && /[A-Z/]/u.test(code.text) ? [...facts, codeFact(code, source)] : facts
}

/** What an audit committee has before it at every meeting is a matter. */
const asMatter = (mention: ReviewMention): ReviewMention => (isStandingAudit(mention.title) ? { ...mention, kind: 'matter' } : mention)

/** Each review once, as the first of the lists names it. */
function mergeMentions(...lists: ReviewMention[][]): ReviewMention[] {
  const merged = new Map<string, ReviewMention>()
  for (const mention of lists.flat()) if (!merged.has(mention.key)) merged.set(mention.key, mention)
  return [...merged.values()].sort((a, b) => b.confidence - a.confidence)
}
