import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

let version: string | undefined

/**
 * What read a document: a digest of every rule and word that can change a record, which is to say of all
 * files of `parsers/` and `schema/`. Documents that were read by another are read again, so nobody has to
 * remember to raise a number. 12 hexadecimal digits.
 */
export function extractorVersion(): string {
  version ??= digest()
  return version
}

function digest(): string {
  const root = fileURLToPath(new URL('../', import.meta.url))
  const hash = createHash('sha256')
  for (const file of globSync('{parsers,schema}/**/*.{ts,js}', { cwd: root }).sort()) {
    hash.update(file.replaceAll('\\', '/').replace(/\.[tj]s$/u, ''))
    hash.update(readFileSync(root + file))
  }
  return hash.digest('hex').slice(0, 12)
}
