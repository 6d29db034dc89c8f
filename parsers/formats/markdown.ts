import type { Report } from '../../schema/diagnostics.ts'
import type { Document } from '../../schema/document.ts'
import { NOWHERE } from '../../schema/place.ts'
import { markdownStrain } from './markdown/markdown-strain.ts'
import { markdownToBlocks } from './markdown/markdown-to-blocks.ts'
import { sourceToPassage } from './passages/source-to-passage.ts'
import { textToDocument } from './text.ts'

/** Markdown as a document: a format without pages. What would overstrain a Markdown parser is read as plain text, and reported. */
export function markdownToDocument(source: string, report: Report): Document {
  const strain = markdownStrain(source)
  if (strain) {
    report('markdown-as-text', NOWHERE, strain)
    return { ...textToDocument(source), mediaType: 'text/markdown' }
  }
  const front = frontMatter(source)
  const blocks = markdownToBlocks(sourceToPassage(`${source.slice(0, front.end).replace(/[^\n]/gu, ' ')}${source.slice(front.end)}`))
  return { mediaType: 'text/markdown', pages: [], blocks, source, information: front.information, furniture: [] }
}

/** The lines of a file's front matter that are plain "key: value". */
const FRONT_LINE = /^([A-Za-z][\w-]*):[ \t]*(.*)$/gmu

/** The YAML that site generators put between two lines of dashes at the head of a file: what the file says of itself, and none of its text. */
function frontMatter(source: string): { end: number; information: Record<string, string> } {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(source)
  if (!block?.[1] || !/^[A-Za-z][\w-]*:/mu.test(block[1])) return { end: 0, information: {} }
  const information: Record<string, string> = {}
  for (const [, key = '', value = ''] of block[1].matchAll(FRONT_LINE)) {
    const plain = value.trim().replace(/^(["'])(.*)\1$/u, '$2')
    if (plain !== '') information[key.toLowerCase() === 'title' ? 'Title' : key] = plain
  }
  return { end: block[0].length, information }
}
