import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { isHeading, type Outline, type TextEntry, textEntries } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { findCommittees } from '../recognise/bodies.ts'
import { foldWords } from '../recognise/fold.ts'
import { readItemNumber } from '../recognise/headings.ts'
import { isSittingOnly, readMeetingLine } from '../recognise/meetings.ts'
import { findResolutionOpener } from '../recognise/resolutions.ts'
import { findReviewTitles, isReviewTitle, reviewSubject, type TitleKind, titleKinds } from '../recognise/titles.ts'
import { cleanTitle } from './clean-title.ts'
import { ITEM_OF_MEETING } from './front.ts'
import { frontMatterTitle, GROUP_ON, isBodyAlone, isFrontMatter, isNoTitle, isReportLine } from './no-title.ts'
import { LEAST_TITLE, TITLE_WEIGHTS as W } from './title-weights.ts'

/** A line longer than this is not a title. */
const LONGEST_TITLE = 250
/** Few titles are longer. */
const LONG_TITLE = 130
/** How many blocks of a paper may be its front: a cover, a title page, an imprint. */
const TITLE_ENTRIES = 30
/** A title set as plain text, with nothing that sets it off, is one of the first lines. */
const PLAIN_LINES = 6

/** A line that may be the title, and how much speaks for it. */
export interface Candidate {
  passage: Passage
  score: number
}

/** The paper's title, the line at its front that most signs speak for; null where none is one. Stable: it follows from this paper alone. */
export function headingTitle(outline: Outline): Passage | null {
  const front = titleLines(outline)
  const look = frontLook(outline, front)
  const [best] = titleCandidates(outline, front, look)
  if (best && best.score >= LEAST_TITLE) return best.passage
  // Minutes are called by the line that says whose they are; their opening sentence is not a title.
  const sitting = front.slice(0, PLAIN_LINES).findIndex(({ passage }) => isSittingOnly(passage.text) && !/:$|[^.]\w\.$/u.test(passage.text))
  return sitting < 0 ? null : withSubtitle(front, sitting, look)
}

/** What may be the title, the likeliest first; of equals the one printed first. */
function titleCandidates(outline: Outline, front = titleLines(outline), look = frontLook(outline, front)): Candidate[] {
  const matter = front.flatMap(({ passage }) => {
    const span = isFrontMatter(passage.text) ? frontMatterTitle(passage.text) : null
    return span ? [{ passage: slicePassage(passage, span.start, span.end), score: W.largest + W.information }] : []
  })
  const lines = front.flatMap((entry, index): Candidate[] => {
    if (entry.bullet || (index >= PLAIN_LINES && !isHeading(entry) && heightOf(entry) < look.large)) return []
    const passage = cleanTitle(withSubtitle(front, index, look))
    const opens = index === 0
    if (passage.text.length > LONGEST_TITLE || isNoTitle(passage.text, opens) || isNoTitle(entry.passage.text, opens)) return []
    return [{ passage, score: lineScore(entry, passage.text, index, look) + besideReport(front, index) }]
  })
  const heads = outline.document.furniture.map(cleanTitle).flatMap((passage): Candidate[] => {
    const signs = wordScore(passage.text)
    return passage.text.length > LONGEST_TITLE || isNoTitle(passage.text) || signs < W.kind ? [] : [{ passage, score: signs - 1 }]
  })
  return [...matter, ...lines, ...heads].sort((a, b) => b.score - a.score)
}

/** The lines before the first long text or plan, those of a table that frames a cover included. */
function titleLines({ entries }: Outline): TextEntry[] {
  const lines: TextEntry[] = []
  const first = entries.find(({ type }) => type === 'table')
  for (const entry of entries.slice(0, TITLE_ENTRIES)) {
    if (entry.type === 'table') {
      const [cover, ...others] = entry.table.rows[0]?.filter(({ blocks }) => blocks.length > 0) ?? []
      // The first table may frame the cover: then its first row is the title's alone.
      if (cover && others.length === 0 && entry === first && lines.length < PLAIN_LINES) lines.push(...textEntries(cover.blocks))
      if (readTableHeader(entry.table) !== null) break
      continue
    }
    if (entry.passage.text.length > LONGEST_TITLE && !isFrontMatter(entry.passage.text) && lines.length > 0) {
      // A letterhead's list of members may be over the title page; behind other text comes no title.
      if (!/^(?:the members|present|in attendance)\b/iu.test(entry.passage.text)) break
    }
    // After the first item or part of a list, and after what was resolved, nothing names the paper.
    if (
      lines.length > 0 &&
      (opensParts(entry.passage.text, entries) ||
        (entry.type !== 'heading' && /\d/u.test(entry.label?.text ?? '')) ||
        findResolutionOpener(entry.passage.text)?.start === 0)
    )
      break
    lines.push(entry)
  }
  return lines
}

