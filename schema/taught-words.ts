import { z } from 'zod'
import { OUTCOMES, STATUSES } from './closed-sets.ts'
import type { FieldRole } from './vocabulary/fields.ts'

/** What a taught column or card label can mean, in words for a person, and which field it then is. */
export const COLUMN_MEANINGS = {
  number: 'number',
  recommendation: 'recommendation',
  objective: 'objective',
  verdict: 'verdict',
  answer: 'verdict',
  action: 'action',
  who: 'responsible',
  due: 'due',
  'revised due': 'revised-due',
  completed: 'completed-on',
  progress: 'progress',
  status: 'status',
  'success measure': 'success-measure',
  detail: 'ignored',
} as const satisfies Record<string, FieldRole>

/** What a taught heading holds, and the role of the list under it. Actions that a paper asks for are recommendations. */
export const HEADING_MEANINGS = {
  recommendations: 'recommendation',
  conclusions: 'conclusion',
  resolutions: 'decision',
  responses: 'answer',
  actions: 'recommendation',
  nothing: 'ordinary',
} as const

/** What a taught word of each kind can mean. */
export const WORD_MEANINGS = {
  heading: Object.keys(HEADING_MEANINGS),
  column: Object.keys(COLUMN_MEANINGS),
  grade: [...STATUSES, 'nothing'],
  opener: [...OUTCOMES, 'nothing'],
  verdict: [...OUTCOMES, 'nothing'],
  body: ['council', 'committee'],
} as const satisfies Record<string, readonly string[]>

/** The kinds of word that people can teach. */
export type WordKind = keyof typeof WORD_MEANINGS
export const WORD_KINDS = Object.keys(WORD_MEANINGS) as WordKind[]

/** The kinds of word that can be listed: those that people can teach, then those that only the vocabulary has. */
export const KNOWN_KINDS = [...WORD_KINDS, 'label', 'key', 'verb'] as const
export type KnownKind = (typeof KNOWN_KINDS)[number]

/** A word longer than this is a sentence, and no paper repeats it as a word. */
const LONGEST_WORD = 120

/** The fields of a taught word, as a line of corrections and a line of a vocabulary file have them. */
export const wordFields = {
  kind: z.enum(WORD_KINDS as [WordKind, ...WordKind[]]),
  means: z.string(),
  /** The council whose papers use it so; null for all. */
  council: z.string().trim().min(1).nullable(),
}
export const wordText = z
  .string()
  .trim()
  .min(1)
  .max(LONGEST_WORD)
  .refine((text) => /[\p{L}\p{N}]/u.test(text), { error: 'a word has at least one letter or digit' })

/** Holds a word to what its kind can mean; a council is of all papers, since words are kept apart by it. */
export function checkMeaning({ kind, means, council }: Omit<TaughtWord, 'word'>, context: z.core.$RefinementCtx): void {
  const known: readonly string[] = WORD_MEANINGS[kind]
  if (!known.includes(means))
    context.addIssue({ code: 'custom', path: ['means'], message: `a ${kind} can mean ${known.join(', ')}`, input: means })
  else if (kind === 'body' && means === 'council' && council !== null)
    context.addIssue({ code: 'custom', path: ['council'], message: "a council's name holds for all papers", input: council })
}

/** A word that a person taught: plain data that reading takes beside a document. */
export const taughtWordSchema = z
  .strictObject({ ...wordFields, word: wordText, council: wordFields.council.default(null) })
  .superRefine(checkMeaning)

/** What a word means, and where: "status at Northby". */
export function meaningAndCouncil({ means, council }: Pick<TaughtWord, 'means' | 'council'>): string {
  return council === null ? means : `${means} at ${council}`
}

/** A taught word as a diagnostic notes that a paper was read by it; `meaning` is with its council. */
export function taughtWordNote(kind: string, word: string, meaning: string): string {
  return `${kind} "${word}": ${meaning}`
}

/** A word, what it means, and at which council. */
export interface TaughtWord {
  kind: WordKind
  word: string
  means: string
  council: string | null
}

/** A role as people teach it, "who" for "responsible"; the role itself where it cannot be taught. */
export function taughtAs(meanings: Readonly<Record<string, string>>, role: string): string {
  return Object.entries(meanings).find(([, known]) => known === role)?.[0] ?? role
}
