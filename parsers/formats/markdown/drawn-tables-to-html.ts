import type { Passage } from '../../../schema/document.ts'
import { PassageBuilder } from '../passages/passage-edits.ts'
import type { DrawnCell, DrawnTable } from './drawn-table.ts'
import { dashedTable } from './pandoc-dashes.ts'
import { gridTable } from './pandoc-grids.ts'
import { type TextLine, textLines } from './text-lines.ts'

/** ": Plan of 2021" or "Table: Plan of 2021" below a table is its caption. */
const CAPTION = /^\s*(?:[Tt]able)?:\s+(?=\S)/u
/** A text without such a line draws no table. Blanks are those of the line: over many blank lines it would be slow. */
const MAY_DRAW = /^[^\S\n]*(?:\+[-=:]|-+(?: +-|[^\S\n]*$))/mu
const FENCE = /^ {0,3}(?:`{3,}|~{3,})/u

/**
 * Markdown with its drawn tables (grids, simple ones, ones of several lines a row) written as HTML, which
 * Markdown may hold. CommonMark knows none of them, and pandoc's own plug-ins for remark read cells without their places.
 * @param toHtml a cell's Markdown as HTML
 */
export function drawnTablesToHtml(source: Passage, toHtml: (cell: Passage) => Passage): Passage {
  if (!MAY_DRAW.test(source.text)) return source
  const lines = textLines(source.text)
  const builder = new PassageBuilder()
  let from = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]
    if (line && FENCE.test(line.text)) at = fenceEnd(lines, at)
    const table = gridTable(lines, at) ?? dashedTable(lines, at)
    if (!table || !line) continue
    const last = at + table.taken - 1
    const caption = captionAt(lines, last + 1)
    builder.addPart(source, from, line.from)
    builder.addText('\n')
    addTable(builder, table, caption ? [caption.part] : [], source, toHtml)
    at = caption?.at ?? last
    const end = lines[at]
    from = end ? end.from + end.text.length : source.text.length
    builder.addText('\n')
  }
  builder.addPart(source, from)
  return builder.build()
}

/** The last line of a block of code, which is drawn with signs too. */
function fenceEnd(lines: readonly TextLine[], start: number): number {
  const end = lines.findIndex(({ text }, at) => at > start && FENCE.test(text))
  return end < 0 ? start : end
}

function captionAt(lines: readonly TextLine[], after: number): { at: number; part: TextLine } | null {
  const at = lines[after]?.text.trim() ? after : after + 1
  const line = lines[at]
  const mark = line ? CAPTION.exec(line.text)?.[0].length : undefined
  return line && mark !== undefined ? { at, part: { from: line.from + mark, text: line.text.slice(mark) } } : null
}

function addTable(
  builder: PassageBuilder,
  { rows, headerRows }: DrawnTable,
  caption: TextLine[],
  source: Passage,
  toHtml: (cell: Passage) => Passage,
): void {
  const add = (parts: readonly TextLine[]) => addOnOneLine(builder, toHtml(cellSource(parts, source)))
  builder.addText('<table>')
  if (caption.length) {
    builder.addText('<caption>')
    add(caption)
    builder.addText('</caption>')
  }
  for (const [row, cells] of rows.entries()) {
    const element = row < headerRows ? 'th' : 'td'
    builder.addText(row < headerRows ? '<thead><tr>' : '<tr>')
    for (const cell of cells) {
      builder.addText(`<${element}${spans(cell)}>`)
      add(cell.parts)
      builder.addText(`</${element}>`)
    }
    builder.addText(row < headerRows ? '</tr></thead>' : '</tr>')
  }
  builder.addText('</table>\n')
}

const spans = ({ rowSpan, colSpan }: DrawnCell) =>
  `${rowSpan > 1 ? ` rowspan="${rowSpan}"` : ''}${colSpan > 1 ? ` colspan="${colSpan}"` : ''}`

/** A cell's lines without the blanks that all of them begin with. */
function cellSource(parts: readonly TextLine[], source: Passage): Passage {
  const indents = parts.filter(({ text }) => text.trim()).map(({ text }) => text.length - text.trimStart().length)
  const indent = indents.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY)
  const builder = new PassageBuilder()
  for (const [index, { from, text }] of parts.entries()) {
    if (index > 0) builder.addText('\n')
    const length = text.trimEnd().length
    if (length > indent) builder.addPart(source, from + indent, from + length)
  }
  return builder.build()
}

/** Mark-up without blank lines, which would end HTML that is in Markdown. */
function addOnOneLine(builder: PassageBuilder, html: Passage): void {
  let from = 0
  for (const gap of html.text.matchAll(/\n\s*\n/gu)) {
    builder.addPart(html, from, gap.index + 1)
    from = gap.index + gap[0].length
  }
  builder.addPart(html, from)
}
