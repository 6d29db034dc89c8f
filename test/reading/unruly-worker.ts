import { setTimeout } from 'node:timers/promises'
import { parentPort, threadId } from 'node:worker_threads'
import type { WorkerTask } from '../../src/reading/worker.ts'

/** What a thread may do to itself, by the name of the file that it is asked to read. */
const DEEDS: Record<string, () => unknown> = {
  'hangs in a loop': () => {
    for (;;);
  },
  'hangs and waits': () => new Promise(() => {}),
  'ends itself': () => process.exit(3),
  'ends itself as if all were well': () => process.exit(0),
  'lets a promise fail': async () => {
    void Promise.reject(new Error('nobody waits for this'))
    await setTimeout(10_000)
  },
  'throws where nobody catches': async () => {
    setImmediate(() => {
      throw new Error('out of nowhere')
    })
    await setTimeout(10_000)
  },
  'runs out of stack': function deeper(): unknown {
    return [deeper()]
  },
  'fills its heap': () => {
    const held: unknown[] = []
    for (;;) held.push(Array.from({ length: 1000 }, (_, index) => ({ index })))
  },
  'takes one array larger than its heap': () => {
    const held: unknown[] = []
    for (;;) held.push(new Array<number>(30_000_000).fill(0.5))
  },
  'grows one array beyond its heap': () => {
    const held: number[] = []
    for (;;) held.push(held.length + 0.5)
  },
  'grows one map beyond its heap': () => {
    const held = new Map<string, number>()
    for (let index = 0; ; index++) held.set(`lamp ${index}`, index)
  },
  'fills buffers': async () => {
    const held: Uint8Array[] = []
    for (;;) {
      held.push(new Uint8Array(2 ** 22).fill(1))
      await setTimeout(1)
    }
  },
}

export default async function work(task: WorkerTask & { id: number }): Promise<unknown> {
  parentPort?.postMessage({ id: task.id, threadId })
  return DEEDS[task.file]?.() ?? { type: 'digest', sha256: `of ${task.file}` }
}
