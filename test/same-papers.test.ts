import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from '../src/store/open-store.ts'
import type { Store } from '../src/store/store.ts'
import { allRows, withArchive } from './archive-views.ts'
import { runInProcess } from './cli/run-in-process.ts'
import { FIXTURES } from './read-fixture.ts'

const ARCHIVE = join(FIXTURES, 'archive', 'marlford-borough-council')
const papers = readdirSync(ARCHIVE).map((name) => join(ARCHIVE, name))
/** The same papers as word processors and printers write them. */
const written = readdirSync(join(FIXTURES, 'word'))
  .filter((name) => readdirSync(ARCHIVE).some((own) => own.replace(/\.\w+$/u, '') === name.replace(/\.\w+$/u, '')))
  .map((name) => join(FIXTURES, 'word', name))
const word = written.filter((path) => path.endsWith('.docx'))

/** What is counted, whichever of the files it is read from. */
const counted = (store: Store) => ({
  reviews: store.rows('reviews'),
  recommendations: store.query(
    'SELECT recommendation_id, number, position, kind, text, outcome, responsible, due_to, status, as_of_to FROM recommendations ORDER BY 1',
  ),
  updates: store.query(
    'SELECT recommendation_id, status, as_of_to FROM progress_updates WHERE recommendation_id IS NOT NULL ORDER BY 1, 3',
  ),
  silences: store.query('SELECT kind, review_id, recommendation_id, number FROM silences ORDER BY 1, 2, 3'),
  slippage: store.query('SELECT recommendation_id, position, due_to, moved_days FROM slippage ORDER BY 1, 2'),
  links: store.query('SELECT kind, count(*) AS links FROM links GROUP BY kind ORDER BY kind'),
  found: store.query("SELECT count(*) AS hits FROM search WHERE search MATCH 'bus'"),
})

const sameAs = (store: Store) =>
  store.query(`SELECT d.path, c.path AS counts FROM papers p JOIN documents d USING (document_id)
    JOIN papers s ON s.paper_id = p.same_as JOIN documents c ON c.document_id = s.document_id ORDER BY d.path`)

test('an archive in which papers are there as text, as Word and as PDF counts as it does in text alone', async () => {
  expect(written.length).toBe(2 * papers.length)
  const alone = await withArchive([papers], counted)
  const [both, copies] = await withArchive([[...papers, ...written]], (store) => [counted(store), sameAs(store)] as const)
  expect(both).toEqual(alone)
  expect(copies).toHaveLength(written.length)
})

test('it is the same in any order and any split into imports', async () => {
  const files = [...papers.slice(0, 4), ...word]
  const look = (store: Store) => [allRows(store), store.rows('papers')] as const
  const inOne = await withArchive([files], look)
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(files, { minLength: files.length }),
      fc.integer({ min: 1, max: files.length }),
      async (order, size) => {
        expect(await withArchive([order.slice(0, size), order.slice(size)], look)).toEqual(inOne)
      },
    ),
    { numRuns: 4 },
  )
})

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'scrutineer-same-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

test('where the paper that counts is taken out, the other counts, until it is brought back', async () => {
  for (const path of [...papers, ...word]) cpSync(path, join(cwd, 'papers', path.slice(path.lastIndexOf('/') + 1)))
  const run = (...args: string[]) => runInProcess(args, { cwd, env: { GIT_AUTHOR_NAME: 'Env Clerk' } })
  const look = <T>(work: (store: Store) => T): T => {
    const store = openStore(join(cwd, 'scrutineer.db'), { readonly: true })
    try {
      return work(store)
    } finally {
      store.close()
    }
  }
  await run('import', 'papers')
  const before = look((store) => [counted(store), sameAs(store)])
  const [first] = look(sameAs)
  expect((await run('forget', String(first?.counts))).code).toBe(0)
  expect(look(counted)).toEqual(before[0])
  expect(look(sameAs).map(({ path }) => path)).not.toContain(first?.path)
  await run('correct', 'undo')
  expect(look((store) => [counted(store), sameAs(store)])).toEqual(before)
})
