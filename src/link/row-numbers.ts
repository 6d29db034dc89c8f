import { findReferences } from '../../parsers/recognise/references.ts'

/** A number that names several: "3 & 4", "Recs 3 and 4", "5-7". Longer ones are not numbers. */
const LONGEST_NUMBER = 40
const WORD = /^\s*(?:recommendations?|recs?\.?)\s*/iu

/**
 * The numbers that one row's number column names, where it names several: rows of plans and trackers join
 * recommendations that one piece of work meets ("Recs 3 & 4"). Null for the number of one.
 */
export function mergedNumbers(number: string | null): string[] | null {
  if (number === null || number.length > LONGEST_NUMBER || !/[&,/–—-]|\band\b|\bto\b|\+/iu.test(number)) return null
  const text = `Recommendations ${number.replace(WORD, '').replaceAll('+', '&')}`
  const [reference, ...more] = findReferences(text)
  if (!reference || more.length > 0 || reference.numbers.length < 2 || reference.end < text.trimEnd().length) return null
  return reference.numbers
}

/** The number of the whole that a part's number is under: "3(a)" is of "3"; null for a number without parts. */
export function headNumber(number: string | null): string | null {
  const at = number?.indexOf('(') ?? -1
  return number !== null && at > 0 ? number.slice(0, at) : null
}
