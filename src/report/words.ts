import type { Row } from '../store/database.ts'
import { rowText } from './rows.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const SHORT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

const isDay = (day: string): boolean => !Number.isNaN(Date.parse(day))

/** "2021-07-31" → "31 July 2021". */
export function dayWords(day: string): string {
  return isDay(day) ? DAY.format(new Date(day)) : day
}

/** "2021-07-31" → "31 Jul 2021". */
export function shortDayWords(day: string): string {
  return isDay(day) ? SHORT_DAY.format(new Date(day)) : day
}

/** "2021-07-31" → "Jul 2021". */
export function monthWords(day: string): string {
  return isDay(day) ? MONTH.format(new Date(day)) : day
}

/** When a paper was written, no more exactly than it says: its day, or its date as printed, or the month. Null where it says none. */
export function paperDateWords(paper: Row | undefined): string | null {
  const [text, from, to] = [paper?.dated_text, paper?.dated_from, paper?.dated_to].map((value) => rowText(value))
  if (from == null) return text ?? null
  return from === to ? shortDayWords(from) : (text ?? monthWords(from))
}

/** From one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** How long that is: "12 days", "5 months", "2.5 years". */
export function spanWords(days: number): string {
  const length = Math.abs(days)
  if (length < 60) return counted(length, 'day')
  if (length < 730) return counted(Math.round(length / 30.44), 'month')
  return `${(length / 365.25).toFixed(1).replace(/\.0$/u, '')} years`
}

/** "1 paper", "2 papers", "1,200 papers". */
export function counted(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? noun : nouns}`
}

/** "partly_achieved" → "partly achieved". */
export function plainWords(name: string): string {
  return name.replaceAll('_', ' ')
}

/** The first letter raised. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** `text` cut at a word's end to about `length` characters. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()}…`
}

/** "Recommendation 3", "Part 1(a)", "Objective 2". */
export function recommendationName(row: Row): string {
  const kind = rowText(row.parent_id) ? 'Part' : capitalised(plainWords(String(row.kind ?? 'recommendation')))
  return [kind, rowText(row.number)].filter(Boolean).join(' ')
}
