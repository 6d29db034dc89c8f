/** What is written in one table and kept in another too: there, the column `by` holds the key of the row that it comes from. */
interface Carried {
  from: string
  key: string
  to: string
  by: string
  /** Columns of `to`, and those of `from` that they hold. */
  columns: Record<string, string>
  /** Rows of other kinds are of other tables. */
  kind?: string
}

const recordOf = (to: string, ...more: string[]): Carried => ({
  ...{ from: 'assignment', key: 'entity_id', to, by: 'id', kind: to },
  columns: Object.fromEntries(['recommendation_id', ...more].map((name) => [name, name])),
})
const correctedOf = (to: string, by = 'id'): Carried => ({
  ...{ from: 'corrected_record', key: 'entity_id', to, by },
  columns: { corrected: 'fields' },
})

const RECORDS = ['wording', 'resolution', 'commitment', 'action', 'progress_update']

/** All that linking and people say about a record and that is kept beside it. */
const CARRIED: readonly Carried[] = [
  recordOf('wording'),
  recordOf('resolution', 'review_id'),
  recordOf('commitment'),
  recordOf('action'),
  recordOf('progress_update', 'resolution_id'),
  { ...recordOf('responsibility'), by: 'commitment_id', kind: 'commitment' },
  { from: 'document_review', key: 'document_id', to: 'document', by: 'document_id', columns: { own_review_id: 'review_id' } },
  { from: 'paper_review', key: 'paper_id', to: 'paper', by: 'id', columns: { own_review_id: 'review_id' } },
  correctedOf('document', 'document_id'),
  ...['paper', ...RECORDS].map((table) => correctedOf(table)),
]

/**
 * The triggers that keep carried columns right: when what they come from is written, and when a record is stored that
 * something was said about before.
 */
export function carryTriggers(): string {
  const sources = Map.groupBy(CARRIED, ({ from }) => from)
  const written = [...sources].flatMap(([from, carried]) =>
    (['INSERT', 'UPDATE', 'DELETE'] as const).map((event) => {
      const updates = carried.map((one) => `  ${carry(one, event)};`).join('\n')
      return `CREATE TRIGGER ${from}_${event.toLowerCase()} AFTER ${event} ON ${from} BEGIN\n${updates}\nEND;`
    }),
  )
  return [...written, ...CARRIED.map(whenStored)].join('\n')
}

function carry({ to, by, key, columns, kind }: Carried, event: 'INSERT' | 'UPDATE' | 'DELETE'): string {
  const row = event === 'DELETE' ? 'old' : 'new'
  const set = Object.entries(columns).map(([name, source]) => `${name} = ${event === 'DELETE' ? 'NULL' : `new.${source}`}`)
  const which = kind === undefined ? '' : `${row}.entity_kind = '${kind}' AND `
  return `UPDATE ${to} SET ${set.join(', ')} WHERE ${which}${by} = ${row}.${key}`
}

function whenStored({ from, key, to, by, columns }: Carried): string {
  const id = to === 'document' ? 'document_id' : 'id'
  const set = Object.entries(columns).map(([name, source]) => `${name} = s.${source}`)
  return `CREATE TRIGGER ${to}_stored_${from} AFTER INSERT ON ${to} WHEN EXISTS (SELECT 1 FROM ${from} WHERE ${key} = new.${by}) BEGIN
  UPDATE ${to} SET ${set.join(', ')} FROM ${from} s WHERE s.${key} = new.${by} AND ${to}.${id} = new.${id};
END;`
}
