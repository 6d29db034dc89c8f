import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Outcome } from '../../schema/records.ts'
import type { Item } from '../outline/items.ts'
import type { TextEntry } from '../outline/outline.ts'
import type { Opener } from '../recognise/openers.ts'

/** Something that was decided: its words limb by limb, by what words it was decided, and what is beside it. */
export interface Decision {
  /** Where it begins among the entries that were read. */
  at: number
  /** The words that decide: "RESOLVED that", "Carried."; empty where only the section's label does. */
  opener: Passage
  /** Set as minutes set what is decided, at the head of a line or after its mover; not told in the middle of a text. */
  formal: boolean
  /** A sentence is about it, and nothing opens it: "The Committee endorsed the plan." What was noted is reported so in any minutes. */
  narrated: boolean
  /** A sentence that ends the account of its item is about it: in minutes that is what came of the item. */
  closing?: true
  items: Item[]
  /** What became of it where the words after or before it say so; undefined where the opener and its own words do. */
  outcome: Outcome | null | undefined
  /** The number printed with the mover or the text. */
  number: { value: string; passage: Passage } | null
  /** Movers, votes and the like, under their labels. */
  details: { label: string; passage: Passage }[]
}

/** A decision that was read, and the entry after its last; `waits` for a motion whose amendment is put before anything becomes of it. */
export type Read = { decision: Decision; end: number; waits?: boolean }
/** What each entry opens. */
export type Openers = readonly (Opener | null)[]

/** An opener of this strength is set as minutes set what is decided. */
export const FORMAL = 0.9
/** Whether an opener is set as minutes set what is decided. */
export const isFormal = (opener: Opener | null | undefined) => (opener?.strength ?? 0) >= FORMAL
/** How the words of a motion begin. */
export const MOTION_WORDS = /^["“‘']?(?:that|to|whereas|and that|now,? therefore|be it)\b/iu
/** Whether an entry has the first label of a list; the next item of business has a later one. */
export const beginsList = (entry: TextEntry | undefined) => /^(?:1|a|i|A)$/u.test(entry?.label?.levels[0] ?? '')
/** Whether an entry begins with a quotation. */
export const isQuoted = (entry: TextEntry) => /^["“‘']/u.test(entry.passage.text)

/** What was decided in quotation marks ends with them: "“To write to the Minister.” With regard to that it was" */
export function withinQuotes(passage: Passage): Passage {
  const quoted = /^(?:“[^“”]*[.;]”|"[^"]*[.;]")(?=\s\p{Lu})/u.exec(passage.text)
  return quoted ? slicePassage(passage, 0, quoted[0].length) : passage
}

/** A passage up to the end of its first sentence; a number's or an initial's stop ends none. */
export function toSentenceEnd(passage: Passage): Passage {
  const end = /[^.\d\p{Lu}](?<!\b(?:No|Cllr|Mr|Mrs|Ms|Dr|St))\.(?=\s\p{Lu})/u.exec(passage.text)
  return end ? slicePassage(passage, 0, end.index + 2) : passage
}
