import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { headingRole } from '../recognise/run-headings.ts'

/** The headings over an entry. */
export interface HeadingsAbove {
  /** Those right over it, the nearest first: the next one up, and those that are directly on that with no text between. */
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

/** Before each place, the nearest entry that is a heading, a short line or a table, and how many texts precede that place. */
interface Marks {
  before: number[]
  texts: number[]
}

const known = new WeakMap<readonly Entry[], Marks>()

/** Looks at a paper's entries once, for all runs in it: pages of text are then passed over in one step. */
function marksOf(entries: readonly Entry[]): Marks {
  const found = known.get(entries)
  if (found) return found
  const marks: Marks = { before: [-1], texts: [0] }
  for (const [at, entry] of entries.entries()) {
    const mark = entry.type === 'table' || (entry.passage.text !== '' && (isHeading(entry) || isThemeLine(entry)))
    const text = !mark && entry.passage.text !== ''
    marks.before.push(mark ? at : (marks.before[at] ?? -1))
    marks.texts.push((marks.texts[at] ?? 0) + (text ? 1 : 0))
  }
  known.set(entries, marks)
  return marks
}

/** The headings over an entry: right over it, and further up. A theme over some items is passed over. */
export function headingsAbove(entries: readonly Entry[], at: number): HeadingsAbove {
  const over: TextEntry[] = []
  const further: TextEntry[] = []
  const marks = marksOf(entries)
  let highest = Infinity
  const first = entries[at]
  const own = first?.type === 'heading' ? (first.level ?? LOWEST) : Infinity
  let adjacent = true
  /** No text is between the items and the entry. */
  let direct = true
  for (let [below, index] = [at, marks.before[at] ?? -1]; index >= 0; below = index, index = marks.before[index] ?? -1) {
    const entry = entries[index]
    if (marks.texts[below] !== marks.texts[index + 1]) {
      direct = false
      if (over.length > 0) adjacent = false
    }
    if (!entry || entry.type === 'table') {
      adjacent = false
      direct = false
      continue
    }
    const line = isThemeLine(entry)
    // Right over the items it is a theme of theirs; with text between it heads a section.
    if (line && over.length === 0 && direct) continue
    const level = entry.level ?? LOWEST
    // A section with text of its own before the items, as high as they are, is beside them.
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
