import type { Row } from '../store/database.ts'
import type { Archive } from './archive.ts'
import { shortDigest } from './file-names.ts'
import { papersInOrder } from './paper-order.ts'

/** What one paper says of one recommendation. */
export interface PaperEntry {
  paper: Row
  wordings: Row[]
  resolutions: Row[]
  commitments: Row[]
  updates: Row[]
}

/** A recommendation's history, paper by paper, in the order in which the papers were written. */
export function paperEntries(archive: Archive, recommendation: Row): PaperEntry[] {
  const id = String(recommendation.recommendation_id)
  const entries = new Map<string, PaperEntry>()
  const kinds = ['wordings', 'resolutions', 'commitments', 'updates'] as const
  for (const kind of kinds) {
    for (const row of archive[kind].get(id) ?? []) {
      const paper = archive.document.get(String(row.document_id))
      if (!paper) continue
      const documentId = String(row.document_id)
      const entry = entries.get(documentId) ?? { paper, wordings: [], resolutions: [], commitments: [], updates: [] }
      entry[kind].push(row)
      entries.set(documentId, entry)
    }
  }
  return papersInOrder([...entries.values()].map(({ paper }) => paper)).flatMap((paper) => entries.get(String(paper.document_id)) ?? [])
}

/** The anchor of a paper's entry on a recommendation's page. */
export function entryId(paper: Row): string {
  return `paper-${shortDigest(String(paper.document_id))}`
}
