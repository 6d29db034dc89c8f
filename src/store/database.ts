import Database from 'better-sqlite3'

/** An open SQLite database. */
export type Connection = Database.Database

/** A value as the views show it. */
export type Value = string | number | null

/** A value as the tables hold it. */
export type Stored = Value | Uint8Array

/** A row as SQLite gives it: columns in snake_case. */
export type Row = Record<string, Value>

const statements = new WeakMap<Connection, Map<string, Database.Statement<Stored[], Row>>>()

/** The prepared statement for `sql`, prepared once a connection. */
export function prepared(connection: Connection, sql: string): Database.Statement<Stored[], Row> {
  let cache = statements.get(connection)
  if (!cache) {
    cache = new Map()
    statements.set(connection, cache)
  }
  let statement = cache.get(sql)
  if (!statement) {
    statement = connection.prepare<Stored[], Row>(sql)
    cache.set(sql, statement)
  }
  return statement
}

/** Runs `work` in one transaction that has the right to write from its start; all of it is stored or none. */
export function transact<T>(connection: Connection, work: () => T): T {
  return connection.inTransaction ? work() : connection.transaction(work).immediate()
}

/** The statement that inserts one row with these columns. */
export function insertSql(table: string, columns: readonly string[]): string {
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
}

/** Opens the file; the two kinds of trouble that SQLite reports are turned to words by the caller. */
export function connect(path: string, options: { readonly: boolean; waitMs?: number | undefined }): Connection {
  return new Database(path, { readonly: options.readonly, fileMustExist: options.readonly, timeout: options.waitMs ?? WAIT_MS })
}

/**
 * Keeps changes in a file beside the database while it is open, so that others read meanwhile. Where another program holds on to the
 * database, changes go the slower way, and wait for it one by one.
 */
export function enterWal(connection: Connection): void {
  connection.pragma('synchronous = FULL')
  if (changeMode(connection, 'WAL', /^SQLITE_(?:BUSY|LOCKED)/u)) connection.pragma('synchronous = NORMAL')
}

/**
 * Leaves one whole file, which opens from a folder that nobody may write and in any tool. Where another program has the database open,
 * the last to write leaves it so; where the disk is full, what was stored is safe beside it, and the next to write does.
 */
export function leaveWal(connection: Connection): void {
  if (!connection.open || connection.readonly || connection.memory || connection.inTransaction) return
  connection.pragma('busy_timeout = 0')
  changeMode(connection, 'DELETE', /^SQLITE_/u)
}

/** Whether the database keeps its changes so from here on; `bearable` are the codes of errors that leave it as it was. */
function changeMode(connection: Connection, mode: 'WAL' | 'DELETE', bearable: RegExp): boolean {
  try {
    connection.pragma(`journal_mode = ${mode}`)
    return true
  } catch (error) {
    if (bearable.test(sqliteCode(error) ?? '')) return false
    throw error
  }
}

/** How long it is waited for another process that is writing: longer than one document or the linking of most archives takes. */
const WAIT_MS = 30_000

/** The code of an error that SQLite raised ("SQLITE_NOTADB"), or null for any other error. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}
