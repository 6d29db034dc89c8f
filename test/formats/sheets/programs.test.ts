import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIXTURES, plainRecords, readPaper } from '../../read-fixture.ts'

const SHEETS = join(FIXTURES, 'sheets')
const files = readdirSync(SHEETS).sort()

/**
 * Records without how a day is written, which programs do in other ways where a format has no say in it, and without places, which are
 * lines in one format and cells in another.
 */
const toCompare = (records: object): unknown =>
  JSON.parse(JSON.stringify(records, (key, value) => (key === 'dueText' || key === 'at' ? undefined : value)))

describe('a tracker that a program saved as a spreadsheet', () => {
  it.each(files)('%s gives the records of the same tracker as another program wrote it', async (file) => {
    const golden = readFileSync(join(FIXTURES, 'tracker-table', file.slice(0, file.indexOf('.')), 'records.json'), 'utf8')
    const { records } = await readPaper(join(SHEETS, file))
    expect(toCompare(plainRecords(records))).toEqual(toCompare(JSON.parse(golden)))
  })

  it('leaves out what each of them hides, and says so', async () => {
    // Gnumeric shows a hidden sheet again where it writes .xlsx.
    for (const file of files.filter((name) => name.startsWith('workbook') && !name.endsWith('gnumeric.xlsx'))) {
      const { diagnostics } = await readPaper(join(SHEETS, file))
      expect([file, diagnostics.map(({ rule, note }) => [rule, note])]).toEqual([
        file,
        [
          ['hidden-left-out', '1 row, 1 column'],
          ['hidden-left-out', '1 sheet'],
        ],
      ])
    }
  })
})
