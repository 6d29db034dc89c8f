import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { OWN_FILES } from '../schema/own-files.ts'
import { VIEWS } from '../schema/views.ts'
import { isOwnPackage } from './own-package.ts'
import { APPLICATION_ID } from './store/make-tables.ts'

/** Only files of these names are looked into. */
const LOOKED_INTO = new Set(['.db', '.sqlite', '.sqlite3', '.jsonl', '.json', '.csv', '.log'])
/** Hand-outs are known by a keyword that they have; a person may have edited and saved them. */
const PACKAGES = new Set(['.docx', '.xlsx'])
const PAGES = new Set(['.html', '.htm'])
const OWN_PAGE = new RegExp(`<meta\\s+name="keywords"\\s+content="${OWN_FILES.handout}"`, 'u')
const FIRST_BYTES = 4096
const SQLITE_MAGIC = 'SQLite format 3\0'
/** Where SQLite's header has the application's id: a big-endian integer of 4 bytes. */
const APPLICATION_ID_AT = 68

/** Of the names in a folder those that may be papers: a report's folder has none, and an export's files are left out. */
export function withoutOwnOutput(folder: string, names: readonly string[]): string[] {
  if (names.includes(OWN_FILES.reportManifest)) return []
  const exported = names.includes(OWN_FILES.package) ? exportedFiles(join(folder, OWN_FILES.package)) : new Set<string>()
  return names.filter((name) => !exported.has(name))
}

/** The files of an export of Scrutineer's, by its package; none where it is another's. */
function exportedFiles(path: string): Set<string> {
  const own = json(read(path))
  if (own?.name !== OWN_FILES.packageName || !Array.isArray(own.resources)) return new Set()
  const paths = (own.resources as { path?: unknown }[]).map(({ path }) => path).filter((path) => typeof path === 'string')
  return new Set([OWN_FILES.package, OWN_FILES.schema, ...paths])
}

/** Whether a file is a database, a file of corrections, a log, an exported view or a hand-out of Scrutineer's: none is a paper. */
export function isOwnOutput(path: string): boolean {
  const database = path.replace(/-(?:wal|shm|journal)$/u, '')
  if (database !== path) return isOwnOutput(database)
  const extension = extname(basename(path)).toLowerCase()
  if (PACKAGES.has(extension)) return isOwnPackage(path)
  if (PAGES.has(extension)) return OWN_PAGE.test(firstBytes(path).toString('utf8'))
  if (!LOOKED_INTO.has(extension)) return false
  const first = firstBytes(path)
  if (first.indexOf(SQLITE_MAGIC, 0, 'latin1') === 0) return isOwnDatabase(first) || isOwnDatabase(firstBytes(`${path}-wal`))
  const [line = ''] = first
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
  if (VIEW_HEADS.has(line)) return true
  const object = json(line)
  if (object === null) return false
  return object.format === OWN_FILES.corrections || ('event' in object && 'at' in object) || VIEW_HEADS.has(Object.keys(object).join())
}

/** Whether these are the first bytes of a database of Scrutineer's, or of the log of one, which holds its header until it is put in its place. */
function isOwnDatabase(bytes: Buffer): boolean {
  const header = bytes.indexOf(SQLITE_MAGIC, 0, 'latin1')
  const id = header + APPLICATION_ID_AT
  return header >= 0 && bytes.length >= id + 4 && bytes.readInt32BE(id) === APPLICATION_ID
}

/** The columns of every view, as the first line of its CSV has them. */
const VIEW_HEADS: ReadonlySet<string> = new Set(Object.values(VIEWS).map(({ columns }) => Object.keys(columns).join()))

function json(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The first bytes of a file; none of one that cannot be read, which is reported where it is opened as a paper. */
function firstBytes(path: string): Buffer {
  let file: number | null = null
  try {
    file = openSync(path, 'r')
    const bytes = Buffer.alloc(FIRST_BYTES)
    return bytes.subarray(0, readSync(file, bytes, 0, FIRST_BYTES, 0))
  } catch {
    return Buffer.alloc(0)
  } finally {
    if (file !== null) closeSync(file)
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
