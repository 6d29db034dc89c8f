import { type Passage, slicePassage } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { COURTESIES, VALEDICTIONS } from '../../schema/vocabulary/responses.ts'
import { LINE_LABEL, lineStarts } from '../outline/label-lines.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { matchField } from '../recognise/fields.ts'
import { foldWords } from '../recognise/fold.ts'
import { nextNumber } from '../recognise/numbers.ts'
import { readParties } from '../recognise/parties.ts'
import { remembering } from '../recognise/remember.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { isNote } from '../runs/belongs.ts'
import { headingsAbove } from '../runs/headings-above.ts'
import type { Start } from './answer-starts.ts'

/** A line that says under a plan's label who will do what is agreed, or by when. */
export interface LabelledField {
  role: FieldRole
  label: Passage
  value: Passage
}

/** One stretch of text from a start to the next. */
export interface Segment {
  start: Start
  /** A letter takes its leave behind it. */
  takesLeave: boolean
  entries: { at: number; entry: TextEntry }[]
  fields: LabelledField[]
}

/** From a start to the next, or to a heading as high as the one that it is under. */
export function segmentOf(entries: readonly Entry[], start: Start, next: number): Segment {
  const level = start.entry.type === 'heading' ? start.entry.level : (headingsAbove(entries, start.at).over[0]?.level ?? null)
  const found: Segment = { start, takesLeave: false, entries: [], fields: [] }
  /** How many entries there were at the last field. */
  let below = 0
  for (let at = start.at; at < next; at++) {
    const entry = entries[at]
    if (!entry || entry.type === 'table') continue
    if (at > start.at) {
      if (isNote(entry) || entry.passage.text === '') continue
      const label = readResponseLabel(entry.passage.text)
      if (
        entry.type === 'heading' &&
        !label &&
        found.entries.length > 1 &&
        (level === null || (entry.level ?? 9) <= level) &&
        entry.look.box === null
      )
        break
      if (found.entries.length > 1 && isValediction(entry.passage.text)) {
        found.takesLeave = true
        // Below the fields of its last answer a letter goes on with other things.
        if (below > 1) found.entries.length = below
        break
      }
      // A form is signed below its last answer.
      if (found.entries.length > 1 && SIGNED.test(entry.passage.text)) break
      // What was found, before the next that is recommended.
      if (found.entries.length > 1 && FOUND.test((entry.label ? entry.body : entry.passage).text)) break
      if (found.entries.length > 1 && countsOnFromHeading(entries, entry, start.at)) break
      const field = readFieldLine(entry.passage)
      if (field) {
        found.fields.push(field)
        below = found.entries.length
        continue
      }
    }
    found.entries.push({ at, entry })
  }
  return { ...found, entries: withoutNames(found.entries) }
}

/** "3 Other matters", where "2 Responses" is a heading over what is answered: the next chapter, however it is set. */
function countsOnFromHeading(entries: readonly Entry[], { label, body }: TextEntry, start: number): boolean {
  if (label?.word !== null || label.style !== 'decimal' || body.text.length > LONGEST_NAME || !/^\p{Lu}.*[^.;:!?]$/u.test(body.text))
    return false
  const over = entries
    .slice(Math.max(0, start - FARTHEST_HEADING), start)
    .findLast((entry) => entry.type === 'heading' && entry.label?.style === 'decimal' && entry.label.word === null)
  return over?.type === 'heading' && over.label !== null && nextNumber(over.label.number) === label.number
}

/** A chapter that answers goes on for no more paragraphs. */
const FARTHEST_HEADING = 200

/** "PAC conclusion: …", "Finding: …", "Recommendations": over or before what comes next. */
const FOUND = /^(?:the )?(?:[\p{L}’']+ )?(?:conclusion|finding)\s*:|^recommendations$/iu
/** "Signed: …", "Signature"; and whose the copyright is, at the foot of the last page. */
const SIGNED = /^(?:©|copyright\s(?:©|\d{4}|(?:state|crown)\b))|^(?:signed|signature)\b(?:\s(?:by|on behalf of)\b[^:]{0,60})?\s*(?::|$)/iu
/** A line of a signature is no longer. */
const LONGEST_NAME = 80

/** A stretch without the names and posts on lines of their own that sign it: below a label and an answer nothing else has no end mark. */
function withoutNames(entries: Segment['entries']): Segment['entries'] {
  const last = entries.findLastIndex(({ entry }) => !isName(entry))
  return last < LEAST_BEFORE_NAMES - 1 ? entries : entries.slice(0, last + 1)
}

const LEAST_BEFORE_NAMES = 2

function isName({ passage, label, bullet }: TextEntry): boolean {
  const { text } = passage
  if (label !== null || bullet || text.length > LONGEST_NAME || !/^\p{Lu}.*[^.;:!?]$/u.test(text) || readVerdict(text)) return false
  const starts = lineStarts(passage)
  const lines = starts.map((start, at) => text.slice(start, starts[at + 1]).trim())
  const signed = lines.map((line) => isDay(line) || readParties(line).every(({ kind }) => kind === 'person' || kind === 'post'))
  // A body signs with somebody, or on a day.
  return (
    signed.every((is, at) => is || (lines.length > 1 && readParties(lines[at] ?? '').every(({ kind }) => kind !== 'unknown'))) &&
    signed.includes(true)
  )
}

const isDay = (line: string) => readDate(line)?.precision === 'day'

/** The fields by which a response says who will do what it agrees to, and by when. */
const COMMITMENT_FIELDS: ReadonlySet<FieldRole> = new Set(['responsible', 'sponsor', 'due', 'timescale', 'success-measure'])
/** A line is a field's where its value is no longer than a name or a day. */
const LONGEST_FIELD = 160

function readFieldLine(passage: Passage): LabelledField | null {
  const match = passage.text.length > LONGEST_FIELD ? null : LINE_LABEL.exec(passage.text)
  const field = match ? matchField(match[1] ?? '') : null
  if (!match || field?.score !== 1 || !COMMITMENT_FIELDS.has(field.role)) return null
  return { role: field.role, label: slicePassage(passage, 0, match[0].length), value: slicePassage(passage, match[0].length) }
}

const LEAVES = new Set(VALEDICTIONS.map(foldWords))
/** "Yours sincerely": here a letter's text ends. */
export const isValediction = remembering((text) => LEAVES.has(foldWords(text.split(/[,\n]/u, 1)[0] ?? '')))

const TURNS = new RegExp(`^(?:and |finally,? |lastly,? |in closing,? )?(?:${COURTESIES.join('|')})(?![\\p{L}])`, 'iu')
/** "I hope that this is of help": here a letter turns from its last answer to its reader. */
export const isCourtesy = (text: string): boolean => TURNS.test(text)

/**
 * The paragraphs below an entry that answer it, up to a heading, a table or where a letter ends. Below the last that is answered a
 * letter goes on with other things: there one is enough, and none where `answered` says that the entry itself answers.
 */
export function answerBelow(entries: readonly Entry[], at: number, next: number, answered = false): { said: Passage[]; own: number[] } {
  const said: Passage[] = []
  const own: number[] = []
  const most = next < entries.length ? Number.POSITIVE_INFINITY : answered ? 0 : 1
  for (let below = at + 1; below < next && said.length < most; below++) {
    const more = entries[below]
    if (!more || more.type === 'table' || isHeading(more) || isValediction(more.passage.text)) break
    said.push(more.passage)
    own.push(below)
  }
  return { said, own }
}
