import { joinPassages, plainParagraph } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { nounMeaning } from '../recognise/heading-nouns.ts'
import { canonicalNumber, nextNumber, parentNumber } from '../recognise/numbers.ts'
import { type FieldValue, fieldPassage, type PlanItem } from './plan-items.ts'
import { addFurtherRow } from './rejoin-rows.ts'

/** What a row is about, and where it is. Anything else is said about it. */
const ABOUT: ReadonlySet<FieldRole> = new Set(['number', 'recommendation', 'objective', 'theme', 'review'])
/** Fields of which one with words makes a row an action that somebody does by some time. */
const OWN_ROLES: readonly FieldRole[] = ['responsible', 'sponsor', 'due', 'revised-due', 'timescale', 'status', 'progress']
/** Words of a sentence that asks for something. */
const ASKS = /\b(?:should|shall|must|needs? to|ought to|will|to be)\b/iu

/**
 * The items of a plan with the rows that are numbered below another put under it: "1.1", "1.2" below a row "1" that says
 * nothing of who or when. Where that row says what is recommended, or is under "Objective / Action", those with an officer, a date or progress are its
 * actions; where it is a title, it heads them. Rows below one with values of its own are recommendations beside it.
 */
export function withRowsBelow(items: readonly PlanItem[]): PlanItem[] {
  const kept: PlanItem[] = []
  let whole: { item: PlanItem; isTitle: boolean; last: string | null } | null = null
  for (const item of items) {
    const number = numberOf(item)
    const next: string | null = whole && (whole.last === null ? `${numberOf(whole.item)}.1` : nextNumber(whole.last))
    if (!whole || number === null || number !== next) {
      kept.push(item)
      whole =
        number !== null && parentNumber(number) === null && saysOnlyWhat(item)
          ? { item, isTitle: !asks(item) && !isObjective(item), last: null }
          : null
      continue
    }
    if (whole.isTitle) {
      if (whole.last === null) kept.pop()
      kept.push({ ...item, heading: subjectOf(whole.item) })
    } else if (OWN_ROLES.some((role) => fieldPassage(item, role).text !== '')) addAction(whole.item, item, whole.last === null)
    else kept.push(item)
    whole.last = number
  }
  return kept
}

const numberOf = (item: PlanItem) => canonicalNumber(fieldPassage(item, 'number').text)

/** Whether a row says what it is about and nothing else. */
const saysOnlyWhat = (item: PlanItem) =>
  subjectOf(item).text !== '' && [...item.fields.keys()].every((role) => ABOUT.has(role) || fieldPassage(item, role).text === '')

/** Whether a row's words ask for something, as no title does. */
const asks = (item: PlanItem) => /[.!?]$/u.test(subjectOf(item).text) || ASKS.test(subjectOf(item).text)

/** Whether a row is an objective by its heading, which names both: "Objective / Action" over objectives and their actions. */
function isObjective({ fields }: PlanItem): boolean {
  const named = (fields.get('objective')?.label.text ?? '').split(/[/&,;]|\s(?:and|or)\s/u).map((part) => nounMeaning(part)?.role)
  return named.includes('objective') && named.includes('action')
}

function subjectOf(item: PlanItem) {
  const objective = fieldPassage(item, 'objective')
  return objective.text === '' ? fieldPassage(item, 'recommendation') : objective
}

/** Adds a row as an action of the item above it; its number stays before its words. The first takes the places that are empty above. */
function addAction(whole: PlanItem, row: PlanItem, first: boolean): void {
  const fields = new Map([...row.fields].filter(([role]) => !ABOUT.has(role)))
  const subject = row.fields.get('recommendation') ?? row.fields.get('objective')
  const words = joinPassages([fieldPassage(row, 'number'), subjectOf(row), fieldPassage(row, 'action')])
  const action: FieldValue | undefined = row.fields.get('action') ?? subject
  if (action) fields.set('action', { ...action, blocks: [plainParagraph(words)], rowStarts: [], rowFills: [] })
  if (!first) addFurtherRow(whole, { ...row, fields })
  else {
    for (const [role, value] of fields) whole.fields.set(role, value)
    whole.dated = row.dated
  }
}
