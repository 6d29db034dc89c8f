import { parentPort } from 'node:worker_threads'
import { readWithOurs } from './ours.ts'

// A worker thread: a path comes in, the document goes back.
parentPort?.on('message', async (path: string) => {
  try {
    parentPort?.postMessage({ document: await readWithOurs(path) })
  } catch (cause) {
    parentPort?.postMessage({ error: String(cause) })
  }
})
