import { type Bullet, isWeakBullet, type LineLabel, readBullet, readLineLabel } from '../passages/labels.ts'
import { endsOpen, endsSentence, isWrappedReference, startsLower } from '../passages/sentence-ends.ts'
import { isIsolatedTitle } from './heading-looks.ts'
import { markedHeading } from './heading-marks.ts'
import { endsContentsLine, followsDate, headLines, isLabelledLine, isLoneTitle } from './standing-lines.ts'
import type { Line } from './text-to-lines.ts'
import type { WrapWidth } from './wrap-width.ts'

/** The lines of one paragraph, list item or heading. */
export interface LineGroup {
  lines: Line[]
  bullet: Bullet | null
  label: LineLabel | null
}

/** A first line that is indented from the one before by so many columns begins a paragraph. */
const PARAGRAPH_INDENT_COLUMNS = 2
/** More blank lines than these set apart whatever the words say. */
const MOST_BLANKS_IN_PARAGRAPH = 2

/**
 * The lines of a text grouped to paragraphs. A blank line parts them, unless the sentence plainly runs on
 * over it (a text that was set with double spacing, a page that ended there); without one, a label, a bullet,
 * an indent or a line that was not full begins the next.
 */
export function linesToParagraphs(lines: readonly Line[], width: WrapWidth): LineGroup[] {
  const groups: LineGroup[] = []
  const known = new Map<string, LineLabel>()
  const head = headLines(lines)
  let counted: number | null = null
  for (const [index, line] of lines.entries()) {
    const group = groups.at(-1)
    const bullet = readBullet(line.text)
    const label = bullet ? null : readLineLabel(line.text)
    const last = lines[index - 1]
    const stands =
      last !== undefined &&
      line.blanksBefore === 0 &&
      ((index < head && followsDate(line, last)) || (!bullet && !label && isLoneTitle(line, last, lines[index + 1], width)))
    const count = bareCount(line.text)
    // "2 Vice-Chair" began a paragraph, so "3 Apologies" does, right below a sentence that has ended.
    const countsOn = count !== null && counted !== null && count === counted + 1 && last !== undefined && endsSentence(last.text)
    if (group && !stands && !countsOn && !beginsGroup(group, line, bullet, label, known, width)) {
      group.lines.push(line)
      continue
    }
    if (label) known.set(label.shape, label)
    counted = count ?? counted
    groups.push({ lines: [line], bullet, label })
  }
  return groups
}

/** The number before a short title, as agendas count their items: "3 Apologies for Absence"; null where there is none. */
function bareCount(text: string): number | null {
  const match = text.length > LONGEST_COUNTED ? null : /^\s*(\d{1,3})\s+\p{Lu}[^.;:]*$/u.exec(text)
  return match?.[1] === undefined ? null : Number(match[1])
}

const LONGEST_COUNTED = 100

function beginsGroup(
  group: LineGroup,
  line: Line,
  bullet: Bullet | null,
  label: LineLabel | null,
  known: ReadonlyMap<string, LineLabel>,
  width: WrapWidth,
): boolean {
  const last = group.lines.at(-1)
  if (!last || markedHeading(line.text) || markedHeading(last.text) || endsContentsLine(last)) return true
  if (!bullet && isBulletAlone(group)) return false
  const full = width.isFull(last, line)
  const onNewPage = line.afterFurniture || line.opensPage
  if (bullet) return !(isWeakBullet(bullet) && isDashInSentence(group, last, line, bullet, full))
  if (label) {
    if (opensSection(group, label) || (line.blanksBefore > 0 && isIsolatedTitle(last))) return true
    const place = { before: last.text, full: full || onNewPage, blank: line.blanksBefore > 0 && !onNewPage }
    return !isWrappedReference(line.text, label, place, known)
  }
  if (onNewPage) return !runsOnOverPage(last, line, full)
  if (line.blanksBefore > 0) return !runsOnOverBlank(group, last, line, full, width.doubleSpaced)
  return !runsOn(group, last, line, full)
}

/** "4. Conclusions and recommendations / 4.1 Most drivers …": a section's number precedes that of its first paragraph. */
function opensSection({ lines, label: section }: LineGroup, label: LineLabel): boolean {
  return section !== null && lines.length === 1 && label.value === '1' && label.stem === `${section.stem}${section.value}.`
}

/** A bullet in a line of its own belongs to the line after it: conversions set the two apart where the gap between them is wide. */
function isBulletAlone({ lines, bullet }: LineGroup): boolean {
  return bullet !== null && lines.length === 1 && !lines[0]?.text.slice(bullet.end).trim()
}

/** "April 2018 / - March 2019": a dash at the start of a wrapped line, outside of a list with dashes. */
function isDashInSentence(group: LineGroup, last: Line, line: Line, bullet: Bullet, full: boolean): boolean {
  return group.bullet?.marker !== bullet.marker && full && line.blanksBefore === 0 && !endsSentence(last.text) && line.indent <= last.indent
}

/** A page's last line and the next one's first: what is not a sentence's end goes on. */
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

/** It is indented as the first line of its neighbour does: an item of a list whose bullets were lost. */
function standsLikeItem(group: LineGroup, line: Line): boolean {
  return line.indent > 0 && line.indent >= (group.lines[0]?.indent ?? 0) && group.bullet === null && group.label === null
}

function runsOn(group: LineGroup, last: Line, line: Line, full: boolean): boolean {
  if (isLabelledLine(line, last, group.lines[0] ?? last)) return false
  if (startsLower(line.text)) return full || !isCapitals(last.text)
  // A semicolon ends an item, where the line was not full, or is longer than lines are set, and the next begins large.
  if ((!full || last.length > WIDEST_SET) && /;\s*$/u.test(last.text.slice(-20)) && /^\s*\p{Lu}/u.test(line.text.slice(0, 80))) return false
  if (endsSentence(last.text)) {
    const hangs = group.lines.length === 1 && (group.bullet !== null || group.label !== null)
    if (line.indent >= last.indent + PARAGRAPH_INDENT_COLUMNS && !hangs) return false
    if (group.lines.length > 1 && line.indent + PARAGRAPH_INDENT_COLUMNS < last.indent) return false
    return full
  }
  return full || endsOpen(last.text)
}

/** Lines that are set to a page's width have no more letters. */
const WIDEST_SET = 120

function isCapitals(text: string): boolean {
  return text.length < 200 && /\p{Lu}/u.test(text) && text === text.toUpperCase()
}
