import { isSuccessor, readLineLabel } from '../../passages/labels.ts'
import type { Line } from '../lines/line.ts'
import { boxOfLine, isBold } from '../lines/line.ts'
import { beginsWithBullet, beginsWithLabel } from '../lines/list-labels.ts'
import type { Tag, Word } from '../page/page-content.ts'
import { SIZE_CHANGE, SPACE_EM } from '../page/tolerances.ts'
import type { TextDraft } from './drafts.ts'

/** What lines are in: a page's column, or a cell. */
export interface Column {
  left: number
  right: number
  /** The usual distance between lines of a size. */
  pitch: (size: number) => number
  tags: readonly Tag[]
}

/** Lines further apart than this, in parts of the usual distance, are two paragraphs. */
const PARAGRAPH_GAP = 1.3
/** Within a sentence sizes may differ by more: the address of a link is often set smaller. */
const SIZE_CHANGE_INSIDE = 0.2
/** A line that is set in further than this, in parts of its size, begins a paragraph. */
const INDENT_EM = 0.9
/** White this wide, in parts of the font size, leads to a page's number. */
const LEADER_EM = 4
/** A line that this much of room is left on was as full as any: not all programs break lines by the same widths. */
const RAGGED_EM = 0.4
const ENDS_SENTENCE = /[.?!:;][)"'’”\]]*$/u

function tagOf(word: Word | undefined, tags: readonly Tag[]): Tag | null {
  return word && word.tag >= 0 ? (tags[word.tag] ?? null) : null
}

/** The tag of the last word that has one: what a browser adds to a page, as a link's address, has none. */
function lastTag(line: Line, tags: readonly Tag[]): Tag | null {
  return tagOf(
    line.words.findLast((word) => tagOf(word, tags) !== null),
    tags,
  )
}

const textAt = (word: Word | undefined) => word?.text ?? ''

/** Whether the first word of the next line would have found room on this one: then the line was ended on purpose. */
export function endsEarly(line: Line, next: Line, right: number): boolean {
  const word = next.words[0]
  if (!word) return true
  return line.x1 + SPACE_EM * line.size + (word.x1 - word.x0) < right - RAGGED_EM * line.size
}

/** Whether a line is an entry of a list of contents: dots or white lead from its text to a number at its end. */
function endsInPageNumber(line: Line): boolean {
  if (/[.…·_]{4,}\d{1,3}$/u.test(textAt(line.words.at(-1)))) return true
  const [before, number] = line.words.slice(-2)
  if (!before || !number || !/^\d{1,3}$/u.test(number.text)) return false
  return /[.…·_]{4,}$/u.test(before.text) || number.x0 - before.x1 > LEADER_EM * line.size
}

const DASH = /^[–—-]$/u
/** The white after a bullet is wider than a space, in parts of the font size. */
const AFTER_BULLET_EM = 0.5

/** Whether the dash that a line begins with parts a sentence, which the line above left open: it is set as a word, and no list goes on here. */
function isDashOfSentence({ words: [dash, next], size, x0 }: Line, { lines, marker }: TextDraft): boolean {
  if (!dash || !next || marker.length > 0 || !DASH.test(dash.text) || next.x0 - dash.x1 > AFTER_BULLET_EM * size) return false
  const last = lines.at(-1)
  return last !== undefined && Math.abs(x0 - last.x0) <= SPACE_EM * size && /^[\p{Ll}\p{N}]/u.test(next.text)
}

/**
 * Whether the label that a line begins with goes on counting within a sentence: "… (a) by day and" and, wrapped, "(b) by night". Who begins
 * a list with "(b)" has set "(a)" at the beginning of a line.
 */
function isCountedInSentence(line: Line, { lines }: TextDraft): boolean {
  const label = readLineLabel(textAt(line.words[0]))
  if (!label) return false
  return lines.some(({ words }) =>
    words.some((word, index) => {
      const before = index > 0 ? readLineLabel(word.text) : null
      return before?.end === word.text.length && isSuccessor(before, label)
    }),
  )
}

/** Whether a new paragraph begins with `line`. `draft` is what the lines so far make, and `above` their last tag. */
function begins(draft: TextDraft, line: Line, column: Column, above: Tag | null): boolean {
  const last = draft.lines.at(-1)
  if (!last) return true
  const below = line.words.map((word) => tagOf(word, column.tags)).find((tag) => tag !== null) ?? null
  if (below?.role === 'Lbl' && above?.block !== below.block) return true
  if (above && below && above.block >= 0 && below.block >= 0) {
    if (above.block !== below.block) return true
    // A cell may hold several paragraphs that nothing marks.
    if (below.role !== 'TD' && below.role !== 'TH') return false
  }
  const distance = line.base - last.base
  if (boxOfLine(line) !== boxOfLine(last)) return true
  if (distance > PARAGRAPH_GAP * column.pitch(last.size) || distance < 0) return true
  if (endsInPageNumber(last)) return true
  const ended = ENDS_SENTENCE.test(textAt(last.words.at(-1)))
  const lower = /^[\p{Ll}(]/u.test(textAt(line.words[0]))
  const change = Math.abs(line.size - last.size) / Math.max(line.size, last.size)
  if (change > (ended || !lower ? SIZE_CHANGE : SIZE_CHANGE_INSIDE)) return true
  const early = endsEarly(last, line, column.right)
  if (beginsWithBullet(line) && (early || ended || !isDashOfSentence(line, draft))) return true
  const joins = /^(and|or)$|,$/iu.test(textAt(last.words.at(-1)))
  if (beginsWithLabel(line) && (early || ended || (joins && !isCountedInSentence(line, draft)))) return true
  if (early && (ended || !lower)) return true
  if (early && isBold(last.words) !== isBold(line.words)) return true
  const first = draft.lines[0]
  const setIn = line.x0 - last.x0
  if (setIn > INDENT_EM * line.size && draft.lines.length > 1 && !lower) return true
  if (draft.lines.length > 1 && first && setIn < -INDENT_EM * line.size && draft.marker.length + Number(beginsWithLabel(first)) > 0)
    return true
  return false
}

/** Groups lines of one column, from top to bottom, into paragraphs, headings and list items. Every line is in exactly one. */
export function linesToDrafts(lines: readonly Line[], column: Column): TextDraft[] {
  const drafts: TextDraft[] = []
  let tag: Tag | null = null
  for (const line of lines) {
    const draft = drafts.at(-1)
    if (draft && !begins(draft, line, column, tag)) {
      draft.lines.push(line)
      draft.bold &&= isBold(line.words)
      tag = lastTag(line, column.tags) ?? tag
    } else {
      drafts.push(draftOf(line, column))
      tag = lastTag(line, column.tags)
    }
  }
  return drafts
}

function draftOf(line: Line, column: Column): TextDraft {
  const tag = lastTag(line, column.tags)
  const labelled = line.words.filter((word) => tagOf(word, column.tags)?.role === 'Lbl')
  const marker =
    labelled.length > 0 && labelled.length < line.words.length ? labelled : beginsWithBullet(line) ? line.words.slice(0, 1) : []
  return {
    type: 'text',
    lines: [line],
    role: tag?.role ?? null,
    marker,
    bold: isBold(line.words),
    size: line.size,
    indent: Math.max(0, line.x0 - column.left),
    right: column.right,
  }
}
