import { resolve } from 'node:path'
import { checkPaths } from '../../archive-files.ts'
import { databaseFiles, importPaths } from '../../import.ts'
import type { ImportSummary } from '../../import-tally.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { teachWords } from '../../teach.ts'
import { watchFiles } from '../../watch-files.ts'
import { endingBySignal } from '../ending-by-signal.ts'
import { ImportLog } from '../import-log.ts'
import { progressTeller } from '../import-progress.ts'
import { importSummary } from '../import-summary.ts'
import { type LimitOptions, limitsOf } from '../limit-options.ts'
import { warn } from '../screen.ts'
import { whoCorrects } from '../who-corrects.ts'
import { wordsOption } from '../words-option.ts'

interface ImportCommandOptions extends LimitOptions {
  db: string
  jobs?: number
  again?: boolean
  ocr?: boolean | string
  followLinks?: boolean
  words?: string
  by?: string
  password?: string
  log?: string
  json?: boolean
  quiet?: boolean
  prune?: boolean
  watch?: boolean
  /** Is about new and changed files only. */
  newOnly?: boolean
}

/** How long a change waits in one go for another import that is writing. Short, as nothing else is done meanwhile. */
const WAIT_MS = 2000

/**
 * `scrutineer import`: 0 if all documents were read in full and every correction found what it is about, else 1. With `watch` it goes on
 * with what is new or changed, until it is ended, and the last import decides.
 */
export async function importCommand(paths: string[], options: ImportCommandOptions): Promise<number> {
  checkPaths(paths)
  const words = wordsOption(options.words)
  const log = options.log === undefined ? null : new ImportLog(options.log)
  const store = openStore(options.db, { create: true, waitMs: WAIT_MS })
  const { signal, release } = endingBySignal(
    '\nStopping after the documents in progress; what was read is kept. Press Ctrl-C again to stop at once.\n',
    () => log?.stop(),
  )
  try {
    if (words.length > 0) teachWords(store, words, { by: options.by ?? whoCorrects(), why: `from ${options.words}` })
    const importAs = (how: ImportCommandOptions): Promise<ImportSummary> => importOnce(paths, how, store, log, signal)
    if (options.watch) return await importAndWatch(paths, options, store, importAs, signal)
    const summary = await importAs(options)
    printSummary(summary, store, options)
    return exitCodeOf(summary)
  } catch (error) {
    log?.end(error instanceof Error ? error : new Error(String(error)))
    throw error
  } finally {
    release()
    store.close()
    log?.close()
  }
}

/** Imports the paths, and again whenever files under them came, went or changed; only the first import reads all files again where that is asked. */
async function importAndWatch(
  paths: string[],
  options: ImportCommandOptions,
  store: Store,
  importAs: (how: ImportCommandOptions) => Promise<ImportSummary>,
  signal: AbortSignal,
): Promise<number> {
  const ignore = new Set([...databaseFiles(store.path), ...logFiles(options)])
  let last: ImportSummary | null = null
  for await (const _ of watchFiles(paths, { ignore, followLinks: options.followLinks, signal })) {
    const isFirst = last === null
    last = await importAs(isFirst ? options : { ...options, again: false, newOnly: true })
    if (!isFirst) continue
    printSummary(last, store, options)
    if (!signal.aborted) warn('Watching for new and changed files. Ctrl-C ends it.')
  }
  return last ? exitCodeOf(last) : 0
}

/** The log grows with each import, also where it is among the papers. */
const logFiles = ({ log }: ImportCommandOptions): ReadonlySet<string> => new Set(log === undefined ? [] : [resolve(log)])

/** One import of the paths, told as it goes on. */
async function importOnce(
  paths: string[],
  options: ImportCommandOptions,
  store: Store,
  log: ImportLog | null,
  signal: AbortSignal,
): Promise<ImportSummary> {
  const { jobs, password, again, followLinks, ocr, prune } = options
  const by = options.by ?? (prune ? whoCorrects() : undefined)
  const teller = await progressTeller(options)
  try {
    log?.begin(paths, store.path)
    const summary = await importPaths(
      paths,
      { store, jobs, password, again, followLinks, ignore: logFiles(options), ocr, prune, by, limits: limitsOf(options), signal },
      (progress) => {
        log?.tell(progress)
        teller.tell(progress)
      },
    )
    log?.end(summary)
    return summary
  } finally {
    teller.stop()
  }
}

/** 1 where a document could not be read in full, or a correction did not find what it is about. */
const exitCodeOf = ({ partial, failed, skipped, left, correctionsGone, correctionsChanged }: ImportSummary): number =>
  partial + failed + skipped + left + correctionsGone + correctionsChanged > 0 ? 1 : 0

/** With --json, standard output is for programs: people find the summary on standard error. */
function printSummary(summary: ImportSummary, store: Store, { db, json }: ImportCommandOptions): void {
  const stream = json ? process.stderr : process.stdout
  stream.write(`${importSummary(summary, store, db, stream)}\n`)
}
