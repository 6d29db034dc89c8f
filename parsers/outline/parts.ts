import { joinPassages, type Passage } from '../../schema/document.ts'
import type { TextEntry } from '../outline/outline.ts'
import { type Label, nextNumber } from '../recognise/numbers.ts'
import { type Item, type LabelledStretch, labelPassage, splitInlineParts, stretchesToItems } from './items.ts'

/** A text with lettered parts: what precedes the first, and the parts. */
export interface Parts {
  lead: Passage
  parts: Item[]
}

/** How many letters a list may skip and still be one list: a page break that takes more takes too much. */
const MOST_SKIPPED_LETTERS = 3

/** Whether a label can be the next of the list that `last` belongs to, or its first: "a", "(i)", "1", or "2.1" under the number 2. */
function isNextPart(last: Label | null, label: Label, anyFirst: boolean, whole: string | null): boolean {
  const name = label.levels[0] ?? ''
  if (label.levels.length !== 1 || label.word !== null) return false
  if (!last)
    return anyFirst || /^(?:a|i|1)$/u.test(name) || (label.bracketed && /^[a-h]$/u.test(name)) || (whole !== null && name === `${whole}.1`)
  if (nextNumber(last.number) === label.number) return true
  const [from, to] = [last.levels[0] ?? '', name]
  if (!/^[a-z]$/u.test(from) || !/^[a-z]$/u.test(to)) return false
  const step = to.charCodeAt(0) - from.charCodeAt(0)
  return step > 0 && step <= MOST_SKIPPED_LETTERS
}

/** A part that is printed with the number of its whole, by its letter alone: "(1a)" under 1 is "a". */
function withoutWhole(entry: TextEntry, whole: string | null): TextEntry {
  const { label } = entry
  const [number, letter] = label?.levels ?? []
  if (!label || whole === null || label.levels.length !== 2 || number !== whole || !letter || !/^[a-z]$/u.test(letter)) return entry
  return { ...entry, label: { ...label, number: letter, levels: [letter] } }
}

/**
 * A cell's or an item's text as lead and lettered parts. What is nested under a part (i., ii., bullets)
 * stays in that part's text, and so does what follows it without a label. `within` says whether the list
 * begins here, or may go on from a row above; `whole` is the number whose parts may have it: 2 of "2.1".
 */
export function entriesToParts(entries: readonly TextEntry[], within: 'list' | 'rows' = 'list', whole: string | null = null): Parts {
  const lead: Passage[] = []
  const stretches: LabelledStretch[] = []
  let last: Label | null = null
  for (const printed of entries) {
    const entry = withoutWhole(printed, whole)
    const isPart: boolean = entry.label !== null && isNextPart(last, entry.label, within === 'rows', whole)
    const head: Label | null = isPart ? entry.label : last
    const split = splitInlineParts(isPart ? entry.body : entry.passage, head)
    if (isPart && entry.label) stretches.push({ label: entry.label, labelPassage: labelPassage(entry), body: [split.lead], heading: null })
    else (stretches.at(-1)?.body ?? lead).push(split.lead)
    stretches.push(...split.parts)
    last = split.parts.at(-1)?.label ?? head
  }
  return { lead: joinPassages(lead), parts: stretchesToItems(stretches) }
}
