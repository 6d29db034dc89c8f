import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { separatorOf } from '../../../parsers/formats/sheets/csv.ts'
import { csvRows } from '../../../parsers/formats/sheets/csv-rows.ts'
import { readSheets, shown } from './read-sheets.ts'

it('reads what another writes, quotes and line ends in cells too, as another reader does', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r\n', 'é'), maxLength: 8 })
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.boolean(), (rows, ends) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n') + (ends ? '\r\n' : '')
      expect(csvRows(text, ',')).toEqual(rows)
      expect(parse(text, { relax_column_count: true })).toEqual(rows)
    }),
  )
})

it.each([
  [
    'a quote that nothing closes',
    '1,"Light it\n2,Mend it',
    [
      ['1', '"Light it'],
      ['2', 'Mend it'],
    ],
  ],
  ['quotes within a cell', '1,the "old" quay,x', [['1', 'the "old" quay', 'x']]],
  ['a quoted word at the start of a cell', '1,"Old" quay,"x"', [['1', '"Old" quay', 'x']]],
  ['spaces behind a quoted cell', '"1" ,"b"\n', [['1', 'b']]],
  ['empty cells, rows and ends', ',\n\na,\r\r', [['', ''], [''], ['a', ''], ['']]],
  ['nothing', '', [['']]],
])('%s', (_, text, rows) => {
  expect(csvRows(text, ',')).toEqual(rows)
})

it.each(['"a,', '""b,', '"""c,', '"a,""b,', '"\n""'])('is read in time though quotes open without end: %s', (piece) => {
  expect(csvRows(piece.repeat(200_000), ',').flat().length).toBeGreaterThan(100_000)
})

it('finds the separator that rows agree on, whatever is in their cells', () => {
  expect(separatorOf('No;What\n1;light, mend, paint and let\n2;mend, then let\n')).toBe(';')
  expect(separatorOf('No,What\n1,light; mend; paint\n2,let\n')).toBe(',')
  // A long file is looked at in part, and a cell may be cut there.
  expect(separatorOf(`No;What\n${'1;"light;\nmend"\n'.repeat(3000)}`)).toBe(';')
})

it('takes a line that tells a program the separator for none of the sheet', async () => {
  const { document } = await readSheets(new TextEncoder().encode('sep=|\r\nNo|What\r\n1|Light it\r\n'), 'plan.csv')
  expect(document.blocks.map(shown)).toEqual([
    [
      ['No', 'What'],
      ['1', 'Light it'],
    ],
  ])
})
