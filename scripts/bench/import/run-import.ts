import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** How an import is run. */
export interface ImportRun {
  paths: readonly string[]
  database: string
  jobs?: string | undefined
  /** Where CPU profiles go, of each thread one. */
  profile?: string | undefined
}

/** What an import took, its process's start and end with it. */
export interface Measured {
  seconds: number
  /** From the start of the import to its first word on linking, and from there to its end. */
  readingSeconds: number
  linkingSeconds: number
  /** User and system time of all threads. */
  cpuSeconds: number
  /** The most memory that the process held, all threads with it. */
  peakMb: number
  documents: number
  added: number
  unchanged: number
  /** Of the PDFs: text and Markdown have none. */
  pages: number
  /** The machine's load after the run: others may have been at work on it too. */
  load: number
}

const COMMAND = fileURLToPath(new URL('../../../src/cli/scrutineer.js', import.meta.url))
const TELL_USAGE = new URL('tell-usage.ts', import.meta.url).href

interface LogLine {
  at: string
  event: string
  documents?: number
  added?: number
  unchanged?: number
  pages?: number
}

/** Runs the command in a process of its own. Throws where it does not read all documents in full: such a run measures something else. */
export function runImport({ paths, database, jobs, profile }: ImportRun): Measured {
  const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'))
  const usageFile = join(folder, 'usage.json')
  const log = join(folder, 'log.jsonl')
  const node = ['--import', TELL_USAGE, ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`])]
  const options = ['--db', database, '--log', log, '--quiet', ...(jobs === undefined ? [] : ['--jobs', jobs])]
  try {
    const start = performance.now()
    const { status, stdout, stderr } = spawnSync(process.execPath, [...node, COMMAND, 'import', ...paths, ...options], {
      env: { ...process.env, SCRUTINEER_BENCH_USAGE: usageFile },
      encoding: 'utf8',
    })
    const seconds = (performance.now() - start) / 1000
    if (status !== 0) throw new Error(`The import ended with ${status}.\n${stdout}${stderr}`)
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usageFile, 'utf8'))
    return {
      seconds,
      ...readLog(readFileSync(log, 'utf8')),
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      peakMb: maxRSS / 1024,
      load: loadavg()[0] ?? 0,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function readLog(text: string): Pick<Measured, 'readingSeconds' | 'linkingSeconds' | 'documents' | 'added' | 'unchanged' | 'pages'> {
  const lines = text
    .trim()
    .split('\n')
    .map((line): LogLine => JSON.parse(line))
  const find = (event: string) => lines.find((line) => line.event === event)
  const end = find('end')
  if (!end) throw new Error('The log of the import has no end')
  const at = (line: LogLine | undefined) => Date.parse((line ?? end).at) / 1000
  return {
    readingSeconds: at(find('linking')) - at(find('begin')),
    linkingSeconds: at(end) - at(find('linking')),
    documents: end.documents ?? 0,
    added: end.added ?? 0,
    unchanged: end.unchanged ?? 0,
    pages: end.pages ?? 0,
  }
}
