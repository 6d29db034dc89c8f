import type { SingleBar } from 'cli-progress'
import { checkPaths } from '../../archive-files.ts'
import { type ImportProgress, type ImportSummary, importPaths } from '../../import.ts'
import type { ImportedFile } from '../../import-file.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { importSummary } from '../import-summary.ts'

interface ImportCommandOptions {
  db: string
  jobs?: number
  again?: boolean
  password?: string
  json?: boolean
  quiet?: boolean
}

/** `scrutineer import`: 0 if all documents were read in full and every correction found what it is about, else 1. */
export async function importCommand(paths: string[], options: ImportCommandOptions): Promise<number> {
  checkPaths(paths)
  const store = openStore(options.db)
  const stop = new AbortController()
  const interrupt = (): void => {
    process.stderr.write('\nEnding after the documents in hand; what is read is kept. Press Ctrl-C again to stop at once.\n')
    stop.abort()
  }
  process.once('SIGINT', interrupt)
  const progress = await progressTeller(options)
  try {
    const { jobs, password, again } = options
    const summary = await importPaths(paths, { store, jobs, password, again, signal: stop.signal }, progress.tell)
    progress.stop()
    printSummary(summary, store, options)
    return summary.partial + summary.failed + summary.skipped + summary.left + summary.correctionsGone > 0 ? 1 : 0
  } finally {
    progress.stop()
    process.off('SIGINT', interrupt)
    store.close()
  }
}

/** With --json, standard output is for programs: people find the summary on standard error. */
function printSummary(summary: ImportSummary, store: Store, { db, json }: ImportCommandOptions): void {
  const stream = json ? process.stderr : process.stdout
  stream.write(`${importSummary(summary, store, db, stream)}\n`)
}

interface ProgressTeller {
  tell: (progress: ImportProgress) => void
  stop: () => void
}

/** A bar on a terminal, a line a document elsewhere. */
async function progressTeller({ json, quiet }: ImportCommandOptions): Promise<ProgressTeller> {
  if (json) return { tell: (progress) => progress.type === 'file' && process.stdout.write(`${jsonLine(progress.file)}\n`), stop: () => {} }
  if (quiet) return { tell: () => {}, stop: () => {} }
  if (!process.stderr.isTTY) {
    return { tell: (progress) => progress.type === 'file' && process.stderr.write(`${plainLine(progress.file)}\n`), stop: () => {} }
  }
  const { SingleBar: Bar, Presets } = (await import('cli-progress')).default
  const bar: SingleBar = new Bar(
    { format: ' {bar} {value}/{total} {task}', clearOnComplete: true, hideCursor: true },
    Presets.shades_classic,
  )
  return {
    tell: (progress) => {
      if (progress.type === 'found') bar.start(progress.files, 0, { task: '' })
      else if (progress.type === 'done') bar.update(progress.done)
      else if (progress.type === 'linking') bar.update({ task: 'linking' })
    },
    stop: () => bar.stop(),
  }
}

function plainLine({ path, outcome, status, kind, diagnostics }: ImportedFile): string {
  const what = status === 'ok' ? kind.replaceAll('_', ' ') : status
  const error = diagnostics.find(({ severity }) => severity === 'error')
  return `${outcome.padEnd(9)} ${path}: ${what}${error ? `. ${error.message}` : ''}`
}

/** A document as one line of JSON: the columns of the view `documents` that are known by now, and its diagnostics. */
function jsonLine({ path, documentId, outcome, status, kind, title, diagnostics }: ImportedFile): string {
  return JSON.stringify({
    path,
    document_id: documentId,
    outcome,
    status,
    kind,
    title,
    diagnostics: diagnostics.map(({ severity, rule, message, note, place }) => ({
      severity,
      rule,
      message,
      note,
      page: place.page,
      line: place.lineFrom,
    })),
  })
}
