import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { UsageError } from '../../../schema/errors.ts'
import { systemCode, systemWords } from '../../reading/system-words.ts'
import { type ReportProgress, writeReport } from '../../report/write-report.ts'
import { openStore } from '../../store/open-store.ts'
import { endingBySignal } from '../ending-by-signal.ts'
import { type LimitOptions, limitsOf } from '../limit-options.ts'
import { counted, print, thisDay, warn } from '../screen.ts'
import { openInBrowser } from './open-in-browser.ts'

interface ReportCommandOptions extends LimitOptions {
  db: string
  out: string
  open?: boolean
  force?: boolean
  password?: string
  jobs?: number
}

/** `scrutineer report`: the archive as a site of static files, as it is at one moment. */
export async function reportCommand({ db, out, open, force, password, jobs, ...given }: ReportCommandOptions): Promise<number> {
  const store = openStore(db, { readonly: true })
  const bar = await progressBar()
  const { signal, release } = endingBySignal(
    '\nStopping after the papers in progress; what was drawn is kept. Press Ctrl-C again to stop at once.\n',
  )
  try {
    const options = { out: resolve(out), today: thisDay(), force, password, jobs, limits: limitsOf(given), signal }
    const { front, files, hidden, undrawn, ended } = await store.snapshot(() => writeReport(store, options, bar.tell))
    bar.stop()
    if (ended) {
      process.stderr.write(`The report in ${out} is not complete. Run the command again; what was drawn is kept.\n`)
      return 1
    }
    process.stderr.write(
      `${counted(files, 'file')} written to ${out}. ${open ? 'Opening the first in your browser' : 'Open the first in a browser'}:\n`,
    )
    if (hidden) warn(`${counted(hidden, 'paper')} could not be shown; the report says why.`)
    if (undrawn) warn(`${counted(undrawn, 'page')} could not be drawn in full; the report says why.`)
    print(front)
    if (open) await show(front)
    return 0
  } catch (error) {
    if (systemCode(error)?.startsWith('E')) throw new UsageError(`${out} could not be written: ${systemWords(error)}.`)
    throw error
  } finally {
    release()
    bar.stop()
    store.close()
  }
}

/** The report stands by now, so a browser that does not start is reported and no failure. */
async function show(front: string): Promise<void> {
  try {
    await openInBrowser(pathToFileURL(front).href)
  } catch (error) {
    warn(`No browser could be started: ${systemWords(error)}. Open the page yourself.`)
  }
}

/** A bar on a terminal, nothing elsewhere. */
async function progressBar(): Promise<{ tell: (progress: ReportProgress) => void; stop: () => void }> {
  if (!process.stderr.isTTY) return { tell: () => {}, stop: () => {} }
  const { SingleBar, Presets } = (await import('cli-progress')).default
  const bar = new SingleBar({ format: ' {bar} {value}/{total}', clearOnComplete: true, hideCursor: true }, Presets.shades_classic)
  let started = false
  return {
    tell: ({ done, total }) => {
      if (!started) bar.start(total, done)
      started = true
      bar.update(done)
    },
    stop: () => bar.stop(),
  }
}
