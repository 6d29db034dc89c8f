import { BODY_OPENERS, BODY_WORDS, DECIDING_OFFICES, SITTING_WORDS } from '../../schema/vocabulary/bodies.ts'
import { type BodySpan, either, findCouncils, isTaughtBody } from './bodies.ts'
import { WEEKDAY } from './calendar.ts'
import { type DateReading, findDates } from './dates.ts'
import { foldWords } from './fold.ts'

/** What a line says about a meeting: who met, on which day, and whether it calls it a meeting, a decision or minutes in so many words. */
export interface MeetingLine {
  body: BodySpan | null
  day: DateReading | null
  /** The line is a sentence or heading of a meeting ("Minutes of a meeting of …"), and no mere name with a day. */
  said: boolean
}

const SITTING = `(?:(?:${either(SITTING_WORDS)})\\s+)*`

/** The openings after which the body that met is; each is compared with the beginning of the line. */
const OPENINGS: readonly RegExp[] = [
  // "Minutes of proceedings at special meeting of …", "Extract from the minutes of the meeting of …", "A regular meeting of …"
  new RegExp(
    String.raw`^(?:(?:draft|confirmed|unconfirmed|printed)\s+)?(?:(?:an?\s)?extract\s(?:from|of)\s(?:the\s)?)?(?:${SITTING}(?:minutes?|record|proceedings|notes?|decisions?)\s(?:(?:of|from|taken at|made at|at)\s)?)?(?:(?:the\s)?proceedings\s(?:at|of)\s)?${SITTING}meeting\s(?:of\s(?:the\s)?|held\sby\s(?:the\s)?)`,
    'iu',
  ),
  // "Decision determined at … meeting", "Notice of decisions taken by the …", "Decisions of the …"
  /^(?:(?:the\s)?(?:public\s)?(?:notice|record|summary|statement|schedule|list)\sof\s(?:the\s)?)?(?:executive\s)?decisions?\s(?:(?:determined|taken|made|agreed|reached)\s)?(?:at|by|of)\s(?:the\s)?(?:meeting\sof\s(?:the\s)?)?/iu,
  // "Minutes of the Licensing Committee", "Minutes of Council", "Minutes - Cabinet"
  new RegExp(
    String.raw`^(?:(?:an?\s)?extract\s(?:from|of)\s(?:the\s)?)?(?:${SITTING})(?:minutes?|minute extract|notes|proceedings)(?:\s(?:of|from|for)\s${SITTING}(?:proceedings\sof\s(?:the\s)?)?|\s[–—-]\s|:\s)`,
    'iu',
  ),
  // "At a meeting of the Council held on …"
  new RegExp(String.raw`^at\s${SITTING}meeting\sof\s(?:the\s)?`, 'iu'),
]

/** A line of a page about one item: "Meeting: 14/06/2022 - Cabinet (Item 9)", "Decided at meeting: …". */
const LABELLED = /^(?:(?:decided|made|considered|agreed|determined|taken) at (?:the )?meeting|meeting)(?: date)?\s?:\s/iu

/** What ends a body's name in such a line: where, when and how it met. */
const BEHIND_BODY = new RegExp(
  String.raw`,?\s(?:(?:(?:was|were|which was|to be|duly)\s)?(?:held|met|convened|conducted|called to order|took place)\b|meeting\b|commenc|start(?:ed|ing)\b|at\s(?:its|the|their|\d)|via\b|dated\b|from\s\d|(?:on|in|at)\s(?=(?:the\s|an?\s|\p{Lu}\p{L}*day\b|\d)))|[,;]?\s(?:[–—-]\s)?(?:on\s)?(?=${WEEKDAY}\b)|\s?[,–—(|:]\s?|\s-\s|$`,
  'iu',
)
/** A body's name, and what is between it and its day. */
const DAY_BEHIND = new RegExp(String.raw`^(.{3,120}?)(?:\s?[–—,|:-]\s?|\s)(?:on\s)?(?:${WEEKDAY},?\s(?:the\s)?|dydd\s\p{L}+,?\s)?$`, 'iu')
/** In capitals the cut before "in" or "on" is one too, where a place follows. */
const HELD_IN_CAPITALS = /,?\s(?:HELD|WAS HELD|MEETING)\b/u

