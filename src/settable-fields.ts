import { type CorrectionDraft, fieldTrouble } from '../schema/corrections.ts'
import { UsageError } from '../schema/errors.ts'
import { SETTABLE_FIELDS } from '../schema/settable-fields.ts'
import type { Store } from './store/store.ts'

/** Where what fields can be set in is found by its id, or by one that it had before. */
const FROM: Record<keyof typeof SETTABLE_FIELDS, string> = {
  recommendation: 'recommendations WHERE recommendation_id IN now',
  review: 'reviews WHERE review_id IN now',
  progress_update: 'progress_updates WHERE update_id IN now',
  commitment: 'commitments WHERE commitment_id IN now',
  action: 'actions WHERE action_id IN now',
  resolution: 'resolutions WHERE resolution_id IN now',
  wording: 'wordings WHERE wording_id IN now',
  paper: 'now WHERE id IN (SELECT document_id FROM documents UNION ALL SELECT paper_id FROM papers)',
}
const NOW =
  'WITH given(id) AS (VALUES (?)), now(id) AS (SELECT id FROM given UNION ALL SELECT new_id FROM aliases, given WHERE old_id = id)'

/** Throws `UsageError` with what can be set, where what a correction sets is not there, has no such field, or the field cannot hold the value. */
export function checkFields(store: Store, { target, fields }: Extract<CorrectionDraft, { action: 'set' }>): void {
  const kinds = Object.keys(SETTABLE_FIELDS) as (keyof typeof SETTABLE_FIELDS)[]
  const kind = kinds.find((name) => store.query(`${NOW} SELECT 1 FROM ${FROM[name]} LIMIT 1`, target).length > 0)
  if (!kind) throw new UsageError(`${target} is not here. "scrutineer check" and "scrutineer status --json" show ids.`)
  const has: readonly string[] = SETTABLE_FIELDS[kind]
  for (const [field, value] of Object.entries(fields)) {
    if (!has.includes(field)) throw new UsageError(`${target} has no field "${field}" to set. It has: ${has.join(', ')}.`)
    const trouble = fieldTrouble(field, value)
    if (trouble !== null) throw new UsageError(`${field} ${trouble}.`)
  }
}
