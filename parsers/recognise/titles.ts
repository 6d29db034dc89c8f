import { MORE_NUMBER_WORDS, NUMBER_WORDS } from '../../schema/vocabulary/counting.ts'
import { MONTH_NAMES, SEASONS } from '../../schema/vocabulary/dates.ts'
import { NO_SUBJECT_WORDS, REVIEW_PREFIXES, REVIEW_SUFFIXES, STATUTORY_REVIEWS, TITLE_WORDS } from '../../schema/vocabulary/papers.ts'
import { inCapitals } from './any-case.ts'
import { PRINTED_MONTH } from './calendar.ts'
import { foldWords } from './fold.ts'
import { remembering } from './remember.ts'

/** A kind of paper that a title can announce. */
export type TitleKind = keyof typeof TITLE_WORDS

const PREFIXES = [...REVIEW_PREFIXES].map(foldWords).sort((a, b) => b.length - a.length)
const NO_SUBJECT = new Set(NO_SUBJECT_WORDS)
/** "14 March 2031" says when a paper is of; "March" alone may be a place. */
const DAY = new RegExp(String.raw`\b(?:\d{1,2}(?:st|nd|rd|th)? )?(?:${MONTH_NAMES.join('|')}) (?:19|20)\d\d\b`, 'gu')
const STATUTORY = new Set(STATUTORY_REVIEWS.map(foldWords))
/** The phrases of each kind as a folded title holds them. */
const KIND_PHRASES = Object.entries(TITLE_WORDS).map(([kind, phrases]) => ({
  kind: kind as TitleKind,
  phrases: phrases.map((phrase) => ` ${foldWords(phrase)} `),
}))
const SUFFIXES = [...REVIEW_SUFFIXES].map(foldWords).sort((a, b) => b.length - a.length)

/** Which kinds of paper a title announces ("Progress update on the action plan …" announces two). */
export const titleKinds: (title: string) => ReadonlySet<TitleKind> = remembering((title) => {
  const folded = ` ${foldWords(title)} `.replace(MINUTES_OF_TIME, ' ').replace(MINUTES_WITHIN, ' ')
  const kinds = new Set<TitleKind>()
  for (const { kind, phrases } of KIND_PHRASES) if (phrases.some((phrase) => folded.includes(phrase))) kinds.add(kind)
  const answers = ANSWERS.exec(folded)
  if (answers) kinds.add('response')
  // "Response to the report of …" names the report that it answers.
  if (answers && titleKinds(folded.slice(0, answers.index)).size === 0) kinds.delete('report')
  return kinds
})

/** "Buses every ten minutes" is about time, and announces no minutes. */
const MINUTES_OF_TIME = new RegExp(String.raw` (?:\d+|${[...NUMBER_WORDS, ...MORE_NUMBER_WORDS].join('|')}) minutes(?= )`, 'gu')
/** "Second Report, with formal minutes": a paper that holds the minutes too is not one. */
const MINUTES_WITHIN = / (?:together )?with (?:the )?(?:formal )?minutes(?= )/gu

const ANSWERERS =
  '(?:government|executive|cabinet|council|ministerial|minister|ministry|management|administration|officer|department|departmental|board|trust|agency|service|authority|commissioner)'
const ANSWERED =
  '(?:report|review|inquiry|enquiry|investigation|recommendations?|committees?|panels?|commissions?|groups?|scrutiny|audit|auditor|inspection)'
/** Folded, a response names who answers, or a paper or body that it answers; "Police response to the floods" answers none. */
const ANSWERS = new RegExp(
  ` ${ANSWERERS}s? (?:s )?(?:response|reply)s? | (?:responses?|reply|replies) (?:to|from) (?:.* )?(?:${ANSWERED}|cabinet|executive|government|council) | (?:response|reply) (?:of|by|from|on behalf of) (?:\\S+ ){1,14}to `,
  'u',
)

/** What precedes what a response answers. */
const ANSWER_LEAD =
  /^.{0,80}?\b(?:responses?|repl(?:y|ies)) (?:(?:of|by|from|on behalf of) (?:[^\s:]+ ){1,10}?)?to (?:the )?(?:(?:final |interim )?(?:recommendations|findings|report) (?:of|from|in|made by|arising from) (?:the )?)?/iu
/** What a response says about itself after the title of what it answers: "…: Government Response". */
const ANSWER_TAIL = /\s?[:–—-]\s?(?:the\s)?(?:[\p{L}’']+\s){0,3}response(?:\sto\sthe\s(?:committee|report|panel)[’'\p{L}\s]*)?$/iu
/** "Fifth Report of the Rivers Committee, Session 2023–24", "the Rivers Committee's report": whose report it is, and nothing of its subject. */
const WHOSE_REPORT =
  /^(?:(?:\p{L}+ )?report (?:of|from|by) the [^:]{2,80}?\b(?:committee|panel|board|commission|group)(?:,? (?:of )?session\b.*)?|(?:[\p{L}’',&-]+ ){1,10}(?:committee|panel|board|commission|group)(?:[’']s?)? report)$/iu
