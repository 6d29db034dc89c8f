import type { Block, Cell, Document } from '../../schema/document.ts'
import type { MadePaper } from './made-papers.ts'
import { truthRows } from './made-table.ts'

/** What came out of a paper's tables. */
export interface RowScore {
  name: string
  look: string
  sheet: string
  /** The rows that are printed, and those that came out cell by cell. */
  rows: number
  whole: number
  missing: string[][]
  /** Rows that came out and are not printed so. */
  strange: string[][]
}

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim()

function blockText(block: Block): string {
  if (block.type === 'table') return block.rows.flatMap((row) => row.map(cellText)).join(' ')
  return block.type === 'list-item' ? `${block.marker} ${block.passage.text}` : block.passage.text
}

const cellText = (cell: Cell) => folded(cell.blocks.map(blockText).join(' '))

/** The rows of a document's tables, each with the text of its cells by column; empty where none begins. */
export function readRows({ blocks }: Pick<Document, 'blocks'>): string[][] {
  return blocks.flatMap((block) =>
    block.type === 'table'
      ? block.rows.map((row) => {
          const texts = Array.from({ length: block.columns }, () => '')
          for (const cell of row) texts[cell.col] = cellText(cell)
          return texts
        })
      : [],
  )
}

/** Holds what was read of a paper against what is printed. A row is whole where the same cells are in the same columns. */
export function scoreRows(paper: MadePaper, document: Pick<Document, 'blocks'>): RowScore {
  const printed = paper.tables.flatMap(({ table }) => truthRows(table).map((row) => row.map(folded)))
  const left = new Map<string, string[][]>()
  for (const row of readRows(document)) {
    const key = JSON.stringify(row)
    left.set(key, [...(left.get(key) ?? []), row])
  }
  const missing = printed.filter((row) => left.get(JSON.stringify(row))?.pop() === undefined)
  const { name, look, sheet } = paper
  return { name, look, sheet, rows: printed.length, whole: printed.length - missing.length, missing, strange: [...left.values()].flat() }
}

/** The share of whole rows. */
export function shareOf(scores: readonly RowScore[]): number {
  const sum = (of: (score: RowScore) => number) => scores.reduce((total, score) => total + of(score), 0)
  return (
    sum(({ whole }) => whole) /
    Math.max(
      1,
      sum(({ rows }) => rows),
    )
  )
}
