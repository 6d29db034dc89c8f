import { type Cell, cellPassage, type Table } from '../../schema/document.ts'
import type { Entry } from '../outline/outline.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'

/** So many cards with the same labels are the rows of a table, and each has so many labels at least. */
const FEWEST_CARDS = 2
const FEWEST_LABELS = 3
/** A label is no longer, in words. */
const LONGEST_LABEL = 10
/** This share of a card's labels are those of the first. */
const SAME_LABELS = 0.7

/**
 * The entries with cards that are tables of labels and values as one table: a row for each card, headed by the labels. A
 * form is a table turned on its side, so that what its labels mean can be read from all that follows them, as with columns.
 * Null where no two tables have the same labels.
 */
export function withCardsAsRows(entries: readonly Entry[]): Entry[] | null {
  const first = entries.findIndex((entry) => entry.type === 'table' && isCard(entry.table))
  const opener = entries[first]
  if (opener?.type !== 'table') return null
  const labels = labelsOf(opener.table)
  const isAlike = (entry: Entry): entry is Extract<Entry, { type: 'table' }> =>
    entry.type === 'table' && isCard(entry.table) && shares(labelsOf(entry.table), labels)
  const cards = entries.filter(isAlike)
  if (cards.length < FEWEST_CARDS) return null
  const table = turned(cards.map((card) => card.table))
  return entries.flatMap((entry): Entry[] => (entry === opener ? [{ ...opener, table }] : isAlike(entry) ? [] : [entry]))
}

const cellAt = (row: readonly Cell[], col: number): Cell | undefined => row.find((cell) => cell.col === col)
const labelAt = (row: readonly Cell[]): string => {
  const cell = cellAt(row, 0)
  return cell ? foldWords(bareLabel(cellPassage(cell).text)) : ''
}
const labelsOf = ({ rows }: Table): string[] => rows.map(labelAt)

/** Whether a table is of labels and values: two columns, and short words that differ in the first. */
function isCard(table: Table): boolean {
  const labels = labelsOf(table)
  const short = (label: string) => label !== '' && label.split(' ').length <= LONGEST_LABEL
  return table.columns === 2 && labels.length >= FEWEST_LABELS && labels.every(short) && new Set(labels).size === labels.length
}

const shares = (labels: readonly string[], others: readonly string[]): boolean =>
  labels.filter((label) => others.includes(label)).length >= SAME_LABELS * Math.max(labels.length, others.length)

/** Cards as the rows of one table below their labels. */
function turned(cards: readonly Table[]): Table {
  const heads = new Map<string, Cell>()
  for (const { rows } of cards)
    for (const row of rows) {
      const cell = cellAt(row, 0)
      if (cell && !heads.has(labelAt(row))) heads.set(labelAt(row), { ...cell, row: 0, col: heads.size, colSpan: 1, rowSpan: 1 })
    }
  const body = cards.map(({ rows }, at) =>
    rows.flatMap((row): Cell[] => {
      const [head, value] = [heads.get(labelAt(row)), cellAt(row, 1)]
      return head && value ? [{ ...value, row: at + 1, col: head.col, colSpan: 1, rowSpan: 1 }] : []
    }),
  )
  const rows = [[...heads.values()], ...body.map((row) => row.sort((a, b) => a.col - b.col))]
  return { type: 'table', columns: heads.size, rows, headerRows: 1, places: cards.flatMap(({ places }) => places) }
}
