import type { Store } from '../store/store.ts'
import type { Owner } from './archive.ts'
import { type EvidenceIndex, indexEvidence } from './passages.ts'

/** Records whose evidence is kept at hand: more than one page shows, so that a page asks for each once. */
const RECORDS_AT_HAND = 500
/** Papers whose evidence is kept at hand: those that are drawn at one time. */
const PAPERS_AT_HAND = 8

const IN_ORDER = 'ORDER BY entity_id, field, page, line_from, top, x0, quote'
const OF_PAPER = `SELECT * FROM evidence WHERE document_id = ? ${IN_ORDER}`
const OF_RECORDS = `SELECT * FROM evidence WHERE entity_id IN (SELECT value FROM json_each(?)) ${IN_ORDER}`

/**
 * The evidence of a database, read when it is asked for: that of a paper, or of a record with all others of the same
 * recommendation, which one page shows. An archive has ten times as many rows of it as of anything else, and a page needs
 * few of them. `owner` says which recommendation a record is about.
 */
export function storedEvidence(store: Store, owner: ReadonlyMap<string, Owner>): EvidenceIndex {
  const records = new Map<string, EvidenceIndex>()
  const recordsOf = Map.groupBy(owner.keys(), (id) => owner.get(id)?.recommendationId ?? null)
  let paper: EvidenceIndex | null = null
  const papers = new Map<string, EvidenceIndex>()
  const paperIndex = (id: string): EvidenceIndex => {
    paper = papers.get(id) ?? indexEvidence(store.query(OF_PAPER, id))
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
    const recommendation = owner.get(id)?.recommendationId ?? null
    const together = recommendation === null ? [id] : (recordsOf.get(recommendation) ?? [id])
    const index = indexEvidence(store.query(OF_RECORDS, JSON.stringify(together)))
    for (const one of together) records.set(one, index)
    return index
  }
  return {
    // A record's evidence is in one paper, so what the paper at hand has of it is all there is.
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
