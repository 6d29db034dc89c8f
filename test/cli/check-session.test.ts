import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { cardText, question } from '../../src/cli/card.ts'
import { checkSession } from '../../src/cli/check-session.ts'
import { undecidedRecords } from '../../src/cli/undecided.ts'
import { readCorrections } from '../../src/corrections/correction-file.ts'
import { TestArchive } from '../corrections/corrected-archive.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = new TestArchive()
  await archive.import()
})
afterEach(() => archive.end())

/** Holds a session in which these keys are pressed; gives what was shown. */
async function press(keys: string, columns = 80): Promise<string> {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text
  })
  input.end(keys)
  await checkSession(archive.store, { input, output: Object.assign(output, { columns }) }, { by: 'A. Clerk', why: null })
  return shown
}

const said = () => readCorrections(archive.corrections).map(({ action }) => action)

test('a card shows both texts with who and when, asks in words, and names the keys', () => {
  const [record] = undecidedRecords(archive.store)
  if (!record) throw new Error('nothing is undecided')
  expect(record.kind).toBe('resolution')
  const updates = undecidedRecords(archive.store).filter(({ kind }) => kind === 'progress_update')
  const update = { ...updates[0], page: 3 } as typeof record
  expect(question(update)).toMatch(/^Does this update, page 3, report on resolution 2 of 14 January 2020, or on none\?$/)
  const narrow = cardText(update, { index: 0, total: 3 }, 80)
  expect(narrow).toMatch(/This update, numbered 1 .*\n“Prices will be set in the budget\.”/)
  expect(narrow).toMatch(/\n1 {2}resolution 2 of 14 January 2020/)
  expect(narrow).toMatch(/\n {2}2 {2}resolution /)
  expect(narrow).toMatch(/y yes {3}n none {3}1–\d that one {3}s skip {3}u undo {3}q quit$/)
  expect(narrow.split('\n').every((line) => line.length <= 100)).toBe(true)
  expect(cardText(update, { index: 0, total: 3 }, 120)).toMatch(/This update.*│ {2}1 {2}resolution 2/)
})

test('each answer is written at once, and linked when the session ends', async () => {
  const records = undecidedRecords(archive.store)
  expect(records).toHaveLength(3)
  const [resolution, first, second] = records
  const shown = await press('sy2')
  expect(said()).toEqual(['link', 'link'])
  expect(archive.update(String(first?.entityId)).recommendation_id).toBe(first?.candidates[0]?.recommendationId)
  expect(archive.update(String(second?.entityId)).recommendation_id).toBe(second?.candidates[1]?.recommendationId)
  expect(archive.store.rows('unlinked').map((row) => row.entity_id)).toEqual([resolution?.entityId])
  expect(shown).toContain('2 answers kept, 1 item left.')
  expect(archive.store.rows('corrections').every(({ by, state }) => by === 'A. Clerk' && state === 'applied')).toBe(true)
})

test('an answer is taken back, and its card comes again', async () => {
  const shown = await press('suxnunq')
  expect(shown).toContain('There is nothing to take back.')
  expect(shown.match(/── 2 of 3 ──/gu)).toHaveLength(3)
  expect(said()).toEqual(['unlink', 'undo', 'unlink'])
  expect(archive.store.rows('corrections').map((row) => row.state)).toEqual(['undone', 'applied', 'applied'])
  expect(shown).toContain('1 answer kept, 2 items left.')
})

test.each([
  ['Ctrl-C', '\u0003'],
  ['the end of the input', ''],
  ['q', 'q'],
])('%s ends the session and keeps what was said', async (_, end) => {
  await press(`n${end}`)
  expect(said()).toEqual(['unlink'])
  expect(archive.store.rows('unlinked')).toHaveLength(2)
})
