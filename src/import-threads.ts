import type { Limits } from './reading/limits.ts'
import type { ReadingPool } from './reading/reading-pool.ts'

/** The threads of an import, which start when they are first asked for something. */
export class ImportThreads {
  readonly #threads: number
  readonly #limits: Limits
  #reader: Promise<ReadingPool> | null = null

  constructor(threads: number, limits: Limits) {
    this.#threads = threads
    this.#limits = limits
  }

  reader(): Promise<ReadingPool> {
    this.#reader ??= import('./reading/reading-pool.ts').then(({ openPool }) => openPool(this.#threads, this.#limits))
    return this.#reader
  }

  /** Ends the threads, or leaves them for the next import. */
  async close(end: boolean): Promise<void> {
    const reader = await this.#reader
    if (!reader) return
    if (end) return reader.close()
    const { leavePool } = await import('./reading/reading-pool.ts')
    leavePool(reader)
  }
}
