import type { Page } from '../../schema/document.ts'
import type { Box, Place } from '../../schema/place.ts'
import type { Candidate, DocumentRecords } from '../../schema/records.ts'

/** The lists whose records a row makes, those first that say what the row is, with what it would be and the field that says it. */
const LISTS = [
  ['wordings', 'recommendation', 'text'],
  ['resolutions', 'resolution', 'text'],
  ['progressUpdates', 'update', 'progress'],
  ['actions', 'action', 'text'],
  ['commitments', 'action', 'responsible'],
] as const

/** A record as far as this asks. */
interface Shown {
  key: string
  place: Place
  paperKey: string
  confidence: number
}

const READING = 'a row of a scanned table that may be several rows'

/**
 * The records without those of rows that may be several: whose owner, day and state is whose, nobody can tell. What such a
 * row says first is kept as a candidate, for a person who looks at the page.
 */
export function withoutJoinedRows(records: DocumentRecords, pages: readonly Page[]): DocumentRecords {
  const rows = pages.flatMap(({ page, scan }) => (scan?.joined ?? []).map((box) => ({ page, box })))
  if (rows.length === 0) return records
  const inRow = (place: Place) => rows.findIndex(({ page, box }) => place.page === page && liesIn(place, box))
  const gone = new Set(
    LISTS.flatMap(([list]) => (records[list] as readonly Shown[]).flatMap(({ key, place }) => (inRow(place) < 0 ? [] : [key]))),
  )
  const left = <T extends { key: string }>(list: readonly T[]): T[] =>
    list.filter(({ key }) => !gone.has(key)).map((record) => withoutKeys(record, gone))
  const offered = rows.flatMap((_, row) => candidateOf(records, (place) => inRow(place) === row, row))
  return {
    ...records,
    wordings: left(records.wordings),
    resolutions: left(records.resolutions),
    commitments: left(records.commitments),
    actions: left(records.actions).filter(({ commitmentKey }) => !gone.has(commitmentKey)),
    progressUpdates: left(records.progressUpdates),
    responsibilities: records.responsibilities.filter(({ commitmentKey }) => !gone.has(commitmentKey)),
    details: records.details.filter(({ entityKey, place }) => inRow(place) < 0 && !gone.has(entityKey ?? '')),
    candidates: [...records.candidates, ...offered],
  }
}

function candidateOf(records: DocumentRecords, isInRow: (place: Place) => boolean, row: number): Candidate[] {
  for (const [list, kind, field] of LISTS) {
    const said = (records[list] as readonly (Shown & Record<string, unknown>)[]).filter(({ place }) => isInRow(place))
    const [first] = said
    const text = said.flatMap((record) => (typeof record[field] === 'string' ? [record[field]] : [])).join('\n')
    if (!first || text === '') continue
    const { paperKey, confidence, place } = first
    return [{ key: `candidate/row/${row + 1}`, paperKey, kind, text, reading: READING, confidence, runnerUp: null, place }]
  }
  return []
}

/** A record that names none of those that are gone: what goes on on the next page, for one. */
function withoutKeys<T>(record: T, gone: ReadonlySet<string>): T {
  const named = ['parentKey', 'wordingKey'].filter((field) => gone.has(String((record as Record<string, unknown>)[field])))
  return named.length === 0 ? record : { ...record, ...Object.fromEntries(named.map((field) => [field, null])) }
}

/** Whether the middle of a place lies in a box of its page. */
export function liesIn({ box }: Place, [x0, top, x1, bottom]: Box): boolean {
  if (!box) return false
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return x > x0 && x < x1 && y > top && y < bottom
}
