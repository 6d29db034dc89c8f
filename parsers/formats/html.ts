import type { Document } from '../../schema/document.ts'
import { DocumentError } from '../../schema/errors.ts'
import { errorPageWords } from './html/error-page.ts'
import { htmlToBlocks } from './html/html-to-blocks.ts'
import { findPage } from './html/page-parts.ts'
import { sourceToPassage } from './passages/source-to-passage.ts'

/** A page of the web as a document: what it shows of its content, without the ways through the site around it. It has no pages of paper. @throws DocumentError where the site gave a message in place of a paper. */
export function htmlToDocument(source: string): Document {
  const { body, title, hidden } = findPage(sourceToPassage(source))
  const blocks = htmlToBlocks(body, hidden)
  const message = errorPageWords(title, blocks)
  if (message !== null) throw new DocumentError('error-page', `The page says "${message}".`)
  return { mediaType: 'text/html', pages: [], blocks, source, information: title === '' ? {} : { Title: title }, furniture: [] }
}
