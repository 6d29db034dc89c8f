import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { StoreError } from '../../schema/errors.ts'
import { noteCorrections } from '../../src/correct.ts'
import { restoreCorrections } from '../../src/linker.ts'
import { openStore } from '../../src/store/open-store.ts'
import { allRows } from '../archive-views.ts'
import { TestArchive } from './corrected-archive.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await TestArchive.imported()
})
afterEach(() => archive.end())

const BUSES = 'marlford/bus-services-2021'
const say = (status: string) => archive.say({ action: 'set', target: `${BUSES}/3`, fields: { status } })
const lines = () => readFileSync(archive.corrections, 'utf8').trimEnd().split('\n')

describe('a file of corrections that lacks what the database knows stops an import', () => {
  beforeEach(() => {
    say('stalled')
    archive.say({ action: 'set', target: `${BUSES}/5`, fields: { heading: 'Passes' } })
  })

  test.each([
    ['is lost', () => rmSync(archive.corrections)],
    ['is empty', () => writeFileSync(archive.corrections, '')],
    ['is cut', () => writeFileSync(archive.corrections, `${lines().slice(0, 2).join('\n')}\n`)],
  ])('where it %s; it is written again from the database', async (_, harm) => {
    const before = allRows(archive.store)
    const content = lines()
    harm()
    await expect(archive.import()).rejects.toThrow(StoreError)
    await expect(archive.import()).rejects.toThrow(/lacks \(c-[0-9a-f]+.*correct restore --db/u)
    expect(() => say('achieved')).toThrow(/lacks/u)
    expect(allRows(archive.store)).toEqual(before)
    restoreCorrections(archive.store)
    expect(new Set(lines())).toEqual(new Set(content))
    await archive.import()
    expect({ ...allRows(archive.store), runs: [] }).toEqual({ ...before, runs: [] })
    expect(restoreCorrections(archive.store)).toEqual([])
  })

  test('where the database was given another name, but not where a link names it', async () => {
    const folder = archive.folder
    archive.store.close()
    copyFileSync(join(folder, 'archive.db'), join(folder, 'renamed.db'))
    symlinkSync('archive.db', join(folder, 'link.db'))
    archive.store = openStore(join(folder, 'renamed.db'), { create: true })
    await expect(archive.import()).rejects.toThrow(/renamed\.corrections\.jsonl lacks/u)
    archive.store.close()
    archive.store = openStore(join(folder, 'link.db'), { create: true })
    expect(await archive.import()).toMatchObject({ corrections: 2 })
  })
})

test.each(['<<<<<<< HEAD', '=======', '>>>>>>> theirs', '||||||| base'])('a mark of a conflict is named as one: %s', async (mark) => {
  say('stalled')
  writeFileSync(archive.corrections, `${lines().join('\n')}\n${mark}\n`)
  await expect(archive.import()).rejects.toThrow(/line 3: this is a conflict mark/u)
})

describe('where the disk is full', () => {
  // A limit on the size of files ends a write in its middle, as a full disk does.
  const limitFiles = (bytes: number | 'unlimited') => execFileSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:unlimited`])
  const canLimit = process.platform === 'linux' && existsSync('/usr/bin/prlimit')

  test.skipIf(!canLimit)('what was said is taken back whole', () => {
    say('stalled')
    const content = readFileSync(archive.corrections, 'utf8')
    limitFiles(content.length + 40)
    try {
      const draft = { action: 'set', target: `${BUSES}/3`, fields: { status: 'achieved' } } as const
      expect(() => noteCorrections(archive.store, () => [draft], { by: 'A. Clerk', why: null })).toThrow(StoreError)
    } finally {
      limitFiles('unlimited')
    }
    expect(readFileSync(archive.corrections, 'utf8')).toBe(content)
  })

  test.skipIf(!canLimit)('no new file is left', () => {
    limitFiles(40)
    try {
      const draft = { action: 'set', target: `${BUSES}/3`, fields: { status: 'achieved' } } as const
      expect(() => noteCorrections(archive.store, () => [draft], { by: 'A. Clerk', why: null })).toThrow(StoreError)
    } finally {
      limitFiles('unlimited')
    }
    expect(existsSync(archive.corrections)).toBe(false)
  })

  test('a line is taken out again where the database could not keep what it came to', () => {
    say('stalled')
    const content = readFileSync(archive.corrections, 'utf8')
    const commit = archive.store.relink.bind(archive.store)
    archive.store.relink = (link, then) => {
      commit(link, then)
      throw new StoreError('The disk is full.')
    }
    expect(() => say('achieved')).toThrow('The disk is full.')
    expect(readFileSync(archive.corrections, 'utf8')).toBe(content)
  })
})
