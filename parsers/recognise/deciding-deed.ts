import type { Outcome } from '../../schema/records.ts'

/** What words decide of a thing. */
export interface Decision {
  outcome: Outcome | null
  /** False where something is decided about a recommendation in words that the table does not know: a caller reports that. */
  known: boolean
  /** Agreed in part only because some recommendations are left out by number. */
  exception: boolean
}

/** Reads what follows "that", under what its verb alone does. */
export type ReadInner = (text: string, base: Outcome | null) => Decision

/** A deed in a sentence: `null` as outcome says that it was not understood. */
export interface Deed {
  /** What is to be done, not what was decided of something: it counts over noting only. */
  act?: true
  outcome: Outcome | null
  exception: boolean
  known: boolean
}

/** Something is decided, in words that are not understood. */
export const UNKNOWN: Deed = { outcome: null, exception: false, known: false }
/** What was decided. */
export const deed = (outcome: Outcome, exception = false): Deed => ({ outcome, exception, known: true })
/** What is to be done: agreed by standing where it does. */
export const asBase = (base: Outcome | null): Deed[] => (base ? [{ ...deed(base), act: true }] : [])

/** What is recommended to somebody else is not decided. */
export const PASSED_ON: Deed = { outcome: null, exception: false, known: true }

/** Verbs that only ever say what a meeting does with what is before it, whatever that is. */
export const FORMAL: ReadonlySet<string> = new Set(['approve', 'agree', 'adopt', 'endorse', 'ratify', 'confirm'])

/** Recommendations themselves as object or subject, and nothing else: an unknown verb about them is not "what is to be done". */
export const STRICT_OBJECT =
  /^\s+(?:(?:with|to|on|all|both|the|of|these|this|its|each|first|second|third|fourth|fifth|last|final|panel's|committee's|group's|review's|scrutiny)\s+){0,4}(?:recommendations?|recs?\.?)(?=\s*(?:\(?[\dR]|and\b|to\b|until\b|for\b|in\b|on\b|as\b|because\b|[,.;:]|$))/iu
/** The same before a verb. */
export const STRICT_SUBJECT =
  /^(?:(?:the|all|these|this|both|each|its|of|first|second|third|fourth|last|final|panel's|committee's|group's|scrutiny)\s+){0,4}(?:recommendations?|recs?\.?)(?:\s+(?:(?:nos?\.?\s*)?\(?[\dR][\w.)(]*|[A-Z]\d*|,|and|to|&|[–-]|one|two|three|four|five|six))*\s*$/iu
/** Another body or a later day to which a thing is sent. */
export const DESTINATION =
  /^\s+(?:back\s+)?(?:up\s+)?to\s+(?:the\s+|a\s+)?(?:[\p{L}]+\s+){0,5}(?:council|cabinet|executive|committee|board|panel|assembly)\b/iu
/** "Refer the draft to the Planning Board": where what is named before it goes to. */
export const SENT_TO =
  /^(?:\s+[\p{L}\p{N}’'/-]+){1,10}?\s+(?:back\s+)?to\s+(?:the\s+|a\s+|its\s+)?(?:[\p{L}’'&-]+\s+){0,5}?(?:council|cabinet|executive|committee|sub-committee|subcommittee|commission|board|panel|assembly|staff|officers)\b/iu
/** Until when a thing is put off. */
export const LATER =
  /^(?:\s+[\p{L}\p{N}][\p{L}\p{N}’'/-]*){0,10}?\s+(?:(?:to|until|till|for)\s+(?:the\s+|a\s+|its\s+|our\s+)?(?:next|future|later|subsequent|following|another|\p{Lu}|\d|further information|after)|pending|indefinitely|sine die)/iu
