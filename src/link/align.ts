import { likeness, type WordBag, wordBag } from './similarity.ts'

/** An item of a list as alignment looks at it. */
export interface ListItem {
  id: string
  number: string | null
  /** Null where the document gives the number alone. */
  text: string | null
  parentId: string | null
}

/** What became of one item of the other list. */
export interface Match {
  fromId: string
  /** The item of the base list that it is, or null. */
  toId: string | null
  method: 'number-and-text' | 'text' | 'number' | 'part-of-parent' | 'none'
  confidence: number
  runnerUpId: string | null
  runnerUpConfidence: number | null
  /** The best candidate of a match that was not made. */
  bestId: string | null
  reasons: Record<string, unknown>
}

/** Texts at least this alike are one recommendation, reworded. */
const SAME_TEXT = 0.6
/** With the same number, words this alike are enough: a plan may shorten a recommendation to its gist. */
const SAME_NUMBER_TEXT = 0.25
/** How far the best must stand clear of the next for the choice to be certain. */
const CLEAR_LEAD = 0.12
/** What an equal number adds to likeness when candidates are ranked. */
const NUMBER_BONUS = 0.2

interface Candidate {
  item: ListItem
  likeness: number
  sameNumber: boolean
  rank: number
}

/**
 * Finds for each item of `others` the item of `base` that it restates. Both are ordered, numbered lists
 * of one review. Text and number together decide; a text that stands clear overrules a number, since
 * cabinets renumber; a number alone counts only where the rest of the list keeps its numbers.
 */
export function alignLists(base: readonly ListItem[], others: readonly ListItem[]): Match[] {
  const bags = new Map<string, WordBag>([...base, ...others].map((item) => [item.id, wordBag(item.text ?? '')]))
  const keepsNumbers = listKeepsNumbers(base, others, bags)
  const matches = new Map<string, Match>()
  // Parents before parts, so that a part is looked for under what its parent is.
  const ordered = [...others].sort((a, b) => depth(a, others) - depth(b, others))
  for (const item of ordered) {
    const parent = item.parentId === null ? null : (matches.get(item.parentId)?.toId ?? null)
    const pool =
      item.parentId === null
        ? base.filter((candidate) => candidate.parentId === null)
        : base.filter((candidate) => candidate.parentId === parent)
    const first = matchItem(item, pool.length > 0 ? pool : base, bags, keepsNumbers)
    matches.set(item.id, first.toId === null && pool.length < base.length ? better(first, matchItem(item, base, bags, false)) : first)
  }
  return settleRivals(others.flatMap((item) => matches.get(item.id) ?? []))
}

const depth = (item: ListItem, list: readonly ListItem[]): number => {
  let steps = 0
  for (let parent = item.parentId; parent !== null && steps < 10; steps++)
    parent = list.find((candidate) => candidate.id === parent)?.parentId ?? null
  return steps
}

const better = (a: Match, b: Match) => (b.toId !== null ? b : a)

/** Whether items of the same number say the same throughout: then a number by itself is to be trusted. */
function listKeepsNumbers(base: readonly ListItem[], others: readonly ListItem[], bags: ReadonlyMap<string, WordBag>): boolean {
  let kept = 0
  let changed = 0
  for (const item of others) {
    if (item.text === null || item.number === null) continue
    const own = base.find((candidate) => candidate.number === item.number)
    const bag = bags.get(item.id)
    if (!own || !bag) continue
    const likenessOf = (candidate: ListItem) => likeness(bag, bags.get(candidate.id) ?? new Map())
    const elsewhere = Math.max(0, ...base.filter((candidate) => candidate.id !== own.id).map(likenessOf))
    if (likenessOf(own) >= elsewhere) kept++
    else if (elsewhere >= SAME_TEXT) changed++
  }
  return changed === 0 || kept > changed * 4
}

function matchItem(item: ListItem, pool: readonly ListItem[], bags: ReadonlyMap<string, WordBag>, keepsNumbers: boolean): Match {
  const bag = bags.get(item.id) ?? new Map()
  const candidates = pool
    .map((candidate): Candidate => {
      const alike = item.text === null || candidate.text === null ? 0 : likeness(bag, bags.get(candidate.id) ?? new Map())
      const sameNumber = item.number !== null && candidate.number === item.number
      return { item: candidate, likeness: alike, sameNumber, rank: alike + (sameNumber ? NUMBER_BONUS : 0) }
    })
    .sort((a, b) => b.rank - a.rank)
  const [best, second] = candidates
  if (!best) return noMatch(item, null, null, { why: 'no candidates' })
  const lead = best.rank - (second?.rank ?? 0)
  const reasons = { likeness: round(best.likeness), sameNumber: best.sameNumber, lead: round(lead), numbersKept: keepsNumbers }
  if (best.likeness >= SAME_TEXT && lead >= CLEAR_LEAD)
    return made(
      item,
      best,
      second,
      best.sameNumber ? 'number-and-text' : 'text',
      best.sameNumber ? 0.8 + 0.2 * best.likeness : best.likeness,
      reasons,
    )
  if (best.sameNumber && best.likeness >= SAME_NUMBER_TEXT && lead >= CLEAR_LEAD && keepsNumbers)
    return made(item, best, second, 'number-and-text', 0.6 + 0.3 * best.likeness, reasons)
  if (best.sameNumber && item.text === null && keepsNumbers) return made(item, best, second, 'number', 0.75, reasons)
  return noMatch(item, best, second ?? null, reasons)
}

const round = (value: number) => Math.round(value * 1000) / 1000

function made(
  item: ListItem,
  best: Candidate,
  second: Candidate | undefined,
  method: Match['method'],
  confidence: number,
  reasons: Record<string, unknown>,
): Match {
  return {
    fromId: item.id,
    toId: best.item.id,
    method,
    confidence: round(confidence),
    runnerUpId: second?.item.id ?? null,
    runnerUpConfidence: second ? round(Math.min(1, second.rank)) : null,
    bestId: best.item.id,
    reasons,
  }
}

function noMatch(item: ListItem, best: Candidate | null, second: Candidate | null, reasons: Record<string, unknown>): Match {
  return {
    fromId: item.id,
    toId: null,
    method: 'none',
    confidence: best ? round(Math.min(1, best.rank)) : 0,
    runnerUpId: second?.item.id ?? null,
    runnerUpConfidence: second ? round(Math.min(1, second.rank)) : null,
    bestId: best?.item.id ?? null,
    reasons,
  }
}

/** Where two items claim one, the surer keeps it and the other is left undecided. */
function settleRivals(matches: Match[]): Match[] {
  const holders = new Map<string, Match>()
  for (const match of matches) {
    if (match.toId === null) continue
    const holder = holders.get(match.toId)
    if (!holder || match.confidence > holder.confidence) holders.set(match.toId, match)
  }
  return matches.map((match) =>
    match.toId === null || holders.get(match.toId) === match
      ? match
      : { ...match, toId: null, method: 'none', reasons: { ...match.reasons, rival: holders.get(match.toId)?.fromId ?? null } },
  )
}
