import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import type { PageContent } from '../../../parsers/formats/pdf/page/page-content.ts'

/** The tables of pages, row by row, each with the text of its cells by column; empty where none begins. */
export function rowsOfTables(...pages: PageContent[]): string[][][] {
  return contentsToBlocks(pages, () => {}).blocks.flatMap((block) => {
    if (block.type !== 'table') return []
    const rows = block.rows.map((row) => {
      const texts = Array.from({ length: block.columns }, () => '')
      for (const cell of row)
        texts[cell.col] = cell.blocks
          .map((inner) => ('marker' in inner ? `${inner.marker} ${inner.passage.text}` : 'passage' in inner ? inner.passage.text : ''))
          .join(' ')
      return texts
    })
    return [rows]
  })
}
