import type { Report } from '../../schema/diagnostics.ts'
import type { Passage } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { isOpen } from '../outline/items.ts'
import { type LabelledValue, valueText } from '../outline/labelled-values.ts'
import { textEntries } from '../outline/outline.ts'
import { isWorded } from './card-numbers.ts'

/** A card while it is read: its labelled values in order, each with those that followed without a label. */
export interface Card {
  number: string | null
  numberPassage: Passage | null
  start: LabelledValue
  values: LabelledValue[]
}

/** Fields that hold one short value: what follows them without a label is not theirs. */
export const SINGLE_VALUED: ReadonlySet<FieldRole> = new Set([
  'due',
  'revised-due',
  'completed-on',
  'number',
  'status',
  'verdict',
  'timescale',
])

/** So many cards before the last show how a card ends. */
const FEWEST_ALIKE = 2

/**
 * Takes out of the last card what is below it: all cards before it end with a value beside the same label, and so does it
 * before a paragraph, or before another label for a field that it has. Papers close with who wrote them and when the next report comes.
 */
export function endLastCard(cards: readonly Card[], report: Report): void {
  const [last, before] = [cards.at(-1), cards.slice(0, -1)]
  const label = before.at(-1)?.values.at(-1)?.label.text ?? ''
  const isAlike = ({ values }: Card) => values.at(-1)?.label.text === label && !values.at(-1)?.fromTable
  if (!last || label === '' || before.length < FEWEST_ALIKE || !before.every(isAlike)) return
  const at = last.values.findLastIndex((value) => value.label.text === label)
  const value = last.values[at]
  if (!value?.field || (!SINGLE_VALUED.has(value.field.role) && isOpen(valueText(value)))) return
  const end = last.values.findIndex((below, index) => index > at && (isBelow(below) || isOfAnother(below, last.values.slice(0, index))))
  if (end < 0) return
  for (const below of last.values.splice(end))
    report('below-last-card', below.place, `${below.label.text} ${valueText(below)}`.trim().slice(0, 80))
}

/** Reports a label that nobody knows on the first card that has it: it is on all of them. */
export function unknownLabelsOnce(report: Report): Report {
  const told = new Set<string>()
  return (rule, place, note, ...rest) => {
    const label = rule === 'column-unknown' ? (note ?? null) : null
    if (label !== null && told.has(label)) return
    if (label !== null) told.add(label)
    report(rule, place, note, ...rest)
  }
}

/** Whether a value is a paragraph without a label that begins anew. */
const isBelow = (value: LabelledValue): boolean =>
  value.label.text === '' &&
  !value.fromTable &&
  /^[\p{Lu}\d]/u.test(valueText(value)) &&
  !textEntries(value.value).some(({ bullet }) => bullet)

/** Whether a label is for a field that a card has under another label: "Contact officer:" below the card's "Lead officer:". */
const isOfAnother = ({ field, label, fromTable }: LabelledValue, card: readonly LabelledValue[]): boolean =>
  !fromTable && field !== null && card.some((value) => value.field?.role === field.role && value.label.text !== label.text)

/** How sure are words whose label is not known. */
const BY_PLACE = 0.85

/** The values of a card: its words though their label is not known, and no second label for a field of one value. */
export const ownValues = (card: Card): readonly LabelledValue[] => withoutRivals(withOwnWords(card))

/**
 * Below a number without words, the first row is what the recommendation says, though its label is not known: "Text | That the slip …".
 * It is a sentence, and the row below it has a label that is known.
 */
function withOwnWords({ number, values }: Card): readonly LabelledValue[] {
  const [opener, first, next] = values
  if (number === null || !opener || !first || !next?.field || valueText(opener) !== '') return values
  if (first.field !== null || first.label.text === '' || !isWorded(first)) return values
  if (values.some(({ field }, at) => at > 0 && field?.role === 'recommendation')) return values
  return values.map((value, at) => (at === 1 ? { ...value, field: { role: 'recommendation', score: 1, certainty: BY_PLACE } } : value))
}

/** Fields of one short value, of which a card has one label. */
const ONE_LABELLED: ReadonlySet<FieldRole> = new Set([...SINGLE_VALUED, 'responsible'])

/**
 * The values of a card, of which a label that means a field by its noun alone is a detail where another label names that field
 * outright: below "Owner: …", "Officer to be told: …" is nobody who is to act.
 */
function withoutRivals(values: readonly LabelledValue[]): readonly LabelledValue[] {
  const named = new Set(values.flatMap(({ field, value }) => (field?.score === 1 && value.length > 0 ? [field.role] : [])))
  return values.map((value) => {
    const { field } = value
    return field && field.score < 1 && ONE_LABELLED.has(field.role) && named.has(field.role) ? { ...value, field: null } : value
  })
}
