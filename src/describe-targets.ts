import type { About, Correction, CorrectionDraft } from '../schema/corrections.ts'
import { Entities, valuesOf } from './corrections/entities.ts'
import { aboutOf, type Identity, paperIdentity, recommendationIdentity, recordIdentity, reviewIdentity } from './corrections/identity.ts'
import { documentOf } from './store/names.ts'
import type { Store } from './store/store.ts'

/**
 * What the ids that a correction names stand for as the database is now, and the values that it replaces, as they were read: what a
 * later import holds it against. Documents are not described: their ids follow from their content.
 */
export function describeTargets(store: Store, draft: CorrectionDraft): Pick<Correction, 'about'> & { was?: Record<string, string | null> } {
  const ids = idsOf(draft)
  if (ids.length === 0) return {}
  const entities = new Entities(store.loadLinkInputs(ids.flatMap((id) => documentsOf(store, id))))
  const about = ids.flatMap((id): About[] => {
    const identity = identify(store, id, entities)
    return identity ? [aboutOf(id, identity)] : []
  })
  const target = draft.action === 'set' ? entities.find(draft.target) : null
  if (draft.action !== 'set' || !target) return { about }
  return { about, was: valuesOf(target, Object.keys(draft.fields)) }
}

/** The ids of records, papers, recommendations and reviews that a correction names. */
function idsOf(draft: CorrectionDraft): string[] {
  const named =
    draft.action === 'link'
      ? [draft.target, draft.to]
      : draft.action === 'unlink'
        ? [draft.target, draft.from]
        : draft.action === 'merge'
          ? [draft.target, draft.into]
          : draft.action === 'set' || draft.action === 'part'
            ? [draft.target]
            : []
  return named.filter((id): id is string => id !== null && !/^doc-[^/]+$/u.test(id))
}

const WORDINGS = `SELECT entity_id FROM assignment WHERE entity_kind = 'wording' AND recommendation_id = ? ORDER BY entity_id`

/** The id that a review or a recommendation has now. */
function idNow(store: Store, id: string): string {
  return String(store.query('SELECT new_id FROM alias WHERE old_id = ?', id)[0]?.new_id ?? id)
}

/** The wordings of a recommendation, by id. */
function wordingsOf(store: Store, id: string): string[] {
  return store.query(WORDINGS, id).map(({ entity_id: wording }) => String(wording))
}

/** The documents that hold what an id stands for. */
function documentsOf(store: Store, id: string): string[] {
  return id.startsWith('doc-') ? [documentOf(id)] : wordingsOf(store, idNow(store, id)).map(documentOf)
}

function identify(store: Store, id: string, entities: Entities): Identity | null {
  const entity = entities.find(id)
  if (entity) return recordIdentity(entity)
  const paper = entities.findPaper(id)
  if (paper) return paperIdentity(paper.paper, paper.input.documentId)
  const now = idNow(store, id)
  const [recommendation] = store.query('SELECT text, document_id FROM recommendation WHERE recommendation_id = ?', now)
  if (recommendation) {
    const wordings = wordingsOf(store, now).flatMap((wording) => entities.find(wording) ?? [])
    return recommendationIdentity(String(recommendation.text), String(recommendation.document_id), wordings)
  }
  const [review] = store.query(REVIEW, now)
  if (!review) return null
  const documents = store.query(
    'SELECT document_id FROM document_review WHERE review_id = ? UNION SELECT document_id FROM assignment WHERE review_id = ?',
    now,
    now,
  )
  return reviewIdentity(
    String(review.title),
    documents.map(({ document_id: documentId }) => String(documentId)),
  )
}

/** A review with the title that was read, where a person set another. */
const REVIEW = `SELECT coalesce(
    (SELECT extracted FROM correction WHERE target_id = review_id AND field = 'title' AND state = 'applied'), title) AS title
  FROM review WHERE review_id = ?`
