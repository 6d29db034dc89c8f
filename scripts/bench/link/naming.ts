import type { Random } from './random.ts'
import type { Review } from './reviews.ts'
import { scan } from './rewording.ts'
import { QUALIFIERS } from './words.ts'

/** The review's full title. */
export function fullTitle(review: Review, random: Random): string {
  if (review.yeared) return `${review.subject} Review ${review.year}`
  return random.pick([`Scrutiny Review of ${review.subject}`, `Review of ${review.subject}`])
}

/** A paper's title, and the review's as the paper names it; null where it names none. */
export interface Named {
  title: string
  mention: string | null
}

/** How a later paper names its review: mostly in full, at times after a committee's name, abbreviated, misread or not at all. */
export function nameReview(review: Review, kind: string, scanned: boolean, random: Random): Named {
  const full = fullTitle(review, random)
  const way = random.weighted({ full: 70, committee: 12, short: 6, none: 4, paper: 8 })
  const qualifier = QUALIFIERS.find((words) => review.subject.endsWith(words))
  const noise = (text: string) => (scanned && random.chance(0.3) ? scan(text, 0.04, random) : text)
  if (way === 'none') return { title: kind, mention: null }
  if (way === 'committee') {
    const title = `${review.committee} ${random.pick(['– ', ': ', ''])}${random.chance(0.5) ? full : review.subject}`
    return { title: `${title} – ${kind}`, mention: noise(title) }
  }
  if (way === 'short' && qualifier) {
    const title = `Review of ${review.subject.slice(0, -qualifier.length - 1)}`
    return { title: `${title} – ${kind}`, mention: noise(title) }
  }
  if (way === 'paper') return { title: `${kind} – ${full}`, mention: noise(`${kind} – ${full}`) }
  return { title: `${full} – ${kind}`, mention: noise(full) }
}
