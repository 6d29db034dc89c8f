import type { Random } from '../bench/link/random.ts'
import type { Field } from '../bench/link/words.ts'
import { pickColumns, writeNote, writeNumber, writeTheme } from './table-words.ts'

/** A cell of a made-up table. Its paragraphs are parted by line breaks. */
export interface MadeCell {
  row: number
  col: number
  rowSpan: number
  colSpan: number
  text: string
  look: 'plain' | 'bold' | 'italic'
}

/** A made-up table: every place is covered by one cell. */
export interface MadeTable {
  /** Shares of the width. */
  widths: number[]
  rows: number
  /** So many of the rows are its heading. */
  headRows: number
  cells: MadeCell[]
}

/** What a table is to have beside plain rows. */
export interface TableTraits {
  columns: number
  rows: number
  /** A label before the recommendation, which goes on over several rows where `merged`. */
  labelled: boolean
  merged: boolean
  themes: boolean
  twoHeads: boolean
  noteUnderHead: boolean
}

/** A table of made-up words. */
export function makeTable(traits: TableTraits, field: Field, random: Random): MadeTable {
  const columns = pickColumns(traits.columns, traits.labelled, random)
  const number = writeNumber(random)
  const cells: MadeCell[] = []
  const add = (cell: Pick<MadeCell, 'row' | 'col' | 'text'> & Partial<MadeCell>) =>
    cells.push({ rowSpan: 1, colSpan: 1, look: 'plain', ...cell })
  const whole = (row: number, text: string, look: MadeCell['look']) => add({ row, col: 0, colSpan: columns.length, text, look })
  const heads = columns.map(({ heads }) => random.pick(heads))
  // A head of two rows has one word over the last two columns.
  const grouped = traits.twoHeads ? columns.length - 2 : columns.length
  heads.forEach((text, col) => {
    if (col < grouped) add({ row: 0, col, rowSpan: traits.twoHeads ? 2 : 1, text, look: 'bold' })
    else add({ row: 1, col, text, look: 'bold' })
  })
  if (traits.twoHeads)
    add({ row: 0, col: grouped, colSpan: 2, text: random.pick(['Delivery', 'Position at year end', 'Monitoring']), look: 'bold' })
  const headRows = traits.twoHeads ? 2 : 1
  let row = headRows
  if (traits.noteUnderHead) whole(row++, writeNote(random), 'italic')
  let left = 0
  for (let count = 0; count < traits.rows; count++) {
    if (traits.themes && left === 0 && (count === 0 || random.chance(0.25))) whole(row++, writeTheme(random, field), 'bold')
    const covered = left > 0
    if (covered) left--
    columns.forEach(({ write, empty }, col) => {
      if (col === 0 && covered) return
      const merge = col === 0 && traits.merged && random.chance(0.6) ? Math.min(random.int(2, 3), traits.rows - count) : 1
      if (merge > 1) left = merge - 1
      const text = col === 0 && !traits.labelled ? number(count + 1) : random.chance(empty) ? '' : write(random, field, count)
      add({ row, col, rowSpan: merge, text, look: col === 0 && traits.labelled ? 'bold' : 'plain' })
    })
    row++
  }
  return { widths: columns.map(({ width: [least, most] }) => random.int(least, most)), rows: row, headRows, cells }
}

/** The rows that are printed, each with the text of its cells by column; empty where none begins. */
export function truthRows(table: Pick<MadeTable, 'widths' | 'rows' | 'cells'>): string[][] {
  const rows = Array.from({ length: table.rows }, () => table.widths.map(() => ''))
  for (const cell of table.cells) {
    const row = rows[cell.row]
    if (row) row[cell.col] = cell.text
  }
  return rows
}

/** The columns of a table from one to another, as a sheet that is wider than its paper is printed. No cell may cross the cut. */
export function columnsFrom(table: MadeTable, from: number, to: number): MadeTable {
  const inside = table.cells.filter(({ col }) => col >= from && col < to)
  return { ...table, widths: table.widths.slice(from, to), cells: inside.map((cell) => ({ ...cell, col: cell.col - from })) }
}
