import { expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'

/** The dates of a plan with columns after "Officer", and the details that its rows keep. */
async function read(
  columns: string,
  ...rows: string[]
): Promise<{ due: (string | null)[]; timescale: (string | null)[]; details: string[] }> {
  const lines = [
    `| No | Recommendation | Officer | ${columns} |`,
    `| --- | --- | --- |${' --- |'.repeat(columns.split('|').length)}`,
    ...rows.map((row, at) => `| ${at + 1} | That jetty ${at + 1} be mended. | Bea Weir | ${row} |`),
  ]
  const bytes = new TextEncoder().encode(`# Action plan: Review of the Quay\n\n${lines.join('\n')}\n`)
  const document = await readDocument({ bytes, path: 'plan.md' }, () => {})
  const { commitments, details } = await extractRecords(document, () => {})
  return {
    due: commitments.map(({ dueText, dueTo }) => dueTo ?? dueText),
    timescale: commitments.map(({ timescale }) => timescale),
    details: details.map(({ label, text }) => `${label} ${text}`),
  }
}

test.each([
  ['Q1 | Q2 | Q3', ['Q1', 'Q3']],
  ['Short term | Medium term | Long term', ['Short term', 'Long term']],
  ['2031/32 | 2032/33 | 2033/34', ['2032-03-31', '2034-03-31']],
  ['0-6 months | 6-12 months | 1-2 years', ['0-6 months', '1-2 years']],
])('a tick below one of %s is the date', async (columns, due) => {
  expect(await read(columns, '✓ | | ', ' | | x')).toEqual({ due, timescale: [null, null], details: [] })
})

test('ticks side by side end in the last, and all of them are the timescale', async () => {
  const { due, timescale } = await read('Q1 | Q2 | Q3', '✓ | | ', ' | ✓ | ✓')
  expect(due).toEqual(['Q1', 'Q3'])
  expect(timescale).toEqual([null, 'Q2 Q3'])
})

test.each([
  ['with a gap', '✓ | | ✓', 'Q1 Q3'],
  ['in every column', '✓ | ✓ | ✓', 'Q1 Q2 Q3'],
])('ticks %s give no end', async (_, marks, timescale) => {
  expect(await read('Q1 | Q2 | Q3', '✓ | | ', marks)).toEqual({ due: ['Q1', null], timescale: [null, timescale], details: [] })
})

test.each([
  ['a date of its own', 'By when | Q1 | Q2', ['May 2031 | ✓ | ', 'June 2031 | | ✓'], ['2031-05-31', '2031-06-30'], ['Q1 ✓', 'Q2 ✓']],
  ['what became of it', 'Status | Q1 | Q2', ['Complete | ✓ | ', 'Late | | ✓'], [null, null], ['Q1 ✓', 'Q2 ✓']],
  ['ticks and crosses', 'Q1 | Q2', ['✓ | ', '✗ | '], [null, null], ['Q1 ✓', 'Q1 ✗']],
  ['rows that are marked time after time', 'Q1 | Q2 | Q3', ['✓ | ✓ | ', ' | ✓ | ✓'], [null, null], ['Q1 ✓', 'Q2 ✓', 'Q2 ✓', 'Q3 ✓']],
  ['words in a column', 'Q1 | Q2', ['✓ | ', ' | See page 4'], [null, null], ['Q1 ✓', 'Q2 See page 4']],
  ['quarters of several years without the years', 'Q1 | Q2 | Q1', ['✓ | | ', ' | | ✓'], [null, null], ['Q1 ✓', 'Q1 ✓']],
  ['days, as of meetings', '4 May 2031 | 6 July 2031', ['✓ | ', ' | ✓'], [null, null], ['4 May 2031 ✓', '6 July 2031 ✓']],
  ['headings that are not times', 'Harbour | Marina', ['✓ | ', ' | ✓'], [null, null], ['Harbour ✓', 'Marina ✓']],
])('%s: no mark is a date', async (_, columns, rows, due, details) => {
  const found = await read(columns, ...rows)
  expect(found.due).toEqual(due)
  expect(found.details).toEqual(details)
})
