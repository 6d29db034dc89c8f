import type { Layout } from '../records/layout.ts'
import { readTables, tableClaim } from '../records/table-claim.ts'

/** A tracker: a table with one row a recommendation, and columns for progress and status. */
export const layout: Layout = { name: 'tracker-table', claim: (paper) => tableClaim(paper, true), read: readTables }
