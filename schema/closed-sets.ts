/** What a document is. The contract's closed set. */
export const DOCUMENT_KINDS = [
  'review_report',
  'decision_record',
  'minutes',
  'action_plan',
  'progress_update',
  'response',
  'pack',
  'other',
] as const
/** What a resolution or a response did with a recommendation. */
export const OUTCOMES = ['agreed', 'agreed_in_part', 'agreed_in_principle', 'amended', 'noted', 'referred', 'deferred', 'rejected'] as const
/** The status of a recommendation. */
export const STATUSES = [
  'achieved',
  'partly_achieved',
  'on_track',
  'slipped',
  'stalled',
  'not_achieved',
  'not_started',
  'superseded',
  'withdrawn',
] as const
/** The labelled facts that forms state about themselves. */
export const FACT_NAMES = [
  'link_officer',
  'action_plan_agreed',
  'call_in_by',
  'published_on',
  'portfolio_holder',
  'ward',
  'key_decision',
  'reasons',
  'alternatives',
  'conflicts',
  'dispensations',
  'classification',
  'other',
] as const
/** How a document states a recommendation, in falling order of authority. */
export const WORDING_ROLES = ['resolved', 'proposed', 'planned', 'restated'] as const
/** What kind of a thing a numbered item is. */
export const RECOMMENDATION_KINDS = ['recommendation', 'objective', 'conclusion'] as const
/** Who is named as responsible: Popolo's person, post and organisation. */
export const PARTY_KINDS = ['person', 'post', 'organisation', 'unknown'] as const
/** What a subject of recommendations is: a review, or a matter that is recommended on outside of one. */
export const REVIEW_KINDS = ['review', 'matter'] as const
/** What a reading that is not sure enough to be stored would be. */
export const CANDIDATE_KINDS = ['recommendation', 'resolution', 'answer', 'action', 'update', 'conclusion'] as const
/** What a link ties to what: the public views' kinds. An update is of the recommendation where nothing resolved it. */
export const LINK_KINDS = [
  'document_review',
  'recommendation_resolution',
  'commitment_recommendation',
  'update_resolution',
  'update_recommendation',
] as const
/** How a field's value came to be known, or not. */
export const EVIDENCE_STATES = ['stated', 'blank', 'not_found', 'derived'] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type Status = (typeof STATUSES)[number]
export type FactName = (typeof FACT_NAMES)[number]
export type WordingRole = (typeof WORDING_ROLES)[number]
export type RecommendationKind = (typeof RECOMMENDATION_KINDS)[number]
export type ReviewKind = (typeof REVIEW_KINDS)[number]
export type LinkKind = (typeof LINK_KINDS)[number]
export type PartyKind = (typeof PARTY_KINDS)[number]
export type EvidenceState = (typeof EVIDENCE_STATES)[number]
