import { type Connection, connect } from '../../../src/store/database.ts'
import { openStore } from '../../../src/store/open-store.ts'
import { refreshSearch } from '../../../src/store/search-entries.ts'
import { wordsOf } from './words.ts'

/** What each review has: papers that report on it, and recommendations (two of them lettered parts of the fourth). */
const UPDATES_A_RECOMMENDATION = 8
const RECOMMENDATIONS_A_REVIEW = 12
const COUNCILS = 20
/** While it is filled; a cache that holds the indices makes it several times faster. */
const CACHE_KB = 2_000_000

/** Numbers below a bound, as a table. */
const below = (bound: number): string =>
  `(WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${bound}) SELECT i FROM n)`

/** The archive's plan: its reviews, their papers (0 report, 1 decision, 2 action plan, then updates) and their recommendations. */
const plan = (reviews: number): string => `
CREATE TEMP TABLE a_review (r INTEGER PRIMARY KEY, review_id TEXT, council TEXT, committee TEXT, title TEXT, year INTEGER);
INSERT INTO a_review SELECT i, printf('council%02d/%s-%d-%d', i % ${COUNCILS}, 'review', i, 2005 + i % 18), printf('Council %02d', i % ${COUNCILS}),
  printf('Select Committee %d', i % 7), 'Scrutiny Review of ' || words(i, 4), 2005 + i % 18 FROM ${below(reviews)};
CREATE TEMP TABLE a_number (n INTEGER PRIMARY KEY, number TEXT, parent INTEGER);
INSERT INTO a_number SELECT i, CASE WHEN i < 4 THEN i + 1 WHEN i < 6 THEN printf('4(%s)', char(93 + i)) ELSE i - 1 END, iif(i IN (4, 5), 3, NULL)
  FROM ${below(RECOMMENDATIONS_A_REVIEW)};
-- Ids as they are made of a hash: a document's place in an index says nothing of its place in the table.
CREATE TEMP TABLE a_paper (p INTEGER PRIMARY KEY, r INTEGER, k INTEGER, id TEXT, day TEXT);
INSERT INTO a_paper SELECT r * ${3 + UPDATES_A_RECOMMENDATION} + i, r, i,
  printf('doc-%012x', ((r * ${3 + UPDATES_A_RECOMMENDATION} + i + 1) * 40503000017) % 281474976710597),
  date(printf('%d-03-01', year), '+' || (r % 300 + i * 200) || ' days') FROM a_review CROSS JOIN ${below(3 + UPDATES_A_RECOMMENDATION)};
CREATE TEMP VIEW a_item AS
  SELECT p.p * ${RECOMMENDATIONS_A_REVIEW} + n.n AS s, p.p, p.r, p.k, p.id AS document_id, p.day, n.n, n.number, n.parent,
    v.review_id || '/' || n.number AS recommendation_id, v.review_id, v.council
  FROM a_paper p CROSS JOIN a_review v ON v.r = p.r CROSS JOIN a_number n;`

const PLACE = 'page, x0, top, x1, bottom'
const place = 'n / 3 + 1, 72.0, 100.0 + n, 523.0, 130.0 + n'
const person = "words(s % 3000, 2) || ', Head of ' || words(s % 400, 2)"
const status = `CASE WHEN k - 3 >= 2 + (r + n) % 9 THEN 'achieved' WHEN s % 5 = 0 THEN 'slipped' WHEN s % 31 = 0 THEN NULL ELSE 'on_track' END`
/** Every second paper of progress restates what it reports on and says who and when. */
const plans = '(k = 2 OR (k > 2 AND k % 2 = 0))'
const due = `date(day, '+' || (100 + (r * 7 + n * 31 + k) % 700) || ' days')`
/** One update in a hundred is linked to nothing. */
const linked = 's % 100 <> 7'
/** The tables whose rows have evidence, in the order of its pieces. */
const EVIDENCED = ['document', 'wording', 'resolution', 'commitment', 'responsibility', 'action', 'progress_update']
const evidenceOf = (table: string, fields: string): string => `
INSERT INTO evidence_piece (document_id, entity_id, ordinal, field, state, quote, ${PLACE})
SELECT e.document_id, e.id, ${EVIDENCED.indexOf(table)} * 1000 + e.ordinal * 10 + f.i, f.field, 'stated',
  substr(CASE f.field ${fields
    .split(' ')
    .map((field) => `WHEN '${field}' THEN e.${field}`)
    .join(' ')} END, 1, 120), e.page, e.x0, e.top, e.x1, e.bottom
FROM ${table} e CROSS JOIN (SELECT column1 AS i, column2 AS field FROM (VALUES ${fields
  .split(' ')
  .map((field, index) => `(${index}, '${field}')`)
  .join(', ')})) f
WHERE CASE f.field ${fields
  .split(' ')
  .map((field) => `WHEN '${field}' THEN e.${field}`)
  .join(' ')} END IS NOT NULL;`
