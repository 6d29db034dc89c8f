import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { type EvidenceIndex, indexEvidence } from './passages.ts'

/** Records whose evidence is kept at hand: more than one page shows, so that a page asks for each once. */
const RECORDS_AT_HAND = 500

/**
 * The evidence of a database, read when it is asked for: a paper at a time, or a record at a time. An archive has ten
 * times as many rows of it as of anything else, and a page needs few of them.
 */
export function storedEvidence(store: Store): EvidenceIndex {
  const rows = (column: 'document_id' | 'entity_id', id: string): Row[] =>
    store.query(`SELECT * FROM evidence WHERE ${column} = ? ORDER BY entity_id, field, page, line_from, top, x0, quote`, id)
  let paper: { id: string; index: EvidenceIndex } | null = null
  const records = new Map<string, EvidenceIndex>()
  const paperIndex = (id: string): EvidenceIndex => {
    if (paper?.id !== id) paper = { id, index: indexEvidence(rows('document_id', id)) }
    return paper.index
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
      const here = paper?.index.of(entityId, field) ?? []
      return here.length ? here : recordIndex(String(entityId)).of(entityId, field)
    },
    stateOf: (entityId, field) =>
      entityId === null || entityId === undefined ? null : recordIndex(String(entityId)).stateOf(entityId, field),
    inPaper: (documentId) => paperIndex(documentId).inPaper(documentId),
  }
}
