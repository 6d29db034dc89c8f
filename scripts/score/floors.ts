/** A set whose F1 is held to a floor. */
export interface Floor {
  set: string
  f1: number
  floor: number
  isReached: boolean
}

/**
 * Holds sets against the least F1 of each (floors.json); a set without one is not held. A floor only rises: who makes
 * reading better raises it to the new figure, rounded down to two decimals; who makes it worse repairs that first.
 */
export function holdFloors(scores: readonly { name: string; f1: number }[], floors: Readonly<Record<string, number>>): Floor[] {
  return scores.flatMap(({ name, f1 }) => {
    const floor = floors[name]
    return floor === undefined ? [] : [{ set: name, f1, floor, isReached: f1 >= floor }]
  })
}
