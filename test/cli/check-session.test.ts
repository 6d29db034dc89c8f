import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { cardText, question } from '../../src/cli/card.ts'
import { checkSession } from '../../src/cli/check-session.ts'
import { type Undecided, undecidedRecord, undecidedRows } from '../../src/cli/undecided.ts'
import { openWords } from '../../src/cli/unknown-words.ts'
import { readCorrections } from '../../src/corrections/correction-file.ts'
import { TestArchive } from '../corrections/corrected-archive.ts'

let archive: TestArchive
beforeEach(async () => {
  archive = await TestArchive.imported()
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

const RECORD: Undecided = {
  entityId: 'doc-0123456789ab/update/3',
  kind: 'progress_update',
  path: 'papers/tracker.pdf',
  page: 3,
  said: 'Overview and Scrutiny Committee, 9 March 2021',
  number: '3',
  text: 'Prices will be known in May.',
  candidates: [
    {
      recommendationId: 'bins/4',
      name: 'resolution 4 of 23 January 2020',
      text: 'That a second bin be offered at half price.',
      confidence: 0.41,
    },
    { recommendationId: 'bins/5', name: 'recommendation 5', text: 'That crews leave a card where a bin is not taken.', confidence: null },
  ],
  hasBest: true,
}

test('a card shows both texts with who and when, asks in words, and names the keys', () => {
  const narrow = cardText(RECORD, { index: 0, total: 12 }, 80)
  expect(narrow.split('\n')).toEqual([
    '── 1 of 12 ── papers/tracker.pdf',
    '',
    'This update, numbered 3 (page 3; Overview and Scrutiny Committee, 9 March 2021)',
    '“Prices will be known in May.”',
    '',
    '1  resolution 4 of 23 January 2020 (41% sure)',
    '“That a second bin be offered at half price.”',
    '',
    '  2  recommendation 5: That crews leave a card where a bin is not taken.',
    '',
    'Does this update, page 3, report on resolution 4 of 23 January 2020, or on none?',
    '  y yes   n none   1–2 that one   s skip   u undo   q quit',
  ])
  expect(cardText(RECORD, { index: 0, total: 12 }, 120)).toMatch(
    /^This update, numbered 3 .*│ {2}1 {2}resolution 4 of 23 January 2020 \(41% sure\)$/mu,
  )
})

test('the question fits what is known', () => {
  expect(question({ ...RECORD, hasBest: false })).toBe('Which of these does this update, page 3, report on, or on none?')
  expect(question({ ...RECORD, kind: 'action', page: null })).toBe(
    'Does this action belong to resolution 4 of 23 January 2020, or to none?',
  )
  expect(question({ ...RECORD, kind: 'resolution', candidates: [] })).toMatch(
    /^Nothing in the archive fits what this resolution, page 3, could decide/,
  )
})

test('what a record may be about is looked up when its card comes', async () => {
  const asked: string[] = []
  const query = archive.store.query.bind(archive.store)
  vi.spyOn(archive.store, 'query').mockImplementation((sql, ...about) => {
    if (/recommendations c/u.test(sql)) asked.push(sql)
    return query(sql, ...about)
  })
  await press('q')
  expect(asked.length).toBe(1)
})

test('each answer is written at once, and linked when the session ends', async () => {
  const records = undecidedRows(archive.store).map((row) => undecidedRecord(archive.store, row))
  expect(records).toHaveLength(3)
  const [skipped, first, second] = records
  const shown = await press('s12')
  expect(said()).toEqual(['link', 'link'])
  expect(archive.update(String(first?.entityId)).recommendation_id).toBe(first?.candidates[0]?.recommendationId)
  expect(archive.update(String(second?.entityId)).recommendation_id).toBe(second?.candidates[1]?.recommendationId)
  expect(archive.store.rows('unlinked').map((row) => row.entity_id)).toEqual([skipped?.entityId])
  expect(shown).toContain('2 answers kept, 1 item left.')
  expect(archive.store.rows('corrections').every(({ by, state }) => by === 'A. Clerk' && state === 'applied')).toBe(true)
})

test('an answer is taken back, and its card comes again', async () => {
  const shown = await press('suxnunq')
  expect(shown).toContain('There is nothing to undo.')
  expect(shown.match(/── 2 of 3 ──/gu)).toHaveLength(3)
  expect(said()).toEqual(['unlink', 'undo', 'unlink'])
  expect(archive.store.rows('corrections').map((row) => row.state)).toEqual(['undone', 'applied', 'applied'])
  expect(shown).toContain('1 answer kept, 2 items left.')
})

test('the last answer of a session is taken back too', async () => {
  const cards = undecidedRows(archive.store).length + openWords(archive.store).length
  const shown = await press(`${'s'.repeat(cards - 1)}nunx`)
  expect(shown.match(/That was the last card\./gu)).toHaveLength(2)
  expect(said()).toEqual(['teach', 'undo', 'teach'])
  expect(shown).toContain('1 answer kept, 3 items left.')
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

describe('a correction that waits comes first, as a card', () => {
  const PAPER = 'papers/marlford-borough-council/Progress Update 2 - Bus Services - June 2023.md'
  const states = () => archive.store.rows('corrections').map(({ action, state }) => `${action} ${state}`)
  /** The update that the paper gives for recommendation 3, as it is now. */
  const update = () =>
    archive.one(
      `SELECT u.* FROM progress_updates u JOIN documents d USING (document_id)
       WHERE d.path = ? AND d.superseded_by IS NULL AND u.recommendation_id = 'marlford/bus-services-2021/3'`,
      PAPER,
    )

  beforeEach(async () => {
    archive.say({ action: 'set', target: String(update().update_id), fields: { status: 'stalled' } }, 'the cell is amber')
    appendFileSync(join(archive.folder, PAPER), '\nPublished again with a correction.\n')
    await archive.import()
    expect(states()).toEqual(['set target_gone'])
  })

  test('and is carried over to what it most likely is now', async () => {
    const before = update()
    const shown = await press('yq')
    expect(shown).toMatch(/^\n── 1 of 1 ── correction c-/u)
    expect(shown.replaceAll(/\s+/gu, ' ')).toContain(`is gone. The likeliest new target is ${before.update_id}: “`)
    expect(states()).toEqual(['set undone', 'set applied', 'undo applied'])
    expect(update()).toMatchObject({ update_id: before.update_id, status: 'stalled' })
  })

  test('and what was answered is undone with u; n takes it back', async () => {
    await press('yunq')
    expect(states()).toEqual(['set undone', 'set undone', 'undo undone', 'undo applied', 'undo applied', 'undo applied'])
    expect(update().status).toBe('achieved')
  })
})
