import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { QUESTIONS } from '../../scripts/bench/views/questions.ts'
import { openStore } from '../../src/store/open-store.ts'
import { runInProcess } from '../cli/run-in-process.ts'
import { examplesOf, ROOT, statementsOf } from '../examples.ts'
import { FIXTURES } from '../read-fixture.ts'
import { plannedArchives, planOf } from './planned-archive.ts'

interface Column {
  name: string
  notnull: number
  /** Its place in the primary key, from 1; 0 for none. */
  pk: number
}

let folder: string
let tables: Database.Database

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-schema-'))
  openStore(join(folder, 'new.db'), { create: true }).close()
  tables = new Database(join(folder, 'new.db'))
})
afterAll(() => {
  tables.close()
  rmSync(folder, { recursive: true })
})

const rowsOf = <Row>(sql: string): Row[] => tables.prepare<[], Row>(sql).all()
/** The project's own tables; those of full-text search are SQLite's. */
const tableNames = (): string[] =>
  rowsOf<{ name: string }>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_%'").map(
    ({ name }) => name,
  )
const columnsOf = (table: string): Column[] => rowsOf(`SELECT name, "notnull", pk FROM pragma_table_info('${table}')`)
const referring = (table: string): string[] =>
  rowsOf<{ from: string }>(`SELECT "from" FROM pragma_foreign_key_list('${table}')`).map(({ from }) => from)

/** Whether a unique index distinguishes the rows, NULL or not: each column of it can hold no NULL. */
function hasUniqueKey(table: string): boolean {
  const sure = new Set(columnsOf(table).flatMap(({ name, notnull }) => (notnull ? name : [])))
  return rowsOf<{ sql: string | null }>(`SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = '${table}'`).some(({ sql }) => {
    const parts = /^CREATE UNIQUE INDEX \w+ ON \w+ \(([^;]*)\)$/u.exec(sql ?? '')?.[1]?.split(/, (?![^(]*\))/u)
    return parts?.every((part) => sure.has(part) || /^ifnull\(\w+, ''\)$/u.test(part)) ?? false
  })
}

test('every table has a key that distinguishes its rows', () => {
  const keyless = tableNames().filter((table) => !columnsOf(table).some(({ pk }) => pk > 0) && !hasUniqueKey(table))
  expect(tableNames().length).toBeGreaterThan(30)
  expect(keyless).toEqual([])
})

test('a key that a NULL would slip through is not one', () => {
  tables.exec('SAVEPOINT worse; DROP INDEX correction_key; CREATE UNIQUE INDEX correction_key ON correction (correction_id, field)')
  expect(hasUniqueKey('correction')).toBe(false)
  tables.exec('ROLLBACK TO worse; RELEASE worse')
  expect(hasUniqueKey('correction')).toBe(true)
})

describe('a column of ids', () => {
  const source = readFileSync(join(ROOT, 'schema/tables.sql'), 'utf8')

  /** The columns of a table that are another's ids, and those of them that say why they are not foreign key. */
  function without(table: string): { open: string[]; excused: string[] } {
    const columns = columnsOf(table)
    const [own, ...more] = columns.flatMap(({ name, pk }) => (pk ? name : []))
    const open = columns.map(({ name }) => name).filter((name) => name.endsWith('_id') && !(name === own && more.length === 0))
    const text = new RegExp(`CREATE TABLE ${table} \\(\n([\\s\\S]*?)\n\\)`, 'u').exec(source)?.[1] ?? ''
    const excused = [...text.matchAll(/^ {2}(\w+) .*-- no key: \S/gmu)].map(([, name = '']) => name)
    return { open: open.filter((name) => !referring(table).includes(name)), excused }
  }

  test('is a foreign key, or says why it is not', () => {
    const silent = tableNames().flatMap((table) => {
      const { open, excused } = without(table)
      return open.filter((name) => !excused.includes(name)).map((name) => `${table}.${name}`)
    })
    expect(silent).toEqual([])
  })

  test('has no excuse that it does not need', () => {
    const needless = tableNames().flatMap((table) => {
      const { open, excused } = without(table)
      return excused.filter((name) => !open.includes(name)).map((name) => `${table}.${name}`)
    })
    expect(needless).toEqual([])
  })
})

