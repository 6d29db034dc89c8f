import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { readPdf } from '../../../parsers/formats/pdf/read-pdf.ts'
import type { Document } from '../../../schema/document.ts'
import type { Reader } from './reader.ts'
import { lettersIn, ownPeak } from './reader.ts'

/** Where the texts of a document are. */
const WAYS = new Set(['blocks', 'rows', 'passage', 'furniture'])

/** Our whole reading of one file in this thread: blocks, tables, places. */
export const readWithOurs = (path: string): Promise<Document> => readPdf(readFileSync(path), {}, () => {})

/** The letters of a document: its passages, its tables' cells, its running heads (each once). */
export function lettersOfDocument(part: unknown): number {
  if (Array.isArray(part)) return part.reduce((sum: number, item) => sum + lettersOfDocument(item), 0)
  if (part === null || typeof part !== 'object') return 0
  return Object.entries(part).reduce((sum, [key, value]) => {
    if ((key === 'text' || key === 'marker') && typeof value === 'string') return sum + lettersIn(value)
    return WAYS.has(key) ? sum + lettersOfDocument(value) : sum
  }, 0)
}

/** Our reading in this thread. */
export const ours = (): Reader => ({ lanes: 1, read: readWithOurs, lettersOf: lettersOfDocument, peak: ownPeak, close: () => {} })

/** Our reading in worker threads, each with files of its own; the documents come back to this one. */
export function oursInThreads(lanes: number): Reader {
  const threads = Array.from({ length: lanes }, () => new Worker(new URL('./ours-thread.ts', import.meta.url)))
  return {
    lanes,
    read: (path, lane) =>
      new Promise((resolve, reject) => {
        const thread = threads[lane]
        thread?.once('message', ({ document, error }) => (error === undefined ? resolve(document) : reject(new Error(error))))
        thread?.postMessage(path)
      }),
    lettersOf: lettersOfDocument,
    peak: ownPeak,
    close: () => {
      for (const thread of threads) void thread.terminate()
    },
  }
}
