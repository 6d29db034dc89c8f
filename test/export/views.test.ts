import { describe, expect, test } from 'vitest'
import type { ViewDescription } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'
import { archiveDatabase } from './archive-database.ts'

const { store } = archiveDatabase()
const views: [string, ViewDescription][] = Object.entries(VIEWS)
const columns = views.flatMap(([view, { columns }]) => Object.entries(columns).map(([name, column]) => ({ view, name, column })))
const one = (sql: string): unknown => Object.values(store.query(sql)[0] ?? {})[0]

test('every view is described, and none that is not there', () => {
  expect(Object.keys(VIEWS).sort()).toEqual([...VIEW_NAMES].sort())
})

test.each(views)('%s: every column is described, in order, and none that is not there', (view, { description, columns }) => {
  const real = store.query('SELECT name FROM pragma_table_info(?) ORDER BY cid', view).map((row) => row.name)
  expect(Object.keys(columns)).toEqual(real)
  for (const words of [description, ...Object.values(columns).map((column) => column.description)])
    expect(words).toMatch(/^\p{Lu}|^\d|^rule/u)
})

test.each(views.filter(([, { columns }]) => Object.values(columns).some(({ key }) => key)))(
  '%s: its key distinguishes rows',
  (view, { columns }) => {
    const keys = Object.keys(columns).filter((name) => columns[name]?.key)
    expect(one(`SELECT count(*) FROM (SELECT ${keys} FROM ${view} GROUP BY ${keys} HAVING count(*) > 1)`)).toBe(0)
    expect(one(`SELECT count(*) FROM ${view} WHERE ${keys.map((name) => `${name} IS NULL`).join(' OR ')}`)).toBe(0)
  },
)

test.each(columns.filter(({ column }) => column.references))('$view.$name refers to rows that are there', ({ view, name, column }) => {
  const [other, field] = column.references?.split('.') ?? []
  expect(VIEWS).toHaveProperty(`${other}.columns.${field}.key`, true)
  expect(store.query(`SELECT ${name} FROM ${view} WHERE ${name} NOT IN (SELECT ${field} FROM ${other})`)).toEqual([])
})

describe('values', () => {
  test.each(columns.filter(({ column }) => column.values))('of $view.$name are of its vocabulary', ({ view, name, column }) => {
    const found = store.query(`SELECT DISTINCT ${name} AS value FROM ${view} WHERE ${name} IS NOT NULL`).map((row) => String(row.value))
    expect(found.filter((value) => !column.values?.includes(value))).toEqual([])
  })

  const day = (value: unknown): boolean => /^\d{4}-\d\d-\d\d$/u.test(String(value))
  const FITS: Record<string, (value: unknown) => boolean> = {
    text: (value) => typeof value === 'string',
    integer: Number.isInteger,
    number: (value) => typeof value === 'number',
    day,
    time: (value) => !Number.isNaN(Date.parse(String(value))) && !day(value),
    json: (value) => typeof JSON.parse(String(value)) === 'object',
  }
  test.each(columns)('of $view.$name are of its type', ({ view, name, column }) => {
    const found = store.query(`SELECT DISTINCT ${name} AS value FROM ${view} WHERE ${name} IS NOT NULL`).map((row) => row.value)
    expect(found.filter((value) => !FITS[column.type]?.(value))).toEqual([])
  })
})
