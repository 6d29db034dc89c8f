import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { boolean, constantFrom, nat, record, sample } from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TaughtWord, WORD_KINDS, WORD_MEANINGS } from '../../schema/taught-words.ts'
import { unknownWords } from '../../src/cli/unknown-words.ts'
import { correct } from '../../src/correct.ts'
import { readCorrections } from '../../src/corrections/correction-file.ts'
import { type ImportOptions, importPaths } from '../../src/import.ts'
import type { ImportSummary } from '../../src/import-tally.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { readAgain, stalePapers, teachWords } from '../../src/teach.ts'
import { FIXTURES } from '../read-fixture.ts'
import { COUNCIL, type MadeUpPaper, madeUpPapers, writePapers } from './made-up-council.ts'
import { holdSession, scoreOf } from './teaching-desk.ts'

/** What is read and linked. */
const STORED = [
  ...(['documents', 'papers', 'reviews', 'wordings', 'resolutions', 'commitments', 'actions', 'progress_updates'] as const),
  ...(['recommendations', 'details', 'evidence', 'diagnostics', 'links'] as const),
]
const BY = { by: 'A. Clerk', why: null }
const PAPERS = madeUpPapers()
/** A council whose words are everybody's: what is taught of another's does not concern it. */
const OTHER: MadeUpPaper = {
  name: 'elsewhere.md',
  text: '# Tarrowdale District Council\n\n## Review of Empty Homes\n\nMay 2019\n\n### Recommendations\n\n1. The council should count its empty homes.\n2. The council should name one officer for their owners.\n',
  facts: [],
}

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-teaching-'))
  store = openStore(join(folder, 'archive.db'), { create: true })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const file = (): string => join(folder, 'archive.corrections.jsonl')
const read = (options: Partial<ImportOptions> = {}): Promise<ImportSummary> =>
  importPaths([join(folder, 'papers')], { store, jobs: 1, ...options })

/** Takes the database away and builds it from nothing; the corrections stay. */
async function rebuild(): Promise<void> {
  store.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `archive.db${suffix}`), { force: true })
  store = openStore(join(folder, 'archive.db'), { create: true })
  await read()
}

