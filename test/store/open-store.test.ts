import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreError } from '../../schema/errors.ts'
import { connect } from '../../src/store/database.ts'
import { APPLICATION_ID, readTables, toTables } from '../../src/store/make-tables.ts'
import { openStore } from '../../src/store/open-store.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-store-'))
  path = join(folder, 'papers.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The database is refused in words that say `words`, in one sentence or two, and its file is as it was. */
function refused(words: RegExp, options = {}): void {
  try {
    openStore(path, { create: true, ...options }).close()
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError)
    expect((error as Error).message).toMatch(words)
    expect((error as Error).message).not.toContain('\n')
    return
  }
  expect.unreachable('the store was opened')
}

test('a new database says whose it is, in its header', () => {
  openStore(path, { create: true }).close()
  const raw = new Database(path)
  expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(raw.pragma('user_version', { simple: true })).toBe(readTables().version)
  raw.close()
})

test('a database can be opened again, to write and to look', () => {
  openStore(path, { create: true }).close()
  openStore(path, { create: true }).close()
  const store = openStore(path, { readonly: true })
  expect(store.rows('documents')).toEqual([])
  store.close()
})

test('a closed database is one file that opens from a folder that nobody may write, and changes have their own file while it is open', () => {
  const store = openStore(path, { create: true })
  expect(existsSync(`${path}-wal`)).toBe(true)
  store.close()
  expect(readdirSync(folder)).toEqual(['papers.db'])
  const raw = new Database(path, { readonly: true })
  expect(raw.pragma('journal_mode', { simple: true })).toBe('delete')
  raw.close()
})

test('while another has the database open it is left as it is, and the last to write leaves it whole', () => {
  const store = openStore(path, { create: true })
  const other = openStore(path)
  store.close()
  expect(other.rows('documents')).toEqual([])
  expect(existsSync(`${path}-wal`)).toBe(true)
  other.close()
  expect(readdirSync(folder)).toEqual(['papers.db'])
})

test('a reader that holds on to the database keeps nobody from opening it to write', () => {
  openStore(path, { create: true }).close()
  const reader = new Database(path, { readonly: true })
  reader.exec('BEGIN')
  reader.prepare('SELECT * FROM documents').all()
  const store = openStore(path, { waitMs: 0 })
  expect(store.rows('documents')).toEqual([])
  reader.close()
  store.close()
})

test('an empty file becomes a database', () => {
  writeFileSync(path, '')
  openStore(path, { create: true }).close()
  openStore(path, { readonly: true }).close()
})

test('a file that is not a database is refused', () => {
  writeFileSync(path, 'This is a letter, and long enough to be taken for anything at all.'.repeat(20))
  refused(/is not a database/)
})

test('a folder is refused', () => {
  mkdirSync(path)
  refused(/is a folder/)
})

test('a path into a folder that is not there is refused', () => {
  path = join(folder, 'gone', 'papers.db')
  refused(/There is no folder/)
})

test('the database must be there, to look and to write, unless one is to be made', () => {
  refused(/There is no database at .*import/, { readonly: true, create: false })
  refused(/There is no database at .*import/, { create: false })
  writeFileSync(path, '')
  refused(/is not a Scrutineer database yet/, { readonly: true, create: false })
})

test("another program's database is refused, by its tables", () => {
  const raw = new Database(path)
  raw.exec('CREATE TABLE recipe (name TEXT)')
  raw.close()
  refused(/another program's database/)
})

test("another program's database is refused, by its application id", () => {
  const raw = new Database(path)
  raw.pragma('application_id = 42')
  raw.close()
  refused(/another program's database/)
})

test('a database that was made of other tables is refused, to write and to look, with how to rebuild it', () => {
  openStore(path, { create: true }).close()
  const other = toTables(`${readTables().sql}CREATE TABLE more (a TEXT) STRICT;`)
  const words = /other tables.*Delete it and import the papers again.*corrections.*kept/
  refused(words, { tables: other })
  refused(words, { tables: other, readonly: true })
  openStore(path, { create: true }).close()
})

test('a database of the time of migrations is refused', () => {
  const raw = new Database(path)
  raw.pragma(`application_id = ${APPLICATION_ID}`)
  raw.pragma('user_version = 7')
  raw.exec('CREATE TABLE migration (version INTEGER)')
  raw.close()
  refused(/other tables/)
})

test('tables that cannot be made leave nothing behind', () => {
  const broken = toTables('CREATE TABLE good (a TEXT) STRICT; CREATE TABLE bad (')
  expect(() => openStore(path, { tables: broken })).toThrow()
  openStore(path, { create: true }).close()
})

test('closed sets and corrected fields are written out, and a set that is not there is not passed over', () => {
  const { sql } = toTables('CHECK (kind IN (:REVIEW_KINDS)); corrected(a), corrected(w.text)')
  expect(sql).toContain("(kind IN ('review', 'matter'))")
  expect(sql).toContain("json_type(corrected, '$.a') IS NULL THEN a ELSE corrected ->> '$.a' END,")
  expect(sql).toMatch(/w\.corrected ->> '\$\.text' END AS text$/)
  expect(() => toTables('CHECK (a IN (:NO_SUCH_SET))')).toThrow(/NO_SUCH_SET/)
})

test('describes its views in the words of this version, whatever was there', () => {
  openStore(path, { create: true }).close()
  const connection = connect(path, { readonly: false })
  const words = () => connection.prepare('SELECT * FROM descriptions').all()
  const before = words()
  connection.exec("DELETE FROM descriptions WHERE view = 'runs'; UPDATE descriptions SET description = 'old'")
  openStore(path, { create: true }).close()
  expect(words()).toEqual(before)
  connection.close()
})
