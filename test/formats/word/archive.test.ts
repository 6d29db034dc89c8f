import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archivePapers, FIXTURES, plainRecords, readPaper } from '../../read-fixture.ts'

const WORD = join(FIXTURES, 'word')
const nameOf = (path: string): string => basename(path, extname(path))
const originals = new Map(archivePapers().map((path) => [nameOf(path), path]))
const files = readdirSync(WORD).sort()
const of = (...extensions: string[]): string[] => files.filter((file) => extensions.includes(extname(file)))

describe('a paper that a word processor or a printer wrote', () => {
  it.each(of('.docx', '.odt', '.rtf', '.pdf'))('%s gives the records of its text', async (file) => {
    const original = await readPaper(originals.get(nameOf(file)) ?? '')
    const { records } = await readPaper(join(WORD, file))
    expect(plainRecords(records)).toEqual(plainRecords(original.records))
  })

  it.each(of('.doc'))('%s gives no recommendation that is not in its text, and says what is missing', async (file) => {
    const original = await readPaper(originals.get(nameOf(file)) ?? '')
    const { document, records, diagnostics } = await readPaper(join(WORD, file))
    const texts = original.records.wordings.map(({ text }) => text)
    expect(records.wordings.map(({ text }) => text).filter((text) => !texts.includes(text))).toEqual([])
    expect(diagnostics.map(({ rule }) => rule)).toContain('numbers-not-read')
    expect(document.source?.split('\n').length).toBeGreaterThan(document.blocks.length)
  })
})
