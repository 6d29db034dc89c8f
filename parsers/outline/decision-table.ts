import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import { readOpener } from '../recognise/openers.ts'
import { rememberingParts } from '../recognise/remember.ts'

/** A row of a table of decisions: what was decided, under what it is about. */
export interface DecisionRow {
  subject: Cell
  decision: Cell
}

/** Verbs that open a resolution and are not an answer to anybody: "Agreed" in a column may be one. */
const RESOLVING: ReadonlySet<string> = new Set(['resolved', 'decided', 'determined', 'ordered'])
const FEWEST_ROWS = 2
const LONGEST_OPENER = 200

/**
 * The rows of a table in which a notice sets out decisions, one an item, with its subject before it; null for any other table.
 * Each of its rows below the heading opens in the same column as minutes do, "RESOLVED – That …", and some may but pass on,
 * "RECOMMENDED to Council that …"; a plan or a response has a column of recommendations or actions besides.
 */
export const readDecisionTable = rememberingParts((table: Table): DecisionRow[] | null => decisionRows(table))

function decisionRows({ rows, columns }: Table): DecisionRow[] | null {
  const [head, ...below] = rows
  if (!head || columns < 2 || below.length < FEWEST_ROWS) return null
  const col = below.flatMap((row) => row.filter((cell) => openingVerb(cell) !== null))[0]?.col
  if (!col) return null
  const opening = below.map((row) => row.find((cell) => cell.col === col)).map((cell) => (cell ? openingVerb(cell) : null))
  if (opening.includes(null) || !opening.some((verb) => verb !== null && RESOLVING.has(verb))) return null
  if (head.some((cell) => /\brecommendations?\b|\bactions?\b/iu.test(cellPassage(cell).text))) return null
  return below.flatMap((row) => {
    const decision = row.find((cell) => cell.col === col)
    const subject = row.findLast((cell) => cell.col < col && cell.blocks.length > 0)
    return decision && subject ? [{ subject, decision }] : []
  })
}

/** The word in capitals by which a cell opens what was decided; null where none does. */
function openingVerb(cell: Cell): string | null {
  if (cell.col === 0) return null
  const opener = readOpener(cellPassage(cell).text.slice(0, LONGEST_OPENER))
  return opener?.start === 0 && opener.text.startsWith(opener.verb.toUpperCase()) ? opener.verb : null
}
