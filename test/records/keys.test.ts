import { expect, it } from 'vitest'
import { KeyRing } from '../../parsers/outline/keys.ts'

it('never gives a key twice, not even one that reads like the second of another', () => {
  const ring = new KeyRing()
  const keys = ['wording/i', 'wording/i', 'wording/i~2', 'wording/i', 'wording/i~2', 'wording/i~3'].map((base) => ring.unique(base))
  expect(keys.slice(0, 2)).toEqual(['wording/i', 'wording/i~2'])
  expect(new Set(keys).size).toBe(keys.length)
})
