import { foldWords } from '../../parsers/recognise/fold.ts'
import type { Correction, CorrectionOf, CorrectionRow, CorrectionState } from '../../schema/corrections.ts'
import { meaningAndCouncil } from '../../schema/taught-words.ts'

/** What corrections come to while they are carried out: which of them are, and the rows that are about each. */
export class Standing {
  readonly rows: CorrectionRow[] = []
  readonly #standing: Correction[] = []

  /** `corrections` in the order of their times. */
  constructor(corrections: readonly Correction[]) {
    const undone = undoneIds(corrections)
    const last = lastOfEach(corrections.filter(({ id }) => !undone.has(id)))
    const ids = new Set(corrections.map(({ id }) => id))
    const isOut = ofForgotten(corrections.filter(({ id }) => !undone.has(id)))
    for (const correction of corrections) {
      if (undone.has(correction.id)) this.#told(correction, 'undone')
      else if (correction.action === 'undo') this.tell(correction, null, null, null, ids.has(correction.target) ? 'applied' : 'target_gone')
      else if (isOut(correction)) this.#told(correction, 'replaced')
      else if (correction.action === 'set') this.#standFields(correction, last)
      else if (last.get(subjectOf(correction)) === correction.id) this.#standing.push(correction)
      else this.#told(correction, 'replaced')
    }
  }

  /** The corrections of one kind that are, in the order of their times. */
  of<Action extends Correction['action']>(...actions: Action[]): CorrectionOf<Action>[] {
    return this.#standing.filter((correction): correction is CorrectionOf<Action> => (actions as string[]).includes(correction.action))
  }

  /** Records what became of one field that a correction is about. */
  tell(correction: Correction, field: string | null, extracted: string | null, corrected: string | null, state: CorrectionState): void {
    const { id, at, by, why, action, target } = correction
    const waits = { aboutId: null, about: null, suggestedId: null }
    this.rows.push({ correctionId: id, at, by, why, action, targetId: target, field, extracted, corrected, state, ...waits })
  }

  /** Records that what a correction is about is not there: what it names by this id. */
  tellGone(correction: Correction, id: string = correction.target): void {
    this.#waits(correction, id, 'target_gone')
  }

  /** Records that an id which a correction names is not any more for what it was about; `extracted` is by field what is read now. */
  tellChanged(correction: Correction, id: string, extracted: Readonly<Record<string, string | null>> = {}): void {
    this.#waits(correction, id, 'target_changed', extracted)
  }

  #waits(correction: Correction, aboutId: string, state: CorrectionState, extracted: Readonly<Record<string, string | null>> = {}): void {
    const first = this.rows.length
    this.#told(correction, state)
    const about = correction.about?.find(({ id }) => id === aboutId)?.words ?? null
    for (const row of this.rows.slice(first))
      Object.assign(row, { aboutId, about, extracted: (row.field !== null && extracted[row.field]) || null })
  }

  /** Of a `set`, the fields that no later one sets. */
  #standFields(correction: CorrectionOf<'set'>, last: ReadonlyMap<string, string>): void {
    const fields = Object.entries(correction.fields)
    const standing = fields.filter(([field]) => last.get(`set ${correction.target} ${field}`) === correction.id)
    if (standing.length) this.#standing.push({ ...correction, fields: Object.fromEntries(standing) })
    for (const [field, value] of fields) {
      if (!standing.some(([name]) => name === field)) this.tell(correction, field, null, value, 'replaced')
    }
  }

  #told(correction: Correction, state: CorrectionState): void {
    for (const [field, corrected] of wordsOf(correction)) this.tell(correction, field, null, corrected, state)
  }
}

/** The undone; an undoing that is undone itself does not count. Each comes after what it undoes. */
export function undoneIds(corrections: readonly Correction[]): Set<string> {
  const undone = new Set<string>()
  for (const { action, id, target } of corrections.toReversed()) if (action === 'undo' && !undone.has(id)) undone.add(target)
  return undone
}

/** Whether a correction is about what is in a paper that is taken out: it waits for nobody while that is so. */
function ofForgotten(corrections: readonly Correction[]): (correction: Correction) => boolean {
  const forgotten = new Set(corrections.flatMap(({ action, target }) => (action === 'forget' ? [target] : [])))
  return ({ action, target }) => action !== 'forget' && forgotten.has(target.split('/')[0] ?? target)
}

const isResolution = (entityId: string): boolean => entityId.split('/')[1] === 'resolution'

/** What a correction decides: of two that decide the same, the later holds. */
function subjectOf(correction: Correction): string {
  const { action, target } = correction
  // A resolution may decide several recommendations; anything else is of one.
  if (action === 'link' && isResolution(target)) return `link ${target} ${correction.to}`
  if (action === 'link' || (action === 'unlink' && correction.from === null)) return `link ${target}`
  if (action === 'unlink') return `unlink ${target} ${correction.from}`
  if (action === 'teach') return `teach ${correction.kind} ${foldWords(target)} ${foldWords(correction.council ?? '')}`
  if (action === 'forget') return `forget ${target}`
  if (action === 'settle') return `settle ${target} ${correction.rule} ${correction.note}`
  return `${action} ${target} ${correction.id}`
}

function lastOfEach(corrections: readonly Correction[]): Map<string, string> {
  const last = new Map<string, string>()
  for (const correction of corrections) {
    if (correction.action === 'set')
      for (const field of Object.keys(correction.fields)) last.set(`set ${correction.target} ${field}`, correction.id)
    else last.set(subjectOf(correction), correction.id)
  }
  return last
}

/** The fields that a correction mentions, and what it says, as far as that can be told without its target. */
function wordsOf(correction: Correction): [field: string | null, corrected: string | null][] {
  switch (correction.action) {
    case 'set':
      return Object.entries(correction.fields)
    case 'link':
      return [[null, correction.to]]
    case 'merge':
      return [['review_id', correction.into]]
    case 'part':
      return [['review_id', correction.title]]
    case 'settle':
      return [[correction.rule, correction.note]]
    case 'forget':
      return [[null, correction.path]]
    case 'teach':
      return [[correction.kind, meaningAndCouncil(correction)]]
    default:
      return [[null, null]]
  }
}
