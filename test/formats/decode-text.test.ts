import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeText } from '../../parsers/formats.ts'
import { FIXTURES } from '../read-fixture.ts'
import { readBytes } from './reading.ts'

const TEXTS = globSync('archive/**/*.{txt,md,html}', { cwd: FIXTURES })
const MAIL =
  'Date: Mon, 6 Jun 2022 10:00:00 +0000\r\nMIME-Version: 1.0\r\nTo: b@northby.example\r\nFrom: a.clerk@northby.example\r\nSubject: Lamps\r\nContent-Type: text/plain\r\n\r\nThat every lamp be lit.\r\n'

test('a text is decoded to what its document has as source, without being read', async () => {
  expect(TEXTS.length).toBeGreaterThan(10)
  for (const path of TEXTS) {
    const bytes = readFileSync(join(FIXTURES, path))
    expect(decodeText({ bytes, path }), path).toBe((await readBytes(bytes, path)).document.source)
  }
})

test.each([
  ['a mail', 'letter.eml', MAIL],
  ['a mail by another name', 'letter.txt', MAIL],
  ['a sheet, whose rows are no lines', 'plan.csv', 'No,What\n\n1,"Light\nit"\n'],
  ['a PDF', 'plan.txt', '%PDF-1.7\n'],
  ['a package', 'plan.docx', 'PK\x03\x04\x14\x00'],
])('%s is left to those who read it', (_, path, content) => {
  expect(decodeText({ bytes: Buffer.from(content, 'latin1'), path })).toBeNull()
})
