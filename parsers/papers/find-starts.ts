import type { Block, Document } from '../../schema/document.ts'
import { BLANK_PAGE_NOTICES } from '../../schema/vocabulary/fronts.ts'
import { foldWords } from '../recognise/fold.ts'
import { type Break, blockPages, breakBefore } from './breaks.ts'
import { opensByItself } from './front-line-kinds.ts'
import { blockText } from './front-lines.ts'
import { type Front, readFront } from './read-front.ts'
import { sectionNumbers } from './section-numbers.ts'

/** A block that may be the first of a paper. */
export interface Start {
  block: number
  before: Break
  front: Front
  /** A running head or foot is printed here for the first time. */
  newRunningLine: boolean
  /** The first number of a section or item after it, and the last before it, where there are any. */
  sections: { last: number | null; next: number | null }
}

/** No more starts are weighed than this; a pack of a whole year's papers has fewer. */
const MOST_STARTS = 2_000

/** The blocks that may begin a paper: the first of the document, the first on a page or after a rule, and every line that reads like an opening. */
export function findStarts(document: Document): Start[] {
  const numbers = sectionNumbers(document)
  const running = new Set(document.furniture.flatMap((line) => (/\p{L}{4}/u.test(line.text) ? (line.runs[0]?.page ?? []) : [])))
  const starts: Start[] = []
  document.blocks.forEach((block, index) => {
    if (starts.length >= MOST_STARTS || (index > 0 && !mayOpen(block))) return
    const before = breakBefore(document, index)
    if (index > 0 && before.kind === 'none' && (block.type === 'table' || !opensByItself(block.passage.text))) return
    const page = blockPages(block)?.first ?? null
    starts.push({
      block: index,
      before,
      front: readFront(document, index),
      newRunningLine: page !== null && page > 2 && (running.has(page) || running.has(page + 1)),
      sections: numbers(index),
    })
  })
  return starts
}

/** The notice on a blank page is a line. */
const LONGEST_NOTICE = 160

/** No paper begins with an item of a list, or in the middle of a sentence, or with the notice on a blank page. */
function mayOpen(block: Block): boolean {
  if (block.type === 'list-item') return false
  const text = blockText(block)
  return /^[^\p{L}]*\p{Lu}/u.test(text) && !(text.length <= LONGEST_NOTICE && BLANK_PAGE_NOTICES.includes(foldWords(text)))
}
