import { cellPassage, joinPassages, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import { type Entry, FRONT_ENTRIES, isHeading, type TextEntry, textEntries } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { findCouncils } from '../recognise/bodies.ts'
import { readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { isBodyName, type MeetingLine, opensMeetingLine, readMeetingLine } from '../recognise/meetings.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import { titleKinds } from '../recognise/titles.ts'

/** A line longer than this is text of the body. */
const LONGEST_LINE = 250
/** Headings that open the body of a paper. */
const BODY_HEADINGS =
  /^(?:contents|introduction|background|foreword|summary|executive summary|recommendations?|conclusions?|decisions?|minutes|items?|no item|apologies.*|declarations? of .*)$/u

/** The lines at the front of a paper, cover, letterhead and head of a form, up to where its body or its first item of business begins. */
export function frontEntries(entries: readonly Entry[]): TextEntry[] {
  const front: TextEntry[] = []
  for (const entry of entries.slice(0, FRONT_ENTRIES)) {
    if (entry.type === 'table') {
      if (readTableHeader(entry.table) !== null) break
      front.push(...tableHead(entry.table))
      continue
    }
    if (front.length > 0 && opensBody(entry)) break
    front.push(...inEachLanguage(entry))
  }
  return front
}

/** "Dydd Mawrth, 5 Mawrth 2024 / Tuesday, 5 March 2024": a line in two languages says one thing twice. */
function inEachLanguage(entry: TextEntry): TextEntry[] {
  const { passage } = entry
  const parts = passage.text.split(' / ')
  if (parts.length !== 2 || passage.text.length > LONGEST_LINE || !parts.every((part) => /^[\p{Lu}\d]/u.test(part))) return [entry]
  const cut = parts[0]?.length ?? 0
  return [slicePassage(passage, 0, cut), slicePassage(passage, cut + 3)].map((part) => ({
    ...entry,
    passage: part,
    body: part,
    label: null,
  }))
}

/** A letterhead or title may be the first row of a form that is set as a table; a row that begins with a label is not one. */
function tableHead({ rows }: Table): TextEntry[] {
  const cells = (rows[0] ?? []).filter(({ blocks }) => blocks.length > 0)
  const [first] = cells
  return first && matchFormLabel(cellPassage(first).text) === null
    ? cells.flatMap(({ blocks }) => textEntries(blocks)).filter(({ passage }) => passage.text.length <= LONGEST_LINE)
    : []
}

/** Whether an item of business, a list's part or a resolution begins: what is named after it is mentioned, and not the paper's own. */
function opensBody(entry: TextEntry): boolean {
  const { text } = entry.passage
  if (findResolutionOpener(text)?.start === 0) return true
  if (isHeading(entry) && BODY_HEADINGS.test(foldWords(text)) && !/^(?:minutes|decisions?)$/iu.test(text.trim())) return true
  if (entry.type === 'list-item' && /\d/u.test(entry.label?.text ?? '')) return true
  return readItemNumber(text) !== null && readDate(text) === null
}

/** A meeting line at the front of a paper, which may run over several lines. */
export interface FrontMeeting {
  passage: Passage
  line: MeetingLine
}

/** A line of a meeting runs over at most so many lines of a narrow page. */
const MOST_LINES = 4

/**
 * The meeting lines at the front, in order. A line that names the body or the day alone goes on over the next lines
 * until both are there: on scanned and converted pages each printed line is a paragraph.
 */
export function meetingLines(front: readonly TextEntry[]): FrontMeeting[] {
  const found: FrontMeeting[] = []
  for (let index = 0; index < front.length; index++) {
    let best: (FrontMeeting & { lines: number }) | null = null
    // "(d) To note the minutes of the Harbour Panel held on …": an item of this meeting is about another.
    if (PURPOSE.test(front[index]?.body.text ?? '')) continue
    for (let lines = 1; lines <= MOST_LINES && index + lines <= front.length; lines++) {
      const part = front.slice(index, index + lines)
      if (lines > 1 && !(mayGoOn(part) && opensMeetingLine(front[index]?.passage.text ?? ''))) break
      const passage = joinPassages(part.map((entry) => entry.passage))
      const line = readMeetingLine(passage.text)
      if (line && worth(line) > (best ? worth(best.line) : 0)) best = { passage, line, lines }
      if (line?.body && line.day) break
    }
    if (!best) continue
    found.push({ passage: best.passage, line: best.line })
    index += best.lines - 1
  }
  return found
}

/** What an agenda says that its item is for. */
export const PURPOSE = /^to (?:approve|agree|confirm|consider|note|receive|review|sign)\b/iu

const worth = ({ body, day, said }: MeetingLine): number => (body ? 2 : 0) + (day ? 2 : 0) + (said ? 1 : 0)

/** Whether a meeting line can go on with the last of these lines: none is a label's, a list's or a long text. */
function mayGoOn(part: readonly TextEntry[]): boolean {
  const last = part.at(-1)
  const before = part.at(-2)
  return (
    last !== undefined &&
    before !== undefined &&
    last.passage.text.length <= LONGEST_LINE &&
    !/[.:]$/u.test(before.passage.text) &&
    !isName(before.passage.text) &&
    !/^[^:]{2,40}:/u.test(last.passage.text) &&
    last.label === null
  )
}

/** A line that is a council's or body's name is whole: what follows is another line of the letterhead. */
const isName = (text: string): boolean => isBodyName(text) || findCouncils(text).some(({ start, end }) => end - start >= text.length - 2)

/** Who was there is said in the minutes of a meeting. */
export const ATTENDANCE =
  /^(?:(?:yn bresennol|i láthair) \/ )?(?:members? |councillors? |committee members )?(?:present|in attendance|also present|attendance|roll call|apologies(?: for absence)?)\b/iu

/** "Issue - decisions", "Decision Recording Form", "Decisions published": what a page or form of decisions calls itself. */
const DECISIONS = /^(?:issue\s[–—-]\s)?(?:executive |officer |delegated |cabinet )*decisions?\b(?!.*\b(?:report|required|needed)\b)/iu
/** An agenda is sent before the meeting: nothing is decided in it. */
const AGENDA =
  /^\W*(?:agenda(?:\s(?:papers?|pack|for\b.*|of\b.*))?|notice of (?:a |an |the )?meeting.*)\W*$|\brequested to attend\b|\bmeeting\b.*\b(?:to|will) be held\b/iu

/** Whether a paper says at its front that it calls a meeting that is still to be held. */
export function callsMeeting(front: readonly TextEntry[]): boolean {
  return (
    front.some(({ passage: { text } }) => AGENDA.test(text)) &&
    !front.some(({ passage: { text } }) => /^\W*(?:draft )?minutes\b|^agenda and minutes/iu.test(text))
  )
}

/** Whether a paper says at its front that it holds decisions: minutes, a decision's record or notice, a page of what was decided. */
export function recordsDecisions(front: readonly TextEntry[], kinds: ReadonlySet<string | null>): boolean {
  if (kinds.has('record') || kinds.has('decided-on')) return true
  return front.some(({ passage: { text } }) => {
    if (text.length > LONGEST_LINE) return false
    const titled = titleKinds(text)
    return titled.has('minutes') || titled.has('decision') || ATTENDANCE.test(text) || DECISIONS.test(text)
  })
}

/** "Meeting: 14/05/2024 - Cabinet (Item 5)": the line of a page about one item of a meeting. */
export const ITEM_OF_MEETING = /^meeting\s?:\s.{0,20}\d.{3,160}\(item\s.{1,8}\)$/iu
