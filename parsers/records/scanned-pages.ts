import type { Page, PageScan } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { DocumentRecords, Evidence } from '../../schema/records.ts'

/** The lists whose records bear a confidence and may bear dates. */
const LISTS = ['wordings', 'resolutions', 'commitments', 'actions', 'progressUpdates'] as const

/** A record as far as this asks. */
interface Shown {
  place: Place
  evidence: Evidence[]
}

type Scans = ReadonlyMap<number, PageScan>

/**
 * The records of a document some of whose pages were read from pictures: each as sure as the engine was of its page, and
 * without dates from a cell that holds ink nobody could read, since what is missing may be the half of the date.
 */
export function asScanned(records: DocumentRecords, pages: readonly Page[]): DocumentRecords {
  const scans = new Map(pages.flatMap(({ page, scan }) => (scan ? [[page, scan] as const] : [])))
  if (scans.size === 0) return records
  const changed = LISTS.map((list) => [
    list,
    (records[list] as (Shown & { confidence: number })[]).map((record) => lessSure(record, scans)),
  ])
  const facts = records.facts.map((fact) => withoutUnreadDays(fact, scans))
  return { ...records, ...(Object.fromEntries(changed) as Partial<DocumentRecords>), facts }
}

function lessSure<T extends Shown & { confidence: number }>(record: T, scans: Scans): T {
  const pages = new Set([record.place, ...record.evidence.map(({ place }) => place)].map(({ page }) => page))
  const certainties = [...pages].flatMap((page) => scans.get(page ?? 0)?.certainty ?? [])
  if (certainties.length === 0) return record
  return { ...withoutUnreadDays(record, scans), confidence: Math.round(record.confidence * Math.min(...certainties) * 100) / 100 }
}

function withoutUnreadDays<T extends Shown>(record: T, scans: Scans): T {
  const unread = new Set(record.evidence.filter(({ field, place }) => isDay(field) && isUnread(place, scans)).map(({ field }) => field))
  if (unread.size === 0) return record
  return {
    ...record,
    ...Object.fromEntries([...unread].map((field) => [field, null])),
    evidence: record.evidence.filter(({ field }) => !unread.has(field)),
  }
}

/** "dueFrom", "asOfTo", "decidedOn": a day that follows from words. */
const isDay = (field: string): boolean => /(?:From|To|On)$/u.test(field)

function isUnread({ page, box }: Place, scans: Scans): boolean {
  if (!box) return false
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return scans.get(page ?? 0)?.unread.some(([x0, top, x1, bottom]) => x > x0 && x < x1 && y > top && y < bottom) ?? false
}
