import type { DocumentKind } from '../../../schema/records.ts'

/** A numbered item, with its lettered parts. */
export interface Item {
  label: string
  text: string
  parts: readonly { label: string; text: string }[]
}

/** What a paper is made of before it is printed. Lines within a cell are parted by line breaks. */
export type Block =
  | { type: 'heading'; level: 1 | 2 | 3; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; items: readonly Item[] }
  | { type: 'bullets'; items: readonly string[] }
  | Table
  | { type: 'card'; rows: readonly (readonly [label: string, value: string])[] }

/** A table; its columns' widths are parts of the page's width. */
export interface Table {
  type: 'table'
  widths: readonly number[]
  header: readonly string[]
  rows: readonly (readonly string[])[]
}

/** What Scrutineer is to read in a paper, counted without lettered parts. */
export interface Meaning {
  kind: DocumentKind
  wordings: number
  resolutions: number
  commitments: number
  updates: number
}

/** A paper, ready to be printed in any format. */
export interface Paper {
  /** What its file is called, without the ending. */
  name: string
  /** What is at the head of each of its pages. */
  running: string
  landscape: boolean
  blocks: readonly Block[]
  meaning: Meaning
}

/** The formats that an archive's papers come in. */
export const FORMATS = ['pdf', 'txt', 'md'] as const
export type Format = (typeof FORMATS)[number]

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ type: 'heading', level, text })
export const paragraph = (text: string): Block => ({ type: 'paragraph', text })

/** A meaning by its kind and those counts that are not nought. */
export const means = (kind: DocumentKind, counts: Partial<Omit<Meaning, 'kind'>> = {}): Meaning => ({
  kind,
  wordings: 0,
  resolutions: 0,
  commitments: 0,
  updates: 0,
  ...counts,
})
