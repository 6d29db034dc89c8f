import { parentPort, threadId } from 'node:worker_threads'
import { takeLeftRejection } from '../canvas/left-rejections.ts'
import type { Begun } from './bounded-threads.ts'
import { listMembers, type MemberList } from './list-members.ts'
import {
  digestFile,
  type FileDigest,
  type FileReading,
  type ReadTask,
  readRecords,
  readWhole,
  type Unopened,
  type WholeReading,
  type WholeTask,
} from './read-file.ts'

/** What a thread is asked: the digest of a file, what is in a container, a file's records, or all that is seen in it. */
export type WorkerTask =
  | { type: 'digest'; file: string }
  | { type: 'members'; file: string }
  | ({ type: 'read' } & ReadTask)
  | ({ type: 'whole' } & WholeTask)

/** What it answers. */
export type WorkerAnswer = FileReading | WholeReading | Unopened | MemberList | FileDigest

// A rejection may be reported when the next task is under way, which is not to die of it.
process.on('unhandledRejection', takeLeftRejection)

/** The whole of a thread's work: called by the pool, once a task. */
export default async function work(task: WorkerTask & { id: number }): Promise<WorkerAnswer> {
  parentPort?.postMessage({ id: task.id, threadId } satisfies Begun)
  if (task.type === 'digest') return digestFile(task.file)
  if (task.type === 'members') return listMembers(task.file)
  const onScan = (page: number): void => parentPort?.postMessage({ id: task.id, threadId, tells: page } satisfies Begun)
  return task.type === 'read' ? readRecords(task, onScan) : readWhole(task, onScan)
}
