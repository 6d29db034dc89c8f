/** Index of the first of things, sorted by where they are, that is at a place or after it; their number where none is. */
export function firstFrom<T>(sorted: readonly T[], place: number, placeOf: (one: T) => number): number {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >> 1
    const one = sorted[middle]
    if (one !== undefined && placeOf(one) < place) from = middle + 1
    else to = middle
  }
  return from
}
