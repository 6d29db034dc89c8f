import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { byCodeUnits } from '../../schema/by-code-units.ts'
import { CORRECTION_VERSIONS, type Correction, correctionHeaderSchema, correctionSchema } from '../../schema/corrections.ts'
import { StoreError } from '../../schema/errors.ts'
import { OWN_FILES } from '../../schema/own-files.ts'

type Version = (typeof CORRECTION_VERSIONS)[number]

const header = (version: Version): string => JSON.stringify({ format: OWN_FILES.corrections, version })

/**
 * Where the corrections of a database are kept: "council.corrections.jsonl" beside "council.db". The name does not begin
 * with the database's whole name, so that who removes "council.db*" to build it anew keeps what people decided. Null for
 * a database that is only in memory.
 */
export function correctionsPath(databasePath: string): string | null {
  return databasePath === ':memory:' ? null : `${databasePath.replace(/\.db$/u, '')}.corrections.jsonl`
}

/**
 * All corrections of a file in the order of their times; none where there is no file. Lines that are in it twice, and
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
      throw new StoreError(`${path}, line ${index + 1}: ${why} Repair the line and try again. Nothing was changed.`)
    }
    if (/^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/u.test(text)) refuse('this is a conflict mark of a version control system.')
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

const byTime = (a: Correction, b: Correction): number => byCodeUnits(a.at, b.at) || byCodeUnits(a.id, b.id)

/** The version of the format that first has such a line. */
function versionOf({ action, about }: Correction): Version {
  if (action === 'forget') return 4
  return about !== undefined ? 3 : action === 'teach' ? 2 : 1
}

/**
 * Adds lines, which are on the disk when this returns; makes the file with its header if need be. A header of the version that the
 * lines need goes before the first of them, so that a Scrutineer that knows an earlier one refuses the file instead of passing over
 * what it does not understand. All of it is written or nothing: where the disk is full the file is as it was. Gives a function that
 * takes the lines out again, for a caller whose own work then fails.
 */
export function appendCorrections(path: string, corrections: readonly Correction[]): () => void {
  const before = existsSync(path) ? statSync(path).size : null
  const takeBack = (): void => (before === null ? rmSync(path, { force: true }) : truncateSync(path, before))
  const file = openSync(path, 'a+')
  try {
    const content = readFileSync(path, 'utf8')
    const version = corrections.reduce<Version>((most, correction) => Math.max(most, versionOf(correction)) as Version, 1)
    const headed = CORRECTION_VERSIONS.some((written) => written >= version && content.includes(header(written)))
    const lines = [...(headed ? [] : [header(version)]), ...corrections.map((correction) => JSON.stringify(correction))]
    writeFileSync(file, `${content === '' || content.endsWith('\n') ? '' : '\n'}${lines.join('\n')}\n`)
    fsyncSync(file)
    if (before === null) syncFolder(dirname(path))
  } catch (error) {
    takeBack()
    throw error
  } finally {
    closeSync(file)
  }
  return takeBack
}

/** How a system answers whose folders cannot be opened or synced. */
const UNSYNCED = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP']

/** A new file is safe when its folder says on the disk that it is there; a system whose folders cannot be synced needs none of it. */
function syncFolder(path: string): void {
  let folder: number | null = null
  try {
    folder = openSync(path, 'r')
    fsyncSync(folder)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && UNSYNCED.includes(String(error.code)))) throw error
  } finally {
    if (folder !== null) closeSync(folder)
  }
}

/** Writes a whole file of corrections beside the one at `path`, then in its place. */
export function writeCorrections(path: string, corrections: readonly Correction[]): void {
  const beside = `${path}.new`
  rmSync(beside, { force: true })
  appendCorrections(beside, corrections)
  renameSync(beside, path)
  syncFolder(dirname(path))
}
