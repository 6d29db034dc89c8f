import type { Status } from '../../schema/records.ts'

/** One grade of a scale that a document prints. `status` is null for a grade that says nothing on progress. */
export interface Grade {
  /** "2", "A", "G"; null where grades have only names. */
  code: string | null
  label: string | null
  meaning: string | null
  status: Status | null
}
