import type { Row } from '../store/database.ts'
import type { Archive } from './archive.ts'
import { shortDigest } from './file-names.ts'
import { papersInOrder } from './paper-order.ts'

/** What one paper says about one recommendation. */
export interface PaperEntry {
  paper: Row
  wordings: Row[]
  resolutions: Row[]
  commitments: Row[]
  updates: Row[]
  /** That an update passes the recommendation over. */
  silence: Row | null
}

/** A recommendation's history, paper by paper, in the order in which the papers were written. */
export function paperEntries(archive: Archive, recommendation: Row): PaperEntry[] {
  const id = String(recommendation.recommendation_id)
  const entries = new Map<string, PaperEntry>()
  const kinds = ['wordings', 'resolutions', 'commitments', 'updates'] as const
  for (const kind of kinds) {
    for (const row of archive[kind].get(id) ?? []) {
      entryOf(archive, entries, row)?.[kind].push(row)
    }
  }
  for (const row of archive.unreported.get(id) ?? []) {
    const entry = entryOf(archive, entries, row)
    if (entry) entry.silence = row
  }
  return papersInOrder([...entries.values()].map(({ paper }) => paper)).flatMap((paper) => entries.get(String(paper.document_id)) ?? [])
}

function entryOf(archive: Archive, entries: Map<string, PaperEntry>, { document_id: id }: Row): PaperEntry | undefined {
  const known = entries.get(String(id))
  const paper = archive.document.get(String(id))
  if (known || !paper) return known
  const entry = { paper, wordings: [], resolutions: [], commitments: [], updates: [], silence: null }
  entries.set(String(id), entry)
  return entry
}

/** The anchor of a paper's entry on a recommendation's page. */
export function entryId(paper: Row): string {
  return `paper-${shortDigest(String(paper.document_id))}`
}
