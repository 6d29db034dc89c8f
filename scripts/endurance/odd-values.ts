import type { Random } from '../bench/link/random.ts'

/** Numbers that are where a length, an offset, a count or a size is expected. */
const NUMBERS = [
  '0',
  '-1',
  '1',
  '2',
  '255',
  '256',
  '65535',
  '65536',
  '2147483647',
  '-2147483648',
  '4294967296',
  '9007199254740993',
  '1e400',
  '0.0000001',
  '-0.5',
  '99999999999999999999',
  'NaN',
  '--5',
  '.',
  '1.2.3',
]

/** Values of every type of PDF, to be where another is expected. */
const VALUES = [
  'null',
  'true',
  '[]',
  '<<>>',
  '()',
  '<FEFFD800>',
  '/Odd',
  '[0 0 0 0]',
  '[null [null] <<>>]',
  '(\\377\\376\\000)',
  '99999 0 R',
]

/** Brackets deeper than anybody nests them. */
const DEEP = 3000

/** An odd number as a PDF writes it. */
export function oddNumber(random: Random): string {
  return random.chance(0.6) ? random.pick(NUMBERS) : String(random.int(-1000, 100_000) / random.pick([1, 1, 10, 1000]))
}

/** A value of PDF of any type. */
export function oddValue(random: Random): string {
  if (random.chance(0.03)) return random.pick(['[', '<</A ', '(']).repeat(DEEP)
  return random.chance(0.4) ? oddNumber(random) : random.pick(VALUES)
}
