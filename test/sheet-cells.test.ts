import { expect, test } from 'vitest'
import type { Box } from '../schema/place.ts'
import { cellName, columnName, sheetNames } from '../schema/sheet-cells.ts'

const name = (box: Box, page: number | null, sheets: readonly string[] | null): string | null =>
  cellName({ page, box, lineFrom: 1, lineTo: 1 }, sheets)

test('columns are named as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD'])
})

test.each([
  ['Tracker', 'Tracker!D14'],
  ['Action plan', "'Action plan'!D14"],
  ["Children's", "'Children''s'!D14"],
  ['2025', "'2025'!D14"],
  ['Q1', "'Q1'!D14"],
])('a cell of the sheet %s is %s', (sheet, expected) => {
  expect(name([3, 13, 4, 14], 2, ['Front', sheet])).toBe(expected)
})

test('cells beside each other are a range, a file that is one sheet has no name, and other documents have no cells', () => {
  expect(name([1, 1, 3, 3], 1, ['Plan'])).toBe('Plan!B2:C3')
  expect(name([1, 1, 2, 2], null, [])).toBe('B2')
  expect(name([1, 1, 2, 2], 1, null)).toBeNull()
  expect(cellName({ page: 1, box: null, lineFrom: 1, lineTo: 1 }, ['Plan'])).toBeNull()
})

test('a spreadsheet is known by its media type, and names its sheets', () => {
  const pages = [{ page: 1, label: 'Plan', width: 4, height: 9 }]
  const types = [
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.spreadsheet',
    'text/csv',
    'application/pdf',
  ]
  expect(types.map((mediaType) => sheetNames({ mediaType, pages }))).toEqual([['Plan'], ['Plan'], ['Plan'], null])
})
