/** The words of a list that is set as running text. */
export const wordsOf = (list: string): string[] => list.trim().split(/\s+/u)

/**
 * Forms of words in the notation of the vocabulary, which a person can read aloud: "[the | our]… recommendation(s) [made]".
 *
 * - Words are in small letters. Case, and a hyphen for a space, make no difference.
 * - `(area | point)` is one of these; `[the | our]` may be missing; `[the | our]…` may be missing or follow one another.
 * - `recommendation(s)` has the ending or has it not.
 * - `…` is any number of words of one sentence, or none; `…4` is at most four.
 * - `NUMBER`, `DAY`, `MONTH`, `YEAR` and `NAME` are any of their kind; at `MARK` there is a mark or the end, and no word.
 *
 * Whether the forms are all of a text, its beginning, its end or some of its words, whoever asks for them says.
 */
export interface WordForms {
  forms: readonly string[]
  /** Words that are passed over before the forms are looked for: "late" is a grade, and "late spring" is not one. */
  unless?: readonly string[]
}
