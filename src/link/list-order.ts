/** An item of a list as alignment looks at it. */
export interface ListItem {
  id: string
  number: string | null
  /** The ways in which papers word it; empty where the document gives the number alone. */
  texts: readonly string[]
  parentId: string | null
}

/** What the certain pairs of two lists say about the rest: whether numbers and order are kept, and what is left between them. */
export interface Order {
  /** Whether items of the same number say the same throughout: then a number by itself is to be trusted. */
  keepsNumbers: boolean
  /** An item's number in the base: a row that was split has its whole's. */
  numberOf(item: ListItem): string | null
  /** The base item that an item surely is. */
  anchorOf(otherId: string): string | undefined
  /** Whether a base item is surely another item than this. */
  takenByOther(otherId: string, baseId: string): boolean
  /** Whether the base item is between those that the item's neighbours surely are. */
  isBetween(otherId: string, baseId: string): boolean
  /** Whether it is the only one there, and the item the only one between its neighbours. */
  isOnlyOneBetween(otherId: string, baseId: string): boolean
}

/** A list that gives one item in four another number does not keep its numbers. */
const MOST_RENUMBERED = 0.25

/** `certain` gives for items of `others` the items of `base` that they surely are. Order counts only where the certain pairs keep it throughout. */
export function listOrder(
  base: readonly ListItem[],
  others: readonly ListItem[],
  certain: ReadonlyMap<string, string>,
  splits: ReadonlyMap<string, string>,
): Order {
  const basePlace = new Map(base.map((item, place) => [item.id, place]))
  const otherPlace = new Map(others.map((item, place) => [item.id, place]))
  const holder = new Map([...certain].map(([otherId, baseId]) => [baseId, otherId]))
  const anchors = others.map((item) => basePlace.get(certain.get(item.id) ?? ''))
  const keepsOrder = isRising(anchors.filter((place) => place !== undefined))
  const gapOf = (otherId: string) => gapAround(otherPlace.get(otherId) ?? 0, anchors, base.length)
  const numberOf = (item: ListItem) => splits.get(item.id) ?? item.number
  const isBetween = (otherId: string, baseId: string) => {
    const place = basePlace.get(baseId) ?? -1
    const gap = gapOf(otherId)
    return keepsOrder && certain.size > 0 && place > gap.after && place < gap.before
  }
  return {
    keepsNumbers: keepsNumbers(base, others, certain, numberOf),
    numberOf,
    anchorOf: (otherId) => certain.get(otherId),
    takenByOther: (otherId, baseId) => holder.has(baseId) && holder.get(baseId) !== otherId && !splits.has(otherId),
    isBetween,
    isOnlyOneBetween: (otherId, baseId) => {
      const gap = gapOf(otherId)
      return isBetween(otherId, baseId) && gap.before - gap.after === 2 && gap.items === 1
    },
  }
}

function keepsNumbers(
  base: readonly ListItem[],
  others: readonly ListItem[],
  certain: ReadonlyMap<string, string>,
  numberOf: (item: ListItem) => string | null,
): boolean {
  const known = new Map(base.map((item) => [item.id, item.number]))
  const numbered = others.filter((item) => item.number !== null && certain.has(item.id))
  const changed = numbered.filter((item) => known.get(certain.get(item.id) ?? '') !== numberOf(item))
  return changed.length === 0 || changed.length <= numbered.length * MOST_RENUMBERED
}

const isRising = (places: readonly number[]) => places.every((place, index) => index === 0 || place > (places[index - 1] ?? -1))

/** The base places of the nearest certain items before and after, and how many items of the list are between those. */
function gapAround(at: number, anchors: readonly (number | undefined)[], length: number): { after: number; before: number; items: number } {
  let from = at - 1
  while (from >= 0 && anchors[from] === undefined) from--
  let to = at + 1
  while (to < anchors.length && anchors[to] === undefined) to++
  return { after: anchors[from] ?? -1, before: anchors[to] ?? length, items: to - from - 1 }
}
