import { isFirst, isSuccessor, type LineLabel } from './labels.ts'

/** How much of a text's end or start is looked at. */
const GLANCE = 120

/** A sentence, a clause of a list or an introduction ends here. */
const TERMINAL = /(?:[.!?:;\u2026][\u0022\u0027\u2019\u201d)\]]*|[;,]\s*(?:and|or|and\/or)|:-)\s*$/u
/** Words that a line cannot end a paragraph with: something must follow. */
const OPEN_END =
  /(?:[,\u2013\u2014&/(-]|(?:^|\s)(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|our|that|the|their|these|this|those|to|which|with|within))\s*$/iu
/** Words that a number or letter is mentioned with: what comes next is a reference and no label. */
const REFERENCE_END =
  /(?:^|[\s(])(?:and|or|to|in|at|of|by|from|see|than|per|under|with|and\/or|paragraphs?|paras?|sections?|recommendations?|recs?|parts?|items?|limbs?|points?|tables?|figures?|appendix|appendices|annex|actions?|objectives?|clauses?|minutes?|no\.?|nos\.?|pages?)\s*$/iu
/** "Recommendation A", "Appendix A": a capital after small letters is a label and no article. */
const LETTER_LABEL_END = /\p{Ll}\s+A\s*$/u
/** "… and / (b) …" goes on with a list as often as with a reference. */
const CONJUNCTION_END = /\s(?:and|or|and\/or)\s*$/iu
const LOWER_START = /^[\s"'\u2018\u201c(]*\p{Ll}/u
/** What closes a reference in mid-sentence: "(b)." or "2.5," */
const PUNCTUATION_START = /^\s*[.,;:)\]?!]/u

/** Whether a text ends where a sentence or clause ends. */
export function endsSentence(text: string): boolean {
  return TERMINAL.test(text.slice(-GLANCE))
}

/** Whether a text ends in a word or sign that something must follow. */
export function endsOpen(text: string): boolean {
  const end = text.slice(-GLANCE)
  return OPEN_END.test(end) && !TERMINAL.test(end) && !LETTER_LABEL_END.test(end)
}

/** Whether a text goes on in small letters, as only the middle of a sentence does. */
export function startsLower(text: string): boolean {
  return LOWER_START.test(text.slice(0, GLANCE))
}

/** Where a label is: what the line before says, whether it was full, and whether a blank line parts them. */
export interface LabelPlace {
  before: string
  full: boolean
  blank: boolean
}

/**
 * Whether a label at the start of a line is not one, but a reference or a quantity in a sentence that
 * wrapped there ("… detailed in / 2.5 above", "… mapped in / (b).", "… an increase of / 16.8 %").
 * @param known the labels of the list so far, by shape
 */
export function isWrappedReference(text: string, label: LineLabel, place: LabelPlace, known: ReadonlyMap<string, LineLabel>): boolean {
  const { before, full, blank } = place
  const rest = text.slice(label.end, label.end + GLANCE)
  if (endsSentence(before)) return !blank && label.bare && LOWER_START.test(rest) && !continuesList(label, known)
  if (PUNCTUATION_START.test(rest)) return true
  const end = before.slice(-GLANCE)
  if (REFERENCE_END.test(end) && !(CONJUNCTION_END.test(end) && continuesList(label, known))) {
    return full || (!blank && (label.bare || !/\p{Lu}/u.test(rest.slice(0, 3))))
  }
  if (!full || blank) return false
  if (label.bare ? continuesList(label, known) : fitsList(label, known)) return false
  return label.bare || !/^\s*\p{Lu}/u.test(rest)
}

/** Whether a label is the next of a list that is under way. */
function continuesList(label: LineLabel, known: ReadonlyMap<string, LineLabel>): boolean {
  const before = known.get(label.shape)
  return before !== undefined && isSuccessor(before, label)
}

/** Whether a label takes up a list, new or under way, and so stands for itself. */
function fitsList(label: LineLabel, known: ReadonlyMap<string, LineLabel>): boolean {
  return isFirst(label) || continuesList(label, known)
}
