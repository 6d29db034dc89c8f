import { UsageError } from '../../../schema/errors.ts'
import { isOverdue, STANDINGS as STANDINGS_IN_WORDS, standingOf } from '../../report/standing.ts'
import type { Row } from '../../store/database.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { findRecommendations, findReviews, isNumber, NO_REVIEWS, numbersInWords } from '../find-review.ts'
import { recommendationHistory } from '../recommendation-history.ts'
import { counted, databaseFlag, print, quotedWord, styled, styledWords, words, wrapped } from '../screen.ts'
import { printHistory, statusStyle } from '../status-history.ts'
import { table } from '../table.ts'

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
    else showReview(store, findReviews(reviews, review), review, options)
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

/** Where the recommendations of each review stand, commonest first. */
const STANDINGS = `SELECT review_id, status, outcome, due_to, count(*) AS n FROM recommendations
  GROUP BY review_id, status, outcome, due_to`

function showReviews(store: Store, reviews: readonly Row[], { json, db }: StatusOptions): void {
  const groups = Map.groupBy(store.query(STANDINGS), (row) => row.review_id)
  const standings = (review: Row): Row[] => groups.get(review.review_id ?? null) ?? []
  if (json) {
    const withStanding = reviews.map((review) => ({
      ...review,
      statuses: Object.fromEntries(summed(standings(review), (row) => String(row.status ?? 'unknown'))),
    }))
    print(JSON.stringify(withStanding, null, 2))
    return
  }
  if (!reviews.length) {
    print(`${db} holds no review yet. See what was imported with "scrutineer check --all${databaseFlag(db)}", or import more papers.`)
    return
  }
  const today = thisDay()
  print(
    table(
      [
        { head: 'Review', least: 20, weight: 2 },
        { head: 'Council', least: 12 },
        { head: 'Papers', align: 'right' },
        { head: 'Recs', align: 'right' },
        { head: 'Overdue', align: 'right' },
        { head: 'Where they stand', least: 20, weight: 2 },
      ],
      reviews.map((review) => {
        const overdue = standings(review).reduce((sum, row) => sum + (isOverdue(row, today) ? Number(row.n) : 0), 0)
        return [
          String(review.title),
          String(review.council ?? ''),
          String(review.documents),
          String(review.recommendations),
          overdue ? styled('red', String(overdue)) : '',
          standingCounts(standings(review)) || styled('dim', 'no recommendations yet'),
        ]
      }),
    ),
  )
  print()
  print(wrapped(`One review: scrutineer status "words of its title"${databaseFlag(db)}`))
  print(wrapped(`One recommendation: scrutineer status "words of its title" 3${databaseFlag(db)}`))
}

/** "5 achieved; 2 slipped; 1 agreed, not graded". */
function standingCounts(rows: readonly Row[]): string {
  return summed(rows, standingOf)
    .map(([standing, n]) => `${n} ${styledWords(statusStyle(standing), STANDINGS_IN_WORDS[standing].words)}`)
    .join('; ')
}

/** How many recommendations each group has, the largest first. */
function summed<Key extends string>(rows: readonly Row[], by: (row: Row) => Key): [Key, number][] {
  const sums = [...Map.groupBy(rows, by)].map(([key, same]): [Key, number] => [key, same.reduce((sum, { n }) => sum + Number(n), 0)])
  return sums.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}

const RECOMMENDATIONS = 'SELECT * FROM recommendations WHERE review_id = ? ORDER BY position, recommendation_id'

/** One review's recommendations; of several reviews that fit, their titles and ids. */
function showReview(store: Store, reviews: readonly Row[], named: string, { json, db }: StatusOptions): void {
  const all = reviews.map((review) => ({ review, recommendations: store.query(RECOMMENDATIONS, review.review_id ?? null) }))
  if (json) {
    print(JSON.stringify(all, null, 2))
    return
  }
  const [only] = all
  if (!only || all.length > 1) {
    print(`${counted(all.length, 'review')} fit. Say more of the title, or give the id:\n`)
    print(reviews.map((review) => `${wrapped(String(review.title))}\n  ${styled('dim', String(review.review_id))}`).join('\n'))
    return
  }
  const { review, recommendations } = only
  const today = thisDay()
  const late = recommendations.filter((row) => isOverdue(row, today)).length
  printTitle(review)
  const counts = [counted(Number(review.documents), 'paper'), counted(recommendations.length, 'recommendation')]
  print(`${counts.join(', ')}${late ? `, ${styled('red', `${late} overdue`)}` : ''}\n`)
  if (!recommendations.length) {
    print(wrapped(`No paper here lists its recommendations. What is in doubt: scrutineer check --list --all${databaseFlag(db)}`))
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
  print(wrapped(`What became of one: scrutineer status ${quotedWord(named)} ${quotedWord(String(number))}${databaseFlag(db)}`))
}

/** The status in words; where no paper grades it, what was decided. */
function standingWords(row: Row): string {
  const standing = standingOf(row)
  return standing === 'not_known' && row.outcome ? words(String(row.outcome)) : STANDINGS_IN_WORDS[standing].words
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
  if (!found.length) throw new UsageError(noSuchNumber(all, number))
  if (json) {
    print(JSON.stringify(found, null, 2))
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

/** The day that "overdue" is told by. */
function thisDay(): string {
  return new Date().toISOString().slice(0, 10)
}

function printTitle(review: Row): void {
  print(wrapped(String(review.title), 0, 'bold'))
  const body = [review.council, review.committee].filter(Boolean).join(', ')
  if (body) print(wrapped(body, 0, 'dim'))
}
