import type { Passage } from '../../../schema/document.ts'
import { findPageNumbers, type PageNumber } from './find-page-numbers.ts'
import { findRunningLines } from './find-running-lines.ts'
import { linesToFurniture } from './lines-to-furniture.ts'
import type { Line } from './text-to-lines.ts'

/** A text's lines without what is printed on every page, and that, once each. */
export interface BodyAndFurniture {
  body: Line[]
  furniture: Passage[]
  /** The number printed on a page, by page. */
  labels: Map<number, string>
}

/** Takes running heads and feet and page numbers out of the lines. The line after a gap so made says so. */
export function splitFurniture(lines: readonly Line[], source: string): BodyAndFurniture {
  const numbers = findPageNumbers(lines)
  const out = new Set([...numbers.map((number) => number.index), ...findRunningLines(lines, numbers)])
  if (out.size === 0) return { body: [...lines], furniture: [], labels: new Map() }
  const body: Line[] = []
  let gap = false
  let opensPage = false
  for (const [index, line] of lines.entries()) {
    if (out.has(index)) {
      gap = true
      opensPage ||= line.opensPage
      continue
    }
    const previous = body.at(-1)
    if (gap && previous) body[body.length - 1] = { ...previous, blanksAfter: Math.max(1, previous.blanksAfter) }
    body.push(
      gap ? { ...line, afterFurniture: true, opensPage: line.opensPage || opensPage, blanksBefore: Math.max(1, line.blanksBefore) } : line,
    )
    gap = false
    opensPage = false
  }
  return {
    body,
    furniture: linesToFurniture(
      lines.filter((_, index) => out.has(index)),
      source,
    ),
    labels: labelsOf(lines, numbers),
  }
}

function labelsOf(lines: readonly Line[], numbers: readonly PageNumber[]): Map<number, string> {
  const labels = new Map<number, string>()
  for (const { index, printed } of numbers) {
    const page = lines[index]?.page
    if (page && !labels.has(page)) labels.set(page, printed)
  }
  return labels
}
