import type { PageScan } from '../../../../schema/document.ts'
import type { Box } from '../../../../schema/place.ts'

/** A stretch of letters without white space, as a page draws it. Points, origin at the page's top left, after rotation. */
export interface Word {
  text: string
  x0: number
  /** The top of the font's letters, not of this word's. */
  top: number
  x1: number
  bottom: number
  /** The line that the letters are on: its y, or for turned text how far down it is when the page is turned to read it. */
  base: number
  /** Font size as it is drawn. */
  size: number
  bold: boolean
  italic: boolean
  /** "#rrggbb" of its letters. */
  colour: string
  /** Degrees clockwise that the text is turned by: 0, 90, 180 or 270. */
  turn: number
  /** Nothing but geometry parts it from the word before it in the content stream: no white space was drawn between. */
  glued: boolean
  /** Index into `PageContent.tags`, or -1. */
  tag: number
  /** Marked by the file as decoration of the page (a running head, a page number), or set aslant over it. */
  artifact: boolean
  /** Drawn without ink, as the text after a scanned page is. */
  hidden: boolean
  /** Index into the document's fonts. */
  font: number
  /** The number of the box that it is in, or -1. */
  box: number
  /** How many of its page's fills were painted before it. */
  fillsBefore: number
  /** Where another drawing of letters goes on within it: offset into `text` and x, in turn. Upright words only. */
  seams: readonly number[]
}

/** Whether a word is the name of a colour that a key draws, "[green]", and no letters. */
export const isDrawnColour = ({ font, text }: Word): boolean => font === -1 && text.startsWith('[')

/** Why a page does not show letters that it draws. */
export type UnseenReason = 'clipped' | 'off-page' | 'layer' | 'inkless' | 'paper-colour' | 'covered' | 'struck' | 'note' | 'repeated'

/** A straight rule, or one side of a filled rectangle. */
export interface Edge {
  /** True when it runs from left to right. */
  across: boolean
  /** Its y when it runs across, else its x. */
  at: number
  from: number
  to: number
  /** Where the pieces meet that it is drawn in, one for each cell as a rule. */
  joints?: readonly number[]
}

/** A rectangle filled with a colour that is not the page's. */
export interface Fill {
  box: Box
  /** "#rrggbb" */
  colour: string
  /** Nothing under it shows through. */
  opaque: boolean
}

/** What the structure tree says about a stretch of marked content. */
export interface Tag {
  /** The block-level element it belongs to; equal for all content of one element. */
  block: number
  /** That element's standard role: "P", "H1", "LBody", "Lbl", "Caption". */
  role: string
  /** The table, row and cell that it is in, numbered from 0 over the page; -1 outside of tables. */
  table: number
  row: number
  cell: number
  /** Is in a header cell. */
  header: boolean
}

/** A font of a document; fonts are distinguished by name. */
export interface DocumentFont {
  name: string
  /** It says which letters its codes draw. */
  isMapped: boolean
}

/** One page as it was interpreted: words in the order they are drawn in, rules, fills, and what the tags say. */
export interface PageContent {
  page: number
  width: number
  height: number
  words: Word[]
  edges: Edge[]
  fills: Fill[]
  /** Small filled shapes that are not rectangles, as discs and triangles are: they may say by their colour how something is. */
  marks: Fill[]
  /** Boxes of drawings that are not rules and no rectangles: curves, slanted lines. */
  drawings: Box[]
  /** Boxes of pictures. */
  pictures: Box[]
  /** Boxes that are painted in colours that are not known: shadings, patterns. */
  shadings: Box[]
  tags: Tag[]
  /** The letters that are drawn and not seen, by the reason. */
  unseen: Map<UnseenReason, string>
  /** How it was read, for a page that is a picture. */
  scan?: PageScan
}

/** Notes letters that a page draws and does not show. */
export function addUnseen({ unseen }: Pick<PageContent, 'unseen'>, reason: UnseenReason, letters: string): void {
  unseen.set(reason, (unseen.get(reason) ?? '') + letters)
}

/** A page before anything is drawn on it. Its size is A4 until it is known. */
export function emptyPage(page: number, width = 595, height = 842): PageContent {
  return {
    page,
    width,
    height,
    words: [],
    edges: [],
    fills: [],
    marks: [],
    drawings: [],
    pictures: [],
    shadings: [],
    tags: [],
    unseen: new Map(),
  }
}
