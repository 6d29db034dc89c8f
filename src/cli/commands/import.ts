import { checkPaths } from '../../archive-files.ts'
import { importPaths } from '../../import.ts'
import type { ImportSummary } from '../../import-tally.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { teachWords } from '../../teach.ts'
import { endingBySignal } from '../ending-by-signal.ts'
import { ImportLog } from '../import-log.ts'
import { progressTeller } from '../import-progress.ts'
import { importSummary } from '../import-summary.ts'
import { type LimitOptions, limitsOf } from '../limit-options.ts'
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
}

/** How long a change waits in one go for another import that is writing. Short, as nothing else is done meanwhile. */
const WAIT_MS = 2000

/** `scrutineer import`: 0 if all documents were read in full and every correction found what it is about, else 1. */
export async function importCommand(paths: string[], options: ImportCommandOptions): Promise<number> {
  checkPaths(paths)
  const words = wordsOption(options.words)
  const log = options.log === undefined ? null : new ImportLog(options.log)
  const store = openStore(options.db, { create: true, waitMs: WAIT_MS })
  const { signal, release } = endingBySignal(
    '\nStopping after the documents in progress; what was read is kept. Press Ctrl-C again to stop at once.\n',
    () => log?.stop(),
  )
  const teller = await progressTeller(options)
  try {
    if (words.length > 0) teachWords(store, words, { by: options.by ?? whoCorrects(), why: `from ${options.words}` })
    log?.begin(paths, store.path)
    const { jobs, password, again, followLinks, ocr, prune } = options
    const by = options.by ?? (prune ? whoCorrects() : undefined)
    const summary = await importPaths(
      paths,
      { store, jobs, password, again, followLinks, ocr, prune, by, limits: limitsOf(options), signal },
      (progress) => {
        log?.tell(progress)
        teller.tell(progress)
      },
    )
    teller.stop()
    log?.end(summary)
    printSummary(summary, store, options)
    return summary.partial + summary.failed + summary.skipped + summary.left + summary.correctionsGone + summary.correctionsChanged > 0
      ? 1
      : 0
  } catch (error) {
    log?.end(error instanceof Error ? error : new Error(String(error)))
    throw error
  } finally {
    teller.stop()
    release()
    store.close()
  }
}

/** With --json, standard output is for programs: people find the summary on standard error. */
function printSummary(summary: ImportSummary, store: Store, { db, json }: ImportCommandOptions): void {
  const stream = json ? process.stderr : process.stdout
  stream.write(`${importSummary(summary, store, db, stream)}\n`)
}
