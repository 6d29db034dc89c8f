import type { ElementContent, RootContent } from 'hast'
import type { Block, Passage } from '../../../schema/document.ts'

/** What an element's content is read with. */
export interface HtmlContext {
  markup: Passage
  bold: boolean
  italic: boolean
  /** The number of the block quotation that it is in, or null. */
  box: number | null
  /** White space counts, as in `<pre>`. */
  preformatted: boolean
  listDepth: number
  indent: number
}

/** Reads what is in an element, which may hold tables that hold elements again. */
export type ReadContent = (nodes: readonly (RootContent | ElementContent)[], context: HtmlContext) => Block[]
