import { IS_CONCLUSION, isOverdue, STANDINGS as STANDINGS_IN_WORDS, standingOf } from '../../report/standing.ts'
import type { Row } from '../../store/database.ts'
import type { Store } from '../../store/store.ts'
import { counted, databaseFlag, print, printJson, styled, styledWords, thisDay, wrapped } from '../screen.ts'
import { statusStyle } from '../status-history.ts'
import { table } from '../table.ts'

/** A review, the status of its recommendations, and how many of them are past their date. */
interface ReviewStanding {
  review: Row
  standings: Row[]
  overdue: number
}

/** The status of the recommendations of each review, counted once for all. */
const STANDINGS = `SELECT review_id, iif(${IS_CONCLUSION}, kind, NULL) AS kind, status, outcome, due_to, count(*) AS n FROM recommendations
  GROUP BY 1, 2, 3, 4, 5`

/** A terminal is not filled with more reviews than these; a pipe gets all. */
const MOST_ON_A_TERMINAL = 100

/** Prints all reviews with where they are; on a terminal, of very many, those with most that is overdue. */
export function showReviews(store: Store, { json = false, db }: { json?: boolean; db: string }): void {
  const all = reviewStandings(store, thisDay())
  if (json) {
    const withStatuses = all.map(({ review, standings }) => ({
      ...review,
      statuses: Object.fromEntries(summed(standings, (row) => String(row.status ?? 'unknown'))),
    }))
    printJson(withStatuses)
    return
  }
  if (!all.length) {
    print(`${db} has no reviews yet. See what was imported with "scrutineer check --all${databaseFlag(db)}", or import more papers.`)
    return
  }
  const shown = process.stdout.isTTY ? mostOverdue(all, MOST_ON_A_TERMINAL) : all
  print(reviewTable(shown))
  print()
  if (shown.length < all.length) {
    print(wrapped(`${counted(shown.length, 'review')} with the most overdue recommendations, of ${counted(all.length, 'review')}.`))
    print(wrapped(`All of them: scrutineer status${databaseFlag(db)} | less -S`))
  }
  print(wrapped(`One review: scrutineer status "words of its title"${databaseFlag(db)}`))
  print(wrapped(`One recommendation: scrutineer status "words of its title" 3${databaseFlag(db)}`))
}

/** Every review as of `today`, an ISO day, in the order of titles. */
function reviewStandings(store: Store, today: string): ReviewStanding[] {
  const groups = Map.groupBy(store.query(STANDINGS), (row) => row.review_id)
  return store.rows('reviews').map((review) => {
    const standings = groups.get(review.review_id ?? null) ?? []
    return { review, standings, overdue: standings.reduce((sum, row) => sum + (isOverdue(row, today) ? Number(row.n) : 0), 0) }
  })
}

/** All, where there are no more than `most`; else those with most that is overdue, the most first, in their order on a tie. */
export function mostOverdue<Listed extends { overdue: number }>(reviews: readonly Listed[], most: number): readonly Listed[] {
  return reviews.length <= most ? reviews : reviews.toSorted((a, b) => b.overdue - a.overdue).slice(0, most)
}

function reviewTable(reviews: readonly ReviewStanding[]): string {
  return table(
    [
      { head: 'Review', least: 20, weight: 2 },
      { head: 'Council', least: 12 },
      { head: 'Papers', align: 'right' },
      { head: 'Recs', align: 'right' },
      { head: 'Overdue', align: 'right' },
      { head: 'Progress', least: 20, weight: 2 },
    ],
    reviews.map(({ review, standings, overdue }) => [
      String(review.title),
      String(review.council ?? ''),
      String(review.documents),
      String(review.recommendations),
      overdue ? styled('red', String(overdue)) : '',
      standingCounts(standings) || styled('dim', 'no recommendations yet'),
    ]),
  )
}

/** "5 achieved; 2 slipped; 1 agreed, not graded; 3 conclusions". */
function standingCounts(rows: readonly Row[]): string {
  const sums = summed(rows, standingOf)
  const counts = sums.flatMap(([standing, n]) =>
    standing === 'conclusion' ? [] : [`${n} ${styledWords(statusStyle(standing), STANDINGS_IN_WORDS[standing].words)}`],
  )
  const conclusions = sums.flatMap(([standing, n]) => (standing === 'conclusion' ? [styledWords('dim', counted(n, 'conclusion'))] : []))
  return [...counts, ...conclusions].join('; ')
}

/** How many recommendations each group has, the largest first. */
function summed<Key extends string>(rows: readonly Row[], by: (row: Row) => Key): [Key, number][] {
  const sums = [...Map.groupBy(rows, by)].map(([key, same]): [Key, number] => [key, same.reduce((sum, { n }) => sum + Number(n), 0)])
  return sums.sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
}
