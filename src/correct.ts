import { createHash, randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { type Correction, type CorrectionDraft, type CorrectionRow, correctionSchema, WAITING_STATES } from '../schema/corrections.ts'
import { StoreError, UsageError } from '../schema/errors.ts'
import { appendCorrections, correctionsPath } from './corrections/correction-file.ts'
import { undoneIds } from './corrections/standing.ts'
import { describeTargets } from './describe-targets.ts'
import { storedCorrections } from './linker.ts'
import { systemWords } from './reading/system-words.ts'
import { relinkWithMore } from './relink.ts'
import { checkFields } from './settable-fields.ts'
import { toStoreError } from './store/open-store.ts'
import type { Store } from './store/store.ts'

/** Who says so, and why. */
export interface Signature {
  by: string
  why: string | null
}

/**
 * Writes a correction to the file beside the database and carries it out. Gives what became of it, a row a field. Throws
 * `UsageError`, with nothing written, where what it is about is not there or its words do not fit.
 */
export function correct(store: Store, draft: CorrectionDraft, signature: Signature): CorrectionRow[] {
  if (draft.action === 'set') checkFields(store, draft)
  if (draft.action === 'undo') return undoCorrections(store, [draft.target], signature)
  return carryOut(store, [draft], signature)
}

/** Takes corrections back, all or none. Throws `UsageError` as `correct` does. */
export function undoCorrections(store: Store, targets: readonly string[], signature: Signature): CorrectionRow[] {
  for (const target of targets) checkUndo(store, target)
  return carryOut(
    store,
    targets.map((target) => ({ action: 'undo', target })),
    signature,
  )
}

/** The id of the last correction that was not taken back, undoings aside; null where there is none. */
export function lastCorrection(store: Store): string | null {
  const corrections = storedCorrections(store)
  const undone = undoneIds(corrections)
  return corrections.findLast(({ id, action }) => action !== 'undo' && !undone.has(id))?.id ?? null
}

/** Throws `UsageError` where there is no such correction, or it is taken back already. */
function checkUndo(store: Store, target: string): void {
  const corrections = storedCorrections(store)
  if (!corrections.some(({ id }) => id === target))
    throw new UsageError(`There is no correction ${target}. "scrutineer correct --list" shows what there is.`)
  if (undoneIds(corrections).has(target)) throw new UsageError(`${target} is already undone. Nothing was changed.`)
}

/**
 * Carries a correction that waits over to `to`, or to what it most likely is about now: the same is said about that, and the former is
 * undone. Where `to` is the id that it names already, it holds of what this stands for now. Throws `UsageError` where there is no such
 * correction, or nothing that it most likely is about.
 */
export function moveCorrection(store: Store, correctionId: string, to: string | null, signature: Signature): CorrectionRow[] {
  const { drafts, why } = movedCorrection(store, correctionId, to)
  return carryOut(store, drafts, { ...signature, why: signature.why ?? why })
}

/** The drafts by which a correction that waits is carried over, and why it was made. Throws `UsageError` as `moveCorrection` does. */
export function movedCorrection(
  store: Store,
  correctionId: string,
  to: string | null,
): { drafts: [CorrectionDraft, CorrectionDraft]; why: string | null } {
  const former = storedCorrections(store).find(({ id }) => id === correctionId)
  const waiting = store.corrections().find((row) => row.correctionId === correctionId && WAITING_STATES.includes(row.state))
  if (!former || !waiting)
    throw new UsageError(`${correctionId} is not a correction that waits. "scrutineer correct --list" shows which do.`)
  const goal = to ?? waiting.suggestedId
  if (goal === null)
    throw new UsageError(
      `Nothing in the archive is like the old target of ${correctionId}. Name the new one: scrutineer correct move ${correctionId} ID`,
    )
  const said = Object.entries(former).filter(([name]) => !SIGNED_FIELDS.includes(name))
  const moved = said.map(([name, value]) => [name, ID_FIELDS.includes(name) && value === waiting.aboutId ? goal : value] as const)
  return { drafts: [Object.fromEntries(moved) as CorrectionDraft, { action: 'undo', target: correctionId }], why: former.why }
}

/** What a correction says besides its draft. */
const SIGNED_FIELDS = ['id', 'at', 'by', 'why', 'about', 'was']
/** Where a correction names what it is about. */
const ID_FIELDS = ['target', 'to', 'from', 'into']

/** Signs drafts, writes them and carries them out, all or none; gives what became of the first. */
function carryOut(store: Store, drafts: readonly CorrectionDraft[], signature: Signature): CorrectionRow[] {
  const [correction, ...others] = signAll(store, drafts, signature, storedCorrections(store))
  if (!correction) return []
  let rows: CorrectionRow[] = []
  return guarded(store, () => {
    relinkWithMore(store, [correction, ...others], (became) => {
      rows = became.filter(({ correctionId }) => correctionId === correction.id)
      if (rows.length === 0 || rows.some(({ state }) => WAITING_STATES.includes(state))) throw new UsageError(wordsOfGone(correction))
    })
    return rows
  })
}

/**
 * Only writes corrections to the file, made from those that there are, for a caller who links anew at the end: a whole archive takes
 * its time. Should that end never come, the next import carries them out.
 */
export function noteCorrections(
  store: Store,
  draft: (earlier: readonly Correction[]) => readonly CorrectionDraft[],
  signature: Signature,
): Correction[] {
  return guarded(store, () =>
    store.alone(() => {
      const earlier = storedCorrections(store)
      const path = correctionsPath(store.path)
      if (path === null) throw new UsageError('A database in memory keeps no corrections. Name a file with --db.')
      const added = signAll(store, draft(earlier), signature, earlier)
      if (added.length > 0) appendCorrections(path, added)
      return added
    }),
  )
}

function guarded<T>(store: Store, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      throw new StoreError(`${correctionsPath(store.path)} could not be written: ${systemWords(error)}.`, { cause: error })
    }
    throw toStoreError(error, store.path)
  }
}

