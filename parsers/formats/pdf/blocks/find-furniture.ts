import type { Line } from '../lines/line.ts'
import { COLUMN_GAP_LEAST_EM, lineToChunks } from '../lines/line-to-chunks.ts'
import { textOfWords } from '../lines/words-to-passage.ts'
import { SAME_PLACE_PT } from '../page/tolerances.ts'

/** Running heads and feet are in these outer parts of a page's height. */
const HEAD_SHARE = 0.17
const FOOT_SHARE = 0.15
/** No more lines than this are looked at there: even small print on a large sheet has fewer, in all columns together. */
const MOST_OUTER_LINES = 200
/** They are at the same height on each page, give or take. */
const SAME_HEIGHT_PT = 4
/** And on at least this share of the pages, or on this many. */
const PAGES_SHARE = 0.5
const PAGES_ENOUGH = 3

/** What is known of the pages that lines are on. */
export interface PageLines {
  page: number
  height: number
  lines: Line[]
  /** Lines that the file itself marks as decoration. */
  isArtifact: (line: Line) => boolean
}

/** A line at the top or foot of a page, as it is printed and with a number at its left set at its right. */
interface OuterLine {
  page: number
  line: Line
  text: string
  turned: string
}

/** So many different steps, of all lines, are a slip in the count: an inserted page, a section that counts anew. */
const STRAY_SHARE = 0.34

/** They are further than this from the text, in parts of the font size. */
const APART_EM = 1.6

/** Columns of a table's head go on below it, so many of them, within so many lines. */
const LINES_BELOW = 14
const HEAD_COLUMNS_SHARE = 0.65

/** A page number by itself: "4", "- 4 -", "Page 4 of 9", "4/9", "iv". */
const PAGE_NUMBER = /^[-–—|\s(]*(page|p\.?)?\s*(\d{1,4}|[ivxl]{1,6})\s*((of|\/)\s*\d{1,4})?[-–—|\s).]*$/iu
/** A foot that ends, or begins, by counting pages: "Official – page 4 of 9". */
const COUNTS_PAGES = /^page \d{1,4}( of \d{1,4})?\b|\bpage \d{1,4}( of \d{1,4})?$/iu
/** What a browser prints over and under a page: day and time, and the address with the page's number. */
const BROWSER_HEAD = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? +\d{1,2}:\d{2}/u
const BROWSER_FOOT = /^(https?|file):\/\/\S+ +\d{1,4}\/\d{1,4}$/iu
/** A heading that counts is content, however regularly it is at the top of a page: "Recommendation 3". */
const COUNTED_HEADING = /^(?!page\b)\p{L}[\p{L} ]* \d{1,3}[a-z]?[.:]?$/iu
/** On facing pages the number changes sides: "30 The Outer Harbour" and "The Outer Harbour 31". */
const LEFT_NUMBER = /^(\d{1,4})\s+(\D|.*\D)$/u

/**
 * The lines of a document that are not content: running heads and feet, page numbers, what a browser
 * prints round its pages. They are at the same height of page after page and say the same, numbers aside.
 */
export function findFurniture(pages: readonly PageLines[]): Set<Line> {
  const certain = new Set<Line>()
  const repeated = new Set<Line>()
  const groups: Line[][] = []
  const seen = new Map<string, OuterLine[]>()
  for (const page of pages) {
    const { heads, feet } = outerLines(page)
    for (const line of [...heads, ...feet]) {
      if (isTableHead(line, page.lines)) continue
      const text = textOfWords(line.words)
      if (page.isArtifact(line) || isPageNumber(line, page, text) || BROWSER_HEAD.test(text) || BROWSER_FOOT.test(text)) certain.add(line)
      const turned = text.replace(LEFT_NUMBER, '$2 $1')
      const key = `${isHead(line, page.height) ? 'head' : 'foot'} ${turned.replace(/\d+/gu, '#').toLowerCase()}`
      const entry = { page: page.page, line, text, turned }
      const same = seen.get(key)
      if (same) same.push(entry)
      else seen.set(key, [entry])
    }
  }
  for (const group of seen.values()) {
    for (const level of sameHeight(group)) {
      const found = new Set(level.map(({ page }) => page)).size
      const enough = found >= 2 && (found >= PAGES_ENOUGH || found >= PAGES_SHARE * pages.length)
      const texts = new Set(level.map(({ turned }) => turned))
      if (!enough || (texts.size > 1 && (isCountedHeading(level) || !countsPages(level)))) continue
      groups.push(level.map(({ line }) => line))
      for (const { line } of level) repeated.add(line)
    }
  }
  const apart = new Set(pages.flatMap((page) => outermost(page, certain, repeated, true)))
  // What is apart on most pages is furniture also where a full page comes close to it.
  const settled = new Set(groups.filter((group) => group.filter((line) => apart.has(line)).length > group.length / 2).flat())
  const outer = pages.flatMap((page) => outermost(page, new Set([...certain, ...apart]), settled, false))
  return new Set([...certain, ...apart, ...outer])
}

