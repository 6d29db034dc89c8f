import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { type Label, nestLabels, nextNumber, readLabel } from '../recognise/numbers.ts'
import type { TextEntry } from './outline.ts'

/** A labelled item of a list: its label, and all that stands under it. */
export interface Item {
  label: Label | null
  /** Canonical and whole: "2(a)"; null for an item of a list without numbers. */
  number: string | null
  numberPassage: Passage
  /** Index of the item that this is a part of, or null. */
  parent: number | null
  text: Passage
  /** The heading that the item stands under within its list, if any. */
  heading: Passage | null
}

/** A labelled stretch before numbers are nested. */
export interface LabelledStretch {
  label: Label
  labelPassage: Passage
  body: Passage[]
  heading: Passage | null
}

/** Gives a running list's items their whole numbers and parents. */
export function stretchesToItems(stretches: readonly LabelledStretch[]): Item[] {
  const nested = nestLabels(stretches.map((stretch) => stretch.label))
  return stretches.map((stretch, index) => ({
    label: stretch.label,
    number: nested[index]?.number ?? stretch.label.number,
    numberPassage: stretch.labelPassage,
    parent: nested[index]?.parent ?? null,
    text: joinPassages(stretch.body),
    heading: stretch.heading,
  }))
}

/** The label of an entry and what follows it, cut further where more labels of one list stand in its running text. */
export function entryToStretches(entry: TextEntry, heading: Passage | null): LabelledStretch[] {
  if (!entry.label) return []
  const head: LabelledStretch = { label: entry.label, labelPassage: labelPassage(entry), body: [], heading }
  const { lead, parts } = splitInlineParts(entry.body, null)
  // "(1) (a) …" has nothing between its two labels: the first is only a number.
  if (lead.text !== '' || parts.length === 0) head.body.push(lead)
  return [head, ...parts.map((part) => ({ ...part, heading }))]
}

/** The label of an entry as printed, without the white space behind it. */
export function labelPassage(entry: TextEntry): Passage {
  if (!entry.label) return slicePassage(entry.passage, 0, 0)
  return slicePassage(entry.passage, 0, entry.label.text.length)
}

/** A label in running text stands behind one of these: the end of a sentence or of a limb, or the start. */
const BEFORE_INLINE_LABEL = /(?:^|[.;:,?!]|[.;:,]\s(?:and|or)|;)\s*$/u
/** Where a bracketed letter or small roman number stands: "(a)", "b)", "(ii)". */
const INLINE_LABEL = /(?<![\p{L}\p{N}(])(?:\((?:[a-z]|[ivx]{1,4})\)|(?:[a-z]|[ivx]{1,4})\))\s?/gu

/**
 * Parts that stand in one running text: "…: (a) the first; (b) the second; and (c) the third". A label
 * counts where a limb ends before it and it is the first of its kind or follows on the one before; so
 * "mapped in (b)" is none. A single "(a)" is none either: a list has two, one of which may be `previous`,
 * the label that the text itself stands under.
 */
export function splitInlineParts(passage: Passage, previous: Label | null): { lead: Passage; parts: LabelledStretch[] } {
  const found: { start: number; end: number; label: Label }[] = []
  for (const match of passage.text.matchAll(INLINE_LABEL)) {
    const label = readLabel(passage.text.slice(match.index, match.index + match[0].length + 40))
    if (!label?.bracketed || label.levels.length !== 1) continue
    if (!BEFORE_INLINE_LABEL.test(passage.text.slice(Math.max(0, match.index - 8), match.index))) continue
    const last = found.at(-1)?.label ?? previous
    const first = found.length === 0 && (label.number === 'a' || label.number === 'i')
    const follows = first || (last !== null && nextNumber(last.number) === label.number)
    if (follows) found.push({ start: match.index, end: match.index + label.end, label })
  }
  const continues = previous !== null && found[0] !== undefined && nextNumber(previous.number) === found[0].label.number
  if (found.length < (continues ? 1 : 2)) return { lead: passage, parts: [] }
  const parts = found.map((at, index) => ({
    label: at.label,
    labelPassage: slicePassage(passage, at.start, at.start + at.label.text.length),
    body: [slicePassage(passage, at.end, found[index + 1]?.start)],
    heading: null,
  }))
  return { lead: slicePassage(passage, 0, found[0]?.start), parts }
}

/** The longest text that a person still reads as not ended: its last sign ends no sentence. */
export function isOpen(text: string): boolean {
  return text !== '' && !/[.!?…]["'”’)\]]*$/u.test(text)
}
