// Kills imports at random instants and sees that the next run makes them good: npm run kills [-- --times N] [--seed N]
import { parseArgs } from 'node:util'
import { KilledImports } from './endurance/killed-imports.ts'

const { values } = parseArgs({ options: { times: { type: 'string', default: '200' }, seed: { type: 'string', default: '1' } } })
const imports = new KilledImports(Number(values.seed))
let hit = 0
let wrong = 0
try {
  await imports.prepare()
  for (let time = 1; time <= Number(values.times); time++) {
    const kill = await imports.kill()
    if (kill.hit > 0) hit++
    if (kill.wrong.length === 0) continue
    wrong++
    console.log(`${time}: ${kill.scene} archive, killed at ${JSON.stringify(kill.after)}: ${kill.wrong.join('; ')}`)
  }
} finally {
  imports.end()
}
console.log(`${values.times} imports, ${hit} of them killed at work: ${wrong} were not made good by the next run`)
process.exitCode = wrong > 0 ? 1 : 0