/** Words before a day that make it another than that of the meeting. */
const OTHER_DAY =
  /\b(?:by(?=(?:\s(?:noon|midnight|\d[\d.:]*\s?(?:am|pm)?|on|the|\p{L}+day,?))*\s*$)|before|until|till|deadline|call[ -]?in|referral|publish(?:ed)?|publication|issued|effective|expir\w+|implement\w+|printed|reply|replies|respon\w+|next|previous|last|earlier|since|from|dates?\sof\sprevious|minutes\sof\s(?:the\s)?(?:last|previous)|approved|updated|circulated)\b[^.]{0,40}$|\bconfirm(?:ation|ed)?\s(?:of\s)?(?:the\s)?(?:draft\s)?minutes\b[^.]{0,80}$/iu

/** What a meeting line says, or null where a line says nothing of one. `text` is a line, or a few that run on, at the front of a paper. */
export function readMeetingLine(text: string): MeetingLine | null {
  if (text.length > LONGEST_LINE) return null
  const label = LABELLED.exec(text)?.[0].length ?? 0
  if (label > 0) {
    const named = namedWithDay(text, label)
    return named && { ...named, said: true }
  }
  for (const opening of OPENINGS) {
    const match = opening.exec(text)
    if (!match) continue
    const body = bodyAt(text, match[0].length)
    if (!body) continue
    return { body, day: meetingDay(text, body.end), said: true }
  }
  return heldOn(text) ?? bodyMeeting(text) ?? namedWithDay(text, 0)
}

/** Such a line, run on over the page's width, is no longer than this. */
const LONGEST_LINE = 420

/** Whether a line opens as one that says who met, and may go on over the next. */
export function opensMeetingLine(text: string): boolean {
  return HELD.test(text) || OPENINGS.some((opening) => opening.test(text)) || readMeetingLine(text) !== null
}

/** "Minutes of the meeting held on Tuesday 7 March", "Held in the Guildhall on …": a day, and the body appears elsewhere. */
function heldOn(text: string): MeetingLine | null {
  const opening = HELD.exec(text)
  if (opening) {
    const day = meetingDay(text, opening[0].length)
    return day ? { body: null, day, said: true } : null
  }
  // "REGULAR MEETING – TUESDAY, JANUARY 14, 2025, 9:00 A.M."
  const sitting = SITTING_ON.exec(text)
  const on = sitting ? meetingDay(text, sitting[0].length) : null
  return sitting && on && on.start <= sitting[0].length + LONGEST_WEEKDAY ? { body: null, day: on, said: true } : null
}

const SITTING_ON = new RegExp(
  String.raw`^(?:${SITTING}meeting(?: minutes)?|(?:(?:${either(SITTING_WORDS)})\s+)+session)\s?[–—:,-]\s?`,
  'iu',
)
/** A weekday with its comma may precede a day. */
const LONGEST_WEEKDAY = 12

const HELD = new RegExp(
  String.raw`^(?:${SITTING}(?:minutes?|notes?|record|proceedings|decisions?)\s(?:of|from|taken at|made at|at)\s)?${SITTING}(?:meeting\s)?held\b|^(?:minutes?|notes?)\sof\s${SITTING}meeting\b|^meeting\sminutes?\s(?:of|for)\b`,
  'iu',
)

/** "Cabinet Meeting 4 May 2021", "Ordinary Council Meeting", "Committee meeting on 15 May": the body before the word, a day or nothing after. */
function bodyMeeting(text: string): MeetingLine | null {
  const match = /^(.{3,120}?)\s(?:meeting|sitting)(?:\sminutes)?(?!\p{L})(.*)$/iu.exec(text)
  if (!match?.[1]) return null
  const body = trimBody(text, 0, match[1].length)
  if (!body) return null
  const rest = text.slice(text.length - (match[2] ?? '').length)
  const day = meetingDay(text, text.length - rest.length)
  // After the word is when and where, or nothing: else it is a sentence that mentions a meeting.
  return rest.trim() === '' || (day && day.start - (text.length - rest.length) <= NEAR) ? { body, day, said: true } : null
}