/** What is stored of the papers, as facts by their names. */
function stored(): Map<string, string[]> {
  const rows = store.query(`SELECT d.path, 'kind: ' || d.kind AS fact FROM documents d WHERE d.kind <> 'other'
    UNION ALL SELECT d.path, w.role || ' ' || coalesce(w.number, '-') || ': ' || w.text FROM wordings w JOIN documents d USING (document_id)
    UNION ALL SELECT d.path, 'responsible ' || coalesce(c.number, '-') || ': ' || c.responsible FROM commitments c JOIN documents d USING (document_id) WHERE c.responsible IS NOT NULL
    UNION ALL SELECT d.path, 'update ' || coalesce(u.number, '-') || ': ' || u.status FROM progress_updates u JOIN documents d USING (document_id) WHERE u.status IS NOT NULL
    UNION ALL SELECT d.path, 'update ' || coalesce(u.number, '-') || ' is of recommendation ' || r.number FROM progress_updates u
      JOIN recommendations r USING (recommendation_id) JOIN documents d ON d.document_id = u.document_id`)
  const facts = Map.groupBy(rows, ({ path }) => String(path).replace(/^papers\//u, ''))
  return new Map([...facts].map(([path, own]) => [path, own.map(({ fact }) => String(fact)).sort()]))
}

const score = (papers: readonly MadeUpPaper[]): number => scoreOf(stored(), papers)

/** Holds a session with somebody who knows what these words mean, by the key of the answer; other words are skipped. */
const answer = (keys: Record<string, string>): Promise<{ shown: string; kept: number }> =>
  holdSession(store, (card) => keys[/“(.+?)”/u.exec(card)?.[1] ?? ''] ?? 's')

const WORDS: TaughtWord[] = [
  { kind: 'heading', word: 'Matters put to the Reeve', means: 'recommendations', council: COUNCIL },
  { kind: 'column', word: 'Matter put', means: 'recommendation', council: COUNCIL },
  { kind: 'column', word: 'Standing', means: 'status', council: COUNCIL },
  { kind: 'grade', word: 'Sown', means: 'not_started', council: COUNCIL },
  { kind: 'grade', word: 'Reaped', means: 'achieved', council: COUNCIL },
]

describe('an archive of 40 papers whose headings, columns and grades are unknown', () => {
  test('goes from nothing to F1 .95 with five answers, and is the same after a rebuild from nothing', async () => {
    expect(PAPERS).toHaveLength(40)
    writePapers(join(folder, 'papers'), PAPERS)
    await read()
    expect(score(PAPERS)).toBeLessThan(0.05)
    const [first] = unknownWords(store, [])
    expect(first).toMatchObject({ kind: 'heading', word: 'Matters put to the Reeve', papers: 20, council: COUNCIL })

    const { shown, kept } = await answer({ 'Matters put to the Reeve': '1', 'Matter put': '1', Standing: '6', Sown: '7', Reaped: '1' })
    expect(kept, shown).toBeLessThanOrEqual(5)
    expect(score(PAPERS)).toBeGreaterThanOrEqual(0.95)
    expect(readCorrections(file())).toHaveLength(5)

    const before = stored()
    await rebuild()
    expect(stored()).toEqual(before)
    expect((await read({ again: true })).changed).toBe(0)
    expect(stored()).toEqual(before)
  }, 180_000)
})

describe('a taught word', () => {
  const few = PAPERS.slice(0, 4)
  beforeEach(async () => {
    writePapers(join(folder, 'papers'), [...few, OTHER])
    await read()
  })

  test('has only those papers read again that it concerns', async () => {
    teachWords(store, WORDS.slice(0, 1), BY)
    const reports = few.filter(({ name }) => name.includes('report')).map(({ name }) => `papers/${name}`)
    expect(stalePapers(store).map(({ path }) => path)).toEqual(reports.sort())
    expect(await readAgain(store, { jobs: 1 })).toMatchObject({ concerned: 2, changed: 2, gone: [] })
    expect(stalePapers(store)).toEqual([])
    const forAll = (word: string): TaughtWord => ({ kind: 'grade', word, means: 'slipped', council: null })
    teachWords(store, [forAll('Mown')], BY)
    expect(stalePapers(store)).toEqual([])
    teachWords(store, [forAll('SOWN'), forAll('empty homes')], BY)
    const concerned = [...few.filter(({ text }) => text.includes('Sown')).map(({ name }) => name), OTHER.name]
    expect(stalePapers(store).map(({ path }) => path)).toEqual(concerned.map((name) => `papers/${name}`).sort())
  })

  test('and any others, undone or not, leave the archive as a rebuild from nothing makes it', async () => {
    const heads = [...few, OTHER].flatMap(({ text }) => text.split(/[|\n#]|\d\.|: /u).map((part) => part.trim()))
    const labels = heads.filter((part) => part.length < 60 && /\p{L}/u.test(part))
    const lesson = record({
      kind: constantFrom(...WORD_KINDS),
      word: constantFrom(...labels),
      means: nat(),
      council: constantFrom(null, null, COUNCIL, 'Tarrowdale'),
      undone: boolean(),
    })
    for (const { undone, ...word } of sample(lesson, 6)) {
      const meanings: readonly string[] = WORD_MEANINGS[word.kind]
      const council = word.kind === 'body' ? null : word.council
      const [taught] = teachWords(store, [{ ...word, council, means: meanings[word.means % meanings.length] ?? '' }], BY)
      await readAgain(store, { jobs: 1 })
      if (!undone || !taught) continue
      correct(store, { action: 'undo', target: taught.id }, BY)
      await readAgain(store, { jobs: 1 })
    }
    const all = () => STORED.map((view) => store.rows(view).map(({ imported_at: _, ...row }) => row))
    const before = all()
    await rebuild()
    expect(all()).toEqual(before)
  })

  test('that is not read yet is read by the next import', async () => {
    teachWords(store, WORDS, BY)
    expect((await read()).changed).toBe(4)
    expect(score(few)).toBeGreaterThan(0.9)
    expect((await read()).changed).toBe(0)
  })

  test('is undone like any correction, and leaves no trace in what is read', async () => {
    const before = stored()
    const taught = teachWords(store, WORDS, BY)
    await readAgain(store, { jobs: 1 })
    expect(stored()).not.toEqual(before)
    for (const { id } of taught) correct(store, { action: 'undo', target: id }, BY)
    await readAgain(store, { jobs: 1 })
    expect(stored()).toEqual(before)
    expect(store.query('SELECT DISTINCT state FROM corrections WHERE action = ?', 'teach')).toEqual([{ state: 'undone' }])
  })

  test('that is taught anew replaces what was said before, and teaching the same twice writes nothing', async () => {
    teachWords(store, WORDS, BY)
    expect(teachWords(store, WORDS, BY)).toEqual([])
    teachWords(store, [{ kind: 'grade', word: 'sown', means: 'on_track', council: COUNCIL }], BY)
    await readAgain(store, { jobs: 1 })
    expect(store.query('SELECT DISTINCT status FROM progress_updates WHERE assessment_text = ?', 'Sown')).toEqual([{ status: 'on_track' }])
    expect(store.query('SELECT corrected FROM corrections WHERE state = ?', 'replaced')).toEqual([
      { corrected: `not_started at ${COUNCIL}` },
    ])
  })

  test('leaves a paper whose file is gone as it was read, and names it', async () => {
    rmSync(join(folder, 'papers', few[0]?.name ?? ''))
    teachWords(store, WORDS, BY)
    const { gone } = await readAgain(store, { jobs: 1 })
    expect(gone).toEqual([expect.objectContaining({ path: `papers/${few[0]?.name}`, file: null })])
    expect(stalePapers(store)).toEqual(gone)
  })

  test('keeps what a password opened, where it is not given again, and reads it where it is', async () => {
    cpSync(join(FIXTURES, 'pdf', 'locked.pdf'), join(folder, 'papers', 'locked.pdf'))
    await read({ password: 'harbour' })
    const locked = () => store.query('SELECT kind, status FROM documents WHERE path = ?', 'papers/locked.pdf')
    const before = locked()
    expect(before).toMatchObject([{ status: 'ok' }])
    teachWords(store, [{ kind: 'grade', word: 'Timetable', means: 'slipped', council: null }], BY)
    await readAgain(store, { jobs: 1 })
    expect(locked()).toEqual(before)
    expect(stalePapers(store)).toMatchObject([{ path: 'papers/locked.pdf' }])
    await readAgain(store, { jobs: 1, password: 'harbour' })
    expect([locked(), stalePapers(store)]).toEqual([before, []])
  })

  test('makes the file of corrections version 2, and one that began with version 1 goes on', async () => {
    const heads = (): unknown[] =>
      readFileSync(file(), 'utf8')
        .split('\n')
        .filter((line) => line.includes('"format"'))
        .map((line) => JSON.parse(line).version)
    const document = store.query('SELECT document_id FROM documents WHERE path = ?', 'papers/elsewhere.md')[0]
    correct(store, { action: 'settle', target: String(document?.document_id), rule: 'number-gap', note: null }, BY)
    expect(heads()).toEqual([1])
    teachWords(store, WORDS.slice(0, 2), BY)
    teachWords(store, WORDS.slice(2), BY)
    expect(heads()).toEqual([1, 2])
    expect(readCorrections(file())).toHaveLength(6)
  })
})
