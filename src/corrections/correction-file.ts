import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { z } from 'zod'
import { type Correction, correctionHeaderSchema, correctionSchema } from '../../schema/corrections.ts'
import { StoreError } from '../../schema/errors.ts'

const header = (version: 1 | 2): string => JSON.stringify({ format: 'scrutineer-corrections', version })

/**
 * Where the corrections of a database are kept: "council.corrections.jsonl" beside "council.db". The name does not begin
 * with the database's whole name, so that who removes "council.db*" to build it anew keeps what people decided. Null for
 * a database that is only in memory.
 */
export function correctionsPath(databasePath: string): string | null {
  return databasePath === ':memory:' ? null : `${databasePath.replace(/\.db$/u, '')}.corrections.jsonl`
}

/**
 * All corrections of a file in the order of their times; none where there is no file. Lines that stand in it twice, and
 * headers in the middle, as a merge of two files leaves them, count once. Throws `StoreError` with the number of the first
 * line that cannot be read: what a person said is not to be passed over.
 */
export function readCorrections(path: string | null): Correction[] {
  if (path === null || !existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split(/\r?\n/u)
  const found = new Map<string, Correction>()
  let headed = false
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue
    const refuse = (why: string): never => {
      throw new StoreError(`${path}, line ${index + 1}: ${why} Mend the line and try again; nothing was changed.`)
    }
    const value = parseJson(text.replace(/^\uFEFF/u, ''), refuse)
    if (typeof value === 'object' && value !== null && 'format' in value) {
      if (!correctionHeaderSchema.safeParse(value).success) refuse('this is another format, or of a newer Scrutineer.')
      headed = true
      continue
    }
    if (!headed) refuse(`a file of corrections begins with ${header(1)}.`)
    const parsed = correctionSchema.safeParse(value)
    if (!parsed.success) return refuse(`${z.prettifyError(parsed.error).replaceAll(/\s*\n\s*/gu, ' ')}.`)
    const twin = found.get(parsed.data.id)
    if (twin && JSON.stringify(twin) !== JSON.stringify(parsed.data)) refuse(`another line has the id ${parsed.data.id} already.`)
    found.set(parsed.data.id, parsed.data)
  }
  return [...found.values()].sort(byTime)
}

function parseJson(text: string, refuse: (why: string) => never): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('this is not a line of JSON.')
  }
}

const byTime = (a: Correction, b: Correction): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1)

/**
 * Adds lines, in one write that is on the disk when this returns; makes the file with its header if need be. A file without
 * taught words is of version 1; a header of version 2 goes before the first of them, so that a Scrutineer that knows none
 * refuses the file instead of passing them over.
 */
export function appendCorrections(path: string, corrections: readonly Correction[]): void {
  const file = openSync(path, 'a+')
  try {
    const content = readFileSync(path, 'utf8')
    const taught = corrections.some(({ action }) => action === 'teach')
    const headed = taught ? content.includes(header(2)) : content !== ''
    const lines = [...(headed ? [] : [header(taught ? 2 : 1)]), ...corrections.map((correction) => JSON.stringify(correction))]
    writeSync(file, `${content === '' || content.endsWith('\n') ? '' : '\n'}${lines.join('\n')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
