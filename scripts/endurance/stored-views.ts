import { openStore } from '../../src/store/open-store.ts'
import { VIEW_NAMES } from '../../src/store/views.ts'

/** What is about a run or of the moment that something was said, not of papers. */
const OF_THE_MOMENT = new Set(['imported_at', 'at', 'correction_id'])

/** What is wrong with a database that was left. One that was never begun is whole. */
export function damageOf(database: string): string[] {
  try {
    const store = openStore(database, { create: true })
    try {
      const found = store.query('PRAGMA integrity_check').map((row) => String(row.integrity_check))
      const strays = store.query('PRAGMA foreign_key_check').length
      return [...found.filter((word) => word !== 'ok'), ...(strays ? [`${strays} rows name what is not there`] : [])]
    } finally {
      store.close()
    }
  } catch (error) {
    return [`the database did not open: ${error instanceof Error ? error.message : error}`]
  }
}

/** Every view as one text, without what is about runs rather than of papers. */
export function storedViews(database: string): Map<string, string> {
  const store = openStore(database, { readonly: true })
  try {
    const names = VIEW_NAMES.filter((view) => view !== 'runs' && view !== 'changes')
    const lasting = (row: object): object => Object.fromEntries(Object.entries(row).filter(([column]) => !OF_THE_MOMENT.has(column)))
    return new Map(names.map((view) => [view, JSON.stringify(store.rows(view).map(lasting))]))
  } finally {
    store.close()
  }
}

/** The views that are not as they should be. */
export function differences(found: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string> | undefined): string[] {
  return [...found].filter(([view, rows]) => wanted?.get(view) !== rows).map(([view]) => `the view ${view} differs`)
}
