import { expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'
import { collectInto, type Diagnostic } from '../../schema/diagnostics.ts'

async function read(last: string): Promise<{ keys: (string | null)[]; reported: (string | null)[] }> {
  const rows = [
    '| No | Recommendation | Officer | Due | Progress (%) |',
    '| --- | --- | --- | --- | --- |',
    '| 1 | That the quay be lit. | Ada Lamp | May 2031 | 100% |',
    '| 2 | That the weir be mended. | Bea Weir | June 2031 | 40% |',
    last,
  ]
  const bytes = new TextEncoder().encode(`# Action plan: Review of the Quay\n\n${rows.join('\n')}\n`)
  const document = await readDocument({ bytes, path: 'plan.md' }, () => {})
  const diagnostics: Diagnostic[] = []
  const { commitments } = await extractRecords(document, collectInto(diagnostics))
  return {
    keys: commitments.map(({ number }) => number),
    reported: diagnostics.filter(({ rule }) => rule === 'row-unassigned').map(({ note }) => note),
  }
}

test('a row that counts the others up is nothing that is to be done, and is reported', async () => {
  const { keys, reported } = await read('| Total | | | | 70% |')
  expect(keys).toEqual(['1', '2'])
  expect(reported.map((note) => note?.replace(/\s+/gu, ' '))).toEqual(['Total 70%'])
})

test('a row that only begins with such a word is one', async () => {
  const { keys, reported } = await read('| 3 | Total costs be published. | Cy Coin | July 2031 | 10% |')
  expect(keys).toEqual(['1', '2', '3'])
  expect(reported).toEqual([])
})
