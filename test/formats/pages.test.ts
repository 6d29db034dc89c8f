import { readdirSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { archivePapers, FIXTURES, plainRecords, readPaper } from '../read-fixture.ts'

const PAGES = join(FIXTURES, 'pages')
const nameOf = (path: string): string => basename(path, extname(path))
const originals = new Map(archivePapers().map((path) => [nameOf(path), path]))

describe('a paper that a program saved as a page of the web', () => {
  it.each(readdirSync(PAGES).sort())('%s gives the records of its text', async (file) => {
    const original = await readPaper(originals.get(nameOf(file)) ?? '')
    const { records } = await readPaper(join(PAGES, file))
    expect(plainRecords(records)).toEqual(plainRecords(original.records))
  })
})
