import { basename } from 'node:path'
import Database from 'better-sqlite3'
import type { SureRecord } from './calibration.ts'
import { type Gold, holdsList } from './gold.ts'

type Row = Record<string, unknown>

/** The views whose records may have a confidence, and which of the scorer's lists a row is compared with. */
const LISTS_OF: Readonly<Record<string, (row: Row) => string[]>> = {
  wordings: ({ role, concluded }) => [
    ...(concluded ? ['conclusion'] : role === 'proposed' || role === 'planned' ? ['recommendation', 'objective'] : []),
    ...(role === 'restated' ? ['restated'] : []),
  ],
  resolutions: () => ['resolution'],
  commitments: () => ['commitment'],
  actions: () => ['action'],
  progress_updates: () => ['update'],
}

const CONCLUDED = `(SELECT r.kind = 'conclusion' FROM recommendations r WHERE r.recommendation_id = v.recommendation_id)`

/** The name of a document's gold: that of its file, less what says about what make a PDF is. */
const goldName = (path: unknown): string => basename(String(path)).replace(/(?:\.(?:tagged|untagged|chromium|scan))?\.[a-z0-9]+$/iu, '')

/**
 * The records of a database that have a confidence and that a gold holds; null where no view has such a column yet. Of
 * minutes that hold other business too a gold holds only the resolutions about a recommendation.
 */
export function sureRecords(database: string, golds: ReadonlyMap<string, Gold>): SureRecord[] | null {
  const db = new Database(database, { readonly: true })
  try {
    const hasConfidence = db.prepare<[string]>(`SELECT 1 FROM pragma_table_info(?) WHERE name = 'confidence'`)
    const views = Object.entries(LISTS_OF).filter(([view]) => hasConfidence.get(view))
    if (views.length === 0) return null
    return views.flatMap(([view, listsOf]) => {
      const rows = db.prepare<[], Row>(
        `SELECT v.*, d.path, ${CONCLUDED} AS concluded FROM ${view} v JOIN documents d USING (document_id) WHERE v.confidence IS NOT NULL`,
      )
      return rows.all().flatMap((row) => sureRecord(view, row, listsOf(row), golds))
    })
  } finally {
    db.close()
  }
}

function sureRecord(view: string, row: Row, lists: readonly string[], golds: ReadonlyMap<string, Gold>): SureRecord[] {
  const document = goldName(row.path)
  const gold = golds.get(document)
  if (!gold || (view === 'resolutions' && gold.only_linked && row.recommendation_id === null)) return []
  const held = lists.filter((list) => holdsList(gold, list))
  const key = view === 'actions' ? `${row.number}/${row.label ?? ''}` : String(row.number)
  return held.length === 0 ? [] : [{ document, view, lists: held, key, confidence: Number(row.confidence), values: row }]
}
