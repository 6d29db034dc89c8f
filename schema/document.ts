import type { Box, Place } from './place.ts'
import { unionPlace } from './place.ts'
import { hasOddLetters, UNSEEN_LETTERS } from './unseen-letters.ts'

/**
 * A stretch of a passage that is in the source letter for letter.
 * `start` and `end` are offsets (UTF-16) into the passage's text. What lies between two runs of a
 * passage (a space for a line break, nothing for a hyphen of the layout) was put there in folding.
 */
export interface Run {
  start: number
  end: number
  page: number | null
  box: Box | null
  line: number | null
  /** Where the stretch begins in `Document.source` (UTF-16), or null for a format without source text. */
  offset: number | null
  /**
   * Runs with the same number are together in the source with nothing but white space, mark-up and
   * hyphens of the layout between them. The number grows where something else comes between, as a
   * running head at a page break does.
   */
  fragment: number
}

/**
 * A stretch of text as a person reads it: NFC, white space folded to single spaces, no mark-up, no
 * hyphens of the layout; and where each of its letters is in the source.
 */
export interface Passage {
  text: string
  /** In order of the text, without overlap. */
  runs: Run[]
}

/** How a block is set beside the text around it: often the only mark of what is quoted, restated or recommended. */
export interface Look {
  /** Set in italics throughout. */
  italic: boolean
  /** Is in a box, on a shaded ground, behind a bar or in a block quotation; blocks of one box share the number. Null for none. */
  box: number | null
  /** Set smaller than the body, as notes are. */
  small: boolean
}

/** The look of ordinary text. */
export const PLAIN_LOOK: Look = { italic: false, box: null, small: false }

/** Words as a paragraph of ordinary text, for a value that has a passage and no block of its own. */
export function plainParagraph(passage: Passage): Paragraph {
  return { type: 'paragraph', passage, bold: false, indent: 0, look: PLAIN_LOOK }
}

/** A heading. `level` is 1 for the highest; a guess from size, weight or case where a format does not say. */
export interface Heading {
  type: 'heading'
  level: number
  passage: Passage
  look: Look
}

/** A paragraph, whole, however many lines or pages it runs over. Its text keeps a label it begins with ("2.1 …"). */
export interface Paragraph {
  type: 'paragraph'
  passage: Passage
  /** Set in bold throughout: in many papers the only mark of a heading or a label. */
  bold: boolean
  /** How far the first line is indented from its surroundings: points in PDF, columns in text. */
  indent: number
  look: Look
}

/** An item of a list that the format itself knows to be one: a bullet, or a number that the source sets apart. */
export interface ListItem {
  type: 'list-item'
  /** As printed: "•", "1.", "(a)". Its place is `markerRuns`. */
  marker: string
  markerRuns: Run[]
  /** From 0 for the outermost list. */
  depth: number
  /** What follows the marker. */
  passage: Passage
  indent: number
  look: Look
}

/** A cell of a table. `row` and `col` count from 0; spans are at least 1. */
export interface Cell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  /** Headings, paragraphs and list items in reading order; empty for an empty cell. */
  blocks: Block[]
  /** "#rrggbb" of the cell's background where it has one that is not the page's. */
  fill: string | null
  /** Nothing but a picture or drawing is in it, of which neither words nor a colour are known. */
  picture: boolean
  /** The whole cell, one place for each page that it runs over; one place a line block for a format of lines. */
  places: Place[]
}

/** A table, one table however many pages it runs over; headers that were printed again are not among its rows. */
export interface Table {
  type: 'table'
  columns: number
  /** Each row's cells by column; a cell that spans is only in its first row and column. */
  rows: Cell[][]
  /** How many of the first rows are known to be header rows from the source itself (tags, `<th>`, a rule under them); 0 where nothing says. */
  headerRows: number
  places: Place[]
}

/** What a document is made of, in reading order. */
export type Block = Heading | Paragraph | ListItem | Table

/** A page of a format that has pages, and each sheet of a spreadsheet. Sizes in points after rotation, of a sheet in columns and rows. */
export interface Page {
  page: number
  /** The number printed or given for it ("iv", "12"), or the sheet's name, if any. */
  label: string | null
  width: number
  height: number
  /** How it was read, for a page that is a picture. */
  scan?: PageScan
}

/** What text recognition says about a page. */
export interface PageScan {
  /** How sure it is of the page's letters, 0 to 1. */
  certainty: number
  /** Cells with ink that it could not read, or of which nobody can say whether a rule ran through them. */
  unread: Box[]
  /** Rows of tables that may be several: the rule between them is not in the picture. */
  joined: Box[]
}

/** A document as its format gives it, before anybody asks what it means. Plain data that JSON can carry. */
export interface Document {
  mediaType: string
  /** Empty for a format without pages. */
  pages: Page[]
  blocks: Block[]
  /** The decoded source that `Run.offset` counts in, or null for a format whose source is not text. */
  source: string | null
  /** What the file says about itself beside its text (PDF's document information): title, author, dates as they are. */
  information: Record<string, string>
  /** What was at the head or foot of pages over and over and was taken out of the blocks, once each. */
  furniture: Passage[]
}

