import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { LONG } from '../vitest.config.ts'
import { ROOT } from './examples.ts'

const long = new Set(globSync(LONG, { cwd: ROOT }))
const quick = globSync('test/**/*.test.ts', { cwd: ROOT }).filter((path) => !long.has(path))

/** What starts a process or a browser. */
const COSTLY = new Set(['node:child_process', 'playwright-core'])

/** The modules that a file of tests or scripts imports, of itself or by what it imports there; types cost nothing. */
function importsOf(path: string, seen = new Set<string>()): Set<string> {
  const text = readFileSync(join(ROOT, path), 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type\b)(?:[^'\n]*|\{[^}]*\}) ?from '([^']+)'/gmu)) {
    const found = name.startsWith('.') ? join(dirname(path), name) : name
    if (seen.has(found)) continue
    seen.add(found)
    if (/^(?:test|scripts)\b.*\.ts$/u.test(found)) importsOf(found, seen)
  }
  return seen
}

test('every path of the long tests leads to a file', () => {
  for (const path of LONG) expect(globSync(path, { cwd: ROOT }), path).not.toEqual([])
})

test.each(quick)('%s is quick: it starts no process and no browser', (path) => {
  expect([...importsOf(path)].filter((name) => COSTLY.has(name))).toEqual([])
})

test('it is seen what starts a process', () => {
  expect(importsOf('test/cli/import-command.test.ts')).toContain('node:child_process')
  expect(importsOf('test/report/browser.test.ts')).toContain('playwright-core')
})
