import type { Passage } from '../../schema/document.ts'
import type { TextEntry } from '../outline/outline.ts'
import type { Label } from '../recognise/numbers.ts'

/** One thing that is enumerated: a numbered paragraph, a labelled one, a bullet, a row. */
export interface RunItem {
  /** Where it begins among the paper's entries. */
  at: number
  /** The entries that it is made of. */
  entries: number[]
  entry: TextEntry
  /** Null for a bullet or a paragraph without a number. */
  label: Label | null
  labelPassage: Passage
  /** A name set over or before its words. */
  title: Passage | null
  body: Passage[]
  /** Parts of the item above have a depth of 1 and more. */
  depth: number
  /** The heading within the run under which it is. */
  theme: Passage | null
  /** What is beside it under labels of its own. */
  beside?: { label: string; passage: Passage }[]
}

/** How the items of a run are distinguished. */
export type RunForm = 'labelled' | 'numbered' | 'headed' | 'bullets' | 'paragraphs' | 'rows'

/** A sequence of items that goes on as long as its numbering or its form goes on. */
export interface Run {
  form: RunForm
  /** How it is counted; empty for bullets and paragraphs. */
  family: string
  items: RunItem[]
  /** The entries from the first item to the end of the last. */
  start: number
  end: number
  /** The headings right over it, the nearest first, and those further up. */
  over: TextEntry[]
  further: TextEntry[]
  /** The sentence right before the first item. */
  leadIn: TextEntry | null
  /** The table in whose cell it is, by its place among the entries. */
  within?: number
  /** Entries between its items that are not among them. */
  between: number
}
