// Reads mutated fixtures for a set time: npm run fuzz [-- --minutes N] [--seed N] [--only pdf|text|markdown|word|sheets|web|containers|new] [--keep FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Finding, FORMATS, FuzzedReadings, isWithinLimits } from './endurance/fuzzed-readings.ts'
import { minimise } from './endurance/minimise.ts'

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'string' },
  },
})
const only = Object.entries(FORMATS).find(([format]) => format === values.only)
if (values.only && !only) throw new Error(`--only takes one of ${Object.keys(FORMATS).join(', ')}`)
const readings = new FuzzedReadings(Number(values.seed), { twice: true, ...(only ? { extensions: only[1] } : {}) })
const kinds = new Map<string, number>()
let inputs = 0
let wrong = 0
try {
  for (const finding of await readings.prepare()) await tell(finding)
  const end = performance.now() + Number(values.minutes) * 60_000
  let next = 0
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      const finding = await readings.tryInput(next++)
      inputs++
      if (finding) await tell(finding)
    }
  }
  await Promise.all([lane(), lane()])
} finally {
  for (const { rule, note } of await readings.end()) {
    console.log(`at the end: ${rule}: ${note}`)
    wrong++
  }
}
console.log(
  [`${inputs} inputs under seed ${values.seed}: ${wrong} findings`, ...[...kinds].map(([kind, times]) => `${times} × ${kind}`)].join('\n'),
)
process.exitCode = wrong > 0 ? 1 : 0

/** Tells a finding, and writes the first of its kind to the folder, whole and as small as it could be made. */
async function tell(finding: Finding): Promise<void> {
  const { input, original, bytes, faults } = finding
  const worst = faults.find((fault) => !isWithinLimits(fault))
  const fault = worst ?? faults[0]
  const kind = `${fault?.rule}: ${fault?.note
    .replace(/\d+/gu, '#')
    .replace(/"[^"]*"/gu, '"…"')
    .slice(0, 160)}`
  if (worst) wrong++
  kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  if (kinds.get(kind) !== 1) return
  console.log(
    `${input} of ${original} (${bytes.length} bytes): ${faults
      .slice(0, 3)
      .map(({ rule, note }) => `${rule}: ${note}`)
      .join('; ')}`,
  )
  if (!values.keep) return
  mkdirSync(values.keep, { recursive: true })
  const name = `${values.seed}-${input}-${fault?.rule}`
  writeFileSync(join(values.keep, `${name}${extname(original)}`), bytes)
  const small = await minimise(bytes, async (piece) => (await readings.faultsOf(piece, original)).some(({ rule }) => rule === fault?.rule))
  if (small) writeFileSync(join(values.keep, `${name}.small${extname(original)}`), small)
  console.log(small ? `  made small: ${small.length} bytes` : '  not found again by itself')
}
