import type { DocumentKind } from '../../schema/records.ts'
import { likeness, wordBag } from './similarity.ts'
import { councilWords, sameCouncil, type Unit } from './units.ts'

/** The units of one review. */
export interface ReviewGroup {
  units: Unit[]
}

/** Papers of a review, from the one that made it on. */
const KIND_ORDER: readonly DocumentKind[] = [
  'review_report',
  'decision_record',
  'minutes',
  'response',
  'action_plan',
  'progress_update',
  'other',
]
/** Papers that set out a review's recommendations as its own. */
const ORIGINS: ReadonlySet<DocumentKind> = new Set(['review_report'])

/** The place of a kind of paper in a review's life. */
export function kindRank(kind: DocumentKind): number {
  return KIND_ORDER.indexOf(kind)
}

/**
 * Which units belong to one review: those of one subject, word for word, and one council; where two
 * reports of one subject recommend different things they are two reviews, and every other paper goes to
 * the one whose words it repeats, else the last before it. The result does not depend on the order of `units`.
 */
export function groupReviews(units: readonly Unit[]): ReviewGroup[] {
  const bySubject = new Map<string, Unit[]>()
  for (const unit of units) {
    const key = unit.subject === '' ? `\u0000${unit.documentId}` : unit.subject
    bySubject.set(key, [...(bySubject.get(key) ?? []), unit])
  }
  const groups = [...bySubject.values()].flatMap(splitCouncils).flatMap(splitGenerations)
  return adoptNameless(groups)
}

/** Units of one subject by council; those that name no council go with the only one there is. */
function splitCouncils(units: readonly Unit[]): Unit[][] {
  const groups: Unit[][] = []
  const named = units
    .filter((unit) => unit.council !== null)
    .sort((a, b) => councilWords(b.council ?? '').length - councilWords(a.council ?? '').length || (a.documentId < b.documentId ? -1 : 1))
  for (const unit of named) {
    const fits = groups.filter((group) => group.some((member) => sameCouncil(member.council, unit.council)))
    if (fits.length === 1) fits[0]?.push(unit)
    else groups.push([unit])
  }
  const nameless = units.filter((unit) => unit.council === null)
  if (groups.length === 1) groups[0]?.push(...nameless)
  else if (nameless.length > 0) groups.push(nameless)
  return groups
}

/** Words of two lists of recommendations that are this alike are one list, in two versions. */
const SAME_LIST = 0.5

/** What a unit says of its own; a resolution that only names recommendations restates nothing. */
const allWords = (unit: Unit) =>
  wordBag(
    [...unit.wordings, ...unit.resolutions.filter((resolution) => resolution.decides === null)].map((record) => record.text).join(' '),
  )

/** Whether two reports recommend the same. */
function sameRecommendations(a: Unit, b: Unit): boolean {
  if (a.year !== null && b.year !== null && a.year !== b.year) return false
  return likeness(allWords(a), allWords(b)) >= SAME_LIST
}

function splitGenerations(units: Unit[]): ReviewGroup[] {
  const reports = units.filter((unit) => ORIGINS.has(unit.kind) && unit.wordings.length > 0).sort(byTime)
  const generations: Unit[][] = []
  for (const report of reports) {
    const same = generations.find((generation) => generation[0] && sameRecommendations(generation[0], report))
    if (same) same.push(report)
    else generations.push([report])
  }
  if (generations.length === 0) return splitYears(units)
  const placed = new Set(reports)
  for (const unit of units.filter((candidate) => !placed.has(candidate)).sort(byTime)) {
    if (generations.length === 1 && agrees(unit, generations[0] ?? [])) generations[0]?.push(unit)
    else chooseGeneration(unit, generations)?.push(unit)
    if (!generations.some((generation) => generation.includes(unit))) generations.push([unit])
  }
  return generations.map((generation) => ({ units: generation }))
}

/** Whether nothing speaks against a unit's belonging to a generation: another year in its title, or a date before the review. */
function agrees(unit: Unit, generation: readonly Unit[]): boolean {
  const years = generation.flatMap((member) => (member.year === null ? [] : [member.year]))
  if (unit.year !== null && years.length > 0 && !years.includes(unit.year)) return false
  const start = generation[0]?.dated ?? null
  return unit.dated === null || start === null || unit.dated.slice(0, 4) >= start.slice(0, 4)
}

/** The generation whose recommendations a unit repeats clearly best, else the last one begun before it. */
function chooseGeneration(unit: Unit, generations: readonly Unit[][]): Unit[] | null {
  const words = allWords(unit)
  const open = generations.filter((generation) => agrees(unit, generation))
  const scored = open
    .map((generation) => ({ generation, alike: Math.max(0, ...generation.map((member) => likeness(words, allWords(member)))) }))
    .sort((a, b) => b.alike - a.alike)
  const [best, second] = scored
  if (best && best.alike >= SAME_LIST && best.alike - (second?.alike ?? 0) >= CLEAR_LEAD) return best.generation
  if (best && words.size > 0 && best.alike < STRANGER) return null
  const before = open.filter((generation) => generation[0]?.dated && unit.dated && generation[0].dated <= unit.dated)
  return before.at(-1) ?? null
}

/** How far the best generation must stand clear of the next. */
const CLEAR_LEAD = 0.15
/** A paper with words of its own that share less than this with any list is about something else. */
const STRANGER = 0.2

/** Papers of one subject without a report: apart only where their titles bear different years. */
function splitYears(units: readonly Unit[]): ReviewGroup[] {
  const years = [...new Set(units.flatMap((unit) => (unit.year === null ? [] : [unit.year])))].sort()
  if (years.length < 2) return [{ units: [...units] }]
  const groups = years.map((year) => ({ units: units.filter((unit) => unit.year === year) }))
  const undated = units.filter((unit) => unit.year === null)
  return undated.length > 0 ? [...groups, { units: undated }] : groups
}

const byTime = (a: Unit, b: Unit) => compare(a.dated ?? '', b.dated ?? '') || compare(a.documentId, b.documentId)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A paper without a review's name joins the one whose recommendations it repeats almost word for word, if only one comes near. */
const REPEATED = 0.8

function adoptNameless(groups: readonly ReviewGroup[]): ReviewGroup[] {
  const named = groups.filter((group) => group.units.some((unit) => unit.subject !== ''))
  const rest: ReviewGroup[] = []
  const adopted = new Map<ReviewGroup, Unit[]>()
  for (const group of groups.filter((candidate) => !named.includes(candidate))) {
    const [unit] = group.units
    if (!unit) continue
    const words = allWords(unit)
    const scored = named
      .filter((candidate) => candidate.units.every((member) => sameCouncil(member.council, unit.council)))
      .map((candidate) => ({ candidate, alike: Math.max(0, ...candidate.units.map((member) => likeness(words, allWords(member)))) }))
      .sort((a, b) => b.alike - a.alike)
    const [best, second] = scored
    if (best && words.size > 0 && best.alike >= REPEATED && best.alike - (second?.alike ?? 0) >= CLEAR_LEAD)
      adopted.set(best.candidate, [...(adopted.get(best.candidate) ?? []), unit])
    else rest.push(group)
  }
  return [...named.map((group) => ({ units: [...group.units, ...(adopted.get(group) ?? [])] })), ...rest]
}
