import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const SOURCE = ['src', 'parsers', 'schema'].map((folder) => `${folder}/**/*.{ts,js}`)

/** Packages that a file loads, at once or when it needs them; types are not loaded. */
function packagesOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/^(?:import|export) type [^;']*'[^']+'/gmu, '')
  const loaded = text.matchAll(/(?:^(?:import|export)\s(?:[^;'"()]*?\sfrom\s)?|\b(?:import|resolve)\()'([^.'][^']*)'/gmu)
  return [...loaded].flatMap(([, name = '']) => /^(?:@[\w.-]+\/)?[\w.-]+/u.exec(name)?.[0] ?? []).filter((name) => name !== 'node')
}

test('every package that the published code loads is installed with it', () => {
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: Record<string, string> }
  const used = new Set(SOURCE.flatMap((glob) => globSync(glob, { cwd: ROOT })).flatMap(packagesOf))
  expect(used.size).toBeGreaterThan(20)
  expect([...used].filter((name) => !(name in dependencies))).toEqual([])
})
