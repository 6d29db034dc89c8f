import { type ListItem, listOrder, type Order } from './list-order.ts'
import { round } from './round.ts'
import { headNumber } from './row-numbers.ts'
import { likeness, textProfile, weighByRarity } from './text-profile.ts'

export type { ListItem } from './list-order.ts'

/** What became of one item of the other list. */
export interface Match {
  fromId: string
  /** The item of the base list that it is, or null. */
  toId: string | null
  /** The items that one row joins ("Recs 3 & 4"); `toId` is null then. */
  toIds?: readonly string[]
  method: 'number-and-text' | 'text' | 'number' | 'order' | 'part-of-parent' | 'merged-row' | 'none'
  confidence: number
  runnerUpId: string | null
  runnerUpConfidence: number | null
  /** The best candidate of a match that was not made. */
  bestId: string | null
  reasons: Record<string, unknown>
}

/** Texts at least this alike are one recommendation, reworded. */
const SAME_TEXT = 0.6
/** With the same number in lists that keep their numbers, words this alike are enough: a plan may shorten a recommendation to its gist. */
const SAME_NUMBER_TEXT = 0.4
/** Between neighbours that are certain, and only one is left that it can be. */
const BETWEEN_TEXT = 0.45
/** How far the best must be clear of the next for the choice to be certain. */
const CLEAR_LEAD = 0.12
/**
 * Or how much less there is to explain away: near-twins differ in few words, and the copy of one lacks none of its own
 * (the ratio test of Lowe, "Distinctive image features from scale-invariant keypoints", 2004).
 */
const ERROR_RATIO = 0.5
const LEAST_ERROR_LEAD = 0.03
/** What an equal number adds where the lists keep their numbers, and what a place between certain neighbours adds. */
const NUMBER_BONUS = 0.2
const ORDER_BONUS = 0.08

interface Candidate {
  item: ListItem
  alike: number
  sameNumber: boolean
  rank: number
}

/** The likeness of every item to every item of the base. */
class Likenesses {
  readonly #rows = new Map<string, Map<string, number>>()

  constructor(base: readonly ListItem[], others: readonly ListItem[]) {
    const profiled = (items: readonly ListItem[]) => items.map((item) => ({ id: item.id, profiles: item.texts.map(textProfile) }))
    const own = profiled(base)
    const weigh = weighByRarity(own.flatMap(({ profiles }) => profiles.slice(0, 1)))
    const weighed = (items: ReturnType<typeof profiled>) => items.map(({ id, profiles }) => ({ id, profiles: profiles.map(weigh) }))
    const known = weighed(own)
    for (const { id, profiles } of weighed(profiled(others))) {
      const row = new Map<string, number>()
      for (const item of known) {
        let best = 0
        for (const a of profiles) for (const b of item.profiles) best = Math.max(best, likeness(a, b))
        row.set(item.id, best)
      }
      this.#rows.set(id, row)
    }
  }

  of(other: ListItem, item: ListItem): number {
    return this.#rows.get(other.id)?.get(item.id) ?? 0
  }
}

/**
 * Finds for each item of `others` the item of `base` that it restates. Both are ordered, numbered lists
 * of one review. What the words make certain comes first; from it follows whether the list keeps its numbers and its
 * order, and that in turn decides what the words leave open. A text that is clear overrules a number, since
 * cabinets renumber; a number alone counts only where the rest of the list keeps its numbers.
 */
export function alignLists(base: readonly ListItem[], others: readonly ListItem[]): Match[] {
  const alike = new Likenesses(base, others)
  const splits = splitRows(base, others)
  const certain = findCertain(base, others, alike)
  const order = listOrder(base, others, certain, splits)
  const matches = new Map<string, Match>()
  const parted = new Set(base.map(({ parentId }) => parentId))
  for (const item of byDepth(others)) {
    const parent = item.parentId === null ? null : (matches.get(item.parentId)?.toId ?? null)
    const pool = base.filter((candidate) => !isWholeOf(candidate, item, parted))
    const level = pool.filter((candidate) => candidate.parentId === parent || (item.number !== null && candidate.number === item.number))
    const first = matchItem(item, level.length > 0 ? level : pool, alike, order)
    matches.set(item.id, first.toId === null && level.length < pool.length ? better(first, matchItem(item, pool, alike, order)) : first)
  }
  return settleRivals(
    others.flatMap((item) => matches.get(item.id) ?? []),
    splits,
  )
}

/**
 * Whether a number is that of the whole whose part an item says that it is: where the whole is set out in parts, or is a part itself,
 * a part is one of its own or none.
 */
function isWholeOf({ id, number }: ListItem, item: ListItem, parted: ReadonlySet<string | null>): boolean {
  return number !== null && (parted.has(id) || number.includes('(')) && item.number?.startsWith(`${number}(`) === true
}

