import type { CorrectionLine, CorrectionRow, CorrectionTables } from '../../schema/corrections.ts'
import type { Diagnostic } from '../../schema/diagnostics.ts'
import type { InnerDocument } from '../../schema/inner-document.ts'
import type { LinkedArchive, LinkInput } from '../../schema/links.ts'
import type { ViewRow } from '../../schema/row-schemas.ts'
import { findContainer, setContainer } from './containers.ts'
import { type Connection, leaveWal, prepared, type Row, transact, type Value } from './database.ts'
import { removePath, setPath } from './document-paths.ts'
import type { KnownDocument, KnownFile } from './known-document.ts'
import { loadLinkInputs } from './load-link-inputs.ts'
import { snakeToCamel } from './names.ts'
import { endRun, type RunCounts, startRun } from './runs.ts'
import { type DocumentStatus, rowToDiagnostic, type StoredDocument, saveDocument, setHeld, toHeld } from './save-document.ts'
import { type LinkChanges, saveCorrections, saveLinks } from './save-links.ts'
import { refreshSearch } from './search-entries.ts'
import { countRows, type ViewName, viewRows } from './views.ts'

export type { KnownDocument, KnownFile } from './known-document.ts'

/** By what a document was read. */
export interface Reading extends Pick<KnownDocument, 'documentId' | 'extractor' | 'words' | 'paths'> {
  councils: (string | null)[]
  /** The words that it has. */
  held: Uint32Array<ArrayBuffer>
}

/**
 * A Scrutineer database. Every change is one transaction; nothing is half there. Members that are marked as internal are
 * left out of the published types: they are for import, linking and corrections, which know in what order they are called.
 */
export class Store {
  /** The file, absolute, or ":memory:". */
  readonly path: string
  readonly #connection: Connection
  /** The import that is going on. */
  #runId: string | null = null

  /** @internal Use `openStore`. */
  constructor(connection: Connection, path: string) {
    this.#connection = connection
    this.path = path
  }