/** Whether a line is the first of several that one word and a number part the paper with: "Suggestion 1", with "Suggestion 2" further on. */
function opensParts(text: string, entries: Outline['entries']): boolean {
  const [, word] = /^(\p{L}{3,20}) 1$/u.exec(text) ?? []
  return word !== undefined && entries.some((entry) => entry.type !== 'table' && entry.passage.text === `${word} 2`)
}

/** What the front's lines are set in: what a line's own look is compared with. */
interface FrontLook {
  largest: number
  large: number
  level: number
  folded: Map<string, number>
  information: string
  furniture: string[]
}

function frontLook({ document }: Outline, front: readonly TextEntry[]): FrontLook {
  const kinds = front.filter(({ passage }) => isKindAlone(passage.text))
  // Where the largest type says only what kind of paper it is, in two languages perhaps, the next size names it.
  const kindSizes = new Set(kinds.map(heightOf))
  const named = front.filter((entry) => !isNoTitle(entry.passage.text) && !isKindAlone(entry.passage.text))
  const others = named.filter((entry) => !kindSizes.has(heightOf(entry)))
  const heights = (others.length > 0 && kinds.length > 0 ? others : named).map(heightOf)
  const largest = Math.max(0, ...heights)
  const folded = new Map<string, number>()
  for (const { passage } of front) folded.set(foldWords(passage.text), (folded.get(foldWords(passage.text)) ?? 0) + 1)
  const information = document.information.Title ?? ''
  return {
    largest,
    large: largest * NEARLY,
    level: Math.min(...front.flatMap(({ level, passage }) => (level !== null && !isNoTitle(passage.text) ? [level] : [])), MOST_LEVELS),
    folded,
    // What a word processor puts there by itself is not a title: a file's name, a template's.
    information: /^microsoft word|\.(?:docx?|pdf|indd)\b|\btemplate\b|^untitled|^minutes$|^agenda$/iu.test(information)
      ? ''
      : foldWords(information),
    furniture: document.furniture.map(({ text }) => foldWords(text)),
  }
}

/** "Final report", "Response": a kind of paper, and nothing of what it is about. */
const isKindAlone = (text: string): boolean => titleKinds(text).size > 0 && reviewSubject(text) === ''

const MOST_LEVELS = 6
/** A line set at least so large beside the largest is nearly as large. */
const NEARLY = 0.85

