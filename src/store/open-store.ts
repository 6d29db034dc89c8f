import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StoreError } from '../../schema/errors.ts'
import { type Connection, connect, enterWal, sqliteCode } from './database.ts'
import { saveDescriptions } from './descriptions.ts'
import { makeTables, readTables, standingOf, type Tables } from './make-tables.ts'
import { Store } from './store.ts'

/** How a store is opened. */
export interface StoreOptions {
  /** Only to look: the file must exist and be of this version, and nothing is written. */
  readonly?: boolean
  /** Make the database where there is no file; otherwise that is an error. */
  create?: boolean
  /** Milliseconds that each change waits, and all else with it, for another process that is writing; 30,000 if it is not given. */
  waitMs?: number
  /** @internal For tests: other tables than the project's own. */
  tables?: Tables
}

/**
 * Opens the database at `path`; with `create` it makes one where there is none. Throws `StoreError` with what to do where it does not
 * fit. ":memory:" is a new database each time.
 */
export function openStore(path: string, options: StoreOptions = {}): Store {
  const readonly = options.readonly ?? false
  const tables = options.tables ?? readTables()
  checkPath(path, options.create ?? false)
  let connection: Connection | null = null
  try {
    connection = connect(path, { readonly, waitMs: options.waitMs })
    const standing = standingOf(connection, path, tables)
    if (readonly && standing === 'new') {
      throw new StoreError(`${path} is not a Scrutineer database yet. Make it with "scrutineer import PATH --db ${path}".`)
    }
    connection.pragma('foreign_keys = ON')
    if (!readonly) {
      enterWal(connection)
      if (standing === 'new') makeTables(connection, path, tables)
      saveDescriptions(connection)
    }
    return new Store(connection, ownPath(path))
  } catch (error) {
    connection?.close()
    throw toStoreError(error, path)
  }
}

/** Opens a database to write that must be there and of this version, as for looking. Throws `StoreError` where it is not. */
export function openFilled(path: string): Store {
  openStore(path, { readonly: true }).close()
  return openStore(path)
}

/** The path of the file itself: the corrections lie beside that, by whatever link it was named. */
function ownPath(path: string): string {
  if (path === ':memory:') return path
  return lstatSync(path).isSymbolicLink() ? realpathSync(path) : resolve(path)
}

function checkPath(path: string, create: boolean): void {
  if (path === ':memory:') return
  if (!existsSync(dirname(resolve(path)))) {
    throw new StoreError(
      `There is no folder ${dirname(resolve(path))} to keep the database ${path} in. Make it, or choose another with --db.`,
    )
  }
  if (!existsSync(path)) {
    if (!create) {
      throw new StoreError(
        `There is no database at ${path}. Make it with "scrutineer import PATH --db ${path}", or name another with --db.`,
      )
    }
  } else if (statSync(path).isDirectory()) {
    throw new StoreError(`${path} is a folder, not a database. Name a file with --db.`)
  }
}

/** What SQLite's codes mean for the person who gave the path. */
const WORDS: [code: string, words: (path: string) => string][] = [
  ['SQLITE_NOTADB', (path) => `${path} is not a database and was left alone. Choose another file with --db.`],
  ['SQLITE_CORRUPT', (path) => `${path} is damaged. Restore it from a copy, or import the papers into a new file with --db.`],
  ['SQLITE_BUSY', (path) => `${path} is in use by another program that does not let go of it. Try again when that is done.`],
  ['SQLITE_LOCKED', (path) => `${path} is in use by another program that does not let go of it. Try again when that is done.`],
  ['SQLITE_READONLY', (path) => `${path} may not be written. Give write permission for it and its folder, or choose another with --db.`],
  ['SQLITE_CANTOPEN', (path) => `${path} could not be opened. Look to the permissions of it and its folder, or choose another with --db.`],
  ['SQLITE_FULL', (path) => `The disk is full: ${path} keeps what was stored so far. Make room and import again.`],
  ['SQLITE_IOERR', (path) => `${path} could not be read or written: the disk reports an error. What was stored before is safe.`],
]

/** Whether another process was writing for longer than was waited. */
export function isBusy(error: unknown): boolean {
  const code = sqliteCode(error instanceof StoreError ? error.cause : error)
  return code?.startsWith('SQLITE_BUSY') ?? false
}

/** The error in words with what to do, if it is one that SQLite raises about the file; any other error as it is. */
export function toStoreError(error: unknown, path: string): unknown {
  const code = sqliteCode(error)
  const words = code === null ? undefined : WORDS.find(([prefix]) => code.startsWith(prefix))?.[1]
  return words ? new StoreError(words(path), { cause: error }) : error
}
