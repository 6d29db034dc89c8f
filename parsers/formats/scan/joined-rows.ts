import type { Box } from '../../../schema/place.ts'
import type { Line } from '../pdf/lines/line.ts'
import type { Edge, PageContent } from '../pdf/page/page-content.ts'
import { isWithinSentence } from '../pdf/rows/lines-to-rows.ts'
import { COUNTS } from '../pdf/rows/row-numbers.ts'
import { connectEdges, edgesToFrame, type Frame, frameBox } from '../pdf/rules/edges-to-frames.ts'
import { mergeEdges } from '../pdf/rules/merge-edges.ts'
import { frameToTable } from '../pdf/tables/frame-to-table.ts'
import { cellLines, type PageCell, type PageTable } from '../pdf/tables/page-table.ts'
import { insideOf } from './broken-rules.ts'
import { type InkLine, inkLines } from './ink-lines.ts'
import type { Ink } from './picture.ts'
import { POINTS } from './scan-word.ts'

/** What parts rows that ran together, and the rows that may be several and cannot be parted for certain. */
export interface PartedRows {
  edges: Edge[]
  joined: Box[]
}

/** White over a line that is not a leading, and lines that begin together, in parts of the letters' size. */
const WHITE = 0.8
const TOGETHER = 0.5
/** What counts rows is so wide at most, in parts of the letters' size. */
const NARROW = 3
/** So many cells begin together after white where rows are parted for certain. */
const BEGIN_LEAST = 3
const BEGIN_SHARE = 0.5

/** The label of a part, which is no row's number. */
const PART = /^[([]?[a-z]{1,3}[)\].]$/u
const ENDED = /[.!?;:]\p{P}*$/u

/** A cell of a row with the lines of its ink. */
interface InkCell {
  cell: PageCell
  lines: InkLine[]
}

/** A height in a row at which cells begin once more. */
interface Beginning {
  top: number
  /** Those that begin there: after white, or with their first line. */
  cells: InkCell[]
}

/**
 * Looks for rows of ruled tables in which the picture has lost the rule between two. Within one row each cell goes on line
 * by line; where several cells begin once more at one height after white, the first column among them, another row does.
 * It is parted there where rows begin at their cells' tops, white runs through all cells and no sentence goes on; else it is
 * left, and doubtful.
 */
export function partRows(content: PageContent, ink: Ink, usual: number): PartedRows {
  const merged = mergeEdges(content.edges)
  const added: Edge[] = []
  const joined: Box[] = []
  for (const frame of connectEdges(merged).map((group) => edgesToFrame(group))) {
    if (!frame || frame.xs.length < 3) continue
    const table = frameToTable(frame, content.words, content, 'lattice')
    const rows = table.ys.slice(1).map((_, row) => inkRow(table, row, ink, usual))
    const atTop = rows.slice(1).every((row) => beginsAtTop(row, usual))
    for (const row of rows) {
      const beginnings = beginningsIn(row, ink, usual)
      if (beginnings.length === 0) continue
      const borders = beginnings.map((beginning) => (atTop ? borderOver(beginning, row, content.page, usual) : null))
      const [left, , right] = frameBox(frame)
      for (const at of borders) if (at !== null) added.push({ across: true, at: at * POINTS, from: left, to: right })
      if (borders.includes(null)) joined.push(rowBox(row, frame))
    }
  }
  return { edges: added.length > 0 ? mergeEdges([...merged, ...added]) : [...content.edges], joined }
}

function inkRow(table: PageTable, row: number, ink: Ink, usual: number): InkCell[] {
  return table.cells
    .filter((cell) => cell.row === row && cell.rowSpan === 1)
    .map((cell) => ({ cell, lines: inkLines(ink, insideOf(cell.box), usual) }))
    .filter(({ lines }) => lines.length > 0)
}

function rowBox(row: readonly InkCell[], frame: Frame): Box {
  const [left, , right] = frameBox(frame)
  return [left, Math.min(...row.map(({ cell }) => cell.box[1])), right, Math.max(...row.map(({ cell }) => cell.box[3]))]
}

/** Whether a row's first column begins where the row does, as it does not where cells are centred. */
function beginsAtTop(row: readonly InkCell[], usual: number): boolean {
  const first = row.find(({ cell }) => cell.col === 0)?.lines[0]
  return !first || first.top - Math.min(...row.map(({ lines: [line] }) => line?.top ?? Infinity)) <= TOGETHER * usual
}

