import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Kill, KilledImports } from '../scripts/endurance/killed-imports.ts'

let imports: KilledImports
beforeAll(async () => {
  imports = new KilledImports(process.env.CI ? 20_261_122 : Math.floor(Math.random() * 1e6))
  await imports.prepare()
}, 120_000)
afterAll(() => imports.end())

test('an import that is killed at any instant is made good by the next', { timeout: 240_000 }, async () => {
  const kills: Kill[] = []
  // Some kills come too late, when the import has ended by itself: those show nothing.
  for (let tries = 0; tries < 12 && kills.filter(({ hit }) => hit > 0).length < 4; tries++) kills.push(await imports.kill())
  expect(kills.filter(({ wrong }) => wrong.length > 0)).toEqual([])
  expect(kills.filter(({ hit }) => hit > 0).length).toBeGreaterThanOrEqual(4)
})