/** The height of the type that most of a line is set in, in whole points; 0 where the format has none. Marks of notes are set smaller. */
function heightOf({ passage }: TextEntry): number {
  const letters = new Map<number, number>()
  for (const { box, start, end } of passage.runs) {
    if (!box) continue
    const height = Math.round(box[3] - box[1])
    letters.set(height, (letters.get(height) ?? 0) + end - start)
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function lineScore(entry: TextEntry, text: string, index: number, look: FrontLook): number {
  const height = heightOf(entry)
  const sized = look.largest > 0
  const folded = foldWords(entry.passage.text)
  const whole = foldWords(text)
  let score = wordScore(text) + index * W.later
  if (sized && height > look.largest) score += W.kindAlone
  else if (sized && height >= look.largest - 1) score += W.largest
  else if (sized && height >= look.large) score += W.large
  if (entry.type === 'heading') score += W.heading + (entry.level !== null && entry.level <= look.level ? W.highest : 0)
  else if (isHeading(entry)) score += W.bold
  else if (!sized || height < look.large) score += W.plain
  if (index === 0) score += W.opens
  if (index < FIRST_LINES) score += W.first
  if ((entry.passage.runs[0]?.page ?? 1) > 1) score += W.laterPage
  if (look.information !== '' && look.information === whole) score += W.information
  else if (
    look.information.length > LEAST_SHARED &&
    whole.length > LEAST_SHARED &&
    (look.information.includes(whole) || whole.includes(look.information))
  )
    score += W.partly
  if ((look.folded.get(folded) ?? 0) > 1 || look.furniture.some((head) => head.includes(whole) && whole.length > LEAST_SHARED))
    score += W.again
  return score
}

/** What it says for a line that the next to it says only what kind of report this is, or that the next names the meeting that the page is an item of. */
const besideReport = (front: readonly TextEntry[], index: number): number =>
  [front[index - 1], front[index + 1]].some((entry) => entry !== undefined && isReportLine(entry.passage.text)) ||
  ITEM_OF_MEETING.test(front[index + 1]?.passage.text ?? '')
    ? W.beside
    : 0

const FIRST_LINES = 3
/** Titles that share fewer letters share nothing that tells them. */
const LEAST_SHARED = 12

/** What the words of a line alone say for its being a title. */
function wordScore(text: string): number {
  const subject = reviewSubject(text) !== ''
  const kinds = titleKinds(text)
  let score = 0
  if (findReviewTitles(text, true).length > 0 || GROUP_ON.test(text)) score += W.review
  else if (kinds.size > 0 && !isSittingOnly(text)) score += subject || namesAnswered(text, kinds) ? W.kind : W.kindAlone
  else if (isReviewTitle(text) && subject) score += W.reviewWord
  if (readMeetingLine(text) !== null) score += W.meeting
  if (COMMITTEE_ON.test(text)) score += W.bodyOn
  if (ANNEX.test(text)) score += W.annex
  if (text.length > LONG_TITLE) score += W.long
  if (!/\s/u.test(text.trim())) score += W.oneWord
  // What still ends in a colon leads into what is below it.
  if (/[.;,:]$|;\s(?:and|or)$|^\(\w{1,3}\)\s/u.test(text) || NARRATED.test(text)) score += W.sentence
  if (/\?$/u.test(text)) score += W.question
  if (MOTION_LINE.test(text)) score += W.decided
  if (isMinuteCode(text)) score += W.sentence
  return score
}

/** "Proposed by …, seconded by …": a line of the minutes themselves. */
const MOTION_LINE = /^(?:it was )?(?:moved|proposed)\b.*\bseconded\b/iu
/** "Cabinet response to the Housing Task Group" names whom it answers: no other paper is called so. */
const namesAnswered = (text: string, kinds: ReadonlySet<TitleKind>): boolean => kinds.has('response') && findCommittees(text).length > 0

/** "CW/11/2025 APOLOGIES": a minute's own number before its heading. */
function isMinuteCode(text: string): boolean {
  const number = readItemNumber(text)
  return number !== null && /[/-]\d/u.test(text.slice(number.start, number.end))
}
/** "Select Committee on the Sciences" is a body, though its name says what it is about. */
const COMMITTEE_ON = /^(?!report )(?:[\p{L}’']+ ){0,4}committee on (?:the )?[\p{L}’' ]+$/iu
/** "Annex B: Progress" is a part of a paper. */
const ANNEX = /^(?:annex|appendix|table|schedule)\s\w{1,3}\s?[:.–-]/iu

/** "No declarations were received": what is reported on a meeting. */
const NARRATED = /\s(?:were|was|has been|have been|had|would)\s/u

/**
 * A title with the line that it goes on in: where it is unfinished (it ends in a colon, a dash or a small word), where
 * the next line begins small, or where the document information names both as one.
 */
function withSubtitle(front: readonly TextEntry[], index: number, look: FrontLook): Passage {
  const parts: TextEntry[] = []
  for (const entry of front.slice(index, index + MOST_SUBTITLES)) {
    const before = parts.at(-1)
    const soFar = foldWords(parts.map(({ passage }) => passage.text).join(' '))
    const next = `${soFar} ${foldWords(entry.passage.text)}`
    const goesOn =
      before === undefined ||
      (!isBodyAlone(entry.passage.text) &&
        !isNoTitle(entry.passage.text) &&
        entry.label === null &&
        !entry.bullet &&
        entry.passage.text.length < LONG_TITLE &&
        // A title ends without a stop: "Twelve months on" is not gone on with by a sentence.
        !/[.;]$/u.test(entry.passage.text) &&
        (UNFINISHED.test(before.passage.text) ||
          (/^\p{Ll}/u.test(entry.passage.text) && !/[.:]$/u.test(before.passage.text)) ||
          named(soFar, next, look) ||
          saysKind(before.passage.text, entry.passage.text)))
    if (!goesOn || (before && heightOf(entry) < heightOf(before) * LEAST_SUBTITLE)) break
    parts.push(entry)
  }
  // A title and a subtitle that are whole are set apart by a dash; a line that only runs on is not.
  return parts
    .slice(1)
    .reduce(
      (joined, { passage }) => joinPassages([joined, passage], isWhole(joined.text, passage.text) ? ' – ' : ' '),
      parts[0]?.passage ?? EMPTY_PASSAGE,
    )
}

const isWhole = (before: string, next: string): boolean => !UNFINISHED.test(before) && /^[^\p{Ll}]/u.test(next)

/** A review's name on one line, and on the next what this paper is to it: "Task and Finish Group on Allotments", "Progress on the action plan". */
function saysKind(before: string, next: string): boolean {
  if (!GROUP_ON.test(before) || titleKinds(next).size === 0) return false
  return [...titleKinds(next)].some((kind) => kind === 'plan' || kind === 'update' || kind === 'response')
}

/** Whether the document information names both lines as one title. */
const named = (soFar: string, next: string, look: FrontLook): boolean => soFar.length > 3 && look.information.startsWith(next)

const MOST_SUBTITLES = 3
/** A subtitle is set at least so large beside the title. */
const LEAST_SUBTITLE = 0.5
const UNFINISHED = /(?:[–—:-]|\b(?:and|of|the|into|on|for|in|to|a|an))$/iu
