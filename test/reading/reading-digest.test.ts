import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { bytesToRecords } from '../../src/reading/bytes-to-records.ts'
import { digestOf } from '../../src/reading/reading-digest.ts'

const FIXTURE = new URL('../../fixtures/action-plan-table/actions-numbered-below/input.md', import.meta.url)

test('the digest of a reading, made record by record, is that of the whole as one text', async () => {
  const { document: _, ...reading } = await bytesToRecords({ bytes: readFileSync(FIXTURE), path: 'input' })
  expect(reading.records?.wordings.length).toBeGreaterThan(1)
  for (const one of [reading, { ...reading, records: null, diagnostics: [] }]) {
    const whole = JSON.stringify(['text/markdown', null, one.status, one.records, one.diagnostics])
    expect(digestOf('text/markdown', null, one)).toBe(createHash('sha256').update(whole).digest('hex'))
  }
})
