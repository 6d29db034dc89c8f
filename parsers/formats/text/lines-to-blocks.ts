import type { Report } from '../../../schema/diagnostics.ts'
import type { Block, Passage } from '../../../schema/document.ts'
import { markdownStrain } from '../markdown/markdown-strain.ts'
import { markdownToBlocks } from '../markdown/markdown-to-blocks.ts'
import { type WrittenWords, writtenWords } from '../passages/line-end-hyphens.ts'
import { PassageBuilder, sourcePassage } from '../passages/passage-edits.ts'
import { joinRepeatedTables, type TextOrTable } from './join-repeated-tables.ts'
import { linesToFurniture } from './lines-to-furniture.ts'
import { linesToParagraphs } from './lines-to-paragraphs.ts'
import { linesToRegions } from './lines-to-regions.ts'
import { paragraphsToBlocks } from './paragraphs-to-blocks.ts'
import { rowsToTable } from './rows-to-table.ts'
import { takeUnderlines, type Underlines } from './take-underlines.ts'
import type { Line } from './text-to-lines.ts'
import { type WrapWidth, wrapWidth } from './wrap-width.ts'

/** What all regions of a text are read with. */
interface Reading {
  source: string
  width: WrapWidth
  words: WrittenWords
  underlines: Underlines
}

/** The lines of a text as blocks; and what is in none: the titles that were again before each part of a table, once each, and words that may be of either of two cells. */
export function linesToBlocks(lines: readonly Line[], source: string, report: Report): { blocks: Block[]; furniture: Passage[] } {
  const { lines: printed, underlines } = takeUnderlines(lines)
  const { parts, titles } = joinRepeatedTables(linesToRegions(printed, report))
  const running = parts.flatMap((part) => (part.type === 'text' ? part.lines : []))
  const reading: Reading = {
    source,
    width: wrapWidth(running),
    words: writtenWords(() => printed.map((line) => line.text.trim().split(/\s+/u))),
    underlines,
  }
  const loose = parts.flatMap((part) => (part.type === 'rows' ? part.rows.flatMap((row) => row.loose ?? []) : []))
  const unplaced = loose.map(({ line, from, to }) => sourcePassage(source, from, to, { page: line.page, line: line.number, fragment: 0 }))
  return { blocks: parts.flatMap((part) => partToBlocks(part, reading)), furniture: [...linesToFurniture(titles, source), ...unplaced] }
}

function partToBlocks(part: TextOrTable, reading: Reading): Block[] {
  if (part.type === 'rows') return part.rows.length ? [rowsToTable(part.rows, reading.source, reading.words)] : []
  if (part.type === 'bars') {
    const passage = barsToPassage(part.lines, reading.source)
    if (!markdownStrain(passage.text)) return markdownToBlocks(passage)
  }
  return paragraphsToBlocks(linesToParagraphs(part.lines, reading.width), reading.source, reading.words, reading.underlines)
}

function barsToPassage(lines: readonly Line[], source: string): Passage {
  const builder = new PassageBuilder()
  for (const line of lines) {
    if (builder.length) builder.addText('\n')
    builder.addPart(sourcePassage(source, line.from, line.to, { page: line.page, line: line.number, fragment: 0 }))
  }
  return builder.build()
}
