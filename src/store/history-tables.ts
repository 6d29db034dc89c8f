/** The tables of histories, which linking fills: what distinguishes their rows, and their other columns. */
export const HISTORY_TABLES = {
  wordingChanges: {
    table: 'wording_change',
    key: ['recommendation_id', 'from_id', 'to_id'],
    columns: ['from_document_id', 'to_document_id', 'from_role', 'to_role', 'kept', 'diff'],
  },
  slippage: {
    table: 'target_date',
    key: ['recommendation_id', 'commitment_id'],
    columns: ['document_id', 'position', 'due_text', 'due_from', 'due_to', 'said_on', 'moved_days', 'reason'],
  },
  silences: {
    table: 'silence',
    key: ['silence_id'],
    columns: ['kind', 'review_id', 'recommendation_id', 'document_id', 'number', 'last_status', 'quote'],
  },
} as const

/** By which columns the rows of their views are put in order. */
export const HISTORY_ORDER = {
  wording_changes: 'recommendation_id, from_id, to_id',
  slippage: 'recommendation_id, position, commitment_id',
  silences: 'review_id, document_id, silence_id',
} as const
