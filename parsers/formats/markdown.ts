import type { Report } from '../../schema/diagnostics.ts'
import type { Document } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import { frontMatterToMarkdown } from './markdown/front-matter.ts'
import { markdownStrain } from './markdown/markdown-strain.ts'
import { markdownToBlocks } from './markdown/markdown-to-blocks.ts'
import { takePageMarks } from './markdown/page-marks.ts'
import { sourceToPassage } from './passages/source-to-passage.ts'
import { textToDocument } from './text.ts'

/** Markdown as a document: a format without pages. What would overstrain a Markdown parser is read as plain text, and reported. */
export function markdownToDocument(source: string, report: Report): Document {
  const strain = markdownStrain(source)
  if (strain) {
    report('markdown-as-text', NOWHERE, strain)
    return { ...textToDocument(source, report), mediaType: 'text/markdown' }
  }
  const { text, furniture } = takePageMarks(frontMatterToMarkdown(sourceToPassage(source)))
  return { mediaType: 'text/markdown', pages: [], blocks: markdownToBlocks(text), source, information: {}, furniture }
}
