import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Reader } from './reader.ts'
import { lettersIn, ownPeak } from './reader.ts'

interface LiteParseModule {
  LiteParse: new (
    options: object,
  ) => {
    parse: (path: string) => Promise<{ text: string }>
    warmUp: () => Promise<void>
    close: () => void
  }
}

interface PdfDataParserModule {
  PdfDataParser: new (options: object) => { parse: () => Promise<unknown[][] | undefined> }
}

/** Packages of this folder's own `node_modules`, named at run time so that types are checked without them. */
const load = async (name: string): Promise<unknown> => import(name)

/** LiteParse in this process, or with `pool` in as many of its own; letters in pictures are not recognised. */
export async function liteParse(options: { outputFormat: 'json' | 'markdown' }, pool = 0): Promise<Reader> {
  const { LiteParse } = (await load('@llamaindex/liteparse')) as LiteParseModule
  const parser = new LiteParse({ ...options, ocrEnabled: false, quiet: true, maxPages: 1_000_000, ...(pool ? { poolSize: pool } : {}) })
  if (pool) await parser.warmUp()
  return {
    lanes: Math.max(1, pool),
    read: (path) => parser.parse(path),
    lettersOf: (result) => lettersIn((result as { text: string }).text),
    peak: () => ownPeak() + peakOfChildren(),
    close: () => parser.close(),
  }
}

/** pdf-data-parser with its defaults: rows of the whole document. */
export async function pdfDataParser(): Promise<Reader> {
  const { PdfDataParser } = (await load('pdf-data-parser')) as PdfDataParserModule
  return {
    lanes: 1,
    read: async (url) => {
      const rows = await new PdfDataParser({ url }).parse()
      if (!rows) throw new Error('no rows')
      return rows
    },
    lettersOf: (rows) => lettersIn((rows as unknown[][]).flat().join('')),
    peak: ownPeak,
    close: () => {},
  }
}

/** Poppler's pdftotext, a process a file, as it is used. */
export const pdftotext = (): Reader => ({
  lanes: 1,
  read: async (path) => {
    const { status, stdout } = spawnSync('pdftotext', ['-layout', path, '-'], { maxBuffer: 2 ** 30 })
    if (status !== 0) throw new Error(`exit ${status}`)
    return stdout
  },
  lettersOf: (stdout) => lettersIn(String(stdout)),
  peak: (files) => Math.max(...files.map(peakOfPdftotext)),
  close: () => {},
})

/** A process that has ended cannot be asked any more: GNU time saw it. NaN without it. */
function peakOfPdftotext(path: string): number {
  const { stderr } = spawnSync('/usr/bin/time', ['-f', '%M', 'pdftotext', '-layout', path, '/dev/null'])
  return Number(/(\d+)\s*$/u.exec(String(stderr))?.[1] ?? NaN) / 1024
}

/** Peak memory in MB of the processes that this one started and that still run. Linux keeps count; NaN elsewhere. */
function peakOfChildren(): number {
  try {
    const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)
    const peaks = children.map((id) => Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0))
    return peaks.reduce((sum, kilobytes) => sum + kilobytes, 0) / 1024
  } catch {
    return NaN
  }
}
