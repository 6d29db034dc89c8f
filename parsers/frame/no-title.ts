import { NO_TITLE_HEADINGS, NO_TITLE_OPENINGS } from '../../schema/vocabulary/papers.ts'
import { REPORTING_POSTS, REVIEWING_BODIES } from '../../schema/vocabulary/speech.ts'
import { findCommittees, findCouncils } from '../recognise/bodies.ts'
import { readDate } from '../recognise/dates.ts'
import { readMotion } from '../recognise/deciding-motions.ts'
import { readCarried } from '../recognise/fates.ts'
import { foldWords } from '../recognise/fold.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { isBodyName, readMeetingLine } from '../recognise/meetings.ts'
import { isMotionHead } from '../recognise/motions.ts'
import { readLabel } from '../recognise/numbers.ts'
import { remembering } from '../recognise/remember.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import { titleKinds } from '../recognise/titles.ts'

const HEADINGS: ReadonlySet<string> = new Set(NO_TITLE_HEADINGS.map(foldWords))
const OPENINGS = NO_TITLE_OPENINGS.map(foldWords).sort((a, b) => b.length - a.length)
/** Headings of every paper with a number or a name after: "Appendix B", "Agenda item 7", "Page 3 of 9". */
const NUMBERED =
  /^(?:(?:appendix|annex|agenda item|item|chapter|part|section|page|schedule|volume|table)\b.{0,12}|(?:\p{L}+ ){0,4}item (?:no )?\d{1,3}[a-z]?|classification.*|report to.*|(?:report|presentation) by.*)$/u
/** "Suggestion 1", "Priority 3": one word and a number head a part, whatever the word. */
const WORD_AND_NUMBER = /^\p{L}{3,20} \d{1,3}$/u
/** "Chapter 1: Introduction" heads a part, as "Introduction" does. */
const CHAPTER = /^(?:chapter|part|section) (?:\d{1,2}|[ivx]{1,4}|[a-z]) (?=\p{L})/u
/** Folded, "268/12/13 DECLARATIONS OF INTEREST" begins with its minute's number. */
const MINUTE_NUMBER = /^(?:\d{1,4} ){1,3}(?=\p{L})/u
/** Numbers of a print, and addresses: "HC 381", "CP 1224", "ISBN 978-1-…", "www.…". */
const PRINT =
  /^(?:hc|hl|cp|cm|cmnd|sp|sg|nia)(?:\s?paper)?\s?\d[\d\s-]*[ivx]*$|\bisbn\b|\bissn\b|\bwww\.|https?:|@|[©]|\bcopyright\b|\bopen government licence\b/iu
