import type { Document } from '../../schema/document.ts'
import { blockPages } from './breaks.ts'

/** The blocks `from` to `to` (exclusive) as a document of their own, with the pages that they are printed on. */
export function partDocument(
  document: Document,
  from: number,
  to: number,
): { document: Document; pageFrom: number | null; pageTo: number | null } {
  const blocks = document.blocks.slice(from, to)
  const ranges = blocks.flatMap((block) => blockPages(block) ?? [])
  const pageFrom = ranges.reduce<number | null>((least, { first }) => (least === null ? first : Math.min(least, first)), null)
  const pageTo = ranges.reduce<number | null>((most, { last }) => (most === null ? last : Math.max(most, last)), null)
  const pages = document.pages.filter(({ page }) => pageFrom !== null && pageTo !== null && page >= pageFrom && page <= pageTo)
  return { document: { ...document, blocks, pages }, pageFrom, pageTo }
}
