import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWords } from '../../src/cli/unknown-words.ts'
import { importPaths } from '../../src/import.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { ANSWERS, blindPapers } from './blind-archive.ts'
import { holdSession, scoreOf, storedFacts } from './teaching-desk.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-blind-'))
  store = openStore(join(folder, 'archive.db'), { create: true })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The key of the answer that somebody gives who knows the word on the card; others are skipped. */
function keyOf(card: string): string {
  const word = /“(.+?)”/u.exec(card.replaceAll('\n', ' '))?.[1]
  const means = Object.entries(ANSWERS).find(([kindAndWord]) => kindAndWord.endsWith(` ${word}`))?.[1]
  if (means === undefined) return 's'
  if (means === 'detail') return 'n'
  return new RegExp(`(\\d) ${means.replaceAll('_', ' ')}(?:\\s{3}|$)`, 'mu').exec(card)?.[1] ?? 's'
}

describe('an archive of four councils with words and layouts of their own: tables of answers, minutes, cards, trackers', () => {
  test('goes to F1 .95 with one answer a word, the word of most papers first, and is the same after a rebuild from nothing', async () => {
    const papers = blindPapers(2)
    for (const { name, text } of papers) {
      mkdirSync(dirname(join(folder, 'papers', name)), { recursive: true })
      writeFileSync(join(folder, 'papers', name), text)
    }
    await importPaths([join(folder, 'papers')], { store, jobs: 1 })
    expect(scoreOf(storedFacts(store), papers)).toBeLessThan(0.4)
    const first = openWords(store)[0]
    expect(first).toMatchObject({ kind: 'column', papers: 4, council: null })

    const { shown, kept } = await holdSession(store, keyOf)
    expect([...shown.matchAll(/── word .*[\s\S]*?“(.+?)”/gu)][0]?.[1]).toBe(first?.word)
    expect(scoreOf(storedFacts(store), papers), shown).toBeGreaterThanOrEqual(0.95)
    expect(kept).toBeLessThanOrEqual(Object.keys(ANSWERS).length)
    expect(openWords(store)).toEqual([])

    const before = storedFacts(store)
    store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `archive.db${suffix}`), { force: true })
    store = openStore(join(folder, 'archive.db'), { create: true })
    await importPaths([join(folder, 'papers')], { store, jobs: 1 })
    expect(storedFacts(store)).toEqual(before)
  }, 180_000)
})
