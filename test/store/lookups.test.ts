import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Connection, connect, type Row } from '../../src/store/database.ts'
import { TestArchive } from '../corrections/corrected-archive.ts'

const BUSES = 'marlford/bus-services-2021'

let archive: TestArchive
beforeAll(async () => {
  archive = await TestArchive.imported()
})
afterAll(() => archive.end())

const assigned = (column: string, by = 'id'): string => `(SELECT ${column} FROM assignment WHERE entity_id = t.${by})`
const corrected = (by = 'id'): string => `(SELECT fields FROM corrected_record WHERE entity_id = t.${by})`
const record = { recommendation_id: assigned('recommendation_id'), corrected: corrected() }

/** What is kept beside each record, and where it was written. */
const WRITTEN: Record<string, Record<string, string>> = {
  wording: record,
  resolution: { ...record, review_id: assigned('review_id') },
  commitment: record,
  action: record,
  progress_update: { ...record, resolution_id: assigned('resolution_id') },
  responsibility: { recommendation_id: assigned('recommendation_id', 'commitment_id') },
  paper: { own_review_id: '(SELECT review_id FROM paper_review r WHERE r.paper_id = t.id)', corrected: corrected() },
  document: {
    own_review_id: '(SELECT review_id FROM document_review r WHERE r.document_id = t.document_id)',
    first_path: '(SELECT min(path) FROM document_path p WHERE p.document_id = t.document_id)',
    corrected: corrected('document_id'),
  },
}

/** Records beside which something else is kept than what was written, by table and column. */
function differences(connection: Connection): Record<string, Row[]> {
  const found: Record<string, Row[]> = {}
  for (const [table, columns] of Object.entries(WRITTEN)) {
    for (const [column, source] of Object.entries(columns)) {
      const rows = connection.prepare<[], Row>(`SELECT t.*, ${source} AS written FROM ${table} t WHERE t.${column} IS NOT ${source}`).all()
      if (rows.length) found[`${table}.${column}`] = rows
    }
  }
  return found
}

function differencesNow(): Record<string, Row[]> {
  const connection = connect(archive.store.path, { readonly: false })
  try {
    return differences(connection)
  } finally {
    connection.close()
  }
}

describe('what is kept beside records is what linking and people said about them', () => {
  test('after an import', () => {
    expect(archive.store.rows('progress_updates').length).toBeGreaterThan(30)
    expect(differencesNow()).toEqual({})
  })

  test('after corrections of records, documents and links, which papers that are read again keep', async () => {
    const [update] = archive.store.query('SELECT * FROM progress_updates WHERE recommendation_id = ?', `${BUSES}/3`)
    const [commitment, other] = archive.store.query('SELECT * FROM commitments WHERE recommendation_id = ?', `${BUSES}/4`)
    archive.say({ action: 'set', target: String(update?.update_id), fields: { status: 'stalled', impact: null } })
    archive.say({ action: 'set', target: String(update?.document_id), fields: { title: 'Buses', dated_text: null } })
    archive.say({ action: 'link', target: String(commitment?.commitment_id), to: `${BUSES}/6` })
    archive.say({ action: 'unlink', target: String(other?.commitment_id), from: null })
    archive.say({ action: 'unlink', target: String(archive.recommendation(`${BUSES}/2`).resolution_id), from: null })
    expect(archive.update(String(update?.update_id))).toMatchObject({ status: 'stalled', impact: null })
    expect(differencesNow()).toEqual({})
    await archive.import({ again: true })
    expect(archive.update(String(update?.update_id))).toMatchObject({ status: 'stalled', impact: null })
    expect(differencesNow()).toEqual({})
  })

  const TABLES = ['wording', 'resolution', 'commitment', 'action', 'progress_update']
  const ONCE_MORE = (table: string): string =>
    `CREATE TEMP TABLE kept AS SELECT * FROM ${table}; UPDATE kept SET corrected = NULL, recommendation_id = NULL; DELETE FROM ${table};
     INSERT INTO ${table} SELECT * FROM kept`
  const CORRECT = `INSERT INTO corrected_record SELECT entity_id, '{"number":"0"}' FROM assignment WHERE true ON CONFLICT DO UPDATE SET fields = excluded.fields`
  test.each([
    ['paths are added', "INSERT INTO document_path (path, document_id) SELECT '0/' || path, document_id FROM document_path"],
    ['paths lead elsewhere', 'UPDATE document_path SET document_id = (SELECT min(document_id) FROM document)'],
    [
      'paths go',
      "INSERT INTO document_path (path, document_id) SELECT '0/' || path, document_id FROM document_path; DELETE FROM document_path",
    ],
    ['papers are of other reviews', 'UPDATE document_review SET review_id = (SELECT min(review_id) FROM review)'],
    ['papers are of none', 'DELETE FROM document_review'],
    [
      'records belong elsewhere',
      'UPDATE assignment SET recommendation_id = (SELECT min(recommendation_id) FROM recommendation), review_id = NULL',
    ],
    ['records belong to nothing', 'DELETE FROM assignment'],
    ['records are corrected', CORRECT],
    ['corrections are taken back', `${CORRECT}; DELETE FROM corrected_record`],
    [
      'a paper is stored that was corrected',
      `INSERT INTO corrected_record VALUES ('doc-1', '{"title":"New"}');
       INSERT INTO document (document_id, origin_path, kind, status, imported_at, extractor) VALUES ('doc-1', '', 'other', 'ok', '', '')`,
    ],
    ...TABLES.map((table) => [`records of ${table} are stored once more`, `${CORRECT}; ${ONCE_MORE(table)}`]),
    [
      'people and bodies are stored once more',
      'CREATE TEMP TABLE kept AS SELECT * FROM responsibility; UPDATE kept SET recommendation_id = NULL; DELETE FROM responsibility; INSERT INTO responsibility SELECT * FROM kept',
    ],
  ])('when %s', (_, sql) => {
    const connection = connect(archive.store.path, { readonly: false })
    connection.pragma('foreign_keys = OFF')
    connection.exec('BEGIN')
    try {
      connection.exec(sql)
      expect(differences(connection)).toEqual({})
    } finally {
      connection.exec('ROLLBACK')
      connection.close()
    }
  })

  test('after papers and corrections are gone', () => {
    for (const { correction_id: id } of archive.store.rows('corrections')) {
      if (archive.one('SELECT state FROM corrections WHERE correction_id = ?', String(id)).state === 'applied')
        archive.say({ action: 'undo', target: String(id) })
    }
    for (const { path } of archive.store.query("SELECT path FROM documents WHERE path LIKE '%Progress Update%'"))
      archive.store.removePath(String(path))
    expect(archive.store.query("SELECT 1 FROM documents WHERE path LIKE '%Progress Update%'")).toEqual([])
    expect(differencesNow()).toEqual({})
  })
})

test('an action that a person takes away from its recommendation is of none, whatever its row of the plan is of', () => {
  const row = archive.one('SELECT * FROM actions WHERE recommendation_id IS NOT NULL')
  archive.say({ action: 'unlink', target: String(row.action_id), from: null })
  expect(archive.one('SELECT * FROM actions WHERE action_id = ?', String(row.action_id))).toEqual({ ...row, recommendation_id: null })
  expect(archive.one('SELECT * FROM commitments WHERE commitment_id = ?', String(row.commitment_id)).recommendation_id).not.toBeNull()
})
