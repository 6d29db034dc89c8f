import type { CorrectionRow } from '../../../schema/corrections.ts'
import { UsageError } from '../../../schema/errors.ts'
import { correct, lastCorrection, moveCorrection, undoCorrections } from '../../correct.ts'
import { correctionsPath } from '../../corrections/correction-file.ts'
import { restoreCorrections } from '../../linker.ts'
import { openFilled, openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { stalePapers } from '../../teach.ts'
import { correctionDraft } from '../correction-draft.ts'
import { correctionList, countWaiting } from '../correction-list.ts'
import { changeInWords } from '../correction-words.ts'
import { counted, databaseFlag, print, printJson } from '../screen.ts'
import { whoCorrects } from '../who-corrects.ts'
import { readConcerned, tellRead } from './teach.ts'

interface CorrectOptions {
  db: string
  by?: string
  why?: string
  note?: string
  title?: string
  list?: boolean
  undo?: string | true
  json?: boolean
}

/** `scrutineer correct`: writes what a person says to the file beside the database, and carries it out. */
export async function correctCommand(action: string | undefined, given: string[], options: CorrectOptions): Promise<number> {
  if (options.list || action === 'list' || (action === undefined && options.undo === undefined)) return listCorrections(options)
  const store = openFilled(options.db)
  try {
    if (action === 'restore' && given.length === 0) return restore(store, options)
    const signature = { by: options.by ?? whoCorrects(), why: options.why ?? null }
    const [waiting, goal = null, ...rest] = given
    const undone = undoneBy(action, given, options)
    const rows =
      undone !== null
        ? undoCorrections(store, undone.length > 0 ? undone : [theLast(store)], signature)
        : action === 'move' && waiting !== undefined && rest.length === 0
          ? moveCorrection(store, waiting, goal, signature)
          : correct(store, correctionDraft(store, String(action), given, options), signature)
    tellDone(store, rows, options)
    // A word that holds no more is taken out of what it was read by.
    if (undone === null) return 0
    if (stalePapers(store).length === 0) return 0
    const again = await readConcerned(store, options)
    if (!options.json) tellRead(again, store, null, options.db)
    return again.gone.length > 0 ? 1 : 0
  } finally {
    store.close()
  }
}

/** What is taken back, by id, or nothing for the last; null where a correction is made instead. */
function undoneBy(action: string | undefined, given: readonly string[], { undo }: CorrectOptions): readonly string[] | null {
  if (typeof undo === 'string') return [undo]
  return undo === true || action === 'undo' ? given : null
}

function theLast(store: Store): string {
  const last = lastCorrection(store)
  if (last === null) throw new UsageError('There is nothing to undo.')
  return last
}

function restore(store: Store, { json = false }: CorrectOptions): number {
  const restored = restoreCorrections(store)
  if (json) printJson(restored)
  else if (restored.length === 0) print('The corrections file is complete.')
  else print(`${counted(restored.length, 'correction')} written again to ${correctionsPath(store.path)}.`)
  return 0
}

function listCorrections({ db, json = false }: CorrectOptions): number {
  const store = openStore(db, { readonly: true })
  try {
    const rows = store.rows('corrections')
    if (json) printJson(rows)
    else print(correctionList(rows, correctionsPath(store.path) ?? db, databaseFlag(db)))
    return countWaiting(rows) > 0 ? 1 : 0
  } finally {
    store.close()
  }
}

/** Whether a note is in the database that this settles. */
function isSettled(store: Store, { targetId, field: rule, extracted: note }: CorrectionRow): boolean {
  const sql = 'SELECT 1 FROM diagnostics WHERE document_id = ? AND rule = ? AND (? IS NULL OR note = ?) LIMIT 1'
  return store.query(sql, targetId, rule, note, note).length > 0
}

function tellDone(store: Store, rows: readonly CorrectionRow[], { db, json }: CorrectOptions): void {
  const [first] = rows
  if (!first) throw new UsageError('There is nothing to correct.')
  if (json) {
    printJson(rows)
    return
  }
  for (const row of rows) print([row.targetId, changeInWords(row)].filter(Boolean).join(': '))
  if (first.action === 'settle' && !isSettled(store, first)) print('There is no such note now. A later one will be settled.')
  const database = databaseFlag(db)
  print(`Written to ${correctionsPath(store.path)} as ${first.correctionId}, by ${first.by}.`)
  print(`To undo it: scrutineer correct --undo ${first.correctionId}${database}`)
  const waiting = countWaiting(store.rows('corrections'))
  if (waiting) print(`${counted(waiting, 'correction')} waiting for you: scrutineer correct --list${database}`)
}
