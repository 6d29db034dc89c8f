import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, expectTypeOf, test } from 'vitest'
import type { Status } from '../../schema/closed-sets.ts'
import { ROW_SCHEMAS, type ViewRow } from '../../schema/row-schemas.ts'
import type { ColumnDescription, ColumnType } from '../../schema/view-columns.ts'
import { VIEWS } from '../../schema/views.ts'
import { cellToText, textToCell } from '../../src/export/csv.ts'
import { exportViews } from '../../src/export/export-views.ts'
import { writeWhole } from '../../src/export/whole-file.ts'
import type { Row, Value } from '../../src/store/database.ts'
import { VIEW_NAMES, type ViewName } from '../../src/store/views.ts'
import { archiveDatabase } from './archive-database.ts'

/** Text as a person may write it in a correction: formulas, quotes, separators, line ends, digits, letters beyond Latin. */
const NASTY = [
  '=1+1',
  '+44 20',
  '-',
  '@SUM(A1)',
  ' =1',
  '＝1',
  '\ttab',
  "'quoted'",
  'a,"b";\nc',
  '2021-01-01',
  '00123',
  '<b>&amp;',
  'Żółć 👩‍⚖️',
]

const { folder, store } = archiveDatabase()
const out = join(folder, 'tables')
const read = (name: string): string => readFileSync(join(out, name), 'utf8')
const columnsOf = (view: ViewName): [string, ColumnDescription][] => Object.entries(VIEWS[view].columns)

beforeAll(async () => {
  const database = new Database(store.path)
  const insert = database.prepare(
    `INSERT INTO correction VALUES (?, '2026-01-02T03:04:05.678Z', 'Ash', ?, 'set', 'x', 'text', '', NULL, 'applied', NULL, NULL, NULL)`,
  )
  for (const [index, text] of NASTY.entries()) insert.run(`c-${index + 1}`, text)
  database.close()
  await exportViews(store, out, ['xlsx', 'json', 'jsonl', 'csv'])
})

/** The row that a line of CSV or of a sheet is about. */
function toRow(view: ViewName, cells: readonly unknown[], back: (cell: unknown, type: ColumnType) => Value): Row {
  return Object.fromEntries(columnsOf(view).map(([name, { type }], index) => [name, back(cells[index], type)]))
}

const CSV_BACK = (cell: unknown, type: ColumnType): Value => {
  const text = cellToText(String(cell))
  return text !== null && (type === 'integer' || type === 'number') ? Number(text) : text
}
const XLSX_BACK = (cell: unknown): Value => (cell instanceof Date ? cell.toISOString().slice(0, 10) : ((cell ?? null) as Value))

describe.each(VIEW_NAMES)('%s comes back as it was', (view) => {
  const headings = Object.keys(VIEWS[view].columns)

  test('from CSV', () => {
    const [first, ...lines] = parse(read(`${view}.csv`)) as string[][]
    expect(first).toEqual(headings)
    expect(lines.map((cells) => toRow(view, cells, CSV_BACK))).toEqual(store.rows(view))
  })

  test('from JSON Lines', () => {
    const lines = read(`${view}.jsonl`).split('\n').slice(0, -1)
    expect(lines.map((line) => JSON.parse(line))).toEqual(store.rows(view))
  })

  test('from JSON', () => {
    expect(JSON.parse(read(`${view}.json`))).toEqual(store.rows(view))
  })

  test('from a workbook, where empty text and NULL are one', async () => {
    const [first, ...lines] = await readSheet(join(out, 'scrutineer.xlsx'), view, { trim: false })
    expect(first).toEqual(headings)
    const rows = store
      .rows(view)
      .map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === '' ? null : value])))
    expect(lines.map((cells) => toRow(view, cells, XLSX_BACK))).toEqual(rows)
  })
})

