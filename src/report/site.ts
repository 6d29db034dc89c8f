import type { Row } from '../store/database.ts'
import type { Archive } from './archive.ts'
import type { EvidenceIndex } from './passages.ts'
import { rowText } from './rows.ts'
import { type Stand, standOf, tallyOf, tallyWords } from './standing.ts'

/** All that pages are made of. */
export interface Site {
  archive: Archive
  evidence: EvidenceIndex
  /** The ISO day on which the report is made: what is due before it is overdue. */
  today: string
  /** The status of each recommendation. */
  stands: Map<string, Stand>
}

/** Brings the views, the evidence and the day together. */
export function makeSite(archive: Archive, evidence: EvidenceIndex, today: string): Site {
  const stands = new Map(archive.recommendations.map((row) => [String(row.recommendation_id), standOf(archive, row, today)]))
  return { archive, evidence, today, stands }
}

/** The status of a recommendation. */
export function standIn(site: Site, row: Row): Stand {
  return site.stands.get(String(row.recommendation_id)) ?? standOf(site.archive, row, site.today)
}

/** The status of the parts of a recommendation that is not graded itself ("its parts: 2 achieved, 1 on track"); null for any other. */
export function partsWords(site: Site, row: Row): string | null {
  const parts = site.archive.partsOf.get(String(row.recommendation_id)) ?? []
  if (!parts.length || rowText(row.status) !== null) return null
  return `its parts: ${tallyWords(tallyOf(parts))}`
}

/** Whether a paper is shown as pictures of pages; any other is shown as text. */
export function isPictured(document: Row | undefined): boolean {
  return /^(?:application\/pdf|image\/.*)$/u.test(String(document?.media_type))
}
