import { closeSync, openSync, writeSync } from 'node:fs'
import { UsageError } from '../../schema/errors.ts'
import type { ImportProgress } from '../import.ts'
import type { ImportSummary } from '../import-tally.ts'
import { systemWords } from '../reading/system-words.ts'
import { jsonDocument } from './import-progress.ts'

/** The log of an import: a line of JSON for each thing that happens, with its time, after what the file holds already. */
export class ImportLog {
  readonly #file: number

  /** Throws `UsageError` where the file cannot be written. */
  constructor(path: string) {
    try {
      this.#file = openSync(path, 'a')
    } catch (error) {
      throw new UsageError(`The log ${path} cannot be written: ${systemWords(error)}.`)
    }
  }

  /** The import begins with these paths. */
  begin(paths: readonly string[], database: string): void {
    this.#write('begin', { paths, database, node: process.versions.node, process: process.pid })
  }

  /** Something happened. */
  tell(progress: ImportProgress): void {
    const { type } = progress
    if (type === 'file') this.#write('document', jsonDocument(progress.file))
    else if (type === 'found') this.#write('found', { files: progress.files })
    else if (type === 'scan') this.#write('scan', { path: progress.path, page: progress.page })
    else if (type === 'retry') this.#write('retry', { path: progress.path })
    else if (type === 'linking' || type === 'waiting') this.#write(type, {})
  }

  /** A person asked it to end. */
  stop(): void {
    this.#write('stop', {})
  }

  /** The import ended, as it should or by an error. */
  end(outcome: ImportSummary | Error): void {
    if (outcome instanceof Error) this.#write('error', { message: outcome.message })
    else {
      const { slowest, waiting: _, ...counts } = outcome
      const snake = Object.entries(counts).map(([name, value]) => [name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`), value])
      this.#write('end', { ...Object.fromEntries(snake), slowest, peak_mb: Math.round(process.resourceUsage().maxRSS / 1024) })
    }
  }

  /** Lets go of the file. */
  close(): void {
    closeSync(this.#file)
  }

  /** Each line is written at once: a log is read after the worst has happened. */
  #write(event: string, what: object): void {
    writeSync(this.#file, `${JSON.stringify({ at: new Date().toISOString(), event, ...what })}\n`)
  }
}
