import type { Layout } from '../records/layout.ts'
import { readTables, tableClaim } from '../records/table-claim.ts'

/** An action plan or a strategy's plan: a table with one row a recommendation or objective. */
export const layout: Layout = { name: 'action-plan-table', claim: (paper) => tableClaim(paper, false), read: readTables }
