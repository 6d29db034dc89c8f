import type { Block, Document } from '../../schema/document.ts'
import { contentWords, foldWords } from '../recognise/fold.ts'
import { blockText, rowText } from './front-lines.ts'

/** Where a title is announced before it: on a list of contents, which is of one paper, or in a line of an agenda, which is of many. */
export interface Listed {
  contents: boolean
  agenda: boolean
}

/** A line of contents: a title, dots or space, and a page's number. */
const CONTENTS_LINE = /^(.{4,150}?)[\s.…·_|]+(\d{1,3})$/u
/** So many lines of that form near each other are a list of contents. */
const LEAST_LINES = 4
/** An agenda's lines are in the first blocks of a file. */
const AGENDA_BLOCKS = 80
/** No line is looked at beyond so many letters. */
const LONGEST_LINE = 400
/** What has fewer words is named by chance. */
const LEAST_WORDS = 3

/** Looks titles up in what precedes them: in lists of contents from block `from` on, and in the first blocks of the file. */
export function listedTitles(document: Document): (titles: readonly string[], from: number, to: number) => Listed {
  const contents = document.blocks.flatMap((block, index) => linesOf(block).flatMap((text) => contentsEntry(text, index)))
  const first = document.blocks
    .slice(0, AGENDA_BLOCKS)
    .flatMap((block, index) => linesOf(block).map((text) => ({ index, words: new Set(contentWords(text)) })))
  return (titles, from, to) => {
    const entries = contents.filter(({ index }) => index >= from && index < to)
    return {
      contents: entries.length >= LEAST_LINES && titles.map(foldWords).some((title) => entries.some(({ entry }) => isEntry(entry, title))),
      agenda: titles
        .map(contentWords)
        .some(
          (words) => words.length >= LEAST_WORDS && first.some((line) => line.index < to && words.every((word) => line.words.has(word))),
        ),
    }
  }
}

/** A list of contents may leave the end of a title away, or set a number before it. */
function isEntry(entry: string, title: string): boolean {
  return title.length > 8 && (entry.endsWith(title) || (entry.length > 12 && title.startsWith(entry)))
}

/** A block as lines: a table's rows. */
function linesOf(block: Block): string[] {
  return (block.type === 'table' ? block.rows.map((_, row) => rowText(block, row)) : [blockText(block)]).map((text) =>
    text.slice(0, LONGEST_LINE),
  )
}

function contentsEntry(text: string, index: number): { index: number; entry: string }[] {
  const entry = foldWords(CONTENTS_LINE.exec(text)?.[1] ?? '')
  return entry ? [{ index, entry }] : []
}
