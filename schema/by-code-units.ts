/** The order of two texts by their code units, which is the same on every machine: below 0 where `a` comes first. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
