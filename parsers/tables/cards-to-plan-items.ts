import type { Report } from '../../schema/diagnostics.ts'
import { type Block, EMPTY_PASSAGE, joinPassages, type Passage } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { isOpen } from '../outline/items.ts'
import { type LabelledValue, valueText } from '../outline/labelled-values.ts'
import { textEntries } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { matchField } from '../recognise/fields.ts'
import { nextNumber } from '../recognise/numbers.ts'
import { labelCertainty } from './assign-columns.ts'
import { labelsBelowNumbers, nounsAsOpeners, numbersAsOpeners, paragraphsAsOpeners, withNumbersBeside } from './card-numbers.ts'
import { actionsAsOpeners, cardStarts, isOwnText, openersFirst, opensCard } from './card-openers.ts'
import { type Card, endLastCard, ownValues, SINGLE_VALUED, unknownLabelsOnce } from './card-values.ts'
import { DETAIL_ROLES, departmentsAct, type FieldValue, type ItemDetail, type PlanItem, textField } from './plan-items.ts'
import { isFilled } from './rejoin-rows.ts'
import { restoreNumbers } from './restore-numbers.ts'

/** A label of several rows is no longer than this; what would be is labels that came again. */
const LONGEST_LABEL = 200

/**
 * The cards of a form as items. A card runs from its "Recommendation N:" to the next; one whose own label
 * is lost begins where a label comes round again. `order` of the labels is learned from the fullest card,
 * and gives back a label that a page break took where only one fits.
 */
export function cardsToPlanItems(values: readonly LabelledValue[], report: Report): PlanItem[] {
  const numbered = values.some(opensCard)
    ? values
    : (numbersAsOpeners(values) ?? labelsBelowNumbers(values) ?? paragraphsAsOpeners(values) ?? nounsAsOpeners(values) ?? values)
  const actions = actionsAsOpeners(numbered)
  const opened = actions ?? numbered
  const openers = opened.flatMap((value, at) => (opensCard(value) ? [at] : []))
  const cards = valuesToCards(openersFirst(withNumbersBeside(opened, openers)), report).filter((card) =>
    card.values.some((value) => value.field && value.field.role !== 'recommendation' && value.field.role !== 'ignored'),
  )
  endLastCard(cards, report)
  const order = labelOrder(cards)
  const once = unknownLabelsOnce(report)
  const items = cards.map((card) => cardToItem(card, order, once))
  restoreNumbers(cards, items, report)
  departmentsAct(items)
  // What is followed without a recommendation is an objective, whatever its label.
  for (const { fields } of actions ? items : []) {
    const subject = fields.get('recommendation')
    if (subject && fields.delete('recommendation')) fields.set('objective', subject)
  }
  return items
}

function valuesToCards(values: readonly LabelledValue[], report: Report): Card[] {
  const cards: Card[] = []
  const starts = cardStarts(values)
  for (const [index, start] of starts.entries()) {
    const stop = starts[index + 1] ?? values.length
    const first = values[start]
    if (!first) continue
    const own = opensCard(first)
    cards.push({
      number: own ? (first.number?.number ?? null) : null,
      numberPassage: own && first.number ? first.label : null,
      start: first,
      values: withoutTextBelow(values.slice(start, stop), report),
    })
  }
  return cards
}

/** A card without the paragraphs below its table, where the table is all that has labels: its words may be above it. */
function withoutTextBelow(values: LabelledValue[], report: Report): LabelledValue[] {
  const table = values.findIndex(({ fromTable }) => fromTable)
  const labelled = ({ fromTable, field }: LabelledValue) => fromTable || field === null
  return table > 0 && values.slice(1).every(labelled)
    ? [...values.slice(0, table), ...withoutTextAfterTable(values.slice(table), report)]
    : withoutTextAfterTable(values, report)
}

/**
 * What is in paragraphs after a card of table rows is not part of it, and mostly ends it. Where a page's running head
 * is between its rows, those below go on with it: it has nothing but its own label yet, or they are on another page
 * and begin with a label that it still lacks.
 */
