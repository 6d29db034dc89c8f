import { UsageError } from '../../schema/errors.ts'
import type { Row } from '../store/database.ts'

/** Letters and digits of `text`, in lower case and without accents, its words parted by single spaces. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The reviews that `words` name: by id, by title, or by words that stand in the title. Throws `UsageError` with the
 * nearest titles where none does.
 */
export function findReviews(reviews: readonly Row[], words: string): Row[] {
  if (!reviews.length) throw new UsageError('The database holds no review yet. Import the papers first.')
  const wanted = folded(words)
  const exact = reviews.filter((review) => review.review_id === words || folded(String(review.title)) === wanted)
  const inTitle = reviews.filter((review) => folded(String(review.title)).includes(wanted))
  const everyWord = reviews.filter((review) => wanted.split(' ').every((word) => folded(String(review.title)).includes(word)))
  const found = [exact, inTitle, everyWord].find((list) => list.length)
  if (found) return found
  const near = nearest(reviews, wanted)
  const titles = near.map((review) => `\n  ${review.title}`).join('')
  throw new UsageError(`No review fits "${words}". ${near.length < reviews.length ? 'The nearest are' : 'There are'}:${titles}`)
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

/** How many reviews are shown where none fits. */
const NEAREST = 5

/** By how many of the pairs of letters in `wanted` stand in the title too. */
function nearest(reviews: readonly Row[], wanted: string): Row[] {
  const pairs = letterPairs(wanted)
  const likeness = (review: Row): number => {
    const own = letterPairs(folded(String(review.title)))
    return [...pairs].filter((pair) => own.has(pair)).length / Math.max(1, pairs.size)
  }
  const ranked = reviews.map((review) => ({ review, score: likeness(review) })).sort((a, b) => b.score - a.score)
  return ranked.slice(0, NEAREST).map(({ review }) => review)
}

function letterPairs(text: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2)))
}
