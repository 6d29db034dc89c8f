import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StoreError } from '../../schema/errors.ts'
import { type Connection, prepared, transact } from './database.ts'

/** "Scru" in ASCII, in the header of every Scrutineer database: `PRAGMA application_id`. */
export const APPLICATION_ID = 0x53637275

/** One step of the tables' history. */
export interface Migration {
  version: number
  name: string
  sql: string
  /** sha256 of `sql`, hexadecimal. */
  checksum: string
}

/** From the source tree and, one folder deeper, from the built package. */
const FOLDERS = ['../../schema/migrations', '../../../schema/migrations'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** All migrations in `folder`, in order: files named `0001-what-it-does.sql`, numbered without a gap. Throws where one is missing. */
export function readMigrations(folder = FOLDERS.find((path) => existsSync(path))): Migration[] {
  if (folder === undefined) throw new Error(`No migrations found at ${FOLDERS.join(' or ')}`)
  const names = readdirSync(folder).filter((name) => /^\d{4}-.*\.sql$/u.test(name))
  return names.sort().map((name, index) => {
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    const version = Number(name.slice(0, 4))
    if (version !== index + 1) throw new Error(`Migration ${index + 1} is missing: found ${name} in its place`)
    return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** What a file that SQLite can open turns out to be. */
export type Standing = 'new' | 'current' | 'older'

/** Whether the database is empty, of this version, or of an earlier one. Throws `StoreError` for one that is not ours to open. */
export function standingOf(connection: Connection, path: string, migrations: readonly Migration[]): Standing {
  const pragma = (name: string): number => Number(connection.pragma(name, { simple: true }))
  const applicationId = pragma('application_id')
  const version = pragma('user_version')
  if (applicationId !== APPLICATION_ID) {
    const tables = prepared(connection, 'SELECT count(*) AS n FROM sqlite_schema').get()?.n
    if (applicationId === 0 && version === 0 && tables === 0) return 'new'
    throw new StoreError(`${path} is another program's database and was left alone. Choose another file with --db.`)
  }
  if (version > migrations.length) {
    throw new StoreError(
      `${path} was made by a newer Scrutineer (its tables are of version ${version}, this one knows ${migrations.length}). Update Scrutineer.`,
    )
  }
  const applied = prepared(connection, 'SELECT version, name, checksum FROM migration ORDER BY version').all()
  if (applied.length !== version || applied.some((row, index) => row.checksum !== migrations[index]?.checksum)) {
    throw new StoreError(
      `${path} was made with other tables than this Scrutineer has (a migration was changed after it was applied). Import the papers into a new file with --db.`,
    )
  }
  return version < migrations.length ? 'older' : 'current'
}

/** Brings the database to the last migration, in one transaction. Another process may have done so meanwhile. */
export function migrate(connection: Connection, path: string, migrations: readonly Migration[]): void {
  transact(connection, () => {
    if (standingOf(connection, path, migrations) === 'new') {
      connection.pragma(`application_id = ${APPLICATION_ID}`)
      connection.exec(
        `CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT`,
      )
    }
    const version = Number(connection.pragma('user_version', { simple: true }))
    const record = prepared(connection, 'INSERT INTO migration (version, name, checksum, applied_at) VALUES (?, ?, ?, ?)')
    for (const migration of migrations.slice(version)) {
      connection.exec(migration.sql)
      record.run(migration.version, migration.name, migration.checksum, new Date().toISOString())
      connection.pragma(`user_version = ${migration.version}`)
    }
  })
}
