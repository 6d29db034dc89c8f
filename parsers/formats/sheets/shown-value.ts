import { format as formatNumber } from 'numfmt'

/** Days from the first of 1900 to that of 1904, as Excel counts them. */
const DAYS_TO_1904 = 1462
/** What a format shows as it is, and its conditions, colours and languages. */
const LITERAL = /"[^"]*"|\[[^\]]*\]|\\./gu
/** A day of numbers only, its month first: who reads "05/03/2026" in a British paper reads another day. */
const AMERICAN_DAY = /^m{1,2}[-/. ]?d{1,2}[-/. ]?y+[;@]*$/iu
const BRITISH_DAY = 'dd/mm/yyyy'
const ESCAPED = /_x([\dA-F]{4})_/gu

/** What a program shows of a cell's value that is not a string of the workbook: a number by its format, a day as the British write it. */
export function shownValue(type: string, value: string, format: string, { from1904 }: { from1904: boolean }): string {
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'n') return shownNumber(value, format, from1904)
  return type === 'e' ? value : shownText(value)
}

/** Text with what stands for letters that XML cannot hold (ECMA-376, part 1, 22.9.2.19). */
export function shownText(text: string): string {
  return text
    .replace(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/gu, '\n')
    .trim()
}

function shownNumber(value: string, format: string, from1904: boolean): string {
  const number = Number(value)
  if (value === '' || !Number.isFinite(number)) return value
  const letters = format.replace(LITERAL, '')
  const isDay = /[dmyhs]/iu.test(letters)
  const shown = AMERICAN_DAY.test(letters) ? BRITISH_DAY : format
  try {
    return formatNumber(shown, from1904 && isDay ? number + DAYS_TO_1904 : number, { locale: 'en-GB' }).trim()
  } catch {
    return value
  }
}
