import type { Passage } from '../../../schema/document.ts'
import { sourcePassage } from '../passages/passage-edits.ts'
import { foldedPassage } from '../passages/passage-to-blocks.ts'
import { stripMarks } from './strip-marks.ts'
import type { Line } from './text-to-lines.ts'

/** Lines that say the same over and over, as passages, once each in the order of their first. */
export function linesToFurniture(lines: readonly Line[], source: string): Passage[] {
  const passages = new Map<string, Passage>()
  for (const line of lines) {
    const raw = sourcePassage(source, line.from, line.to, { page: line.page, line: line.number, fragment: 0 })
    const passage = foldedPassage(stripMarks(raw).passage)
    if (passage.text && !passages.has(passage.text)) passages.set(passage.text, passage)
  }
  return [...passages.values()]
}
