import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { TextEntry } from '../outline/outline.ts'
import { type Label, nestLabels, nextNumber, parentNumber, readLabel } from '../recognise/numbers.ts'

/** A labelled item of a list: its label, and all that is under it. */
export interface Item {
  label: Label | null
  /** Canonical and whole: "2(a)"; null for an item of a list without numbers. */
  number: string | null
  numberPassage: Passage
  /** Index of the item that this is a part of, or null. */
  parent: number | null
  text: Passage
  /** The heading that the item is under within its list, if any. */
  heading: Passage | null
  /** The reference in brackets that closes it, if any. */
  reference?: Passage
  /** The number in brackets at its end by which other papers call it, and the passage of its own label. */
  given?: { number: string; passage: Passage; own: Passage }
}

/** A labelled stretch before numbers are nested. */
export interface LabelledStretch {
  label: Label
  labelPassage: Passage
  body: Passage[]
  heading: Passage | null
  /** How deep the format sets it in its list; left out where it does not say. */
  depth?: number
}

/** Gives a running list's items their whole numbers and parents: where the item right above has no text of its own, the nearest above that. */
export function stretchesToItems(stretches: readonly LabelledStretch[]): Item[] {
  const nested = nestLabels(stretches.map((stretch) => stretch.label))
  const known = new Map<string, number>()
  return stretches.map((stretch, index) => {
    const number = nested[index]?.number ?? stretch.label.number
    let parent = nested[index]?.parent ?? null
    for (let above = parentNumber(number); parent === null && above !== null; above = parentNumber(above)) parent = known.get(above) ?? null
    known.set(number, index)
    return {
      label: stretch.label,
      number,
      numberPassage: stretch.labelPassage,
      parent,
      text: joinPassages(stretch.body),
      heading: stretch.heading,
    }
  })
}

/** What each item says. A number with nothing but parts after it says what its parts say, and they what theirs say. */
export function itemsSay(items: readonly Item[]): Passage[] {
  const partsOf = Map.groupBy(items.keys(), (index) => items[index]?.parent)
  const said = items.map((item) => item.text)
  // Parts follow what they are parts of.
  for (const [index, { text }] of [...items.entries()].reverse()) {
    if (text.text === '') said[index] = joinPassages((partsOf.get(index) ?? []).map((part) => said[part] ?? EMPTY_PASSAGE))
  }
  return said
}

/** The label of an entry and what follows it, cut further where more labels of one list are in its running text. */
export function entryToStretches(entry: TextEntry, heading: Passage | null, below: string | null = null): LabelledStretch[] {
  if (!entry.label) return []
  const head: LabelledStretch = { label: entry.label, labelPassage: labelPassage(entry), body: [], heading }
  const { lead, parts } = splitInlineParts(entry.body, isCounted(entry.label) ? entry.label : null, below)
  // "(1) (a) …" has nothing between its two labels: the first is only a number.
  if (lead.text !== '' || parts.length === 0) head.body.push(lead)
  return [head, ...parts.map((part) => ({ ...part, heading }))]
}

/** Whether further labels of its kind can be recognised from words in running text: in brackets, or "i." before "ii.". */
const isCounted = (label: Label) => (label.bracketed && label.style !== 'dotted') || isStopped(label)
const isStopped = ({ text }: Label) => /^[ivx]{1,4}\.$/u.test(text)

/** The label of an entry as printed, without the white space after it. */
export function labelPassage(entry: TextEntry): Passage {
  if (!entry.label) return slicePassage(entry.passage, 0, 0)
  return slicePassage(entry.passage, 0, entry.label.text.length)
}

/** A label in running text follows one of these: the end of a sentence or of a limb, or the start. */
const BEFORE_INLINE_LABEL = /(?:^|[.;:,?!]|[.;:,]\s(?:and|or)|;|\b(?:to|that))\s*$/u
/** Where a bracketed letter, small roman number or number is: "(a)", "b)", "(ii)", "(2)"; a Roman number before a stop and a capital: "ii. Agreed". */
const INLINE_LABEL = /(?<![\p{L}\p{N}(])(?:[ivx]{2,4}\.(?=\s\p{Lu})|\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|(?:[a-z]|[ivx]{1,4})\))\s?/gu

/**
 * Parts that are in one running text: "…: (a) the first; (b) the second; and (c) the third". A label
 * counts where a limb ends before it and it is the first of its kind or follows on the one before; so
 * "mapped in (b)" is not one. A single "(a)" is not one either: a list has two, one of which may be `previous`,
 * the label that the text itself is under. A number in brackets counts only after such a one:
 * "RESOLVED: (1) …; (2) …".
 */
export function splitInlineParts(
  passage: Passage,
  previous: Label | null,
  below: string | null = null,
): { lead: Passage; parts: LabelledStretch[] } {
  const found: { start: number; end: number; label: Label }[] = []
  const counted = previous !== null && /^\d+$/u.test(previous.number) ? previous : null
  let [letter, digit]: [Label | null, Label | null] = [counted ? null : previous, counted]
  for (const match of passage.text.matchAll(INLINE_LABEL)) {
    const label = readLabel(passage.text.slice(match.index, match.index + match[0].length + 40))
    // "As in part ii. The" is not one: a number with a stop counts on from one with a stop before its limb.
    const counts = label && (label.bracketed || (isStopped(label) && letter !== null && isStopped(letter)))
    if (!counts || label.levels.length !== 1) continue
    if (!BEFORE_INLINE_LABEL.test(passage.text.slice(Math.max(0, match.index - 8), match.index))) continue
    const isDigit = /^\d+$/u.test(label.number)
    const last = isDigit ? digit : letter
    const first = !isDigit && letter === null && (label.number === 'a' || label.number === 'i')
    if (!first && (last === null || nextNumber(last.number) !== label.number)) continue
    if (isDigit) [letter, digit] = [null, label]
    else letter = label
    found.push({ start: match.index, end: match.index + label.end, label })
  }
  // A single "(i)" is a part where "(ii)" begins the next paragraph.
  const last = found.at(-1)
  const goesOn = last !== undefined && below !== null && nextNumber(last.label.number) === below
  const continues = previous !== null && found[0] !== undefined && nextNumber(previous.number) === found[0].label.number
  if (found.length < (continues || goesOn ? 1 : 2)) return { lead: passage, parts: [] }
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
  return text !== '' && !/[.!?…]["'”’)\]]*(?:\s(?:\([^()]{1,60}\)|\[[^[\]]{1,60}\]))?$/u.test(text)
}
