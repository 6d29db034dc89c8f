import type { CorrectedArchive, Correction, CorrectionLine, ForgottenRow, SettledRow } from '../../schema/corrections.ts'
import type { LinkedArchive, LinkInput } from '../../schema/links.ts'
import { meaningAndCouncil } from '../../schema/taught-words.ts'
import { linkArchive } from '../link/link-archive.ts'
import { samePapers } from '../link/same-papers.ts'
import { correctLinks } from './correct-links.ts'
import { correctInputs, correctRows } from './correct-records.ts'
import { Entities } from './entities.ts'
import { LinkDesk } from './link-desk.ts'
import { type Regrouping, regroupReviews } from './regroup-reviews.ts'
import { ReviewIds } from './review-ids.ts'
import { Standing } from './standing.ts'
import { suggestTargets } from './suggest-targets.ts'
import { Targets } from './targets.ts'

/** What is corrected: all documents' records, and which documents there are at all, those that could not be read too. */
export interface Uncorrected {
  documents: readonly LinkInput[]
  documentIds: ReadonlySet<string>
}

/**
 * The links of a whole archive as people corrected them. Values are set before anything is linked, so that linking sees
 * what a person saw; reviews are merged and parted where linking has grouped them; links, recommendations and diagnostics
 * are corrected last. A pure function of the documents' records and the corrections, which come in the order of their times.
 */
export function correctArchive({ documents: all, documentIds }: Uncorrected, corrections: readonly Correction[]): CorrectedArchive {
  const standing = new Standing(corrections)
  const forgotten = forgetPapers(standing, documentIds)
  const out = new Set(forgotten.map(({ documentId }) => documentId))
  const documents = out.size > 0 ? all.filter(({ documentId }) => !out.has(documentId)) : all
  const targets = new Targets(documents, documentIds, standing)
  const inputs = correctInputs(documents, standing, targets)
  const grouped: Regrouping = { ids: new ReviewIds(), placed: new Map(), placedSilent: new Map(), merged: [] }
  // As they were read: a corrected value is not a sign of another paper.
  const same = samePapers(documents, correctedDocuments(standing, documentIds))
  const regroups = standing.of('merge', 'part', 'link', 'unlink').length > 0
  const archive = regroups
    ? linkArchive(inputs.documents, (reviews, loose) => regroupReviews(reviews, loose, documentIds, standing, targets, grouped), same)
    : linkArchive(inputs.documents, undefined, same)
  const settled = settleDiagnostics(standing, documentIds)
  for (const taught of standing.of('teach')) standing.tell(taught, taught.kind, null, meaningAndCouncil(taught), 'applied')
  if (corrections.length > 0) {
    const entities = new Entities(inputs.documents)
    keepOldIds(archive, grouped)
    signPlacements(archive, grouped)
    placeSilent(archive, grouped, entities)
    correctLinks(new LinkDesk(archive, entities), entities, grouped.ids, standing, targets)
    correctRows(archive, grouped.ids, standing, targets)
    suggestTargets(standing.rows, corrections, archive, documents)
  }
  return {
    ...archive,
    corrections: standing.rows,
    lines: corrections.map(toLine),
    correctedRecords: inputs.correctedRecords,
    settled,
    forgotten,
  }
}

const toLine = (correction: Correction): CorrectionLine => ({ correctionId: correction.id, line: JSON.stringify(correction) })

/** The documents that corrections are about: of a paper in several files, what a person has looked at counts. */
function correctedDocuments(standing: Standing, documentIds: ReadonlySet<string>): Set<string> {
  const named = standing
    .of('set', 'link', 'unlink', 'part')
    .flatMap((correction) => [correction.target, ...(correction.action === 'part' ? correction.papers : [])])
  return new Set(named.map((id) => id.split('/')[0] ?? id).filter((id) => documentIds.has(id)))
}

