import { type Block, type Document, type Passage, slicePassage } from '../../schema/document.ts'
import { BLANK_PAGE_NOTICES } from '../../schema/vocabulary/fronts.ts'
import { foldWords } from '../recognise/fold.ts'
import { opensByItself } from './front-line-kinds.ts'

/**
 * A document in which no paragraph runs on from one paper into the next. A line without a full stop at the
 * foot of a page is taken to go on over the page, and so the last line of a paper ("Signed") and the first of
 * the next ("Agenda Item 4") can come as one paragraph. It is parted where what is on the new page opens
 * a paper by itself, or what is on the old one is the notice on a blank page.
 */
export function partAtPages(document: Document): Document {
  const blocks = document.blocks.flatMap(partBlock)
  return blocks.length === document.blocks.length ? document : { ...document, blocks }
}

function partBlock(block: Block): Block[] {
  if (block.type === 'table') return [block]
  const turn = block.passage.runs.findIndex((run, index) => index > 0 && run.page !== block.passage.runs[index - 1]?.page)
  const start = turn > 0 ? block.passage.runs[turn]?.start : undefined
  if (start === undefined) return [block]
  const before = slicePassage(block.passage, 0, start)
  const behind = slicePassage(block.passage, start)
  if (!BLANK_PAGE_NOTICES.includes(foldWords(before.text)) && !opensByItself(firstLine(behind))) return [block]
  const rest: Block = block.type === 'list-item' ? { ...block, marker: '', markerRuns: [], passage: behind } : { ...block, passage: behind }
  return [{ ...block, passage: before }, ...partBlock(rest)]
}

/** What is in the first line of a passage: runs that share their line or their height. */
function firstLine({ text, runs }: Passage): string {
  const first = runs[0]
  const end = runs.find((run) => run.line !== first?.line || (run.box && first?.box && run.box[1] > first.box[3]))
  return text.slice(0, end?.start ?? text.length)
}
