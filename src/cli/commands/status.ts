import { UsageError } from '../../../schema/errors.ts'
import type { Row } from '../../store/database.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { findRecommendations, findReview } from '../find-review.ts'
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
    if (review === undefined) showReviews(store, options)
    else if (number === undefined) showReview(store, findReview(store, review), options)
    else showRecommendation(store, findReview(store, review), number, options)
    return 0
  } finally {
    store.close()
  }
}

/** How many recommendations of each review have each status, commonest first: "4 achieved, 2 on track". */
const STANDINGS = `SELECT review_id, status, count(*) AS n FROM recommendations GROUP BY review_id, status ORDER BY n DESC, status`

function showReviews(store: Store, { json, db }: StatusOptions): void {
  const reviews = store.rows('reviews')
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
        { head: 'Review' },
        { head: 'Council', width: 28 },
        { head: 'Papers', align: 'right', width: 6 },
        { head: 'Recommendations', width: 15, align: 'right' },
        { head: 'Where they stand', width: 44 },
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

const RECOMMENDATIONS = `SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id`

function showReview(store: Store, review: Row, { json }: StatusOptions): void {
  const recommendations = store.query(RECOMMENDATIONS, review.review_id ?? null)
  if (json) {
    print(JSON.stringify({ review, recommendations }, null, 2))
    return
  }
  printTitle(review)
  print(`${counted(Number(review.documents), 'paper')}, ${counted(Number(review.recommendations), 'recommendation')}\n`)
  print(
    table(
      [
        { head: 'No.', width: 10 },
        { head: 'Status', width: 15 },
        { head: 'Who', width: 28 },
        { head: 'Due', width: 16 },
        { head: 'Recommendation' },
      ],
      recommendations.map((row) => [
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

function showRecommendation(store: Store, review: Row, number: string, { json }: StatusOptions): void {
  const all = store.query(RECOMMENDATIONS, review.review_id ?? null)
  const found = findRecommendations(all, number)
  if (!found.length) {
    const numbers = all.map((row) => row.number).filter((value) => value !== null)
    throw new UsageError(`"${review.title}" has no recommendation ${number}. It has ${numbers.join(', ') || 'none with a number'}.`)
  }
  const histories = found.map((row) => recommendationHistory(store, row))
  if (json) {
    print(JSON.stringify({ review, recommendations: histories }, null, 2))
    return
  }
  printTitle(review)
  for (const history of histories) printHistory(history)
}

function printTitle(review: Row): void {
  print(styled('bold', wrapped(String(review.title))))
  const body = [review.council, review.committee].filter(Boolean).join(', ')
  if (body) print(styled('dim', body))
}
