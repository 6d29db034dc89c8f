import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Finding, FuzzedReadings, isWithinLimits } from '../scripts/endurance/fuzzed-readings.ts'
import { readingFaults } from '../scripts/endurance/reading-faults.ts'
import { readRecords } from '../src/reading/read-file.ts'
import { FIXTURES } from './read-fixture.ts'

const KEPT = join(FIXTURES, 'fuzzed')
const INPUTS = 80

let readings: FuzzedReadings
beforeAll(() => {
  readings = new FuzzedReadings(process.env.CI ? 20_261_122 : Math.floor(Math.random() * 1e6))
})

test.each(readdirSync(KEPT))('what fuzzing found once is read as it must be: %s', async (name) => {
  expect(await readings.faultsOf(readFileSync(join(KEPT, name)), name)).toEqual([])
})

test('papers that were torn, mixed up and damaged end no thread and give no record that breaks a rule', { timeout: 240_000 }, async () => {
  const findings: Finding[] = []
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < INPUTS) {
      const finding = await readings.tryInput(next++)
      // How long a reading takes is the machine's doing too.
      if (finding && !isWithinLimits(finding)) findings.push(finding)
    }
  }
  await Promise.all([lane(), lane()])
  expect(findings).toEqual([])
})

afterAll(async () => {
  expect(await readings.end()).toEqual([])
}, 30_000)

describe('what is held to be a fault', () => {
  const file = join(FIXTURES, 'decision-record', 'resolved-to-roman', 'input.txt')
  const task = { file, path: 'input.txt', password: undefined, mostPages: 100 }

  async function faultsOfOne(
    change: (reading: Extract<Awaited<ReturnType<typeof readRecords>>, { type: 'read' }>) => void,
  ): Promise<string[]> {
    const reading = await readRecords(task)
    if (reading.type !== 'read') throw new Error(reading.note)
    change(reading)
    return readingFaults(reading, readFileSync(file)).map(({ rule }) => rule)
  }

  test('nothing in a paper as it was', async () => {
    expect(await faultsOfOne(() => {})).toEqual([])
  })

  test('a quote that is not in the source, a line behind its end, two records of one key, a failure without an error', async () => {
    const first = ({ records }: { records: unknown }) =>
      (records as { resolutions: { key: string; evidence: { quote: string | null }[]; place: { lineTo: number | null } }[] }).resolutions
    expect(
      await faultsOfOne((reading) => {
        for (const piece of first(reading)[0]?.evidence ?? []) if (piece.quote !== null) piece.quote = 'The moon be bought.'
      }),
    ).toContain('quote')
    expect(
      await faultsOfOne((reading) => {
        const [resolution] = first(reading)
        if (resolution) resolution.place.lineTo = 10_000
      }),
    ).toEqual(['place'])
    expect(
      await faultsOfOne((reading) => {
        const [resolution, next] = first(reading)
        if (resolution && next) next.key = resolution.key
      }),
    ).toContain('schema')
    expect(
      await faultsOfOne((reading) => {
        reading.records = null
      }),
    ).toEqual(['status'])
    expect(readingFaults({ type: 'died', rule: 'reader-died', note: '' }, Buffer.from(''))).toHaveLength(1)
  })
})
