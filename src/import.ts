import { statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import PQueue from 'p-queue'
import { extractorVersion } from '../parsers/extractor.ts'
import { StoreError } from '../schema/errors.ts'
import type { TaughtWord } from '../schema/taught-words.ts'
import { type ArchiveEntry, findFiles } from './archive-files.ts'
import { isContainer, type LookInside, type OpenedEntries, openEntries } from './archive-members.ts'
import { archivePath, locatePath } from './archive-paths.ts'
import { correctionsPath } from './corrections/correction-file.ts'
import { taughtWords } from './corrections/taught.ts'
import { type ImportedFile, type ImportFileOptions, importFile } from './import-file.ts'
import { type ImportSummary, ImportTally } from './import-tally.ts'
import { ImportThreads } from './import-threads.ts'
import { linkedBy, storedCorrections } from './linker.ts'
import { checkOcr } from './reading/check-ocr.ts'
import { containerPath, isPaperThere } from './reading/containers.ts'
import { DEFAULT_LIMITS, type Limits } from './reading/limits.ts'
import type { Relinked } from './relink.ts'
import { isBusy, toStoreError } from './store/open-store.ts'
import type { Store } from './store/store.ts'
import { StoredPaths } from './stored-paths.ts'

/** How an import is done. */
export interface ImportOptions {
  store: Store
  /** How many threads read, each one file at a time; one for each core if it is not given. */
  jobs?: number | undefined
  /** For files that ask for one. */
  password?: string | undefined
  /** Reads all files again, those too that are stored as this extractor read them. */
  again?: boolean | undefined
  /** Words of the papers besides those that the file of corrections teaches. They hold for this import: one without them reads anew. */
  words?: readonly TaughtWord[] | undefined
  /**
   * Reads pages that are pictures by text recognition, unless it is false. A string says by what: languages ("eng+cym", of
   * packages), a folder with their data, or "tesseract", Debian's program ("tesseract:cym").
   */
  ocr?: boolean | string | undefined
  /** Follows links that lead out of the given folders too. */
  followLinks?: boolean | undefined
  /** Absolute paths under the given ones that are not papers; the database and its corrections never are. */
  ignore?: ReadonlySet<string> | undefined
  /** Takes papers out whose files are gone, of those under the given paths. Undone by `correct`, and where a file is there again. */
  prune?: boolean | undefined
  /** Who says so, of papers that are taken out or brought back; "import" if it is not given. */
  by?: string | undefined
  /** How far one document may go. What went beyond a limit before is tried again where any is given. */
  limits?: Partial<Limits> | undefined
  /** Ends the import after the documents in progress; what is stored is linked all the same. */
  signal?: AbortSignal | undefined
}

/**
 * What an import tells while it goes on: each file once, in the order of the paths, whatever order they are done in; but
 * those that ended a thread are tried again after all others, and told there.
 */
export type ImportProgress =
  | { type: 'found'; files: number }
  | { type: 'done'; done: number; files: number }
  | { type: 'file'; file: ImportedFile }
  | { type: 'retry'; path: string }
  /** A page that is a picture is about to be read, which takes seconds. */
  | { type: 'scan'; path: string; page: number }
  | { type: 'linking' }
  /** Another process is writing into the database, and this import goes on when that lets go. */
  | { type: 'waiting' }

/** What is reported on an import while it goes on. */
export type OnProgress = (progress: ImportProgress) => void

/**
 * Reads all files under `paths` into the store and links the archive anew if anything in it has changed. Throws
 * `UsageError` for a path that does not exist and `StoreError` where the database fails; a file that fails ends nothing.
 */
export async function importPaths(
  paths: readonly string[],
  options: ImportOptions,
  onProgress: OnProgress = () => {},
): Promise<ImportSummary> {
  const { store } = options
  const began = performance.now()
  await checkOcr(options.ocr ?? true)
  const found = findFiles(paths, {
    ignore: new Set([...databaseFiles(store.path), ...(options.ignore ?? [])]),
    followLinks: options.followLinks,
  })
  const most = found.some(isContainer) ? Number.POSITIVE_INFINITY : Math.max(1, found.length)
  const threads = Math.min(options.jobs ?? availableParallelism(), most)
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const pool = new ImportThreads(threads, limits)
  let files = found.length
  try {
    const { entries, members } = await openEntries(found, lookInside(options, limits, pool))
    files = entries.length
    onProgress({ type: 'found', files })
    const words = [...(options.words ?? []), ...taughtWords(storedCorrections(store))] // a line that cannot be read ends the import before it begins
    const whenFree = patience(onProgress)
    const runId = await whenFree(() => store.startRun(extractorVersion()))
    const isThere = watchFile(store.path)
    const tally = new ImportTally()
    await importEntries(
      entries,
      { ...options, limits, widened: options.limits !== undefined, words, members, pool, threads },
      whenFree,
      (progress) => {
        isThere()
        if (progress.type === 'file') tally.add(progress.file)
        onProgress(progress)
      },
    )
    const forgotten = await whenFree(() => keepUpWithFiles(paths, { ...options, members }))
    const { written, removed, corrections } = await whenFree(() => linkIfStale(store, onProgress))
    isThere()
    const milliseconds = performance.now() - began
    const summary = tally.summary({ runId, files: entries.length, milliseconds, written, removed, forgotten, corrections })
    await whenFree(() => store.endRun(runId, summary))
    return summary
  } catch (error) {
    throw toStoreError(error, store.path)
  } finally {
    await pool.close(files > FEW_FILES)
  }
}

/** Looks into a container, in the threads that read and within their limits, or into what is stored of it where it is as it was. */
function lookInside({ store, again, signal }: ImportOptions, { megabytes }: Limits, pool: ImportThreads): LookInside {
  return async ({ path, bytes, stamp }) => {
    const stored = archivePath(path, store.path)
    const by = stamp === null ? null : `${stamp} ${extractorVersion()}`
    const known = by === null || again ? undefined : store.findContainer(stored, by)
    if (known !== undefined) return known
    if (bytes > megabytes * 2 ** 20 || signal?.aborted) return null
    const listed = await (await pool.reader()).members(path)
    if (listed.type === 'died') return null
    if (by !== null) store.setContainer(stored, by, listed.inside)
    return listed.inside
  }
}

/** Brings back what was taken out because its file was gone, where that is there again; takes out what is gone now, if it is asked. Gives how many went. */
async function keepUpWithFiles(
  paths: readonly string[],
  { store, prune = false, by = 'import', members }: ImportOptions & Pick<OpenedEntries, 'members'>,
): Promise<number> {
  if (!prune && !storedCorrections(store).some(({ action }) => action === 'forget')) return 0
  const { bringBackFound, pruneGone } = await import('./forget.ts')
  const leads = (path: string): boolean => leadsToPaper(locatePath(path, store.path), members)
  bringBackFound(store, leads, { by, why: null })
  return prune ? pruneGone(store, paths, leads, { by, why: null }) : 0
}

/** Gives a check that throws `StoreError` where the database at `path` was taken away or replaced since: what is stored then goes nowhere. */
function watchFile(path: string): () => void {
  if (path === ':memory:') return () => {}
  const numberOf = (): number | null => statSync(path, { throwIfNoEntry: false })?.ino ?? null
  const opened = numberOf()
  return () => {
    if (numberOf() === opened) return
    throw new StoreError(`${path} was deleted or replaced while papers were being stored in it. Import again to store all of them.`)
  }
}

/** Links all that is stored, unless it was linked by these rules and corrections and nothing was stored since. */
async function linkIfStale(store: Store, onProgress: OnProgress): Promise<Relinked> {
  const by = linkedBy(storedCorrections(store))
  if (store.linkedBy() === by) return { written: 0, removed: 0, corrections: store.corrections() }
  onProgress({ type: 'linking' })
  const { relink } = await import('./relink.ts')
  return relink(store)
}

/** Does something that is or falls as a whole; while another process keeps it from being written, it is tried again. */
type WhenFree = <T>(work: () => T | Promise<T>) => Promise<T>

/** How long one import gives way to others before it ends, and how often it looks: linking a very large archive takes minutes. */
const MOST_PATIENCE_MS = 600_000
const PATIENCE_STEP_MS = 500

function patience(onProgress: OnProgress): WhenFree {
  return async (work) => {
    for (const began = performance.now(); ; await setTimeout(PATIENCE_STEP_MS)) {
      try {
        return await work()
      } catch (error) {
        if (!isBusy(error) || performance.now() - began > MOST_PATIENCE_MS) throw error
        onProgress({ type: 'waiting' })
      }
    }
  }
}

/** An import of more files ends its threads, so that what they hold is free when the archive is linked. */
const FEW_FILES = 50

/** How many files are in hand for each thread: one is read, another made ready or stored. */
const FILES_OF_A_THREAD = 2

/** Options with all limits and whether any was given, with the words that people taught, which are beside the database, and what is in the containers that were opened. */
type WordedOptions = Omit<ImportOptions, 'limits'> & {
  limits: Limits
  widened: boolean
  words: readonly TaughtWord[]
  members: OpenedEntries['members']
  pool: ImportThreads
  threads: number
}

async function importEntries(
  entries: readonly ArchiveEntry[],
  options: WordedOptions,
  whenFree: WhenFree,
  onProgress: OnProgress,
): Promise<void> {
  const { threads } = options
  const importOneFile = fileImporter(options, (path, page) => onProgress({ type: 'scan', path, page }))
  const teller = new Teller(entries.length, onProgress)
  const dead: number[] = []
  const queue = new PQueue({ concurrency: threads * FILES_OF_A_THREAD })
  let trouble: unknown = null
  const importOne = async (entry: ArchiveEntry, index: number): Promise<void> => {
    if (options.signal?.aborted || trouble !== null) return
    const file = await whenFree(() => importOneFile(entry, false))
    if (!file) dead.push(index)
    teller.done(index, file)
  }
  for (const [index, entry] of entries.entries()) {
    await queue.onSizeLessThan(threads)
    if (options.signal?.aborted || trouble !== null) break
    queue
      .add(() => importOne(entry, index))
      .catch((error: unknown) => {
        trouble ??= error
      })
  }
  await queue.onIdle()
  if (trouble !== null) throw trouble
  teller.tellRest()
  for (const index of dead.sort((a, b) => a - b)) {
    const entry = entries[index]
    if (!entry || options.signal?.aborted) break
    onProgress({ type: 'retry', path: archivePath(entry.path, options.store.path) })
    const file = await whenFree(() => importOneFile(entry, true))
    if (file) onProgress({ type: 'file', file })
  }
}

/** Gives what imports one file, with all that the files of an import have in common. */
function fileImporter(
  { store, password, again, limits, widened, words, members, pool, ocr = true }: WordedOptions,
  onScan: ImportFileOptions['onScan'],
): (entry: ArchiveEntry, last: boolean) => Promise<ImportedFile | null> {
  const storedPaths = new StoredPaths((path) => leadsToPaper(locatePath(path, store.path), members))
  const common = { store, password, again, limits, widened, words, storedPaths, reader: () => pool.reader(), ocr, onScan }
  return (entry, last) => importFile(entry, { ...common, path: archivePath(entry.path, store.path), last })
}

/** Tells files in the order of the paths, and forgets each that it has told. */
class Teller {
  readonly #files: number
  readonly #onProgress: OnProgress
  readonly #waiting = new Map<number, ImportedFile | null>()
  #next = 0
  #done = 0

  constructor(files: number, onProgress: OnProgress) {
    this.#files = files
    this.#onProgress = onProgress
  }

  /** Null for a file that is tried again later. */
  done(index: number, file: ImportedFile | null): void {
    this.#waiting.set(index, file)
    this.#onProgress({ type: 'done', done: ++this.#done, files: this.#files })
    for (; this.#waiting.has(this.#next); this.#next++) this.#tell(this.#next)
  }

  /** Those after a file that was left because the import was told to end. */
  tellRest(): void {
    for (const index of [...this.#waiting.keys()].sort((a, b) => a - b)) this.#tell(index)
  }

  #tell(index: number): void {
    const file = this.#waiting.get(index)
    this.#waiting.delete(index)
    if (file) this.#onProgress({ type: 'file', file })
  }
}

/** Whether a file is there still: one in a container that was looked into, if it was found in it. */
function leadsToPaper(path: string, members: OpenedEntries['members']): boolean {
  const found = members.get(containerPath(path) ?? '')
  return found ? found.has(path) : isPaperThere(path)
}

/** What an import writes itself, beside the papers or among them. */
export function databaseFiles(databasePath: string): ReadonlySet<string> {
  return new Set(['', '-wal', '-shm', '-journal'].map((suffix) => databasePath + suffix).concat(correctionsPath(databasePath) ?? []))
}
