import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { extractorVersion } from '../parsers/extractor.ts'
import type { Correction } from '../schema/corrections.ts'

/**
 * By what an archive is linked: a digest of every rule that linking follows, those of the extractor with them, and of the
 * corrections. While it is the same and nothing was stored, linking anew would change nothing. 12 hexadecimal digits.
 */
export function linkedBy(corrections: readonly Correction[]): string {
  return createHash('sha256').update(linkerVersion()).update(JSON.stringify(corrections)).digest('hex').slice(0, 12)
}

let version: string | undefined

function linkerVersion(): string {
  version ??= digest()
  return version
}

function digest(): string {
  const root = fileURLToPath(new URL('./', import.meta.url))
  const hash = createHash('sha256').update(extractorVersion())
  for (const file of globSync('{link,corrections}/**/*.{ts,js}', { cwd: root }).sort()) {
    hash.update(file.replaceAll('\\', '/').replace(/\.[tj]s$/u, ''))
    hash.update(readFileSync(root + file))
  }
  return hash.digest('hex')
}
