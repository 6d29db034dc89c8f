import type { RuleName } from './diagnostics.ts'
import type { DocumentRecords, Outcome, RecommendationKind, Status, WordingRole } from './records.ts'

/** What linking is given of one document. Entity ids are `${documentId}/${record.key}`. */
export interface LinkInput {
  documentId: string
  path: string
  /** Without `evidence`, which linking does not ask for. */
  records: DocumentRecords
}

/** What was linked: the public views' kinds. */
export const LINK_KINDS = ['document_review', 'recommendation_resolution', 'commitment_recommendation', 'update_resolution'] as const
export type LinkKind = (typeof LINK_KINDS)[number]

export interface ReviewRow {
  reviewId: string
  title: string
  council: string | null
  committee: string | null
}

export interface RecommendationRow {
  recommendationId: string
  reviewId: string
  number: string | null
  parentId: string | null
  position: number
  kind: RecommendationKind
  heading: string | null
  text: string
  textFrom: WordingRole
  /** The document that `text` is taken from, and the page there. */
  documentId: string
  page: number | null
  resolutionId: string | null
  outcome: Outcome | null
  responsible: string | null
  dueText: string | null
  dueFrom: string | null
  dueTo: string | null
  status: Status | null
  assessmentText: string | null
  asOfFrom: string | null
  asOfTo: string | null
}

/** To what a record of a document belongs; null where that is not known. */
export interface AssignmentRow {
  entityId: string
  entityKind: 'wording' | 'resolution' | 'commitment' | 'action' | 'progress_update'
  recommendationId: string | null
  reviewId: string | null
  /** For progress updates: the resolution that is reported on. */
  resolutionId: string | null
}

export interface LinkRow {
  linkId: string
  kind: LinkKind
  fromId: string
  toId: string
  /** How it was found, in a word: "number-and-text", "title", … */
  method: string
  /** 0 to 1. */
  confidence: number
  runnerUpId: string | null
  runnerUpConfidence: number | null
  judgement: 'accepted' | 'rejected' | 'unsure'
  /** "rule", or the name given with a correction. */
  decidedBy: string
  /** JSON that a person can read. */
  reasons: string
}

export interface UnlinkedRow {
  entityId: string
  entityKind: 'progress_update' | 'action' | 'resolution'
  documentId: string
  number: string | null
  text: string | null
  bestId: string | null
  bestConfidence: number | null
  reason: string
}

export interface AliasRow {
  oldId: string
  newId: string
  /** ISO day of the paper that brought the new id, if it is dated. */
  since: string | null
}

/** The whole archive's links: a pure function of all documents' records, whatever order they came in. */
export interface LinkedArchive {
  reviews: ReviewRow[]
  documents: { documentId: string; reviewId: string | null }[]
  recommendations: RecommendationRow[]
  assignments: AssignmentRow[]
  links: LinkRow[]
  unlinked: UnlinkedRow[]
  aliases: AliasRow[]
  diagnostics: { documentId: string; rule: RuleName; note: string | null; entityId: string | null }[]
}
