/** The mark of a note: "3", "[3]", "12,13". */
export const NOTE_MARK = /^\s*\d{1,3}(?:\s*,\s*\d{1,3})*\s*$|^\[\d{1,3}\]$/u
/** Units whose powers are raised too, and what a figure is the power of. */
const UNIT = /(?:^|[\d\s])(?:[kcm]?m|ha)\s*$/u

/** Whether raised letters mark the place in a text that a note is of: they are figures, after a word or its stop. `before` is the end of the text before them. */
export function isNoteMark(raised: string, before: string): boolean {
  return NOTE_MARK.test(raised) && /[\p{Ll}\u2019\u201d"'.,;:)\]]\s*$/u.test(before) && !UNIT.test(before)
}
