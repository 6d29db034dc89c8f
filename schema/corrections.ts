import { z } from 'zod'
import type { LinkedArchive } from './links.ts'
import { OWN_FILES } from './own-files.ts'
import { FIELD_DAYS, FIELD_WORDS, FIELDS_NEEDED } from './settable-fields.ts'
import { checkMeaning, wordFields, wordText } from './taught-words.ts'

/** The versions of the format: 2 has taught words, 3 says what each correction was about, 4 has papers that are taken out. */
export const CORRECTION_VERSIONS = [1, 2, 3, 4] as const

/** The first line of a file of corrections, and the line before the first line that only a later version can hold. */
export const correctionHeaderSchema = z.strictObject({
  format: z.literal(OWN_FILES.corrections),
  version: z.literal(CORRECTION_VERSIONS),
})

const words = z.string().trim().min(1)
const id = words

/** What an id stood for when a person spoke of it, so that a later import knows whether it still does. Of version 3. */
const aboutSchema = z.strictObject({
  id,
  /** Of what it says, folded: 12 hexadecimal digits. */
  digest: z.string().regex(/^[0-9a-f]{12}$/u),
  /** Its first words, as printed. */
  words: z.string(),
  /** The documents that it came from, by id. */
  papers: z.array(id),
})

/** What every correction says about itself. */
const line = {
  id: z.string().regex(/^c-[0-9a-z]+$/u),
  /** ISO time, UTC. Corrections count in the order of their times, wherever they are in the file. */
  at: z.iso.datetime(),
  by: words.refine((name) => name !== 'rule', { error: '"rule" is the program itself: give the name of a person' }),
  why: z.string().nullable(),
  /** What each id that it names stood for; without it the ids alone count. */
  about: z.array(aboutSchema).optional(),
}

/** What does not fit in a new value of a field, as a sentence after the field's name; null where it fits. A field without words of its own holds any. */
export function fieldTrouble(field: string, value: string | null): string | null {
  if (value === null || value.trim() === '') return FIELDS_NEEDED.includes(field) ? 'cannot be empty' : null
  const closed = Object.hasOwn(FIELD_WORDS, field) ? FIELD_WORDS[field] : undefined
  if (closed && !closed.includes(value)) return `cannot be "${value}". It takes: ${closed.join(', ')}`
  if (FIELD_DAYS.includes(field) && !z.iso.date().safeParse(value).success)
    return `cannot be "${value}". It takes a day, such as 2026-03-31`
  return null
}

/** New values of fields, by their public names; null where the paper does not say. */
const fieldsSchema = z.record(z.string(), z.string().nullable()).superRefine((fields, context) => {
  for (const [field, value] of Object.entries(fields)) {
    const trouble = fieldTrouble(field, value)
    if (trouble !== null) context.addIssue({ code: 'custom', path: [field], message: trouble })
  }
})

/** One line of the file: what a person said. */
export const correctionSchema = z.discriminatedUnion('action', [
  /** A record belongs to a recommendation (or reports on a resolution); a document belongs to a review. */
  z.strictObject({ ...line, action: z.literal('link'), target: id, to: id }),
  /** A record or document does not belong to `from`; with null, to nothing here at all. */
  z.strictObject({ ...line, action: z.literal('unlink'), target: id, from: id.nullable() }),
  z.strictObject({
    ...line,
    action: z.literal('set'),
    target: id,
    fields: fieldsSchema,
    /** What had been extracted in their place. */
    was: z.record(z.string(), z.string().nullable()).optional(),
  }),
  /** Two reviews are one: what is of `target` is of `into`. */
  z.strictObject({ ...line, action: z.literal('merge'), target: id, into: id }),
  /** These papers of a review are of another, with a title of its own. */
  z.strictObject({ ...line, action: z.literal('part'), target: id, papers: z.array(id).min(1), title: words }),
  /** A diagnostic of a document needs nobody any more; a null note stands for every note. */
  z.strictObject({ ...line, action: z.literal('settle'), target: id, rule: words, note: z.string().nullable() }),
  /** A word (`target`) means this in the papers of a council, or of all. Of version 2. */
  z.strictObject({ ...line, action: z.literal('teach'), target: wordText, ...wordFields }).superRefine(checkMeaning),
  /** A paper, by its content, does not count; `gone` where that is so because no file of it is there. Of version 4. */
  z.strictObject({ ...line, action: z.literal('forget'), target: id, path: words, gone: z.boolean() }),
  /** An earlier correction, or an earlier undoing, does not hold. */
  z.strictObject({ ...line, action: z.literal('undo'), target: id }),
])

/** One line of the file of corrections. */
export type Correction = z.infer<typeof correctionSchema>
/** A correction of one kind. */
export type CorrectionOf<Action extends Correction['action']> = Extract<Correction, { action: Action }>

/** What an id stood for when a person spoke of it. */
export type About = z.infer<typeof aboutSchema>

type WithoutSignature<C> = C extends Correction ? Omit<C, 'id' | 'at' | 'by' | 'why' | 'about' | 'was'> : never
/** A correction before it is signed. */
export type CorrectionDraft = WithoutSignature<Correction>

/** What became of a correction: it holds; what it is about is not there, or is not what it was; a later one took its place; it was undone. */
export type CorrectionState = 'applied' | 'target_gone' | 'target_changed' | 'replaced' | 'undone'
/** The states in which a correction waits for a person. */
export const WAITING_STATES: readonly CorrectionState[] = ['target_gone', 'target_changed']

/** One field that a correction is about, with what was extracted beside what was said. */
export interface CorrectionRow {
  correctionId: string
  at: string
  by: string
  why: string | null
  action: Correction['action']
  targetId: string
  field: string | null
  extracted: string | null
  corrected: string | null
  state: CorrectionState
  /** Of one that waits: the id that is gone or changed, what it was about in its first words, and the id that it most likely is now. */
  aboutId: string | null
  about: string | null
  suggestedId: string | null
}

/** The corrected fields of one record or document, as JSON by their public names. */
export interface CorrectedRecordRow {
  entityId: string
  fields: string
}

/** Diagnostics that a person has settled; a null note stands for every note. */
export interface SettledRow {
  documentId: string
  rule: string
  note: string | null
  settledBy: string
}

/** A paper that a person took out. */
export interface ForgottenRow {
  documentId: string
  forgottenBy: string
}

/** A correction as its file has it. */
export interface CorrectionLine {
  correctionId: string
  line: string
}

/** What corrections come to, beside the links that they changed. */
export interface CorrectionTables {
  corrections: CorrectionRow[]
  /** The corrections themselves, each as a line of JSON. */
  lines: CorrectionLine[]
  correctedRecords: CorrectedRecordRow[]
  settled: SettledRow[]
  forgotten: ForgottenRow[]
}

/** The archive's links as people corrected them. */
export type CorrectedArchive = LinkedArchive & CorrectionTables
