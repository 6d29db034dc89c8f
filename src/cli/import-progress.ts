import type { SingleBar } from 'cli-progress'
import type { ImportProgress } from '../import.ts'
import type { ImportedFile } from '../import-file.ts'
import { shownJson, shownPath, warn } from './screen.ts'

/** Tells a person or a program how an import goes on. */
export interface ProgressTeller {
  tell: (progress: ImportProgress) => void
  stop: () => void
}

/** How it is reported: one JSON line a document, nothing but the summary, or what suits where standard error goes. */
export interface ProgressStyle {
  json?: boolean
  quiet?: boolean
  /** A line for each file that is new or changed, on a terminal too, and none for the others. */
  newOnly?: boolean
}

/** A bar on a terminal, a line a document elsewhere. */
export async function progressTeller({ newOnly, ...style }: ProgressStyle): Promise<ProgressTeller> {
  if (!newOnly) return anyTeller(style)
  const { tell } = style.json || style.quiet ? await anyTeller(style) : { tell: tellPlainly() }
  return {
    tell: (progress) => (progress.type === 'file' && progress.file.outcome === 'unchanged' ? undefined : tell(progress)),
    stop: () => {},
  }
}

async function anyTeller({ json, quiet }: ProgressStyle): Promise<ProgressTeller> {
  if (json) return { tell: (progress) => progress.type === 'file' && process.stdout.write(`${jsonLine(progress.file)}\n`), stop: () => {} }
  if (quiet) return { tell: () => {}, stop: () => {} }
  return process.stderr.isTTY ? bar() : { tell: tellPlainly(), stop: () => {} }
}

async function bar(): Promise<ProgressTeller> {
  const { SingleBar: Bar, Presets } = (await import('cli-progress')).default
  const format = ' {bar} {value}/{total} {rate}{task}'
  const line: SingleBar = new Bar({ format, clearOnComplete: true, hideCursor: true, etaBuffer: 100, barsize: 24 }, Presets.shades_classic)
  let began = 0
  return {
    tell: (progress) => {
      if (progress.type === 'found') {
        began = performance.now()
        line.start(progress.files, 0, { task: '', rate: '' })
      } else if (progress.type === 'done') line.update(progress.done, { task: '', rate: rateWords(progress, performance.now() - began) })
      else if (progress.type === 'scan') line.update({ task: `page ${progress.page}, a picture, of ${shownPath(progress.path)}` })
      else if (progress.type === 'retry') line.update({ task: `once more: ${shownPath(progress.path)}` })
      else if (progress.type === 'linking') line.update({ task: 'linking', rate: '' })
      else if (progress.type === 'waiting') line.update({ task: 'waiting for another import' })
    },
    stop: () => line.stop(),
  }
}

/** Rates of the first moments say nothing. */
const RATE_FROM_MS = 3000

function rateWords({ done, files }: { done: number; files: number }, milliseconds: number): string {
  if (milliseconds < RATE_FROM_MS || done === files) return ''
  const aSecond = done / (milliseconds / 1000)
  return `${aSecond < 10 ? aSecond.toFixed(1) : Math.round(aSecond)} a second, ${spanWords((files - done) / aSecond)} left `
}

/** A span of time in the unit that fits it: "40 s", "12 min", "3 h 5 min". */
export function spanWords(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 90) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}

function tellPlainly(): (progress: ImportProgress) => void {
  let waiting = false
  const told = new Set<string>()
  return (progress) => {
    if (progress.type === 'file') {
      warn(plainLine(progress.file, told))
    }
    if (progress.type === 'scan' && !told.has(progress.path)) {
      told.add(progress.path)
      warn(`scan      ${shownPath(progress.path)}: reading scanned pages, some seconds each`)
    }
    if (progress.type === 'retry') warn(`again     ${shownPath(progress.path)}: the thread that read it ended; it is read once more, alone`)
    else if (progress.type === 'waiting' && !waiting) warn('Another import is writing to the database. Waiting for it.')
    waiting = progress.type === 'waiting'
  }
}

function plainLine({ path, outcome, status, kind, movedFrom, diagnostics }: ImportedFile, told: Set<string>): string {
  const what = status === 'ok' ? kind.replaceAll('_', ' ') : status
  const moved = movedFrom.length > 0 ? `, moved from ${movedFrom.join(' and ')}` : ''
  const error = diagnostics.find(({ severity }) => severity === 'error')
  // Of a hundred empty downloads only the first says what to do.
  const why = error === undefined ? '' : told.has(error.rule) ? ` (${error.rule})` : `. ${error.message}`
  if (error) told.add(error.rule)
  return shownPath(`${outcome.padEnd(9)} ${path}: ${what}${moved}${why}`)
}

/** A document as one line of JSON: the columns of the view `documents` that are known by now, and its diagnostics. */
export function jsonLine(file: ImportedFile): string {
  return shownJson(JSON.stringify(jsonDocument(file)))
}

/** The same before it is a line. */
export function jsonDocument({
  path,
  documentId,
  outcome,
  status,
  kind,
  title,
  movedFrom,
  pages,
  milliseconds,
  diagnostics,
}: ImportedFile): object {
  return {
    path,
    document_id: documentId,
    outcome,
    status,
    kind,
    title,
    moved_from: movedFrom,
    pages,
    milliseconds: milliseconds === null ? null : Math.round(milliseconds),
    diagnostics: diagnostics.map(({ severity, rule, message, note, place }) => ({
      severity,
      rule,
      message,
      note,
      page: place.page,
      line: place.lineFrom,
    })),
  }
}
