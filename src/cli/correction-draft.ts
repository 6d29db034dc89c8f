import type { CorrectionDraft } from '../../schema/corrections.ts'
import { UsageError } from '../../schema/errors.ts'
import { withDays } from '../corrections/with-days.ts'
import type { Store } from '../store/store.ts'
import { CORRECT_USAGE } from './correct-usage.ts'
import { findRecommendations, findReviews, numbersInWords, oneReview, reviewTitles } from './find-review.ts'
import { nearWords } from './near-words.ts'

/** What the options of `correct` add to its words. */
interface DraftOptions {
  note?: string
  title?: string
}

type Action = keyof typeof CORRECT_USAGE

/** The correction that a person wrote as words. Throws `UsageError` with how it is written where they do not fit. */
export function correctionDraft(store: Store, action: string, given: readonly string[], options: DraftOptions): CorrectionDraft {
  if (!isAction(action)) {
    const near = nearWords(action, Object.keys(CORRECT_USAGE))
    const hint = near.length ? `Did you mean ${near.join(' or ')}?` : `There are: ${Object.values(CORRECT_USAGE).join('; ')}.`
    throw new UsageError(`There is no "correct ${action}". ${hint}`)
  }
  const refuse = (): never => {
    throw new UsageError(`The command is: scrutineer correct ${CORRECT_USAGE[action]}`)
  }
  const [first, second, ...rest] = given
  if (first === undefined) return refuse()
  switch (action) {
    case 'link':
      return second === undefined || rest.length > 1
        ? refuse()
        : { action, target: anyId(store, first), to: goalId(store, first, second, rest[0]) }
    case 'unlink': {
      if (rest.length > 1) return refuse()
      return { action, target: anyId(store, first), from: second === undefined ? null : goalId(store, first, second, rest[0]) }
    }
    case 'set': {
      const fields = given.filter((text, index) => index > 0 && FIELD.test(text))
      const named = given.slice(1, given.length - fields.length)
      const wrong = named.length > 1 || fields.length === 0 ? named.at(-1) : undefined
      if (wrong !== undefined) throw new UsageError(`"${wrong}" is not FIELD=VALUE. An empty value means "the paper does not say".`)
      return fields.length === 0 ? refuse() : { action, target: setId(store, first, named[0]), fields: withDays(fieldsOf(fields)) }
    }
    case 'merge':
      return second === undefined || rest.length > 0 ? refuse() : { action, target: reviewId(store, first), into: reviewId(store, second) }
    case 'part': {
      if (second === undefined || options.title === undefined) return refuse()
      return {
        action,
        target: reviewId(store, first),
        papers: [second, ...rest].map((paper) => paperId(store, paper)),
        title: options.title,
      }
    }
    case 'settle':
      return second === undefined || rest.length > 0
        ? refuse()
        : { action, target: paperId(store, first), rule: second, note: options.note ?? null }
    default:
      return refuse()
  }
}

function isAction(action: string): action is Action {
  return Object.hasOwn(CORRECT_USAGE, action)
}

const FIELD = /^([a-z_]+)=(.*)$/su

/** "status=achieved due_text=" → status is "achieved", and for due_text the paper does not say. */
function fieldsOf(given: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    given.map((text) => {
      const [, field = '', value = ''] = FIELD.exec(text) ?? []
      return [field, value.trim() || null]
    }),
  )
}

/** An id as it is; or that of the paper at this path. */
function anyId(store: Store, given: string): string {
  const known = store.query('SELECT document_id FROM documents WHERE path = ? AND superseded_by IS NULL', given)[0]
  return known ? String(known.document_id) : given
}

/** What a record or a paper is linked to: a paper to a review, which its title names too; a record to a recommendation, as `status` takes it too. */
function goalId(store: Store, target: string, given: string, number: string | undefined): string {
  if (number !== undefined) return recommendationId(store, given, number)
  const isPaper = store.query('SELECT 1 FROM documents WHERE document_id = ?', anyId(store, target)).length > 0
  return isPaper ? reviewId(store, given) : anyId(store, given)
}

/** What fields are set in: an id or a path, words of a review's title, or those and a number. */
function setId(store: Store, given: string, number: string | undefined): string {
  if (number !== undefined) return recommendationId(store, given, number)
  const id = anyId(store, given)
  return id.includes('/') || id.startsWith('doc-') ? id : reviewId(store, id)
}

/** The id of the only recommendation that words of a review's title and a number name. */
function recommendationId(store: Store, review: string, number: string): string {
  const rows = findReviews(reviewTitles(store), review).flatMap(({ review_id: id = null }) =>
    store.query('SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id', id),
  )
  const [only, ...others] = findRecommendations(rows, number)
  if (!only) throw new UsageError(`There is no recommendation ${number} in "${review}", which has ${numbersInWords(rows)}.`)
  if (others.length === 0) return String(only.recommendation_id)
  throw new UsageError(
    `"${review}" ${number} fits several: ${[only, ...others].map((row) => row.recommendation_id).join(', ')}. Give the id.`,
  )
}

function paperId(store: Store, given: string): string {
  const id = anyId(store, given)
  const known = store.query('SELECT 1 FROM documents WHERE document_id = ? AND superseded_by IS NULL', id)
  if (!known.length)
    throw new UsageError(`There is no paper ${given} here. Give its path as "scrutineer check" shows it, or its document_id.`)
  return id
}

/** An id as it is, an old one too; or that of the only review that these words name. */
function reviewId(store: Store, given: string): string {
  if (store.query('SELECT 1 FROM aliases WHERE old_id = ?', given).length) return given
  return oneReview(store, given)
}
