import { expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'

/** What a plan of one table gives, under these headings. */
async function planOf(headings: readonly string[], rows: readonly (readonly string[])[]) {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const table = [line(headings), line(headings.map(() => '---')), ...rows.map(line)].join('\n')
  const text = `# Ferry Landing Review: Action Plan, 4 May 2027\n\nBramwick Town Council\n\n${table}\n`
  const path = 'plan.md'
  const document = await readDocument({ bytes: Buffer.from(text), path }, () => {})
  return extractRecords(document, () => {})
}

const ROWS = [
  ['1', 'That a second ramp be laid at the east landing.', 'Harbour Manager', '31 May 2028', 'Steps are lit'],
  ['2', 'That the waiting room be heated all winter.', 'Estates Manager', '1 June 2028', 'Fewer falls'],
]

test('rows under plain headings that agree with their cells are sure', async () => {
  const { commitments, wordings } = await planOf(['No.', 'Recommendation', 'Lead officer', 'Target date', 'Success measure'], ROWS)
  expect(commitments).toHaveLength(2)
  for (const { confidence } of [...commitments, ...wordings]) expect(confidence).toBeGreaterThanOrEqual(0.9)
})

test('rows that rest on a heading over columns of several kinds are less sure', async () => {
  const { commitments, wordings } = await planOf(['No.', 'Recommendation', 'Lead officer', 'Target date', 'Outcome'], ROWS)
  expect(commitments.map(({ successMeasure }) => successMeasure)).toEqual(['Steps are lit', 'Fewer falls'])
  for (const { confidence } of commitments) expect(confidence).toBeLessThan(0.9)
  for (const { confidence } of wordings) expect(confidence).toBeGreaterThanOrEqual(0.9)
})

test('what is under a heading that is not known is a detail, and makes the row less sure', async () => {
  const { commitments, details } = await planOf(['No.', 'Recommendation', 'Lead officer', 'Target date', 'Frobnication'], ROWS)
  expect(details.map(({ label, text }) => `${label}: ${text}`)).toEqual(['Frobnication: Steps are lit', 'Frobnication: Fewer falls'])
  for (const { confidence } of commitments) expect(confidence).toBeLessThanOrEqual(0.9)
})

test('a commitment that names nobody, or a day that was not understood, is less sure', async () => {
  const blank = ROWS.map(([no = '', words = '', , when = '', more = '']) => [no, words, '', when, more])
  const unread = ROWS.map(([no = '', words = '', who = '', , more = '']) => [no, words, who, 'when the tide allows', more])
  const headings = ['No.', 'Recommendation', 'Lead officer', 'Target date', 'Success measure']
  for (const rows of [blank, unread]) {
    const { commitments } = await planOf(headings, rows)
    for (const { confidence } of commitments) expect(confidence).toBeLessThan(0.9)
  }
})

test('the owner of a risk is not one of those who act', async () => {
  const { commitments, details } = await planOf(['No.', 'Recommendation', 'Risk owner', 'Target date', 'Lead officer'], ROWS)
  expect(commitments.map(({ responsible }) => responsible)).toEqual(['Steps are lit', 'Fewer falls'])
  expect(details.map(({ label, text }) => `${label}: ${text}`)).toEqual(['Risk owner: Harbour Manager', 'Risk owner: Estates Manager'])
})

test('"By" is by whom over names and by when over days', async () => {
  const { commitments } = await planOf(['No.', 'Recommendation', 'Delivered by', 'Given by', 'Progress'], ROWS)
  expect(commitments.map(({ responsible, dueFrom }) => `${responsible} ${dueFrom}`)).toEqual([
    'Harbour Manager 2028-05-31',
    'Estates Manager 2028-06-01',
  ])
})
