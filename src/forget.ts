import { extractorVersion } from '../parsers/extractor.ts'
import { UsageError } from '../schema/errors.ts'
import { archivePath } from './archive-paths.ts'
import { noteCorrections, type Signature } from './correct.ts'
import { undoneIds } from './corrections/standing.ts'
import { storedCorrections } from './linker.ts'
import { relink } from './relink.ts'
import type { Store } from './store/store.ts'

/** A paper that a person takes out, by its content. */
export interface ForgottenPaper {
  documentId: string
  path: string
}

const CURRENT = 'SELECT document_id, path FROM documents WHERE superseded_by IS NULL'

/**
 * The papers that `names` name: by id, by path (as it is stored, or from this folder), or all in a folder. Throws `UsageError` for a
 * name that none has.
 */
export function findPapers(store: Store, names: readonly string[]): ForgottenPaper[] {
  const paths = store.query(
    'SELECT document_id, path FROM document_path WHERE document_id IN (SELECT document_id FROM documents WHERE superseded_by IS NULL) ORDER BY path',
  )
  const found = names.flatMap((name) => {
    const wanted = [name, archivePath(name, store.path)].map((path) => path.replace(/\/+$/u, ''))
    const fits = (path: string): boolean => wanted.some((one) => path === one || path.startsWith(`${one}/`))
    const rows = paths.filter(({ document_id: id, path }) => id === name || fits(String(path)))
    if (rows.length === 0)
      throw new UsageError(`There is no paper ${name} here. Give its path as "scrutineer check" shows it, a folder, or its document_id.`)
    return rows
  })
  return [
    ...new Map(found.map((row) => [String(row.document_id), { documentId: String(row.document_id), path: String(row.path) }])).values(),
  ]
}

/**
 * Takes papers out: nothing that they say is linked or counted any more, whatever is imported, until the corrections are undone. All
 * that was read of them stays stored. Recorded as a run. Gives the ids of the corrections.
 */
export function forgetPapers(store: Store, papers: readonly ForgottenPaper[], signature: Signature): string[] {
  if (papers.length === 0) return []
  const runId = store.startRun(extractorVersion())
  const ids = noteForgotten(store, papers, false, signature)
  const { written, removed } = relink(store)
  store.endRun(runId, { ...NOTHING_READ, forgotten: papers.length, rowsWritten: written, rowsRemoved: removed })
  return ids
}

const NOTHING_READ = {
  documents: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  failed: 0,
  superseded: 0,
  corrections: 0,
  correctionsGone: 0,
  correctionsChanged: 0,
}

/** Writes down which papers are taken out, for a caller who links anew; `gone` are those whose files are gone. */
function noteForgotten(store: Store, papers: readonly ForgottenPaper[], gone: boolean, signature: Signature): string[] {
  const drafts = papers.map(({ documentId, path }) => ({ action: 'forget', target: documentId, path, gone }) as const)
  return noteCorrections(store, () => drafts, signature).map(({ id }) => id)
}

/**
 * Takes out the papers under `roots` none of whose files is there any more, before an import links. `isThere` says whether a stored path
 * leads to something. A paper that lies outside of `roots` too is left, since its disk may only be away. Gives how many.
 */
export function pruneGone(store: Store, roots: readonly string[], isThere: (path: string) => boolean, signature: Signature): number {
  const folders = roots.map((root) => archivePath(root, store.path))
  const isUnder = (path: string): boolean => folders.some((folder) => path === folder || folder === '' || path.startsWith(`${folder}/`))
  const gone = store.query(`${CURRENT} ORDER BY path`).flatMap((row): ForgottenPaper[] => {
    const documentId = String(row.document_id)
    const paths = store.query('SELECT path FROM document_path WHERE document_id = ?', documentId).map(({ path }) => String(path))
    if (paths.length === 0 || paths.some((path) => !isUnder(path) || isThere(path))) return []
    return [{ documentId, path: String(row.path) }]
  })
  return noteForgotten(store, gone, true, { by: signature.by, why: signature.why ?? 'its file is gone' }).length
}

/** Brings back the papers that were taken out because their files were gone, and are there again. Gives how many. */
export function bringBackFound(store: Store, isThere: (path: string) => boolean, signature: Signature): number {
  const corrections = storedCorrections(store)
  const undone = undoneIds(corrections)
  const found = corrections.filter((correction) => {
    if (correction.action !== 'forget' || !correction.gone || undone.has(correction.id)) return false
    const paths = store.query('SELECT path FROM document_path WHERE document_id = ?', correction.target)
    return paths.some(({ path }) => isThere(String(path)))
  })
  if (found.length === 0) return 0
  const drafts = found.map(({ id }) => ({ action: 'undo', target: id }) as const)
  return noteCorrections(store, () => drafts, { by: signature.by, why: 'its file is there again' }).length
}
