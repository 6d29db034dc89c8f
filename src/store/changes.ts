import { type Connection, insertSql, prepared, type Value } from './database.ts'

/** The columns of a recommendation whose values papers and people say; the others follow from where it is in a list or a paper. */
const SAID = new Set(
  `review_id number parent_id kind heading text resolution_id outcome responsible due_text due_from due_to status assessment_text
  as_of_from as_of_to`.split(/\s+/u),
)

/** A row of a table before and after: null where there was none, or is no longer one. */
export type Told = (before: readonly Value[] | null, after: readonly Value[] | null) => void

/**
 * Records what becomes of recommendations, field by field, as their rows are written; `names` are the columns of a row, its id first.
 * `runId` is the import that brings the change, null where a correction does.
 */
export function tellChanges(connection: Connection, names: readonly string[], runId: string | null): Told {
  const at = new Date().toISOString()
  const insert = prepared(
    connection,
    insertSql('change', ['run_id', 'at', 'recommendation_id', 'change', 'field', 'old_value', 'new_value']),
  )
  const text = names.indexOf('text')
  return (before, after) => {
    const id = (after ?? before)?.[0] ?? null
    if (!before) insert.run(runId, at, id, 'added', null, null, after?.[text] ?? null)
    else if (!after) insert.run(runId, at, id, 'removed', null, before[text] ?? null, null)
    else {
      for (const [index, name] of names.entries()) {
        if (SAID.has(name) && before[index] !== after[index])
          insert.run(runId, at, id, 'changed', name, before[index] ?? null, after[index] ?? null)
      }
    }
  }
}
