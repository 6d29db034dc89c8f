import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KilledCorrections } from '../scripts/endurance/killed-corrections.ts'
import { KilledImports } from '../scripts/endurance/killed-imports.ts'
import { KilledReports } from '../scripts/endurance/killed-reports.ts'

const SEED = process.env.CI ? 20_261_122 : Math.floor(Math.random() * 1e6)

/** What is killed, and how many kills at work are to be seen: some come too late, when the command has ended by itself. */
const KILLED = [
  { name: 'an import', make: () => new KilledImports(SEED), atWork: 4 },
  { name: 'a correction', make: () => new KilledCorrections(SEED), atWork: 3 },
  { name: 'a report', make: () => new KilledReports(SEED), atWork: 2 },
]

describe.each(KILLED)('$name', ({ name, make, atWork }) => {
  let killed: ReturnType<typeof make>
  beforeAll(async () => {
    killed = make()
    await killed.prepare()
  }, 120_000)
  afterAll(() => killed.end())

  test(`${name} that is killed at any instant loses nothing, leaves nothing half, and is made good by the next`, {
    timeout: 240_000,
  }, async () => {
    const kills: { hit: number | boolean; wrong: string[] }[] = []
    const seen = (): number => kills.filter(({ hit }) => Number(hit) > 0).length
    for (let tries = 0; tries < 12 && seen() < atWork; tries++) kills.push(await killed.kill())
    expect(kills.filter(({ wrong }) => wrong.length > 0)).toEqual([])
    expect(seen()).toBeGreaterThanOrEqual(atWork)
  })
})
