import type { Line } from './text-to-lines.ts'

/** A margin is where at least this share of a page's lines begin, or further in; the few further out are heads and marks. */
const SHARE_OUTSIDE_MARGIN = 0.1

/** The lines with their indents counted from the margin of their page, which some conversions draw with spaces. */
export function takeMargins(lines: readonly Line[]): Line[] {
  const pages = new Map<number | null, number[]>()
  for (const { page, indent } of lines) {
    const indents = pages.get(page)
    if (indents) indents.push(indent)
    else pages.set(page, [indent])
  }
  const margins = new Map(Array.from(pages, ([page, indents]) => [page, marginOf(indents)]))
  return lines.map((line) => ({ ...line, indent: Math.max(0, line.indent - (margins.get(line.page) ?? 0)) }))
}

function marginOf(indents: readonly number[]): number {
  return indents.toSorted((a, b) => a - b)[Math.floor(indents.length * SHARE_OUTSIDE_MARGIN)] ?? 0
}
