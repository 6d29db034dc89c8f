import type { Block, ListItem, Look, Passage } from '../../../schema/document.ts'
import { partOfPassage } from '../passages/passage-edits.ts'
import { foldedPassage, passageToBlocks } from '../passages/passage-to-blocks.ts'
import type { GatheredText } from './letters.ts'
import type { SourceText } from './source-text.ts'

/** A number or bullet that a program prints before a paragraph and does not keep in its text. */
export interface PrintedNumber {
  /** As printed: "2.1", "(a)", "Recommendation 3:"; "•" for a bullet. */
  text: string
  bullet: boolean
  /** What follows it: a tab or a space, or nothing. */
  gap: string
  /** Which list it counts in, and how deep, from 0. */
  list: string
  level: number
}

/** A paragraph as it was gathered, with what its document says about it. */
export interface TextDraft {
  text: GatheredText
  number: PrintedNumber | null
  /** 1 for the highest heading; null for what is not one. */
  heading: number | null
  /** How far it is set in, in points. */
  indent: number
  /** The number of the box that it is in, or null. */
  box: number | null
  /** Set smaller than the text, as notes are. */
  small: boolean
  /** From 0 for the outermost list. */
  depth: number
}

/** A heading may be no deeper than this. */
const DEEPEST_HEADING = 6
/** About what a column of text is wide. */
const COLUMN_POINTS = 6
/** How far an item of a list is indented from the list around it, in columns. */
const LIST_INDENT_COLUMNS = 2

/** A paragraph's blocks, written into the source line by line; none for an empty one without a number. */
export function draftToBlocks(draft: TextDraft, source: SourceText): Block[] {
  const { text, number } = draft
  const look: Look = { italic: text.italic, box: draft.box, small: draft.small }
  if (text.letters === 0 && (number === null || number.bullet)) return []
  if (draft.heading !== null) return [headingOf(draft, look, source)]
  const style = { bold: text.bold, indent: Math.round(draft.indent / COLUMN_POINTS), look }
  const lines = text.lines.filter((line) => line.trim() !== '')
  if (number === null) return passageToBlocks(linesOf(lines, source), style)
  const [first = '', ...rest] = lines
  const marked = source.write(`${number.text}${number.gap}${first.trim()}`)
  const marker = foldedPassage(partOfPassage(marked, 0, number.text.length))
  const indent = LIST_INDENT_COLUMNS * (draft.depth + 1)
  if (text.letters === 0) return [{ type: 'paragraph', passage: marker, bold: false, indent, look }]
  const [head, ...others] = passageToBlocks(
    [{ passage: partOfPassage(marked, number.text.length), hard: true }, ...linesOf(rest, source)],
    { ...style, indent },
  )
  const opens = head?.type === 'paragraph'
  const item: ListItem = {
    type: 'list-item',
    marker: marker.text,
    markerRuns: marker.runs,
    depth: draft.depth,
    passage: opens ? head.passage : { text: '', runs: [] },
    indent,
    look,
  }
  return [item, ...(opens || head === undefined ? [] : [head]), ...others]
}

/** A heading's lines are one passage, and its number is a part of it. */
function headingOf({ text, number, heading }: TextDraft, look: Look, source: SourceText): Block {
  const line = text.lines.map((part) => part.trim()).join(' ')
  const passage = source.write(number === null || number.bullet ? line : `${number.text}${number.gap}${line}`)
  return { type: 'heading', level: Math.min(DEEPEST_HEADING, heading ?? 1), passage: foldedPassage(passage), look }
}

function linesOf(lines: readonly string[], source: SourceText): { passage: Passage; hard: boolean }[] {
  return lines.map((line) => ({ passage: source.write(line), hard: true }))
}