/** A heading has its number on one side; a page's number may change sides. */
const isCountedHeading = (level: readonly OuterLine[]) =>
  level.some(({ text }) => COUNTED_HEADING.test(text)) && level.every(({ text, turned }) => text === turned)

/** Whether the numbers in which the lines of a level differ go up with the pages: "Resolution 081/25" and "082/25" do not. */
function countsPages(level: readonly OuterLine[]): boolean {
  const numbers = level.map(({ page, turned }) => ({ page, counts: (turned.match(/\d+/gu) ?? []).map(Number) }))
  return (numbers[0]?.counts ?? []).every((_, at) => {
    const same = new Set(numbers.map(({ counts }) => counts[at]))
    const stepped = new Set(numbers.map(({ page, counts }) => (counts[at] ?? 0) - page))
    return Math.min(same.size, stepped.size) <= Math.max(1, STRAY_SHARE * level.length)
  })
}

/** The repeated lines of a page at its very top or bottom, on demand only those that are apart from its text: what is in the flow of the text is content. */
function outermost({ lines, height }: PageLines, certain: Set<Line>, repeated: Set<Line>, apart: boolean): Line[] {
  const outer = (line: Line | undefined): line is Line => line !== undefined && (certain.has(line) || repeated.has(line))
  let head = 0
  while (outer(lines[head]) && isHead(lines[head], height)) head++
  while (apart && head > 0 && !isApart(lines[head - 1], lines[head])) head--
  let foot = lines.length
  while (outer(lines[foot - 1]) && isFoot(lines[foot - 1], height)) foot--
  while (apart && foot < lines.length && !isApart(lines[foot - 1], lines[foot])) foot++
  return [...lines.slice(0, head), ...lines.slice(foot)]
}

function isApart(above: Line | undefined, below: Line | undefined): boolean {
  if (!above || !below) return true
  return below.base - above.base > APART_EM * Math.max(above.size, below.size) || Math.abs(above.size - below.size) > 1
}

/** Whether the columns of a line go on below it: then it is the head of a table that is printed again on every page. A title with a page's number beside it is not one, though the items of a list below begin at the same two places. */
function isTableHead(line: Line, lines: readonly Line[]): boolean {
  const chunks = lineToChunks(line, 1)
  const starts = chunks.map((chunk) => chunk.x0)
  if (starts.length < 2 || (starts.length === 2 && chunks.some(({ words }) => PAGE_NUMBER.test(textOfWords(words))))) return false
  const below = firstOf(lines, LINES_BELOW, (other) => other.base > line.base + 1).flatMap((other) =>
    lineToChunks(other, COLUMN_GAP_LEAST_EM).map((chunk) => chunk.x0),
  )
  const goesOn = starts.filter((x) => below.filter((start) => Math.abs(start - x) <= SAME_PLACE_PT).length >= 2)
  return goesOn.length >= Math.max(2, HEAD_COLUMNS_SHARE * starts.length)
}

function firstOf<T>(all: readonly T[], most: number, fits: (one: T) => boolean): T[] {
  const found: T[] = []
  for (const one of all) {
    if (found.length === most) break
    if (fits(one)) found.push(one)
  }
  return found
}

const isHead = (line: Line | undefined, height: number) => line !== undefined && line.base < HEAD_SHARE * height
const isFoot = (line: Line | undefined, height: number) => line !== undefined && line.base > (1 - FOOT_SHARE) * height

function outerLines({ lines, height }: PageLines): { heads: Line[]; feet: Line[] } {
  return {
    heads: lines.filter((line) => isHead(line, height)).slice(0, MOST_OUTER_LINES),
    feet: lines.filter((line) => isFoot(line, height)).slice(-MOST_OUTER_LINES),
  }
}

/** A page's number alone is in these outermost parts of its height; one in words has no more of them. */
const NUMBER_TOP_SHARE = 0.08
const NUMBER_FOOT_SHARE = 0.1
const COUNTING_WORDS_MOST = 12

function isPageNumber(line: Line, { lines, height }: PageLines, text: string): boolean {
  const isLowest = line.base > (1 - NUMBER_FOOT_SHARE) * height
  const counts = COUNTS_PAGES.test(text) && line.words.length <= COUNTING_WORDS_MOST && isLowest
  if (!PAGE_NUMBER.test(text) && !counts) return false
  const outermost = isLowest && !lines.some((other) => other.base > line.base + 1 && !PAGE_NUMBER.test(textOfWords(other.words)))
  const first = line.base < NUMBER_TOP_SHARE * height && !lines.some((other) => other.base < line.base - 1)
  return outermost || first
}

function sameHeight<T extends { line: Line }>(group: T[]): T[][] {
  const levels: T[][] = []
  for (const entry of [...group].sort((a, b) => a.line.base - b.line.base)) {
    const level = levels.at(-1)
    const first = level?.[0]
    if (level && first && entry.line.base - first.line.base <= SAME_HEIGHT_PT) level.push(entry)
    else levels.push([entry])
  }
  return levels
}
