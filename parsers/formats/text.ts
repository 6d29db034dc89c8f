import type { Report } from '../../schema/diagnostics.ts'
import type { Document } from '../../schema/document.ts'
import { linesToBlocks } from './text/lines-to-blocks.ts'
import { splitFurniture } from './text/split-furniture.ts'
import { splitMargins, splitPageFromTitle } from './text/split-head-lines.ts'
import { takeMargins } from './text/take-margins.ts'
import { textToLines } from './text/text-to-lines.ts'

/** A plain text as a document. It has pages where form feeds part it, and then `width` and `height` are 0, since a text has no size. */
export function textToDocument(source: string, report: Report): Document {
  const { lines, pages } = textToLines(source)
  const { body, furniture, labels } = splitFurniture(splitPageFromTitle(lines), source)
  const { blocks, furniture: titles } = linesToBlocks(splitMargins(takeMargins(body)), source, report)
  return {
    mediaType: 'text/plain',
    pages: pages.map((page) => ({ page, label: labels.get(page) ?? null, width: 0, height: 0 })),
    blocks,
    source,
    information: {},
    furniture: [...furniture, ...titles],
  }
}
