import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { isNote } from './belongs.ts'
import { isThemeLine } from './headings-above.ts'

/** "The Jury recommends that:" goes on in each paragraph below it, however that is worded. */
export const RECOMMENDS_THAT = /\brecommends? that\s*[:–—-]$/iu

/** The paragraph right before a run, if it leads into it. */
export function leadInOf(entries: readonly Entry[], at: number): TextEntry | null {
  for (let index = at - 1; index >= 0 && index >= at - 2; index--) {
    const entry = entries[index]
    if (!entry || entry.type === 'table') return null
    if (isNote(entry) || entry.passage.text === '') continue
    if (isThemeLine(entry) && index > 0) return leadInOf(entries, index) ?? entry
    return isHeading(entry) && !/[:]$/u.test(entry.passage.text) ? null : entry
  }
  return null
}
