import { existsSync, readFileSync } from 'node:fs'

/** This package's version. Its file lies two folders up in the source tree, three in the built package. */
export function packageVersion(): string {
  const file = ['../../package.json', '../../../package.json'].map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url))
  return file ? String(JSON.parse(readFileSync(file, 'utf8')).version) : 'unknown'
}
