// Kills imports, corrections and reports at random instants and sees that nothing is lost or half, and that the next run
// makes them good: npm run kills [-- --imports N] [--corrections N] [--reports N] [--seed N]
import { parseArgs } from 'node:util'
import { KilledCorrections } from './endurance/killed-corrections.ts'
import { KilledImports } from './endurance/killed-imports.ts'
import { KilledReports } from './endurance/killed-reports.ts'

const { values } = parseArgs({
  options: {
    imports: { type: 'string', default: '200' },
    corrections: { type: 'string', default: '50' },
    reports: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
  },
})
const seed = Number(values.seed)

/** What can be killed again and again. */
interface Killed {
  prepare(): Promise<void>
  kill(): Promise<{ hit: number | boolean; wrong: string[] }>
  end(): void
}

async function killMany(name: string, times: number, killed: Killed): Promise<void> {
  let hit = 0
  let wrong = 0
  try {
    if (times > 0) await killed.prepare()
    for (let time = 1; time <= times; time++) {
      const kill = await killed.kill()
      if (Number(kill.hit) > 0) hit++
      if (kill.wrong.length === 0) continue
      wrong++
      console.log(`${time}: ${JSON.stringify(kill)}`)
    }
  } finally {
    killed.end()
  }
  console.log(`${times} ${name}, ${hit} of them killed at work: ${wrong} lost something, left something half or were not made good`)
  if (wrong > 0) process.exitCode = 1
}

await killMany('imports', Number(values.imports), new KilledImports(seed))
await killMany('corrections', Number(values.corrections), new KilledCorrections(seed))
await killMany('reports', Number(values.reports), new KilledReports(seed))
