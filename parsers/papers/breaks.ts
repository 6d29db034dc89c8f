import { type Block, blockPassages, type Document } from '../../schema/document.ts'
import { BLANK_PAGE_NOTICES } from '../../schema/vocabulary/fronts.ts'
import { foldWords } from '../recognise/fold.ts'
import { blockText } from './front-lines.ts'

/** What lies between a block and the one before it. */
export interface Break {
  /** A new page, a line across the text, a heading of the highest level; nothing. */
  kind: 'page' | 'rule' | 'heading' | 'none'
  /** A page without text comes between, or a page that says it is left blank. */
  blank: boolean
  /** The new page has another size or is turned. */
  otherSize: boolean
  /** The number printed on the new page is 1 where it was higher before; or it goes on by one. */
  numbering: 'restarts' | 'goes on' | null
}

/** The first and last page that a block is printed on; null for a format without pages. */
export function blockPages(block: Block): { first: number; last: number } | null {
  const runs = block.type === 'table' ? [] : [...(block.type === 'list-item' ? block.markerRuns : []), ...block.passage.runs]
  const pages = block.type === 'table' ? block.places.map(({ page }) => page) : [runs[0]?.page ?? null, runs.at(-1)?.page ?? null]
  return pages.reduce<{ first: number; last: number } | null>((range, page) => {
    if (page === null) return range
    return range ? { first: Math.min(range.first, page), last: Math.max(range.last, page) } : { first: page, last: page }
  }, null)
}

/** Sizes of sheets that differ by less are the same. */
const SAME_SIZE_PT = 12
/** A line across the text, as Markdown and plain text draw it; marks of a converted page ("{4}----") are not. */
const RULE = /^[ \t]*(?:(?:[-*_=~#] ?){3,}|<hr\s*\/?>)[ \t]*$/mu

/** What lies before a block. */
export function breakBefore(document: Document, index: number): Break {
  const none: Break = { kind: 'none', blank: false, otherSize: false, numbering: null }
  const block = document.blocks[index]
  const before = document.blocks[index - 1]
  if (!block || !before) return none
  const from = blockPages(before)?.last ?? null
  const to = blockPages(block)?.first ?? null
  if (from !== null && to !== null && to > from) {
    const left = document.pages.find(({ page }) => page === from)
    const right = document.pages.find(({ page }) => page === to)
    const notice = BLANK_PAGE_NOTICES.includes(foldWords(blockText(before)))
    return {
      kind: 'page',
      blank: notice || to - from > 1,
      otherSize:
        !!left && !!right && (Math.abs(left.width - right.width) > SAME_SIZE_PT || Math.abs(left.height - right.height) > SAME_SIZE_PT),
      numbering: numbering(left?.label ?? null, right?.label ?? null),
    }
  }
  if (RULE.test(gapBefore(document, before, block))) return { ...none, kind: 'rule' }
  return block.type === 'heading' && block.level === 1 ? { ...none, kind: 'heading' } : none
}

/** A table of contents numbers its pages in Roman figures, and the text of the same paper begins at 1: only Arabic figures restart. */
function numbering(left: string | null, right: string | null): Break['numbering'] {
  const [before, after] = [left, right].map((label) => (label && /^\d{1,4}$/u.test(label) ? Number(label) : null))
  if (before == null || after == null) return null
  if (after === 1 && before >= 1) return 'restarts'
  return after > before && after - before <= 2 ? 'goes on' : null
}

/** What is in the source between two blocks: rules and marks that are not text. */
function gapBefore({ source }: Document, before: Block, block: Block): string {
  const last = blockPassages(before).at(-1)?.runs.at(-1)
  const first = (block.type === 'list-item' ? block.markerRuns[0] : undefined) ?? blockPassages(block)[0]?.runs[0]
  if (source === null || typeof last?.offset !== 'number' || typeof first?.offset !== 'number') return ''
  return source.slice(last.offset + last.end - last.start, first.offset)
}