/** The papers that are taken out; a paper that is not here is out already. */
function forgetPapers(standing: Standing, documentIds: ReadonlySet<string>): ForgottenRow[] {
  return standing.of('forget').flatMap((correction): ForgottenRow[] => {
    const { target, path, by } = correction
    standing.tell(correction, null, path, null, 'applied')
    return documentIds.has(target) ? [{ documentId: target, forgottenBy: by }] : []
  })
}

function settleDiagnostics(standing: Standing, documentIds: ReadonlySet<string>): SettledRow[] {
  return standing.of('settle').flatMap((correction): SettledRow[] => {
    const { target, rule, note, by } = correction
    const documentId = target.split('/')[0] ?? target
    if (!documentIds.has(documentId)) {
      standing.tellGone(correction)
      return []
    }
    standing.tell(correction, rule, note, null, 'applied')
    return [{ documentId, rule, note, settledBy: by }]
  })
}

/** A review that was merged into another is known by its old id too. */
function keepOldIds(archive: LinkedArchive, { ids, merged }: Regrouping): void {
  const taken = new Set(archive.reviews.map(({ reviewId }) => reviewId))
  for (const { oldId, newId, since } of merged) {
    if (taken.has(oldId)) continue
    archive.aliases = [...archive.aliases.filter((alias) => alias.oldId !== oldId), { oldId, newId: ids.review(newId), since }]
  }
  ids.addAliases(archive)
}

/** Gives papers in which nothing was read that could be linked to the reviews that a person said they are of. */
function placeSilent(archive: LinkedArchive, { ids, placedSilent }: Regrouping, entities: Entities): void {
  const known = new Set(archive.reviews.map(({ reviewId }) => reviewId))
  for (const [documentId, { correction, reviewId: named }] of placedSilent) {
    const reviewId = [named, named === null ? null : ids.review(named)].find((id) => id !== null && known.has(id))
    if (reviewId == null) continue
    archive.documents.push({ documentId, reviewId })
    for (const { key } of entities.documents.get(documentId)?.records.papers ?? [])
      archive.papers.push({ paperId: `${documentId}/${key}`, reviewId })
    archive.links.push({
      linkId: `document_review:${documentId}`,
      kind: 'document_review',
      fromId: documentId,
      toId: reviewId,
      method: 'correction',
      confidence: 1,
      runnerUpId: null,
      runnerUpConfidence: null,
      judgement: 'accepted',
      decidedBy: correction.by,
      reasons: JSON.stringify({ correction: correction.id, why: correction.why }),
    })
  }
}

/** Says of each document that a person placed who did, and that no paper's word is wanting. */
function signPlacements(archive: LinkedArchive, { placed }: Regrouping): void {
  archive.links = archive.links.map((link) => {
    const decision = link.kind === 'document_review' ? placed.get(link.fromId) : undefined
    if (!decision || decision.reviewId !== link.toId) return link
    const { id, by, why } = decision.correction
    const reasons = JSON.stringify({ correction: id, why, found: { method: link.method, confidence: link.confidence } })
    return { ...link, method: 'correction', confidence: 1, decidedBy: by, reasons }
  })
  const reviewIds = new Set(archive.reviews.map(({ reviewId }) => reviewId))
  for (const [fromId, { correction, reviewId, was }] of placed) {
    if (was === null || was === reviewId || !reviewIds.has(was)) continue
    archive.links.push({
      linkId: `document_review:${fromId}:rejected:${correction.id}`,
      kind: 'document_review',
      fromId,
      toId: was,
      method: 'correction',
      confidence: 0,
      runnerUpId: null,
      runnerUpConfidence: null,
      judgement: 'rejected',
      decidedBy: correction.by,
      reasons: JSON.stringify({ correction: correction.id, why: correction.why }),
    })
  }
  archive.diagnostics = archive.diagnostics.filter(({ documentId, rule }) => rule !== 'review-unknown' || !placed.has(documentId))
}
