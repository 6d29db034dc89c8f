import type { Row } from '../store/database.ts'
import type { Archive } from './archive.ts'
import { papersInOrder } from './paper-order.ts'
import { rowText } from './rows.ts'
import { counted } from './words.ts'

/** Where a recommendation can be: the statuses of the contract, and for those that no paper grades what was decided. */
export const STANDINGS = {
  achieved: { words: 'achieved', sign: '✓' },
  partly_achieved: { words: 'partly achieved', sign: '◐' },
  on_track: { words: 'on track', sign: '→' },
  not_started: { words: 'not started', sign: '○' },
  agreed: { words: 'agreed but not graded', sign: '…' },
  referred: { words: 'referred', sign: '↗' },
  deferred: { words: 'deferred', sign: '⏲' },
  noted: { words: 'noted', sign: '·' },
  not_known: { words: 'not known', sign: '?' },
  slipped: { words: 'slipped', sign: '!' },
  stalled: { words: 'stalled', sign: '‖' },
  not_achieved: { words: 'not achieved', sign: '✕' },
  superseded: { words: 'superseded', sign: '↷' },
  withdrawn: { words: 'withdrawn', sign: '−' },
  rejected: { words: 'rejected', sign: '⊘' },
  conclusion: { words: 'conclusion', sign: '§' },
} as const

/** The name of a standing, in the order in which bars show them. */
export type Standing = keyof typeof STANDINGS
/** Every standing, in the order of bars. */
export const STANDING_NAMES = Object.keys(STANDINGS) as Standing[]

/** Nothing is to be done under these, or nothing more. */
const CLOSED: ReadonlySet<Standing> = new Set(['achieved', 'superseded', 'withdrawn', 'rejected', 'conclusion'])
/** What was decided that is a standing of its own. */
const DECIDED: readonly Standing[] = ['referred', 'deferred', 'noted', 'rejected']
/** By the latest word, what was promised did not come, or not in time. */
const GRAVE: ReadonlySet<Standing> = new Set(['slipped', 'stalled', 'not_achieved'])
const AGREED: ReadonlySet<string> = new Set(['agreed', 'agreed_in_part', 'agreed_in_principle', 'amended'])

/** A due date that one paper gives and a later one moves. */
export interface Move {
  from: { day: string; text: string; documentId: string }
  to: { day: string; text: string; documentId: string }
}

/** The status of a recommendation by a day: its standing, whether that is grave (slipped, stalled or not achieved), whether its date has passed without word that it is done, and how its date moved. */
export interface Stand {
  standing: Standing
  isGrave: boolean
  overdue: boolean
  /** Overdue or grave. */
  notKept: boolean
  move: Move | null
}

/**
 * Whether a row is a conclusion that nobody is to do anything about. A conclusion promises nothing, so it is counted apart; where a paper
 * says who is to act on it, by when, or what came of it, it is followed as a recommendation is.
 */
export function isConclusion(row: Row): boolean {
  return (
    row.kind === 'conclusion' && [row.status, row.responsible, row.due_text, row.latest_update].every((value) => rowText(value) === null)
  )
}

/** The same as a condition on the view `recommendations`. */
export const IS_CONCLUSION = "kind = 'conclusion' AND coalesce(status, responsible, due_text, latest_update) IS NULL"

/** "36 recommendations", "36 recommendations and 4 conclusions". */
export function countedByKind(rows: readonly Row[]): string {
  const conclusions = rows.filter(isConclusion).length
  const recommendations = counted(rows.length - conclusions, 'recommendation')
  return conclusions > 0 ? `${recommendations} and ${counted(conclusions, 'conclusion')}` : recommendations
}

/** The standing that the latest status, or else the outcome, gives. */
export function standingOf(row: Row): Standing {
  if (isConclusion(row)) return 'conclusion'
  const status = rowText(row.status)
  if (status !== null && status in STANDINGS) return status as Standing
  const outcome = rowText(row.outcome) ?? ''
  if (AGREED.has(outcome)) return 'agreed'
  return DECIDED.find((decided) => decided === outcome) ?? 'not_known'
}

/** Whether the last day that a recommendation's date can mean is before `today`, an ISO day, and something is still to be done. */
export function isOverdue(row: Row, today: string): boolean {
  const due = rowText(row.due_to)
  return due !== null && due < today && !isClosed(row)
}

/** Whether nothing more is to be done for a recommendation. */
export function isClosed(row: Row): boolean {
  return CLOSED.has(standingOf(row))
}

/** What a resolution decides of one recommendation: one that decides several by reference may agree to some and reject others. */
export function outcomeFor(resolution: Row, recommendation: Row): string | null {
  const byReference = resolution.recommendation_id == null && resolution.resolution_id === recommendation.resolution_id
  return rowText((byReference ? recommendation : resolution).outcome)
}

/** The status of a recommendation as of `today`, an ISO day. */
export function standOf(archive: Archive, row: Row, today: string): Stand {
  const standing = standingOf(row)
  const [isGrave, overdue] = [GRAVE.has(standing), isOverdue(row, today)]
  return {
    standing,
    isGrave,
    overdue,
    notKept: isGrave || overdue,
    move: dateMove(archive, String(row.recommendation_id)),
  }
}

/**
 * From the first due date that the papers give to the last, where one lies wholly after or before the other: "July
 * 2021" after "1st July 2021" is the same date stated less exactly.
 */
function dateMove(archive: Archive, id: string): Move | null {
  const commitments = archive.commitments.get(id) ?? []
  const order = papersInOrder(
    commitments.map((row) => archive.document.get(String(row.document_id))).filter((paper) => paper !== undefined),
  )
  const dated = order.flatMap((paper) => commitments.filter((row) => row.document_id === paper.document_id && rowText(row.due_to)))
  const first = dated[0]
  const last = dated.at(-1)
  if (!first || !last) return null
  const later = String(last.due_from ?? last.due_to) > String(first.due_to)
  const earlier = String(last.due_to) < String(first.due_from ?? first.due_to)
  if (!later && !earlier) return null
  const end = (row: Row): Move['from'] => ({
    day: String(row.due_to),
    text: rowText(row.due_text) ?? String(row.due_to),
    documentId: String(row.document_id),
  })
  return { from: end(first), to: end(last) }
}

/** How many recommendations are where. */
export type Tally = Partial<Record<Standing, number>>

/** Counts the standings of rows; conclusions are nowhere. */
export function tallyOf(rows: readonly Row[]): Tally {
  const tally: Tally = {}
  for (const row of rows) {
    const standing = standingOf(row)
    if (standing === 'conclusion') continue
    tally[standing] = (tally[standing] ?? 0) + 1
  }
  return tally
}

/** Every standing that a tally has, with how many are so. */
export function tallyEntries(tally: Tally): [Standing, number][] {
  return STANDING_NAMES.flatMap((name) => (tally[name] ? [[name, tally[name]] as [Standing, number]] : []))
}

/** "4 achieved, 2 slipped". */
export function tallyWords(tally: Tally): string {
  return tallyEntries(tally)
    .map(([name, count]) => `${count} ${STANDINGS[name].words}`)
    .join(', ')
}
