import type { Block, Document, ListItem, Passage, Table } from '../../schema/document.ts'
import { joinPassages, markerPassage, runPlace, slicePassage } from '../../schema/document.ts'
import { NOWHERE, type Place, unionPlace } from '../../schema/place.ts'
import { type Label, readLabel } from '../recognise/numbers.ts'
import type { Entry, TextEntry } from './entry.ts'
import { splitAtLabelLines } from './label-lines.ts'
import { tidyBlocks } from './tidy-blocks.ts'
import { withWeakLabels } from './weak-labels.ts'

export type { Entry, TableEntry, TextEntry } from './entry.ts'

/** The blocks of a document, or of a cell, in reading order with their labels read. */
export function blockEntries(blocks: readonly Block[]): Entry[] {
  return blocks.map((block): Entry => {
    if (block.type === 'table') return { type: 'table', table: block }
    const passage = printedPassage(block)
    const label = ownLabel(passage.text, block.type === 'heading')
    const heading = block.type === 'heading' && !isText(passage.text, label)
    return {
      type: block.type === 'heading' && !heading ? 'paragraph' : block.type,
      level: heading ? block.level : null,
      bullet: block.type === 'list-item' && label === null,
      bold: block.type === 'paragraph' && block.bold,
      indent: block.type === 'heading' ? 0 : block.indent,
      look: block.look,
      depth: block.type === 'list-item' ? block.depth : 0,
      passage,
      label,
      body: label ? slicePassage(passage, label.end) : passage,
    }
  })
}

const printedPassage = (block: Exclude<Block, Table>): Passage => (block.type === 'list-item' ? withMarker(block) : block.passage)

/** The label of an entry. A heading that a section counts may name the recommendation that it is about: "4 Recommendation A – Wardens". */
function ownLabel(text: string, isHeading: boolean): Label | null {
  const label = readLabel(text)
  if (!isHeading || label === null || label.word !== null) return label
  const named = readLabel(text.slice(label.end).trimStart())
  const start = text.length - text.slice(label.end).trimStart().length
  return named?.word === 'recommendation' ? { ...named, text: text.slice(0, start + named.end), end: start + named.end } : label
}

/** A list item with its number before it. Some programs tag only the mark after the number as the marker, and leave the number to the text: ")", "a accept …". */
function withMarker(item: ListItem): Passage {
  const number = CLOSING_MARK.test(item.marker) ? LEFT_NUMBER.exec(item.passage.text)?.[0] : undefined
  if (number === undefined) return joinPassages([markerPassage(item), item.passage])
  const marked = joinPassages([slicePassage(item.passage, 0, number.length), { text: item.marker, runs: item.markerRuns }], '')
  return joinPassages([marked, slicePassage(item.passage, number.length)])
}

const CLOSING_MARK = /^[.):]$/u
const LEFT_NUMBER = /^(?:\d{1,2}|[a-z]|[ivx]{1,4})(?=\s)/u

/** Text that is tagged or set as a heading and is not one: it is longer than any, or is counted and ends as a sentence does. */
function isText(text: string, label: Label | null): boolean {
  if (text.length > LONGEST_HEADING_TEXT) return true
  if (label === null) return text.length > LONGEST_STOPPED_HEADING && /[.;]$/u.test(text)
  return label.word === null && text.length > LONGEST_COUNTED_HEADING && /[.;,]$|;\s(?:and|or)$/u.test(text)
}

/** A heading has no more letters, and one that is counted and ends in a stop no more than this. */
const LONGEST_HEADING_TEXT = 220
const LONGEST_COUNTED_HEADING = 40
/** A heading without a number that ends in a stop is no longer. */
const LONGEST_STOPPED_HEADING = 90

/** The text entries of a cell or a table, one after the other. */
export function textEntries(blocks: readonly Block[]): TextEntry[] {
  return blockEntries(blocks).flatMap((entry) =>
    entry.type === 'table' ? entry.table.rows.flatMap((row) => row.flatMap((cell) => textEntries(cell.blocks))) : [entry],
  )
}

/** The passages of `textEntries`, without their labels, which take longer to read and many who ask for a cell's words do not need. */
export function textPassages(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block) =>
    block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => textPassages(cell.blocks))) : [printedPassage(block)],
  )
}

/** Where a passage begins; nowhere for an empty one. */
export function passagePlace(passage: Passage): Place {
  const [first] = passage.runs
  if (!first) return NOWHERE
  const end = passage.runs.findIndex(({ fragment, page }) => fragment !== first.fragment || page !== first.page)
  return passage.runs
    .slice(0, end < 0 ? undefined : end)
    .map(runPlace)
    .reduce(unionPlace)
}

/** Whether an entry reads like a heading: it is one, or is short, bold throughout and no sentence. */
export function isHeading(entry: TextEntry): boolean {
  return (
    entry.type === 'heading' ||
    (entry.type === 'paragraph' && entry.bold && entry.passage.text.length <= LONGEST_HEADING && !/[.;,]$/u.test(entry.passage.text))
  )
}

/** A line longer than this is not a heading. */
const LONGEST_HEADING = 120

/** The whole of a document that layouts are handed. */
export interface Outline {
  document: Document
  entries: Entry[]
}

/** A paragraph of label lines as one paragraph a label; any other block as it is. */
function labelLines(block: Block): Block[] {
  return block.type === 'paragraph' ? splitAtLabelLines(block.passage).map((passage) => ({ ...block, passage })) : [block]
}

/** A document as layouts look at it. */
export function documentOutline(document: Document): Outline {
  return { document, entries: withWeakLabels(blockEntries(tidyBlocks(document.blocks).flatMap(labelLines))) }
}

/** How many blocks the front of a paper has: cover, letter head, form head. */
export const FRONT_ENTRIES = 40

/** Whether a line at a paper's front, after its number, is of a form. */
export function saysAtFront({ entries }: Outline, form: RegExp): boolean {
  return entries
    .slice(0, FRONT_ENTRIES)
    .some((entry) => entry.type !== 'table' && form.test((entry.label ? entry.body : entry.passage).text))
}

/** Minutes say so in one of their first lines: "Minutes of a meeting of the Executive held in …". */
export function opensAsMinutes({ entries }: Outline): boolean {
  return entries
    .slice(0, MINUTES_LINES)
    .some((entry) => entry.type !== 'table' && /^(?:the )?minutes of (?:a|an|the) /iu.test(entry.passage.text))
}

/** The council's, the committee's and the meeting's own line. */
const MINUTES_LINES = 5
