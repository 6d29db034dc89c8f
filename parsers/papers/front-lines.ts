import { type Block, type Document, markerPassage, type Table } from '../../schema/document.ts'
import { FRONT_LABELS } from '../../schema/vocabulary/fronts.ts'
import { foldWords } from '../recognise/fold.ts'

/** A line of a paper's front: a short block, a row of a table, or the first words of a long paragraph. */
export interface FrontLine {
  text: string
  /** The block it comes from. */
  block: number
  /** Of a heading; null for anything else. */
  level: number | null
  /** It begins with a number or bullet of a list, or is a long paragraph: no line that a front is set in. */
  body: boolean
}

/** A front has no more lines than this: letterhead, labels, title, attendance. */
const MOST_LINES = 16
/** A paragraph that is longer is text, and a front ends with it; the opening of minutes can be as long. */
const LONGEST_LINE = 260
/** So many rows of a table are looked at. */
const MOST_ROWS = 10
/** A paragraph that begins with such a number is an item or a section: "34. Minutes", "2.1 The panel met". */
const NUMBERED = /^(?:\(?\d{1,3}(?:\.\d{1,2}){0,3}[.):]?|\(?[a-z]\)|[A-Z]\.)\s+\S/u

/** All that a block says, cells parted by bars. */
export function blockText(block: Block): string {
  if (block.type === 'table') return block.rows.map((_, row) => rowText(block, row)).join(' | ')
  if (block.type === 'list-item') return `${markerPassage(block).text} ${block.passage.text}`.trim()
  return block.passage.text
}

/** Labels beside their values, as a front sets them; any other table is what the paper is about. */
function isLabelTable(table: Table): boolean {
  return table.rows.some((row) => row.slice(0, 2).some((cell) => FRONT_LABELS.includes(foldWords(cell.blocks.map(blockText).join(' ')))))
}

/** A row's cells, parted by bars. */
export function rowText(table: Table, row: number): string {
  return (table.rows[row] ?? [])
    .map((cell) => cell.blocks.map(blockText).join(' ').trim())
    .filter((text) => text !== '')
    .join(' | ')
}

/** The lines that are at the front of what begins at a block, as far as they can be a front. */
export function frontLines(document: Document, at: number): FrontLine[] {
  const lines: FrontLine[] = []
  for (let index = at; index < document.blocks.length && lines.length < MOST_LINES; index++) {
    const block = document.blocks[index]
    if (!block) break
    if (block.type === 'table' && !isLabelTable(block)) {
      lines.push({ text: blockText(block).slice(0, LONGEST_LINE), block: index, level: null, body: true })
      break
    }
    if (block.type === 'table') {
      for (let row = 0; row < Math.min(block.rows.length, MOST_ROWS); row++) {
        const text = rowText(block, row)
        if (text) lines.push({ text: text.slice(0, LONGEST_LINE), block: index, level: null, body: text.length > LONGEST_LINE })
      }
      continue
    }
    const text = blockText(block)
    if (text === '') continue
    const long = text.length > LONGEST_LINE
    const numbered = block.type === 'list-item' || NUMBERED.test(text)
    lines.push({
      text: text.slice(0, LONGEST_LINE),
      block: index,
      level: block.type === 'heading' ? block.level : null,
      body: long || numbered,
    })
    if (long && lines.length > 3) break
  }
  return lines
}