/** A passage without text. */
export const EMPTY_PASSAGE: Passage = { text: '', runs: [] }

/** The part of a passage from `start` to `end` (UTF-16 offsets), without white space at its ends. */
export function slicePassage(passage: Passage, start: number, end = passage.text.length): Passage {
  let from = Math.max(0, start)
  let to = Math.min(passage.text.length, end)
  while (from < to && passage.text[from] === ' ') from++
  while (to > from && passage.text[to - 1] === ' ') to--
  const runs: Run[] = []
  for (const run of passage.runs) {
    if (run.end <= from || run.start >= to) continue
    const cutStart = Math.max(0, from - run.start)
    runs.push({
      ...run,
      start: Math.max(run.start, from) - from,
      end: Math.min(run.end, to) - from,
      offset: run.offset === null ? null : run.offset + cutStart,
    })
  }
  return { text: passage.text.slice(from, to), runs }
}

/** Passages one after the other with a space between; what came from different passages never shares a fragment. */
export function joinPassages(passages: Passage[], between = ' '): Passage {
  const [only] = passages
  if (only && passages.length === 1) return only
  let text = ''
  let fragment = 0
  const runs: Run[] = []
  for (const passage of passages) {
    if (!passage.text) continue
    if (text) text += between
    let last: number | null = null
    for (const run of passage.runs) {
      if (last !== null && run.fragment !== last) fragment++
      last = run.fragment
      runs.push({ ...run, start: run.start + text.length, end: run.end + text.length, fragment })
    }
    fragment++
    text += passage.text
  }
  return { text, runs }
}

/** The place of one run. */
export function runPlace(run: Run): Place {
  return { page: run.page, box: run.box, lineFrom: run.line, lineTo: run.line }
}

/** A stretch of a passage that is in one piece on one page. */
export interface Fragment {
  /** As it is in the source, mark-up and all, as `foldedSource` gives it. */
  quote: string
  place: Place
}

/**
 * A passage's fragments: one for each piece of the source and each page that it is on. Where a table is set with blanks, the words of
 * other cells are printed between a cell's lines: then each line is a piece, so that no quote has words of another cell.
 */
export function passageFragments(passage: Passage, source: string | null): Fragment[] {
  const groups: Run[][] = []
  for (const run of passage.runs) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && last.fragment === run.fragment && last.page === run.page && !hasWordsBetween(last, run, source)) group.push(run)
    else groups.push([run])
  }
  return groups.map((group) => ({ quote: quoteOf(passage, group, source), place: group.map(runPlace).reduce(unionPlace) }))
}

/** Mark-up and the names of letters, which are not words. */
const MARK_UP = /<[^<>]*>|&#?\w{1,32};/gu

/** Whether the source has words of its own between the end of one line and the beginning of a later one. */
function hasWordsBetween(before: Run, after: Run, source: string | null): boolean {
  if (source === null || before.offset === null || after.offset === null || before.line === after.line) return false
  const between = source.slice(before.offset + before.end - before.start, after.offset)
  return /[\p{L}\p{N}]/u.test(between.replace(MARK_UP, ''))
}

function quoteOf(passage: Passage, group: Run[], source: string | null): string {
  const first = group[0]
  const last = group.at(-1)
  if (!first || !last) return ''
  if (source === null || first.offset === null || last.offset === null) return passage.text.slice(first.start, last.end)
  return foldedSource(source.slice(first.offset, last.offset + last.end - last.start))
}

/**
 * A stretch of a source as a quote gives it: white space and control characters folded to single spaces and taken off the ends,
 * letters that print nothing out, but for marks of the direction of writing, which order what is printed.
 */
export function foldedSource(source: string): string {
  const folded = source.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  if (!hasOddLetters(folded)) return folded
  return folded.replace(UNSEEN_LETTERS, (letters) => letters.replace(/\P{Bidi_Control}/gu, ''))
}

/** The text of a block's own passage, or of all cells of a table in reading order. */
export function blockPassages(block: Block): Passage[] {
  if (block.type !== 'table') return [block.passage]
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(blockPassages)))
}

/** All that a cell says, as one passage: its blocks one after the other, list markers that are numbers or letters kept. */
export function cellPassage(cell: Cell): Passage {
  const [only] = cell.blocks
  if (only?.type === 'paragraph' && cell.blocks.length === 1) return only.passage
  return joinPassages(
    cell.blocks.flatMap((block) => (block.type === 'list-item' ? [markerPassage(block), block.passage] : blockPassages(block))),
  )
}

/** The marker of a list item as a passage; empty for a bullet, which is layout and not text, as is the "o" that Word's hollow one arrives as. */
export function markerPassage(item: ListItem): Passage {
  if (item.marker === 'o' || !/[\p{L}\p{N}]/u.test(item.marker)) return EMPTY_PASSAGE
  return { text: item.marker, runs: item.markerRuns }
}
