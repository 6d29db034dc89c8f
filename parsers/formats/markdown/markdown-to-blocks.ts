import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import type { Block, Passage } from '../../../schema/document.ts'
import { htmlToBlocks } from '../html/html-to-blocks.ts'
import { barEndedToRows } from './bar-ended-cells.ts'
import { drawnTablesToHtml } from './drawn-tables-to-html.ts'
import { inlineMarksToHtml } from './inline-marks.ts'
import { markdownToHtml } from './markdown-to-html.ts'

/** A stretch of Markdown as blocks, for whole files and for tables of bars within plain text. */
export function markdownToBlocks(passage: Passage): Block[] {
  return htmlToBlocks(toHtml(drawnTablesToHtml(barEndedToRows(passage), toHtml)))
}

function toHtml(passage: Passage): Passage {
  const marked = inlineMarksToHtml(passage)
  return markdownToHtml(parseMarkdown(marked.text), marked)
}

/** CommonMark with GitHub's tables, and what two tildes strike out; without indented code, since papers indent paragraphs and hold no programs. */
function parseMarkdown(text: string): Root {
  return unified().use(remarkParse).use(disableIndentedCode).use(remarkGfm, { singleTilde: false }).parse(text)
}

function disableIndentedCode(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: ['codeIndented'] } }]
}
