import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../schema/errors.ts'
import { OWN_FILES } from '../../schema/own-files.ts'

/** Lists the report's files, so that a later run knows a folder for a report and takes away what no longer belongs. */
const MANIFEST = OWN_FILES.reportManifest

/** A folder that a report is written into. */
export class ReportFolder {
  readonly path: string
  readonly #former: ReadonlySet<string>
  readonly #files = new Set<string>()
  readonly #folders = new Set<string>()

  /**
   * Takes a folder that is not there yet, is empty, or holds a report; any other only with `force`, and then lets the
   * files in it be that are not the report's own. Throws `UsageError` otherwise.
   */
  constructor(path: string, force: boolean) {
    if (existsSync(path) && !statSync(path).isDirectory()) throw new UsageError(`${path} is a file. Name a folder with --out.`)
    const names = existsSync(path) ? readdirSync(path) : []
    if (names.length && !names.includes(MANIFEST) && !force) {
      throw new UsageError(
        `${path} holds files and is no report of Scrutineer's. Name another folder with --out, or write into it with --force.`,
      )
    }
    this.path = path
    this.#former = new Set(names.includes(MANIFEST) ? filesIn(join(path, MANIFEST)) : [])
  }

  /** Writes one file; `name` is a path from the folder, with slashes. */
  write(name: string, content: string | Uint8Array): void {
    const file = join(this.path, name)
    if (!this.#folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true })
    this.#folders.add(dirname(file))
    // The list is written first, so that a run that is cut short leaves a folder that the next one knows.
    if (!this.#files.size) this.#writeManifest([...this.#former])
    writeFileSync(file, content)
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
    this.#writeManifest([...this.#files])
    return this.#files.size
  }

  #writeManifest(files: readonly string[]): void {
    writeFileSync(join(this.path, MANIFEST), `${JSON.stringify({ report: 1, files: [...files].sort() }, null, 1)}\n`)
  }
}

/** Only names that this program gives: a list that somebody changed must not lead out of the folder. */
const OWN_NAME = /^(?:[a-z0-9-]+\/){0,2}[a-z0-9-]+\.(?:html|css|js|webp)$/u

function filesIn(manifest: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as { files?: unknown }
    return Array.isArray(files) ? files.filter((name): name is string => typeof name === 'string' && OWN_NAME.test(name)) : []
  } catch {
    return []
  }
}
