import { styleText } from 'node:util'
import { wrapLines } from './text-width.ts'

/** A style that `styleText` knows. Nothing is coloured where the output is no terminal or NO_COLOR is set. */
export type Style = Parameters<typeof styleText>[0]

/** `text` in that style, for standard output. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

/** `text` in that style, word by word: it can then be broken into lines and no colour runs over. */
export function styledWords(style: Style, text: string): string {
  return text
    .split(' ')
    .map((word) => styled(style, word))
    .join(' ')
}

/** Of a terminal that gives its width as 0. */
const DEFAULT_COLUMNS = 80
/** Narrower than this nothing can be read: lines then run over. */
const LEAST_COLUMNS = 24
/** Longer lines of prose are hard to read. */
export const PROSE_COLUMNS = 100

/** How many columns the output has: a terminal's own, else what COLUMNS says, else without end, so that a pipe loses nothing. */
export function screenWidth(): number {
  const { isTTY, columns } = process.stdout
  const width = isTTY ? columns || DEFAULT_COLUMNS : Number(process.env.COLUMNS) || Number.POSITIVE_INFINITY
  return Math.max(LEAST_COLUMNS, width)
}

/** `text` in lines no wider than the screen, each begun with `indent` spaces, in one style where there is one. */
export function wrapped(text: string, indent = 0, style?: Style): string {
  const width = Math.min(screenWidth(), PROSE_COLUMNS) - indent
  return wrapLines(text, width)
    .map((line) => ' '.repeat(indent) + (style ? styled(style, line) : line))
    .join('\n')
}

/** " --db council.db" where the database is not the one that commands mean by themselves. */
export function databaseFlag(database: string): string {
  if (database === DEFAULT_DATABASE) return ''
  return ` --db ${quotedWord(database)}`
}

/** The database that every command means unless told otherwise. */
export const DEFAULT_DATABASE = 'scrutineer.db'

/** `text` as one word for a shell, in quotes where it needs them. */
export function quotedWord(text: string): string {
  return /^[\w./:@%+=,-]+$/u.test(text) ? text : `"${text.replace(/["$`\\]/gu, '\\$&')}"`
}

/** Names of files may hold what a terminal would obey: control characters, and those that turn the order of letters, are shown as pictures. */
export function shownPath(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (control) => {
    const code = control.charCodeAt(0)
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421'
  })
}

/** "1 document", "2 documents". */
export function counted(number: number, noun: string, nouns = `${noun}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? noun : nouns}`
}

/** "review_report" → "review report". */
export function words(name: string): string {
  return name.replaceAll('_', ' ')
}

/** Prints a line, or several, on standard output. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`)
}

/** The day that "overdue" is told by: as the clock on the wall has it, and not UTC's. */
export function thisDay(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
