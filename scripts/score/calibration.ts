import type { Mistake } from './mistakes.ts'

/** A stored record that has a confidence and that a gold has something to say about. */
export interface SureRecord {
  document: string
  /** The view it is in. */
  view: string
  /** The scorer's lists that it is compared with and that the gold holds: "recommendation", "resolution". */
  lists: readonly string[]
  /** How the scorer calls it: its number, for an action with the label after a stroke. */
  key: string
  confidence: number
  values: Readonly<Record<string, unknown>>
}

/** A record with the judgement. */
export interface JudgedRecord extends SureRecord {
  right: boolean
  /** Whether it has a day or body that is wrong for its whole paper. */
  hasWrongFrame: boolean
}

/** How many of the records between two confidences are right. */
export interface Band {
  name: string
  records: number
  right: number
}

/** What the scorer says about one row of a list: all its mistakes. */
interface FaultyRow {
  label: string
  invented: boolean
  values: Map<string, string | null>
}

const BANDS: readonly [name: string, from: number][] = [
  ['.9 and more', 0.9],
  ['.8 – .9', 0.8],
  ['.7 – .8', 0.7],
  ['.5 – .7', 0.5],
  ['below .5', Number.NEGATIVE_INFINITY],
]
const EDGES = new Set(['starts', 'ends'])

/**
 * Says of each record whether it is right: whether the scorer matched it and found nothing amiss in its held fields,
 * which is to say that none of its mistakes is about the record.
 *
 * A mistake has the label of a row: a record's number, or where the gold gives no number the first words that it
 * expects ("no. 2 without a number" where it expects none). Several records may answer to one label, and one without a
 * number is under the key "null" when it was not expected. So a row's mistakes are put to the record of that
 * document and list which holds just the values that were found; of several, to one whose number is the label or whose
 * text begins with it; of several still, to the first that no other row has taken. Rows that were not expected come
 * first, because all their values are reported. A row that is missing as a whole is about no record.
 *
 * What is held apart, such as links, the names after a commitment and details, counts for no record. Nor does a day or
 * body that the gold gives for the whole document, as it belongs to no row: the resolutions that have a wrong one are
 * marked apart.
 */
export function judge(records: readonly SureRecord[], mistakes: readonly Mistake[]): JudgedRecord[] {
  const wrong = new Set<SureRecord>()
  const mistakesOf = Map.groupBy(mistakes, ({ document }) => document)
  for (const [document, own] of Map.groupBy(records, (record) => record.document)) {
    const told = mistakesOf.get(document) ?? []
    for (const list of new Set(own.flatMap(({ lists }) => lists))) {
      const candidates = own.filter(({ lists }) => lists.includes(list))
      for (const record of recordsOf(faultyRows(told, list), candidates)) wrong.add(record)
    }
  }
  const hasWrongFrame = (record: SureRecord) => (mistakesOf.get(record.document) ?? []).some((mistake) => isOfFrame(mistake, record))
  return records.map((record) => ({ ...record, right: !wrong.has(record), hasWrongFrame: hasWrongFrame(record) }))
}

/** Counts records by confidence, the surest first. */
export function bandsOf(records: readonly JudgedRecord[]): Band[] {
  const bandOf = ({ confidence }: JudgedRecord) => BANDS.find(([, from]) => confidence >= from)?.[0]
  return BANDS.map(([name]) => {
    const own = records.filter((record) => bandOf(record) === name)
    return { name, records: own.length, right: own.filter(({ right }) => right).length }
  })
}

/** The rows of a list that were found and have mistakes. The scorer tells them row by row: where a field comes again, another row has begun. */
function faultyRows(mistakes: readonly Mistake[], list: string): FaultyRow[] {
  const rows: FaultyRow[] = []
  for (const { field, label, invented, found } of mistakes) {
    if (!field.startsWith(`${list}.`)) continue
    const name = field.slice(list.length + 1)
    const last = rows.at(-1)
    if (last?.label === label && last.invented === invented && !last.values.has(name)) last.values.set(name, found)
    else rows.push({ label, invented, values: new Map([[name, found]]) })
  }
  return rows.filter(({ values }) => values.get('key') !== null)
}

function recordsOf(rows: readonly FaultyRow[], records: readonly SureRecord[]): Set<SureRecord> {
  const taken = new Set<SureRecord>()
  const inventedFirst = [...rows].sort((a, b) => Number(b.invented) - Number(a.invented))
  for (const row of inventedFirst) {
    const free = records.filter((record) => !taken.has(record))
    const alike = free.filter((record) => hasValues(record, row))
    const named = (record: SureRecord) => answersTo(record, row)
    const record = alike.find(named) ?? alike[0] ?? free.find(named)
    if (record) taken.add(record)
  }
  return taken
}

function hasValues(record: SureRecord, { values, invented }: FaultyRow): boolean {
  return [...values].every(([field, found]) => squeezed(shown(record, field, invented)) === squeezed(found))
}

function answersTo({ key, values }: SureRecord, { label, invented }: FaultyRow): boolean {
  const opening = squeezed(label.replace(/…$/u, ''))
  return key === label || (!invented && opening !== '' && squeezed(values.text).startsWith(opening))
}

/** A record's value as the scorer prints it. */
function shown({ key, values }: SureRecord, field: string, invented: boolean): string {
  const text = String(values.text ?? '')
  if (field === 'key') return key
  if (EDGES.has(field)) return field === 'ends' && !invented ? `…${text.slice(-70)}` : text.slice(0, 90)
  const value = String(values[field] ?? '')
  const named = field === 'decided_by' ? value.toLowerCase() : value
  return named.length > 90 ? `${named.slice(0, 87)}…` : named
}

const squeezed = (value: unknown): string => String(value ?? '').replace(/\s+/gu, '')

function isOfFrame({ field, found }: Mistake, record: SureRecord): boolean {
  if ((field !== 'decided_on' && field !== 'decided_by') || !record.lists.includes('resolution')) return false
  return found !== null && squeezed(shown(record, field, false)) === squeezed(found)
}
