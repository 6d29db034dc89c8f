import type { Line } from './line.ts'
import type { Word } from './page-content.ts'
import type { PageTable } from './page-table.ts'
import { wordsToLines } from './words-to-lines.ts'

/** A stretch of a page that is read from top to bottom: lines of one column, or a table. */
export type Region = { type: 'lines'; lines: Line[]; right: number } | { type: 'table'; table: PageTable }

/** The regions of a page in the order they are read. */
export function readingOrder(words: readonly Word[], tables: readonly PageTable[], page: number): Region[] {
  const lines = wordsToLines(
    words.filter((word) => word.turn === 0),
    page,
  )
  const right = Math.max(0, ...lines.map((line) => line.x1))
  const regions: Region[] = []
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) regions.push({ type: 'lines', lines: open, right })
    open = []
  }
  const pending = [...tables].sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
  for (const line of lines) {
    while (pending[0] && pending[0].box[1] < line.base - 0.3 * line.size) {
      close()
      const table = pending.shift()
      if (table) regions.push({ type: 'table', table })
    }
    open.push(line)
  }
  close()
  for (const table of pending) regions.push({ type: 'table', table })
  const turned = wordsToLines(
    words.filter((word) => word.turn !== 0),
    page,
  )
  if (turned.length > 0) regions.push({ type: 'lines', lines: turned, right: Math.max(...turned.map((line) => line.x1)) })
  return regions
}
