import { styleText } from 'node:util'
import { wrapLines } from './text-width.ts'

/** A style that `styleText` knows. Nothing is coloured where the output is not a terminal or NO_COLOR is set. */
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

/** What a terminal would obey: control characters, and those that turn the order of letters. */
const OBEYED = /[\p{Cc}\p{Bidi_Control}]/gu
/** The same beside line ends and the styles that we set ourselves. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a style begins with one
const OBEYED_IN_LINES = /\u001b(?!\[[\d;]*m)|(?![\n\u001b])[\p{Cc}\p{Bidi_Control}]/gu

/** A picture of a letter that a terminal would obey. */
function pictureOf(control: string): string {
  const code = control.charCodeAt(0)
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u2421'
}

/** Names of files may hold what a terminal would obey; it is shown as pictures, line ends too. */
export function shownPath(text: string): string {
  return text.replace(OBEYED, pictureOf)
}

/** Lines for a terminal: what it would obey beside line ends and styles is shown as pictures. */
export function shownLines(text: string): string {
  return text.replace(OBEYED_IN_LINES, pictureOf)
}

/** JSON that a terminal can show: what it would obey is escaped, which loses nothing. */
export function shownJson(json: string): string {
  return json.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
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
  process.stdout.write(`${shownLines(text)}\n`)
}

/** Prints a value as JSON on standard output. */
export function printJson(value: unknown): void {
  process.stdout.write(`${shownJson(JSON.stringify(value, null, 2))}\n`)
}

/** Prints a line, or several, on standard error. */
export function warn(text: string): void {
  process.stderr.write(`${shownLines(text)}\n`)
}

/** The day that "overdue" is recognised by: as the clock on the wall has it, and not UTC's. */
export function thisDay(now = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