test('days are dates in a workbook, and its first sheet explains every column', async () => {
  const [headings, ...rows] = await readSheet(join(out, 'scrutineer.xlsx'), 'recommendations')
  const due = rows.map((row) => row[headings?.indexOf('due_to') ?? -1]).filter((cell) => cell !== null)
  expect(due.length).toBeGreaterThan(9)
  expect(due.every((cell) => cell instanceof Date)).toBe(true)
  const about = await readSheet(join(out, 'scrutineer.xlsx'), 'about')
  expect(about.map(([view, column]) => `${view}.${column}`)).toEqual(
    expect.arrayContaining(VIEW_NAMES.flatMap((view) => Object.keys(VIEWS[view].columns).map((name) => `${view}.${name}`))),
  )
})

describe('a cell of CSV', () => {
  test('that a spreadsheet might take for a formula begins with an apostrophe', () => {
    for (const text of NASTY.slice(0, 7)) expect(textToCell(text)).toBe(`'${text}`)
    expect(textToCell('3. That it be done')).toBe('3. That it be done')
    expect(read('corrections.csv')).toContain(",'=1+1,")
    expect(read('slippage.csv')).not.toContain("'-")
  })

  test('gives any text back, and never begins like a formula', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom(...NASTY)), (text) => {
        const cell = textToCell(text)
        return cellToText(cell) === text && !/^[=+\-@\t\r]/u.test(cell)
      }),
    )
  })
})

test.each(VIEW_NAMES)('every exported row of %s passes its zod schema', (view) => {
  const rows: unknown[] = JSON.parse(read(`${view}.json`))
  expect(rows.flatMap((row) => ROW_SCHEMAS[view].safeParse(row).error ?? [])).toEqual([])
})

describe('a row schema', () => {
  const { recommendations: schema } = ROW_SCHEMAS
  const first = (): Row | undefined => store.rows('recommendations')[0]
  test.each([
    ['a column more', { surplus: null }],
    ['a key that is NULL', { recommendation_id: null }],
    ['a word of no vocabulary', { status: 'done' }],
    ['a day that is none', { due_to: '31 August 2021' }],
    ['a number in words', { position: 'first' }],
  ])('refuses %s', (_, change) => {
    expect(schema.safeParse(first()).error).toBeUndefined()
    expect(schema.safeParse({ ...first(), ...change }).success).toBe(false)
  })

  test('refuses a row without one of its columns', () => {
    expect(schema.safeParse({ ...first(), heading: undefined }).success).toBe(false)
  })

  test('gives each column its type', () => {
    expectTypeOf<ViewRow<'recommendations'>['status']>().toEqualTypeOf<Status | null>()
    expectTypeOf<ViewRow<'recommendations'>['recommendation_id']>().toEqualTypeOf<string>()
    expectTypeOf<ViewRow<'recommendations'>['position']>().toEqualTypeOf<number | null>()
  })
})

test('every row passes the JSON Schema', () => {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    formats: { date: true, 'date-time': true },
  })
  const validate = ajv.compile(JSON.parse(read('schema.json')))
  expect(validate(Object.fromEntries(VIEW_NAMES.map((view) => [view, store.rows(view)]))) ? [] : validate.errors).toEqual([])
})

test('the data package names every table, its columns in order, and only keys that are there', () => {
  const { resources } = JSON.parse(read('datapackage.json'))
  expect(resources).toHaveLength(4 * VIEW_NAMES.length)
  const names = resources.map(({ name }: { name: string }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(expect.arrayContaining([...VIEW_NAMES]))
  for (const { path, format, schema } of resources) {
    const table = read(path)
    if (format === 'csv') expect(table.split('\r\n')[0]).toBe(schema.fields.map(({ name }: { name: string }) => name).join(','))
    for (const { reference } of schema.foreignKeys ?? []) if (reference.resource) expect(names).toContain(reference.resource)
  }
})

test('a file that cannot be written leaves the one before as it was, and no draft', () => {
  const broken = function* (): Generator<string> {
    yield 'half'
    throw new Error('the disk is full')
  }
  const before = read('reviews.csv')
  expect(() => writeWhole(join(out, 'reviews.csv'), broken())).toThrow('the disk is full')
  expect(read('reviews.csv')).toBe(before)
  expect(() => read(`reviews.csv.${process.pid}.part`)).toThrow()
})
