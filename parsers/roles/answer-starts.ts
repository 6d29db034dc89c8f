import { type Passage, slicePassage } from '../../schema/document.ts'
import { REVIEWERS } from '../../schema/vocabulary/speech.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { findReferences } from '../recognise/references.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { formsSource } from '../recognise/word-forms.ts'

/** Where what is restated may begin. */
export interface Start {
  at: number
  entry: TextEntry
  /** What follows the label on its line. */
  body: Passage
  /** The whole number of a part, as the list that it belongs to counts it: "3(a)". */
  number?: string
}

/** A label for what is restated: "Recommendation:", "Recommendation 3:", "Idea:", "Committee recommendation". */
const UNNUMBERED = new RegExp(
  String.raw`^(?:(?:the )?${formsSource(REVIEWERS)}(?:[’']s)? )?(?:recommendation|proposal|finding|suggestion|idea|request|ask)\s*(?::|[–—-]\s|\.\s|$)`,
  'iu',
)

/** Starts that a word labels, with or without a number. */
export function labelledStarts(entries: readonly Entry[]): { by: string; starts: Start[] }[] {
  const starts = entries.flatMap((entry, at): Start[] => {
    if (entry.type === 'table' || readResponseLabel(entry.passage.text) || isContentsLine(entry.passage.text)) return []
    if ((entry.label?.word === 'recommendation' || entry.label?.word === 'proposal') && !/^\p{L}+s\b/iu.test(entry.passage.text))
      return [{ at, entry, body: entry.body }]
    if (namesListed(entry, entries[at + 1]))
      return [{ at, entry: { ...entry, label: null }, body: slicePassage(entry.passage, entry.passage.text.length) }]
    const counted = entry.label && entry.label.word === null ? UNNUMBERED.exec(entry.body.text) : null
    if (counted) return [{ at, entry, body: slicePassage(entry.body, counted[0].length) }]
    const match = UNNUMBERED.exec(entry.passage.text)
    return match ? [{ at, entry: { ...entry, label: null }, body: slicePassage(entry.passage, match[0].length) }] : []
  })
  return [{ by: 'labels', starts }]
}

/** "Recommendations 4 and 5" over a list that counts from 4: one heading over several that are answered together. */
function namesListed({ passage: { text } }: TextEntry, next: Entry | undefined): boolean {
  if (!/^recommendations\s/iu.test(text) || !next || next.type === 'table' || next.label === null) return false
  const [reference] = findReferences(text)
  const rest = text.slice(reference?.end ?? 0)
  return reference?.start === 0 && reference.numbers.length > 1 && /^\W*$/u.test(rest) && reference.numbers[0] === next.label.number
}

/** An entry of contents: dots or white lead to a page's number. */
export const isContentsLine = (text: string) => /(?:\.{4}|…{2})\s*\d{1,3}$/u.test(text)

/** A sentence that wishes: bold words that are short are mostly a heading. */
const isWish = (text: string): boolean => /[.;]$/u.test(text) && RECOMMENDING_MOODS.has(moodOf(text))

/** Blocks that a look alone sets apart from the text after them: boxes, quotations, bold or italic paragraphs. */
export function lookStarts(entries: readonly Entry[]): { by: string; starts: Start[] }[] {
  const looks: [string, (entry: TextEntry) => boolean][] = [
    ['boxes', ({ look }) => look.box !== null],
    ['italics', ({ look, passage }) => look.italic && passage.text.length > 60],
    ['bold', (entry) => entry.bold && (entry.passage.text.length > 60 || isWish(entry.passage.text))],
    ['quotation marks', ({ passage }) => /^[“"]/u.test(passage.text) && passage.text.length > 60],
  ]
  return looks.map(([by, test]) => {
    const starts = entries.flatMap((entry, at): Start[] => {
      if (entry.type === 'table' || (isHeading(entry) && !entry.bold) || !test(entry)) return []
      const before = entries[at - 1]
      const begins =
        before === undefined ||
        before.type === 'table' ||
        !test(before) ||
        (entry.look.box !== null && (entry.look.box !== before.look.box || entry.label !== null))
      return begins ? [{ at, entry, body: entry.label ? entry.body : entry.passage }] : []
    })
    // Where a box labels what it restates, words before the first label lead into it.
    const inBox = (start: Start, index: number) =>
      start.entry.look.box !== null && starts[index + 1]?.entry.look.box === start.entry.look.box
    return {
      by,
      starts: starts.filter(
        (start, index) => start.entry.label !== null || !inBox(start, index) || starts[index + 1]?.entry.label === null,
      ),
    }
  })
}
