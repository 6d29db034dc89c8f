import { parentPort, threadId } from 'node:worker_threads'
import { takeLeftRejection } from '../canvas/left-rejections.ts'
import type { AfterTelling, Begun } from '../reading/bounded-threads.ts'
import type { MarkedPicture } from './page-picture.ts'
import { type MarkedTask, type PagesTask, type ShownText, showMarked, showPages, showText, type Told } from './show-file.ts'
import type { ShownFile, Unshown } from './shown-file.ts'

/** What a thread is asked. */
export type DrawTask = ({ type: 'pages' } & PagesTask) | ({ type: 'marked' } & MarkedTask) | ({ type: 'text' } & ShownFile)

/** What it answers. */
export type DrawAnswer = ({ type: 'shown' } | ({ type: 'marked' } & MarkedPicture) | ShownText | Unshown) & AfterTelling

// A rejection may be reported when the next task is under way, which is not to die of it.
process.on('unhandledRejection', takeLeftRejection)

/** The whole of a thread's work: called by the pool, once a task. */
export default async function work(task: DrawTask & { id: number }): Promise<DrawAnswer> {
  const say = (tells?: Told): void => parentPort?.postMessage({ id: task.id, threadId, tells } satisfies Begun)
  say()
  if (task.type === 'text') return showText(task)
  if (task.type === 'marked') return showMarked(task)
  let tells = 0
  const answer = await showPages(task, (told) => {
    tells += 1
    say(told)
  })
  return { ...answer, tells }
}
