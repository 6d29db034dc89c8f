import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { Piscina } from 'piscina'
import type { RuleName } from '../../schema/diagnostics.ts'
import { errorToNote } from './error-to-note.ts'
import type { Limits } from './limits.ts'

/** How often it is looked at how much memory the threads have taken. */
const LOOK_MS = 100

/**
 * Over a piece that does not fit into a thread's heap, V8 often ends the whole process. So the heap itself may grow well
 * beyond the limit, which is looked at often enough to end the thread before it is full. In the command garbage is
 * collected earlier too (`src/cli/early-garbage.ts`); a program that takes the library sets its own flags.
 */
const HEAP_SHARE = 4
const LEAST_HEAP_MB = 4096
/** Half of what V8 takes by itself: two threads take a quarter less memory by it, at no cost of time. */
const YOUNG_HEAP_MB = 48

/** The end of a thread that went beyond a limit or broke: its document alone is lost. */
export interface Death {
  type: 'died'
  rule: Extract<RuleName, 'time-limit' | 'memory-limit' | 'reader-died'>
  note: string
}

/** What a thread says before it begins a task, so that the one who waits knows whom to stop; later, with what it `tells`, what came of it so far. */
export interface Begun {
  id: number
  threadId: number
  tells?: unknown
}

/** What a thread answers where it says something before: how often it told, as the answer may overtake that. */
export interface AfterTelling {
  tells?: number
}

/** What is known of a task under way. */
interface Watch {
  heard: number
  stop: AbortController
  threadId: number | null
  timer: NodeJS.Timeout | null
  death: Death | null
  onTold: (told: unknown) => Death | null
}

/**
 * Threads that do tasks, each one task at a time and each within limits of time and memory. One that hangs, dies or takes
 * too much is ended and another takes its place. The threads start with the first task. A thread's module sends a
 * `Begun` when it begins a task.
 */
export class BoundedThreads<Task extends object, Answer extends object> {
  readonly #limits: Pick<Limits, 'seconds' | 'megabytes'>
  readonly #threads: Piscina<Task & { id: number }, Answer>
  readonly #watches = new Map<number, Watch>()
  readonly #look: NodeJS.Timeout
  #tasks = 0

  /** `worker` is the module that a thread runs. */
  constructor(threads: number, limits: Pick<Limits, 'seconds' | 'megabytes'>, worker: URL) {
    this.#limits = limits
    this.#threads = new Piscina<Task & { id: number }, Answer>({
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
    this.#threads.on('message', (begun: Begun) => this.#hear(begun))
    // A thread that dies between two tasks has taken nothing with it.
    this.#threads.on('error', () => {})
    this.#look = setInterval(() => void this.#lookAtMemory(), LOOK_MS).unref()
  }

  /**
   * Has one task done. Each time that the thread says something its time begins anew, and `onTold` may give the end
   * that the task is to find instead.
   */
  async run(task: Task, onTold: (told: unknown) => Death | null = () => null): Promise<Answer | Death> {
    const id = this.#tasks++
    const watch: Watch = { heard: 0, stop: new AbortController(), threadId: null, timer: null, death: null, onTold }
    this.#watches.set(id, watch)
    try {
      const answer = await this.#threads.run({ ...task, id }, { signal: watch.stop.signal })
      const { tells = 0 }: AfterTelling = answer
      while (watch.heard < tells) await setImmediate()
      return answer
    } catch (error) {
      return watch.death ?? deathOf(error, this.#limits)
    } finally {
      this.#watches.delete(id)
      clearTimeout(watch.timer ?? undefined)
    }
  }

  /** Ends the threads and gives back what they hold. */
  async close(): Promise<void> {
    clearInterval(this.#look)
    await this.#threads.destroy()
  }

  #hear({ id, threadId, tells }: Begun): void {
    const watch = this.#watches.get(id)
    if (!watch || watch.death) return
    watch.threadId = threadId
    clearTimeout(watch.timer ?? undefined)
    watch.timer = setTimeout(() => kill(watch, timeDeath(this.#limits)), this.#limits.seconds * 1000)
    if (tells === undefined) return
    watch.heard += 1
    const death = watch.onTold(tells)
    if (death) kill(watch, death)
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

/** The end of a task that took longer than this. */
export const timeDeath = ({ seconds }: Pick<Limits, 'seconds'>): Death => ({
  type: 'died',
  rule: 'time-limit',
  note: `the limit is ${seconds} seconds`,
})

/** The end of a task that took more memory than this. */
export const memoryDeath = ({ megabytes }: Pick<Limits, 'megabytes'>): Death => ({
  type: 'died',
  rule: 'memory-limit',
  note: `the limit is ${megabytes} MB`,
})

function deathOf(error: unknown, limits: Pick<Limits, 'megabytes'>): Death {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') return memoryDeath(limits)
  return { type: 'died', rule: 'reader-died', note: errorToNote(error) }
}
