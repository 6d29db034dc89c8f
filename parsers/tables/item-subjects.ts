import type { Passage } from '../../schema/document.ts'
import { labelPassage } from '../outline/items.ts'
import { partNumber } from '../outline/keys.ts'
import { type TextEntry, textEntries } from '../outline/outline.ts'
import { entriesToParts } from '../outline/parts.ts'
import { canonicalNumber, nextNumber, readLabel } from '../recognise/numbers.ts'
import { fieldPassage, type PlanItem } from './plan-items.ts'

/** What one item says it is about: its number and its words, parts apart. */
export interface Subject {
  number: string | null
  numberPassage: Passage | null
  lead: Passage
  parts: ReturnType<typeof entriesToParts>['parts']
  /** The index of the item that this one is a lettered part of, or null. */
  partOf: number | null
}

const isLetter = (number: string) => /^(?:[a-z]|[ivx]{2,5})$/u.test(number)

const subjectEntries = (item: PlanItem): TextEntry[] => {
  const value = item.fields.get('recommendation') ?? item.fields.get('objective')
  return (value ? textEntries(value.blocks) : []).filter((entry) => entry.passage.text !== '')
}

/** The number that an item prints, in its column or at the head of its words. */
function printedNumber(item: PlanItem): string | null {
  const column = fieldPassage(item, 'number')
  return column.text === '' ? (subjectEntries(item)[0]?.label?.number ?? null) : canonicalNumber(column.text)
}

/**
 * What the items of a plan are about, in order. A letter on a row of its own below a numbered one is a part of
 * that; where no row has a number, and the first is "a)", letters are the numbers.
 */
export function itemSubjects(items: readonly PlanItem[]): Subject[] {
  const first = items[0]
  const lettered = first !== undefined && ['a', 'i'].includes(printedNumber(first) ?? '')
  let whole: { index: number; number: string; last: string | null } | null = null
  return items.map((item, index): Subject => {
    const printed = printedNumber(item)
    const follows: boolean =
      whole !== null &&
      printed !== null &&
      isLetter(printed) &&
      (whole.last === null ? printed === 'a' || printed === 'i' : nextNumber(whole.last) === printed)
    const own = itemSubject(item, lettered || follows)
    if (follows && whole && own.number !== null) {
      whole.last = printed
      return { ...own, number: partNumber(whole.number, own.number), partOf: whole.index }
    }
    if (own.number !== null && !isLetter(own.number)) whole = { index, number: own.number, last: null }
    return own
  })
}

/** `letters` says that a letter before the words is the item's own number, and no first part of it. */
function itemSubject(item: PlanItem, letters: boolean): Subject {
  const entries = subjectEntries(item)
  const printed = fieldPassage(item, 'number')
  const column = printed.text === '' ? null : canonicalNumber(printed.text)
  const [first, ...rest] = entries
  // Without a number column the number is the label that the words begin with.
  const own = column === null && first?.label && (first.label.word !== null || letters || !isLetter(first.label.number)) ? first : null
  const body = own && first ? [{ ...first, label: readLabel(first.body.text), passage: first.body, body: first.body }, ...rest] : entries
  const { lead, parts } = entriesToParts(body.filter((entry) => entry.passage.text !== ''))
  return {
    number: column ?? own?.label?.number ?? item.restoredNumber ?? (printed.text === '' ? null : printed.text),
    numberPassage: column !== null ? printed : own ? labelPassage(own) : printed.text === '' ? null : printed,
    lead,
    parts,
    partOf: null,
  }
}
