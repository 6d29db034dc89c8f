import { foldWords } from '../../parsers/recognise/fold.ts'
import { isSittingOnly } from '../../parsers/recognise/meetings.ts'
import { byCodeUnits } from '../../schema/by-code-units.ts'
import type { ReviewRow } from '../../schema/links.ts'
import { councilWords } from './councils.ts'
import { kindRank } from './group-reviews.ts'
import type { Unit } from './units.ts'

/** The most words that an id carries of a title. */
const ID_WORDS = 10

/** A review's row, from the units of one review: named by the paper nearest to its making. */
export function identifyReview(units: readonly Unit[]): ReviewRow {
  const ordered = [...units].sort(
    (a, b) =>
      Number(b.mention !== null) - Number(a.mention !== null) ||
      kindRank(a.kind) - kindRank(b.kind) ||
      (b.mention?.confidence ?? 0) - (a.mention?.confidence ?? 0) ||
      byCodeUnits(a.dated ?? '9', b.dated ?? '9') ||
      byCodeUnits(a.documentId, b.documentId),
  )
  const namer = ordered[0]
  const council = mostGiven(units.map((unit) => unit.council))
  // "Agenda and minutes" is on the front of every meeting's page, and names none of what was before it.
  const own = namer?.title && !isSittingOnly(namer.title) ? namer.title : null
  const title = namer?.mention?.title ?? own ?? `Untitled (${namer?.documentId ?? ''})`
  const subject = namer && namer.subject !== '' ? namer.subject : own ? foldWords(own) : (namer?.documentId ?? '')
  const year = namer?.year ?? yearOf(units)
  const slug = [...subject.split(' ').slice(0, ID_WORDS), ...(year === null || subject.split(' ').includes(year) ? [] : [year])].join('-')
  const place = council === null ? null : councilWords(council).join('-')
  return {
    reviewId: place ? `${place}/${slug}` : slug,
    kind: namer?.mention?.kind ?? 'review',
    title,
    council,
    committee: mostGiven(ordered.map((unit) => unit.committee)),
  }
}

/** The year of the review: of its report, else of the first decision on it; a plan or an update comes years later. */
function yearOf(units: readonly Unit[]): string | null {
  const makers = units.filter(
    (unit) =>
      unit.dated !== null &&
      (unit.kind === 'review_report' || unit.kind === 'decision_record' || unit.kind === 'minutes' || unit.kind === 'response'),
  )
  const first = makers.sort(
    (a, b) => Number(a.kind !== 'review_report') - Number(b.kind !== 'review_report') || byCodeUnits(a.dated ?? '', b.dated ?? ''),
  )[0]
  return first?.dated?.slice(0, 4) ?? null
}

/** The value that most give; of equals the longest, then the first by letters. */
function mostGiven(values: readonly (string | null)[]): string | null {
  const counts = new Map<string, { count: number; value: string }>()
  for (const value of values) {
    if (value === null) continue
    const entry = counts.get(foldWords(value)) ?? { count: 0, value }
    entry.count++
    if (byCodeUnits(value, entry.value) > 0) entry.value = value
    counts.set(foldWords(value), entry)
  }
  return (
    [...counts.values()].sort((a, b) => b.count - a.count || b.value.length - a.value.length || byCodeUnits(a.value, b.value))[0]?.value ??
    null
  )
}
