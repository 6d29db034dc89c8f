import { UsageError } from '../../../schema/errors.ts'
import type { Row } from '../../store/database.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { findRecommendations, findReviews, isNumber } from '../find-review.ts'
import { recommendationHistory } from '../recommendation-history.ts'
import { counted, print, styled, table, words, wrapped } from '../screen.ts'
import { printHistory, statusStyle } from '../status-history.ts'

interface StatusOptions {
  db: string
  json?: boolean
}

/** `scrutineer status`: the reviews; one review; or one recommendation. */
export async function statusCommand(review: string | undefined, number: string | undefined, options: StatusOptions): Promise<number> {
  const store = openStore(options.db, { readonly: true })
  try {
    const reviews = store.rows('reviews')
    if (review === undefined) showReviews(store, reviews, options)
    else if (number !== undefined) showRecommendation(store, findReviews(reviews, review), number, options)
    else if (isNumber(review)) showRecommendation(store, reviews, review, options)
    else showReview(store, findReviews(reviews, review), options)
    if (importIsOpen(store))
      console.error(`The last import did not end, or is still going on: run "scrutineer import" again to complete it.`)
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

/** How many recommendations of each review have each status, commonest first: "4 achieved, 2 on track". */
const STANDINGS = `SELECT review_id, status, count(*) AS n FROM recommendations GROUP BY review_id, status ORDER BY n DESC, status`

function showReviews(store: Store, reviews: readonly Row[], { json, db }: StatusOptions): void {
  const standings = Map.groupBy(store.query(STANDINGS), (row) => row.review_id)
  if (json) {
    const withStanding = reviews.map((review) => ({
      ...review,
      statuses: Object.fromEntries((standings.get(review.review_id) ?? []).map((row) => [row.status ?? 'unknown', row.n])),
    }))
    print(JSON.stringify(withStanding, null, 2))
    return
  }
  if (!reviews.length) {
    print(`${db} holds no review yet. See what was imported with "scrutineer check --all", or import more papers.`)
    return
  }
  const standing = (review: Row): string =>
    (standings.get(review.review_id ?? null) ?? [])
      .map((row) => `${row.n} ${row.status ? words(String(row.status)) : 'not known'}`)
      .join(', ')
  print(
    table(
      [
        { head: 'Review', wrap: true },
        { head: 'Council', width: 22, wrap: true },
        { head: 'Papers', align: 'right', width: 6 },
        { head: 'Recs', align: 'right', width: 4 },
        { head: 'Where they stand', width: 28, wrap: true },
      ],
      reviews.map((review) => [
        String(review.title),
        String(review.council ?? ''),
        String(review.documents),
        String(review.recommendations),
        standing(review),
      ]),
    ),
  )
  print(`\nOne review: scrutineer status "words of its title". One recommendation: scrutineer status "words of its title" 3`)
}

const RECOMMENDATIONS = 'SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id'

/** One review's recommendations, a line each; of several reviews that fit, their titles and ids. */
function showReview(store: Store, reviews: readonly Row[], { json }: StatusOptions): void {
  const all = reviews.map((review) => ({ review, recommendations: store.query(RECOMMENDATIONS, review.review_id ?? null) }))
  if (json) {
    print(JSON.stringify(all, null, 2))
    return
  }
  const [only] = all
  if (!only || all.length > 1) {
    print(`${counted(all.length, 'review')} fit. Say more of the title, or give the id:\n`)
    print(reviews.map((review) => `${review.title}\n  ${styled('dim', String(review.review_id))}`).join('\n'))
    return
  }
  printTitle(only.review)
  print(`${counted(Number(only.review.documents), 'paper')}, ${counted(only.recommendations.length, 'recommendation')}\n`)
  print(
    table(
      [
        { head: 'No.', width: 10 },
        { head: 'Status', width: 15 },
        { head: 'Who', width: 28 },
        { head: 'Due', width: 16 },
        { head: 'Recommendation' },
      ],
      only.recommendations.map((row) => [
        `${row.parent_id ? ' ' : ''}${row.number ?? '–'}`,
        row.status
          ? styled(statusStyle(row.status), words(String(row.status)))
          : styled('dim', row.outcome ? words(String(row.outcome)) : '–'),
        String(row.responsible ?? ''),
        String(row.due_text ?? ''),
        String(row.heading ? `${row.heading}: ${row.text}` : row.text),
      ]),
    ),
  )
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
  if (!found.length) {
    const has = all.map(({ review, rows }) => `"${review.title}" has ${rows.flatMap((row) => row.number ?? []).join(', ') || 'no numbers'}`)
    throw new UsageError(`There is no recommendation ${number}: ${has.join('; ')}.`)
  }
  if (json) {
    print(JSON.stringify(found, null, 2))
    return
  }
  if (found.length > 1) print(`${counted(found.length, 'review')} fit and have a recommendation ${number}.\n`)
  for (const { review, recommendations } of found) {
    printTitle(review)
    for (const history of recommendations) printHistory(history)
    print()
  }
}

function printTitle(review: Row): void {
  print(styled('bold', wrapped(String(review.title))))
  const body = [review.council, review.committee].filter(Boolean).join(', ')
  if (body) print(styled('dim', body))
}
