import { type Cell, cellPassage, joinPassages, type Passage, type Table } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { type FieldMatch, matchField } from '../recognise/fields.ts'
import { canonicalNumber } from '../recognise/numbers.ts'

/** What one column of a plan holds. */
export interface Column {
  col: number
  role: FieldRole | null
  score: number
  /** The heading as printed, of all its rows. */
  label: Passage
}

/** A plan's header: which rows it takes and what the columns hold. */
export interface TableHeader {
  rows: Set<number>
  columns: Column[]
}

/** A cell longer than this is no column heading: a banner across the table, or text. */
const LONGEST_HEADING = 160
/** How far down a table its header can stand, below banners and titles. */
const LAST_HEADER_START = 12

/** A row's cells, those that stand in it from a row above left out. */
const filledCells = (row: readonly Cell[]) =>
  row.map((cell) => ({ cell, passage: cellPassage(cell) })).filter(({ passage }) => passage.text !== '')

/** The fields that the cells of a row name, if it reads like a header; how many and how surely. */
function headerMatches(row: readonly Cell[]): { matches: FieldMatch[]; filled: number } {
  const short = filledCells(row).filter(({ passage }) => passage.text.length <= LONGEST_HEADING)
  const matches = short.map(({ passage }) => matchField(passage.text)).filter((match) => match !== null)
  return { matches, filled: short.length }
}

/**
 * Whether a row names columns rather than fills them: at least two different fields, by half of its short
 * cells, and no number where items have theirs.
 */
export function isHeaderRow(row: readonly Cell[]): boolean {
  const { matches, filled } = headerMatches(row)
  const sure = matches.filter((match) => match.score >= 0.9)
  if (new Set(sure.map((match) => match.role)).size < 2 || matches.length * 2 < filled) return false
  const first = row.find((cell) => cell.col === 0)
  const key = first ? cellPassage(first).text : ''
  return !(/\d/u.test(key) && canonicalNumber(key) !== null)
}

/** Rows that are header rows, and rows above one that hold torn pieces of it or of a banner. */
export function isHeaderBlock(table: Table, index: number): boolean {
  const row = table.rows[index] ?? []
  if (isHeaderRow(row)) return true
  const next = table.rows[index + 1]
  if (!next || !isHeaderRow(next)) return false
  const key = row.find((cell) => cell.col === 0)
  return headerMatches(row).matches.some((match) => match.score >= 0.9) && (!key || canonicalNumber(cellPassage(key).text) === null)
}

/** The header of a table, or null where no row names what the columns hold. */
export function readTableHeader(table: Table): TableHeader | null {
  const start = table.rows.slice(0, LAST_HEADER_START).findIndex(isHeaderRow)
  if (start < 0) return null
  const rows = new Set([start])
  for (let row = start + 1; row < table.rows.length && (isHeaderRow(table.rows[row] ?? []) || row < table.headerRows); row++) rows.add(row)
  return { rows, columns: headerColumns(table, rows) }
}

function headerColumns(table: Table, rows: ReadonlySet<number>): Column[] {
  return Array.from({ length: table.columns }, (_, col): Column => {
    const labels = [...rows].flatMap((row) => {
      const cell = (table.rows[row] ?? []).find((candidate) => candidate.col === col)
      const passage = cell ? cellPassage(cell) : null
      return passage && passage.text !== '' && passage.text.length <= LONGEST_HEADING ? [passage] : []
    })
    const label = joinPassages(labels)
    const matches = [...labels, label].map((passage) => matchField(passage.text)).filter((match) => match !== null)
    const best = matches.sort((a, b) => b.score - a.score)[0]
    return { col, role: best?.role ?? null, score: best?.score ?? 0, label }
  })
}
