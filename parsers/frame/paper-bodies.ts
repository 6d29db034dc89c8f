import { type Passage, slicePassage } from '../../schema/document.ts'
import { type FormSection, sectionValue } from '../outline/form-section.ts'
import type { TextEntry } from '../outline/outline.ts'
import { type BodySpan, councilKey, findCommittees, findCouncils } from '../recognise/bodies.ts'
import { readDate } from '../recognise/dates.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { bodyKey, isBodyName, readMeetingLine } from '../recognise/meetings.ts'
import { isReviewTitle } from '../recognise/titles.ts'
import { type FrontMeeting, PURPOSE } from './front.ts'

/**
 * What a place says for the body named there being the paper's own. The body of the text is not a place at all: there
 * other councils are mentioned, and a name that is there often is only mentioned often. Only where no place says whose
 * paper it is, the text does that names whose report was before the meeting.
 */
const WEIGHTS = {
  /** A form names it after its label. */
  label: 6,
  /** A line of the letterhead is nothing but the name. */
  alone: 5,
  /** The line of the meeting names it. */
  meeting: 4,
  /** It is at the head or foot of every page. */
  furniture: 3,
  title: 3,
  /** The title names the committee whose review it is, on whatever committee's paper. */
  titleCommittee: 6,
  /** The line names who reports: "Report of the Harbour Scrutiny Panel". */
  reporting: 3,
  /** A short line at the front names it among other words. */
  line: 2,
  /** Running text at the front does. */
  text: 0.5,
} as const
/** A body with less is only mentioned. */
const LEAST = 2
/** A line that is longer is running text. */
const LONGEST_LINE = 150
/** Lines that name a body because of what it may still do, or where to write to. */
const ANOTHERS =
  /\b(?:call[ -]?in|deadline|referral|eligible|copies|contact|enquir\w+|telephone|e-?mail|printed (?:and|by|for|in|on)|copyright|©|https?:|www\.)/iu

/** A line names who reports. */
const REPORTING = /\breport (?:of|by|from) (?:the )?/iu

/** Letterheads in two languages name the council twice; other papers know it by its English name. */
const SECOND_LANGUAGE = /^(?:comhairle|cyngor|c[oò]mhairle)\b/iu

/** The places at which a paper says whose it is. */
export interface BodyPlaces {
  front: readonly TextEntry[]
  meetings: readonly FrontMeeting[]
  sections: readonly FormSection[]
  title: Passage | null
  furniture: readonly Passage[]
  /** The last line, where a paper without a cover is signed: "Report of the Flooding Scrutiny Panel, January 2024". */
  last: TextEntry | null
  /** All of its text, in order. */
  texts: readonly Passage[]
}

interface Named {
  passage: Passage
  weight: number
}

/** The council whose paper it is, by the places that say so; null where it is only mentioned. */
export function paperCouncil(places: BodyPlaces): Passage | null {
  return heaviest(weighed(places, 'council', findCouncils), councilKey) ?? onlyOne(reporters(places.texts, 'council'), councilKey)
}

/** The committee that the paper comes from or that met; a task group only where no committee is named, for it reports to one. */
export function paperCommittee(places: BodyPlaces): Passage | null {
  const named = weighed(places, 'body', findCommittees)
  for (const { passage, line } of places.meetings) {
    if (!line.body) continue
    const name = slicePassage(passage, line.body.start, line.body.end)
    if (COMMITTEE.test(name.text)) named.push({ passage: name, weight: WEIGHTS.meeting })
  }
  const own = named.filter(({ passage }) => !/\bgroup\b/iu.test(passage.text))
  return heaviest(own, bodyKey) ?? heaviest(named, bodyKey) ?? onlyOne(reporters(places.texts, 'body'), bodyKey)
}

/** "presented the report of the", "moved the recommendations of the", "the Chair of the": whose review is before the meeting. */
const REPORTED = /\b(?:(?:[Rr]eports?|[Rr]ecommendations|[Ff]indings)\s(?:of|from|by)|Chair(?:man|person)?\sof)\s(?:the\s)?(?=\p{Lu})/gu

/** The committees whose reports or recommendations a text mentions, or the councils that they are said to be of. */
function reporters(texts: readonly Passage[], which: 'council' | 'body'): Passage[] {
  return texts.flatMap((passage) => {
    // "C211 REVIEW OF SCHOOL TRANSPORT (LEARNING SCRUTINY COMMITTEE)": the heading of an item about a review.
    if (passage.text.length <= LONGEST_LINE && readItemNumber(passage.text) !== null && isReviewTitle(passage.text))
      return which === 'body'
        ? findCommittees(passage.text)
            .slice(0, 1)
            .map(({ start, end }) => slicePassage(passage, start, end))
        : []
    return [...passage.text.matchAll(REPORTED)].flatMap((match) => {
      const start = match.index + match[0].length
      const rest = passage.text.slice(start, start + LONGEST_LINE)
      const body = findCommittees(rest).find((span) => span.start === 0)
      if (!body || which === 'body') return body ? [slicePassage(passage, start, start + body.end)] : []
      const of = start + body.end + (/^\sof\s(?:the\s)?/u.exec(rest.slice(body.end))?.[0].length ?? 0)
      const council = findCouncils(passage.text.slice(of, of + LONGEST_LINE)).find((span) => span.start === 0)
      return council && of > start + body.end ? [slicePassage(passage, of, of + council.end)] : []
    })
  })
}

