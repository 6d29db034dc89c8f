import type { Ink } from './picture.ts'
import type { ScanSymbol, ScanWord } from './scan-word.ts'

/** A day's number and what is raised after it. */
const RAISED_END = /^(?<before>["'(‘“]?)(?<day>[0-3]?\d)(?<end>[^\d\s]{1,2})$/u
/** Raised letters end so much of the digits' height above their foot. */
const LEAST_RAISED = 0.28
/** In parts of the digits' height: a digit is as high as this, a full stop no higher than that and low. */
const LEAST_DIGIT = 0.7
const MOST_DOT = 0.3
const DOT_ABOVE = 0.15

/** "31st" with raised letters is read as "31%" or "31°": what is raised after a day's number can only be its ending. */
export function withOrdinal(text: string, symbols: readonly ScanSymbol[]): string {
  const { before = '', day = '', end = '' } = RAISED_END.exec(text)?.groups ?? {}
  const digits = symbols.filter((symbol) => /\d/u.test(symbol.text))
  const tail = symbols.slice(-end.length)
  if (day === '' || digits.length === 0 || tail.length === 0) return text
  const foot = Math.max(...digits.map(({ y1 }) => y1))
  const height = foot - Math.min(...digits.map(({ y0 }) => y0))
  const number = Number(day)
  if (number < 1 || number > 31 || tail.some(({ y1 }) => foot - y1 < LEAST_RAISED * height)) return text
  return `${before}${day}${ordinalEnd(number)}`
}

function ordinalEnd(day: number): string {
  if (day >= 11 && day <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'
}

/** "2.5" is read as "25" where its full stop is a few pixels: a low blob on the line between two digits is one. */
export function withDot({ text, x0, x1, y0, y1 }: ScanWord, { width, data }: Ink): string {
  const shapes: { top: number; bottom: number; last: number }[] = []
  for (let x = x0 - 1; x <= x1 + 1; x++) {
    const inked = range(y0 - 2, y1 + 2).filter((y) => data[y * width + x])
    const [top, bottom] = [inked[0], inked.at(-1)]
    if (top === undefined || bottom === undefined) continue
    const shape = shapes.at(-1)
    if (shape && shape.last === x - 1)
      Object.assign(shape, { top: Math.min(shape.top, top), bottom: Math.max(shape.bottom, bottom), last: x })
    else shapes.push({ top, bottom, last: x })
  }
  const height = Math.max(0, ...shapes.map(({ top, bottom }) => bottom - top + 1))
  const foot = Math.max(0, ...shapes.map(({ bottom }) => bottom))
  const kinds = shapes.map(({ top, bottom }) => {
    if (bottom - top + 1 >= LEAST_DIGIT * height) return 'd'
    return bottom - top + 1 <= MOST_DOT * height && foot - bottom <= DOT_ABOVE * height ? '.' : '?'
  })
  if (!/^d+\.d+$/u.test(kinds.join('')) || kinds.length !== text.length + 1) return text
  const at = kinds.indexOf('.')
  return `${text.slice(0, at)}.${text.slice(at)}`
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
