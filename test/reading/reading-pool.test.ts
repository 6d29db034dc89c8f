import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ReadingPool } from '../../src/reading/reading-pool.ts'

const LIMITS = { seconds: 2, megabytes: 200, pages: 10 }
const UNRULY = new URL('./unruly-worker.ts', import.meta.url)

let pool: ReadingPool
beforeEach(() => {
  pool = new ReadingPool(2, LIMITS, UNRULY)
})
afterEach(() => pool.close())

describe('a thread that', () => {
  test.each([
    ['hangs in a loop', 'time-limit', 'the limit is 2 seconds'],
    ['hangs and waits', 'time-limit', 'the limit is 2 seconds'],
    ['ends itself', 'reader-died', 'exit'],
    ['ends itself as if all were well', 'reader-died', 'exit'],
    ['lets a promise fail', 'reader-died', 'nobody waits for this'],
    ['throws where nobody catches', 'reader-died', 'out of nowhere'],
    ['runs out of stack', 'reader-died', 'Maximum call stack size exceeded'],
  ])('%s costs its own file and no other', (deed, rule, note) => expectOneDead(pool, deed, rule, note))

  test.each([
    'fills its heap',
    'takes one array larger than its heap',
    'grows one array beyond its heap',
    'grows one map beyond its heap',
    'fills buffers',
  ])('%s costs its own file and no other', async (deed) => {
    const patient = new ReadingPool(2, { ...LIMITS, seconds: 60 }, UNRULY)
    await expectOneDead(patient, deed, 'memory-limit', 'the limit is 200 MB').finally(() => patient.close())
  })
})

async function expectOneDead(pool: ReadingPool, deed: string, rule: string, note: string): Promise<void> {
  const files = ['before', deed, 'beside', 'behind', 'last']
  const [before, own, ...others] = await Promise.all(files.map((file) => pool.digest(file)))
  expect(own).toEqual({ type: 'died', rule, note: expect.stringContaining(note) })
  expect([before, ...others]).toEqual(['before', 'beside', 'behind', 'last'].map((file) => ({ type: 'digest', sha256: `of ${file}` })))
}

test('all threads may die at once, and those after them are read all the same', async () => {
  const files = ['ends itself', 'hangs in a loop', 'lets a promise fail', 'ends itself', 'last']
  const answers = await Promise.all(files.map((file) => pool.digest(file)))
  expect(answers.map((answer) => (answer.type === 'died' ? answer.rule : answer.type))).toEqual([
    'reader-died',
    'time-limit',
    'reader-died',
    'reader-died',
    'digest',
  ])
})

test('looking into a container has the same limits', async () => {
  expect(await pool.members('hangs in a loop')).toMatchObject({ type: 'died', rule: 'time-limit' })
})

test('the time of a file that waits for a thread does not count', async () => {
  const files = ['hangs in a loop', 'hangs in a loop', 'hangs and waits', 'hangs and waits', 'last']
  const answers = await Promise.all(files.map((file) => pool.digest(file)))
  expect(answers.at(-1)).toEqual({ type: 'digest', sha256: 'of last' })
})
