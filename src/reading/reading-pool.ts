import { BoundedThreads, type Death } from './bounded-threads.ts'
import type { Limits } from './limits.ts'
import type { MemberList } from './list-members.ts'
import type { FileDigest, FileReading, OnScan, ReadTask, Unopened, WholeReading, WholeTask } from './read-file.ts'
import type { WorkerAnswer, WorkerTask } from './worker.ts'

export type { Death } from './bounded-threads.ts'

/** How long threads wait for another import before they end. A process may end while they wait. */
const IDLE_MS = 2000

const WORKER = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url)

let waiting: ReadingPool | null = null

/** Threads that read within these limits: those that an earlier import has left, or new ones. */
export function openPool(threads: number, limits: Limits): ReadingPool {
  const left = waiting
  waiting = null
  if (left?.fits(threads, limits)) return left
  void left?.close()
  return new ReadingPool(threads, limits)
}

/** Leaves the threads for the next import, which may come at once where papers are imported one by one. */
export function leavePool(pool: ReadingPool): void {
  void waiting?.close()
  waiting = pool
  setTimeout(() => {
    if (waiting !== pool) return
    waiting = null
    void pool.close()
  }, IDLE_MS).unref()
}

/** Threads that read files, each one file at a time and each within the limits. */
export class ReadingPool {
  readonly #limits: Limits
  readonly #most: number
  readonly #threads: BoundedThreads<WorkerTask, WorkerAnswer>

  /** `worker` is the module that a thread runs: another only for tests of what a thread may do to itself. */
  constructor(threads: number, limits: Limits, worker = WORKER) {
    this.#limits = limits
    this.#most = threads
    this.#threads = new BoundedThreads(threads, limits, worker)
  }

  /** Whether these are so many threads with these limits. */
  fits(threads: number, { seconds, megabytes, pages }: Limits): boolean {
    const own = this.#limits
    return this.#most === threads && own.seconds === seconds && own.megabytes === megabytes && own.pages === pages
  }

  /** The sha256 of a file's bytes. */
  digest(file: string): Promise<FileDigest | Unopened | Death> {
    return this.#threads.run({ type: 'digest', file }) as Promise<FileDigest | Unopened | Death>
  }

  /** The documents in a container. */
  members(file: string): Promise<MemberList | Death> {
    return this.#threads.run({ type: 'members', file }) as Promise<MemberList | Death>
  }

  /** A file's records. `onScan` is notified of each scanned page before it is read. */
  read(task: ReadTask, onScan: OnScan = () => {}): Promise<FileReading | Unopened | Death> {
    const told = (page: unknown): null => {
      onScan(Number(page))
      return null
    }
    return this.#threads.run({ type: 'read', ...task }, told) as Promise<FileReading | Unopened | Death>
  }

  /** A file's document with its records, and why they are what they are if that is asked. */
  readWhole(task: WholeTask): Promise<WholeReading | Unopened | Death> {
    return this.#threads.run({ type: 'whole', ...task }) as Promise<WholeReading | Unopened | Death>
  }

  /** Ends the threads and gives back what they hold. */
  close(): Promise<void> {
    return this.#threads.close()
  }
}
