import type { Document } from '../../schema/document.ts'
import { htmlToBlocks } from './html/html-to-blocks.ts'
import { findPage } from './html/page-parts.ts'
import { sourceToPassage } from './passages/source-to-passage.ts'

/** A page of the web as a document: what it shows of its content, without the ways through the site around it. It has no pages of paper. */
export function htmlToDocument(source: string): Document {
  const { body, title, hidden } = findPage(sourceToPassage(source))
  const blocks = htmlToBlocks(body, hidden)
  return { mediaType: 'text/html', pages: [], blocks, source, information: title === '' ? {} : { Title: title }, furniture: [] }
}
