import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StoreError } from '../../schema/errors.ts'
import { connect } from '../../src/store/database.ts'
import { APPLICATION_ID, readMigrations } from '../../src/store/migrate.ts'
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
    openStore(path, options).close()
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError)
    expect((error as Error).message).toMatch(words)
    expect((error as Error).message).not.toContain('\n')
    return
  }
  expect.unreachable('the store was opened')
}

test('a new database says whose it is, in its header', () => {
  openStore(path).close()
  const raw = new Database(path)
  expect(raw.pragma('application_id', { simple: true })).toBe(APPLICATION_ID)
  expect(raw.pragma('user_version', { simple: true })).toBe(readMigrations().length)
  expect(raw.pragma('journal_mode', { simple: true })).toBe('wal')
  raw.close()
})

test('a database can be opened again, to write and to look', () => {
  openStore(path).close()
  openStore(path).close()
  const store = openStore(path, { readonly: true })
  expect(store.rows('documents')).toEqual([])
  store.close()
})

test('an empty file becomes a database', () => {
  writeFileSync(path, '')
  openStore(path).close()
  openStore(path, { readonly: true }).close()
})

test('a file that is no database is refused', () => {
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

test('to look, the database must be there', () => {
  refused(/There is no database at .*import/, { readonly: true })
  writeFileSync(path, '')
  refused(/holds no Scrutineer database yet/, { readonly: true })
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

test('a database of a newer version is refused', () => {
  openStore(path).close()
  const raw = new Database(path)
  raw.pragma('user_version = 999')
  raw.close()
  refused(/newer Scrutineer.*Update/)
})

test('a migration that was changed after it was applied is refused', () => {
  openStore(path).close()
  const migrations = readMigrations().map((migration) => ({ ...migration, checksum: migration.checksum.replace(/^./u, 'x') }))
  refused(/a migration was changed/, { migrations })
})

test('an older database is brought up to date when it is opened to write', () => {
  const migrations = readMigrations()
  openStore(path, { migrations: migrations.slice(0, 1) }).close()
  refused(/older Scrutineer/, { readonly: true })
  openStore(path).close()
  const store = openStore(path, { readonly: true })
  expect(store.rows('runs')).toEqual([])
  store.close()
})

test('a migration that fails leaves nothing behind', () => {
  const broken = { version: 1, name: '0001-broken.sql', sql: 'CREATE TABLE good (a TEXT) STRICT; CREATE TABLE bad (', checksum: 'x' }
  expect(() => openStore(path, { migrations: [broken] })).toThrow()
  openStore(path).close()
})

test('describes its views in the words of this version, whatever stood there', () => {
  openStore(path).close()
  const connection = connect(path, { readonly: false })
  const words = () => connection.prepare('SELECT * FROM descriptions').all()
  const before = words()
  connection.exec("DELETE FROM descriptions WHERE view = 'runs'; UPDATE descriptions SET description = 'old'")
  openStore(path).close()
  expect(words()).toEqual(before)
  connection.close()
})
