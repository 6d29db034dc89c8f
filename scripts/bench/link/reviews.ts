import type { Random } from './random.ts'
import { type Asked, writeRecommendations } from './sentences.ts'
import { COMMITTEES, COMPASS, COUNCIL_FORMS, FIELDS, type Field, PLACE_ENDINGS, PLACES, QUALIFIERS } from './words.ts'

/** A council: how it is named in full, and in short. */
export interface Council {
  name: string
  short: string
  committees: readonly string[]
}

/** A review that was held. */
export interface Review {
  id: string
  council: Council
  committee: string
  field: Field
  subject: string
  /** Whether its title ends in its year, as that of a second review of one subject may. */
  yeared: boolean
  year: number
  asked: Asked[]
}

/** Councils, some of them neighbours whose names differ in one word. */
export function makeCouncils(count: number, random: Random): Council[] {
  const places = random.shuffle(PLACES.flatMap((start) => PLACE_ENDINGS.map((end) => start + end)))
  const councils: Council[] = []
  for (let index = 0; councils.length < count; index++) {
    const base = places[index % places.length] ?? 'Marlford'
    const names = random.chance(0.15) ? [base, `${random.pick(COMPASS)} ${base}`] : [base]
    for (const place of names) {
      const committees = random.shuffle(COMMITTEES).slice(0, 3)
      councils.push({ name: random.pick(COUNCIL_FORMS).replace('#', place), short: `${place} Council`, committees })
    }
  }
  return councils.slice(0, count)
}

function newSubject(random: Random): { field: Field; subject: string } {
  const field = random.pick(FIELDS)
  const facet = `${field.name} ${random.pick(field.facets)}`
  return { field, subject: random.chance(0.2) ? `${facet} ${random.pick(QUALIFIERS)}` : facet }
}

/** A council's reviews over the years: near-named ones, and the same subject again after years. */
export function holdReviews(council: Council, count: number, name: string, random: Random): Review[] {
  const reviews: Review[] = []
  const held = (subject: string) => reviews.filter((review) => review.subject === subject)
  for (let attempt = 0; reviews.length < count && attempt < count * 50; attempt++) {
    const earlier = reviews.length > 0 ? random.pick(reviews) : null
    const way = earlier ? random.weighted({ new: 55, near: 35, again: 10 }) : 'new'
    let year = random.int(2008, 2022)
    let { field, subject } = newSubject(random)
    if (earlier && way === 'near') {
      field = earlier.field
      subject = `${field.name} ${random.pick(field.facets)}`
      if (random.chance(0.3)) subject += ` ${random.pick(QUALIFIERS)}`
    } else if (earlier && way === 'again') {
      ;({ field, subject } = earlier)
      year = earlier.year + random.int(4, 7)
    }
    if (held(subject).some((review) => Math.abs(review.year - year) < 4)) continue
    const asked = writeRecommendations(field, year, random)
    const yeared = held(subject).length > 0 && random.chance(0.5)
    reviews.push({
      id: `${name}-${reviews.length + 1}`,
      council,
      committee: random.pick(council.committees),
      field,
      subject,
      yeared,
      year,
      asked,
    })
  }
  return reviews
}