/** Rows "3(a)" and "3(b)" of a plan that parts what the review itself did not: the number of the whole, by item. */
function splitRows(base: readonly ListItem[], others: readonly ListItem[]): Map<string, string> {
  const numbers = new Set(base.map((item) => item.number))
  return new Map(
    others.flatMap((item) => {
      const head = headNumber(item.number)
      return item.parentId === null && head !== null && !numbers.has(item.number) && numbers.has(head) ? [[item.id, head] as const] : []
    }),
  )
}

/** Parents before parts, so that a part is looked for under what its parent is. */
function byDepth(list: readonly ListItem[]): ListItem[] {
  const parents = new Map(list.map((item) => [item.id, item.parentId]))
  const depth = (item: ListItem): number => {
    let steps = 0
    for (let parent = item.parentId; parent !== null && steps < 10; steps++) parent = parents.get(parent) ?? null
    return steps
  }
  return [...list].sort((a, b) => depth(a) - depth(b))
}

const better = (a: Match, b: Match) => (b.toId !== null ? b : a)

/** Pairs whose words are alike and clearly more so than with any other item of either list. */
function findCertain(base: readonly ListItem[], others: readonly ListItem[], alike: Likenesses): Map<string, string> {
  const certain = new Map<string, string>()
  for (const other of others) {
    if (other.texts.length === 0) continue
    const ranked = base.map((item) => ({ item, alike: alike.of(other, item) })).sort((a, b) => b.alike - a.alike)
    const [best, second] = ranked
    if (!best || best.alike < SAME_TEXT || !isClear(best.alike, second?.alike ?? 0)) continue
    const rival = Math.max(0, ...others.filter((candidate) => candidate !== other).map((candidate) => alike.of(candidate, best.item)))
    if (isClear(best.alike, rival)) certain.set(other.id, best.item.id)
  }
  return certain
}

/** Whether the best is clear of the next: by a distance, or by how little is left to explain away. */
function isClear(best: number, second: number): boolean {
  return best - second >= CLEAR_LEAD || (best - second >= LEAST_ERROR_LEAD && 1 - best <= (1 - second) * ERROR_RATIO)
}

function matchItem(item: ListItem, pool: readonly ListItem[], alike: Likenesses, order: Order): Match {
  const candidates = pool
    .filter((candidate) => !order.takenByOther(item.id, candidate.id))
    .map((candidate): Candidate => {
      const own = alike.of(item, candidate)
      const sameNumber = item.number !== null && candidate.number === order.numberOf(item)
      const rank = own + (sameNumber && order.keepsNumbers ? NUMBER_BONUS : 0) + (order.isBetween(item.id, candidate.id) ? ORDER_BONUS : 0)
      return { item: candidate, alike: own, sameNumber, rank }
    })
    .sort((a, b) => b.rank - a.rank)
  const [best, second] = candidates
  if (!best) return noMatch(item, null, null, { why: 'every recommendation is surely another item of the list' })
  const lead = best.rank - (second?.rank ?? 0)
  const reasons = { likeness: round(best.alike), sameNumber: best.sameNumber, lead: round(lead), numbersKept: order.keepsNumbers }
  const clear = isClear(best.rank, second?.rank ?? 0) || isClear(best.alike, second?.alike ?? 0)
  if (best.alike >= SAME_TEXT && clear && (order.anchorOf(item.id) !== undefined) === (order.anchorOf(item.id) === best.item.id))
    return best.sameNumber
      ? made(item, best, second, 'number-and-text', 0.8 + 0.2 * best.alike, reasons)
      : made(item, best, second, 'text', best.alike, reasons)
  if (best.sameNumber && best.alike >= SAME_NUMBER_TEXT && lead >= CLEAR_LEAD && order.keepsNumbers)
    return made(item, best, second, 'number-and-text', 0.6 + 0.3 * best.alike, reasons)
  if (best.sameNumber && item.texts.length === 0 && order.keepsNumbers) return made(item, best, second, 'number', 0.75, reasons)
  if (best.alike >= BETWEEN_TEXT && lead >= CLEAR_LEAD && order.isOnlyOneBetween(item.id, best.item.id))
    return made(item, best, second, 'order', 0.5 + 0.4 * best.alike, { ...reasons, why: 'its neighbours leave only this one' })
  return noMatch(item, best, second ?? null, reasons)
}

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
    confidence: round(Math.min(1, confidence)),
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
function settleRivals(matches: Match[], splits: ReadonlyMap<string, string>): Match[] {
  const holders = new Map<string, Match>()
  for (const match of matches) {
    if (match.toId === null) continue
    const holder = holders.get(match.toId)
    if (!holder || match.confidence > holder.confidence) holders.set(match.toId, match)
  }
  return matches.map((match) =>
    match.toId === null || holders.get(match.toId) === match || isSibling(match, holders.get(match.toId), splits)
      ? match
      : { ...match, toId: null, method: 'none', reasons: { ...match.reasons, rival: holders.get(match.toId)?.fromId ?? null } },
  )
}

/** Parts of one row that was split may all be of one recommendation. */
function isSibling(match: Match, holder: Match | undefined, splits: ReadonlyMap<string, string>): boolean {
  const head = splits.get(match.fromId)
  return head !== undefined && holder !== undefined && splits.get(holder.fromId) === head
}
