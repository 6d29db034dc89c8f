import { type CorrectionState, WAITING_STATES } from '../../schema/corrections.ts'
import type { Row } from '../store/database.ts'
import { changeInWords } from './correction-words.ts'
import { counted, styled, words, wrapped } from './screen.ts'

const STATES: Record<string, string> = {
  applied: 'applied',
  target_gone: 'WAITS: its target is gone',
  target_changed: 'WAITS: its target changed',
  replaced: 'replaced by a later one',
  undone: 'undone',
}
const LONGEST_VALUE = 120

/** Whether a correction waits for a person, by its row. */
function isWaiting({ state }: Row): boolean {
  return WAITING_STATES.includes(state as CorrectionState)
}

/** How many of the corrections of these rows wait. */
export function countWaiting(rows: readonly Row[]): number {
  return new Set(rows.filter(isWaiting).map(({ correction_id: id }) => id)).size
}

/** All corrections in words, the oldest first; `database` is what commands need to name it. */
export function correctionList(rows: readonly Row[], path: string, database: string): string {
  if (!rows.length) return `No corrections. "scrutineer correct --help" shows how to make one; they are kept in ${path}.`
  const blocks = [...Map.groupBy(rows, (row) => row.correction_id)].map(([id, same]) => correctionBlock(String(id), same, database))
  const waiting = countWaiting(rows)
  const total = counted(blocks.length, 'correction')
  return [...blocks, `${total} in ${path}${waiting ? `, ${waiting} waiting` : ''}`].join('\n\n')
}

function correctionBlock(id: string, rows: readonly Row[], database: string): string {
  const [first] = rows
  if (!first) return ''
  const lines = [
    `${styled('bold', id)}  ${String(first.at).slice(0, 16).replace('T', ' ')}  ${first.by}${first.why ? `: ${first.why}` : ''}`,
  ]
  lines.push(wrapped(`${words(String(first.action))} ${first.target_id}`, 2))
  for (const row of rows) {
    const { state } = row
    const change = changeInWords(row, LONGEST_VALUE)
    const colour = state === 'applied' ? 'green' : isWaiting(row) ? 'red' : 'dim'
    lines.push(wrapped(`${change && `${change}. `}${styled(colour, STATES[String(state)] ?? String(state))}`, 4))
  }
  if (isWaiting(first)) lines.push(...waitingLines(first, database))
  return lines.join('\n')
}

/** Of a correction that waits: what it was about, what it most likely is about now, and what can be done. */
export function waitingLines(
  { correction_id: id, about_id: aboutId, about, suggested_id: suggested, state }: Row,
  database: string,
): string[] {
  const was = about === null ? [] : [`${aboutId} was: “${about}”`]
  const now = suggested === null ? [] : [`the likeliest new target is ${suggested}`]
  const asItIs =
    state === 'target_changed' ? [`to apply it to that id all the same: scrutineer correct move ${id} ${aboutId}${database}`] : []
  const carry = suggested === null ? `scrutineer correct move ${id} ID` : `scrutineer correct move ${id}`
  return [...was, ...now, `to move it: ${carry}${database}`, ...asItIs, `to undo it: scrutineer correct --undo ${id}${database}`].map(
    (text) => wrapped(text, 4),
  )
}
