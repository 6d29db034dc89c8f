import type { CorrectionDraft } from '../../schema/corrections.ts'
import { UsageError } from '../../schema/errors.ts'
import { withDays } from '../corrections/with-days.ts'
import type { Store } from '../store/store.ts'
import { CORRECT_USAGE } from './correct-usage.ts'
import { oneReview } from './find-review.ts'
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
  const [first, second, ...rest] = given
  const refuse = (): never => {
    throw new UsageError(`It is written: scrutineer correct ${CORRECT_USAGE[action]}`)
  }
  if (first === undefined || action === 'move' || action === 'restore' || (rest.length > 0 && action !== 'set' && action !== 'part'))
    return refuse()
  switch (action) {
    case 'link':
      return second === undefined ? refuse() : { action, target: anyId(store, first), to: goalId(store, first, second) }
    case 'unlink':
      return { action, target: anyId(store, first), from: second === undefined ? null : goalId(store, first, second) }
    case 'set':
      return second === undefined ? refuse() : { action, target: anyId(store, first), fields: withDays(fieldsOf([second, ...rest])) }
    case 'merge':
      return second === undefined ? refuse() : { action, target: reviewId(store, first), into: reviewId(store, second) }
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
      return second === undefined ? refuse() : { action, target: paperId(store, first), rule: second, note: options.note ?? null }
    case 'undo':
      return second === undefined ? { action, target: first } : refuse()
  }
}

function isAction(action: string): action is Action {
  return Object.hasOwn(CORRECT_USAGE, action)
}

/** "status=achieved due_text=" → status is "achieved", and for due_text the paper does not say. */
function fieldsOf(given: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(
    given.map((text) => {
      const [, field, value = ''] = /^([a-z_]+)=(.*)$/su.exec(text) ?? []
      if (field === undefined) throw new UsageError(`"${text}" is not FIELD=VALUE. An empty value stands for "the paper does not say".`)
      return [field, value.trim() || null]
    }),
  )
}

/** An id as it stands; or that of the paper at this path. */
function anyId(store: Store, given: string): string {
  const known = store.query('SELECT document_id FROM documents WHERE path = ? AND superseded_by IS NULL', given)[0]
  return known ? String(known.document_id) : given
}

/** What a record or a paper is linked to: a paper to a review, which its title names too. */
function goalId(store: Store, target: string, given: string): string {
  const isPaper = store.query('SELECT 1 FROM documents WHERE document_id = ?', anyId(store, target)).length > 0
  return isPaper ? reviewId(store, given) : anyId(store, given)
}

function paperId(store: Store, given: string): string {
  const id = anyId(store, given)
  const known = store.query('SELECT 1 FROM documents WHERE document_id = ? AND superseded_by IS NULL', id)
  if (!known.length)
    throw new UsageError(`There is no paper ${given} here. Give its path as "scrutineer check" shows it, or its document_id.`)
  return id
}

/** An id as it stands, an old one too; or that of the only review that these words name. */
function reviewId(store: Store, given: string): string {
  if (store.query('SELECT 1 FROM aliases WHERE old_id = ?', given).length) return given
  return oneReview(store, given)
}