function withoutTextAfterTable(values: LabelledValue[], report: Report): LabelledValue[] {
  if (!values[0]?.fromTable) return values
  const end = values.findIndex((value) => !value.fromTable)
  if (end < 0) return values
  const own = values.slice(0, end)
  const below = values.findIndex((value, index) => index > end && value.fromTable)
  const [last, next] = [own.at(-1), values[below]]
  if (!last || !next?.field) return own
  const seen = new Set(own.slice(1).map((value) => value.field?.role))
  const pageTurned = last.place.page !== null && last.place.page !== next.place.page
  if (own.length > 1 && !(pageTurned && !seen.has(next.field.role))) return own
  report('row-rejoined', next.place, next.label.text.slice(0, 60))
  return [...own, ...withoutTextAfterTable(values.slice(below), report)]
}

/** The roles of the card that has most of them, in its order. */
function labelOrder(cards: readonly Card[]): FieldRole[] {
  const orders = cards.map((card) => [
    ...new Set(card.values.flatMap((value) => (value.field && !opensCard(value) ? [value.field.role] : []))),
  ])
  return orders.sort((a, b) => b.length - a.length)[0] ?? []
}

function cardToItem(card: Card, order: readonly FieldRole[], report: Report): PlanItem {
  const fields = new Map<FieldRole, FieldValue>()
  const details: ItemDetail[] = []
  let role: FieldRole | null = 'recommendation'
  /** The detail that goes on in what follows without a label. */
  let open: ItemDetail | null = null
  let heading: Passage | null = null
  const add = (to: FieldRole, value: LabelledValue, label: Passage): void => {
    const known = fields.get(to)
    if (to === 'status' && value.picture && value.fill === null) report('status-in-picture', value.place, label.text || null)
    // What has no label of its own is the field's by its place alone.
    const certainty = value.field
      ? labelCertainty(value.field, valueText(value))
      : known && known.blocks.length > 0
        ? known.certainty
        : UNLABELLED
    if (known) {
      known.blocks.push(...value.value)
      if (known.label.text.length < LONGEST_LABEL) known.label = joinPassages([known.label, label])
      known.fill ??= value.fill
      known.certainty = Math.min(known.certainty, certainty)
    } else fields.set(to, { blocks: [...value.value], rowStarts: [], rowFills: [], label, fill: value.fill, certainty, place: value.place })
  }
  for (const [index, value] of ownValues(card).entries()) {
    if (index === 0 && (opensCard(value) || value.label.text === '')) {
      add('recommendation', value, EMPTY_PASSAGE)
      continue
    }
    if (value.label.text !== '') {
      open = null
      if ((!value.field || DETAIL_ROLES.has(value.field.role)) && value.value.length > 0) {
        open = { label: value.label, blocks: [...value.value], row: null, isKnown: value.field !== null }
        details.push(open)
      }
    }
    if (value.field) {
      role = value.field.role
      if (role === 'recommendation' && heading === null && isOwnText(card.values, 0, index)) {
        heading = fieldText(fields.get(role))
        fields.delete(role)
      }
      add(role, value, value.label)
    } else if (value.label.text === '') {
      // A note below a card's number mentions the card.
      if (index === 1 && NOTE.test(valueText(value))) continue
      role = unlabelledRole(card, index, role, fields, order, report)
      if (role) add(role, value, EMPTY_PASSAGE)
      if (open && (role === null || DETAIL_ROLES.has(role))) open.blocks.push(...value.value)
    } else if (role && restOfLabel(fields.get(role), value.label)) {
      add(role, value, value.label)
      if (open && details.at(-1) === open) details.pop()
    } else if (role && value.fromTable && followsOn(fields.get(role), value.value)) {
      report('label-restored', value.place, `${value.label.text.slice(0, 60)} → ${role}`)
      add(role, value, EMPTY_PASSAGE)
      if (open && details.at(-1) === open) details.pop()
    } else {
      if (value.fromTable && value.value.length > 0) report('column-unknown', value.place, value.label.text.slice(0, 80))
      role = null
    }
  }
  const said = fields.get('ignored')
  // Below a number without words the first label is over what it is about: "Issues identified".
  if (said && said === [...fields.values()].find(isFilled) && !isFilled(fields.get('recommendation'))) {
    fields.set('recommendation', { ...said, label: EMPTY_PASSAGE })
    details.splice(0, details.findIndex(({ blocks }) => blocks.length > 0) + 1)
  }
  if (card.numberPassage) fields.set('number', textField(card.numberPassage, EMPTY_PASSAGE, card.start.place))
  return {
    fields,
    dated: [],
    details,
    heading: heading?.text ? heading : null,
    review: null,
    place: card.start.place,
    isMended: false,
    restoredNumber: null,
    sharesReport: false,
  }
}