/** Drafts as corrections, each after those before it, with what they are about. */
function signAll(store: Store, drafts: readonly CorrectionDraft[], signature: Signature, earlier: readonly Correction[]): Correction[] {
  const signed: Correction[] = []
  for (const draft of drafts) {
    const last = signed.at(-1) ?? earlier.at(-1)
    signed.push(sign({ ...draft, ...describeTargets(store, draft) }, signature, last))
  }
  return signed
}

/** The draft with its id, its time (after the last correction) and its name. */
function sign(draft: CorrectionDraft, { by, why }: Signature, last: Correction | undefined): Correction {
  const now = Math.max(Date.now(), last ? Date.parse(last.at) + 1 : 0)
  const id = `c-${createHash('sha256').update(randomUUID()).digest('hex').slice(0, 10)}`
  const parsed = correctionSchema.safeParse({ id, at: new Date(now).toISOString(), by, why, ...draft })
  if (!parsed.success) throw new UsageError(troubleOf(parsed.error.issues))
  return parsed.data
}

/** What does not fit, in our own words. */
function troubleOf(issues: readonly z.core.$ZodIssue[]): string {
  const [first] = issues
  const name = first?.path.map(String).join('.') || 'The correction'
  if (first?.code === 'too_small') return `${name} is empty. Say who or what is meant.`
  return first?.code === 'custom'
    ? `${name}: ${first.message}.`
    : `${name} does not fit. "scrutineer correct --help" shows how it is written.`
}

function wordsOfGone(correction: Correction): string {
  const other = 'to' in correction ? correction.to : 'into' in correction ? correction.into : 'from' in correction ? correction.from : null
  const named = [correction.target, other].filter((id) => id !== null).join(' or ')
  return `There is no ${named} here that this could be done to. "scrutineer check" and "scrutineer status --json" show ids.`
}