/** After an inquiry's name a title goes on with which of its reports it is. */
const WHICH_REPORT = /(?<=\b(?:inquiry|review|investigation)\b)[,:]?\s(?:(?:\S+\s){0,4})(?:report|stage|module|phase|volume)\b.*$/iu

/** What a committee's report of a session is about follows a colon: "Second Report of Session 2024–25: Public Libraries". */
const REPORT_OF_SESSION = /^.{0,120}?\breport of session \d{4}\s?[–—-]\s?\d{2,4}\s?[:–—-]\s(?=\p{L}{3})/iu

/** Where the title of a response names what it answers, without the words around: null where it is not a response or names none. */
export function answeredPaper(title: string): TitleSpan | null {
  if (!titleKinds(title).has('response')) return null
  const tail = ANSWER_TAIL.exec(title)
  const lead = tail ? 0 : (ANSWER_LEAD.exec(title)?.[0].length ?? 0)
  const start = lead + (REPORT_OF_SESSION.exec(title.slice(lead))?.[0].length ?? 0)
  const named = title.slice(start, tail?.index)
  if ((start === 0 && !tail) || named.trim() === '' || WHOSE_REPORT.test(named.trim())) return null
  const quoted = /[‘“"']([^‘“"]{6,160}?)[’”"']\s*$/u.exec(named)
  if (quoted?.[1] && reviewSubject(quoted[1]) !== '')
    return { start: start + quoted.index + 1, end: start + quoted.index + 1 + quoted[1].length }
  // "… to the report of the Rivers Committee entitled Weirs and Fish"
  const entitled = /\b(?:entitled|titled|called):?\s(?=\S{2})/iu.exec(named)
  if (entitled && reviewSubject(named.slice(entitled.index + entitled[0].length)) !== '')
    return { start: start + entitled.index + entitled[0].length, end: start + named.length }
  const end = start + (WHICH_REPORT.exec(named)?.index ?? named.length)
  return reviewSubject(title.slice(start, end)) === '' ? null : { start, end }
}

/** Whether a title calls what it is about a review: by that word, or by who looked into it. */
export function isReviewTitle(title: string): boolean {
  return /\b(?:review|inquiry|enquiry|inquest|investigation|inspection|scrutiny(?= (?:of|into|on|review|inquiry|exercise|report|challenge)\b|\s?[:–—-]|$)|task (?:and finish |& finish )?group|select committee|working group|audit|peer challenge)\b/iu.test(
    title,
  )
}

/** Whether a title mentions the audit of a council as such, which comes before every meeting of its committee: no one review. */
export const isStandingAudit = (title: string): boolean =>
  /\b(?:internal|external) audit\b|\baudit\s(?:recommendations?|actions?|plan|progress|tracker)\b/iu.test(title)

/**
 * The subject of a review, folded, from a title that surrounds it with what kind of paper it is:
 * "Scrutiny Review of Bus Services – Final Report" and "Action Plan: Review of Bus Services" are both
 * "bus services". Empty where nothing but such words is there. Two reviews are one only where their
 * subjects are the same word for word: near-names are ordinary ("Bus Services", "Bus Shelters").
 */
export const reviewSubject = remembering((title: string): string => {
  let subject = behindReview(foldWords(title))
  for (;;) {
    const next = takeSuffix(takePrefix(subject))
    if (next === subject) return tellsNothing(subject) ? '' : subject
    subject = next
  }
})

/** Whether folded words are a day, numbers and words that every such paper has. */
const tellsNothing = (subject: string): boolean =>
  subject
    .replace(DAY, '')
    .split(' ')
    .every((word) => word === '' || NO_SUBJECT.has(word) || /^\d+$/u.test(word))

/**
 * A review's paper names its subject last: "A Fair Meter: review of taxi licensing", "Overview Panel – Review of
 * Beach Huts", "Report of the Licensing Panel on taxi licensing", "Task Group on bus fares". Papers leave out
 * or change what precedes, so that only the subject distinguishes reviews.
 */
const BEHIND_REVIEW: readonly RegExp[] = [
  /^.{0,120}?\b(?:review|inquiry|investigation) (?:of|into) (?=\S)/u,
  /^.{0,80}?\breport of the .{2,80}? (?:committee|panel|group|board|commission) on (?=\S)/u,
  /^.{0,60}?\b(?:task group|task and finish group|working group|select committee) on (?=\S)/u,
]

function behindReview(text: string): string {
  for (const pattern of BEHIND_REVIEW) {
    const match = pattern.exec(text)
    if (match) return text.slice(match[0].length)
  }
  return text
}

function takePrefix(text: string): string {
  const prefix = PREFIXES.find((phrase) => text === phrase || text.startsWith(`${phrase} `))
  return prefix === undefined ? text : text.slice(prefix.length).trim()
}

function takeSuffix(text: string): string {
  if (SUFFIXES.includes(text)) return ''
  const suffix = SUFFIXES.find((phrase) => text.endsWith(` ${phrase}`))
  return suffix === undefined ? text : text.slice(0, -suffix.length).trim()
}

