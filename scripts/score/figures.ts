import { type Mistake, sortOf } from './mistakes.ts'

/** How many values were expected, found, and found right. */
export interface Tally {
  expected: number
  found: number
  right: number
}

/** The tally of one field of one document, as the scorer gives it. */
export interface FieldTally extends Tally {
  document: string
  field: string
}

/** A tally with what is asked of it. */
export interface Figures extends Tally {
  precision: number
  recall: number
  f1: number
}

/** How many of a document's values are wrong, and how many missing. */
export interface PaperFaults {
  document: string
  wrong: number
  missing: number
}

/** Values of which at most a fiftieth may be wrong: a person who acts on them is misled. */
const GUARDED = /(?:^|\.)(?:outcome|decided_by|decided_on|due_\w+|status)$/u
const LINKS = /^(?:link|answer)$/u

/** Precision, recall and their mean, as the scorer reckons them: where nothing is found, nothing found is wrong. */
export function figuresOf({ expected, found, right }: Tally): Figures {
  const precision = found === 0 ? 1 : right / found
  const recall = expected === 0 ? 1 : right / expected
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { expected, found, right, precision, recall, f1 }
}

/** One tally of several. */
export function sum(tallies: readonly Tally[]): Tally {
  const total = { expected: 0, found: 0, right: 0 }
  for (const { expected, found, right } of tallies) {
    total.expected += expected
    total.found += found
    total.right += right
  }
  return total
}

/** The figures of each field over all documents, those that lack most first. */
export function byField(tallies: readonly FieldTally[]): (Figures & { field: string })[] {
  const fields = [...Map.groupBy(tallies, ({ field }) => field)].map(([field, own]) => ({ field, ...figuresOf(sum(own)) }))
  const lost = ({ expected, found, right }: Tally) => expected + found - 2 * right
  return fields.sort((a, b) => lost(b) - lost(a) || a.field.localeCompare(b.field))
}

/** The values found that are not right, and the expected ones for which nothing was found; one that differs is wrong, and counts once. */
export function faultsOf(mistakes: readonly Mistake[]): { wrong: number; missing: number } {
  const missing = mistakes.filter((mistake) => sortOf(mistake) === 'missing').length
  return { wrong: mistakes.length - missing, missing }
}

/** The documents with most faults, the worst first. */
export function worstPapers(mistakes: readonly Mistake[]): PaperFaults[] {
  const papers = [...Map.groupBy(mistakes, ({ document }) => document)].map(([document, own]) => ({ document, ...faultsOf(own) }))
  return papers.sort((a, b) => b.wrong + b.missing - a.wrong - a.missing || a.document.localeCompare(b.document))
}

/** Of the outcomes, bodies, days, dates due and statuses that are stored, those that are wrong; and the same of links. */
export function riskyValues(tallies: readonly FieldTally[]): Record<'guarded' | 'links', { stored: number; wrong: number }> {
  const of = (pattern: RegExp) => {
    const { found, right } = sum(tallies.filter(({ field }) => pattern.test(field)))
    return { stored: found, wrong: found - right }
  }
  return { guarded: of(GUARDED), links: of(LINKS) }
}
