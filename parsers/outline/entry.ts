import type { Look, Passage, Table } from '../../schema/document.ts'
import type { Label } from '../recognise/numbers.ts'

/** A heading, paragraph or list item as layouts look at it. */
export interface TextEntry {
  type: 'heading' | 'paragraph' | 'list-item'
  /** A heading's level, else null. */
  level: number | null
  /** A bullet of a list: its marker is layout and no label. */
  bullet: boolean
  bold: boolean
  indent: number
  look: Look
  /** How deep a list item lies in its list, from 0; 0 for anything else. */
  depth: number
  /** All of it, a numbered marker included. */
  passage: Passage
  /** The label it begins with, if any; its offsets count in `passage`. */
  label: Label | null
  /** What follows the label; all of it where there is none. */
  body: Passage
}

/** A table as layouts look at it. */
export interface TableEntry {
  type: 'table'
  table: Table
}

/** What a paper is made of, in its order. */
export type Entry = TextEntry | TableEntry
