import { noteInOneLine } from '../../../schema/diagnostics.ts'
import type { Row } from '../../store/database.ts'
import { openFilled, openStore } from '../../store/open-store.ts'
import { type StalePaper, stalePapers } from '../../teach.ts'
import { checkSession } from '../check-session.ts'
import { waitingLines } from '../correction-list.ts'
import { lookalikes } from '../lookalikes.ts'
import { counted, databaseFlag, print, printJson, shownPath, styled, words, wrapped } from '../screen.ts'
import { shortened } from '../text-width.ts'
import { openWords, teachCommandOf, type UnknownWord, whereItStands } from '../unknown-words.ts'
import { waitingCorrections, waitingRows } from '../waiting.ts'
import { whoCorrects } from '../who-corrects.ts'
import { tellGoneFiles } from './teach.ts'

interface CheckOptions {
  db: string
  all?: boolean
  json?: boolean
  list?: boolean
  by?: string
  password?: string
}

const DIAGNOSTICS = `SELECT g.*, d.path, d.kind, d.status FROM diagnostics g JOIN documents d USING (document_id)
  WHERE (g.severity IN ('error', 'warning') OR ?) AND g.settled_by IS NULL AND d.superseded_by IS NULL
  ORDER BY d.path, CASE g.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, g.rule, g.page, g.line, g.note`

const UNLINKED = `SELECT u.*, d.path, coalesce(r.number, c.number) AS best_number, coalesce(r.text, c.text) AS best_text,
    CASE WHEN c.recommendation_id IS NULL THEN 'resolution' ELSE 'recommendation' END AS best_kind,
    coalesce(p.page, n.page, s.page) AS page
  FROM unlinked u JOIN documents d USING (document_id)
  LEFT JOIN resolutions r ON r.resolution_id = u.best_id
  LEFT JOIN recommendations c ON c.recommendation_id = u.best_id
  LEFT JOIN progress_updates p ON p.update_id = u.entity_id
  LEFT JOIN actions n ON n.action_id = u.entity_id
  LEFT JOIN resolutions s ON s.resolution_id = u.entity_id
  ORDER BY d.path, page, u.entity_id`

/** `scrutineer check`: what needs a person; on a terminal card by card, else in words. In words it is 1 where anything does. */
export async function checkCommand({ db, all = false, json = false, list = false, by, password }: CheckOptions): Promise<number> {
  const cards = !json && !list && !all && process.stdin.isTTY && process.stdout.isTTY
  const store = cards ? openFilled(db) : openStore(db, { readonly: true })
  try {
    const unknown = openWords(store)
    if (cards && (unknown.length > 0 || waitingCorrections(store).length > 0 || store.query('SELECT 1 FROM unlinked LIMIT 1').length > 0)) {
      await checkSession(store, { input: process.stdin, output: process.stdout }, { by: by ?? whoCorrects(), why: null }, { password })
      printRest(store.query(DIAGNOSTICS, 0), waitingRows(store), db)
      return 0
    }
    const diagnostics = store.query(DIAGNOSTICS, all ? 1 : 0)
    const unlinked = store.query(UNLINKED)
    const gone = waitingRows(store)
    const stale = stalePapers(store)
    const alike = lookalikes(store)
    const out = store.query(TAKEN_OUT)
    if (json) printJson({ diagnostics, unlinked, corrections: gone, words: unknown, stale, lookalikes: alike, taken_out: out })
    else {
      printTakenOut(out, db)
      printCheck({ diagnostics, unlinked, gone, unknown, stale, alike }, { db, all })
    }
    const isWanted = diagnostics.some(({ severity }) => severity !== 'info')
    return isWanted || [unlinked, gone, unknown, stale, alike].some((found) => found.length > 0) ? 1 : 0
  } finally {
    store.close()
  }
}

const TAKEN_OUT = "SELECT * FROM corrections WHERE action = 'forget' AND state = 'applied' ORDER BY at, correction_id"

/** What people took out, so that nobody wonders where it went. */
function printTakenOut(rows: readonly Row[], db: string): void {
  if (!rows.length) return
  print(styled('bold', 'Papers taken out'))
  for (const { extracted: path, by, at, why, correction_id: id } of rows) {
    print(wrapped(`${shownPath(String(path))}: by ${by} on ${String(at).slice(0, 10)}${why === null ? '' : `, ${why}`}`, 2))
    print(styled('dim', `    scrutineer correct undo ${id}${databaseFlag(db)}`))
  }
  print()
}

