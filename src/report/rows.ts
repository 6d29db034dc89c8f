import type { Row, Value } from '../store/database.ts'

/** The text of a column, or null where the document does not say. */
export function rowText(value: Value | undefined): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

/** The number in a column, or null. */
export function rowNumber(value: Value | undefined): number | null {
  return typeof value === 'number' ? value : null
}

/** Rows by the text of one column; rows without it are left out. */
export function indexRows(rows: readonly Row[], column: string): Map<string, Row> {
  return new Map(rows.flatMap((row) => (row[column] == null ? [] : [[String(row[column]), row] as const])))
}

/** Rows that share the text of one column, each list in the order of the rows; rows without it are left out. */
export function groupRows(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = rowText(row[column])
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** `value` as a step in a list's order: what is null comes last. */
export function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}
