import { z } from 'zod'
import {
  CANDIDATE_KINDS,
  DOCUMENT_KINDS,
  EVIDENCE_STATES,
  FACT_NAMES,
  OUTCOMES,
  PARTY_KINDS,
  RECOMMENDATION_KINDS,
  REVIEW_KINDS,
  STATUSES,
  WORDING_ROLES,
} from './closed-sets.ts'

export * from './closed-sets.ts'

const text = z.string().nullable()
/** How sure a reading is: 0 to 1. */
const confidence = z.number().min(0).max(1)
/** An ISO day, "2020-08-31". */
const day = z.iso.date().nullable()

const place = z.strictObject({
  page: z.int().positive().nullable(),
  box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly().nullable(),
  lineFrom: z.int().positive().nullable(),
  lineTo: z.int().positive().nullable(),
})

/** Where one field's value is; a value in several pieces has several. */
export const evidenceSchema = z.strictObject({
  field: z.string().min(1),
  state: z.enum(EVIDENCE_STATES),
  quote: text,
  place,
})

/**
 * What every record has. `key` is unique within the document and follows from what the document says
 * ("wording/1(a)"). `reviewKey` names one of `DocumentRecords.reviews`, or null for the document's own.
 */
const record = {
  key: z.string().min(1),
  reviewKey: text,
  evidence: z.array(evidenceSchema),
  place,
}
/** `number` is canonical, `numberText` as printed. */
const numbered = { number: text, numberText: text }
/** A date as printed, and the first and last day it can mean. */
const due = { dueText: text, dueFrom: day, dueTo: day }

/** A recommendation as this document states it. */
export const wordingSchema = z.strictObject({
  ...record,
  ...numbered,
  role: z.enum(WORDING_ROLES),
  kind: z.enum(RECOMMENDATION_KINDS),
  parentKey: text,
  position: z.int().nonnegative(),
  heading: text,
  text: z.string().min(1),
})

/** Recommendations that a resolution names by number, or all of them but some, and what it does with them. */
const decidedSchema = z.strictObject({
  numbers: z.union([z.literal('all'), z.array(z.string())]),
  /** Numbers left out of `all`; "last" is the last of the list. */
  except: z.array(z.string()),
  outcome: z.enum(OUTCOMES).nullable(),
})

/** One numbered limb, or lettered part, of what was resolved; or a response's answer. */
export const resolutionSchema = z.strictObject({
  ...record,
  ...numbered,
  parentKey: text,
  /** The wording of this document that it resolves or answers, or null. */
  wordingKey: text,
  position: z.int().nonnegative(),
  text: z.string().min(1),
  outcome: z.enum(OUTCOMES).nullable(),
  decidedBy: text,
  decidedOn: day,
  /** The recommendations that it decides by naming them ("recommendations 2 and 4 to 6 be approved"), each group with what becomes of it; null where it restates or mentions none. */
  decides: z.array(decidedSchema).nullable(),
})

/** What this document commits to for one recommendation. */
export const commitmentSchema = z.strictObject({
  ...record,
  ...due,
  number: text,
  wordingKey: text,
  outcome: z.enum(OUTCOMES).nullable(),
  responsible: text,
  successMeasure: text,
  timescale: text,
})

/** One person, post or body that a commitment names. */
export const responsibilitySchema = z.strictObject({
  ...record,
  commitmentKey: z.string(),
  name: z.string().min(1),
  organisation: text,
  kind: z.enum(PARTY_KINDS),
  text: z.string().min(1),
})

/** One action under a commitment. */
export const actionSchema = z.strictObject({
  ...record,
  commitmentKey: z.string(),
  number: text,
  label: text,
  position: z.int().nonnegative(),
  text: z.string().min(1),
})

/** What this document reports for one recommendation or one lettered part. */
export const progressUpdateSchema = z.strictObject({
  ...record,
  number: text,
  parentKey: text,
  wordingKey: text,
  /** The wordings of further rows that it is printed once for, in a cell that reaches over them; null where it is for one. */
  furtherWordingKeys: z.array(z.string()).min(1).nullable(),
  asOfText: text,
  asOfFrom: day,
  asOfTo: day,
  progress: text,
  assessmentText: text,
  status: z.enum(STATUSES).nullable(),
  impact: text,
})

/** One labelled fact that the document states about itself. */
export const factSchema = z.strictObject({
  ...record,
  name: z.enum(FACT_NAMES),
  label: z.string().min(1),
  text,
  dateFrom: day,
  dateTo: day,
})