  /** Lets go of the file, which is whole without any other beside it if nobody else has it open. */
  close(): void {
    leaveWal(this.#connection)
    this.#connection.close()
  }

  /** @internal Whether the content with this sha256 is stored as that extractor read it. */
  hasDocument(sha256: string, extractor: string): boolean {
    return this.findDocument(sha256)?.extractor === extractor
  }

  /** @internal What is stored of the content with this sha256. */
  findDocument(sha256: string): KnownDocument | null {
    return this.#known(prepared(this.#connection, `${KNOWN} WHERE sha256 = ?`).get(sha256))
  }

  /** @internal What is stored of the document that `path` leads to. */
  findPath(path: string): KnownFile | null {
    const row = prepared(this.#connection, `${KNOWN_FILE} WHERE path = ?`).get(path)
    const known = this.#known(row)
    return known && Object.assign(known, { stamp: row?.stamp == null ? null : String(row.stamp) })
  }

  #known(row: Row | undefined): KnownDocument | null {
    if (!row) return null
    const documentId = String(row.document_id)
    const connection = this.#connection
    const errors = prepared(
      this.#connection,
      `SELECT rule FROM diagnostic WHERE document_id = ? AND severity = 'error' ORDER BY ordinal`,
    ).all(documentId)
    return {
      documentId,
      status: row.status as DocumentStatus,
      kind: String(row.kind),
      title: row.title === null ? null : String(row.title),
      extractor: String(row.extractor),
      words: row.words === null ? null : String(row.words),
      originPath: String(row.origin_path),
      get paths() {
        const rows = prepared(connection, 'SELECT path FROM document_path WHERE document_id = ? ORDER BY path').all(documentId)
        return rows.map(({ path }) => String(path))
      },
      errors: errors.map(({ rule }) => String(rule)),
      digest: row.digest === null ? null : String(row.digest),
    }
  }

  /** @internal What the document was stored with for a person to know. */
  documentDiagnostics(documentId: string): Diagnostic[] {
    const rows = prepared(this.#connection, 'SELECT * FROM diagnostic WHERE document_id = ? ORDER BY ordinal').all(documentId)
    return rows.map(rowToDiagnostic)
  }

  /** @internal Puts the document in the place of whatever was under its id or its path. */
  saveDocument(document: StoredDocument): void {
    saveDocument(this.#connection, document)
  }

  /** @internal Lets one more path lead to a document; what the path led to before goes if no other path leads there. */
  addPath(path: string, documentId: string, stamp: string | null = null): void {
    setPath(this.#connection, path, documentId, stamp)
  }

  /** @internal Notes what the file at a path looks like now that its content is known to be the same. */
  setStamp(path: string, stamp: string | null): void {
    prepared(this.#connection, 'UPDATE document_path SET stamp = ? WHERE path = ?').run(stamp, path)
  }

  /** @internal What was found in the container at a path while it had this stamp; undefined where that is not known. */
  findContainer(path: string, stamp: string): InnerDocument[] | null | undefined {
    return findContainer(this.#connection, path, stamp)
  }

  /** @internal Notes what was found in a container. */
  setContainer(path: string, stamp: string, inside: readonly InnerDocument[] | null): void {
    setContainer(this.#connection, path, stamp, inside)
  }

  /** @internal Forgets a path, and its document if no other path leads there. */
  removePath(path: string): void {
    removePath(this.#connection, path)
  }

  /** @internal All documents' records, as linking is given them; with `documentIds`, theirs alone. */
  loadLinkInputs(documentIds: readonly string[] | null = null): LinkInput[] {
    return loadLinkInputs(this.#connection, documentIds)
  }

  /** @internal Makes the database hold exactly these links, and the search find what they say, writing only what differs. */
  saveLinks(archive: LinkedArchive): LinkChanges {
    return transact(this.#connection, () => {
      const changes = saveLinks(this.#connection, archive)
      refreshSearch(this.#connection)
      return changes
    })
  }

  /**
   * @internal Links all that is stored anew, in one transaction, so that no other import comes between reading and writing.
   * `then` belongs to it: where it throws, all is as it was before. Gives what was changed.
   */
  relink(link: (documents: LinkInput[]) => LinkedBy & LinkedArchive & Partial<CorrectionTables>, then: () => void = () => {}): LinkChanges {
    return transact(this.#connection, () => {
      const {
        by,
        corrections = [],
        lines = [],
        correctedRecords = [],
        settled = [],
        forgotten = [],
        ...archive
      } = link(this.loadLinkInputs())
      const links = saveLinks(this.#connection, archive, this.#runId)
      const corrected = saveCorrections(this.#connection, { corrections, lines, correctedRecords, settled, forgotten })
      refreshSearch(this.#connection)
      prepared(this.#connection, 'DELETE FROM linked').run()
      if (by !== undefined) prepared(this.#connection, 'INSERT INTO linked (by) VALUES (?)').run(by)
      then()
      return { written: links.written + corrected.written, removed: links.removed + corrected.removed }
    })
  }

  /** @internal By what the archive was linked as it now is; null where something was stored since. */
  linkedBy(): string | null {
    const row = prepared(this.#connection, 'SELECT by FROM linked').get()
    return row ? String(row.by) : null
  }

  /** @internal What the corrections came to when the archive was last linked, in the order of their times. */
  corrections(): CorrectionRow[] {
    return this.rows('corrections').map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [snakeToCamel(name), value])),
    ) as unknown as CorrectionRow[]
  }

  /** @internal The lines of corrections that were carried out when the archive was last linked, by their ids. */
  correctionLines(): CorrectionLine[] {
    return prepared(this.#connection, 'SELECT correction_id, line FROM correction_line ORDER BY correction_id')
      .all()
      .map(({ correction_id: correctionId, line }) => ({ correctionId: String(correctionId), line: String(line) }))
  }

  /** @internal The ids of all documents that are not superseded. */
  documentIds(): Set<string> {
    const rows = prepared(this.#connection, 'SELECT document_id FROM document WHERE superseded_by IS NULL').all()
    return new Set(rows.map((row) => String(row.document_id)))
  }

  /** @internal Runs `work` while no other process writes. */
  alone<T>(work: () => T): T {
    return transact(this.#connection, work)
  }

  /** @internal By which words every document was read that could be read. */
  readings(): Reading[] {
    return prepared(this.#connection, READINGS)
      .all()
      .map(({ document_id: documentId, extractor, words, councils, paths, held }) => ({
        documentId: String(documentId),
        extractor: String(extractor),
        words: words === null ? null : String(words),
        councils: JSON.parse(String(councils)) as (string | null)[],
        paths: JSON.parse(String(paths)) as string[],
        held: toHeld(held),
      }))
  }

  /** @internal The councils of the document's papers, as they were read: null where a paper names none. */
  councilsOf(documentId: string): (string | null)[] {
    const rows = prepared(this.#connection, 'SELECT DISTINCT council FROM paper WHERE document_id = ?').all(documentId)
    return rows.map(({ council }) => (council === null ? null : String(council)))
  }

  /** @internal The words that the document has. */
  heldWords(documentId: string): Uint32Array<ArrayBuffer> {
    return toHeld(prepared(this.#connection, 'SELECT words FROM held_words WHERE document_id = ?').get(documentId)?.words)
  }

  /** @internal Notes that another extractor, or other taught words, read the document to the same end. */
  setExtractor({ documentId, extractor, words, held }: Pick<StoredDocument, 'documentId' | 'extractor' | 'words' | 'held'>): void {
    this.alone(() => {
      prepared(this.#connection, 'UPDATE document SET extractor = ?, words = ? WHERE document_id = ?').run(extractor, words, documentId)
      setHeld(this.#connection, documentId, held)
    })
  }

  /** @internal Records that an import begins, and gives its id. */
  startRun(extractor: string): string {
    this.#runId = startRun(this.#connection, extractor)
    return this.#runId
  }

  /** @internal Records how an import ended, and lets SQLite look at the tables anew so that queries stay quick. */
  endRun(runId: string, counts: RunCounts): void {
    endRun(this.#connection, runId, counts)
    this.#runId = null
    this.#connection.pragma('optimize')
  }

  /** All rows of a public view, in a settled order, with the columns that the view has. */
  rows<View extends ViewName>(view: View): ViewRow<View>[] {
    return [...this.iterate(view)]
  }

  /** The same one by one, for views that are large; with `reviewId` those of one review. */
  iterate<View extends ViewName>(view: View, reviewId: string | null = null): IterableIterator<ViewRow<View>> {
    return viewRows(this.#connection, view, reviewId)
  }

  /** How many rows a public view has, or has of one review. */
  count(view: ViewName, reviewId: string | null = null): number {
    return countRows(this.#connection, view, reviewId)
  }

  /** Runs `work` on the database as it is now, whatever another process writes meanwhile. */
  async snapshot<T>(work: () => Promise<T>): Promise<T> {
    this.#connection.exec('BEGIN')
    try {
      return await work()
    } finally {
      this.#connection.exec('COMMIT')
    }
  }

  /** The rows of a query over the public views. */
  query(sql: string, ...parameters: Value[]): Row[] {
    return prepared(this.#connection, sql).all(...parameters)
  }
}

/** What a link run hands to the store beside the links: by what they were made. */
interface LinkedBy {
  /** A digest of the rules of linking and of the corrections; without it the archive counts as not linked. */
  by?: string
}

const READINGS = `SELECT d.document_id, d.extractor, d.words, (SELECT h.words FROM held_words h WHERE h.document_id = d.document_id) AS held,
    (SELECT json_group_array(council) FROM (SELECT DISTINCT council FROM paper p WHERE p.document_id = d.document_id)) AS councils,
    (SELECT json_group_array(path) FROM (SELECT path FROM document_path t WHERE t.document_id = d.document_id ORDER BY path)) AS paths
  FROM document d WHERE d.superseded_by IS NULL AND d.status IN ('ok', 'partial')
  ORDER BY coalesce(d.first_path, d.origin_path)`
const KNOWN = 'SELECT document_id, status, kind, title, extractor, words, origin_path, digest FROM document'
const KNOWN_FILE =
  'SELECT document_id, status, kind, title, extractor, words, origin_path, digest, stamp FROM document JOIN document_path USING (document_id)'
