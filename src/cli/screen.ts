import { styleText } from 'node:util'
import Table, { type CellOptions } from 'cli-table3'

/** A style that `styleText` knows. Nothing is coloured where the output is no terminal or NO_COLOR is set. */
export type Style = Parameters<typeof styleText>[0]

/** `text` in that style, for standard output. */
export function styled(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout })
}

/** How wide a line may be where nothing says: wide enough for a table, narrow enough to read. */
const DEFAULT_COLUMNS = 120
const LEAST_COLUMNS = 60

/** How many columns the output has. */
export function screenWidth(): number {
  return Math.max(LEAST_COLUMNS, process.stdout.columns ?? (Number(process.env.COLUMNS) || DEFAULT_COLUMNS))
}

/** A column of a table: its heading, and its width in characters where it has a settled one. One column takes what is left. */
export interface TableColumn {
  head: string
  width?: number
  align?: 'left' | 'right'
  /** Whether a text that is too long goes on in the next line; else it is cut. */
  wrap?: boolean
}

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '',
}
/** Two spaces between columns. */
const GAP = 2

/** Rows under their headings, fitted to the width of the screen. */
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) => {
    const longest = Math.max(column.head.length, ...rows.map((row) => plainLength(row[index] ?? '')))
    return Math.min(longest, column.width ?? Number.POSITIVE_INFINITY) + GAP
  })
  const elastic = columns.findIndex(({ width }) => width === undefined)
  const others = widths.reduce((sum, width, index) => sum + (index === elastic ? 0 : width), 0)
  if (elastic >= 0) widths[elastic] = Math.max(20, Math.min(widths[elastic] ?? 0, screenWidth() - others))
  const printed = new Table({
    head: columns.map(({ head }) => styled('dim', head)),
    colWidths: widths,
    colAligns: columns.map(({ align }) => align ?? 'left'),
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': GAP, compact: true },
  })
  const toCell = (text: string, index: number): CellOptions => ({
    content: text.replace(/\s+/gu, ' '),
    wordWrap: columns[index]?.wrap ?? false,
  })
  printed.push(...rows.map((row) => row.map(toCell)))
  return printed
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}

function plainLength(text: string): number {
  return text.replace(ANSI, '').length
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a terminal's colour code
const ANSI = /\u001B\[[\d;]*m/gu

/** `text` in lines no wider than the screen, each begun with `indent` spaces. */
export function wrapped(text: string, indent = 0): string {
  const width = Math.min(screenWidth(), 100) - indent
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/u)) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return [...lines, line].map((part) => ' '.repeat(indent) + part).join('\n')
}

/** `text` cut to `length` characters, with an ellipsis where something was cut. */
export function shortened(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1).trimEnd()}…` : text
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
