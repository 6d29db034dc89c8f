import type { LinkedArchive, ReviewRow } from '../../schema/links.ts'
import { assignCommitments, assignUpdates } from './assign-progress.ts'
import { assignResolutions } from './assign-resolutions.ts'
import { assignWordings, gatherRecommendations, sayWordings } from './assign-wordings.ts'
import { kindRank, type ReviewGroup } from './group-reviews.ts'
import { byTime, isDecision } from './present-state.ts'
import { type LinkedReview, ReviewHistory } from './review-history.ts'
import { silences } from './silences.ts'
import { slippage } from './slippage.ts'
import type { Unit } from './units.ts'
import { wordingChanges } from './wording-changes.ts'

/** What the papers of a review tell over the years. */
type Histories = Pick<LinkedArchive, 'wordingChanges' | 'slippage' | 'silences'>

/** Papers as one draws on the other: the report, the decision in its words, the plan in those of the decision, the updates in the plan's. */
const byDescent = (a: Unit, b: Unit) => kindRank(a.kind) - kindRank(b.kind) || byTime(a, b)

/** Links all papers of one review: first what is recommended, then what was resolved, planned and reported. */
export function linkReview(review: ReviewRow, group: ReviewGroup): LinkedReview & Histories {
  const history = new ReviewHistory(review)
  const units = [...group.units].sort(byTime)
  gatherRecommendations(history, units)
  // The body's own decisions come before anybody's answers, whenever they were given.
  const [decisions, others] = [units.filter(isDecision), units.filter((unit) => !isDecision(unit) && unit.kind !== 'response')]
  const responses = units.filter((unit) => unit.kind === 'response')
  const reports = units.filter((unit) => unit.kind === 'review_report')
  for (const unit of [...reports, ...decisions]) assignWordings(history, unit)
  for (const unit of decisions) assignResolutions(history, unit)
  for (const unit of units.filter((one) => !reports.includes(one) && !isDecision(one)).sort(byDescent)) assignWordings(history, unit)
  for (const unit of [...others, ...responses]) assignResolutions(history, unit)
  sayWordings(history, units)
  history.settle()
  for (const unit of units) assignCommitments(history, unit)
  for (const unit of units) assignUpdates(history, unit)
  history.settle()
  return {
    ...history.result(),
    wordingChanges: wordingChanges(history, [...units].sort(byDescent)),
    slippage: slippage(history, units),
    silences: silences(history, units),
  }
}
