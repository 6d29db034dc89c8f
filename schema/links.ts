import type { RuleName } from './diagnostics.ts'
import type { DocumentRecords, LinkKind, Outcome, RecommendationKind, ReviewKind, Status, WordingRole } from './records.ts'

/** What linking is given of one document. Entity ids are `${documentId}/${record.key}`. */
export interface LinkInput {
  documentId: string
  path: string
  /** Without evidence, responsibilities, facts, gradings, details and candidates, and of places the page only: linking asks for no more. */
  records: DocumentRecords
  /** Whether any of its words were recognised in pictures. */
  isScanned: boolean
  /** How many errors and warnings its reading raised. */
  troubles: number
}

export interface ReviewRow {
  reviewId: string
  kind: ReviewKind
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
  /** The update that status and days are from. */
  latestUpdateId: string | null
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

/** How one paper's wording of a recommendation differs from that of the paper before it. */
export interface WordingChangeRow {
  recommendationId: string
  /** The earlier wording, or resolution, and the later. */
  fromId: string
  toId: string
  fromDocumentId: string
  toDocumentId: string
  fromRole: WordingRole
  toRole: WordingRole
  /** Share of the words that stay, 0 to 1. */
  kept: number
  /** JSON: pairs of a sign and words as printed, in order: "=" stays, "-" is left out, "+" is put in. */
  diff: string
}

/** A target date that a recommendation had. */
export interface SlippageRow {
  recommendationId: string
  /** Where it was said. */
  commitmentId: string
  documentId: string
  /** 1 for the first date that the recommendation was given. */
  position: number
  dueText: string
  dueFrom: string | null
  dueTo: string | null
  /** ISO day of the paper that said it. */
  saidOn: string | null
  /** Days between the end of the date before and the end of this; 0 where it is the same stated more exactly, null where that is not certain. */
  movedDays: number | null
  /** Why it was moved, in the words of the same paper's update; null where no reason was given. */
  reason: string | null
}

/** Something that one would expect to be said and that is not. */
export interface SilenceRow {
  silenceId: string
  /** `not_reported`: an update leaves out a recommendation whose neighbours it reports on; `missing_update`: papers mention an update that is not here. */
  kind: 'not_reported' | 'missing_update'
  reviewId: string
  recommendationId: string | null
  /** The update that is silent, or the paper that mentions what is missing. */
  documentId: string
  number: string | null
  /** The status that was known before: what is done is often left out. */
  lastStatus: Status | null
  /** The paper's own words, for what is missing. */
  quote: string | null
}

/** The whole archive's links: a pure function of all documents' records, whatever order they came in. */
export interface LinkedArchive {
  reviews: ReviewRow[]
  documents: { documentId: string; reviewId: string | null }[]
  /** The review that each paper of a file is about, as far as that is known; ids are `${documentId}/${paper.key}`. */
  papers: { paperId: string; reviewId: string | null }[]
  /** Papers that are there in several files: each reading that does not count, and the one that does. */
  copies: { paperId: string; documentId: string; sameAs: string }[]
  recommendations: RecommendationRow[]
  assignments: AssignmentRow[]
  links: LinkRow[]
  unlinked: UnlinkedRow[]
  aliases: AliasRow[]
  wordingChanges: WordingChangeRow[]
  slippage: SlippageRow[]
  silences: SilenceRow[]
  diagnostics: { documentId: string; rule: RuleName; note: string | null; entityId: string | null }[]
}
