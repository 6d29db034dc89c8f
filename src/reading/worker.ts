import { parentPort, threadId } from 'node:worker_threads'
import { takeLeftRejection } from './left-rejections.ts'
import { digestFile, type FileReading, type ReadTask, readRecords, type Unopened } from './read-file.ts'

/** What a thread is asked: the digest of a file, or its records. `id` tells its tasks apart. */
export type WorkerTask = { id: number } & ({ type: 'digest'; file: string } | ({ type: 'read' } & ReadTask))

/** What it answers. */
export type WorkerAnswer = FileReading | Unopened | { type: 'digest'; sha256: string }

/** What it says before it begins, so that the one who waits knows whom to stop. */
export interface Begun {
  id: number
  threadId: number
}

// A rejection may be told of when the next task is under way, which is not to die of it.
process.on('unhandledRejection', takeLeftRejection)

/** The whole of a thread's work: called by the pool, once a task. */
export default async function work(task: WorkerTask): Promise<WorkerAnswer> {
  parentPort?.postMessage({ id: task.id, threadId } satisfies Begun)
  return task.type === 'digest' ? digestFile(task.file) : readRecords(task)
}
