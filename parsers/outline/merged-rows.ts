import { type Block, type Cell, cellPassage, type Table } from '../../schema/document.ts'

/** Two cells may say the same by chance. */
const FEWEST_CELLS = 3
/** A mark, a letter or a number may fill a row. */
const WORDS = /\p{L}{3,}/u

/**
 * Tables with their merged rows whole. Converters that know no merged cells print what is in one again in each of its
 * places: a row whose cells all say the same, its number too, is one cell across the table.
 */
export function withMergedRows(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (block.type === 'table' && block.rows.some(isRepeated(block)) ? mergedRows(block) : block))
}

function mergedRows(table: Table): Table {
  const repeated = isRepeated(table)
  const across = (row: Cell[]) => row.slice(0, 1).map((cell): Cell => ({ ...cell, colSpan: table.columns }))
  return { ...table, rows: table.rows.map((row) => (repeated(row) ? across(row) : row)) }
}

const isRepeated =
  ({ columns }: Table) =>
  (row: readonly Cell[]): boolean => {
    if (row.length < FEWEST_CELLS || row.length < columns) return false
    const [first, ...others] = row.map((cell) => cellPassage(cell).text)
    return first !== undefined && WORDS.test(first) && others.every((text) => text === first)
  }
