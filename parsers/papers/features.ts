import { STAYING_APPENDICES } from '../../schema/vocabulary/fronts.ts'
import { foldWords } from '../recognise/fold.ts'
import {
  announces,
  bothSit,
  INNER_UNIT,
  isReportFront,
  isReportHead,
  isTableFront,
  isTitleFront,
  LATER_PAGE,
  opensFully,
  otherDate,
  type Split,
  sameBody,
  sameTitle,
} from './split-signs.ts'

/** A reason for or against a split, with its weight in logits. */
export interface Feature {
  name: string
  weight: number
  /** The property of how papers are written and printed that it rests on. */
  why: string
  holds: (split: Split) => boolean
}

/** What it costs to split at all: when in doubt, a file is one paper. */
export const PRIOR = -3.5

/** Likeness of words below which a place is seldom inside a paper; and hardly ever. */
const FEW_SHARED = 0.17
const HARDLY_SHARED = 0.11

/** Every reason, with its weight. */
export const FEATURES: readonly Feature[] = [
  {
    name: 'new page',
    weight: 1,
    why: 'papers bound together begin on pages of their own',
    holds: ({ start }) => start.before.kind === 'page',
  },
  {
    name: 'rule before it',
    weight: 0.9,
    why: 'a line across the text parts papers that share a page',
    holds: ({ start }) => start.before.kind === 'rule',
  },
  {
    name: 'main heading',
    weight: 0.6,
    why: 'a title is a heading of the highest level',
    holds: ({ start }) => start.before.kind === 'heading',
  },
  {
    name: 'no break',
    weight: -1.2,
    why: 'what is in the flow of the text is seldom another paper',
    holds: ({ start }) => start.before.kind === 'none',
  },
  {
    name: 'blank page before it',
    weight: 0.5,
    why: 'papers of a pack begin on right-hand pages',
    holds: ({ start }) => start.before.blank,
  },
  {
    name: 'other size of page',
    weight: 0.4,
    why: 'a plan or tracker is printed sideways after its report',
    holds: ({ start }) => start.before.otherSize,
  },
  {
    name: 'page numbers restart',
    weight: 1.5,
    why: 'every paper counts its pages from 1',
    holds: ({ start }) => start.before.numbering === 'restarts',
  },
  {
    name: 'page numbers go on',
    weight: -0.7,
    why: 'pages of one paper are counted through',
    holds: ({ start }) => start.before.numbering === 'goes on',
  },
  { name: 'new running head', weight: 0.4, why: 'heads and feet are set for a paper', holds: ({ start }) => start.newRunningLine },
  {
    name: 'section numbers restart',
    weight: 0.7,
    why: 'a paper numbers its sections from 1',
    holds: ({ start: { sections } }) => sections.next === 1 && sections.last !== null && sections.last > 1,
  },
  {
    name: 'section numbers go on',
    weight: -1.2,
    why: 'the next number belongs to the list before it',
    holds: ({ start: { sections, front } }) => sections.last !== null && sections.next === sections.last + 1 && front.opener !== 'minutes',
  },
  {
    name: 'opens as a paper of a sitting',
    weight: 2.5,
    why: 'minutes, agendas and decision notices say in their first line what they are',
    holds: ({ start }) => opensFully(start),
  },
  {
    name: 'who was there',
    weight: 1,
    why: 'minutes list attendance below their opening',
    holds: ({ start }) => start.front.opener === 'minutes' && start.front.attendance,
  },
  {
    name: 'other day of sitting',
    weight: 1.5,
    why: 'one paper of a sitting has one day',
    holds: (split) =>
      bothSit(split) &&
      otherDate(split) &&
      (opensFully(split.start) || split.start.front.council !== null || split.start.front.labels.size >= 2),
  },
  {
    name: 'same sitting',
    weight: -5,
    why: 'several decisions of one sitting are one record, on however many forms',
    holds: (split) => bothSit(split) && !otherDate(split) && sameBody(split),
  },
  { name: "council's name alone", weight: 0.8, why: 'a letterhead', holds: ({ start }) => start.front.council !== null },
  {
    name: "body's name alone",
    weight: 0.8,
    why: 'a report names the meeting it goes to on its head',
    holds: ({ start }) => start.front.body !== null,
  },
  { name: 'a day on its head', weight: 0.5, why: 'a report is dated by its meeting', holds: ({ start }) => start.front.date !== null },
  {
    name: 'agenda item',
    weight: 1.2,
    why: 'the number of the item is stamped on the head of its report',
    holds: ({ start }) => start.front.agendaItem,
  },
  {
    name: 'says that it is a report',
    weight: 1,
    why: 'a report to a meeting says so on its head',
    holds: ({ start }) => isReportHead(start),
  },
  {
    name: 'labels of a front',
    weight: 1,
    why: 'reports begin with labelled lines',
    holds: ({ start }) => start.front.labels.size >= 2 && isReportFront(start),
  },
  {
    name: 'many labels of a front',
    weight: 1,
    why: 'reports begin with labelled lines',
    holds: ({ start }) => start.front.labels.size >= 4 && isReportFront(start),
  },
  {
    name: 'appendix of its own kind',
    weight: 1.7,
    why: 'what is appended under a title of its own is a paper if such papers are published alone too',
    holds: ({ start }) => start.front.appendix !== null && !start.front.appendix.stays && start.front.kind !== null,
  },
  {
    name: 'appendix that stays',
    weight: -2.5,
    why: 'evidence, maps and forms of assessment belong to their report',
    holds: ({ start }) =>
      start.front.appendix !== null && (start.front.appendix.stays || start.front.kind === null) && start.front.opener === null,
  },
  {
    name: 'title of a kind',
    weight: 1,
    why: 'a title says what kind of paper it heads',
    holds: isTitleFront,
  },
  {
    name: 'a table under its title',
    weight: 1,
    why: 'plans and trackers are a title and a table on pages of their own',
    holds: isTableFront,
  },
  {
    name: 'another kind than before',
    weight: 0.7,
    why: 'a report, its plan and its minutes are papers of their own',
    holds: (split) => announces(split) && split.previous.front.kind !== null && split.start.front.kind !== split.previous.front.kind,
  },
  {
    name: 'same kind, no front',
    weight: -2,
    why: 'a response with its table, a tracker with several tables',
    holds: ({ previous, start }) =>
      start.front.kind !== null &&
      start.front.kind === previous.front.kind &&
      start.front.opener === null &&
      !(start.front.labels.size >= 2 && isReportFront(start)) &&
      !isReportHead(start),
  },
  {
    name: 'another table of the same',
    weight: -2,
    why: 'a tracker has a page and a table for each review',
    holds: (split) => isTableFront(split) && split.start.front.kind === split.previous.front.kind,
  },
  {
    name: 'holds what is followed',
    weight: 0.8,
    why: 'a paper of its own recommends, plans, reports or decides',
    holds: (split) => split.holds.followed && announces(split),
  },
  {
    name: 'holds nothing that is followed',
    weight: -1.5,
    why: 'an appendix without any stays with its report',
    holds: ({ start, holds }) => !holds.followed && start.front.appendix !== null,
  },
  {
    name: 'hardly any text',
    weight: -2,
    why: 'what is left at the end is a slip or a signature',
    holds: ({ start, rest, holds }) => rest < 250 && !holds.followed && !start.front.agendaItem,
  },
  {
    name: 'nothing before it',
    weight: -5,
    why: 'a cover or a heading belongs to what follows',
    holds: ({ previous, start, held }) => held.letters < 300 && !held.followed && (previous.front.opener === null || !opensFully(start)),
  },
  {
    name: 'inside a head',
    weight: -8,
    why: 'a letterhead, a stamp and a title are one front',
    holds: ({ previous, start }) =>
      start.block < previous.front.end && (start.before.kind === 'none' || start.before.kind === 'heading' || !opensFully(start)),
  },
  {
    name: 'named on the agenda',
    weight: 2,
    why: 'an agenda names what is bound after it',
    holds: ({ listed, inPack }) => listed.agenda && inPack,
  },
  { name: 'listed in the contents', weight: -4, why: 'a list of contents is of one paper', holds: ({ listed }) => listed.contents },
  {
    name: 'the title again',
    weight: -2.5,
    why: 'a title page precedes the text of the same paper',
    holds: (split) =>
      split.start.front.opener === null && split.start.front.appendix === null && split.start.front.labels.size < 2 && sameTitle(split),
  },
  {
    name: 'evidence only',
    weight: -2.5,
    why: 'abbreviations, references and terms of reference close a paper',
    holds: ({ start: { front } }) => front.appendix === null && STAYING_APPENDICES.includes(foldWords(front.lines[0]?.text ?? '')),
  },
  {
    name: 'other words than before',
    weight: 1.2,
    why: 'papers about different matters share few words',
    holds: ({ start, likeness }) => start.before.kind !== 'none' && (likeness() ?? 1) < FEW_SHARED,
  },
  {
    name: 'hardly a word in common',
    weight: 1,
    why: 'papers about different matters share few words',
    holds: ({ start, likeness }) => start.before.kind !== 'none' && (likeness() ?? 1) < HARDLY_SHARED,
  },
  {
    name: 'title on top',
    weight: 0.5,
    why: 'a title is the largest text on the first page of its paper',
    holds: ({ start: { front, before } }) => before.kind === 'page' && front.lines[0]?.level === 1,
  },
  {
    name: 'text at once',
    weight: -1.5,
    why: 'a paper begins with a head',
    holds: ({ start }) => start.front.end <= start.block && start.front.opener === null,
  },
  {
    name: 'another council',
    weight: 1,
    why: 'a paper has one letterhead',
    holds: ({ previous, start }) =>
      start.front.council !== null && previous.front.council !== null && start.front.council !== previous.front.council,
  },
  {
    name: 'a page that goes on',
    weight: -4,
    why: 'a running head counts the pages of its paper',
    holds: ({ start }) => LATER_PAGE.test(foldWords(start.front.lines[0]?.text ?? '')),
  },
  {
    name: 'a unit that is counted',
    weight: -4,
    why: 'chapters, recommendations and cards are counted within one paper',
    holds: ({ start }) => INNER_UNIT.test(foldWords(start.front.lines[0]?.text ?? '')),
  },
]
