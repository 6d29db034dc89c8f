import { availableParallelism } from 'node:os'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'
import PQueue from 'p-queue'
import { extractorVersion } from '../parsers/extractor.ts'
import type { CorrectionRow } from '../schema/corrections.ts'
import { type ArchiveEntry, findFiles } from './archive-files.ts'
import { correctionsPath } from './corrections/correction-file.ts'
import { type ImportedFile, importFile, type Outcome } from './import-file.ts'
import { type Relinked, relink, storedCorrections } from './relink.ts'
import { toStoreError } from './store/open-store.ts'
import type { RunCounts } from './store/runs.ts'
import type { Store } from './store/store.ts'

/** How an import is done. */
export interface ImportOptions {
  store: Store
  /** How many files are in hand at once. */
  jobs?: number | undefined
  /** For files that ask for one. */
  password?: string | undefined
  /** Reads all files again, those too that are stored as this extractor read them. */
  again?: boolean | undefined
  /** Ends the import after the documents in hand; what is stored is linked all the same. */
  signal?: AbortSignal | undefined
}

/** What an import tells while it goes on: each file once, in the order of the paths, whatever order they are done in. */
export type ImportProgress =
  | { type: 'found'; files: number }
  | { type: 'done'; done: number; files: number }
  | { type: 'file'; file: ImportedFile }
  | { type: 'linking' }

/** What an import did, counted in documents: content that lies at several paths counts once. */
export interface ImportSummary extends RunCounts {
  runId: string
  files: number
  /** How many of the documents could be read only in part, not at all, or are in a format that is not read. */
  partial: number
  skipped: number
  /** The documents of this import by kind, without those that failed or were skipped. */
  kinds: Record<string, number>
  /** How many files were left because the import was told to end. */
  left: number
  /** The corrections whose target is gone. */
  gone: CorrectionRow[]
}

/**
 * Reads all files under `paths` into the store and links the whole archive anew. Throws `UsageError` for a path that
 * does not exist and `StoreError` where the database fails; a file that fails ends nothing.
 */
export async function importPaths(
  paths: readonly string[],
  options: ImportOptions,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<ImportSummary> {
  const { store } = options
  const entries = findFiles(paths, databaseFiles(store.path))
  onProgress({ type: 'found', files: entries.length })
  try {
    storedCorrections(store) // a line that cannot be read ends the import before it begins
    const runId = store.startRun(extractorVersion())
    const files = await importEntries(entries, options, onProgress)
    onProgress({ type: 'linking' })
    const summary = summarise(runId, entries.length, files, relink(store))
    store.endRun(runId, summary)
    return summary
  } catch (error) {
    throw toStoreError(error, store.path)
  }
}

async function importEntries(
  entries: readonly ArchiveEntry[],
  { store, password, again, jobs, signal }: ImportOptions,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportedFile[]> {
  const queue = new PQueue({ concurrency: jobs ?? availableParallelism() })
  const results: (ImportedFile | null)[] = []
  let told = 0
  let done = 0
  let trouble: unknown = null
  const importOne = async (entry: ArchiveEntry, index: number): Promise<void> => {
    if (signal?.aborted || trouble) return
    results[index] = await importFile(entry, { store, password, again, path: archivePath(entry.path, store.path) })
    onProgress({ type: 'done', done: ++done, files: entries.length })
    for (let next = results[told]; next; next = results[told]) {
      onProgress({ type: 'file', file: next })
      told++
    }
  }
  for (const [index, entry] of entries.entries()) {
    void queue
      .add(() => importOne(entry, index))
      .catch((error: unknown) => {
        trouble ??= error
      })
  }
  await queue.onIdle()
  if (trouble) throw trouble
  const files = results.filter((file) => file != null)
  for (const file of files.slice(told)) onProgress({ type: 'file', file })
  return files
}

const PRECEDENCE: Record<Outcome, number> = { added: 2, changed: 1, unchanged: 0 }

function summarise(runId: string, entries: number, files: readonly ImportedFile[], relinked: Relinked): ImportSummary {
  const documents = new Map<string, ImportedFile>()
  for (const file of files) {
    const twin = documents.get(file.documentId)
    if (!twin || PRECEDENCE[file.outcome] > PRECEDENCE[twin.outcome]) documents.set(file.documentId, file)
  }
  const all = [...documents.values()]
  const kinds: Record<string, number> = {}
  for (const { kind, status } of all) if (status === 'ok' || status === 'partial') kinds[kind] = (kinds[kind] ?? 0) + 1
  const withOutcome = (outcome: Outcome): number => all.filter((file) => file.outcome === outcome).length
  const withStatus = (status: ImportedFile['status']): number => all.filter((file) => file.status === status).length
  const withState = (state: CorrectionRow['state']): string[] => [
    ...new Set(relinked.corrections.filter((row) => row.state === state && row.action !== 'undo').map(({ correctionId }) => correctionId)),
  ]
  return {
    runId,
    files: entries,
    documents: all.length,
    added: withOutcome('added'),
    changed: withOutcome('changed'),
    unchanged: withOutcome('unchanged'),
    partial: withStatus('partial'),
    failed: withStatus('failed'),
    skipped: withStatus('skipped'),
    kinds,
    left: entries - files.length,
    superseded: files.filter(({ supersedes }) => supersedes !== null).length,
    corrections: withState('applied').length,
    correctionsGone: withState('target_gone').length,
    gone: relinked.corrections.filter(({ state }) => state === 'target_gone'),
    rowsWritten: relinked.written,
    rowsRemoved: relinked.removed,
  }
}

/**
 * A path as it is stored: seen from the database's folder where it lies under that, so that an archive with its database
 * can be moved as one; else absolute. Always with "/".
 */
export function archivePath(path: string, databasePath: string): string {
  const home = databasePath === ':memory:' ? process.cwd() : dirname(databasePath)
  const inside = relative(home, resolve(path))
  const shown = inside && !inside.startsWith('..') && !isAbsolute(inside) ? inside : resolve(path)
  return shown.split(sep).join('/')
}

function databaseFiles(databasePath: string): ReadonlySet<string> {
  return new Set(['', '-wal', '-shm', '-journal'].map((suffix) => databasePath + suffix).concat(correctionsPath(databasePath) ?? []))
}
