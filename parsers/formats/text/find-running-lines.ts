import type { PageNumber } from './find-page-numbers.ts'
import { headingLook } from './heading-looks.ts'
import { markedHeading } from './heading-marks.ts'
import { headsShiftedRows } from './shifted-rows.ts'
import { spacedTable } from './spaced-rows.ts'
import type { Line } from './text-to-lines.ts'

/** How many lines at the head and at the foot of a page may be running ones. */
const EDGE_LINES = 4
/** How many lines around a page number may be running ones, where no form feed shows the page. */
const NEAR_LINES = 3
/** On so many pages a line at the edge is no chance. */
const FEWEST_PAGES = 3
/** A running line is at the edges of pages, or near their numbers, nearly whenever it appears anywhere; a form's label does not. */
const SHARE_ON_EDGES = 0.6
/** Longer lines are sentences. */
const LONGEST_CHARACTERS = 160
/** "Conclusion 2", "Key Recommendation 3:": one or two words and a number label things that are counted through a text, not its pages. */
const COUNTED_LABEL = /^\p{L}+(?: \p{L}+)? \d{1,3}(?:\.\d{1,3})?[.:]?$/u

/** The indexes of running heads and feet: lines that say the same at the edges of pages, or around page numbers. */
export function findRunningLines(lines: readonly Line[], numbers: readonly PageNumber[]): Set<number> {
  const paged = lines.some((line) => line.page !== null)
  return paged ? runningOnEdges(lines, numbers) : runningNearNumbers(lines, numbers)
}

/** What a running line has in common on every page: its words, whatever number or date is in it; a counted label is its own. */
function keyOf(line: Line | undefined): string | null {
  if (!line || line.length > LONGEST_CHARACTERS || line.text.trim().includes('\t')) return null
  const text = line.text.replace(/\s+/gu, ' ').trim().toLowerCase()
  const key = COUNTED_LABEL.test(text) ? text : text.replace(/\d+/gu, '#')
  return /\p{L}{2}/u.test(key) ? key : null
}

function runningOnEdges(lines: readonly Line[], numbers: readonly PageNumber[]): Set<number> {
  const isNumber = new Set(numbers.map(({ index }) => index))
  const edges = pageEdges(lines)
  // A paper's first page often goes without.
  const fewest = Math.min(FEWEST_PAGES, Math.max(2, edges.length / 2 - 1))
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
  const total = countKeys(lines)
  const isRunning = (side: string, key: string): boolean => {
    const pages = pagesOf.get(`${side} ${key}`)?.size ?? 0
    return pages >= fewest && pages >= (total.get(key) ?? 0) * SHARE_ON_EDGES
  }
  const found = new Set<number>()
  for (const [edge, indexes] of edges.entries()) {
    const side = edge % 2 ? 'foot' : 'head'
    for (const index of indexes) {
      const key = keyOf(lines[index])
      const often = key !== null && isRunning(side, key)
      if ((!often && !isNumber.has(index)) || (often && headsTable(lines, index))) break
      // What heads the first page and reads like a title is the paper's, wherever else it is printed again.
      if (often && !(side === 'head' && isTitleAtHead(index, lines))) found.add(index)
    }
  }
  return found
}

/** Whether a line is the header of a table, which is printed again where the table goes on: the table wants it. */
const headsTable = (lines: readonly Line[], index: number) => spacedTable(lines, index) !== null || headsShiftedRows(lines, index)

function countKeys(lines: readonly Line[]): Map<string, number> {
  const total = new Map<string, number>()
  for (const line of lines) {
    const key = keyOf(line)
    if (key) total.set(key, (total.get(key) ?? 0) + 1)
  }
  return total
}

/** Whether a line is among the very first of the text and reads like a title, or is set as one. */
function isTitleAtHead(index: number, lines: readonly Line[]): boolean {
  const line = lines[index]
  if (!line || index >= EDGE_LINES || line.page !== lines[0]?.page) return false
  return headingLook(line.text) !== null || markedHeading(line.text.trim()) !== null
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

/** Lines around page numbers, with nothing but other such lines between, that say the same around at least two. */
function runningNearNumbers(lines: readonly Line[], numbers: readonly PageNumber[]): Set<number> {
  const found = new Set<number>()
  if (numbers.length < 2) return found
  const isNumber = new Set(numbers.map(({ index }) => index))
  const total = countKeys(lines)
  for (const step of [-1, 1]) {
    let edge = numbers.map(({ index }) => index)
    for (let distance = 1; distance <= NEAR_LINES && edge.length > 1; distance++) {
      const next = edge.map((index) => index + step).filter((index) => !isNumber.has(index) && !headsTable(lines, index))
      const near = new Map<string, number[]>()
      for (const index of next) {
        const key = keyOf(lines[index])
        if (key) near.set(key, [...(near.get(key) ?? []), index])
      }
      edge = [...near].flatMap(([key, indexes]) =>
        indexes.length >= 2 && indexes.length >= (total.get(key) ?? 0) * SHARE_ON_EDGES ? indexes : [],
      )
      for (const index of edge) if (!isTitleAtHead(index, lines)) found.add(index)
    }
  }
  return found
}
