import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentRecordsSchema } from '../../schema/records.ts'
import { fixtureCases, goldenDiagnostics, goldenRecords, readPaper } from '../read-fixture.ts'

const cases = fixtureCases()
const golden = (input: string, file: string): unknown => JSON.parse(readFileSync(join(dirname(input), file), 'utf8'))

describe.each(cases)('$layout/$name', ({ input }) => {
  it('has goldens', () => {
    expect(existsSync(join(dirname(input), 'records.json')), `read the records by eye, then write them with: npm run goldens`).toBe(true)
    expect(existsSync(join(dirname(input), 'diagnostics.json'))).toBe(true)
  })

  it('gives what its golden says', async () => {
    const { document, records, diagnostics } = await readPaper(input)
    expect(documentRecordsSchema.safeParse(records).error).toBeUndefined()
    expect(goldenRecords(records, document)).toEqual(golden(input, 'records.json'))
    expect(goldenDiagnostics(diagnostics, document)).toEqual(golden(input, 'diagnostics.json'))
  })
})
