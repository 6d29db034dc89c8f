import { isSuccessor, readLineLabel } from '../passages/labels.ts'
import { endsSentence, startsLower } from '../passages/sentence-ends.ts'
import type { Line } from './text-to-lines.ts'

/** A line that holds a page number and nothing else, or a running head or foot with one. */
export interface PageNumber {
  index: number
  value: number
  /** The number as printed. */
  printed: string
}

interface Candidate extends PageNumber {
  /** It says that it is a page number. */
  explicit: boolean
  /** It is at the other margin of a line with words. */
  atMargin: boolean
}

/** "Page 3", "Page 3 of 12", "3 | Page", "Report to Cabinet   Page 3"; "p. 3" is alone or at the other margin. */
const EXPLICIT =
  /^(?:.{0,100}[\s|])?(?:page|pg\.?)\s*\|?\s*(\d{1,4})(?:\s*(?:of|\/)\s*\d{1,4})?$|^(\d{1,4})\s*\|\s*page$|^(\d{1,4})\s+of\s+\d{1,4}$|^(?:.{0,100} {3,})?p\.\s?(\d{1,4})$/iu
const PAGE_OF = /\bpage\s*\d{1,4}\s*(?:of|\/)\s*\d{1,4}\s*$/iu
/** "9", "- 9 -", "[9]", "9/24". No report has a thousand pages, and 2024 is a year. */
const BARE = /^[-\u2013\u2014[\s]*(\d{1,3})(?:\/\d{1,3})?[-\u2013\u2014\]\s]*$/u
/** "Review of the Quay                  21": words, and a number at the other margin, as a conversion that keeps the layout sets them. */
const AT_MARGIN = /\p{L}\S* {8,}(\d{1,3})$/u
/** Numbers nearer to each other than this label items; pages hold more lines. */
const FEWEST_LINES_ON_PAGE = 12
/** How far from the edge of a page its number may be, in lines: a foot has a line or two below it. */
const EDGE_LINES = 3
/** How far back the label of the item before is looked for: an item runs over a few lines. */
const ITEM_LINES = 30

/** The lines with page numbers, in order. */
export function findPageNumbers(lines: readonly Line[]): PageNumber[] {
  const candidates: Candidate[] = []
  for (const [index, line] of lines.entries()) {
    if (line.length > 130 || line.text.includes('\t')) continue
    const candidate = candidateOf(line.text.trim(), index)
    if (candidate) candidates.push(candidate)
  }
  if (candidates.length === 0) return []
  const onEdge = numbersOnEdges(candidates, lines)
  const alone = candidates.filter((candidate) => !candidate.atMargin)
  const chain = numbersInSequence(alone, lines)
  return candidates.filter(
    (candidate) =>
      onEdge.has(candidate.index) ||
      (!candidate.atMargin && (isAlonePageLine(candidate, lines) || chain.has(candidate.index) || isInMidItem(candidate, lines))),
  )
}

function candidateOf(text: string, index: number): Candidate | null {
  const explicit = EXPLICIT.exec(text)
  const alone = explicit?.slice(1).find((number) => number !== undefined) ?? BARE.exec(text)?.[1]
  const printed = alone ?? AT_MARGIN.exec(text)?.[1]
  return printed ? { index, value: Number(printed), printed, explicit: explicit !== null, atMargin: alone === undefined } : null
}

function isAlonePageLine({ explicit, index }: Candidate, lines: readonly Line[]): boolean {
  const line = lines[index]
  if (!explicit || !line) return false
  // "Page 2 of 9" says what it is; a blank line on one side shows that no sentence runs on.
  if (PAGE_OF.test(line.text) && (line.blanksBefore > 0 || line.blanksAfter > 0)) return true
  return (line.blanksBefore > 0 || line.opensPage) && (line.blanksAfter > 0 || closesPage(index, lines))
}

function closesPage(index: number, lines: readonly Line[]): boolean {
  return lines[index + 1]?.opensPage ?? true
}

