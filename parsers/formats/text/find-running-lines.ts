import type { PageNumber } from './find-page-numbers.ts'
import type { Line } from './text-to-lines.ts'

/** How many lines at the head and at the foot of a page may be running ones. */
const EDGE_LINES = 4
/** How many lines around a page number may be running ones, where no form feed shows the page. */
const NEAR_LINES = 3
/** On so many pages a line at the edge is no chance. */
const FEWEST_PAGES = 3
/** A running line stands near page numbers nearly whenever it stands anywhere. */
const SHARE_NEAR_NUMBERS = 0.6
/** Longer lines are sentences. */
const LONGEST_CHARACTERS = 160

/** The indexes of running heads and feet: lines that say the same at the edges of pages, or around page numbers. */
export function findRunningLines(lines: readonly Line[], numbers: readonly PageNumber[]): Set<number> {
  const paged = lines.some((line) => line.page !== null)
  return paged ? runningOnEdges(lines, numbers) : runningNearNumbers(lines, numbers)
}

/** What a running line has in common on every page: its words, whatever number or date is in it. */
function keyOf(line: Line | undefined): string | null {
  if (!line || line.length > LONGEST_CHARACTERS || line.text.trim().includes('\t')) return null
  const key = line.text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase()
  return /\p{L}{3}/u.test(key) ? key : null
}

function runningOnEdges(lines: readonly Line[], numbers: readonly PageNumber[]): Set<number> {
  const isNumber = new Set(numbers.map(({ index }) => index))
  const edges = pageEdges(lines)
  const pagesOf = new Map<string, Set<string>>()
  for (const [edge, indexes] of edges.entries()) {
    const side = edge % 2 ? 'foot' : 'head'
    for (const index of indexes) {
      const key = keyOf(lines[index])
      if (!key) continue
      const name = `${side} ${key}`
      pagesOf.set(name, (pagesOf.get(name) ?? new Set()).add(String(lines[index]?.page)))
    }
  }
  const found = new Set<number>()
  for (const [edge, indexes] of edges.entries()) {
    const side = edge % 2 ? 'foot' : 'head'
    for (const index of indexes) {
      const key = keyOf(lines[index])
      const often = key !== null && (pagesOf.get(`${side} ${key}`)?.size ?? 0) >= FEWEST_PAGES
      if (!often && !isNumber.has(index)) break
      // What heads the first page is the paper's title, wherever else it is printed again.
      if (often && !(side === 'head' && lines[index]?.page === lines[0]?.page)) found.add(index)
    }
  }
  return found
}

/** For each page the indexes of its first lines, from its head inwards, and of its last ones, from its foot inwards. */
function pageEdges(lines: readonly Line[]): number[][] {
  const edges: number[][] = []
  for (let start = 0; start < lines.length; ) {
    let end = start + 1
    while (end < lines.length && lines[end]?.page === lines[start]?.page) end++
    const indexes = Array.from({ length: Math.min(EDGE_LINES, end - start) }, (_, step) => step)
    edges.push(
      indexes.map((step) => start + step),
      indexes.map((step) => end - 1 - step),
    )
    start = end
  }
  return edges
}

function runningNearNumbers(lines: readonly Line[], numbers: readonly PageNumber[]): Set<number> {
  if (numbers.length < 2) return new Set()
  const isNumber = new Set(numbers.map(({ index }) => index))
  const near = new Map<string, Set<number>>()
  for (const { index } of numbers) {
    for (let at = index - NEAR_LINES; at <= index + NEAR_LINES; at++) {
      const key = isNumber.has(at) ? null : keyOf(lines[at])
      if (key) near.set(key, (near.get(key) ?? new Set()).add(at))
    }
  }
  const total = new Map<string, number>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key && near.has(key)) total.set(key, (total.get(key) ?? 0) + 1)
  }
  const found = new Set<number>()
  for (const [key, indexes] of near) {
    if (indexes.size >= 2 && indexes.size >= (total.get(key) ?? 0) * SHARE_NEAR_NUMBERS) for (const index of indexes) found.add(index)
  }
  return found
}
