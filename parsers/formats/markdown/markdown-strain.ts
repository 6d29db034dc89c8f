/**
 * What makes a Markdown parser slow or lets it run out of stack: its time grows with the square of the
 * marks and lines in one paragraph and of the footnotes, and with the depth of lists and quotations. Papers
 * stay far below these.
 */
const MOST_CHARACTERS = 8_000_000
const MOST_MARKS_IN_PARAGRAPH = 5_000
const MOST_FOOTNOTES = 2_000
const MOST_LINE_CHARACTERS = 100_000
const DEEPEST_CONTAINER = 50
const FURTHEST_LIST_INDENT = 100

/** Why a text should not be given to a Markdown parser, in words, or null where it can be. */
export function markdownStrain(source: string): string | null {
  if (source.length > MOST_CHARACTERS) return `${source.length} characters`
  let marks = 0
  let table = false
  let contained = false
  let footnotes = 0
  let start = 0
  while (start < source.length) {
    const newline = source.indexOf('\n', start)
    const end = newline < 0 ? source.length : newline
    if (end - start > MOST_LINE_CHARACTERS) return `a line of ${end - start} characters`
    const line = source.slice(start, end)
    const containers = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))+/u.exec(line)?.[0] ?? ''
    if (containers) contained = true
    // Blank to Markdown (CommonMark 2.1): a form feed or another space goes on with the paragraph.
    if (!/[^ \t\r]/u.test(line)) {
      marks = 0
      table = false
      contained = false
    } else if (!contained && isDelimiterRow(line)) table = true
    // Each row of a table is a text of its own; but after a list's or quotation's mark each is compared with all before it.
    else if (!table || contained || !/^\s*\|/u.test(line)) marks += 1 + markCount(line)
    else if (markCount(line) > MOST_MARKS_IN_PARAGRAPH) marks = Number.POSITIVE_INFINITY
    if (marks > MOST_MARKS_IN_PARAGRAPH) return `more than ${MOST_MARKS_IN_PARAGRAPH} marks and lines in one paragraph`
    if (/^ {0,3}\[\^/u.test(line) && ++footnotes > MOST_FOOTNOTES) return `more than ${MOST_FOOTNOTES} footnotes`
    if (containers.replace(/[ \t\d]/gu, '').length > DEEPEST_CONTAINER)
      return `more than ${DEEPEST_CONTAINER} quotations or lists in each other`
    if (/^[ \t]{100}\s*(?:[-*+>]|\d{1,9}[.)])/u.test(line)) return `a list that stands in more than ${FURTHEST_LIST_INDENT} columns`
    start = end + 1
  }
  return null
}

/** "| --- | :-: |", the second line of a table. */
function isDelimiterRow(line: string): boolean {
  return line.includes('-') && line.includes('|') && /^[\s|:-]+$/u.test(line)
}

function markCount(line: string): number {
  let marks = 0
  for (const letter of line) if ('[]*_~`<&!'.includes(letter)) marks++
  return marks
}
