import { HEADING_NOUNS } from '../../schema/vocabulary/columns.ts'
import type { LabelledValue } from '../outline/labelled-values.ts'
import { textEntries } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import { nounMeaning } from '../recognise/heading-nouns.ts'
import { canonicalNumber, compareNumbers, readLabel } from '../recognise/numbers.ts'

/** How sure is what a card's shape says and no label does. */
const BY_SHAPE = 0.85

/** A reference is no longer. */
const LONGEST_REFERENCE = 20
const NUMBER_NOUNS = new Set(HEADING_NOUNS.number)

/** What a value says, in one line. */
const wordsOf = ({ value }: LabelledValue): string =>
  textEntries(value)
    .map(({ passage }) => passage.text)
    .join(' ')

/** Whether a label names a reference of any kind: "Minute ref", "Case no". */
const isReference = ({ label }: LabelledValue) => NUMBER_NOUNS.has(nounMeaning(label.text)?.noun ?? '')

const isReferenceValue = (text: string) => text.length <= LONGEST_REFERENCE && /\d/u.test(text) && readDate(text)?.from == null

/**
 * Cards with the reference that numbers each of them as their number: "Minute ref: 41/25" above or below every action. It
 * stands once on each card, no two are the same, and no card has a number of its own. `openers` is where the cards open.
 */
export function referencesAsNumbers(values: readonly LabelledValue[], openers: readonly number[]): readonly LabelledValue[] {
  if (openers.length < 2 || openers.some((at) => values[at]?.number)) return values
  if (values.some(({ field }) => field?.role === 'number' && field.score === 1)) return values
  const byLabel = Map.groupBy(values.filter(isReference), ({ label }) => foldWords(bareLabel(label.text)))
  for (const group of byLabel.values()) {
    const references = group.map(wordsOf)
    if (group.length !== openers.length || new Set(references).size !== group.length || !references.every(isReferenceValue)) continue
    const own = new Set(group)
    return values.map((value) => (own.has(value) ? { ...value, field: { role: 'number', score: 1, certainty: BY_SHAPE } } : value))
  }
  return values
}

/**
 * Rows of a table that open a card by a number alone: "R1 | The Board should …", with rows of labels below each. Null
 * where fewer than two do, or where their numbers do not go up.
 */
export function numbersAsOpeners(values: readonly LabelledValue[]): LabelledValue[] | null {
  const opens = (value: LabelledValue, at: number) =>
    value.fromTable &&
    value.field === null &&
    canonicalNumber(value.label.text) !== null &&
    /\p{L}{2,}\s+\p{L}{2,}/u.test(wordsOf(value)) &&
    values[at + 1]?.fromTable === true &&
    values[at + 1]?.field != null
  const openers = values.flatMap((value, at) => (opens(value, at) ? [at] : []))
  const numbers = openers.map((at) => canonicalNumber(values[at]?.label.text ?? '') ?? '')
  if (openers.length < 2 || !numbers.every((number, at) => at === 0 || compareNumbers(numbers[at - 1] ?? '', number) < 0)) return null
  return values.map((value, at) =>
    openers.includes(at)
      ? { ...value, field: { role: 'recommendation', score: 1, certainty: BY_SHAPE }, number: readLabel(value.label.text) }
      : value,
  )
}
