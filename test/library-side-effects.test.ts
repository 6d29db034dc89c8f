import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { importPaths, openStore, readDocument } from '../src/index.ts'
import { FIXTURES } from './read-fixture.ts'

const ROOT = join(import.meta.dirname, '..')

/** All source files that importing this one may load, sooner or later; modules of threads are not imported. */
function reachableFrom(entry: string, found = new Set<string>()): Set<string> {
  if (found.has(entry)) return found
  found.add(entry)
  const loaded = readFileSync(entry, 'utf8').replace(/^(?:import|export) type [^;']*'[^']+'/gmu, '')
  for (const [, path = ''] of loaded.matchAll(/(?:from|import\()\s*'(\.[^']+\.ts)'/gu)) {
    const file = join(dirname(entry), path)
    if (existsSync(file)) reachableFrom(file, found)
  }
  return found
}

/** What changes the process that it runs in, for all code in it. */
const OF_THE_PROCESS =
  /setFlagsFromString|process\.(?:on|once|exit|chdir|umask|setUncaught\w+)\(|process\.exitCode\s*=|process\.env\.\w+\s*\??=[^=]/u

test('nothing that the library loads changes the process, but for what a caller asks for by name', () => {
  const files = [...reachableFrom(join(ROOT, 'src/index.ts'))]
  expect(files.length).toBeGreaterThan(200)
  const found = files.filter((file) => OF_THE_PROCESS.test(readFileSync(file, 'utf8'))).map((file) => relative(ROOT, file))
  expect(found).toEqual(['src/canvas/left-rejections.ts'])
})

test('the command sets the flag, and the library would be noticed', () => {
  const files = [...reachableFrom(join(ROOT, 'src/cli/main.ts'))].map((file) => relative(ROOT, file))
  expect(files.filter((file) => OF_THE_PROCESS.test(readFileSync(join(ROOT, file), 'utf8')))).toContain('src/cli/early-garbage.ts')
})

test('reading and importing listens to nothing', async () => {
  const events = ['unhandledRejection', 'uncaughtException', 'SIGINT', 'SIGTERM', 'exit', 'warning']
  const counts = (): number[] => events.map((event) => process.listenerCount(event))
  const seen = new Set<string>()
  const look = (): Set<string> => seen.add(counts().join())
  look()
  const path = join(FIXTURES, 'pdf', 'action-plan.writer-tagged.pdf')
  const read = readDocument({ bytes: readFileSync(path), path }, look)
  look()
  await read
  const store = openStore(':memory:')
  await importPaths([path], { store, jobs: 1 }, look)
  store.close()
  expect([...seen]).toEqual([counts().join()])
})
