import type { Random } from './random.ts'

/** Pairs that text recognition takes for each other. */
const CONFUSED: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['m', 'rn'],
  ['l', '1'],
  ['i', 'l'],
  ['c', 'e'],
  ['e', 'c'],
  ['O', '0'],
  ['h', 'b'],
  ['u', 'n'],
  ['a', 'o'],
  ['f', 't'],
  ['cl', 'd'],
  ['s', '5'],
]

/** A text as a poor scan gives it: letters confused, spaces lost, words torn. `rate` is the share of letters that go wrong. */
export function scan(text: string, rate: number, random: Random): string {
  let out = ''
  for (let index = 0; index < text.length; index++) {
    const rest = text.slice(index)
    if (!random.chance(rate)) out += text.charAt(index)
    else if (text.charAt(index) === ' ') continue
    else {
      const swap = random.shuffle(CONFUSED).find(([from]) => rest.startsWith(from))
      if (swap) {
        out += swap[1]
        index += swap[0].length - 1
      } else out += random.chance(0.5) ? `${text.charAt(index)} ` : text.charAt(index)
    }
  }
  return out.replace(/\s+/gu, ' ').trim() || text
}

const SWAPS: readonly (readonly [RegExp, string])[] = [
  [/\bthis Committee\b/u, 'the Scrutiny Committee'],
  [/\bofficers\b/u, 'the Director'],
  [/\bcarry out an audit of\b/u, 'audit'],
  [/\bwork with\b/u, 'engage with'],
  [/\bimprove\b/u, 'secure improvements to'],
  [/\bbefore the end of\b/u, 'by the end of'],
  [/\bwith particular regard to\b/u, 'especially for'],
  [/\bbe set up\b/u, 'be established'],
  [/\bset out\b/u, 'give'],
  [/\bpublish\b/u, 'make public'],
  [/\breport what they find\b/u, 'report back'],
  [/\bexplore\b/u, 'look into'],
  [/\bthe Cabinet consider\b/u, 'consideration be given to'],
  [/\bmade available\b/u, 'provided'],
]

/** The same in a clerk's own words: some phrases changed, a clause added or dropped. */
export function reword(text: string, random: Random): string {
  let out = text
  for (const [from, to] of SWAPS) if (random.chance(0.6)) out = out.replace(from, to)
  if (random.chance(0.25)) out = out.replace(/\.$/u, ', subject to available resources.')
  if (random.chance(0.15)) out = out.replace(/, [^,]{5,60}\.$/u, '.')
  return out
}

/** "That" dropped, as a decision does after "RESOLVED that". */
export function dropThat(text: string): string {
  return text.replace(/^That /u, '')
}

/** Words that a short form leaves out first. */
const SMALL = new Set(
  'that the a an of to in on be and with by for its it each every this which no any at as is are before council committee cabinet officers'.split(
    ' ',
  ),
)

/** The gist, as the narrow first column of a plan has it: the words that matter, in their order, to a good half of the length. */
export function shorten(text: string, random: Random): string {
  const words = dropThat(text)
    .replace(/[.;:]$/u, '')
    .split(' ')
  const kept = words.filter((word) => !SMALL.has(word.toLowerCase()) || random.chance(0.35))
  const short = kept.slice(0, Math.max(4, Math.ceil(kept.length * (0.6 + random.next() * 0.4)))).join(' ')
  return short.charAt(0).toUpperCase() + short.slice(1)
}