/** How far behind "meeting" its day may be: "held in the Council Chamber, Town Hall on". */
const NEAR = 100

/** A body and a day that make up a whole line: "Cabinet - Tuesday, 5 March 2019 2.00 pm", "14/05/2024 - Cabinet (Item 5)". */
function namedWithDay(text: string, from: number): MeetingLine | null {
  const day = findDates(text.slice(from)).find((date) => date.precision === 'day')
  if (!day) {
    const weekday = /^(.{3,80}?)\s[–—-]\s(?:\p{L}+day|dydd\s\p{L}+)\b.*\d/iu.exec(text.slice(from))
    const alone = weekday?.[1] ? trimBody(text, from, from + weekday[1].length) : null
    return alone ? { body: alone, day: null, said: false } : null
  }
  const at = { ...day, start: day.start + from, end: day.end + from }
  const before = text.slice(from, at.start)
  const behind = text.slice(at.end)
  if (/^\s*$/u.test(before)) {
    const end = /^\s?[–—,|-]\s?(.{3,120}?)(?:\s\((?:item|minute|agenda)\b.*\))?$/iu.exec(behind)
    const start = end?.[1] ? at.end + behind.indexOf(end[1]) : 0
    // "Housing Panel - Expired 18/10/22", "Audit Board (no longer meets)": what the site says about the body follows its name.
    const said = end?.[1]?.search(/\s(?:[–—-]\s|\()/u) ?? -1
    const body = end?.[1] ? (trimBody(text, start, start + end[1].length) ?? (said > 0 ? trimBody(text, start, start + said) : null)) : null
    return body ? { body, day: at, said: false } : null
  }
  const lead = DAY_BEHIND.exec(before)
  if (!lead?.[1] || !TIME_BEHIND.test(behind)) return null
  const body = trimBody(text, from, from + lead[1].replace(/\smet\b.*$/u, '').length)
  return body ? { body, day: at, said: false } : null
}

/** The hour of a meeting, or what closes the line. */
const TIME_BEHIND =
  /^[\s,.–—-]*(?:(?:at|from|commencing at|starting at)\s)?(?:\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon|hrs|hours)?|noon)?[\s.,]*(?:\(item\b.*\))?$/iu

/** "The minutes of the meeting held on 13 May were confirmed": of the meeting before. */
const CONFIRMED = /^[\s,]*(?:were|was|be|having been)\s(?:\p{L}+\s)?(?:confirmed|approved|adopted|agreed|signed|accepted|received)\b/iu

/** The day that a meeting line names after the body; none that is a deadline's, a publication's or another meeting's. */
export function meetingDay(text: string, from: number): DateReading | null {
  const day = findDates(text).find((date) => date.precision === 'day' && date.start >= from - 1)
  return day && !OTHER_DAY.test(text.slice(from, day.start)) && !CONFIRMED.test(text.slice(day.end)) ? day : null
}

function bodyAt(text: string, from: number): BodySpan | null {
  const rest = text.slice(from)
  const cut = [BEHIND_BODY, HELD_IN_CAPITALS].flatMap((pattern) => pattern.exec(rest)?.index ?? [])
  // "Limerick City and County Council, Home Committee": after a council's own name its committee may follow.
  for (const end of [
    ...new Set([Math.min(...cut), ...[...rest.matchAll(/\s(?:held|was held|on|in|at|commencing)\b|$/giu)].map((m) => m.index)]),
  ]) {
    if (end < 2 || end > LONGEST_BODY) continue
    const body = trimBody(text, from, from + end)
    if (body) return committeeBehind(text, body) ?? body
  }
  return null
}

/** "Marlow City Council, Housing Committee was held": after a council's whole name and a comma is the committee that met. */
function committeeBehind(text: string, body: BodySpan): BodySpan | null {
  const [council] = findCouncils(text.slice(body.start, body.end))
  const behind = /^\s?[,–—-]\s([^,]{3,120}?)(?=,|\s(?:was\s)?held\b|\son\b|$)/iu.exec(text.slice(body.end))
  if (council?.start !== 0 || body.start + council.end !== body.end || !behind?.[1]) return null
  const start = body.end + behind[0].length - behind[1].length
  return trimBody(text, start, start + behind[1].length)
}

