import type { Page, PageScan } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { DocumentRecords, Evidence } from '../../schema/records.ts'
import { liesIn, withoutJoinedRows } from './joined-rows.ts'

/** The lists whose records have a confidence and may have dates. */
const LISTS = ['wordings', 'resolutions', 'commitments', 'actions', 'progressUpdates'] as const

/** A record as far as this asks. */
interface Shown {
  place: Place
  evidence: Evidence[]
}

type Scans = ReadonlyMap<number, PageScan>

/**
 * The records of a document some of whose pages were read from pictures: each as sure as the engine was of its page, without
 * days, owners and states from a cell that holds ink nobody could read, since what is missing may be the half of a date or the
 * "not" before a state, and without those of rows that may be several.
 */
export function asScanned(records: DocumentRecords, pages: readonly Page[]): DocumentRecords {
  const scans = new Map(pages.flatMap(({ page, scan }) => (scan ? [[page, scan] as const] : [])))
  if (scans.size === 0) return records
  const changed = LISTS.map((list) => [
    list,
    (records[list] as (Shown & { confidence: number })[]).map((record) => lessSure(record, scans)),
  ])
  const facts = records.facts.map((fact) => withoutUnreadValues(fact, scans))
  const responsibilities = records.responsibilities.filter(({ place }) => !isUnread(place, scans))
  return withoutJoinedRows({ ...records, ...(Object.fromEntries(changed) as Partial<DocumentRecords>), responsibilities, facts }, pages)
}

function lessSure<T extends Shown & { confidence: number }>(record: T, scans: Scans): T {
  const pages = new Set([record.place, ...record.evidence.map(({ place }) => place)].map(({ page }) => page))
  const certainties = [...pages].flatMap((page) => scans.get(page ?? 0)?.certainty ?? [])
  if (certainties.length === 0) return record
  return { ...withoutUnreadValues(record, scans), confidence: Math.round(record.confidence * Math.min(...certainties) * 100) / 100 }
}

function withoutUnreadValues<T extends Shown>(record: T, scans: Scans): T {
  const unread = new Set(record.evidence.filter(({ field, place }) => isValue(field) && isUnread(place, scans)).map(({ field }) => field))
  if (unread.size === 0) return record
  return {
    ...record,
    ...Object.fromEntries([...unread].map((field) => [field, null])),
    evidence: record.evidence.filter(({ field }) => !unread.has(field)),
  }
}

/** Who, in what state, with what outcome; and "dueFrom", "asOfTo", "decidedOn": a day that follows from words. */
const isValue = (field: string): boolean => /^(?:responsible|status|outcome)$|(?:From|To|On)$/u.test(field)

function isUnread(place: Place, scans: Scans): boolean {
  return scans.get(place.page ?? 0)?.unread.some((box) => liesIn(place, box)) ?? false
}
