import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { KnownDocument } from '../src/store/store.ts'
import { StoredPaths } from '../src/stored-paths.ts'

test('the paths of a document are looked for once an import, however many copies of it there are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-paths-'))
  try {
    writeFileSync(join(folder, 'b.md'), '')
    let asked = 0
    const known = {
      documentId: 'doc-0',
      get paths() {
        asked += 1
        return ['a.md', 'b.md', 'c.md']
      },
    } as unknown as KnownDocument
    const located: string[] = []
    const paths = new StoredPaths((path) => {
      located.push(path)
      return existsSync(join(folder, path))
    })
    expect(paths.first(known, 'd.md')).toBe('b.md')
    expect(paths.first(known, 'aa.md')).toBe('aa.md')
    expect(paths.takeGone(known, 'd.md')).toEqual(['a.md', 'c.md'])
    const before = { asked, located: located.length }
    for (let copy = 0; copy < 100; copy++) {
      expect(paths.first(known, `e${copy}.md`)).toBe('aa.md')
      expect(paths.takeGone(known, `e${copy}.md`)).toEqual([])
    }
    expect({ asked, located: located.length }).toEqual(before)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