/** What the cards do not show. */
function printRest(diagnostics: readonly Row[], gone: readonly Row[], db: string): void {
  if (!diagnostics.length && !gone.length) return
  print(`${counted(diagnostics.length, 'note')} on papers in doubt: scrutineer check --list${databaseFlag(db)}`)
  printGone(gone, db)
}

function printGone(gone: readonly Row[], db: string): void {
  if (!gone.length) return
  print(styled('bold', 'Corrections that wait because their target is gone or changed'))
  for (const same of Map.groupBy(gone, (row) => row.correction_id).values()) {
    const [row] = same
    if (!row) continue
    const what = [words(String(row.action)), row.target_id, ...same.map(({ field }) => field)].filter(Boolean).join(' ')
    print(wrapped(`${row.correction_id}, ${String(row.at).slice(0, 10)}, ${row.by}: ${what}`, 2))
    for (const line of waitingLines(row, databaseFlag(db))) print(line)
  }
  print()
}

/** What needs a person. */
interface Findings {
  diagnostics: readonly Row[]
  unlinked: readonly Row[]
  gone: readonly Row[]
  unknown: readonly UnknownWord[]
  stale: readonly StalePaper[]
  alike: readonly Row[]
}

/** So many words are shown without --all: the first settle most. */
const MOST_WORDS = 8

function printWords(unknown: readonly UnknownWord[], stale: readonly StalePaper[], { db, all }: { db: string; all: boolean }): void {
  if (unknown.length > 0) print(styled('bold', wrapped('Unknown words; those that most papers need come first')))
  const shown = all ? unknown : unknown.slice(0, MOST_WORDS)
  for (const word of shown) {
    const whose = word.council === null ? '' : ` of ${word.council}`
    const mayBe = word.readings.length > 1 ? `; may be ${word.readings.map(words).join(' or ')}` : ''
    print(wrapped(`${word.kind} "${word.word}": ${counted(word.papers, 'paper')}${whose}, first in ${whereItStands(word)}${mayBe}`, 2))
    print(styled('dim', `    ${teachCommandOf(word, databaseFlag(db))}`))
  }
  if (shown.length < unknown.length)
    print(`  and ${counted(unknown.length - shown.length, 'word')} more: scrutineer check --list --all${databaseFlag(db)}`)
  if (unknown.length > 0) print()
  const lost = stale.filter(({ file }) => file === null).map(({ path }) => path)
  tellGoneFiles(lost)
  if (lost.length < stale.length)
    print(wrapped(`${counted(stale.length - lost.length, 'paper')} not yet read with the taught words; the next import reads them again.`))
  if (stale.length > 0) print()
}

/** So many papers that look like one of ours are shown without --all. */
const MOST_ALIKE = 8

function printAlike(alike: readonly Row[], { db, all }: { db: string; all: boolean }): void {
  if (!alike.length) return
  print(styled('bold', wrapped('Stored as "other", but something in them reads like a record')))
  const shown = all ? alike : alike.slice(0, MOST_ALIKE)
  for (const { path, page, reading, confidence, text, found } of shown) {
    const where = [shownPath(String(path)), page && `page ${page}`].filter(Boolean).join(', ')
    const sure = `${words(String(reading))}, ${Math.round(Number(confidence) * 100)}% sure`
    print(wrapped(`${where}: ${sure}${Number(found) > 1 ? `, and ${counted(Number(found) - 1, 'more', 'more')}` : ''}`, 2))
    print(wrapped(`“${shortened(String(text), 160)}”`, 4))
  }
  if (shown.length < alike.length)
    print(`  and ${counted(alike.length - shown.length, 'paper')} more: scrutineer check --list --all${databaseFlag(db)}`)
  print(
    wrapped(
      `To see why: scrutineer inspect FILE --why. To settle one: scrutineer correct settle PAPER candidate-found${databaseFlag(db)}`,
      2,
    ),
  )
  print()
}

