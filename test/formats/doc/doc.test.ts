import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { oleKind } from '../../../parsers/formats/doc/ole-kind.ts'
import { passageFragments } from '../../../schema/document.ts'
import { FIXTURES } from '../../read-fixture.ts'
import { readBytes } from '../word/make-docx.ts'

const HEAD = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const withStream = (name: string): Buffer => Buffer.concat([HEAD, Buffer.alloc(600), Buffer.from(name, 'utf16le')])
const PLAN = readFileSync(join(FIXTURES, 'word', 'Monitoring of scrutiny recommendations - School Meals - Feb 2024.doc'))

describe('a document of an older Word', () => {
  it('is recognised among other compound files by its streams', () => {
    const kinds = ['WordDocument', 'Workbook', 'PowerPoint Document', '__substg1.0_0037001F', 'EncryptedPackage', 'Nothing'].map((name) =>
      oleKind(withStream(name)),
    )
    expect(kinds).toEqual(['doc', 'xls', 'ppt', 'msg', 'encrypted', 'other'])
  })

  it.each([
    ['Workbook', 'unknown-format'],
    ['EncryptedPackage', 'encrypted'],
    ['WordDocument', 'damaged'],
  ])('with %s and no more is refused as %s', async (name, reason) => {
    await expect(readBytes(withStream(name))).rejects.toMatchObject({ reason })
  })

  it('whose sectors run in a circle, or whose head asks for more tables than the file could hold, is refused in no time', async () => {
    const changed = (change: (view: DataView) => void): Uint8Array => {
      const bytes = new Uint8Array(PLAN)
      change(new DataView(bytes.buffer))
      return bytes
    }
    const circle = changed((view) => {
      const entry = (sector: number): number => (view.getUint32(76, true) + 1) * 512 + 4 * sector
      const directory = view.getUint32(48, true)
      const second = view.getUint32(entry(directory), true)
      view.setUint32(entry(second), directory, true)
    })
    for (const bytes of [circle, changed((view) => view.setUint8(46, 128))]) {
      await expect(readBytes(bytes)).rejects.toMatchObject({ reason: 'damaged' })
    }
  })

  it('has its paragraphs with their lines, keeps tables in the source alone, and reports them', async () => {
    const { document, diagnostics } = await readBytes(PLAN)
    expect(document.blocks.length).toBeGreaterThan(0)
    for (const block of document.blocks) {
      if (block.type === 'table') throw new Error('a table was read')
      const [fragment] = passageFragments(block.passage, document.source)
      expect(document.source?.split('\n')[(fragment?.place.lineFrom ?? 0) - 1]).toContain(fragment?.quote)
    }
    const table = diagnostics.find(({ rule }) => rule === 'table-unclear')
    expect(document.source?.split('\n')[(table?.place.lineFrom ?? 0) - 1]).toMatch(/^Rec Number\t/u)
    expect(diagnostics.find(({ rule }) => rule === 'numbers-not-read')?.note).toBe('1 tables')
  })
})
