import { cellPassage, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { type FormSection, sectionValue } from '../outline/form-section.ts'
import { FRONT_ENTRIES, type Outline } from '../outline/outline.ts'
import { WEEKDAY } from '../recognise/calendar.ts'
import { type DateReading, findDates } from '../recognise/dates.ts'
import { matchField } from '../recognise/fields.ts'
import { PURPOSE } from './front.ts'
import { isLabelledLine } from './no-title.ts'

/** A day that a paper has, with where it is. */
export interface PaperDate {
  passage: Passage
  reading: DateReading
}

/** The day that the paper has: by its form's labels, else a line at the front that is a date or ends in one. */
export function documentDate(outline: Outline, sections: readonly FormSection[]): PaperDate | null {
  for (const kind of ['decided-on', 'dated', 'as-of', 'published_on'] as const) {
    const labelled = labelledDate(sections, kind)
    if (labelled) return labelled
  }
  for (const [at, entry] of outline.entries.slice(0, FRONT_ENTRIES).entries()) {
    if (entry.type === 'table' || entry.passage.text.length > LONGEST_DATE_LINE || /[.;]$/u.test(entry.passage.text)) continue
    // "To receive the minutes of the meetings held on 3 March and 7 April" names other days.
    if (PURPOSE.test(entry.body.text)) continue
    // The label of a plan's day may be on the line above.
    const above = outline.entries[at - 1]
    if (above && above.type !== 'table' && isFieldOfPlan(`${above.passage.text}:`)) continue
    const reading = findDates(entry.passage.text).at(-1)
    if (!reading?.from || isLabelledLine(entry.passage.text)) continue
    const before = entry.passage.text.slice(0, reading.start)
    if (isFieldOfPlan(before) || STILL_TO_COME.test(before)) continue
    const published = PUBLISHED.test(before)
    if (!published && !SET_APART_BEFORE.test(before) && MID_SENTENCE.test(before) && !STANDS_AT.test(before) && !OF_PAPER.test(before))
      continue
    const closes =
      published ||
      reading.end >= entry.passage.text.length - 2 ||
      TIME.test(entry.passage.text.slice(reading.end)) ||
      (STANDS_AT.test(before) && /^ \(/u.test(entry.passage.text.slice(reading.end))) ||
      (SET_APART_BEFORE.test(before) && SET_APART_BEHIND.test(entry.passage.text.slice(reading.end)))
    if (closes && PAPER_PRECISION.has(reading.precision)) return { passage: dayPassage(entry.passage, reading), reading }
  }
  return standingDate(outline)
}

/** The day that a label names: in its own words, "(as at 30 June 2031)"; else after it, or in the first words below a heading. */
function labelledDate(sections: readonly FormSection[], kind: FormSection['kind']): PaperDate | null {
  const own = sections.filter((section) => section.kind === kind)
  const heading = own.find(({ form }) => form === 'heading')
  const inHeading = heading && firstDay(heading.label)
  if (inHeading) return inHeading
  const value = sectionValue(own, kind)
  const day = value && firstDay(value)
  const isBelow = own.every(({ form }) => form === 'heading')
  return day && (!isBelow || day.reading.start <= LONGEST_BEFORE_DAY) ? day : null
}

/** The first date in a passage, where it is one. */
function firstDay(passage: Passage): PaperDate | null {
  const [reading] = findDates(passage.text)
  return reading?.from ? { passage: dayPassage(passage, reading), reading } : null
}
/** Letters before a day below its heading, as of a day of the week. */
const LONGEST_BEFORE_DAY = 15

/** The fields of a plan whose value is a day. */
const DAYS: ReadonlySet<FieldRole> = new Set(['due', 'revised-due', 'timescale', 'completed-on'])

/** A noun that says "date" is enough: what follows it is not the paper's own day. */
const LEAST_SCORE = 0.85

/** "Target implementation date: January 2021": the day of something that is to be done. */
function isFieldOfPlan(before: string): boolean {
  const label = /^(.{3,60}?):+\s*$/u.exec(before)?.[1]
  const field = label ? matchField(label) : null
  return field !== null && field.score >= LEAST_SCORE && DAYS.has(field.role) && !/^(?:date|published)\b/iu.test(before)
}

/**
 * The day for which a paper says the status, by a bracket or short sentence at the front: "Action Plan (as at
 * 30 September 2024)", "Agreed in May. Position at 31 January 2024.", "The position reported to the Board on 5 May 2024 is:"
 */
export function standingDate(outline: Outline): PaperDate | null {
  const passages = outline.entries
    .slice(0, FRONT_ENTRIES)
    .flatMap((entry) => (entry.type === 'table' ? bannerPassages(entry.table) : [entry.passage]))
  for (const passage of passages) {
    if (passage.text.length > LONGEST_STANDING) continue
    const reading = findDates(passage.text).find(
      ({ start, end, from }) =>
        from !== null &&
        (STANDING.test(passage.text.slice(0, start)) || SPEAKS_AT.test(passage.text.slice(0, start))) &&
        /^[.)]?[:,;]?(?:\s|$)/u.test(passage.text.slice(end)),
    )
    if (reading && PAPER_PRECISION.has(reading.precision)) return { passage: dayPassage(passage, reading), reading }
  }
  return null
}

/** What is across a table over its header, one cell a row: a spreadsheet's title and its day are rows of the sheet. */
function bannerPassages({ rows }: Table): Passage[] {
  const filled = rows.map((row) => row.map(cellPassage).filter(({ text }) => text !== ''))
  const end = filled.findIndex((row) => row.length > 1)
  return end < 0 ? [] : filled.slice(0, end).flat()
}

/** What precedes such a day, from the beginning of its bracket, clause or sentence. */
const STANDING =
  /(?:^|[.(:,·|–—]\s?|\s-\s)(?:(?:(?:(?:the|all) )?(?:position|progress|status|situation|updates?|updated|figures|information|correct)(?: (?:below|above|shown|given|reported))?(?: (?:is|are|was|were)(?: (?:given|shown|stated|correct))?)? )?as (?:at|of)|(?:(?:this|the) \p{L}{3,12} (?:gives|shows|describes|sets out|states|summarises|reports(?: on)?) )?(?:the )?(?:position|progress|status|situation)(?: as)? at|(?:the )?(?:position|progress|status|situation|updates?) (?:(?:that )?(?:was|were) )?(?:last )?(?:reported|given|presented|noted) (?:(?:to|by|at) [^.;:]{3,80} )?on)\s$/iu

/** The same as a sentence about the paper itself: "The position given is that at 31 May 2019", "This note was true as at 4 May". */
const SPEAKS_AT =
  /(?:^|[.]\s)(?:this\b|(?:the|all|these|it)\b(?=[^.;:\d]{0,60}\b(?:position|progress|status|situation|updates?|notes?|paper|report|table|tracker|information|summary|plan)\b))[^.;:\d]{0,80}\b(?:(?:is|are|was|were) that at|(?:speaks?|reads?|(?:is|are|was|were)(?: (?:given|shown|stated|reported|set out|correct|current|true))?) as (?:at|of))\s$/iu

/** A paper is dated by its day, its month or its season; a year alone belongs to a title. */
const PAPER_PRECISION = new Set<string>(['day', 'month', 'season', 'quarter'])
/** Marks that set a date apart from the rest of a title: "Audit Committee, 21 April 2026 – Review of …". */
const SET_APART_BEFORE = new RegExp(String.raw`(?:^|[,–—|·:(]\s?|\s-\s)(?:${WEEKDAY},?\s)?$`, 'iu')
const WEEKDAY_BEFORE = new RegExp(String.raw`\b${WEEKDAY},?\s+(?:the\s+)?$`, 'iu')
const SET_APART_BEHIND = /^\s?(?:[,–—|·:)]|-\s|(?:agenda )?item\b)/iu
/** The hour of a meeting after its day. */
const TIME = /^,?\s(?:at\s)?\d{1,2}[.:]?\d{0,2}\s?(?:am|pm|a\.m\.|p\.m\.|noon)\.?$/iu

/** A date as printed, with the day of the week before it. */
export function dayPassage(passage: Passage, reading: DateReading): Passage {
  const week = WEEKDAY_BEFORE.exec(passage.text.slice(0, reading.start))
  return slicePassage(passage, week ? week.index : reading.start, reading.end)
}

/** All that precedes the day for which a paper reports: "Position at 31 August 2023". */
const STANDS_AT = /^(?:(?:position|progress|status|situation|update|updated|correct|report) )?(?:as )?(?:at|to|on)\s*$/iu

/** What a title calls its paper, right before its day: "Review of Parks – progress update November 2023". */
const OF_PAPER =
  /(?:^|[:–—-] ?|\b(?:final|interim|annual|quarterly|progress|monitoring|implementation) )(?:progress|update|report|position|monitoring|tracker)\s$/iu

/** "Ordered by the House to be published 6 May 2025" on a parliament's paper, whatever its number after; "Published on …". */
const PUBLISHED = /^(?:ordered\b.{0,60}\bto be (?:published|printed)|published)\s(?:on\s)?(?:\p{L}+day,?\s)?$/iu

/** Words before a date that make it part of a sentence, and not the paper's own. */
const MID_SENTENCE =
  /(?:\S.*\bdated\s*|\b(?:in|by|from|until|till|since|to|before|after|of|between|and|during|for|with|at)\s*|[a-z] \S+ [a-z]\S* \S+ )$/u

/** "Next meeting: Monday 13 September", "Date of next review": a day that is still to come when the paper is written. */
const STILL_TO_COME = /\bnext\b/iu

/** A line at the front that has the paper's date is short: "Cabinet Meeting 4 May 2021". */
const LONGEST_DATE_LINE = 150
/** A short paragraph at the front may say so in one of its sentences. */
const LONGEST_STANDING = 400
