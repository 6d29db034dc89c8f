import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { README, runSession } from '../scripts/session.ts'

it('shows a session that is real', () => {
  const shown = /<!-- session -->\n```console\n([\s\S]*?)\n```\n<!-- \/session -->/u.exec(readFileSync(README, 'utf8'))?.[1]
  expect(shown, 'run: npm run session').toBe(runSession())
}, 60_000)
