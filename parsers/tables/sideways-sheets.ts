import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import type { Entry } from '../outline/outline.ts'
import { readTableHeader, type TableHeader } from '../outline/table-header.ts'
import { SUBJECTS } from './plan-items.ts'

/** Fewer rows may be as many on two pages by chance. */
const FEWEST_ROWS = 2

const isSubject = (role: FieldRole | null) => role !== null && SUBJECTS.has(role)

/**
 * A spreadsheet that is wider than its paper is printed on: its further columns are a table on a later page, with as
 * many rows and, where the sheet repeats them, the same numbers. Each table that goes on so with what it is as a whole,
 * and each that is the rest of one with null.
 */
export function joinSideways(entries: readonly Entry[]): Map<Table, Table | null> {
  const joined = new Map<Table, Table | null>()
  let left: Table | null = null
  for (const entry of entries) {
    if (entry.type !== 'table') continue
    const whole: Table | null = left === null ? null : (joined.get(left) ?? left)
    const rest = whole === null ? null : besideOf(whole, entry.table)
    if (left !== null && rest !== null) {
      joined.set(left, rest)
      joined.set(entry.table, null)
    } else left = entry.table
  }
  return joined
}

const pageOf = (table: Table, at: number) => table.places.at(at)?.page ?? null
const rolesOf = ({ columns }: TableHeader) => columns.map(({ role }) => role)

/** Two tables as one, the second beside the first; null where they are two. */
function besideOf(left: Table, right: Table): Table | null {
  const [from, to] = [pageOf(left, -1), pageOf(right, 0)]
  if (from === null || to === null || to <= from || left.rows.length !== right.rows.length || left.rows.length <= FEWEST_ROWS) return null
  const [header, more] = [readTableHeader(left), readTableHeader(right)]
  if (!header || !more || [...header.rows].join() !== [...more.rows].join()) return null
  const known = rolesOf(header)
  if (!known.some(isSubject) || rolesOf(more).some(isSubject)) return null
  const [number, again] = [known.indexOf('number'), rolesOf(more).indexOf('number')]
  const isSame = (row: readonly Cell[], at: number) => textAt(row, again) === textAt(left.rows[at] ?? [], number)
  if (again >= 0 && !(number >= 0 && right.rows.every((row, at) => more.rows.has(at) || isSame(row, at)))) return null
  if (rolesOf(more).some((role, col) => role !== null && col !== again && known.includes(role))) return null
  const shifted = (row: readonly Cell[]) => row.flatMap((cell) => (cell.col === again ? [] : [{ ...cell, col: cell.col + left.columns }]))
  return {
    ...left,
    columns: left.columns + right.columns,
    rows: left.rows.map((row, at) => [...row, ...shifted(right.rows[at] ?? [])]),
    places: [...left.places, ...right.places],
  }
}

function textAt(row: readonly Cell[], col: number): string {
  const cell = row.find((candidate) => candidate.col === col)
  return cell ? cellPassage(cell).text : ''
}
