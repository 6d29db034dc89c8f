import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../schema/errors.ts'
import { OWN_FILES } from '../../schema/own-files.ts'

/** Lists the report's files, so that a later run knows a folder for a report and takes away what no longer belongs. */
const MANIFEST = OWN_FILES.reportManifest
/** Lists, a line each, what a run has written that has not ended: the manifest is written when it has. */
const BEGUN = OWN_FILES.reportBegun
/** What is being written. It gets its own name when it is whole, so that no file is ever there in part. */
const PART = OWN_FILES.reportPart

/** A folder that a report is written into. A run that is cut short leaves whole files, which the next run knows. */
export class ReportFolder {
  readonly path: string
  readonly #former: ReadonlySet<string>
  readonly #files = new Set<string>()
  readonly #folders = new Set<string>()
  #begun: number | null = null

  /**
   * Takes a folder that is not there yet, is empty, or holds a report; any other only with `force`, and then lets the
   * files in it be that are not the report's own. Throws `UsageError` otherwise.
   */
  constructor(path: string, force: boolean) {
    if (existsSync(path) && !statSync(path).isDirectory()) throw new UsageError(`${path} is a file. Name a folder with --out.`)
    const names = existsSync(path) ? readdirSync(path).filter((name) => name !== PART) : []
    if (names.length && !names.includes(MANIFEST) && !force) {
      throw new UsageError(
        `${path} has files in it and is not a Scrutineer report. Name another folder with --out, or write to it with --force.`,
      )
    }
    this.path = path
    this.#former = new Set(names.includes(MANIFEST) ? [...filesIn(join(path, MANIFEST)), ...namesIn(join(path, BEGUN))] : [])
  }

  /** Writes one file; `name` is a path from the folder, with slashes. */
  write(name: string, content: string | Uint8Array): void {
    const folder = dirname(join(this.path, name))
    if (!this.#folders.has(folder)) mkdirSync(folder, { recursive: true })
    this.#folders.add(folder)
    this.#begin()
    if (this.#begun !== null && !this.#former.has(name)) writeSync(this.#begun, `${name}\n`)
    // A file system may hold a rename over another file back until all is on the disk; what is gone is in no way.
    if (this.#former.has(name)) rmSync(join(this.path, name), { force: true })
    this.#writeWhole(name, content)
    this.#files.add(name)
  }

  /** Keeps a file that an earlier run wrote, if it is there. */
  keep(name: string): boolean {
    if (!this.#former.has(name) || !existsSync(join(this.path, name))) return false
    this.#files.add(name)
    return true
  }

  /** Takes away what an earlier report had and this one has not, and lists what there is. Gives how many files there are. */
  finish(): number {
    for (const name of this.#former) {
      if (this.#files.has(name)) continue
      rmSync(join(this.path, name), { force: true })
      const folder = dirname(join(this.path, name))
      if (folder !== this.path && existsSync(folder) && !readdirSync(folder).length) rmdirSync(folder)
    }
    this.#writeWhole(MANIFEST, manifest([...this.#files]))
    this.leave()
    rmSync(join(this.path, BEGUN), { force: true })
    return this.#files.size
  }

  /** Leaves the folder as it is; after `finish` that is the whole report, else what the next run goes on from. */
  leave(): void {
    if (this.#begun === null) return
    closeSync(this.#begun)
    this.#begun = null
    rmSync(join(this.path, PART), { force: true })
  }

  /** What the folder is known by comes before anything else is written. */
  #begin(): void {
    if (this.#begun !== null) return
    if (!existsSync(join(this.path, MANIFEST))) this.#writeWhole(MANIFEST, manifest([]))
    this.#begun = openSync(join(this.path, BEGUN), 'a')
  }

  #writeWhole(name: string, content: string | Uint8Array): void {
    writeFileSync(join(this.path, PART), content)
    renameSync(join(this.path, PART), join(this.path, name))
  }
}

const manifest = (files: readonly string[]): string => `${JSON.stringify({ report: 1, files: files.toSorted() }, null, 1)}\n`

/** Only names that this program gives, or gave: a list that somebody changed must not lead out of the folder. */
const OWN_NAME = /^(?:[a-z0-9-]+\/){0,2}[a-z0-9-]+\.(?:html|css|js|png|jpg|webp)$/u

function filesIn(manifest: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files?: unknown }
    return Array.isArray(files) ? files.filter((name): name is string => typeof name === 'string' && OWN_NAME.test(name)) : []
  } catch {
    return []
  }
}

function namesIn(begun: string): string[] {
  return existsSync(begun)
    ? readFileSync(begun, 'utf8')
        .split('\n')
        .filter((name) => OWN_NAME.test(name))
    : []
}