/** Where a review's title is in a text. */
export interface TitleSpan {
  start: number
  end: number
}

/** Words that name a review in running text or in a heading, with its subject after them. */
const REVIEW_OF =
  /\b(?:(?:scrutiny|in-depth|rapid|spotlight|thematic|task (?:and|&) finish(?: group)?|task group)[ ’']+)*(?:review|inquiry|investigation) (?:of|into|on|examining|exploring|looking at|considering) (?:the )?/giu
/** Where the title ends: the sentence does, or goes on to say something of the review. */
const TITLE_END = new RegExp(
  String.raw`[.;:]\s|[.;:]$|\s(?:RESOLVED|AGREED|NOTED|RECOMMENDED)(?!\p{L})|\s[–—-]\s|[()"“”]|\s(?:was|were|is|are|has|had|will|would|could|should|might|by the|which|that|carried out|undertaken|conducted|completed|published|approved|agreed|and to|and its recommendations|and the recommendations|and makes|held|be|recommended|recommends|made|found|concluded|looked)(?!\p{L})|,\s(?:and|which|as|the|in|published|undertaken|final|interim|draft|to|\d|(?:${PRINTED_MONTH}|${inCapitals(Object.keys(SEASONS)).join('|')})\b)`,
  'u',
)
/** What precedes a review that is still to be held. */
const TO_COME =
  /\b(?:undertake|conduct|hold|begin|start|commission|initiate|carry out)\s(?:an?|another|its)\s(?:\p{L}+\s)?$|\b(?:possible|potential|proposed|future)\s$/iu
/** A title longer than this was not one. */
const LONGEST_TITLE = 160

/**
 * The reviews that a text names as "review of …", in order: from "Scrutiny" or "review" to the end of the
 * subject. Depends on how councils refer to a review: by its full name, with capitals, in a sentence. In a
 * title (`inTitle`) the subject may begin small: "a review of the library service".
 */
export function findReviewTitles(text: string, inTitle = false): TitleSpan[] {
  const spans: TitleSpan[] = []
  for (const match of text.matchAll(REVIEW_OF)) {
    const subjectStart = match.index + match[0].length
    const rest = text.slice(subjectStart, subjectStart + LONGEST_TITLE + 1)
    const end = TITLE_END.exec(rest)
    const length = end ? end.index : rest.length
    // "That a panel be set up to undertake a review of …": of a review to come.
    if (!inTitle && TO_COME.test(text.slice(0, match.index))) continue
    if (length > LONGEST_TITLE || length < 2 || (!inTitle && !/^[“"'‘]?[\p{Lu}\d]/u.test(rest))) continue
    spans.push({ start: match.index, end: subjectStart + length })
  }
  if (spans.length > 0 || !inTitle) return spans
  const named = namedReviews(text)
  return named.length > 0 ? named : namedGroups(text)
}

/** A group that has the name of what it looked into: "Monitoring of the Allotments Task Group's recommendations". */
const NAMED_GROUP =
  /(?<=^|[:–—-]\s|\b[Tt]he\s)\p{Lu}[\p{L}’'-]*(?:\s(?:and|of|&|\p{Lu}[\p{L}’'-]*)){0,5}?\s(?:[Tt]ask|TASK)\s(?:(?:[Aa]nd|AND|&)\s(?:[Ff]inish|FINISH)\s)?(?:[Gg]roup|GROUP)\b/gu

const namedGroups = (text: string): TitleSpan[] =>
  [...text.matchAll(NAMED_GROUP)].flatMap(({ 0: name, index }) =>
    reviewSubject(name) === '' ? [] : [{ start: index, end: index + name.length }],
  )

/** A part of a title that ends in "Review", with the year of the review after it: "Action plan: Empty Homes Review 2024". */
const NAMED_REVIEW = /^(?:\S+ ){1,12}(?:review|inquiry)(?: (?:19|20)\d{2}(?:[/-]\d{2,4})?)?$/iu
/** What sets the parts of a title apart. */
const PART_OF_TITLE = /(?:^|:\s|\s[–—|-]\s)((?:(?!:\s|\s[–—|-]\s).){3,120})/gu

/** How far the name reaches that tells one of many reviews of a kind apart: "Domestic Homicide Review – Maria". 0 where there is none. */
export function nameBehind(review: string, rest: string): number {
  const name = STATUTORY.has(foldWords(review)) ? /^(?:\s[–—|-]\s|:\s)\S(?:(?!:\s|\s[–—|-]\s).){0,80}/u.exec(rest)?.[0] : undefined
  return name && titleKinds(name).size === 0 ? name.trimEnd().length : 0
}

function namedReviews(text: string): TitleSpan[] {
  return [...text.matchAll(PART_OF_TITLE)].flatMap((match) => {
    const part = match[1] ?? ''
    const start = match.index + match[0].length - part.length
    if (!NAMED_REVIEW.test(part) || reviewSubject(part) === '') return []
    const end = start + part.trimEnd().length
    return [{ start, end: end + nameBehind(part, text.slice(end)) }]
  })
}
