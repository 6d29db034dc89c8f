import { colourName } from '../../schema/colours.ts'
import { type Cell, cellPassage, type Table } from '../../schema/document.ts'

/**
 * A table without the colours that are its ground and no value of a cell: of every second row or of all, and of a whole
 * column with its heading. `headerRows` are the indices of its heading rows.
 *
 * A cell says something by its colour only where it stands out from what is around it. A row's colour is that of its words. Rows in
 * several colours that do not take turns say by it the status, and keep theirs.
 */
export function withoutGroundShades(table: Table, headerRows: ReadonlySet<number>): Table {
  const shades = table.rows.map((row, at) => (headerRows.has(at) ? null : shadeOf(row)))
  const isTelling = areTelling(shades.filter((_, at) => !headerRows.has(at) && worded(table.rows[at] ?? []).length > 1))
  const columns = shadedColumns(table, headerRows)
  if (columns.size === 0 && (isTelling || shades.every((shade) => shade === null))) return table
  const isGround = ({ row, col, fill }: Cell) =>
    fill !== null && !headerRows.has(row) && (columns.get(col) === fill || (!isTelling && shades[row] === fill))
  const rows = table.rows.map((row, at) =>
    row.map((cell) => (isGround({ ...cell, row: at }) && cell.blocks.length === 0 ? { ...cell, fill: null } : cell)),
  )
  return { ...table, rows }
}

const worded = (row: readonly Cell[]) => row.filter(({ blocks }) => blocks.length > 0)

/** The colour that most of a row's words are on, the longest among them; null where that is the page's. */
function shadeOf(row: readonly Cell[]): string | null {
  const cells = worded(row)
  const [longest] = cells.toSorted((a, b) => cellPassage(b).text.length - cellPassage(a).text.length)
  if (!longest?.fill) return null
  return cells.filter(({ fill }) => fill === longest.fill).length * 2 > cells.length ? longest.fill : null
}

/** Whether the colours of whole rows (a heading between rows has words in one cell only, and is not one of them) say the status: several that have a name, and not by turns as banding has them. */
function areTelling(shades: readonly (string | null)[]): boolean {
  const names = shades.map((shade) => (shade === null ? null : colourName(shade)))
  const several = new Set(names.filter((name) => name !== null && name !== 'grey')).size > 1
  return several && names.some((name, at) => at >= 2 && name !== names[at - 2])
}

/** The columns whose every cell has the colour of their heading, with that colour. */
function shadedColumns(table: Table, headerRows: ReadonlySet<number>): Map<number, string> {
  const shaded = new Map<number, string>()
  for (const at of headerRows)
    for (const { col, fill } of table.rows[at] ?? []) {
      const cells = table.rows.flatMap((row, index) => (headerRows.has(index) ? [] : (row.find((cell) => cell.col === col) ?? [])))
      if (fill !== null && cells.length > 0 && cells.every((cell) => cell.fill === fill)) shaded.set(col, fill)
    }
  return shaded
}
