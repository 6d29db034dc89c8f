import { lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { byCodeUnits } from '../schema/by-code-units.ts'
import { UsageError } from '../schema/errors.ts'
import { isOwnOutput, withoutOwnOutput } from './own-output.ts'
import { systemCode, systemWords } from './reading/system-words.ts'

/**
 * A file to read, or something in the archive that is not one, with why. Paths are absolute. While a file's `stamp` is the
 * same its bytes are; it is null where its times say too little.
 */
export type ArchiveEntry =
  | { type: 'file'; path: string; bytes: number; stamp: string | null }
  | { type: 'no-access'; path: string; note: string }
  | { type: 'not-a-file'; path: string; note: string }

/** What programs leave beside the papers and nobody means: locks of office programs, caches of file managers. */
const LITTER = /^(?:~\$.*|~WRL.*\.tmp|Thumbs\.db|desktop\.ini|Icon\r)$/iu

/**
 * The files under `paths`, folders with all that is in them, each once, by path. Hidden files and lock files are left
 * out unless they are named themselves, and so are the paths in `ignore` (absolute) and what Scrutineer itself wrote. A link is
 * followed where it leads to something under `paths`, and anywhere with `followLinks`; a folder that was seen already, by whatever
 * name, is not entered again. Throws `UsageError` for a path that does not exist.
 */
export function findFiles(
  paths: readonly string[],
  { ignore = new Set(), followLinks = false }: { ignore?: ReadonlySet<string>; followLinks?: boolean | undefined } = {},
): ArchiveEntry[] {
  const found = new Map<string, ArchiveEntry>()
  checkPaths(paths)
  const given = paths.map((path) => resolve(path)).sort(byCodeUnits)
  const roots = followLinks ? null : given.map((path) => realPath(path) ?? path)
  const walk: Walk = { found, ignore, folders: new Set(), roots }
  for (const path of given) visit(path, walk)
  return [...found.values()].sort((a, b) => byCodeUnits(a.path, b.path))
}

/** Throws `UsageError` for the first path that does not exist. */
export function checkPaths(paths: readonly string[]): void {
  for (const path of paths) if (!exists(resolve(path))) throw new UsageError(`There is no file or folder ${path}. Check the path.`)
}

interface Walk {
  found: Map<string, ArchiveEntry>
  ignore: ReadonlySet<string>
  /** Real paths of the folders that were entered. */
  folders: Set<string>
  /** Real paths that links may lead to, and all that is in them; null where they may lead anywhere. */
  roots: readonly string[] | null
}

function visit(path: string, walk: Walk): void {
  if (walk.ignore.has(path)) return
  let stats: Stats
  try {
    stats = statSync(path)
  } catch (error) {
    // A name that is not UTF-8 cannot be asked for by what it is read as.
    const note = path.includes('\ufffd') ? 'its name has bytes that are not letters: rename it' : systemWords(error)
    walk.found.set(path, { type: 'no-access', path, note })
    return
  }
  if (stats.isDirectory()) visitFolder(path, walk)
  else if (stats.isFile()) walk.found.set(path, { type: 'file', path, bytes: stats.size, stamp: stampOf(stats) })
  else walk.found.set(path, { type: 'not-a-file', path, note: `this is ${specialKind(stats)}, and no file` })
}

function visitFolder(path: string, walk: Walk): void {
  let names: string[]
  try {
    const real = realpathSync(path)
    if (walk.folders.has(real)) return
    walk.folders.add(real)
    names = withoutOwnOutput(path, readdirSync(path))
  } catch (error) {
    walk.found.set(path, { type: 'no-access', path, note: `a folder: ${systemWords(error)}` })
    return
  }
  for (const name of names.sort(byCodeUnits)) {
    if (!name.startsWith('.') && !LITTER.test(name)) visitFound(join(path, name), walk)
  }
}

/** Looks at what was found in a folder, and nobody named. */
function visitFound(path: string, walk: Walk): void {
  if (walk.roots !== null && isLink(path)) {
    const goal = realPath(path)
    if (goal !== null && !walk.roots.some((root) => goal === root || goal.startsWith(root + sep))) {
      walk.found.set(path, {
        type: 'not-a-file',
        path,
        note: 'this is a link that leads out of the given folders; --follow-links follows it',
      })
      return
    }
  }
  if (!isOwnOutput(path)) visit(path, walk)
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

/** Where a path leads in the end; null where it leads nowhere. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** Whether something is there at all, if only a name that leads nowhere or may not be looked at. */
function exists(path: string): boolean {
  try {
    statSync(path)
    return true
  } catch (error) {
    const code = systemCode(error)
    return code !== 'ENOENT' && code !== 'ENOTDIR'
  }
}

/** The coarsest steps in which file systems count time (FAT's). */
const CLOCK_STEP_MS = 2000

/** A file that was written a moment ago may be written once more within one step of its clock, and nothing would show it. */
function stampOf({ size, mtimeMs, ctimeMs }: Stats): string | null {
  return Date.now() - Math.max(mtimeMs, ctimeMs) < CLOCK_STEP_MS ? null : `${size} ${mtimeMs} ${ctimeMs}`
}

function specialKind(stats: Stats): string {
  if (stats.isFIFO()) return 'a named pipe'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}