/** One grade of the scale that the document prints. `status` is null for a grade that says nothing on progress. */
export const gradingSchema = z.strictObject({
  ...record,
  code: text,
  label: text,
  meaning: text,
  status: z.enum(STATUSES).nullable(),
})

/** A review (or strategy) that the document mentions. */
export const reviewMentionSchema = z.strictObject({
  key: z.string().min(1),
  title: z.string().min(1),
  /** What is recommended outside a review belongs to a matter. */
  kind: z.enum(REVIEW_KINDS),
  /** How sure it is that the document, or the records that name this key, are about it: 0 to 1. */
  confidence: z.number().min(0).max(1),
  /** Where the title was taken from, in a word: "title", "form label", "sentence", "file name". */
  source: z.string(),
  place,
})

/** A paper in a file: a file holds one, an agenda pack several. */
export const paperSchema = z.strictObject({
  /** "paper/1", unique within the document. */
  key: z.string().min(1),
  position: z.int().nonnegative(),
  kind: z.enum(DOCUMENT_KINDS),
  title: text,
  /** Names one of `DocumentRecords.reviews`: the review that the paper itself is about, or null. */
  reviewKey: text,
  council: text,
  committee: text,
  datedText: text,
  datedFrom: day,
  datedTo: day,
  /** The first and last page, from 1; null for a format without pages. */
  pageFrom: z.int().positive().nullable(),
  pageTo: z.int().positive().nullable(),
  /** How sure its kind is: 0 to 1. */
  confidence,
  evidence: z.array(evidenceSchema),
  place,
})

/** What a paper prints beside a record under a label of its own, for which the contract has no column. */
export const detailSchema = z.strictObject({
  key: z.string().min(1),
  /** The record that it is printed beside, the most specific; null where it is the paper's own. */
  entityKey: text,
  paperKey: z.string(),
  position: z.int().nonnegative(),
  /** As printed; "reference" for a reference in brackets that closes an item. */
  label: z.string().min(1),
  text: z.string().min(1),
  evidence: z.array(evidenceSchema),
  place,
})

/** Something that reads like a record and is not sure enough to be stored as one. */
export const candidateSchema = z.strictObject({
  key: z.string().min(1),
  paperKey: z.string(),
  /** What it would be. */
  kind: z.enum(CANDIDATE_KINDS),
  text: z.string().min(1),
  /** In words, what it was read as: "list under 'Next steps' as recommendations". */
  reading: z.string().min(1),
  confidence,
  /** The second best reading in words, or null. */
  runnerUp: text,
  place,
})

/** What every record of a document bears once its paper is read. */
const inPaper = { paperKey: z.string(), confidence }

/** All that one document says. */
export const documentRecordsSchema = z.strictObject({
  kind: z.enum(DOCUMENT_KINDS),
  /** The layout that read it, or null for `other`. */
  layout: text,
  title: text,
  council: text,
  committee: text,
  datedText: text,
  datedFrom: day,
  datedTo: day,
  evidence: z.array(evidenceSchema),
  reviews: z.array(reviewMentionSchema),
  papers: z.array(paperSchema).min(1),
  wordings: z.array(wordingSchema.extend(inPaper)),
  resolutions: z.array(resolutionSchema.extend(inPaper)),
  commitments: z.array(commitmentSchema.extend(inPaper)),
  responsibilities: z.array(responsibilitySchema),
  actions: z.array(actionSchema.extend(inPaper)),
  progressUpdates: z.array(progressUpdateSchema.extend(inPaper)),
  facts: z.array(factSchema.extend({ paperKey: z.string() })),
  gradings: z.array(gradingSchema.extend({ paperKey: z.string() })),
  details: z.array(detailSchema),
  candidates: z.array(candidateSchema),
})

export type Evidence = z.infer<typeof evidenceSchema>
export type Wording = z.infer<typeof wordingSchema>
export type Resolution = z.infer<typeof resolutionSchema>
export type Decided = z.infer<typeof decidedSchema>
export type Commitment = z.infer<typeof commitmentSchema>
export type Responsibility = z.infer<typeof responsibilitySchema>
export type Action = z.infer<typeof actionSchema>
export type ProgressUpdate = z.infer<typeof progressUpdateSchema>
export type Fact = z.infer<typeof factSchema>
export type Grading = z.infer<typeof gradingSchema>
export type ReviewMention = z.infer<typeof reviewMentionSchema>
export type PaperRecord = z.infer<typeof paperSchema>
export type Detail = z.infer<typeof detailSchema>
export type Candidate = z.infer<typeof candidateSchema>
export type DocumentRecords = z.infer<typeof documentRecordsSchema>
