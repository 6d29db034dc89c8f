import { EMPTY_PASSAGE, type Passage, plainParagraph, slicePassage } from '../../schema/document.ts'
import { HEADING_NOUNS } from '../../schema/vocabulary/columns.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { type LabelledValue, valueText } from '../outline/labelled-values.ts'
import { textEntries } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { matchField } from '../recognise/fields.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import { nounMeaning } from '../recognise/heading-nouns.ts'
import { canonicalNumber, compareNumbers, type Label, nextNumber, readLabel } from '../recognise/numbers.ts'

/** How sure is what a card's shape says and no label does. */
const BY_SHAPE = 0.85

/** A reference is no longer. */
const LONGEST_REFERENCE = 20
const NUMBER_NOUNS = new Set(HEADING_NOUNS.number)

/** Whether a label names a reference of any kind: "Minute ref", "Case no". */
const isReference = ({ label }: LabelledValue) => NUMBER_NOUNS.has(nounMeaning(label.text)?.noun ?? '')

const isReferenceValue = (text: string) => text.length <= LONGEST_REFERENCE && /\d/u.test(text) && readDate(text)?.from == null

/** Cards without numbers of their own with what numbers them beside: a paragraph above each, or a reference on it. `openers` is where they open. */
export function withNumbersBeside(values: readonly LabelledValue[], openers: readonly number[]): readonly LabelledValue[] {
  if (openers.length < 2 || openers.some((at) => values[at]?.number)) return values
  if (values.some(({ field }) => field?.role === 'number' && field.score === 1)) return values
  return numbersAbove(values, openers) ?? referencesAsNumbers(values, openers) ?? values
}

/**
 * Cards with the reference that numbers each of them as their number: "Minute ref: 41/25" above or below every action. It
 * appears once on each card, and no two are the same. Null where it is not so.
 */
