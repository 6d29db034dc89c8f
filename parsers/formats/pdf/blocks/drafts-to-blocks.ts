import type { Block, Cell, Look, Passage, Table } from '../../../../schema/document.ts'
import type { WrittenWords } from '../../passages/line-end-hyphens.ts'
import { symbolOf } from '../../passages/symbol-fonts.ts'
import type { DocumentFacts } from '../lines/document-facts.ts'
import type { Line } from '../lines/line.ts'
import { boxOfLine, isItalic, lineOf } from '../lines/line.ts'
import { linesToPassage } from '../lines/words-to-passage.ts'
import type { CellDraft, Draft, TableDraft, TextDraft } from './drafts.ts'
import { isContinued } from './join-text.ts'

/** A heading is at least this much larger than the body, or stands out otherwise. */
const HEADING_SIZE = 1.12
/** Notes are set smaller than this share of the body. */
const SMALL = 0.93
/** Headings run over no more lines and letters than this. */
const HEADING_LINES = 3
const HEADING_LETTERS = 160

/** Finished blocks from drafts that were joined over pages. */
export function draftsToBlocks(drafts: readonly Draft[], facts: DocumentFacts): Block[] {
  const levels = headingLevels(drafts, facts)
  const depths = listDepths(drafts)
  return drafts.map((draft) =>
    draft.type === 'table'
      ? tableOf(draft, facts.vocabulary)
      : textOf(draft, facts.vocabulary, levels.get(styleOf(draft)) ?? null, depths.get(draft) ?? 0, facts),
  )
}

const styleOf = (draft: TextDraft) => `${(Math.round(draft.size * 2) / 2).toFixed(1).padStart(6, '0')} ${draft.bold ? 1 : 0}`
const roleLevel = (draft: TextDraft): number | null => {
  if (draft.role === 'Title' || draft.role === 'H') return 1
  const level = /^H([1-6])$/.exec(draft.role ?? '')?.[1]
  return level ? Number(level) : null
}

/** Whether text stands out like a heading: larger than the body, or bold where the body is not; short; no sentence. */
function looksLikeHeading(draft: TextDraft, facts: DocumentFacts): boolean {
  if (draft.marker.length > 0 || draft.lines.length > HEADING_LINES) return false
  const words = draft.lines.flatMap((line) => line.words)
  const text = words.map((word) => word.text).join(' ')
  if (text.length > HEADING_LETTERS || !/\p{L}/u.test(text)) return false
  if (/[.;,]$/u.test(text) && !/^\S+\.$/u.test(text)) return false
  return draft.size >= HEADING_SIZE * facts.bodySize || (draft.bold && draft.size >= 0.95 * facts.bodySize)
}

/** The styles that headings are set in, the largest first, with their levels from 1. */
function headingLevels(drafts: readonly Draft[], facts: DocumentFacts): Map<string, number> {
  const styles = new Set(
    drafts
      .filter((draft) => draft.type === 'text')
      .filter((draft) => looksLikeHeading(draft, facts))
      .map(styleOf),
  )
  return new Map(
    [...styles]
      .sort()
      .reverse()
      .map((style, i) => [style, Math.min(6, i + 1)]),
  )
}

/** How deep each list item is, by how far its marker is set in beside the items right before it. */
function listDepths(drafts: readonly Draft[]): Map<TextDraft, number> {
  const depths = new Map<TextDraft, number>()
  let stack: number[] = []
  for (const draft of drafts) {
    if (draft.type !== 'text' || draft.marker.length === 0) {
      if (draft.type === 'table' || draft.indent < 6) stack = []
      continue
    }
    while (stack.length > 0 && (stack.at(-1) ?? 0) > draft.indent + 6) stack.pop()
    if (stack.length === 0 || (stack.at(-1) ?? 0) < draft.indent - 6) stack.push(draft.indent)
    depths.set(draft, stack.length - 1)
  }
  return depths
}

/** Lines as a passage; a new fragment begins with every page. */
export function passageOf(lines: readonly Line[], vocabulary: WrittenWords): Passage {
  const pages = [...new Set(lines.map((line) => line.page))]
  return linesToPassage(lines, vocabulary, (line) => pages.indexOf(line.page))
}

function textOf(draft: TextDraft, vocabulary: WrittenWords, level: number | null, depth: number, facts: DocumentFacts | null): Block {
  const [first, ...rest] = draft.lines
  const box = first ? boxOfLine(first) : -1
  const look: Look = {
    italic: isItalic(draft.lines),
    box: box < 0 ? null : box,
    small: facts !== null && draft.size < SMALL * facts.bodySize,
  }
  if (draft.marker.length > 0 && first) {
    const body = first.words.filter((word) => !draft.marker.includes(word))
    const marker = passageOf([lineOf(draft.marker, first.page)], vocabulary)
    return {
      type: 'list-item',
      marker: [...marker.text].map(symbolOf).join(''),
      markerRuns: marker.runs,
      depth,
      passage: passageOf([...(body.length ? [lineOf(body, first.page)] : []), ...rest], vocabulary),
      indent: draft.indent,
      look,
    }
  }
  const passage = passageOf(draft.lines, vocabulary)
  const tagged = roleLevel(draft)
  if (tagged !== null && passage.text.length <= 2 * HEADING_LETTERS) return { type: 'heading', level: tagged, passage, look }
  if (draft.role !== 'P' || draft.bold) {
    if (level !== null && facts && looksLikeHeading(draft, facts)) return { type: 'heading', level, passage, look }
  }
  return { type: 'paragraph', passage, bold: draft.bold, indent: draft.indent, look }
}

function cellOf(cell: CellDraft, vocabulary: WrittenWords): Cell {
  const blocks: TextDraft[] = []
  for (const part of cell.parts) {
    const [next, ...rest] = part.blocks
    if (!next) continue
    const last = blocks.at(-1)
    if (last && isContinued(last, next))
      blocks[blocks.length - 1] = {
        ...last,
        lines: [...last.lines, ...next.lines],
        bold: last.bold && next.bold,
      }
    else blocks.push(next)
    blocks.push(...rest)
  }
  const depths = listDepths(blocks)
  return {
    row: cell.row,
    col: cell.col,
    rowSpan: cell.rowSpan,
    colSpan: cell.colSpan,
    blocks: blocks.map((block) => textOf(block, vocabulary, null, depths.get(block) ?? 0, null)),
    fill: cell.fill,
    picture: cell.picture,
    places: cell.parts.map((part) => ({ page: part.page, box: part.box, lineFrom: null, lineTo: null })),
  }
}

function tableOf(draft: TableDraft, vocabulary: WrittenWords): Table {
  return {
    type: 'table',
    columns: draft.columns,
    rows: draft.rows.map((row) => row.map((cell) => cellOf(cell, vocabulary))),
    headerRows: draft.headerRows,
    places: draft.parts.map((part) => ({ page: part.page, box: part.box, lineFrom: null, lineTo: null })),
  }
}
