import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { type EvidenceIndex, indexEvidence } from './passages.ts'

/** Records whose evidence is kept at hand: more than one page shows, so that a page asks for each once. */
const RECORDS_AT_HAND = 500
/** Papers whose evidence is kept at hand: those that are drawn at one time. */
const PAPERS_AT_HAND = 8

/**
 * The evidence of a database, read when it is asked for: a paper at a time, or a record at a time. An archive has ten
 * times as many rows of it as of anything else, and a page needs few of them.
 */
export function storedEvidence(store: Store): EvidenceIndex {
  const rows = (column: 'document_id' | 'entity_id', id: string): Row[] =>
    store.query(`SELECT * FROM evidence WHERE ${column} = ? ORDER BY entity_id, field, page, line_from, top, x0, quote`, id)
  let paper: EvidenceIndex | null = null
  const papers = new Map<string, EvidenceIndex>()
  const records = new Map<string, EvidenceIndex>()
  const paperIndex = (id: string): EvidenceIndex => {
    paper = papers.get(id) ?? indexEvidence(rows('document_id', id))
    // The one that was asked for last is the last in the map.
    papers.delete(id)
    papers.set(id, paper)
    for (const oldest of papers.keys()) if (papers.size > PAPERS_AT_HAND) papers.delete(oldest)
    return paper
  }
  const recordIndex = (id: string): EvidenceIndex => {
    const known = records.get(id)
    if (known) return known
    if (records.size >= RECORDS_AT_HAND) records.clear()
    const index = indexEvidence(rows('entity_id', id))
    records.set(id, index)
    return index
  }
  return {
    // A record's evidence stands in one paper, so what the paper at hand has of it is all there is.
    of: (entityId, field) => {
      if (entityId === null || entityId === undefined) return []
      const here = paper?.of(entityId, field) ?? []
      return here.length ? here : recordIndex(String(entityId)).of(entityId, field)
    },
    stateOf: (entityId, field) =>
      entityId === null || entityId === undefined ? null : recordIndex(String(entityId)).stateOf(entityId, field),
    inPaper: (documentId) => paperIndex(documentId).inPaper(documentId),
  }
}