/** The one name that all of these are, as first printed; null where there are several. */
function onlyOne(names: readonly Passage[], keyOf: (name: string) => string): Passage | null {
  return new Set(names.map(({ text }) => keyOf(text))).size === 1 ? (names[0] ?? null) : null
}

/** What is called a committee, where cabinet, council and executive have no part. */
const COMMITTEE = /(?:committee|panel|board|commission|sub-committee|forum|spc)\b/iu

function weighed(places: BodyPlaces, label: 'council' | 'body', find: (text: string) => BodySpan[]): Named[] {
  const named: Named[] = []
  const add = (passage: Passage | null, weight: (span: BodySpan) => number) => {
    if (!passage) return
    for (const span of find(passage.text)) {
      if (ANOTHERS.test(partAround(passage.text, span))) continue
      const name = slicePassage(passage, span.start, span.end)
      named.push({ passage: name, weight: weight(span) - (SECOND_LANGUAGE.test(name.text) ? 1 : 0) })
    }
  }
  add(sectionValue(places.sections, label), () => WEIGHTS.label)
  for (const { passage, body } of places.front) {
    const { text } = passage
    // "(a) To note the minutes of the Harbour Panel": an item of this paper is about another body.
    if (PURPOSE.test(body.text)) continue
    const reporting = label === 'body' && REPORTING.test(text)
    add(passage, (span) =>
      text.length > LONGEST_LINE
        ? WEIGHTS.text
        : isAlone(text, span)
          ? WEIGHTS.alone
          : reporting
            ? WEIGHTS.reporting
            : /^(?:city|county|borough|shire) of /iu.test(text.slice(span.start))
              ? WEIGHTS.text
              : WEIGHTS.line,
    )
  }
  for (const { passage } of places.meetings) add(passage, () => WEIGHTS.meeting)
  if (label === 'body' && places.last) {
    const { text } = places.last.passage
    add(places.last.passage, (span) => (isSigned(text, span) ? WEIGHTS.reporting : 0))
  }
  for (const passage of places.furniture) if (passage.text.length <= LONGEST_LINE) add(passage, () => WEIGHTS.furniture)
  const sitting = places.title !== null && readMeetingLine(places.title.text) !== null
  add(places.title, () => (label === 'body' && !sitting ? WEIGHTS.titleCommittee : WEIGHTS.title))
  return named
}

/** The part of a line, between the dashes and bars that part it, in which a name is: its other parts say nothing of it. */
function partAround(text: string, { start, end }: BodySpan): string {
  const before = text.slice(0, start).split(PARTED).at(-1) ?? ''
  return `${before}${text.slice(start, end)}${text.slice(end).split(PARTED)[0]}`
}

const PARTED = /\s[–—|-]\s/u

/** Whether a line is the name, with the name of one of its bodies or the kind of paper at most: "KENT COUNTY COUNCIL – RECORD OF DECISION". */
function isAlone(text: string, { start, end }: BodySpan): boolean {
  if (start > ARTICLE_LENGTH) return false
  const rest = text.slice(end).replace(/^[\s–—|,:-]+/u, '')
  return rest.length <= MARKS || isBodyName(rest) || /^(?:(?:proposed |draft )?record|minutes|agenda|notice|decision)\b/iu.test(rest)
}

/** Whether a line signs a paper: it is the name with "Report of the" before it and a date after it at most. */
function isSigned(text: string, { start, end }: BodySpan): boolean {
  const rest = text.slice(end).replace(/^[\s–—|,:-]+/u, '')
  return /^(?:report (?:of|by|from) )?(?:the )?$/iu.test(text.slice(0, start)) && (rest.length <= MARKS || readDate(rest) !== null)
}

/** "The " may precede the name, and a mark or two after it. */
const ARTICLE_LENGTH = 4
const MARKS = 3

/** The name with the most weight over all its places, as first printed; the first of those on a tie. */
function heaviest(named: readonly Named[], keyOf: (name: string) => string): Passage | null {
  const sums = new Map<string, Named>()
  for (const { passage, weight } of named) {
    const key = keyOf(passage.text)
    const sum = sums.get(key)
    sums.set(key, { passage: sum?.passage ?? passage, weight: (sum?.weight ?? 0) + weight })
  }
  const [best] = [...sums.values()].sort((a, b) => b.weight - a.weight)
  return best && best.weight >= LEAST ? best.passage : null
}
