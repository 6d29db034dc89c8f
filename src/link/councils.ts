import { contentWords, foldWords } from '../../parsers/recognise/fold.ts'

const GENERIC = new Set('borough city county district metropolitan council london royal unitary authority town combined'.split(' '))
/** "North Marlford" and "Marlford" are neighbours: a quarter of the compass, and the like, makes another council's name. */
const NEIGHBOURS = new Set(
  'north south east west mid central upper lower greater new northern southern eastern western outer inner'.split(' '),
)

/** The words that distinguish one council from another. */
export function councilWords(council: string): string[] {
  return contentWords(council).filter((word) => !GENERIC.has(word))
}

/** A county and a district may bear one name. */
const tier = (council: string) => {
  const words = foldWords(council).split(' ')
  return words.includes('county')
    ? 'county'
    : words.some((word) => /^(?:borough|city|district|metropolitan)$/u.test(word))
      ? 'district'
      : null
}

/**
 * Whether two papers can be of one council: the words of one name are among those of the other, or one is
 * not named. Papers shorten a council's name, but never to that of its neighbour.
 */
export function sameCouncil(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const [tierA, tierB] = [tier(a), tier(b)]
  if (tierA !== null && tierB !== null && tierA !== tierB) return false
  const [wordsA, wordsB] = [new Set(councilWords(a)), new Set(councilWords(b))]
  if (wordsA.size === 0 || wordsB.size === 0) return foldWords(a) === foldWords(b)
  const [small, large] = wordsA.size <= wordsB.size ? [wordsA, wordsB] : [wordsB, wordsA]
  return [...small].every((word) => large.has(word)) && [...large].every((word) => small.has(word) || !NEIGHBOURS.has(word))
}

/**
 * Things by council: the fullest names first, and a shorter one with the only council whose name it can be.
 * What names no council, or one of several, is handed back apart. In an order that follows from the names.
 */
export function partByCouncil<T extends { council: string | null }>(things: readonly T[]): { councils: T[][]; open: T[] } {
  const names = [...new Set(things.flatMap(({ council }) => council ?? []))]
  names.sort((a, b) => councilWords(b).length - councilWords(a).length || b.length - a.length || (a < b ? -1 : 1))
  const byWord = new Map<string, Council[]>()
  const councilOf = new Map<string, Council | null>()
  for (const name of names) {
    const words = councilWords(name)
    const near = new Set((words.length > 0 ? words : ['']).flatMap((word) => byWord.get(word) ?? []))
    const fits = [...near].filter((council) => council.names.every((known) => sameCouncil(known, name)))
    const [only] = fits
    const council = fits.length === 0 ? { names: [] } : fits.length === 1 && only ? only : null
    councilOf.set(name, council)
    if (!council) continue
    council.names.push(name)
    for (const word of words.length > 0 ? words : ['']) {
      const known = byWord.get(word) ?? []
      if (!known.includes(council)) byWord.set(word, [...known, council])
    }
  }
  const groups = new Map<Council, T[]>()
  const open: T[] = []
  for (const thing of things) {
    const council = thing.council === null ? null : (councilOf.get(thing.council) ?? null)
    if (!council) open.push(thing)
    else if (groups.get(council)?.push(thing) === undefined) groups.set(council, [thing])
  }
  return { councils: [...groups.values()], open }
}

/** A council by all the names that papers give it. */
interface Council {
  names: string[]
}
