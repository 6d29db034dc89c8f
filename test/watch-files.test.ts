import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchFiles } from '../src/watch-files.ts'

let folder: string
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'scrutineer-watch-')), 'papers')
  mkdirSync(join(folder, 'inner'), { recursive: true })
})
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }))

const at = (name: string): string => join(folder, name)
const nothing = (): void => {}

/** Takes a step before each look after the first, and gives the numbers of the steps after which the watch yielded; 0 is the beginning. */
async function yieldsAfter(...steps: (() => void)[]): Promise<number[]> {
  const ending = new AbortController()
  const yields: number[] = []
  let taken = 0
  const pause = async (): Promise<void> => {
    const step = steps[taken++]
    if (step) step()
    else ending.abort()
  }
  for await (const _ of watchFiles([folder], { ignore: new Set([at('papers.db')]), signal: ending.signal, pause })) yields.push(taken)
  return yields
}

test('yields at the beginning, and not where nothing changes', async () => {
  expect(await yieldsAfter(nothing, nothing, nothing)).toEqual([0])
})

test.each([
  ['comes', () => writeFileSync(at('b.txt'), 'two')],
  ['comes into a folder', () => writeFileSync(at('inner/b.txt'), 'two')],
  ['grows', () => appendFileSync(at('a.txt'), ' and more')],
  ['is written with as many letters', () => utimesSync(at('a.txt'), 5, 5)],
  ['is renamed', () => renameSync(at('a.txt'), at('c.txt'))],
  ['goes', () => rmSync(at('a.txt'))],
])('yields once where a file %s and then stays as it is', async (_, change) => {
  writeFileSync(at('a.txt'), 'one')
  expect(await yieldsAfter(change, nothing, nothing, nothing)).toEqual([0, 2])
})

test('waits for a file that grows from look to look', async () => {
  const grow = (): void => appendFileSync(at('copied.txt'), 'x')
  expect(await yieldsAfter(grow, grow, grow, nothing, nothing)).toEqual([0, 4])
})

test('waits for what is as it was before to be as it was before', async () => {
  expect(
    await yieldsAfter(
      () => writeFileSync(at('a.txt'), 'one'),
      () => rmSync(at('a.txt')),
      nothing,
      nothing,
    ),
  ).toEqual([0])
})

test('takes no notice of what is to be ignored', async () => {
  expect(await yieldsAfter(() => writeFileSync(at('papers.db'), 'stored'), nothing, nothing)).toEqual([0])
})

test('goes on when the folder is gone for a while', async () => {
  const away = (): void => renameSync(folder, `${folder}-away`)
  const back = (): void => renameSync(`${folder}-away`, folder)
  const write = (): void => writeFileSync(at('a.txt'), 'one')
  expect(await yieldsAfter(away, nothing, nothing, back, nothing, nothing, write, nothing, nothing)).toEqual([0, 8])
})

test('sees what changed while the caller was at work', async () => {
  const ending = new AbortController()
  let looks = 0
  const pause = async (): Promise<void> => {
    if (++looks > 3) ending.abort()
  }
  let yields = 0
  for await (const _ of watchFiles([folder], { ignore: new Set(), signal: ending.signal, pause }))
    if (++yields === 1) writeFileSync(at('a.txt'), 'one')
  expect(yields).toBe(2)
})