const assign = (table: string, kind: string, resolution = 'NULL'): string => `
INSERT INTO assignment SELECT i.document_id || '/${kind}/' || i.number, '${table}', i.document_id, i.recommendation_id, i.review_id, ${resolution}
FROM a_item i WHERE `
const resolutionId = `(SELECT d.id FROM a_paper d WHERE d.p = i.p - i.k + 1) || '/resolution/' || i.number`

/** What the documents say, record by record, and where each value is. */
const RECORDS = `
INSERT INTO document (document_id, sha256, origin_path, media_type, kind, title, council, committee, dated_text, dated_from, dated_to, pages, status, layout,
  imported_at, extractor)
SELECT id, id || hex(p), printf('archive/%s/%s paper %d.pdf', council, review_id, k), 'application/pdf',
  CASE k WHEN 0 THEN 'review_report' WHEN 1 THEN 'decision_record' WHEN 2 THEN 'action_plan' ELSE 'progress_update' END,
  title, council, committee, day, day, day, 8, 'ok', 'bench', '2026-01-01T00:00:00.000Z', 'bench' FROM a_paper JOIN a_review USING (r);
INSERT INTO document_path (path, document_id) SELECT origin_path, document_id FROM document;
INSERT INTO review_mention (id, document_id, ordinal, title, kind, confidence, source, page)
  SELECT p.id || '/review/' || v.title, p.id, 0, v.title, 'review', 0.9, 'title', 1 FROM a_paper p JOIN a_review v USING (r);
INSERT INTO paper (id, document_id, ordinal, position, kind, title, council, committee, dated_text, dated_from, dated_to, page_from, page_to, confidence)
  SELECT document_id || '/paper/1', document_id, 0, 0, kind, title, council, committee, dated_text, dated_from, dated_to, 1, 8, 1 FROM document;
INSERT INTO wording (id, document_id, ordinal, paper_id, confidence, number, number_text, role, kind, parent_id, position, text, ${PLACE})
  SELECT document_id || '/wording/' || number, document_id, n, document_id || '/paper/1', 1, number, number || '.', CASE k WHEN 0 THEN 'proposed' ELSE 'restated' END, 'recommendation',
    iif(parent IS NULL, NULL, document_id || '/wording/4'), n, words(r * 12 + n + k % 3, 28), ${place} FROM a_item WHERE k = 0 OR ${plans};
INSERT INTO resolution (id, document_id, ordinal, paper_id, confidence, number, number_text, parent_id, position, text, outcome, decided_by, decided_on, ${PLACE})
  SELECT document_id || '/resolution/' || number, document_id, n, document_id || '/paper/1', 1, number, number || '.', iif(parent IS NULL, NULL, document_id || '/resolution/4'), n,
    words(r * 12 + n + 1, 30), iif(s % 11 = 0, 'amended', 'agreed'), 'Cabinet', day, ${place} FROM a_item WHERE k = 1;
INSERT INTO commitment (id, document_id, ordinal, paper_id, confidence, number, wording_id, outcome, responsible, due_text, due_from, due_to, success_measure, ${PLACE})
  SELECT document_id || '/commitment/' || number, document_id, n, document_id || '/paper/1', 1, number, document_id || '/wording/' || number, 'agreed', ${person}, ${due}, ${due}, ${due},
    words(s, 12), ${place} FROM a_item WHERE ${plans};
INSERT INTO responsibility (id, document_id, ordinal, commitment_id, name, kind, text, ${PLACE})
  SELECT document_id || '/responsibility/' || number || '/' || b.i, document_id, n * 2 + b.i, document_id || '/commitment/' || number,
    words((s + b.i) % 3000, 2), 'person', ${person}, ${place} FROM a_item CROSS JOIN ${below(2)} b WHERE ${plans} AND (b.i = 0 OR s % 4 = 0);
INSERT INTO action (id, document_id, ordinal, paper_id, confidence, commitment_id, number, label, position, text, ${PLACE})
  SELECT document_id || '/action/' || number || '/' || char(97 + b.i), document_id, n * 2 + b.i, document_id || '/paper/1', 1, document_id || '/commitment/' || number, number,
    char(97 + b.i), n * 2 + b.i, words(s * 3 + b.i, 20), ${place} FROM a_item CROSS JOIN ${below(2)} b WHERE k = 2;
INSERT INTO progress_update (id, document_id, ordinal, paper_id, confidence, number, parent_id, wording_id, as_of_text, as_of_from, as_of_to, evidence, assessment_text, status, impact,
  ${PLACE})
  SELECT document_id || '/update/' || number, document_id, n, document_id || '/paper/1', 1, number, iif(parent IS NULL, NULL, document_id || '/update/4'),
    iif(${plans}, document_id || '/wording/' || number, NULL), day, day, day, words(s * 5 + 1, 35), ${status}, ${status},
    iif(s % 3 = 0, words(s * 5 + 2, 12), NULL), ${place} FROM a_item WHERE k > 2;
INSERT INTO fact (id, document_id, ordinal, paper_id, name, label, text, page)
  SELECT id || '/fact/' || b.i, id, b.i, id || '/paper/1', iif(b.i = 0, 'link_officer', 'other'), 'Label ' || b.i, words(p * 7 + b.i, 5), 1 FROM a_paper CROSS JOIN ${below(2)} b;
INSERT INTO grading (id, document_id, ordinal, paper_id, code, label, meaning, status, page)
  SELECT id || '/grading/' || b.i, id, b.i, id || '/paper/1', b.i + 1, 'Grade ' || b.i, words(b.i, 6), 'on_track', 1 FROM a_paper CROSS JOIN ${below(4)} b WHERE k > 2;
INSERT INTO diagnostic (document_id, ordinal, severity, rule, message, note, entity_id, page)
  SELECT id, b.i, iif(p % 50 = b.i, 'warning', 'info'), 'date-not-understood', 'A date was expected here, and the words give none.', 'TBD', NULL, 1
  FROM a_paper CROSS JOIN ${below(2)} b;
${evidenceOf('document', 'title council committee dated_text').replaceAll('e.id', 'e.document_id').replace('e.ordinal * 10', '0').replace('e.page, e.x0, e.top, e.x1, e.bottom', '1, 72.0, 72.0, 523.0, 90.0')}
${evidenceOf('wording', 'number number_text text')}
${evidenceOf('resolution', 'number number_text text outcome decided_by decided_on')}
${evidenceOf('commitment', 'number outcome responsible due_text due_from due_to success_measure')}
${evidenceOf('responsibility', 'name')}
${evidenceOf('action', 'label text')}
${evidenceOf('progress_update', 'number as_of_text as_of_from as_of_to evidence assessment_text status impact')}`

