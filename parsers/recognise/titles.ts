import { REVIEW_PREFIXES, REVIEW_SUFFIXES, TITLE_WORDS } from '../../schema/vocabulary/papers.ts'
import { foldWords } from './fold.ts'

/** A kind of paper that a title can announce. */
export type TitleKind = keyof typeof TITLE_WORDS

const PREFIXES = [...REVIEW_PREFIXES].map(foldWords).sort((a, b) => b.length - a.length)
const SUFFIXES = [...REVIEW_SUFFIXES].map(foldWords).sort((a, b) => b.length - a.length)

/** Which kinds of paper a title announces ("Progress update on the action plan …" announces two). */
export function titleKinds(title: string): Set<TitleKind> {
  const folded = ` ${foldWords(title)} `
  const kinds = new Set<TitleKind>()
  for (const [kind, phrases] of Object.entries(TITLE_WORDS)) {
    if (phrases.some((phrase) => folded.includes(` ${foldWords(phrase)} `))) kinds.add(kind as TitleKind)
  }
  return kinds
}

/**
 * The subject of a review, folded, from a title that surrounds it with what kind of paper it is:
 * "Scrutiny Review of Bus Services – Final Report" and "Action Plan: Review of Bus Services" are both
 * "bus services". Empty where nothing but such words is there. Two reviews are one only where their
 * subjects are the same word for word: near-names are ordinary ("Bus Services", "Bus Shelters").
 */
export function reviewSubject(title: string): string {
  let subject = foldWords(title)
  for (;;) {
    const next = takeSuffix(takePrefix(subject))
    if (next === subject) return subject
    subject = next
  }
}

function takePrefix(text: string): string {
  const prefix = PREFIXES.find((phrase) => text === phrase || text.startsWith(`${phrase} `))
  return prefix === undefined ? text : text.slice(prefix.length).trim()
}

function takeSuffix(text: string): string {
  const suffix = SUFFIXES.find((phrase) => text.endsWith(` ${phrase}`))
  return suffix === undefined ? text : text.slice(0, -suffix.length).trim()
}

/** Where a review's title stands in a text. */
export interface TitleSpan {
  start: number
  end: number
}

/** Words that name a review in running text or in a heading, with its subject behind them. */
const REVIEW_OF =
  /\b(?:(?:scrutiny|in-depth|rapid|spotlight|thematic|task (?:and|&) finish(?: group)?|task group|select committee|panel)[ ’']+)*(?:review|inquiry|investigation) (?:of|into|on|examining|exploring|looking at|considering) (?:the )?/giu
/** Where the title ends: the sentence does, or goes on to say something of the review. */
const TITLE_END =
  /[.;:]\s|[.;:]$|\s[–—-]\s|[()"“”]|\s(?:was|were|is|are|has|had|by the|which|that|carried out|undertaken|conducted|completed|published|approved|agreed|and to|and its recommendations|and the recommendations|and makes|held|be\b)|,\s(?:and|which|as|the|in|published|undertaken)/u
/** A title longer than this was not one. */
const LONGEST_TITLE = 160

/**
 * The reviews that a text names as "review of …", in order: from "Scrutiny" or "review" to the end of the
 * subject. Stands on how councils refer to a review: by its full name, with capitals, in a sentence.
 */
export function findReviewTitles(text: string): TitleSpan[] {
  const spans: TitleSpan[] = []
  for (const match of text.matchAll(REVIEW_OF)) {
    const subjectStart = match.index + match[0].length
    const rest = text.slice(subjectStart, subjectStart + LONGEST_TITLE + 1)
    const end = TITLE_END.exec(rest)
    const length = end ? end.index : rest.length
    if (length > LONGEST_TITLE || !/^[“"'‘]?[\p{Lu}\d]/u.test(rest)) continue
    spans.push({ start: match.index, end: subjectStart + length })
  }
  return spans
}
