import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { explainDocument } from '../../parsers/records.ts'
import { KIND_SIGN_WORDS } from '../../parsers/roles/kind-weights.ts'
import { CONCLUSION_WEIGHTS, CONCLUSION_WORDS, RECOMMENDATION_WEIGHTS, RECOMMENDATION_WORDS } from '../../parsers/roles/weights.ts'

const root = join(import.meta.dirname, '../..')

test.each([
  ['recommendations', RECOMMENDATION_WEIGHTS, RECOMMENDATION_WORDS],
  ['conclusions', CONCLUSION_WEIGHTS, CONCLUSION_WORDS],
])('every weight of %s has words of its own, and no words lack a weight', (_, weights, words) => {
  expect(Object.keys(words).sort()).toEqual(Object.keys(weights).sort())
  expect(new Set(Object.values(words)).size).toBe(Object.keys(weights).length)
})

test('every sign of a kind of paper has words, and no words lack a sign', () => {
  const code = readFileSync(join(root, 'parsers/roles/choose-kind.ts'), 'utf8')
  const names = [...code.matchAll(/(?:\bsign\(|\bname:)\s*'([^']+)'/gu)].map(([, name]) => name ?? '')
  expect(names.length).toBeGreaterThan(30)
  expect(Object.keys(KIND_SIGN_WORDS).sort()).toEqual([...new Set(names)].sort())
})

const inputs = globSync('fixtures/{review-report,response,decision-record,other}/*/input.{md,txt}', { cwd: root })

test.each(inputs)('%s: every list has its reason, and its signs, in words, add up to its score', async (path) => {
  const document = await readDocument({ bytes: readFileSync(join(root, path)), path }, () => {})
  for (const { kinds, runs } of explainDocument(document)) {
    for (const { score, signs } of [...kinds, ...runs]) {
      expect(signs.reduce((sum, sign) => sum + sign.score, 0)).toBeCloseTo(score, 1)
      for (const { name, words } of signs) {
        expect(words).not.toMatch(/[{}]/)
        if (name !== 'bias') expect(words).toMatch(/ /)
      }
    }
    for (const { because } of runs) expect(because).toMatch(/\.$/)
  }
})
