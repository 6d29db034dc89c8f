import { byCodeUnits } from '../../schema/by-code-units.ts'
import { canonical, romanValue } from './numbers-core.ts'

const LAST_PART = /\(([A-Za-z]{1,7}|\d{1,3})\)$/

/** The levels of a canonical number: "4(a)(iii)" gives `['4', 'a', 'iii']`. */
export function numberLevels(number: string): string[] {
  const levels: string[] = []
  let rest = number
  for (let part = LAST_PART.exec(rest); part && part.index > 0; part = LAST_PART.exec(rest)) {
    levels.unshift(part[1] ?? '')
    rest = rest.slice(0, part.index)
  }
  return [rest, ...levels]
}

/** The number of which this one is a part: "4(a)(iii)" gives "4(a)"; null for a first level. */
export function parentNumber(number: string): string | null {
  const levels = numberLevels(number)
  return levels.length > 1 ? canonical(levels.slice(0, -1)) : null
}

const ONES = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix']

function nextToken(token: string): string | null {
  const roman = romanValue(token)
  if (roman !== null) {
    const next = 'x'.repeat(Math.floor((roman + 1) / 10)) + (ONES[(roman + 1) % 10] ?? '')
    if (roman >= 39) return null
    return token === token.toUpperCase() ? next.toUpperCase() : next
  }
  if (/^[a-yA-Y]$/.test(token)) return String.fromCharCode(token.charCodeAt(0) + 1)
  const tail = /(\d{1,9})([a-y]?)$/.exec(token)
  if (!tail) return null
  const [, digits = '', letter = ''] = tail
  if (letter) return token.slice(0, -1) + String.fromCharCode(letter.charCodeAt(0) + 1)
  return token.slice(0, tail.index) + String(Number(digits) + 1).padStart(digits.length, '0')
}

/**
 * The number that follows in the same list: "1" → "2", "1(b)" → "1(c)", "2.6" → "2.7", "iv" → "v",
 * "SR (25/26) 01" → "SR (25/26) 02"; null where there is none. "i", "v" and "x" count as Roman, for a
 * list that begins with "i" is commoner than one that reaches its ninth letter.
 */
export function nextNumber(number: string): string | null {
  const levels = numberLevels(number)
  const next = nextToken(levels.at(-1) ?? '')
  return next === null ? null : canonical([...levels.slice(0, -1), next])
}

/**
 * A letter's rank in the alphabet; a Roman numeral directly follows the letter that its run begins
 * with (i…iv after "i", v…ix after "v"), so that both a…j and i…xii come in their order.
 */
function letterRank(token: string): number {
  const roman = token.length > 1 ? romanValue(token) : null
  if (roman === null) return token.toLowerCase().charCodeAt(0) - 96
  if (roman < 5) return 9 + (roman - 1) / 100
  return roman < 10 ? 22 + (roman - 5) / 100 : 24 + (roman - 10) / 100
}

function compareTokens(a: string, b: string): number {
  const [digitsA, digitsB] = [/^\d{1,9}$/.test(a), /^\d{1,9}$/.test(b)]
  if (digitsA && digitsB) return Number(a) - Number(b)
  if (digitsA !== digitsB) return digitsA ? -1 : 1
  return letterRank(a) - letterRank(b) || byCodeUnits(a, b)
}

/** Digits, and everything between them, by turns; a letter directly after digits is a piece of its own. */
function pieces(number: string): string[] {
  return numberLevels(number).flatMap((level) => level.match(/\d{1,9}|[A-Za-z]+/g) ?? [])
}

/** Natural order: 2 before 10, 1 before 1(a) before 1(b) before 2, 2.9 before 2.10, iv before v. */
export function compareNumbers(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)]
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = compareTokens(left[at] ?? '', right[at] ?? '')
    if (order !== 0) return order
  }
  return left.length - right.length || byCodeUnits(a, b)
}
