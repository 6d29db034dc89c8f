import type { Line } from './line.ts'
import type { Word } from './page-content.ts'
import type { PageTable } from './page-table.ts'
import { wordsToLines } from './words-to-lines.ts'

/** A stretch of a page that is read from top to bottom: lines of one column, or a table. */
export type Region = { type: 'lines'; lines: Line[]; right: number } | { type: 'table'; table: PageTable }

/** A word longer than this does not break where the lines do: an address stands out over the edge. */
const LONG_WORD = 40

/** Where lines end at the most, addresses that stand out aside. */
function rightEdge(lines: readonly Line[]): number {
  const usual = lines.filter((line) => line.words.every((word) => word.text.length < LONG_WORD))
  return Math.max(0, ...(usual.length > 0 ? usual : lines).map((line) => line.x1))
}

/** The regions of a page in the order they are read. */
export function readingOrder(words: readonly Word[], tables: readonly PageTable[], page: number): Region[] {
  const lines = wordsToLines(
    words.filter((word) => word.turn === 0),
    page,
  )
  const right = rightEdge(lines)
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
