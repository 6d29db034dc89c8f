import { OPEN_WORDS } from '../../schema/view-words.ts'

/** What Datasette is reported a table: words for it and its columns, or that it is not to be shown. */
interface DatasetteTable {
  description?: string
  columns?: Record<string, string>
  hidden?: true
  fts_table?: string
  fts_pk?: string
}

/** A question with blanks that Datasette shows as a form. */
interface DatasetteQuery {
  title: string
  description: string
  sql: string
}

/** Datasette's `metadata.json` (docs.datasette.io, "Metadata"). */
export interface DatasetteMetadata {
  title: string
  description: string
  databases: Record<string, { tables: Record<string, DatasetteTable>; queries: Record<string, DatasetteQuery> }>
}

const QUERIES: Record<string, DatasetteQuery> = {
  find: {
    title: 'Find words',
    description: 'In recommendations, resolutions and progress updates.',
    sql: `SELECT kind, review_title, number, snippet(search, 8, '', '', '…', 24) AS text, recommendation_id, entity_id
FROM search WHERE search MATCH :words ORDER BY rank LIMIT 200`,
  },
  overdue: {
    title: 'Overdue',
    description: 'Recommendations whose target date has gone by and that are not known to be achieved.',
    sql: `SELECT recommendation_id, text, responsible, due_text, due_to, status FROM recommendations
WHERE due_to < date('now', 'localtime') AND coalesce(status, '') NOT IN ('achieved', 'superseded', 'withdrawn') ORDER BY due_to`,
  },
  history: {
    title: 'What became of a recommendation',
    description: 'Every update in the order of time, by the id of the recommendation.',
    sql: `SELECT u.as_of_text, u.status, u.assessment_text, u.evidence, d.title AS paper, u.page
FROM progress_updates u JOIN documents d USING (document_id)
WHERE u.recommendation_id = :recommendation_id ORDER BY coalesce(u.as_of_to, d.dated_to), u.update_id`,
  },
}

/**
 * What Datasette needs to show a Scrutineer database in words, under the name that it takes from the file's. `tables`
 * are all tables of the database: those behind the views are hidden.
 */
export function datasetteMetadata(database: string, tables: readonly string[]): DatasetteMetadata {
  const shown = Object.entries(OPEN_WORDS).map(([name, { description, columns }]): [string, DatasetteTable] => [
    name,
    { description, columns: Object.fromEntries(Object.entries(columns).map(([column, words]) => [column, words.description])) },
  ])
  // Datasette hides full-text tables by itself and searches them from the table that they index.
  const { description, columns } = Object.fromEntries(shown).search ?? {}
  const entries: DatasetteTable = { ...(description && columns ? { description, columns } : {}), fts_table: 'search', fts_pk: 'search_id' }
  const names = new Set([...shown.map(([name]) => name), 'search_entry'])
  const hidden = tables.filter((name) => !names.has(name)).map((name): [string, DatasetteTable] => [name, { hidden: true }])
  return {
    title: "Councils' recommendations and what became of them",
    description: 'Made by Scrutineer. Each value points to its place in the paper: see the view evidence.',
    databases: {
      [database]: { tables: Object.fromEntries([...shown, ['search_entry', entries], ...hidden]), queries: QUERIES },
    },
  }
}
