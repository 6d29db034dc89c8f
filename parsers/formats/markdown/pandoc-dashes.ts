import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { isBlank, type TextLine } from './text-lines.ts'

/** "-----  ---------  ---": what is under the heads of columns, or over and under rows without heads. */
const DASHES = /^\s*-+(?: +-+)+\s*$/u
/** "----------------": what a table of rows of several lines begins and ends with. */
const FULL_RULE = /^\s*-{3,}\s*$/u
/** Three dashes with blanks between ("- - -") part sections: a column's dashes are longer, but for that of a number. */
const LONGEST_COLUMN = 3
/** A table's rows are looked for so far from its head, in lines. */
const MOST_LINES = 2_000

/**
 * The table that begins at a line, whose columns dashes show, as pandoc writes them: a simple one, each row on
 * one line up to a blank one, or one of rows of several lines, which blank lines part and a full rule ends. Null where
 * none begins: its columns' edges stay blank in all its lines, which no rule between paragraphs has around it.
 */
export function dashedTable(lines: readonly TextLine[], start: number): DrawnTable | null {
  if (start > 0 && !isBlank(lines[start - 1])) return null
  return multilineTable(lines, start) ?? simpleTable(lines, start)
}

/** Where the columns begin whose dashes a line shows; none where it shows none. */
function columnStarts(line: TextLine | undefined): number[] {
  if (!line || !DASHES.test(line.text)) return []
  const dashes = [...line.text.matchAll(/-+/gu)]
  return dashes.some(({ 0: one }) => one.length >= LONGEST_COLUMN) ? dashes.map(({ index }) => index) : []
}

/** Whether a line leaves the edges of columns blank, so that it can be cut there. */
const fits = ({ text }: TextLine, starts: readonly number[]) => starts.slice(1).every((at) => /^\s?$/u.test(text[at - 1] ?? ''))

function simpleTable(lines: readonly TextLine[], start: number): DrawnTable | null {
  const headed = !isBlank(lines[start]) && columnStarts(lines[start]).length === 0
  const rule = start + (headed ? 1 : 0)
  const starts = columnStarts(lines[rule])
  if (starts.length === 0) return null
  let end = rule + 1
  while (end < lines.length && !isBlank(lines[end]) && columnStarts(lines[end]).length === 0) end++
  const closed = columnStarts(lines[end]).length > 0 && isBlank(lines[end + 1])
  const body = lines.slice(rule + 1, end)
  const head = lines.slice(start, rule)
  if (body.length === 0 || (!headed && !closed) || ![...head, ...body].every((line) => fits(line, starts))) return null
  return tableOf(
    head.length ? [head] : [],
    body.map((line) => [line]),
    starts,
    end + (closed ? 1 : 0) - start,
  )
}

function multilineTable(lines: readonly TextLine[], start: number): DrawnTable | null {
  const headed = FULL_RULE.test(lines[start]?.text ?? '')
  let rule = start
  if (headed) for (rule++; !isBlank(lines[rule]) && columnStarts(lines[rule]).length === 0; ) rule++
  const starts = columnStarts(lines[rule])
  if (starts.length === 0 || (headed && rule === start + 1)) return null
  const rows: TextLine[][] = [[]]
  for (let at = rule + 1; at < Math.min(lines.length, rule + MOST_LINES); at++) {
    const line = lines[at]
    if (!line) return null
    const ends = headed ? FULL_RULE.test(line.text) : columnStarts(line).length > 0 || FULL_RULE.test(line.text)
    if (ends && isBlank(lines[at + 1])) {
      const body = rows.filter((row) => row.length > 0)
      const parted = headed || rows.length > 1
      return body.length > 0 && parted ? tableOf(headed ? [lines.slice(start + 1, rule)] : [], body, starts, at + 1 - start) : null
    }
    if (FULL_RULE.test(line.text) || columnStarts(line).length > 0) return null
    if (isBlank(line)) rows.push([])
    else if (fits(line, starts)) rows.at(-1)?.push(line)
    else return null
  }
  return null
}

function tableOf(head: TextLine[][], body: TextLine[][], starts: readonly number[], taken: number): DrawnTable {
  const rows = [...head, ...body].map((row) =>
    starts.map((start, col): DrawnCell => {
      const left = col === 0 ? 0 : start
      const parts = row.map(({ from, text }) => ({ from: from + left, text: text.slice(left, starts[col + 1]) }))
      return { rowSpan: 1, colSpan: 1, parts: parts.filter((part) => !isBlank(part)) }
    }),
  )
  return { rows, headerRows: head.length, taken }
}
