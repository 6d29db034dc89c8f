import { type Passage, plainParagraph, slicePassage } from '../../schema/document.ts'
import { lineStarts } from '../outline/label-lines.ts'
import { type DateReading, findDates, readDate } from '../recognise/dates.ts'
import { type FieldValue, fieldPassage, type PlanItem } from './plan-items.ts'

/** Words of a heading over people that say that the time is there too: "Lead officer and timescale". */
const WHEN = /\b(?:time ?scales?|time ?frames?|timetable|dates?|deadlines?|(?:by )?when)\b/iu
/** What parts who from when on one line. */
const BETWEEN = /[\s,;:/(–—-]+$/u

/**
 * Parts who from when where one column has both: the last line of the cell, or what is at its end, is the date.
 * A cell that ends in no date is left to those responsible.
 */
export function splitWhen(item: PlanItem): void {
  const who = item.fields.get('responsible')
  if (!who || item.fields.has('due') || item.fields.has('timescale') || !WHEN.test(who.label.text)) return
  const passage = fieldPassage(item, 'responsible')
  const start = whenStart(passage)
  if (start === null) {
    item.fields.set('due', { ...who, blocks: [] })
    return
  }
  const before = passage.text.slice(0, start)
  const end = start - (BETWEEN.exec(before)?.[0].length ?? 0)
  item.fields.set('responsible', withPassage(who, slicePassage(passage, 0, end)))
  item.fields.set('due', withPassage(who, slicePassage(passage, start)))
}

/** Where the date begins that a cell ends with; null where it ends with none. */
function whenStart(passage: Passage): number | null {
  const { text } = passage
  const lines = lineStarts(passage).flatMap((start) => {
    const reading = readDate(text.slice(start))
    return reading ? [{ start, days: daysOf(reading) }] : []
  })
  // "31 March / 2025" is a day over two lines; of lines that name the same time the last leaves the most to the person.
  const shortest = Math.min(...lines.map(({ days }) => days))
  const line = lines.findLast(({ days }) => days === shortest)
  if (line) return line.start
  const last = findDates(text).at(-1)
  return last && /^[\s.)]*$/u.test(text.slice(last.end)) && BETWEEN.test(text.slice(0, last.start)) ? last.start : null
}

/** How long a time is; one that is open is the longest. */
function daysOf({ from, to }: DateReading): number {
  return from && to ? Date.parse(to) - Date.parse(from) : Number.POSITIVE_INFINITY
}

function withPassage(value: FieldValue, passage: Passage): FieldValue {
  return { ...value, blocks: passage.text === '' ? [] : [plainParagraph(passage)] }
}
