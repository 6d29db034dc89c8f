import type { ReviewRow } from '../../schema/links.ts'
import { assignCommitments, assignUpdates } from './assign-progress.ts'
import { assignResolutions } from './assign-resolutions.ts'
import { assignWordings, gatherRecommendations } from './assign-wordings.ts'
import { kindRank, type ReviewGroup } from './group-reviews.ts'
import { type LinkedReview, ReviewHistory } from './review-history.ts'
import type { Unit } from './units.ts'

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** Papers in the order of time; an undated one by its place in a review's life, before those that are dated. */
const byTime = (a: Unit, b: Unit) =>
  compare(a.dated ?? '', b.dated ?? '') || kindRank(a.kind) - kindRank(b.kind) || compare(a.documentId, b.documentId)

/** Links all papers of one review: first what is recommended, then what was resolved, planned and reported. */
export function linkReview(review: ReviewRow, group: ReviewGroup): LinkedReview {
  const history = new ReviewHistory(review)
  const units = [...group.units].sort(byTime)
  gatherRecommendations(history, units)
  // The body's own decisions come before anybody's answers, whenever they were given.
  const decisions = units.filter((unit) => unit.kind !== 'response')
  const responses = units.filter((unit) => unit.kind === 'response')
  for (const assign of [assignWordings, assignResolutions, assignCommitments, assignUpdates]) {
    for (const unit of assign === assignResolutions ? [...decisions, ...responses] : units) assign(history, unit)
  }
  return history.result()
}