function referencesAsNumbers(values: readonly LabelledValue[], openers: readonly number[]): readonly LabelledValue[] | null {
  const byLabel = Map.groupBy(values.filter(isReference), ({ label }) => foldWords(bareLabel(label.text)))
  for (const group of byLabel.values()) {
    const references = group.map(valueText)
    if (group.length !== openers.length || new Set(references).size !== group.length || !references.every(isReferenceValue)) continue
    const own = new Set(group)
    return values.map((value) => (own.has(value) ? { ...value, field: { role: 'number', score: 1, certainty: BY_SHAPE } } : value))
  }
  return null
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
    /\p{L}{2,}\s+\p{L}{2,}/u.test(valueText(value)) &&
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

/**
 * Cards whose number is a row of its own and whose words have a label that is not known: "Rec. | A" over "We asked | Write …".
 * The same label is below each number, the words are sentences, and no card has a known label for them. Null where it is not so.
 */
export function labelsBelowNumbers(values: readonly LabelledValue[]): LabelledValue[] | null {
  const below = values.flatMap(({ field }, at) => (field?.role === 'number' && field.score === 1 ? [at + 1] : []))
  const labels = new Set(below.map((at) => foldWords(bareLabel(values[at]?.label.text ?? ''))))
  if (below.length < 2 || labels.size !== 1 || labels.has('')) return null
  if (!below.every((at) => values[at]?.field === null && isWorded(values[at]))) return null
  const own = new Set(below)
  return values.map((value, at) => (own.has(at) ? { ...value, field: { role: 'recommendation', score: 1, certainty: BY_SHAPE } } : value))
}

/** Whether a value has as many words as the shortest recommendation. */
export const isWorded = (value: LabelledValue): boolean => valueText(value).split(' ').length >= FEWEST_WORDS
const FEWEST_WORDS = 4

/** A number, and nothing else: "R1", "(3)", "4.". */
const NUMBER_ALONE = /^\(?[\p{L}]{0,5}[ .]?\d{1,3}(?:[./]\d{1,3}){0,2}[a-z]?[).:]?$/u

/**
 * Cards below a paragraph that is their number and nothing else: "R1" over "Recommendation | That …". Each card has such a number
 * directly above it, and no two are the same. Null where it is not so.
 */
function numbersAbove(values: readonly LabelledValue[], openers: readonly number[]): readonly LabelledValue[] | null {
  const numbers = openers.map((at) => {
    const above = values[at - 1]
    return above && above.field === null && NUMBER_ALONE.test(aloneIn(above)) ? readLabel(aloneIn(above)) : null
  })
  if (numbers.includes(null) || new Set(numbers.map((number) => number?.number)).size < openers.length) return null
  const above = new Set(openers.map((at) => at - 1))
  return values.map((value, at) => {
    if (!above.has(at)) return value
    const passage = passageAlone(value)
    return passage
      ? { ...value, label: EMPTY_PASSAGE, value: [plainParagraph(passage)], field: { role: 'number', score: 1, certainty: BY_SHAPE } }
      : value
  })
}

/** What a value without a label says, or a heading. */
const aloneIn = (value: LabelledValue): string =>
  (value.label.text === '' ? valueText(value) : value.value.length === 0 ? value.label.text : '').trim()

/** The passage that says it. */
const passageAlone = (value: LabelledValue): Passage | undefined =>
  value.label.text === '' ? textEntries(value.value)[0]?.passage : value.label

/** What a numbered paragraph that opens a card is: where it is, its number, and its words without a label of their own. */
interface Opener {
  at: number
  number: Label
  passage: Passage
  role: FieldRole
}

/** "3. Recommendation: The slipway should …": the words of a numbered paragraph may have a label of their own. */
const OWN_LABEL = /^[^:.;!?()]{2,40}:\s+(?=\S)/u

/** A numbered paragraph, or a heading with a number, over a label: what the card below it is about. Null for any other value. */
function openerAt(values: readonly LabelledValue[], at: number): Opener | null {
  const [value, next] = [values[at], values[at + 1]]
  if (!value || value.fromTable || value.field || !next?.field || next.field.score < 1) return null
  const isHeading = value.label.text !== '' && value.value.length === 0
  const [entry, ...others] = textEntries(value.value)
  const passage = isHeading ? value.label : value.label.text === '' && others.length === 0 ? entry?.passage : undefined
  const number = passage && readLabel(passage.text)
  if (!number || number.word !== null || number.levels.length !== 1 || !/\d/u.test(number.number)) return null
  return { at, number, passage, role: next.field.role }
}

/**
 * Numbered paragraphs that open cards: "3. Mend the slipway." over "Action: …", "Lead: …", "By when: …". What is between a number
 * and the first label is what is to be done, and the labels say how. They are known by their order: each has the next number, the same
 * label is below each, and that label is nowhere else. Null where fewer than two do.
 */
export function paragraphsAsOpeners(values: readonly LabelledValue[]): LabelledValue[] | null {
  const found = values.flatMap((_, at) => openerAt(values, at) ?? [])
  const [first] = found
  if (!first || found.length < 2) return null
  const isNext = ({ number }: Opener, at: number) => at === 0 || nextNumber(found[at - 1]?.number.number ?? '') === number.number
  const below = values.filter(({ field }) => field?.role === first.role)
  if (!found.every((opener, at) => isNext(opener, at) && opener.role === first.role) || below.length !== found.length) return null
  const openers = new Map(found.map((opener) => [opener.at, opener]))
  return values.map((value, at) => {
    const opener = openers.get(at)
    if (!opener) return value
    const { number, passage } = opener
    const own = OWN_LABEL.exec(passage.text.slice(number.end))?.[0] ?? ''
    const start = matchField(bareLabel(own))?.role === 'recommendation' ? number.end + own.length : number.end
    return {
      ...value,
      label: slicePassage(passage, 0, number.end),
      value: [plainParagraph(slicePassage(passage, start))],
      field: { role: 'recommendation', score: 1, certainty: BY_SHAPE },
      number,
    }
  })
}

/** "SUGGESTION 1", "Ask 3": a noun and a number, and nothing else. */
const NOUN_AND_NUMBER = /^(\p{Lu}[\p{L}-]{2,20}) (?:no\.? ?)?(\d{1,3}|\p{Lu})\.?$/u

/**
 * Cards that open with a noun of the writer's own and a number: "SUGGESTION 1" over the words and the labels of each. They are known by
 * their order: the noun is the same, they count up from one, words follow each directly, and one known label is on every card. Null
 * where it is not so.
 */
export function nounsAsOpeners(values: readonly LabelledValue[]): LabelledValue[] | null {
  const found = values.flatMap((value, at) => {
    const [text, noun = '', number = ''] = (!value.fromTable && value.field === null && NOUN_AND_NUMBER.exec(aloneIn(value))) || []
    const words = values[at + 1]
    return text && words?.field === null && words.label.text === '' && isWorded(words) ? [{ at, noun: foldWords(noun), number }] : []
  })
  const [first] = found
  if (!first || found.length < 2 || !/^[1A]$/u.test(first.number)) return null
  if (!found.every(({ noun, number }, at) => noun === first.noun && (at === 0 || nextNumber(found[at - 1]?.number ?? '') === number)))
    return null
  const rolesOf = (nth: number) => new Set(values.slice(found[nth]?.at, found[nth + 1]?.at).flatMap(({ field }) => field?.role ?? []))
  const [roles, ...others] = found.map((_, nth) => rolesOf(nth))
  if (![...(roles ?? [])].some((role) => others.every((other) => other.has(role)))) return null
  const openers = new Map(found.map(({ at, number }) => [at, number]))
  return values.map((value, at) => {
    const number = openers.get(at)
    if (number === undefined) return value
    const passage = passageAlone(value) ?? value.label
    return {
      ...value,
      label: slicePassage(passage, passage.text.lastIndexOf(number)),
      value: [],
      field: { role: 'recommendation', score: 1, certainty: BY_SHAPE },
      number: readLabel(`${number}.`),
    }
  })
}
