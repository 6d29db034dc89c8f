import { format as formatNumber } from 'numfmt'
import type { Workbook } from './xlsx-sheet.ts'

/** Days from the first of 1900 to that of 1904, as Excel counts them. */
const DAYS_TO_1904 = 1462
const ESCAPED = /_x([\dA-F]{4})_/gu

/** What a program shows of a cell's value: a string by number, a number by its format, British where the system decides. */
export function shownValue(type: string, value: string, format: string, { strings, from1904 }: Workbook): string {
  if (type === 's') return shownText(strings[Number(value)] ?? '')
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
  const isDay = /[dmyhs]/iu.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, ''))
  try {
    return formatNumber(format, from1904 && isDay ? number + DAYS_TO_1904 : number, { locale: 'en-GB' }).trim()
  } catch {
    return value
  }
}
