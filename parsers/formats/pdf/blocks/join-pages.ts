import type { Report } from '../../../../schema/diagnostics.ts'
import type { Draft, PageDrafts, TableDraft, TextDraft } from './drafts.ts'
import { isContinuedBy, joinTables } from './join-tables.ts'
import { isContinued } from './join-text.ts'
import { partRepeatedHead } from './repeated-head.ts'

/** Text this much smaller than the body, at the foot of a page, is notes: what was cut goes on past them. */
const NOTE_SIZE = 0.93

/** The pages' drafts one after the other, with the paragraphs, tables and rows that page breaks cut put together. */
export function joinPages(pages: readonly PageDrafts[], bodySize: number, report: Report): Draft[] {
  const drafts: Draft[] = []
  const bottom = Math.max(0, ...pages.map((page) => page.bottom))
  for (const page of pages) {
    const [begin, ...rest] = page.drafts
    if (!begin) continue
    const last = lastBeforeNotes(drafts, bodySize)
    const first = begin.type === 'table' && last?.type === 'table' ? partRepeatedHead(last, begin) : begin
    if (first.type === 'text' && last?.type === 'text' && isContinued(last, first)) {
      last.lines.push(...first.lines)
      last.bold &&= first.bold
    } else if (first.type === 'table' && last?.type === 'table' && isContinuedBy(last, first, bottomOf(pages, last, bottom))) {
      const place = first.parts[0]
      if (joinTables(last, first))
        report('row-rejoined', { page: place?.page ?? null, box: place?.box ?? null, lineFrom: null, lineTo: null })
    } else {
      drafts.push(first)
    }
    drafts.push(...rest)
  }
  return drafts
}

/** The deepest text on pages as high as the one that a table ends on. */
function bottomOf(pages: readonly PageDrafts[], table: TableDraft, otherwise: number): number {
  const page = pages.find((other) => other.page === table.parts.at(-1)?.page)
  const alike = pages.filter((other) => Math.abs(other.height - (page?.height ?? 0)) < 1)
  return Math.max(0, ...alike.map((other) => other.bottom)) || otherwise
}

/** The last block that is not a note at the foot of its page. */
function lastBeforeNotes(drafts: readonly Draft[], bodySize: number): Draft | undefined {
  const last = drafts.at(-1)
  if (last?.type !== 'text') return last
  const page = pageOf(last)
  const isNote = (draft: Draft) => draft.type === 'text' && draft.size < NOTE_SIZE * bodySize && pageOf(draft) === page
  return drafts.findLast((draft) => !isNote(draft)) ?? last
}

const pageOf = (draft: TextDraft | TableDraft) => (draft.type === 'text' ? draft.lines.at(-1)?.page : draft.parts.at(-1)?.page)
