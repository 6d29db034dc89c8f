/** Words that councils' papers are full of, commonest first; a question of the bench searches for some of them. */
const COMMON = `the council and be a review of to in for with that recommendation service report progress officers cabinet committee residents
  budget scheme programme meeting published agreed work training bus shelters schools parks housing licensing waste recycling library repairs
  tenants carers flooding highways cycling footpaths planning enforcement staffing procurement consultation partners leisure museum youth`
const SYLLABLES = 'bar den for gil hap kel lor min nor pet quin ros sel tan vor wes'.split(' ')
/** So that the index of the search has words that are rare, as names are. */
const RARE = SYLLABLES.flatMap((a) => SYLLABLES.flatMap((b) => SYLLABLES.map((c) => a + b + c)))
const WORDS = [...COMMON.split(/\s+/u), ...RARE]

/** `count` words that follow from `seed`, most of them common ones. */
export function wordsOf(seed: number, count: number): string {
  let state = (seed * 2654435761 + 12345) >>> 0
  const words: string[] = []
  for (let index = 0; index < count; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    // The square of a number between 0 and 1 is small more often than large, and the cube more so.
    words.push(WORDS[Math.floor((state / 2 ** 32) ** 4 * WORDS.length)] ?? 'the')
  }
  return words.join(' ')
}
