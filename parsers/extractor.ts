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
  version ??= codeDigest(new URL('../', import.meta.url), ['parsers', 'schema'])
  return version
}

/** A digest of all code in these folders of `root`, the same for the source and for what is built of it alone. 12 hexadecimal digits. */
export function codeDigest(root: URL, folders: readonly string[]): string {
  const home = fileURLToPath(root)
  const hash = createHash('sha256')
  for (const file of globSync(`{${folders.join(',')}}/**/*.{ts,js}`, { cwd: home }).sort()) {
    hash.update(file.replaceAll('\\', '/').replace(/\.[tj]s$/u, ''))
    hash.update(readFileSync(home + file))
  }
  return hash.digest('hex').slice(0, 12)
}