/** A body's name, its council's included, is no longer than this. */
const LONGEST_BODY = 150

const ENDS_AS_BODY = new RegExp(String.raw`(?:^|[\s-])(?:${either(BODY_WORDS)})$`, 'iu')
const BEGINS_AS_BODY = new RegExp(String.raw`^(?:${either(BODY_OPENERS)})\s\p{L}`, 'iu')
const OFFICE = new RegExp(String.raw`^(?:${either(DECIDING_OFFICES)})(?![\p{L}-])`, 'iu')
const ARTICLE = /^(?:the|y|yr|an)\s/iu
const SITTING_LEAD = new RegExp(`^(?:${either(SITTING_WORDS)})\\s`, 'iu')
/** Words of a sentence: what has one is not a name. */
const SENTENCE =
  /\b(?:is|are|was|were|be|been|has|have|had|will|shall|that|which|this|these|held|considered|received|agreed|resolved|noted|moved|seconded|should|said|would|asked|thanked|welcomed|advised|reported|(?:minutes|meeting) of)\b/iu

/**
 * The name of a body as far as it is one, between two offsets: without the article, what kind of a sitting it was, and
 * the council whose body it is ("Finance Committee of Kelderbrook Parish Council"). Null where it names none.
 */
export function trimBody(text: string, from: number, to: number): BodySpan | null {
  let [start, end] = [from, to]
  while (start < end && /[\s“"'‘*]/u.test(text[start] ?? '')) start++
  while (end > start && /[\s”"'’.,:;*–—-]/u.test(text[end - 1] ?? '')) end--
  for (let lead = leadOf(text.slice(start, end)); lead > 0; lead = leadOf(text.slice(start, end))) start += lead
  if (/\smeeting$/iu.test(text.slice(start, end))) end -= ' meeting'.length
  const councils = findCouncils(text.slice(start, end))
  const first = councils[0]
  if (first?.start === 0 && start + first.end < end) {
    const behind = start + first.end + (/^(?:['’]s)?[\s,–—:-]*(?:the\s)?/iu.exec(text.slice(start + first.end, end))?.[0].length ?? 0)
    if (isBodyName(text.slice(behind, end))) start = behind
  }
  const last = councils.at(-1)
  if (last && last.start > 0) {
    const name = text.slice(start, end)
    const of = /\sof\s(?:the\s)?$/iu.exec(name.slice(0, last.start))
    if (of && last.end === name.length && isBodyName(name.slice(0, of.index))) end = start + of.index
  }
  return isBodyName(text.slice(start, end)) ? { start, end } : null
}

const leadOf = (text: string): number => (ARTICLE.exec(text) ?? SITTING_LEAD.exec(text))?.[0].length ?? 0

/** Whether words are a body's name: with a capital, ending (or beginning) as such names do, and no sentence. */
export function isBodyName(name: string): boolean {
  if (isTaughtBody(name)) return true
  if (
    name.length < 3 ||
    name.length > LONGEST_BODY ||
    !/^\p{Lu}/u.test(name) ||
    SENTENCE.test(name) ||
    /[.;!?]\s|\s[–—-]\s|[:>]|\d{3}/u.test(name)
  )
    return false
  if (/^(?:minutes|agenda|report|review|decisions?|response|meeting|notice|record)\b/iu.test(name)) return false
  return ENDS_AS_BODY.test(name) || BEGINS_AS_BODY.test(name) || isOffice(name)
}

/** Whether words begin with the office of somebody who decides alone: "Cabinet Member for Housing". */
export function isOffice(name: string): boolean {
  return OFFICE.test(name) && name.length <= LONGEST_BODY && !SENTENCE.test(name)
}

/** What two printings of a body's name share. */
export function bodyKey(name: string): string {
  return foldWords(name.replace(ARTICLE, ''))
}

/** Whether a line names nothing but a sitting or its minutes: "Minutes of the meeting held on Tuesday", "Agenda and minutes". */
export function isSittingOnly(text: string): boolean {
  return /^(?:\W*(?:draft |confirmed |unconfirmed )?(?:agenda|minutes|agenda and minutes|decisions?|notes)\W*$|minutes of\b|extract from\b|notes of\b)/iu.test(
    text,
  )
}