/** Numbers near the edges of form-feed pages that run along with the pages. */
function numbersOnEdges(candidates: readonly Candidate[], lines: readonly Line[]): Set<number> {
  const near = candidates.filter(({ index }) => lines[index]?.page !== null && isNearEdge(index, lines))
  const shifts = new Map<number, number>()
  const shiftOf = ({ index, value }: Candidate): number => value - (lines[index]?.page ?? 0)
  for (const candidate of near) shifts.set(shiftOf(candidate), (shifts.get(shiftOf(candidate)) ?? 0) + 1)
  return new Set(
    near
      .filter(
        (candidate) =>
          (!candidate.atMargin && (shiftOf(candidate) === 0 || isOutermost(candidate.index, lines))) ||
          (shifts.get(shiftOf(candidate)) ?? 0) > 1,
      )
      .map(({ index }) => index),
  )
}

/** The last line of a page that another follows: an excerpt of a longer paper shows one number, and not its first. */
function isOutermost(index: number, lines: readonly Line[]): boolean {
  return lines[index + 1]?.opensPage ?? false
}

function isNearEdge(index: number, lines: readonly Line[]): boolean {
  for (let step = 0; step < EDGE_LINES; step++) {
    if (lines[index - step]?.opensPage || closesPage(index + step, lines)) return true
  }
  return false
}

/** Bare numbers between blank lines that grow through the text, a page apart; in an excerpt of a paper, each over the same head that says the paper's title. */
function numbersInSequence(candidates: readonly Candidate[], lines: readonly Line[]): Set<number> {
  const apart = candidates.filter((candidate) => isAlone(candidate.index, lines))
  const accepted = new Set<number>()
  let before: Candidate | null = null
  for (const candidate of apart) {
    if (before && candidate.value > before.value && (pagesFit(before, candidate) || haveOneHead(before, candidate, lines))) {
      accepted.add(before.index)
      accepted.add(candidate.index)
    }
    before = candidate
  }
  return accepted
}

/** Between two page numbers there is about a page for each that was counted. */
function pagesFit(before: Candidate, after: Candidate): boolean {
  return (after.index - before.index) / (after.value - before.value) >= FEWEST_LINES_ON_PAGE
}

/** Whether the lines below two numbers are one and the same, and say what the first page says. */
function haveOneHead(before: Candidate, after: Candidate, lines: readonly Line[]): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim().toLowerCase()
  const [head, next] = [before, after].map(({ index }) => lines[index + 1])
  if (!head || !next || head.length > LONGEST_HEAD || next.length > LONGEST_HEAD || plain(head.text) !== plain(next.text)) return false
  const front = lines
    .slice(0, Math.min(FRONT_LINES, before.index))
    .map(({ text }) => text.slice(0, LONGEST_HEAD))
    .join(' ')
  return plain(head.text).length >= SHORTEST_HEAD && plain(front).includes(plain(head.text))
}

const LONGEST_HEAD = 160
const SHORTEST_HEAD = 16
const FRONT_LINES = 30

function isAlone(index: number, lines: readonly Line[]): boolean {
  const line = lines[index]
  return line !== undefined && (line.blanksBefore > 0 || line.opensPage) && (line.blanksAfter > 0 || closesPage(index, lines))
}

/** A lone number in mid-sentence, or between two items of a list, can only be the page's. */
function isInMidItem({ index }: Candidate, lines: readonly Line[]): boolean {
  const before = lines[index - 1]
  const after = lines[index + 1]
  if (!before || !after || !isAlone(index, lines) || index < FEWEST_LINES_ON_PAGE / 2) return false
  if (!endsSentence(before.text.trimEnd()) && startsLower(after.text)) return true
  const next = readLineLabel(after.text)
  if (!next) return false
  for (let back = index - 1; back >= Math.max(0, index - ITEM_LINES); back--) {
    const label = readLineLabel(lines[back]?.text ?? '')
    if (label?.shape === next.shape) return isSuccessor(label, next)
  }
  return false
}