/** "(Lead Member: Councillor Ash)": a line that is all in brackets says something of the title above it. */
const IN_BRACKETS = /^\([^()]+\)$/u
/** "Home > Council > Minutes": the way to a page within its site. */
const TRAIL = /\p{L}\s[>›»]\s\p{L}/u
/** What a page of the web says in the place of a picture: "Cost of Fuel Icon", "Council crest". */
const PICTURE = /^(?!.*\b(?:review|report|policy)\b).{2,60}\s(?:icon|logo|crest|thumbnail)$/iu
/** "Second Report of Session 2024–25": which of a committee's reports it is; after a colon it may go on with its subject. */
const SESSION = /\b(?:report|paper|volume)\b.{0,20}\bof session\b(?!\s\d{4}\s?[–—-]\s?\d{2,4}\s?[:–—-]\s\p{L}{3})|^session \d{4}/iu
/** "Fourth Report", "2021-2022 Final Report", "Report No. 14 of 2023–24: Performance audit": which report it is, and nothing of what it is about. */
const COUNTED_REPORT =
  /^(?:\d{4}\s?[–—-]\s?\d{2,4}\s)?(?:[\p{L}\d-]*(?:first|second|third|th|\dst|\dnd|\drd)\s)?(?:(?:[\p{L}’']+\s){0,3}jury\s)?(?:(?:final|interim|draft|special|annual)\s)?report(?:\s(?:no\.?|number)\s?\d{1,3}(?:\sof\s\d{4}\s?[–—-]\s?\d{2,4})?(?::\s[\p{L}-]+\s(?:audit|review|inspection|inquiry))?)?$/iu

/** A label of a form, alone on its line, is no longer. */
const LONGEST_LABEL = 60

/** Whether a line is at the front of papers of all kinds and so is the title of none; `opens` where it is the very first. */
export const isNoTitle = (text: string, opens = false): boolean => (opens ? opensUntitled(text) : isUntitled(text))

const opensUntitled = remembering((text) => saysNoTitle(text, true))
const isUntitled = remembering((text) => saysNoTitle(text, false))

function saysNoTitle(text: string, opens: boolean): boolean {
  const folded = foldWords(text)
  return (
    !/\p{L}{3}/u.test(text) ||
    HEADINGS.has(folded.replace(CHAPTER, '').replace(MINUTE_NUMBER, '')) ||
    NUMBERED.test(folded) ||
    WORD_AND_NUMBER.test(folded) ||
    OPENINGS.some((opening) => folded === opening || folded.startsWith(`${opening} `)) ||
    PRINT.test(text) ||
    IN_BRACKETS.test(text) ||
    TRAIL.test(text) ||
    PICTURE.test(text) ||
    SESSION.test(text) ||
    COUNTED_REPORT.test(text) ||
    readLabel(text)?.word === 'recommendation' ||
    isLabelledLine(text) ||
    (matchFormLabel(text) !== null && text.length <= LONGEST_LABEL && !(opens && isPost(text))) ||
    readItemNumber(text) !== null ||
    findResolutionOpener(text)?.start === 0 ||
    // Who moved, and "DEFEATED" on a line of its own, are said within an item of business.
    (readMotion(text)?.end ?? 0) >= text.length ||
    readCarried(text)?.start === 0 ||
    isMotionHead(text) ||
    MOTION_WORDS.test(text) ||
    isDate(text) ||
    isBodyAlone(text) ||
    isFrontMatter(text) ||
    /^(?:draft )?(?:minutes|decisions?|resolved)\s?:/iu.test(text) ||
    // "Cabinet - Tuesday, 5 March 2019 2.00 pm", "Meeting: …" name a sitting.
    readMeetingLine(text)?.said === false ||
    /^meeting\s?:/iu.test(text)
  )
}

/** "“That the hall be let.”": the words of a motion, in quotation marks. */
const MOTION_WORDS = /^["“‘']that\s/iu

/** A line that is a day or a time. "After …" is not one that a calendar knows, and with more words after a colon a title may begin so. */
function isDate(text: string): boolean {
  const date = readDate(text)
  return date !== null && (date.precision !== 'relative' || !/:\s/u.test(text))
}

/** "Scrutiny Officer" may be the label of a name; no form opens with one. */
const isPost = (text: string): boolean => matchFormLabel(text) === 'link_officer'

/** The fields at the head of a Markdown file, run into one line: `layout: page title: "…" permalink: …`. */
export function isFrontMatter(text: string): boolean {
  return [...text.matchAll(/(?:^|\s)[a-z][a-z_-]{2,20}:(?=\s|$)/gu)].length >= 2 && /^[a-z][a-z_-]{2,20}:/u.test(text)
}

/** Where the title is in such fields. */
export function frontMatterTitle(text: string): { start: number; end: number } | null {
  const match = /(?:^|\s)title:\s*(?:"([^"]{3,200})"|'([^']{3,200})'|(.{3,200}?)(?=\s[a-z][a-z_-]{2,20}:|$))/u.exec(text)
  const words = match?.[1] ?? match?.[2] ?? match?.[3]
  if (!match || words === undefined) return null
  const start = match.index + match[0].indexOf(words)
  return { start, end: start + words.length }
}

/** Whether a line says which kind of report a paper is and whose, and nothing of what it is about. */
export function isReportLine(text: string): boolean {
  return SESSION.test(text) || REPORT_OF_BODY.test(text) || COUNTED_REPORT.test(text)
}

/** Whether a line is a form's label with its value: "Review: …", "Action plan agreed: May 2022". */
export function isLabelledLine(text: string): boolean {
  const label = /^([^:]{2,60}):(?=\s|$)/u.exec(text)?.[1]
  return label !== undefined && matchFormLabel(label) !== null
}

/** Whether a heading names nothing but the council, committee or body whose paper it is. A group on a subject names that. */
export const isBodyAlone = remembering((text: string): boolean => {
  if (REPORT_OF_BODY.test(text)) return true
  if (GROUP_ON.test(text) || /\b(?:review|inspection|inquiry|investigation|audit) (?:of|into)\b/iu.test(text)) return false
  if (titleKinds(text).size > 0 && /\b(?:report|review|decision|minutes|response|reply)\b/iu.test(text)) return false
  const named = [...findCouncils(text), ...findCommittees(text)]
  return (
    named.some((span) => span.end - span.start >= text.length - 3) ||
    isBodyName(text.replace(/^the\s/iu, '')) ||
    OFFICE_OF.test(text) ||
    PARLIAMENT.test(text) ||
    /^(?:the )?(?:[\p{L}’',&]+ ){0,8}(?:council|committee|panel|board|commission|cabinet|executive|group|scrutiny|jury|inspectorate|nhs trust|foundation trust|houses? of (?:the )?\p{L}+)$/iu.test(
      text.trim(),
    )
  )
})

/** "Office of the Auditor General of Keewaydin": who audits and inspects is named on every paper of theirs. */
const OFFICE_OF =
  /^(?:the )?office of the (?:[\p{L}’'-]+ ){0,3}(?:auditor|comptroller|ombudsman|commissioner|coroner)(?:[- ]general)?\b(?: [\p{L}’'-]+){0,5}$/iu

/** "National Assembly of Arvonia", "The Parliament of Keewaydin": whose committee reports. */
const PARLIAMENT =
  /^(?:the )?(?:(?:national|legislative|general|house of|[\p{L}’'-]+) )?(?:assembly|parliament|legislature|senate|senedd)(?: of (?:the )?[\p{L}’'-]+(?: [\p{L}’'-]+){0,2})?$/iu

/** "Task and Finish Group on Empty Homes": the group has the name of its review. */
export const GROUP_ON =
  /^(?:.{2,60}?[:–—-]\s)?(?:\p{L}+ )?(?:task (?:and|&) finish|task|working|review|scrutiny|inquiry) (?:group|panel|party) (?:on|into|review of) (?=\S)/iu

/** "Report of the Amenities Committee", "Report by Director of Housing" name who writes, and no subject. */
const REPORT_OF_BODY = new RegExp(
  String.raw`^(?:(?:final|draft|interim|joint|covering) )?report (?:of|by|from) (?:the )?(?:(?:[\p{L}’',&/-]+ ){0,8}(?:${REVIEWING_BODIES.join('|')}|officer|executive|service|services)|(?:[\p{L}’',&/-]+ ){0,6}(?:chair|${REPORTING_POSTS.join('|')})\b.{0,80})(?: to (?:the )?[\p{L}’',& -]{3,80})?(?:: (?:final|draft|interim|full|summary|progress|cover(?:ing)?|update)[\p{L} ]{0,24})?\.?$`,
  'iu',
)
