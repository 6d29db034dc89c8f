import type { Report } from '../../schema/diagnostics.ts'
import { joinPassages, type Passage } from '../../schema/document.ts'
import type { Resolution, ReviewMention, Wording } from '../../schema/records.ts'
import type { Paper } from '../frame/paper.ts'
import { isFormName } from '../frame/review-mentions.ts'
import { KeyRing } from '../outline/keys.ts'
import { passagePlace } from '../outline/outline.ts'
import { certainty } from '../recognise/certainty.ts'
import { headingRole } from '../recognise/run-headings.ts'
import { reviewSubject } from '../recognise/titles.ts'
import type { Content } from '../roles/content.ts'
import { itemsToWordings } from '../roles/items-to-wordings.ts'
import type { ReadRun, SelectedList } from '../roles/select-lists.ts'
import type { RunItem } from '../runs/run.ts'
import { sectionsToFacts } from './facts.ts'
import { runItemsToItems } from './lists-to-wordings.ts'
import { numberGaps } from './number-gaps.ts'
import { type DetailDraft, noRecords, type PaperReading } from './paper-reading.ts'
import { answersToResolutions } from './response-records.ts'

/** A review's report: what it recommends and concludes, and where it says so again. */
export function reportToRecords({ paper, lists }: Content, report: Report): PaperReading {
  const { wordings, details, sure, wordingOf } = listRecords(paper, lists.selected, report)
  return {
    ...noRecords(),
    kind: 'review_report',
    wordings,
    resolutions: repliesToResolutions(paper, lists.selected, wordingOf),
    facts: sectionsToFacts(paper.head, paper.outline.document.source, false),
    reviews: reportReviews(paper),
    details,
    sure,
  }
}

/** The wordings of lists, what is beside them, how sure each is, and which item each is of; those that only restate come last. */
export function listRecords(paper: Paper, selected: readonly SelectedList[], report: Report) {
  const { source } = paper.outline.document
  const keys = new KeyRing()
  const details: DetailDraft[] = []
  const sure = new Map<string, number>()
  const wordingOf = new Map<RunItem, string>()
  const together = new Map<ReadRun, { wording: Wording; at: number }[]>()
  const all = selected
    .toSorted((a, b) => Number(a.restates) - Number(b.restates))
    .flatMap((list) => {
      const theme = themeOver(list)
      const items = runItemsToItems(list.items).map((item) => (item.heading === null && theme ? { ...item, heading: theme } : item))
      const made = itemsToWordings(items, list.restates ? 'restated' : 'proposed', list.kind, source, keys)
      // Conclusions and recommendations of one list are counted together.
      const counted = list.restates ? [] : (together.get(list.read) ?? [])
      together.set(list.read, counted)
      for (const wording of made) {
        counted.push({ wording, at: list.items[wording.position]?.at ?? 0 })
        if (wording.number !== null && wording.numberText === null) report('number-restored', wording.place, wording.number, wording.key)
        sure.set(wording.key, certainty(list.read.scored.score + SURE_LIST))
        const [item, own] = [items[wording.position], list.items[wording.position]]
        if (own) wordingOf.set(own, wording.key)
        if (item?.reference) details.push({ entityKey: wording.key, label: 'reference', passage: item.reference })
        for (const { label, passage } of list.items[wording.position]?.beside ?? [])
          details.push({ entityKey: wording.key, label, passage })
      }
      return made
    })
  for (const counted of together.values())
    numberGaps(
      counted.toSorted((a, b) => a.at - b.at).map(({ wording }) => wording),
      report,
    )
  return { wordings: all.map((wording, position) => ({ ...wording, position })), details, sure, wordingOf }
}

/** The heading right over a list that only names a theme, under the one that names what the list is. */
function themeOver({ read }: SelectedList): Passage | null {
  const [nearest, ...others] = [...read.run.over, ...read.run.further]
  if (!nearest || headingRole(nearest.passage.text) !== null || nearest.label?.word) return null
  return others.some(({ passage }) => headingRole(passage.text)?.role === 'recommendation') ? nearest.passage : null
}

/** Lists that are taken are likelier right than their own signs say: they were compared with all others. */
const SURE_LIST = 0.6

/** What was answered to recommendations, where a report says that beside them. */
function repliesToResolutions(paper: Paper, selected: readonly SelectedList[], wordingOf: ReadonlyMap<RunItem, string>): Resolution[] {
  const replies = selected.flatMap((list) => {
    const items = runItemsToItems(list.items)
    return list.replies.flatMap(({ to, reply }) => {
      const item = items[list.items.indexOf(to)]
      return item ? [{ to, answer: { item, answer: joinPassages(reply.body), who: null } }] : []
    })
  })
  const answers = replies.map(({ answer }) => answer)
  return answersToResolutions(answers, paper).map((resolution) => {
    const to = replies[resolution.position]?.to
    return { ...resolution, decidedOn: null, wordingKey: (to && wordingOf.get(to)) ?? null }
  })
}

/** A report is of the review that its title names, or of its title where that names none, whatever else its text mentions. */
function reportReviews({ about }: Paper): ReviewMention[] {
  const { title, reviews } = about
  const subject = title ? reviewSubject(title.text) : ''
  if (!title || subject === '' || isFormName(title.text) || reviews.some(({ source }) => source !== 'sentence')) return reviews
  const own = {
    key: `review/${subject}`,
    title: title.text,
    kind: 'review' as const,
    confidence: 0.75,
    source: 'title',
    place: passagePlace(title),
  }
  return [
    own,
    ...reviews.filter(({ key }) => key !== own.key).map((mention) => ({ ...mention, confidence: Math.min(mention.confidence, 0.3) })),
  ]
}
