import type { CorrectionRow } from '../schema/corrections.ts'
import type { ImportedFile, Outcome } from './import-file.ts'
import type { RunCounts } from './store/runs.ts'

/** A document that took long to read. */
export interface SlowDocument {
  path: string
  milliseconds: number
  pages: number | null
}

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
  /** How many files lie elsewhere than before. */
  moved: number
  /** How many pages were read, of formats that have any. */
  pages: number
  /** The documents that took longest to read, the slowest first. */
  slowest: SlowDocument[]
  /** Milliseconds from the first file to the last link. */
  milliseconds: number
  /** The corrections that wait: their target is gone, or is not what it was. */
  waiting: CorrectionRow[]
}

/** What an import's end adds to what it counted. */
export interface ImportEnd {
  runId: string
  files: number
  milliseconds: number
  written: number
  removed: number
  forgotten: number
  corrections: readonly CorrectionRow[]
}

const PRECEDENCE: Record<Outcome, number> = { added: 2, changed: 1, unchanged: 0 }
const SLOWEST = 5

/** Counts an import's documents as they come, and keeps no more of each than that takes. */
export class ImportTally {
  readonly #documents = new Map<string, Pick<ImportedFile, 'outcome' | 'status' | 'kind'>>()
  #slowest: SlowDocument[] = []
  #files = 0
  #moved = 0
  #pages = 0
  #superseded = 0

  /** Counts one file. */
  add({ documentId, outcome, status, kind, path, milliseconds, pages, movedFrom, supersedes }: ImportedFile): void {
    this.#files++
    this.#moved += movedFrom.length > 0 ? 1 : 0
    this.#pages += pages ?? 0
    this.#superseded += supersedes === null ? 0 : 1
    const twin = this.#documents.get(documentId)
    if (!twin || PRECEDENCE[outcome] > PRECEDENCE[twin.outcome]) this.#documents.set(documentId, { outcome, status, kind })
    if (milliseconds === null) return
    this.#slowest.push({ path, milliseconds, pages })
    this.#slowest.sort((a, b) => b.milliseconds - a.milliseconds)
    this.#slowest = this.#slowest.slice(0, SLOWEST)
  }

  /** All that was counted. */
  summary({ runId, files, milliseconds, written, removed, forgotten, corrections }: ImportEnd): ImportSummary {
    const all = [...this.#documents.values()]
    const kinds: Record<string, number> = {}
    for (const { kind, status } of all) if (status === 'ok' || status === 'partial') kinds[kind] = (kinds[kind] ?? 0) + 1
    const withOutcome = (outcome: Outcome): number => all.filter((file) => file.outcome === outcome).length
    const withStatus = (status: ImportedFile['status']): number => all.filter((file) => file.status === status).length
    // A correction of several fields has a row for each.
    const count = (rows: readonly CorrectionRow[]): number => new Set(rows.map(({ correctionId }) => correctionId)).size
    const applied = corrections.filter(({ state, action }) => state === 'applied' && action !== 'undo')
    const gone = corrections.filter(({ state }) => state === 'target_gone')
    const changed = corrections.filter(({ state }) => state === 'target_changed')
    return {
      runId,
      files,
      documents: all.length,
      added: withOutcome('added'),
      changed: withOutcome('changed'),
      unchanged: withOutcome('unchanged'),
      partial: withStatus('partial'),
      failed: withStatus('failed'),
      skipped: withStatus('skipped'),
      kinds,
      left: files - this.#files,
      moved: this.#moved,
      pages: this.#pages,
      slowest: this.#slowest,
      milliseconds,
      superseded: this.#superseded,
      corrections: count(applied),
      correctionsGone: count(gone.filter(({ action }) => action !== 'undo')),
      correctionsChanged: count(changed),
      waiting: [...gone, ...changed],
      forgotten,
      rowsWritten: written,
      rowsRemoved: removed,
    }
  }
}