function printCheck({ diagnostics, unlinked, gone, unknown, stale, alike }: Findings, { db, all }: { db: string; all: boolean }): void {
  printGone(gone, db)
  printWords(unknown, stale, { db, all })
  printAlike(alike, { db, all })
  if (!diagnostics.length && !unlinked.length && !gone.length) {
    if (unknown.length + stale.length + alike.length > 0) return
    print('Nothing needs a person.')
    return
  }
  const papers = [...Map.groupBy(diagnostics, (row) => row.path).values()]
  const unread = Map.groupBy(papers.filter(isUnread), (rows) => String(rows[0]?.rule))
  for (const [rule, files] of unread) printUnread(rule, files.flat(), all)
  for (const rows of papers.filter((rows) => !isUnread(rows))) {
    const path = rows[0]?.path
    print(`${styled('bold', shownPath(String(path)))} (${rows[0]?.status === 'ok' ? words(String(rows[0]?.kind)) : rows[0]?.status})`)
    for (const [rule, same] of Map.groupBy(rows, (row) => row.rule)) printRule(String(rule), same)
    print()
  }
  if (unlinked.length) print(styled('bold', 'Not linked'))
  for (const row of unlinked) printUnlinked(row)
  const errors = diagnostics.filter((row) => row.severity === 'error').length
  const warnings = diagnostics.filter((row) => row.severity === 'warning').length
  const counts = [counted(errors, 'error'), counted(warnings, 'warning'), `${counted(unlinked.length, 'item')} not linked`]
  print(wrapped(counts.join(', ')))
  if (unlinked.length) print(wrapped(`To decide them one by one on a terminal: scrutineer check${databaseFlag(db)}`))
  if (diagnostics.length) print(wrapped(`To settle a note after you have looked: scrutineer correct settle PAPER RULE${databaseFlag(db)}`))
}

/** Whether nothing could be read of a file, for one reason. */
function isUnread(rows: readonly Row[]): boolean {
  return rows.length === 1 && rows[0]?.severity === 'error' && (rows[0].status === 'failed' || rows[0].status === 'skipped')
}

/** So many files of one trouble are listed without --all. */
const MOST_FILES = 5

/** Files with one and the same trouble, told once. */
function printUnread(rule: string, rows: readonly Row[], all: boolean): void {
  print(styled('bold', `${counted(rows.length, 'file')} that could not be read: ${rule}`))
  print(wrapped(String(rows[0]?.message), 2))
  const shown = all ? rows : rows.slice(0, MOST_FILES)
  for (const { path, note } of shown) {
    print(wrapped(`· ${shownPath(String(path))}${note === null ? '' : `: ${shortened(String(note), 160)}`}`, 2))
  }
  if (shown.length < rows.length) print(`  and ${counted(rows.length - shown.length, 'file')} more; --all lists them`)
  print()
}

const MARKS: Record<string, string> = { error: 'error', warning: 'warning', info: 'note' }

function printRule(rule: string, rows: readonly Row[]): void {
  const severity = String(rows[0]?.severity)
  const colour = severity === 'error' ? 'red' : severity === 'warning' ? 'yellow' : 'dim'
  print(`  ${styled(colour, MARKS[severity] ?? severity)} ${rows.length > 1 ? `${rows.length} × ` : ''}${rule}`)
  print(wrapped(String(rows[0]?.message), 4))
  for (const row of rows) {
    const place = [row.page && `page ${row.page}`, row.line && `line ${row.line}`].filter(Boolean).join(', ')
    const note = row.note === null ? '' : shortened(noteInOneLine(String(row.note)), 160)
    if (place || note) print(wrapped(`· ${[place, note].filter(Boolean).join(': ')}`, 4))
  }
}

function printUnlinked(row: Row): void {
  const where = [shownPath(String(row.path)), row.page && `page ${row.page}`].filter(Boolean).join(', ')
  print(`  ${words(String(row.entity_kind))} ${row.number ?? 'without a number'} (${where})`)
  print(styled('dim', `    ${row.entity_id}`))
  if (row.text) print(wrapped(shortened(String(row.text), 200), 4))
  print(wrapped(String(row.reason), 4))
  if (row.best_id) {
    const best = row.best_text
      ? `${row.best_kind} ${row.best_number ?? ''} "${shortened(String(row.best_text), 120)}"`
      : String(row.best_id)
    print(
      wrapped(`nearest: ${best}${typeof row.best_confidence === 'number' ? `, ${Math.round(row.best_confidence * 100)}% sure` : ''}`, 4),
    )
  }
  print()
}
