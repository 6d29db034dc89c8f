import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { entryToStretches, type Item, type LabelledStretch, labelPassage, splitInlineParts, stretchesToItems } from '../outline/items.ts'
import { isLeadIn, ledBy } from '../outline/limbs.ts'
import type { TextEntry } from '../outline/outline.ts'
import type { Label } from '../recognise/numbers.ts'
import { readTold, TOLD_OF_OTHERS } from '../recognise/told.ts'
import type { Segment } from './answer-segments.ts'
import { withoutLineLabel } from './answer-signs.ts'
import { isTitleOnly } from './split-answer.ts'

/** What a response restates before one answer: a recommendation, with the limbs of its list where it has some. */
export interface Restated {
  item: Item
  /** Their parents are counted from the item, which is 0. */
  limbs?: readonly Item[]
}

/** The recommendations that a segment restates before its answer: one, or several that one heading or one lead-in is over. */
export function restatedItems({ start, entries }: Segment, split: number, labels: ReadonlySet<string>): Restated[] {
  const own = entries.slice(0, split).map(({ entry }) => entry)
  const body = withoutLineLabel(start.body, labels)
  const title = body.text !== '' && own.length > 1 && isTitleOnly(start, own[1]) ? body : null
  const head = {
    label: start.entry.label,
    number: start.number ?? start.entry.label?.number ?? null,
    labelPassage: labelPassage(start.entry),
    heading: title,
  }
  const lead = title ? EMPTY_PASSAGE : body
  const parts = partsOf(lead, own.slice(1), head)
  if (parts) return withLimbs({ ...head, body: parts.lead }, parts.stretches)
  const texts = own
    .slice(1)
    .map(({ passage, body, label }, at) => (at === 0 && head.label && label?.style === 'dotted' && !isDotted(own[2]) ? body : passage))
  const text = joinPassages([lead, ...texts].filter((passage) => passage.text !== ''))
  return [{ item: head.number === null && head.label === null ? toldItem(head, text) : toItem(head, text) }]
}

/** "The review recommended (recommendation 4) that …": the sentence that restates gives the number, and its words begin at "that". */
function toldItem(head: Head, text: Passage): Item {
  const { lead, number } = readTold(text.text, TOLD_OF_OTHERS)
  return number
    ? toItem({ ...head, number: number.value, labelPassage: slicePassage(text, number.start, number.end) }, slicePassage(text, lead))
    : toItem(head, text)
}

/** Whether a paragraph has the number that it has in the report. */
const isDotted = (entry: TextEntry | undefined) => entry?.label?.style === 'dotted'

interface Head {
  /** The whole number, where the label has but the last of it. */
  number: string | null
  label: Label | null
  labelPassage: Passage
  heading: Passage | null
}

function toItem({ label, number, labelPassage, heading }: Head, text: Passage): Item {
  return { label, number, numberPassage: labelPassage, parent: null, text, heading }
}

/** The parts below a head, each from its label to the next; null where nothing below it, or in it, is counted as its parts are. */
function partsOf(lead: Passage, below: readonly TextEntry[], head: Head): { lead: Passage[]; stretches: LabelledStretch[] } | null {
  const isPart = partTest(lead, below[0], head.label)
  const inline = head.label ? splitInlineParts(lead, null, below.find(({ label }) => label !== null)?.label?.number ?? null) : null
  const leading = [inline?.lead ?? lead]
  const stretches: LabelledStretch[] = [...(inline?.parts ?? [])]
  for (const entry of below) {
    const last = stretches.at(-1)
    if (entry.label && isPart(entry.label, last?.label)) stretches.push(...entryToStretches(entry, null))
    else (last ? last.body : leading).push(entry.passage)
  }
  const alone = lead.text !== '' && stretches.length < 2
  return stretches.length === 0 || alone ? null : { lead: leading.filter(({ text }) => text !== ''), stretches }
}

/**
 * How the parts below a head are counted. Below words of its own they are letters or small Roman numbers, the first of them the first.
 * A heading is also over whole numbers: that repeat its own, or count the recommendations where it has none.
 */
function partTest(lead: Passage, first: TextEntry | undefined, own: Label | null): (label: Label, last: Label | undefined) => boolean {
  const opens = first?.label ?? null
  if (lead.text === '' && opens && own && opens.levels.length > own.levels.length && opens.levels[0] === own.levels[0])
    return ({ levels }) => levels.length > own.levels.length && levels[0] === own.levels[0]
  if (lead.text === '' && opens && !own && opens.levels.length === 1 && /\d/u.test(opens.number))
    return ({ levels, number }) => levels.length === 1 && /\d/u.test(number)
  return ({ levels, number, style, word }, last) =>
    own !== null &&
    word === null &&
    levels.length === 1 &&
    (style === 'letter' || style === 'roman') &&
    (last !== undefined || /^[ai]$/iu.test(number))
}

/** Words of their own before a list are a recommendation, and the list its limbs; a lead-in is not one, and each limb is answered. */
function withLimbs(head: Head & { body: Passage[] }, stretches: readonly LabelledStretch[]): Restated[] {
  const text = joinPassages(head.body)
  const whole = head.label === null || stretches.every(({ label }) => label.levels.length > 1)
  const [item = toItem(head, text), ...limbs] =
    head.label && !whole
      ? stretchesToItems([{ ...head, label: head.label }, ...stretches])
      : ledBy(text, stretchesToItems(stretches)).map((one, index) => (index === 0 ? toItem(head, text) : one))
  if (text.text !== '' && !isLeadIn(text.text)) return [{ item, limbs }]
  const tops = [...limbs.keys()].filter((index) => (limbs[index]?.parent ?? 0) === 0)
  return tops.flatMap((top, index): Restated[] => {
    const [first, ...deeper] = limbs.slice(top, tops[index + 1])
    // The list that limbs count their parents in begins with the head, which is left out.
    const from = top + 1
    const within = deeper.map((limb) => ({ ...limb, parent: limb.parent === null ? 0 : limb.parent - from }))
    return first ? [{ item: { ...first, parent: null, heading: head.heading }, limbs: within }] : []
  })
}