/** Where several cells of a row begin once more, the first column among them. */
function beginningsIn(row: readonly InkCell[], ink: Ink, usual: number): Beginning[] {
  const first = row.find(({ cell }) => cell.col === 0)
  if (!first) return []
  const isNumbers = areNumbers(first, ink, usual)
  return first.lines.slice(1).flatMap((line, at): Beginning[] => {
    const above = first.lines[at]
    if (!above) return []
    const isAfterWhite = line.top - above.bottom > WHITE * usual
    if (PART.test(textAt(first.cell, line))) return []
    const others = row.filter((other) => other !== first && beginsAt(other, line.top, usual))
    const cells = isAfterWhite ? [first, ...others] : others
    if (isAfterWhite && (isNumbers || others.length > 0)) return [{ top: line.top, cells }]
    return others.length >= 2 && isAnew(first.cell, above, line) ? [{ top: line.top, cells }] : []
  })
}

/** Whether a cell begins at a height: after white, or with its first line below the row's. */
function beginsAt({ lines }: InkCell, top: number, usual: number): boolean {
  return lines.some((line, at) => {
    const above = lines[at - 1]
    return Math.abs(line.top - top) <= TOGETHER * usual && (above ? line.top - above.bottom > WHITE * usual : true)
  })
}

/** Whether a cell of the first column holds what counts rows: a few letters a line, read or not. */
function areNumbers({ cell, lines }: InkCell, ink: Ink, usual: number): boolean {
  const [x0, , x1] = insideOf(cell.box)
  return lines.every(({ top, bottom }) => {
    let [left, right] = [x1, x0]
    for (let y = top; y <= bottom; y++)
      for (let x = x0; x <= x1; x++) if (ink.data[y * ink.width + x]) [left, right] = [Math.min(left, x), Math.max(right, x)]
    return right - left <= NARROW * usual
  })
}

/** Whether a cell's line begins something of its own without white above: a number, or what follows the end of a sentence. */
function isAnew(cell: PageCell, above: InkLine, line: InkLine): boolean {
  const text = textAt(cell, line)
  return COUNTS.test(text) || (ENDED.test(textAt(cell, above)) && /^\P{Ll}/u.test(text))
}

/** Where the border over a beginning lies, in pixels from the top: above it all cells have ended, and each that goes on begins at it. Null where that is not certain. */
function borderOver({ top, cells }: Beginning, row: readonly InkCell[], page: number, usual: number): number | null {
  if (cells.length < BEGIN_LEAST || cells.length < BEGIN_SHARE * row.length) return null
  const border = top - 1
  let last = 0
  for (const { cell, lines } of row) {
    const above = lines.filter((line) => line.top < top - TOGETHER * usual)
    const [below] = lines.slice(above.length)
    last = Math.max(last, ...above.map(({ bottom }) => bottom))
    if (!below) continue
    if (Math.abs(below.top - top) > TOGETHER * usual || below.top < border - TOGETHER * usual) return null
    if (above.length > 0 && !cells.some((each) => each.cell === cell) && goesOn(cell, below, page)) return null
  }
  const highest = Math.min(
    ...row.flatMap(({ lines }) => lines.filter((line) => line.top >= top - TOGETHER * usual).map((line) => line.top)),
  )
  return last < highest ? (last + highest) / 2 : null
}

/** Whether a sentence may go on over a border in a cell without white: its text before has not ended. */
function goesOn(cell: PageCell, below: InkLine, page: number): boolean {
  const lines = cellLines(cell, page)
  const at = lines.findIndex((line) => isAt(line, below))
  const [before, after] = [lines[at - 1], lines[at]]
  if (!before || !after) return true
  return isWithinSentence(before.words, after.words) || !ENDED.test(before.words.at(-1)?.text ?? '')
}

const isAt = ({ base }: Pick<Line, 'base'>, { top, bottom }: InkLine): boolean => base / POINTS > top && base / POINTS <= bottom + 3

/** What was read in a cell at a line of ink. */
function textAt(cell: PageCell, line: InkLine): string {
  return cell.words
    .filter((word) => isAt(word, line))
    .map(({ text }) => text)
    .join(' ')
}
