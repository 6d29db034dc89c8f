const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]
const CARDINALS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
/** Roman numbers, and letters of the alphabet one after the other, grow long beyond this; no list does. */
const MOST = 3999

/** A number in Roman letters, small: 4 is "iv". */
export function toRoman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / value))
    rest %= value
  }
  return text
}

/** 1 is "a", 26 is "z", 27 is "aa", 28 is "bb" (ECMA-376 part 1, 17.18.59, lowerLetter). */
export function toRepeatedLetter(number: number): string {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)
}

/** 1 is "a", 26 is "z", 27 is "aa", 28 is "ab", as OpenDocument counts (1.3, part 3, 19.507). */
export function toLetterPlaces(number: number): string {
  return number < 1 ? '' : toLetterPlaces(Math.floor((number - 1) / 26)) + String.fromCharCode(97 + ((number - 1) % 26))
}

/**
 * A number in one of the forms that a list's level may ask for (ECMA-376 part 1, 17.18.59, ST_NumberFormat), or letters counted in places. A form that is not
 * known prints figures, as does a number that a form has no letters for.
 */
export function formatNumber(number: number, form: string): string {
  if (form === 'none' || form === 'bullet') return ''
  if (number < 1 || number > MOST) return String(number)
  switch (form) {
    case 'lowerLetter':
      return toRepeatedLetter(number)
    case 'upperLetter':
      return toRepeatedLetter(number).toUpperCase()
    case 'lowerLetterPlaces':
      return toLetterPlaces(number)
    case 'upperLetterPlaces':
      return toLetterPlaces(number).toUpperCase()
    case 'lowerRoman':
      return toRoman(number)
    case 'upperRoman':
      return toRoman(number).toUpperCase()
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'ordinal':
      return `${number}${ordinalEnding(number)}`
    case 'cardinalText':
      return capital(inWords(number, CARDINALS))
    case 'ordinalText':
      return capital(inWords(number, ORDINALS))
    case 'numberInDash':
      return `- ${number} -`
    case 'decimalEnclosedCircle':
      return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number)
    default:
      return String(number)
  }
}

function ordinalEnding(number: number): string {
  if (/1[1-3]$/u.test(String(number))) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}

/** In words to ninety-nine; `last` has the words of the last part. */
function inWords(number: number, last: readonly string[]): string {
  if (number > 99) return String(number)
  const below = last[number]
  if (below !== undefined) return below
  const tens = TENS[Math.floor(number / 10)] ?? ''
  if (number % 10) return `${tens}-${last[number % 10]}`
  return last === ORDINALS ? tens.replace(/y$/u, 'ieth') : tens
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
