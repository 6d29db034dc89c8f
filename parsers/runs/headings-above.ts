import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { headingRole } from '../recognise/run-headings.ts'

/** The headings over an entry. */
export interface HeadingsAbove {
  /** Those right over it, the nearest first: the next one up, and those that stand directly on that with no text between. */
  over: TextEntry[]
  /** Those further up that are higher than all before them, the nearest first. */
  further: TextEntry[]
}

/** "Immediately:", "Within three months:": a short line over items that names no role. */
export function isThemeLine(entry: TextEntry): boolean {
  return (
    entry.label === null && entry.passage.text.length <= 60 && /:$/u.test(entry.passage.text) && headingRole(entry.passage.text) === null
  )
}

/** The headings over an entry: right over it, and further up. A theme over some items is passed over. */
export function headingsAbove(entries: readonly Entry[], at: number): HeadingsAbove {
  const over: TextEntry[] = []
  const further: TextEntry[] = []
  let highest = Infinity
  const first = entries[at]
  const own = first?.type === 'heading' ? (first.level ?? LOWEST) : Infinity
  let adjacent = true
  /** No text stands between the items and the entry. */
  let direct = true
  for (let index = at - 1; index >= 0; index--) {
    const entry = entries[index]
    if (!entry || entry.type === 'table') {
      adjacent = false
      direct = false
      continue
    }
    if (entry.passage.text === '') continue
    const line = isThemeLine(entry)
    // Right over the items it is a theme of theirs; with text between it heads a section.
    if (line && over.length === 0 && direct) continue
    if (!isHeading(entry) && !line) {
      direct = false
      if (over.length > 0) adjacent = false
      continue
    }
    const level = entry.level ?? LOWEST
    // A section with text of its own before the items, as high as they are, stands beside them.
    if (!direct && over.length === 0 && level >= own) continue
    if (over.length === 0 || (adjacent && further.length === 0)) over.push(entry)
    else if (level < highest) further.push(entry)
    highest = Math.min(highest, level)
    if (highest <= 1 && !adjacent) break
  }
  return { over, further }
}

/** A line that only looks like a heading is lower than all that are marked as one. */
const LOWEST = 9
