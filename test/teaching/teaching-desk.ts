import { PassThrough } from 'node:stream'
import { checkSession } from '../../src/cli/check-session.ts'
import type { Store } from '../../src/store/store.ts'
import type { MadeUpPaper } from './made-up-council.ts'

/** What is stored of the papers, as facts by their names. */
export function storedFacts(store: Store): Map<string, string[]> {
  const rows = store.query(`SELECT d.path, 'kind: ' || d.kind AS fact FROM documents d WHERE d.kind <> 'other'
    UNION ALL SELECT d.path, w.role || ' ' || coalesce(w.number, '-') || ': ' || w.text FROM wordings w JOIN documents d USING (document_id)
    UNION ALL SELECT d.path, CASE d.kind WHEN 'response' THEN 'answer ' || coalesce(s.number, '-') || ': ' || coalesce(s.outcome, '-')
        ELSE 'resolved ' || coalesce(s.outcome, '-') || ': ' || s.text END
      FROM resolutions s JOIN documents d USING (document_id)
    UNION ALL SELECT d.path, 'responsible ' || coalesce(c.number, '-') || ': ' || c.responsible FROM commitments c JOIN documents d USING (document_id) WHERE c.responsible IS NOT NULL
    UNION ALL SELECT d.path, 'update ' || coalesce(u.number, '-') || ': ' || u.status FROM progress_updates u JOIN documents d USING (document_id) WHERE u.status IS NOT NULL`)
  const facts = Map.groupBy(rows, ({ path }) => String(path).replace(/^papers\//u, ''))
  return new Map([...facts].map(([path, own]) => [path, own.map(({ fact }) => String(fact)).sort()]))
}

/** F1 of what is stored against what a careful person reads. */
export function scoreOf(found: ReadonlyMap<string, readonly string[]>, papers: readonly MadeUpPaper[]): number {
  const right = papers.flatMap(({ name, facts }) => facts.filter((fact) => found.get(name)?.includes(fact))).length
  const expected = papers.flatMap(({ facts }) => facts).length
  return (2 * right) / (expected + [...found.values()].flat().length)
}

/** Holds a session with somebody who presses the key that `keyOf` gives for what a card shows; it ends with the words. */
export async function holdSession(store: Store, keyOf: (card: string) => string): Promise<{ shown: string; kept: number }> {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  output.setEncoding('utf8').on('data', (text: string) => {
    shown += text
    if (/── word \d+ of \d+ ──/u.test(text)) input.write(keyOf(text))
    else if (/── \d+ of \d+ ──|^That was the last card/mu.test(text)) input.write('s')
  })
  const kept = await checkSession(
    store,
    { input, output: Object.assign(output, { columns: 80 }) },
    { by: 'A. Clerk', why: null },
    { jobs: 1 },
  )
  return { shown, kept }
}