/** What linking finds: the latest paper gives a recommendation its standing. */
const LINKS = `
INSERT INTO review SELECT review_id, 'review', title, council, committee FROM a_review;
INSERT INTO document_review SELECT id, review_id FROM a_paper JOIN a_review USING (r);
INSERT INTO paper_review SELECT document_id || '/paper/1', review_id FROM document_review;
INSERT INTO recommendation (recommendation_id, review_id, number, parent_id, position, kind, heading, text, text_from, document_id, page, resolution_id, outcome,
  responsible, due_text, due_from, due_to, status, assessment_text, as_of_from, as_of_to)
SELECT i.recommendation_id, i.review_id, i.number, iif(i.parent IS NULL, NULL, i.review_id || '/4'), i.n, 'recommendation', iif(i.n % 4 = 0, words(s, 3), NULL),
  (SELECT w.text FROM wording w WHERE w.id = (SELECT d.id FROM a_paper d WHERE d.p = i.p - i.k) || '/wording/' || i.number), 'proposed',
  (SELECT d.id FROM a_paper d WHERE d.p = i.p - i.k), i.n / 3 + 1, ${resolutionId}, 'agreed', ${person}, ${due}, ${due}, ${due}, ${status}, ${status}, i.day, i.day
FROM a_item i WHERE i.k = ${2 + UPDATES_A_RECOMMENDATION};
${assign('wording', 'wording')} k = 0 OR ${plans};
${assign('resolution', 'resolution')} k = 1;
${assign('commitment', 'commitment')} ${plans};
${assign('progress_update', 'update', resolutionId)} k > 2 AND ${linked};
INSERT INTO assignment SELECT a.id, 'action', a.document_id, c.recommendation_id, c.review_id, NULL FROM action a JOIN assignment c ON c.entity_id = a.commitment_id;
INSERT INTO link SELECT 'document_review:' || id, 'document_review', id, review_id, 'title', 0.97, NULL, NULL, 'accepted', 'rule', '{"why":"its title names it"}'
  FROM a_paper JOIN a_review USING (r);
INSERT INTO link SELECT 'recommendation_resolution:' || recommendation_id, 'recommendation_resolution', recommendation_id, resolution_id, 'number', 0.95, NULL,
  NULL, 'accepted', 'rule', '{"why":"same number"}' FROM recommendation;
INSERT INTO link SELECT 'commitment_recommendation:' || entity_id, 'commitment_recommendation', entity_id, recommendation_id, 'number', 0.95, NULL, NULL,
  'accepted', 'rule', '{"why":"same number"}' FROM assignment WHERE entity_kind = 'commitment';
INSERT INTO link SELECT 'update_resolution:' || entity_id, 'update_resolution', entity_id, resolution_id, 'number+text', 0.9, NULL, NULL, 'accepted', 'rule',
  '{"why":"same number and like words"}' FROM assignment WHERE entity_kind = 'progress_update';
INSERT INTO unlinked_entity SELECT document_id || '/update/' || number, 'progress_update', document_id, number, words(s * 5 + 1, 35), recommendation_id, 0.6,
  'Two recommendations are as likely.' FROM a_item i WHERE k > 2 AND NOT (${linked});
INSERT INTO link_diagnostic SELECT document_id, 'warning', 'link-unsure', 'Two are as likely.', number, document_id || '/update/' || number
  FROM a_item WHERE k > 2 AND NOT (${linked});
INSERT INTO wording_change SELECT i.recommendation_id, f.id || '/wording/' || i.number, i.document_id || '/wording/' || i.number, f.id, i.document_id, 'proposed',
  'restated', 0.8, '[["=","the council"],["-","be"],["+","is"]]' FROM a_item i JOIN a_paper f ON f.p = i.p - i.k WHERE i.k IN (2, 4);
INSERT INTO target_date SELECT recommendation_id, document_id || '/commitment/' || number, document_id, k / 2, ${due}, ${due}, ${due}, day,
  iif(k = 2, NULL, s % 90 - 20), NULL FROM a_item WHERE k IN (2, 4, 6);
INSERT INTO silence SELECT 'not_reported:' || document_id || ':' || recommendation_id, 'not_reported', review_id, recommendation_id, document_id, number, 'on_track',
  NULL FROM a_item WHERE k > 2 AND s % 37 = 0;
INSERT INTO correction SELECT 'c-' || p, '2026-01-01T00:00:00.000Z', 'bench', NULL, 'set', document_id || '/update/' || number, 'status', 'on_track', 'stalled',
  'applied', NULL, NULL, NULL FROM a_item WHERE k > 2 AND s % 1009 = 0;
INSERT INTO corrected_record SELECT target_id, '{"status":"stalled"}' FROM correction;`

