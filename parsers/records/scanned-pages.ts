import type { Page, PageScan } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { DocumentRecords, Evidence } from '../../schema/records.ts'

/** The lists whose records bear a confidence and may bear dates. */
const LISTS = ['wordings', 'resolutions', 'commitments', 'actions', 'progressUpdates'] as const

/** A record as far as this asks. */
interface Sure {
  confidence: number
  place: Place
  evidence: Evidence[]
}

/**
 * The records of a document some of whose pages were read from pictures: each as sure as the engine was of its page, and
 * without dates from a cell that holds ink nobody could read, since what is missing may be the half of the date.
 */
export function asScanned(records: DocumentRecords, pages: readonly Page[]): DocumentRecords {
  const scans = new Map(pages.flatMap(({ page, scan }) => (scan ? [[page, scan] as const] : [])))
  if (scans.size === 0) return records
  const changed = LISTS.map((list) => [list, (records[list] as Sure[]).map((record) => lessSure(record, scans))] as const)
  return { ...records, ...(Object.fromEntries(changed) as Partial<DocumentRecords>) }
}

function lessSure<T extends Sure>(record: T, scans: ReadonlyMap<number, PageScan>): T {
  const pages = new Set([record.place, ...record.evidence.map(({ place }) => place)].map(({ page }) => page))
  const certainties = [...pages].flatMap((page) => scans.get(page ?? 0)?.certainty ?? [])
  if (certainties.length === 0) return record
  const unread = new Set(record.evidence.filter(({ field, place }) => isDay(field) && isUnread(place, scans)).map(({ field }) => field))
  return {
    ...record,
    ...Object.fromEntries([...unread].map((field) => [field, null])),
    confidence: Math.round(record.confidence * Math.min(...certainties) * 100) / 100,
    evidence: record.evidence.filter(({ field }) => !unread.has(field)),
  }
}

/** "dueFrom", "asOfTo": a day that follows from words. */
const isDay = (field: string): boolean => /(?:From|To)$/u.test(field)

function isUnread({ page, box }: Place, scans: ReadonlyMap<number, PageScan>): boolean {
  if (!box) return false
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  return scans.get(page ?? 0)?.unread.some(([x0, top, x1, bottom]) => x > x0 && x < x1 && y > top && y < bottom) ?? false
}
