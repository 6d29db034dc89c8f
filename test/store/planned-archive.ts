import { join } from 'node:path'
import { fillFile } from '../../scripts/bench/views/fill.ts'
import { type Connection, connect } from '../../src/store/database.ts'

/** How many times larger SQLite is told that the tables are than they are here. */
const TIMES = 10_000
/** What SQLite knows of a table's size, made large; how many rows have one key stays. */
const ENLARGE = `UPDATE sqlite_stat1 SET stat = CAST(CAST(stat AS INTEGER) * ${TIMES} AS TEXT) || substr(stat, instr(stat || ' ', ' '))`

/** The same small archive twice, in files of this folder: as SQLite plans for it before it ever looked at its tables and when it found them large. */
export function plannedArchives(folder: string): { unknown: Connection; large: Connection } {
  const open = (name: string, prepare: string): Connection => {
    const path = join(folder, name)
    fillFile(path, 192)
    const connection = connect(path, { readonly: false })
    connection.exec(prepare)
    connection.close()
    return connect(path, { readonly: false }) // SQLite reads what it knows of the tables when a file is opened
  }
  return {
    unknown: open('unknown.db', 'DROP TABLE IF EXISTS sqlite_stat1; DROP TABLE IF EXISTS sqlite_stat4'),
    large: open('large.db', `ANALYZE; ${ENLARGE}`),
  }
}

/** The steps of a query's plan in SQLite's words. */
export function planOf(connection: Connection, sql: string): string[] {
  const query = sql.replace(/^--.*$/gmu, '')
  const values = Array(query.split('?').length - 1).fill(null)
  const steps = connection.prepare<null[], { detail: string }>(`EXPLAIN QUERY PLAN ${query}`).all(...values)
  return steps.map(({ detail }) => detail)
}
