import type { Row } from '../store/database.ts'
import { changeInWords } from './correction-words.ts'
import { counted, styled, words, wrapped } from './screen.ts'

const STATES: Record<string, string> = {
  applied: 'holds',
  target_gone: 'WHAT IT IS ABOUT IS GONE',
  replaced: 'a later one took its place',
  undone: 'undone',
}
const LONGEST_VALUE = 120

/** All corrections in words, the oldest first. */
export function correctionList(rows: readonly Row[], path: string): string {
  if (!rows.length) return `No corrections. "scrutineer correct --help" shows how to make one; they are kept in ${path}.`
  const blocks = [...Map.groupBy(rows, (row) => row.correction_id)].map(([id, same]) => correctionBlock(String(id), same))
  const gone = new Set(rows.filter(({ state }) => state === 'target_gone').map((row) => row.correction_id)).size
  const total = counted(blocks.length, 'correction')
  return [...blocks, `${total} in ${path}${gone ? `, ${gone} about what is not there any more` : ''}`].join('\n\n')
}

function correctionBlock(id: string, rows: readonly Row[]): string {
  const [first] = rows
  if (!first) return ''
  const lines = [
    `${styled('bold', id)}  ${String(first.at).slice(0, 16).replace('T', ' ')}  ${first.by}${first.why ? `: ${first.why}` : ''}`,
  ]
  lines.push(wrapped(`${words(String(first.action))} ${first.target_id}`, 2))
  for (const row of rows) {
    const { state } = row
    const change = changeInWords(row, LONGEST_VALUE)
    const colour = state === 'applied' ? 'green' : state === 'target_gone' ? 'red' : 'dim'
    lines.push(wrapped(`${change && `${change}. `}${styled(colour, STATES[String(state)] ?? String(state))}`, 4))
  }
  return lines.join('\n')
}
