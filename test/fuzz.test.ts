import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Random } from '../scripts/bench/link/random.ts'
import { type Finding, FuzzedReadings, isWithinLimits } from '../scripts/endurance/fuzzed-readings.ts'
import { mutatePdf } from '../scripts/endurance/mutate-pdf.ts'
import { mutateText } from '../scripts/endurance/mutate-text.ts'
import { bytesToPieces, piecesToBytes, streamOf, withContent } from '../scripts/endurance/pdf-pieces.ts'
import { readingFaults } from '../scripts/endurance/reading-faults.ts'
import { takingLeftRejections } from '../src/canvas/left-rejections.ts'
import { bytesToRecords } from '../src/reading/bytes-to-records.ts'
import { readRecords } from '../src/reading/read-file.ts'
import { FIXTURES } from './read-fixture.ts'

const KEPT = join(FIXTURES, 'fuzzed')
const INPUTS = 50

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
      if (finding && !finding.faults.every(isWithinLimits)) findings.push(finding)
    }
  }
  await Promise.all([lane(), lane()])
  expect(findings).toEqual([])
})

afterAll(async () => {
  expect(await readings.end()).toEqual([])
}, 30_000)

describe('a mutation', () => {
  const bytesOf = (name: string): Buffer => readFileSync(join(FIXTURES, name))
  const [plan, report] = ['pdf/action-plan.writer-tagged.pdf', 'pdf/review-report.chromium.pdf'].map(bytesOf) as [Buffer, Buffer]
  const text = bytesOf('tracker-table/several-reviews/input.txt')

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('gives the same bytes under the same seed, and others than before: %i', (seed) => {
    expect(mutatePdf(plan, report, new Random(seed)).equals(mutatePdf(plan, report, new Random(seed)))).toBe(true)
    expect(mutatePdf(plan, report, new Random(seed)).equals(plan)).toBe(false)
    expect(mutateText(text, text, new Random(seed)).equals(mutateText(text, text, new Random(seed)))).toBe(true)
    expect(mutateText(text, text, new Random(seed)).equals(mutateText(text, text, new Random(seed + 1)))).toBe(false)
  })

  test('works on a PDF that, taken apart and put together, is read as before', async () => {
    const pieces = bytesToPieces(plan)
    const streams = pieces.objects.map((object) => ({ object, stream: streamOf(object) })).filter(({ stream }) => stream !== null)
    expect(streams.length).toBeGreaterThan(5)
    for (const { object, stream } of streams) if (stream) object.body = withContent(stream)
    const recordsOf = async (bytes: Uint8Array) => (await takingLeftRejections(() => bytesToRecords({ bytes, path: 'plan.pdf' }))).records
    expect(await recordsOf(piecesToBytes(pieces))).toEqual(await recordsOf(plan))
  })
})

describe('what is held to be a fault', () => {
  const file = join(FIXTURES, 'decision-record', 'resolved-to-roman', 'input.txt')
  const task = { file, path: 'input.txt', password: undefined, mostPages: 100, words: [], ocr: false }

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

  test('a quote that is not in the source, a line after its end, two records of one key, a failure without an error', async () => {
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
