import { barEndedLines } from '../markdown/bar-ended-cells.ts'
import { mailQuotes } from './mail-quotes.ts'

/** A line of a text that is not blank. */
export interface Line {
  /** From 1, as an editor counts. A form feed ends a page but no line. */
  number: number
  /** From 1, or null in a text without form feeds. */
  page: number | null
  /** Where it begins and ends in the source, without its line end. */
  from: number
  to: number
  text: string
  /** Columns of white space before the first sign; a tab counts to the next multiple of eight. */
  indent: number
  /** Length without white space at its ends. */
  length: number
  /** Blank lines before it. */
  blanksBefore: number
  /** Blank lines after it; one or more at the end of the text. */
  blanksAfter: number
  /** Something that was taken out, a running head or a page number, preceded it. */
  afterFurniture: boolean
  /** The first of its page. */
  opensPage: boolean
}

/** A form feed may be anywhere in a line; it parts pages, and what follows is on the same line. */
const BREAK = /\r\n|\r|\n|\f/gu
const TAB_COLUMNS = 8

/** The lines of a text that are not blank, without the signs that mail quotes with, and the numbers of its pages, if form feeds part it. */
export function textToLines(source: string): { lines: Line[]; pages: number[] } {
  const paged = source.includes('\f')
  const lines: Line[] = []
  const quotes = mailQuotes(source)
  const cells = barEndedLines(source)
  let number = 1
  let page = 1
  let blanks = 0
  let opensPage = true
  let from = 0
  const end = (to: number): void => {
    const line = source.slice(from, to)
    const printed = cells.has(from) ? line : withoutCellEnd(line)
    const skipped = quotes.get(from) ?? 0
    const text = printed.slice(skipped)
    if (/[^\s\p{Cc}]/u.test(text)) {
      const last = lines.at(-1)
      if (last) last.blanksAfter = blanks
      lines.push({
        ...measured(text),
        number,
        page: paged ? page : null,
        from: from + skipped,
        to: from + printed.length,
        text,
        blanksBefore: blanks,
        blanksAfter: 1,
        afterFurniture: false,
        opensPage,
      })
      // A cell's end parts its text from the next as a blank line does.
      blanks = printed.length < to - from ? 1 : 0
      opensPage = false
    } else blanks++
  }
  for (const match of source.matchAll(BREAK)) {
    end(match.index)
    from = match.index + match[0].length
    if (match[0] === '\f') {
      // A form feed alone on its line ends a page; the blank rest of a line is not a blank line.
      page++
      opensPage = true
    } else number++
  }
  end(source.length)
  const last = lines.at(-1)
  if (last) last.blanksAfter = 1
  const pages = paged ? Array.from({ length: Math.max(lines.at(-1)?.page ?? 1, page - (opensPage ? 1 : 0)) }, (_, index) => index + 1) : []
  return { lines, pages }
}

/** The line without the bar that a table saved as text leaves at the end of each cell, one cell a line. A row with bars between its cells keeps them. */
function withoutCellEnd(line: string): string {
  const bar = line.indexOf('|')
  return bar >= 0 && /^[|\s]+$/u.test(line.slice(bar)) && !/\|\s+\|/u.test(line.slice(bar)) ? line.slice(0, bar).trimEnd() : line
}

function measured(text: string): { indent: number; length: number } {
  let indent = 0
  for (const letter of text) {
    if (letter === '\t') indent += TAB_COLUMNS - (indent % TAB_COLUMNS)
    else if (/\s/u.test(letter)) indent++
    else break
  }
  return { indent, length: text.trim().length }
}
