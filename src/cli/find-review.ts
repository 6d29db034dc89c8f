import { UsageError } from '../../schema/errors.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'

/** Letters and digits of `text`, in lower case and without accents, its words parted by single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** What is said where there is nothing to look for. */
export const NO_REVIEWS = 'The database has no reviews yet. Import papers first.'

/** What reviews are found by, in the order of the view: `review_id`, `title`, `council`, `committee`. Their counts take longer and are left out. */
export function reviewTitles(store: Store): Row[] {
  return store.query('SELECT review_id, title, council, committee FROM reviews ORDER BY title, review_id')
}

/**
 * The reviews that `words` name: by id, by title, or by words that are in the title. Throws `UsageError` with the
 * nearest titles where none does.
 */
export function findReviews(reviews: readonly Row[], words: string): Row[] {
  if (!reviews.length) throw new UsageError(NO_REVIEWS)
  const wanted = folded(words)
  const exact = reviews.filter((review) => review.review_id === words || folded(String(review.title)) === wanted)
  const inTitle = reviews.filter((review) => folded(String(review.title)).includes(wanted))
  const everyWord = reviews.filter((review) => wanted.split(' ').every((word) => folded(String(review.title)).includes(word)))
  const found = [exact, inTitle, everyWord].find((list) => list.length)
  if (found) return found
  const near = nearest(reviews, wanted)
  const list = (near.length ? near : reviews.slice(0, MOST_NAMED)).map((review) => `\n  ${review.title}`).join('')
  const intro = near.length ? 'Did you mean:' : reviews.length > MOST_NAMED ? `There are ${reviews.length}, for example:` : 'There are:'
  throw new UsageError(`No review fits "${words}". ${intro}${list}`)
}

/** The id of the only review that `words` name. Throws `UsageError` where they name none, or several. */
export function oneReview(store: Store, words: string): string {
  const found = findReviews(reviewTitles(store), words)
  if (found.length > 1) {
    const list = found.map((review) => `\n  ${review.title} (${review.review_id})`).join('')
    throw new UsageError(`"${words}" fits several reviews. Give more of the title, or the id:${list}`)
  }
  return String(found[0]?.review_id ?? words)
}

/** Whether `words` are the number of a recommendation and no words of a title: "3", "R2", "1(a)", "rec 4". */
export function isNumber(words: string): boolean {
  return /^(?:(?:rec\w*\.?\s*)?r?\d+(?:\.\d+)*[a-z]?(?:\([a-z\d]+\))*)$/iu.test(words.trim())
}

/** The recommendations of a review that `number` names, as a person writes it: "3", "1a", "R2", "recommendation 4". */
export function findRecommendations(recommendations: readonly Row[], number: string): Row[] {
  const compact = (text: string): string =>
    folded(text.replace(/^\s*rec(?:ommendation|\.|s)?\s*(?:no\.?\s*)?(?=[\dir(])/iu, '')).replaceAll(' ', '')
  const wanted = compact(number)
  const exact = recommendations.filter((row) => row.recommendation_id === number || compact(String(row.number ?? '')) === wanted)
  if (exact.length) return exact
  const bare = recommendations.filter(
    (row) => compact(String(row.number ?? '')).replace(/^r(?=\d)/u, '') === wanted.replace(/^r(?=\d)/u, ''),
  )
  if (bare.length) return bare
  return recommendations.filter(
    (row) =>
      String(row.number ?? '').startsWith(`${number.trim()}(`) &&
      !recommendations.some((other) => other.recommendation_id === row.parent_id),
  )
}

/** How many reviews are named where none fits. */
const MOST_NAMED = 5
/** From this share of common pairs of letters on, a title is thought to be what was meant. */
const LEAST_LIKENESS = 0.6

/** The likeliest titles, by how many of the pairs of letters in `wanted` are in them too. */
function nearest(reviews: readonly Row[], wanted: string): Row[] {
  const pairs = letterPairs(wanted)
  const likeness = (review: Row): number => {
    const own = letterPairs(folded(String(review.title)))
    return [...pairs].filter((pair) => own.has(pair)).length / Math.max(1, pairs.size)
  }
  const ranked = reviews.map((review) => ({ review, score: likeness(review) })).sort((a, b) => b.score - a.score)
  return ranked
    .filter(({ score }) => score >= LEAST_LIKENESS)
    .slice(0, MOST_NAMED)
    .map(({ review }) => review)
}

/** The numbers of recommendations, a run in short: "1 to 3, 3(a), 3(b), 4 to 6". */
export function numbersInWords(recommendations: readonly Row[]): string {
  const numbers = recommendations.flatMap(({ number }) => (number === null ? [] : [String(number)]))
  const whole = (text: string | undefined): number => (text !== undefined && /^\d+$/u.test(text) ? Number(text) : Number.NaN)
  const runs: string[][] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && whole(number) === whole(run.at(-1)) + 1) run.push(number)
    else runs.push([number])
  }
  const shown = runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run))
  return shown.join(', ') || 'no numbers'
}

function letterPairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
}
