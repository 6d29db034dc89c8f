import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import type { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { RuleName } from '../../schema/diagnostics.ts'
import { errorToNote } from './error-to-note.ts'
import type { Limits } from './limits.ts'
import type { FileReading, ReadTask, Unopened } from './read-file.ts'
import type { Begun, WorkerAnswer, WorkerTask } from './worker.ts'

/** How often it is looked at how much memory the threads have taken. */
const LOOK_MS = 100

/**
 * Over a piece that does not fit into a thread's heap, V8 often ends the whole process. So the heap itself may grow well
 * beyond the limit, which is looked at often enough to end the thread before it is full; and garbage is collected when
 * it is as much as what is in use, not only when a heap of that size is full.
 */
const HEAP_SHARE = 4
const LEAST_HEAP_MB = 4096
const GARBAGE_PERCENT = 100
/** Half of what V8 takes by itself: two threads take a quarter less memory by it, at no cost of time. */
const YOUNG_HEAP_MB = 48

/** The end of a thread that went beyond a limit or broke: its document alone is lost. */
export interface Death {
  type: 'died'
  rule: Extract<RuleName, 'time-limit' | 'memory-limit' | 'reader-died'>
  note: string
}

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

/** What is known of a task under way. */
interface Watch {
  stop: AbortController
  threadId: number | null
  timer: NodeJS.Timeout | null
  death: Death | null
}

/**
 * Threads that read files, each one file at a time and each within the limits. One that hangs, dies or takes too much
 * is ended and another takes its place. The threads start with the first file.
 */
export class ReadingPool {
  readonly #limits: Limits
  readonly #most: number
  readonly #threads: Piscina<WorkerTask, WorkerAnswer>
  readonly #watches = new Map<number, Watch>()
  readonly #look: NodeJS.Timeout
  #tasks = 0

  /** `worker` is the module that a thread runs: another only for tests of what a thread may do to itself. */
  constructor(threads: number, limits: Limits, worker = WORKER) {
    this.#limits = limits
    this.#most = threads
    setFlagsFromString(`--heap-growing-percent=${GARBAGE_PERCENT}`)
    this.#threads = new Piscina<WorkerTask, WorkerAnswer>({
      filename: fileURLToPath(worker),
      // Only threads up to the least number are put in the place of those that end, and files may wait for them.
      minThreads: threads,
      maxThreads: threads,
      // A thread that waits is to see to what its last document left behind.
      atomics: 'disabled',
      resourceLimits: {
        maxOldGenerationSizeMb: Math.max(limits.megabytes * HEAP_SHARE, LEAST_HEAP_MB),
        maxYoungGenerationSizeMb: YOUNG_HEAP_MB,
      },
    })
    this.#threads.on('message', ({ id, threadId }: Begun) => this.#begin(id, threadId))
    // A thread that dies between two tasks has taken nothing with it.
    this.#threads.on('error', () => {})
    this.#look = setInterval(() => void this.#lookAtMemory(), LOOK_MS).unref()
  }

  /** Whether these are so many threads with these limits. */
  fits(threads: number, { seconds, megabytes, pages }: Limits): boolean {
    const own = this.#limits
    return this.#most === threads && own.seconds === seconds && own.megabytes === megabytes && own.pages === pages
  }

  /** The sha256 of a file's bytes. */
  digest(file: string): Promise<{ type: 'digest'; sha256: string } | Unopened | Death> {
    return this.#run({ type: 'digest', file, id: this.#tasks++ }) as Promise<{ type: 'digest'; sha256: string } | Unopened | Death>
  }

  /** A file's records. */
  read(task: ReadTask): Promise<FileReading | Unopened | Death> {
    return this.#run({ type: 'read', ...task, id: this.#tasks++ }) as Promise<FileReading | Unopened | Death>
  }

  /** Ends the threads and gives back what they hold. */
  async close(): Promise<void> {
    clearInterval(this.#look)
    await this.#threads.destroy()
  }

  async #run(task: WorkerTask): Promise<WorkerAnswer | Death> {
    const watch: Watch = { stop: new AbortController(), threadId: null, timer: null, death: null }
    this.#watches.set(task.id, watch)
    try {
      return await this.#threads.run(task, { signal: watch.stop.signal })
    } catch (error) {
      return watch.death ?? deathOf(error, this.#limits)
    } finally {
      this.#watches.delete(task.id)
      clearTimeout(watch.timer ?? undefined)
    }
  }

  #begin(id: number, threadId: number): void {
    const watch = this.#watches.get(id)
    if (!watch) return
    watch.threadId = threadId
    watch.timer = setTimeout(
      () => kill(watch, { type: 'died', rule: 'time-limit', note: `the limit is ${this.#limits.seconds} seconds` }),
      this.#limits.seconds * 1000,
    )
  }

  /** The heap, and what lies outside of it, as most of what a bomb unpacks does. */
  async #lookAtMemory(): Promise<void> {
    for (const watch of this.#watches.values()) {
      const thread = this.#threads.threads.find((one: Worker) => one.threadId === watch.threadId)
      const memory = await thread?.getHeapStatistics().catch(() => undefined)
      if (!memory) continue
      const megabytes = (memory.used_heap_size + memory.external_memory) / 2 ** 20
      if (megabytes > this.#limits.megabytes) kill(watch, memoryDeath(this.#limits))
    }
  }
}

function kill(watch: Watch, death: Death): void {
  watch.death ??= death
  watch.stop.abort()
}

const memoryDeath = ({ megabytes }: Limits): Death => ({ type: 'died', rule: 'memory-limit', note: `the limit is ${megabytes} MB` })

function deathOf(error: unknown, limits: Limits): Death {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return memoryDeath(limits)
  return { type: 'died', rule: 'reader-died', note: errorToNote(error) }
}