const NOTE = /^(?:nb|n\.b\.|note)\b[.:]?\s/iu

function fieldText(field: FieldValue | undefined): Passage {
  return joinPassages(textEntries(field?.blocks ?? []).map((entry) => entry.passage))
}

/**
 * To which field a row without a label belongs: the one before, if it takes running text; after a field
 * of one value that is already there, the only field that the order of labels leaves between it and the next.
 */
function unlabelledRole(
  card: Card,
  index: number,
  role: FieldRole | null,
  fields: ReadonlyMap<FieldRole, FieldValue>,
  order: readonly FieldRole[],
  report: Report,
): FieldRole | null {
  const value = card.values[index]
  if (!value || role === null) return role
  if (opensNewPage(card, index) && role === order.at(-1) && !isOpen(fieldText(fields.get(role)).text)) {
    // The card is whole, and a break came: this may be the rest of another card that lost its labels with its head.
    report('label-missing', value.place, valueText(value).slice(0, 80))
    return null
  }
  if (!SINGLE_VALUED.has(role) || !fields.get(role)?.blocks.length) return role
  const text = valueText(value)
  if (text === '' || role === 'status' || (role !== 'verdict' && readDate(text))) return role
  const next = card.values.slice(index + 1).find((later) => later.field)?.field?.role
  const from = order.indexOf(role)
  const to = next ? order.indexOf(next) : order.length
  const between = from < 0 || to < 0 ? [] : order.slice(from + 1, to).filter((candidate) => !fields.has(candidate))
  const only = between.length === 1 ? between[0] : undefined
  if (only) {
    report('label-restored', value.place, only)
    return only
  }
  report('label-missing', value.place, text.slice(0, 80))
  return null
}

/** Whether a row is on another page than the row before it. */
function opensNewPage(card: Card, index: number): boolean {
  const [before, value] = [card.values[index - 1], card.values[index]]
  return before?.fromTable === true && before.place.page !== null && value?.place.page !== before.place.page
}

/** How sure is a value whose label is lost, by the labels before and after it. */
const UNLABELLED = 0.85

/** Whether `label` is the rest of a label that a break cut in two: "Assessment of Progress" / "(June 2022):". */
function restOfLabel(field: FieldValue | undefined, label: Passage): boolean {
  if (!field || field.label.text === '' || /:\s*$/u.test(field.label.text)) return false
  return /^[\p{Ll}(]/u.test(label.text) || matchField(`${field.label.text} ${label.text}`)?.score === 1
}

/** Whether a value's first label is the next of those in the field before it: (d) after (b), (c). */
function followsOn(field: FieldValue | undefined, value: readonly Block[]): boolean {
  if (!field) return false
  const last = textEntries(field.blocks).findLast((entry) => entry.label !== null)?.label
  const first = textEntries(value)[0]?.label
  if (!last || !first || last.levels.length !== 1 || first.levels.length !== 1 || last.bracketed !== first.bracketed) return false
  return (
    nextNumber(last.number) === first.number ||
    (/^[a-z]$/u.test(last.number) && /^[a-z]$/u.test(first.number) && first.number > last.number)
  )
}