/** How many rows a filled database has of what matters. */
export interface Filled {
  reviews: number
  updates: number
}

/**
 * Fills an empty store's tables with an archive of at least `updates` progress updates, as imports and linking would leave
 * them: ids made of hashes, evidence for every value, histories, corrections, the search. Deterministic.
 */
export function fill(connection: Connection, updates: number): Filled {
  const reviews = Math.ceil(updates / (UPDATES_A_RECOMMENDATION * RECOMMENDATIONS_A_REVIEW))
  connection.function('words', { deterministic: true }, (seed: unknown, count: unknown) => wordsOf(Number(seed), Number(count)))
  connection.pragma('foreign_keys = OFF')
  connection.exec('BEGIN')
  // Sorted once, indices are built many times faster than they are kept.
  const indices = connection.prepare<[], { name: string; sql: string }>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL",
  )
  const dropped = indices.all()
  for (const { name } of dropped) connection.exec(`DROP INDEX ${name}`)
  connection.exec(plan(reviews))
  connection.exec(RECORDS)
  for (const { sql } of dropped) connection.exec(sql)
  connection.exec(LINKS)
  connection.exec('COMMIT')
  connection.exec('DROP VIEW a_item; DROP TABLE a_paper; DROP TABLE a_review; DROP TABLE a_number')
  refreshSearch(connection)
  connection.pragma('foreign_keys = ON')
  connection.pragma('optimize')
  return { reviews, updates: reviews * UPDATES_A_RECOMMENDATION * RECOMMENDATIONS_A_REVIEW }
}

/** Makes the database at `path` and fills it, with no care for what a crash would leave. */
export function fillFile(path: string, updates: number): Filled {
  openStore(path, { create: true }).close()
  const connection = connect(path, { readonly: false })
  try {
    connection.pragma('journal_mode = OFF')
    connection.pragma('synchronous = OFF')
    connection.pragma('temp_store = MEMORY')
    connection.pragma(`cache_size = -${CACHE_KB}`)
    return fill(connection, updates)
  } finally {
    connection.close()
  }
}
