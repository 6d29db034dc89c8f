import type { Reader } from './reader.ts'

interface Contestant {
  open: () => Promise<Reader>
  /** What it does with a file, and what it leaves out. */
  does: string
}

// Each is loaded by itself: two releases of pdfjs in one process meet in one global and stop each other.
const ours = () => import('./ours.ts')
const others = () => import('./others.ts')

/** All that is measured. The first is what the others are compared with. */
export const CONTESTANTS: Record<string, Contestant> = {
  'ours, one thread': {
    open: async () => (await ours()).ours(),
    does: 'readPdf: text, headings, lists, tables joined over pages, running heads told apart, page and box for every word; one warm process',
  },
  'ours, two threads': {
    open: async () => (await ours()).oursInThreads(2),
    does: 'the same in two worker threads, each with files of its own, the documents handed back to the main thread',
  },
  'pdf-data-parser': {
    open: async () => (await others()).pdfDataParser(),
    does: 'its defaults, on its own pdfjs 5: rows of cells from text items; no rules or colours, no places, no prose; one warm process, one thread',
  },
  'LiteParse, text': {
    open: async () => (await others()).liteParse({ outputFormat: 'json' }),
    does: 'OCR off; PDFium, native code: text items with boxes, and text laid out; no blocks, no tables; one warm process',
  },
  'LiteParse, markdown': {
    open: async () => (await others()).liteParse({ outputFormat: 'markdown' }),
    does: 'OCR off; the same with headings, lists and tables, as Markdown; tables are not joined over pages; one warm process',
  },
  'LiteParse, markdown, pool of two': {
    open: async () => (await others()).liteParse({ outputFormat: 'markdown' }, 2),
    does: 'the same in two processes of its own pool',
  },
  'pdftotext -layout': {
    open: async () => (await others()).pdftotext(),
    does: 'Poppler, native code: text laid out with spaces; no blocks, no tables, no places; a new process for each file, as it is used',
  },
}
