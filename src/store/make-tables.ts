import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as CLOSED_SETS from '../../schema/closed-sets.ts'
import { StoreError } from '../../schema/errors.ts'
import { carryTriggers } from './carried-columns.ts'
import { type Connection, prepared, transact } from './database.ts'

/** "Scru" in ASCII, in the header of every Scrutineer database: `PRAGMA application_id`. */
export const APPLICATION_ID = 0x53637275

/** All that a database is made of. */
export interface Tables {
  sql: string
  /** Of `sql`, in the header of every database that was made of it: `PRAGMA user_version`. A positive integer of 31 bits. */
  version: number
}

/** From the source tree and, one folder deeper, from the built package. */
const FOLDERS = ['../../schema/', '../../../schema/'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** The tables, triggers and views of this version. Throws where its files are missing. */
export function readTables(): Tables {
  const folder = FOLDERS.find((path) => existsSync(`${path}tables.sql`))
  if (folder === undefined) throw new Error(`No tables.sql found in ${FOLDERS.join(' or ')}`)
  const [tables, views] = ['tables', 'views'].map((name) => readFileSync(`${folder}${name}.sql`, 'utf8').replaceAll('\r\n', '\n'))
  return toTables([tables, carryTriggers(), views].join('\n'))
}

/** Tables made of `sql`, whose closed sets and corrected fields are written out. */
export function toTables(sql: string): Tables {
  const whole = sql.replace(/(?<=\():([A-Z_]+)(?=\))/gu, (_, name: string) => closedSet(name)).replace(CORRECTED, correctedField)
  return { sql: whole, version: createHash('sha256').update(whole).digest().readUInt32BE() >>> 1 }
}

/** "'agreed', 'noted'": the words of a closed set, by the name that code knows it by. */
function closedSet(name: string): string {
  const set: unknown = Object.entries(CLOSED_SETS).find(([known]) => known === name)?.[1]
  if (!Array.isArray(set)) throw new Error(`There is no closed set ${name}`)
  return set.map((word) => `'${word}'`).join(', ')
}

const CORRECTED = /\bcorrected\((?:(\w+)\.)?(\w+)\)/gu

/** A field as a person set it (NULL too), else as it was read. In a view, where its table has a name, it keeps its own. */
function correctedField(_: string, table: string | undefined, field: string): string {
  const of = table === undefined ? '' : `${table}.`
  const value = `CASE WHEN json_type(${of}corrected, '$.${field}') IS NULL THEN ${of}${field} ELSE ${of}corrected ->> '$.${field}' END`
  return table === undefined ? value : `${value} AS ${field}`
}

/** Whether the database is empty or of these tables. Throws `StoreError` for one that is neither. */
export function standingOf(connection: Connection, path: string, tables: Tables): 'new' | 'current' {
  const pragma = (name: string): number => Number(connection.pragma(name, { simple: true }))
  const applicationId = pragma('application_id')
  const version = pragma('user_version')
  if (applicationId !== APPLICATION_ID) {
    const count = prepared(connection, 'SELECT count(*) AS n FROM sqlite_schema').get()?.n
    if (applicationId === 0 && version === 0 && count === 0) return 'new'
    throw new StoreError(`${path} is another program's database and was left alone. Choose another file with --db.`)
  }
  if (version !== tables.version) {
    throw new StoreError(
      `${path} was made by another version of Scrutineer, with other tables. Delete it and import the papers again, or import them into a new file with --db: the file of corrections beside it is kept, and applied again to a database of the same name.`,
    )
  }
  return 'current'
}

/** Makes the tables in one transaction, unless another process has done so meanwhile. */
export function makeTables(connection: Connection, path: string, tables: Tables): void {
  transact(connection, () => {
    if (standingOf(connection, path, tables) === 'current') return
    connection.exec(tables.sql)
    connection.pragma(`application_id = ${APPLICATION_ID}`)
    connection.pragma(`user_version = ${tables.version}`)
  })
}
