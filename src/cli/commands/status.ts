import { UsageError } from '../../../schema/errors.ts'
import { countedByKind, isOverdue, STANDINGS as STANDINGS_IN_WORDS, standingOf } from '../../report/standing.ts'
import type { Row } from '../../store/database.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { findRecommendations, findReviews, isNumber, NO_REVIEWS, numbersInWords, reviewTitles } from '../find-review.ts'
import { recommendationHistory } from '../recommendation-history.ts'
import { counted, databaseFlag, print, printJson, quotedWord, styled, styledWords, thisDay, warn, wrapped } from '../screen.ts'
import { printHistory, statusStyle } from '../status-history.ts'
import { table } from '../table.ts'
import { showReviews } from './review-list.ts'

interface StatusOptions {
  db: string
  json?: boolean
}

/** `scrutineer status`: the reviews; one review; or one recommendation. */
export async function statusCommand(review: string | undefined, number: string | undefined, options: StatusOptions): Promise<number> {
  const store = openStore(options.db, { readonly: true })
  try {
    if (review === undefined) showReviews(store, options)
    else if (number !== undefined) showRecommendation(store, findReviews(reviewTitles(store), review), number, options)
    else if (isNumber(review)) showRecommendation(store, reviewTitles(store), review, options)
    else showReview(store, findReviews(reviewTitles(store), review), review, options)
    if (importIsOpen(store)) warn(`The last import did not finish, or is still running. To complete it, run "scrutineer import" again.`)
    return 0
  } finally {
    store.close()
  }
}

/** Whether an import began that has not linked what it stored: it was killed, or is under way. */
function importIsOpen(store: Store): boolean {
  const last = store.query('SELECT ended_at FROM runs ORDER BY started_at DESC, run_id DESC LIMIT 1')[0]
  return last !== undefined && last.ended_at === null && store.linkedBy() === null
}

const RECOMMENDATIONS = 'SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id'

/** One row of the view. */
function fullReview(store: Store, { review_id: id = null }: Row): Row {
  return store.query('SELECT * FROM reviews WHERE review_id = ?', id)[0] ?? {}
}

/** One review's recommendations; of several reviews that fit, their titles and ids. */
function showReview(store: Store, reviews: readonly Row[], named: string, { json, db }: StatusOptions): void {
  const withRecommendations = (row: Row): { review: Row; recommendations: Row[] } => ({
    review: fullReview(store, row),
    recommendations: store.query(RECOMMENDATIONS, row.review_id ?? null),
  })
  if (json) {
    printJson(reviews.map(withRecommendations))
    return
  }
  const [only] = reviews
  if (!only || reviews.length > 1) {
    print(`${counted(reviews.length, 'review')} fit. Give more of the title, or the id:\n`)
    print(reviews.map((review) => `${wrapped(String(review.title))}\n  ${styled('dim', String(review.review_id))}`).join('\n'))
    return
  }
  const { review, recommendations } = withRecommendations(only)
  const today = thisDay()
  const late = recommendations.filter((row) => isOverdue(row, today)).length
  printTitle(review)
  const counts = [counted(Number(review.documents), 'paper'), countedByKind(recommendations)]
  print(`${counts.join(', ')}${late ? `, ${styled('red', `${late} overdue`)}` : ''}\n`)
  if (!recommendations.length) {
    print(wrapped(`No paper here lists its recommendations. To see what is in doubt: scrutineer check --list --all${databaseFlag(db)}`))
    return
  }
  print(
    table(
      [
        { head: 'No.' },
        { head: 'Status', least: 10 },
        { head: 'Who', least: 12, lines: 3 },
        { head: 'Due', least: 12 },
        { head: 'Recommendation', least: 20, weight: 3, lines: 2 },
      ],
      recommendations.map((row) => [
        `${row.parent_id ? ' ' : ''}${row.number ?? '–'}`,
        styledWords(statusStyle(standingOf(row)), standingWords(row)),
        String(row.responsible ?? ''),
        [row.due_text, isOverdue(row, today) ? styled('red', 'overdue') : null].filter(Boolean).join(' '),
        String(row.heading ? `${row.heading}: ${row.text}` : row.text),
      ]),
    ),
  )
  const number = recommendations.find((row) => row.number !== null)?.number
  if (number == null) return
  print()
  print(wrapped(`One of them: scrutineer status ${quotedWord(named)} ${quotedWord(String(number))}${databaseFlag(db)}`))
}

/** The status in words; where no paper grades it, what was decided. */
function standingWords(row: Row): string {
  return STANDINGS_IN_WORDS[standingOf(row)].words
}

/** What became of the recommendation of that number, in each of the reviews that fit. */
function showRecommendation(store: Store, reviews: readonly Row[], number: string, { json }: StatusOptions): void {
  const all = reviews.map((review) => ({ review, rows: store.query(RECOMMENDATIONS, review.review_id ?? null) }))
  const found = all
    .map(({ review, rows }) => ({
      review,
      recommendations: findRecommendations(rows, number).map((row) => recommendationHistory(store, row)),
    }))
    .filter(({ recommendations }) => recommendations.length)
    .map(({ review, recommendations }) => ({ review: fullReview(store, review), recommendations }))
  if (!found.length) throw new UsageError(noSuchNumber(all, number))
  if (json) {
    printJson(found)
    return
  }
  const today = thisDay()
  if (found.length > 1) print(`${counted(found.length, 'review')} fit and have a recommendation ${number}.\n`)
  for (const { review, recommendations } of found) {
    printTitle(review)
    for (const history of recommendations) printHistory(history, (row) => isOverdue(row, today))
    print()
  }
}

/** Which recommendations there are, where the one that was asked for is not. */
function noSuchNumber(all: readonly { review: Row; rows: readonly Row[] }[], number: string): string {
  if (!all.length) return NO_REVIEWS
  const has = ({ review, rows }: (typeof all)[number]): string => `"${review.title}" has ${numbersInWords(rows)}`
  const there = all.length > MOST_NAMED ? `None of the ${counted(all.length, 'review')} has it` : all.map(has).join('; ')
  return `There is no recommendation ${number}. ${there}.`
}

/** More reviews than this are not named one by one. */
const MOST_NAMED = 3

function printTitle(review: Row): void {
  print(wrapped(String(review.title), 0, 'bold'))
  const body = [review.council, review.committee].filter(Boolean).join(', ')
  if (body) print(wrapped(body, 0, 'dim'))
}