/** All that the program asks a database while people work with it: papers come, change, move and go, and everything is shown. */
async function askedInASession(): Promise<Set<string>> {
  const asked = new Set<string>()
  const prototype = Database.prototype as { prepare: (this: unknown, sql: string) => unknown }
  const { prepare } = prototype
  prototype.prepare = function (sql) {
    asked.add(sql)
    return prepare.call(this, sql)
  }
  try {
    const cwd = join(folder, 'session')
    cpSync(join(FIXTURES, 'archive'), join(cwd, 'papers'), { recursive: true })
    cpSync(join(FIXTURES, 'to-teach'), join(cwd, 'papers', 'more'), { recursive: true })
    const run = async (...args: string[]): Promise<void> => {
      const { code, stderr } = await runInProcess(args, { cwd })
      if (code !== 0 && code !== 1) throw new Error(`${args.join(' ')}: ${stderr}`)
    }
    await run('import', 'papers')
    await run('import', 'papers', '--again')
    for (const args of [[], ['bus services'], ['bus services', '4']]) await run('status', ...args)
    await run('check', '--list', '--all')
    await run('correct', 'set', 'bus services', 'R3', 'status=achieved', '--by', 'A. Clerk')
    await run('correct', 'undo', '--by', 'A. Clerk')
    await run('correct', '--list')
    await run('forget', 'papers/more', '--by', 'A. Clerk')
    await run('words')
    await run('export', '--out', 'tables', '--format', 'csv', 'xlsx')
    await run('export', '--out', 'one', '--format', 'csv', '--review', 'bus services', '--views', 'all')
    await run('export', '--out', 'one', '--format', 'html', '--review', 'bus services')
    await run('report', '--out', 'report')
    renameSync(join(cwd, 'papers', 'marlford-borough-council'), join(cwd, 'papers', 'moved'))
    await run('import', 'papers')
    rmSync(join(cwd, 'papers', 'moved'), { recursive: true })
    await run('import', 'papers', '--prune')
    return asked
  } finally {
    prototype.prepare = prepare
  }
}

/** What triggers do, as statements of their own; what they are given is a value. */
function statementsOfTriggers(): string[] {
  return rowsOf<{ sql: string }>("SELECT sql FROM sqlite_schema WHERE type = 'trigger'").flatMap(({ sql }) =>
    sql
      .slice(sql.indexOf('BEGIN') + 'BEGIN'.length, sql.lastIndexOf('END'))
      .split(';')
      .map((statement) => statement.trim().replace(/\b(?:new|old)\.\w+/gu, '?'))
      .filter((statement) => /^(?:UPDATE|DELETE)/u.test(statement)),
  )
}

/** The index by which a step finds its rows or their order. A walk through an index only because it is smaller than its table needs none. */
const indexOf = (step: string): string[] => (/^SCAN \w+ USING COVERING/u.test(step) ? [] : [...(step.match(/(?<=INDEX )\w+/u) ?? [])])

test('every index serves a query, a deletion, or a key', { timeout: 120_000 }, async () => {
  const program = [...(await askedInASession())].filter((sql) => /^\s*(?:SELECT|WITH|INSERT|UPDATE|DELETE)\b/u.test(sql))
  expect(program.length).toBeGreaterThan(200)
  const contract = examplesOf('CONTRACT.md').flatMap(({ language, code }) => (language === 'sql' ? statementsOf(code) : []))
  const queries = [...QUESTIONS.map(({ sql }) => sql), ...contract, ...program, ...statementsOfTriggers()]
  const archives = Object.values(plannedArchives(folder))
  // One that nothing needs, so that it is seen that such an index is noticed.
  for (const connection of [...archives, tables]) connection.exec('CREATE INDEX grading_idle ON grading (meaning)')
  const used = new Set(archives.flatMap((connection) => queries.flatMap((sql) => planOf(connection, sql).flatMap(indexOf))))
  for (const connection of archives) connection.close()
  const indices = rowsOf<{ name: string; sql: string | null }>("SELECT name, sql FROM sqlite_schema WHERE type = 'index'")
  const idle = indices.filter(({ name, sql }) => sql !== null && !/^CREATE UNIQUE/u.test(sql) && !used.has(name))
  expect(indices.length).toBeGreaterThan(80)
  expect(idle.map(({ name }) => name)).toEqual(['grading_idle'])
})
