import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { LabelledValue } from '../outline/labelled-values.ts'

/** Whether a labelled value opens a card: "Recommendation 4:", "Recommendation:". */
export function opensCard(value: LabelledValue): boolean {
  if (value.number?.word === 'recommendation' || value.number?.word === 'objective') return true
  return value.field?.role === 'recommendation' && value.field.score === 1
}

/** Fields of a card that may be above its recommendation. */
const ABOVE: ReadonlySet<FieldRole> = new Set([
  'number',
  'responsible',
  'sponsor',
  'due',
  'revised-due',
  'status',
  'theme',
  'review',
  'completed-on',
])

/**
 * Cards that print their officer and date above the recommendation, with each recommendation moved before them. What is
 * above the first shows it: the same labels in the same order are above every one, and not below the last.
 */
export function openersFirst(printed: readonly LabelledValue[]): readonly LabelledValue[] {
  const values = withValuesBelow(printed)
  const openers = values.flatMap((value, at) => (opensCard(value) ? [at] : []))
  const [first = 0] = openers
  const roleAt = (at: number) => (values[at]?.field && !opensCard(values[at]) ? values[at].field.role : null)
  const lead: FieldRole[] = []
  for (let role = roleAt(first - 1); role && ABOVE.has(role); role = roleAt(first - 1 - lead.length)) lead.push(role)
  const leads = (at: number) => lead.every((role, back) => roleAt(at - 1 - back) === role)
  if (openers.length < 2 || lead.length === 0 || !openers.every(leads)) return printed
  if (values.slice(openers.at(-1)).some(({ field }) => field && lead.includes(field.role))) return printed
  const above = new Set(openers.flatMap((at) => lead.map((_, back) => at - 1 - back)))
  // The words of a recommendation end where a label comes, and what was above it follows.
  const endings = new Map(openers.map((at) => [wordsEnd(values, at), at]))
  return values.flatMap((value, at) => {
    const opener = endings.get(at)
    if (above.has(at)) return []
    if (opener === undefined) return [value]
    // A line above a table of labels is of the card as its rows are.
    const fromTable = values[opener]?.fromTable ?? false
    return [value, ...values.slice(opener - lead.length, opener).map((one) => ({ ...one, fromTable }))]
  })
}

/** The last of the values without a label that go on with the one at `at`. */
function wordsEnd(values: readonly LabelledValue[], at: number): number {
  let end = at
  while (end + 1 < values.length && !isLabelled(values[end + 1])) end++
  return end
}

const isLabelled = (value: LabelledValue | undefined): boolean => value !== undefined && (value.field !== null || value.label.text !== '')

/** Labels on lines of their own with the value that is on the line below, where they are of fields that may be above a recommendation. */
function withValuesBelow(values: readonly LabelledValue[]): readonly LabelledValue[] {
  const takes = ({ field, label, value }: LabelledValue) =>
    field !== null && ABOVE.has(field.role) && label.text !== '' && value.length === 0
  const isValue = (value: LabelledValue | undefined) =>
    value !== undefined && value.label.text === '' && value.field === null && value.value.length > 0
  return values.flatMap((value, at) => {
    const [before, next] = [values[at - 1], values[at + 1]]
    if (before && takes(before) && isValue(value)) return []
    return next && takes(value) && isValue(next) ? [{ ...value, value: next.value }] : [value]
  })
}

/** Fields that say about an action who does it or by when. */
const COMMITTING: ReadonlySet<FieldRole> = new Set(['responsible', 'sponsor', 'due', 'revised-due'])

/**
 * Where no recommendation is labelled, blocks of lines "Action: … Lead: … Complete by: …" are the cards of a plan: each
 * action opens one. Null where any of them has neither an officer nor a date of its own.
 */
export function actionsAsOpeners(values: readonly LabelledValue[]): LabelledValue[] | null {
  if (values.some(opensCard)) return null
  const actions = values.flatMap(({ field }, at) => (field?.role === 'action' && field.score === 1 ? [at] : []))
  const commits = (from: number, to: number | undefined) =>
    values.slice(from, to).some(({ field }) => field !== null && COMMITTING.has(field.role))
  if (actions.length < 2 || !actions.every((at, nth) => commits(at, actions[nth + 1]))) return null
  return values.map((value, at) => (actions.includes(at) ? { ...value, field: { role: 'recommendation', score: 1, certainty: 1 } } : value))
}

/** Where cards begin: at their own labels; else, where a field comes round again, at the unlabelled text before it. */
export function cardStarts(values: readonly LabelledValue[]): number[] {
  const starts: number[] = []
  let seen = new Set<FieldRole>()
  let loose: number | null = null
  for (const [index, value] of values.entries()) {
    if (opensCard(value) && !isOwnText(values, starts.at(-1), index)) {
      starts.push(index)
      seen = new Set()
      loose = null
      continue
    }
    if (value.field === null) {
      const row: boolean = value.fromTable && values[loose ?? index]?.fromTable === false
      if (value.label.text === '' && value.value.length > 0) loose = row ? index : (loose ?? index)
      continue
    }
    const role = value.field.role
    const again = seen.has(role) && (role === 'responsible' || role === 'due' || role === 'sponsor')
    if (
      (starts.length === 0 || again) &&
      loose !== null &&
      value.fromTable &&
      values[loose]?.fromTable &&
      (role === 'responsible' || role === 'due' || role === 'action')
    ) {
      starts.push(firstOfTable(values, loose, index))
      seen = new Set()
    }
    seen.add(role)
    loose = null
  }
  return starts
}

/** Whether "Recommendation:" without a number is the text of the card that a numbered heading has just opened: "Recommendation 3: The ramp" above it names the subject. */
export function isOwnText(values: readonly LabelledValue[], start: number | undefined, index: number): boolean {
  const opener = start === undefined ? undefined : values[start]
  if (!opener?.number || opener.fromTable || values[index]?.number) return false
  return values.slice((start ?? 0) + 1, index).every((value) => value.field === null || value.field.role !== 'recommendation')
}

/** The first of the unlabelled table rows that are directly before `index`. */
function firstOfTable(values: readonly LabelledValue[], loose: number, index: number): number {
  let start = index
  while (start > loose && values[start - 1]?.fromTable && values[start - 1]?.label.text === '') start--
  return start
}
