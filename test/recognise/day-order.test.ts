import { describe, expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords } from '../../parsers/records.ts'

/** The first days that the dates of a plan can mean, in order. */
async function dueDays(...dates: string[]): Promise<(string | null)[]> {
  const rows = dates.map((date, at) => `| ${at + 1} | That gate ${at + 1} be hung anew. | Gatekeeper | ${date} |`)
  const text = `# Gates\n\n| No. | Recommendation | Lead officer | Due date |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`
  const document = await readDocument({ bytes: new TextEncoder().encode(text), path: 'gates.md' }, () => {})
  const { commitments } = await extractRecords(document, () => {})
  expect(commitments.map(({ dueText }) => dueText)).toEqual(dates)
  return commitments.map(({ dueFrom }) => dueFrom)
}

describe('a day in figures', () => {
  test('is in British order', async () => {
    expect(await dueDays('06/07/2021', '27/05/2021')).toEqual(['2021-07-06', '2021-05-27'])
    expect(await dueDays('06/07/2021', '11/12/2021')).toEqual(['2021-07-06', '2021-12-11'])
  })

  test('has the month first where several days of its paper can have no other order', async () => {
    expect(await dueDays('05/27/2021', '06/07/2021', '11-30-2021')).toEqual(['2021-05-27', '2021-06-07', '2021-11-30'])
  })

  test('is not known where one day alone, or days of both orders, speak against the British one', async () => {
    expect(await dueDays('05/27/2021', '06/07/2021')).toEqual(['2021-05-27', null])
    expect(await dueDays('05/27/2021', '06/07/2021', '12/31/2021', '30/06/2021', '08/08/2021')).toEqual([
      ...['2021-05-27', null, '2021-12-31', '2021-06-30'],
      '2021-08-08',
    ])
  })
})
