import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findSubject, QUESTIONS, type Subject } from '../../scripts/bench/views/questions.ts'
import { recommendationHistory } from '../../src/cli/recommendation-history.ts'
import { undecidedRecord, undecidedRows } from '../../src/cli/undecided.ts'
import type { Connection, Row, Value } from '../../src/store/database.ts'
import { Store } from '../../src/store/store.ts'
import { plannedArchives, planOf } from './planned-archive.ts'

let folder: string
/** The same small archive, as SQLite plans for it before it ever looked at its tables and when it found them large. */
let unknown: Connection
let large: Connection
let subject: Subject

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-'))
  ;({ unknown, large } = plannedArchives(folder))
  subject = findSubject(new Store(large, ':memory:'))
})

afterAll(() => {
  unknown.close()
  large.close()
  rmSync(folder, { recursive: true })
})

/** The steps of the query's plan that walk through a whole table, or work out a whole view or an index for this once. */
function walksOf(connection: Connection, sql: string): string[] {
  const details = planOf(connection, sql)
  // A walk through what a part of the query itself gives is as long as that, and full-text search is not a walk.
  const given = details.flatMap((detail) => detail.match(/^CO-ROUTINE (.+)/u)?.[1] ?? [])
  return details.filter(
    (detail) =>
      /^MATERIALIZE|AUTOMATIC/u.test(detail) ||
      (/^SCAN/u.test(detail) && !/VIRTUAL TABLE|CONSTANT ROW/u.test(detail) && !given.some((name) => detail === `SCAN ${name}`)),
  )
}

const OF_ONE = QUESTIONS.filter(({ one }) => one)

describe.each([
  ['that SQLite never looked at', () => unknown],
  ['that SQLite found large', () => large],
])('in a database %s', (_, connection) => {
  test.each(OF_ONE)('$asked: walks through no table ($sql)', ({ sql }) => {
    expect(walksOf(connection(), sql)).toEqual([])
  })

  test('nor does what the program asks of one recommendation or one undecided record', () => {
    const asked = new Set<string>()
    const store = new (class extends Store {
      override query(sql: string, ...parameters: Value[]): Row[] {
        asked.add(sql)
        return super.query(sql, ...parameters)
      }
    })(connection(), ':memory:')
    const [row] = store.query('SELECT * FROM recommendations WHERE recommendation_id = ?', subject.recommendation)
    if (!row) throw new Error('no recommendation to ask about')
    recommendationHistory(store, row)
    for (const undecided of undecidedRows(store)) undecidedRecord(store, undecided)
    const ofOne = [...asked].filter((sql) => sql.includes('?'))
    expect(ofOne.length).toBeGreaterThan(8)
    expect(Object.fromEntries(ofOne.map((sql) => [sql, walksOf(connection(), sql)]).filter(([, walks]) => walks?.length))).toEqual({})
  })
})

test.each(QUESTIONS)('$asked: can be asked', ({ sql }) => {
  expect(planOf(large, sql)).not.toEqual([])
})

test('a lost index is noticed', () => {
  const sql = 'SELECT * FROM progress_updates WHERE recommendation_id = ?'
  large.exec('SAVEPOINT lost; DROP INDEX progress_update_recommendation')
  expect(walksOf(large, sql)).toEqual(['SCAN u'])
  large.exec('ROLLBACK TO lost; RELEASE lost')
  expect(walksOf(large, sql)).toEqual([])
})
