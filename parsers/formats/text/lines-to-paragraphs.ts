import { type Bullet, isWeakBullet, type LineLabel, readBullet, readLineLabel } from '../passages/labels.ts'
import { endsOpen, endsSentence, isWrappedReference, startsLower } from '../passages/sentence-ends.ts'
import { isIsolatedTitle } from './heading-looks.ts'
import { markedHeading } from './heading-marks.ts'
import type { Line } from './text-to-lines.ts'
import type { WrapWidth } from './wrap-width.ts'

/** The lines of one paragraph, list item or heading. */
export interface LineGroup {
  lines: Line[]
  bullet: Bullet | null
  label: LineLabel | null
}

/** A first line that stands in from the one before by so many columns begins a paragraph. */
const PARAGRAPH_INDENT_COLUMNS = 2
/** More blank lines than these set apart whatever the words say. */
const MOST_BLANKS_IN_PARAGRAPH = 2

/** "Reasons: The trees are old.": a label in its line, as forms have them. */
const FORM_LINE = /^\s*\p{Lu}[\p{L}()/' -]{1,40}:(?:\s|$)/u
/** The same with a date or number for a value needs no other to show it. */
const DATED_FORM_LINE = /^\s*\p{Lu}[\p{L}/ ]{1,25}:\s+\d/u
/** A day's or year's end: "9 March 2022", "2025/26". */
const DATE_END = /(?:\b(?:19|20)\d\d|\b20\d\d\/\d\d)\s*$/u
/** Council, committee, title and date: a paper's head is no longer, before its first blank line. */
const MOST_HEAD_LINES = 6

/**
 * The lines of a text grouped to paragraphs. A blank line parts them, unless the sentence plainly runs on
 * over it (a text that was set with double spacing, a page that ended there); without one, a label, a bullet,
 * an indent or a line that was not full begins the next.
 */
export function linesToParagraphs(lines: readonly Line[], width: WrapWidth): LineGroup[] {
  const groups: LineGroup[] = []
  const known = new Map<string, LineLabel>()
  const head = headEnd(lines)
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1)
    const bullet = readBullet(line.text)
    const label = bullet ? null : readLineLabel(line.text)
    const inHead = index < head && bullet === null && DATE_END.test(lines[index - 1]?.text ?? '') && !startsLower(line.text)
    if (group && !inHead && !beginsGroup(group, line, bullet, label, known, width)) {
      group.lines.push(line)
      continue
    }
    if (label) known.set(label.shape, label)
    groups.push({ lines: [line], bullet, label })
  }
  return groups
}

/** How many lines stand at the head of the paper, each for itself: those before the first blank one. */
function headEnd(lines: readonly Line[]): number {
  if ((lines[0]?.number ?? 0) > MOST_HEAD_LINES) return 0
  const blank = lines.findIndex((line, index) => index > 0 && line.blanksBefore > 0)
  return Math.min(blank < 0 ? lines.length : blank, MOST_HEAD_LINES)
}

function beginsGroup(
  group: LineGroup,
  line: Line,
  bullet: Bullet | null,
  label: LineLabel | null,
  known: ReadonlyMap<string, LineLabel>,
  width: WrapWidth,
): boolean {
  const last = group.lines.at(-1)
  if (!last || markedHeading(line.text) || markedHeading(last.text)) return true
  const full = width.isFull(last, line)
  const onNewPage = line.afterFurniture || line.opensPage
  if (bullet) return !(isWeakBullet(bullet) && isDashInSentence(group, last, line, bullet, full))
  if (label)
    return !isWrappedReference(
      line.text,
      label,
      { before: last.text, full: full || onNewPage, blank: line.blanksBefore > 0 && !onNewPage },
      known,
    )
  if (onNewPage) return !runsOnOverPage(last, line, full)
  if (line.blanksBefore > 0) return !runsOnOverBlank(group, last, line, full, width.doubleSpaced)
  return !runsOn(group, last, line, full)
}

/** "April 2018 / - March 2019": a dash at the start of a wrapped line, outside of a list with dashes. */
function isDashInSentence(group: LineGroup, last: Line, line: Line, bullet: Bullet, full: boolean): boolean {
  return group.bullet?.marker !== bullet.marker && full && line.blanksBefore === 0 && !endsSentence(last.text) && line.indent <= last.indent
}

/** A page's last line and the next one's first: what is no sentence's end goes on. */
function runsOnOverPage(last: Line, line: Line, full: boolean): boolean {
  if (endsSentence(last.text) || isIsolatedTitle(last)) return false
  return startsLower(line.text) || endsOpen(last.text) || (full && !isIsolatedTitle(line))
}

/** Over a blank line a sentence goes on in small letters; in other ones only where the whole text is spaced so, or the line ends in mid-phrase. */
function runsOnOverBlank(group: LineGroup, last: Line, line: Line, full: boolean, doubleSpaced: boolean): boolean {
  if (endsSentence(last.text) || line.blanksBefore > MOST_BLANKS_IN_PARAGRAPH) return false
  if (startsLower(line.text) && endsInOpenWord(last.text)) return true
  if (!full) return false
  if (startsLower(line.text)) return true
  if (!doubleSpaced && !endsInOpenWord(last.text)) return false
  return !isIsolatedTitle(line) && !standsLikeItem(group, line)
}

/** A dash or a colon may well end a heading or an introduction; "of the" ends nothing. */
function endsInOpenWord(text: string): boolean {
  return endsOpen(text) && /\p{L}\s*$/u.test(text.slice(-20))
}

/** It stands in as the first line of its neighbour does: an item of a list whose bullets were lost. */
function standsLikeItem(group: LineGroup, line: Line): boolean {
  return line.indent > 0 && line.indent >= (group.lines[0]?.indent ?? 0) && group.bullet === null && group.label === null
}

function runsOn(group: LineGroup, last: Line, line: Line, full: boolean): boolean {
  if (isFormLine(group, last, line)) return false
  if (startsLower(line.text)) return full || !isCapitals(last.text)
  if (endsSentence(last.text)) {
    const hangs = group.lines.length === 1 && (group.bullet !== null || group.label !== null)
    if (line.indent >= last.indent + PARAGRAPH_INDENT_COLUMNS && !hangs) return false
    if (group.lines.length > 1 && line.indent + PARAGRAPH_INDENT_COLUMNS < last.indent) return false
    return full
  }
  return full || endsOpen(last.text)
}

/** Whether a line begins with a form's label: in prose words before a colon seldom begin a line, less often so behind a sentence's end or in a form. */
function isFormLine(group: LineGroup, last: Line, line: Line): boolean {
  if (line.text.length > 2000 || endsOpen(last.text)) return false
  if (DATED_FORM_LINE.test(line.text)) return true
  const first = group.lines[0]
  return FORM_LINE.test(line.text) && (endsSentence(last.text) || (first !== undefined && FORM_LINE.test(first.text)))
}

function isCapitals(text: string): boolean {
  return text.length < 200 && /\p{Lu}/u.test(text) && text === text.toUpperCase()
}
