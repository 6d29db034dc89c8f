import { stripVTControlCharacters } from 'node:util'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { table } from '../../src/cli/table.ts'
import { shortened, textWidth, wrapLines } from '../../src/cli/text-width.ts'

const COLUMNS = [
  { head: 'No.' },
  { head: 'Status', least: 10 },
  { head: 'Who', least: 12, lines: 3 },
  { head: 'Empty', least: 12 },
  { head: 'Recommendation', least: 20, weight: 3, lines: 2 },
]
const LONG = 'That the concessionary pass be accepted before half past nine on journeys to hospital appointments as a trial of one year.'
const ROWS = [
  ['1', 'agreed, not graded', 'Ash Oakley', '', LONG],
  [' 1(a)', 'slipped', '道路と交通の責任者および公園の責任者', '', '巴士站 '.repeat(30)],
]

const tableIn = (room: number, rows: readonly (readonly string[])[] = ROWS): string[] => table(COLUMNS, rows, room).split('\n')
beforeEach(() => vi.stubEnv('NO_COLOR', '1'))
afterEach(() => vi.unstubAllEnvs())

describe('a table', () => {
  test.each([40, 60, 80, 120, 200])('fits %i columns', (columns) => {
    const lines = tableIn(columns)
    expect(lines.filter((line) => textWidth(line) > columns)).toEqual([])
    expect(lines.join(' ')).toContain('slipped')
  })

  test('narrows its columns before it becomes blocks', () => {
    expect(tableIn(80)[0]).toMatch(/^No\. +Status +Who +Recommendation$/u)
    expect(tableIn(40).slice(0, 3)).toEqual(['1', '  Status: agreed, not graded', '  Who: Ash Oakley'])
  })

  test('says where it cut, and cuts nothing of a status', () => {
    expect(tableIn(80).filter((line) => line.endsWith('…')).length).toBeGreaterThan(0)
    expect(tableIn(80).join('\n')).toMatch(/agreed, not [\s\S]*graded/u)
  })

  test('has room for very many rows', () => {
    const rows = Array.from({ length: 150_000 }, (_, index) => [String(index), 'slipped'])
    expect(tableIn(80, rows)).toHaveLength(rows.length + 1)
  })

  test('sets numbers against the right of their column, styled or not', () => {
    const columns = [{ head: 'Title' }, { head: 'Recs', align: 'right' as const }, { head: 'End' }]
    const rows = [
      ['a', '12', 'x'],
      ['b', '\u001B[31m3\u001B[39m', 'y'],
    ]
    expect(
      table(columns, rows, 80)
        .split('\n')
        .map((line) => stripVTControlCharacters(line)),
    ).toEqual(['Title  Recs  End', 'a        12  x', 'b         3  y'])
  })

  test('cuts nothing in a pipe, where a row is a line', () => {
    const lines = tableIn(Number.POSITIVE_INFINITY)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(new RegExp(`${LONG}$`, 'u'))
    expect(lines.join()).not.toContain('…')
  })

  test('keeps the indent of a part', () => {
    expect(tableIn(120)).toContainEqual(expect.stringMatching(/^ 1\(a\)/u))
  })

  test('fits whatever it is given', () => {
    const word = fc.stringMatching(/^[a-zé字🚌]{0,40}$/u)
    const row = fc.tuple(
      fc.constantFrom('1', ' 1(a)', ''),
      word,
      word,
      word,
      fc.array(word).map((words) => words.join(' ')),
    )
    fc.assert(
      fc.property(fc.integer({ min: 24, max: 200 }), fc.array(row, { minLength: 1, maxLength: 5 }), (columns, rows) => {
        expect(tableIn(columns, rows).filter((line) => textWidth(line) > columns)).toEqual([])
      }),
    )
  })
})

describe('the width of text', () => {
  test.each([
    ['bus', 3],
    ['Żółć', 4],
    ['e\u0301', 1],
    ['公園', 4],
    ['👩‍⚖️', 2],
    ['\u001B[31moverdue\u001B[39m', 7],
  ])('of "%s" is %i', (text, width) => {
    expect(textWidth(text)).toBe(width)
  })

  test('is kept where text is cut or broken', () => {
    expect(shortened('公園の責任者', 7)).toBe('公園の…')
    expect(shortened('park', 4)).toBe('park')
    expect(wrapLines('a bb ccccccc', 4)).toEqual(['a bb', 'cccc', 'ccc'])
  })
})
