import { INNER_UNITS } from '../../schema/vocabulary/fronts.ts'
import { foldWords } from '../recognise/fold.ts'
import type { Start } from './find-starts.ts'
import type { Listed } from './listed-titles.ts'
import type { Substance } from './substance.ts'

/** A place where a paper may begin, beside the start of the paper before it. */
export interface Split {
  previous: Start
  start: Start
  /** What is between the two starts, and what from this one to the next of its kind. */
  held: Substance
  holds: Substance
  /** The first block of its text is a table of what is followed. */
  opensWithTable: boolean
  /** How many letters there are from this start to the end of the file. */
  rest: number
  /** Where the title was announced: in the previous part's contents, on the file's agenda. */
  listed: Listed
  /** How alike the words before and after the start are; see `likenessAt`. */
  likeness: () => number | null
  /** The file opens with an agenda. */
  inPack: boolean
}

/** Minutes or a record of decisions. */
const isSitting = ({ front }: Start) => front.kind === 'minutes' || front.kind === 'decision'
/** The opening of minutes with who was there or where it was: an item that confirms minutes has neither. */
export const opensFully = ({ front, before }: Start) =>
  front.opener !== null &&
  (front.opener !== 'minutes' ||
    front.extract ||
    (front.attendance && (before.kind !== 'none' || !front.bareOpener)) ||
    (front.bareOpener && front.dayAlone && !front.agendaItem && before.kind !== 'none'))
/** A letterhead, a day or a stamp is on it. */
export const isReportFront = ({ front }: Start) =>
  front.agendaItem ||
  front.reportLine ||
  front.council !== null ||
  front.body !== null ||
  front.date !== null ||
  front.labels.has('report of') ||
  front.labels.has('report to')
/** It says that it is a report to a meeting, and of which item, meeting or officer. */
export const isReportHead = ({ front }: Start) =>
  (front.reportLine && front.labels.size >= 2) || (front.labels.has('report of') && (front.agendaItem || front.body !== null))
/** Nothing says that another body sat. */
export const sameBody = ({ previous, start }: Split) =>
  start.front.body === null || previous.front.body === null || start.front.body === previous.front.body
/** Both fronts name a day, and not the same. */
export const otherDate = ({ previous, start }: Split) =>
  start.front.date !== null && previous.front.date !== null && start.front.date !== previous.front.date
/** Two papers of sittings of one kind, one after the other. */
export const bothSit = (split: Split) =>
  isSitting(split.previous) && isSitting(split.start) && split.previous.front.kind === split.start.front.kind
/** A plan, response or tracker on pages of its own: its title says about what, and its table follows at once. */
export const isTableFront = ({ start, opensWithTable }: Split) =>
  opensWithTable && start.before.kind === 'page' && start.front.titled && start.front.subject && start.front.kind !== 'report'
/** A title of a kind may also head a chapter: a letterhead, a day, labels or its table make it a front. */
export const isTitleFront = (split: Split) =>
  split.start.front.titled &&
  split.start.front.opener === null &&
  split.start.front.appendix === null &&
  (isReportFront(split.start) || isTableFront(split))
/** Its first lines say what kind of paper begins. */
export const announces = (split: Split) =>
  split.start.front.kind !== null && (split.start.front.appendix !== null || split.start.front.opener !== null || isTitleFront(split))

/** A running head that counts its paper's pages: "Minutes, page 2", "3 of 9". "Page 45" alone may be stamped through a whole pack. */
export const LATER_PAGE = /^(?!page ).+ page (?:[2-9]|\d{2,4})(?: of \d{1,4})?$|^(?:page )?(?:[2-9]|\d{2,4}) of \d{1,4}\b/u
/** A heading that counts the units of a paper: "Chapter 3". */
export const INNER_UNIT = new RegExp(
  `^(?:${INNER_UNITS.join('|')}) (?:no |number )?(?:[a-z]?\\d|[a-z] |[ivx]+\\b|one|two|three|four|five|six)`,
  'u',
)

/** The title is among the first lines of the paper before, or a longer one there begins with it. */
export function sameTitle({ previous, start }: Split): boolean {
  const title = foldWords(start.front.title ?? '')
  const before = previous.front.lines.filter(({ block }) => block < Math.min(previous.front.end + 1, start.block))
  return title.length > 5 && before.some(({ text }) => `${foldWords(text)} `.startsWith(`${title} `))
}
