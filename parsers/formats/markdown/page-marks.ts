import type { Passage } from '../../../schema/document.ts'
import { PassageBuilder, partOfPassage } from '../passages/passage-edits.ts'
import { foldedPassage } from '../passages/passage-to-blocks.ts'
import { endsOpen, endsSentence, startsLower } from '../passages/sentence-ends.ts'
import { isBlank, type TextLine, textLines } from './text-lines.ts'

/** What converters write where a page ends: "<!-- page 3 -->", "{2}--------", "--- Page 4 ---", "[Page 5]", "Page 6 of 9", "## Page 7". */
const PAGE_MARK =
  /^\s*(?:<!--\s*page[^>]{0,60}-->|\{\d{1,4}\}-{8,}|\\(?:newpage|pagebreak)|\f|[-\u2013\u2014*_=#[( ]*page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-\u2013\u2014*_=\]) ]*)\s*$/iu
/** A foot note's own mark, at the foot of a page: "<sup>3</sup>", "$^{3}$". */
const NOTE = /^\s*(?:<span[^<>]*><\/span>\s*)?(?:<sup>\s*\d{1,3}\s*<\/sup>|\$(?:\{\})?\^\{?\d{1,3}\}?\$)/u
/** What begins a block of its own whatever preceded it. */
const BLOCK_START = /^\s*(?:#{1,6}\s|[-*+]\s|\d{1,9}[.)]\s|>|\||<(?!span|sup|[bi]>|em|strong)|\+-|`{3}|~{3}|:{3}|[-*_]{3,}\s*$)/u

/** A stretch of lines between blank ones, and what it is; `breaks` where a page ended before it. */
interface Paragraph {
  lines: TextLine[]
  isMark: boolean
}

/**
 * Markdown without the marks of its pages. A sentence that ran on over one is put together again; foot notes, which
 * was in its midst, go to the end. `furniture` is the marks that were printed.
 */
export function takePageMarks(source: Passage): { text: Passage; furniture: Passage[] } {
  const paragraphs = paragraphsOf(textLines(source.text))
  if (!paragraphs.some(({ isMark }) => isMark)) return { text: source, furniture: [] }
  const builder = new PassageBuilder()
  const notes: Paragraph[] = []
  const furniture: Passage[] = []
  let page = 0
  let last: Paragraph | null = null
  let broken = false
  for (const [index, paragraph] of paragraphs.entries()) {
    const part = partOf(paragraph, source)
    if (paragraph.isMark) {
      page++
      broken = true
      const printed = foldedPassage(part)
      if (/\p{L}/u.test(printed.text) && !printed.text.startsWith('<')) furniture.push(printed)
    } else if (isFootNote(paragraphs, index)) notes.push(paragraph)
    else {
      const goesOn = broken && last !== null && runsOn(last, paragraph)
      if (builder.length) builder.addText(goesOn ? '\n' : '\n\n')
      builder.addPart(onPage(part, page))
      last = paragraph
      broken = false
    }
  }
  for (const note of notes) {
    builder.addText('\n\n')
    builder.addPart(onPage(partOf(note, source), ++page))
  }
  return { text: builder.build(), furniture }
}

function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const [index, line] of lines.entries()) {
    if (isBlank(line) && !line.text.includes('\f')) continue
    const isMark = PAGE_MARK.test(line.text) && isApart(lines, index)
    const last = paragraphs.at(-1)
    if (last && !isMark && !last.isMark && last.lines.at(-1) === lines[index - 1]) last.lines.push(line)
    else paragraphs.push({ lines: [line], isMark })
  }
  return paragraphs
}

const isApart = (lines: readonly TextLine[], index: number) => isBlank(lines[index - 1]) && isBlank(lines[index + 1])

/** A note at the foot of its page: other notes at most are between it and the mark. */
function isFootNote(paragraphs: readonly Paragraph[], index: number): boolean {
  const next = paragraphs.slice(index).findIndex(({ lines: [first], isMark }) => isMark || !NOTE.test(first?.text ?? ''))
  return next > 0 && (paragraphs[index + next]?.isMark ?? false)
}

function partOf({ lines }: Paragraph, source: Passage): Passage {
  const [first, last] = [lines[0], lines.at(-1)]
  return first && last ? partOfPassage(source, first.from, last.from + last.text.length) : partOfPassage(source, 0, 0)
}

/** The passage as one that is not together with what was on another page. */
const onPage = (passage: Passage, page: number): Passage => ({ ...passage, runs: passage.runs.map((run) => ({ ...run, fragment: page })) })

function runsOn(before: Paragraph, after: Paragraph): boolean {
  const [end, start] = [before.lines.at(-1)?.text ?? '', after.lines[0]?.text ?? '']
  if (endsSentence(end) || /^\s*(?:#|\|)/u.test(end) || BLOCK_START.test(start)) return false
  return startsLower(start) || endsOpen(end)
}
