import { colourName } from '../../schema/colours.ts'
import { type Block, blockPassages, type Document } from '../../schema/document.ts'
import { sheetNames } from '../../schema/sheet-cells.ts'

/** A sheet as it was read: the rows and cells that hold something. */
export interface ShownSheet {
  /** Null for a file that is one sheet. */
  name: string | null
  rows: ShownRow[]
}

/** A row of a sheet. `number` counts from 0, as columns do. */
interface ShownRow {
  number: number
  cells: { column: number; text: string }[]
}

/** Where a cell's text is in the source; both undefined for a cell of nothing but a colour. */
interface FoundCell {
  from?: number
  to?: number
  /** Of its ground, in a word. */
  colour?: string
}

/** The sheets of a document; null for one that is not one. A cell without words says its colour. */
export function documentToSheets(document: Document): ShownSheet[] | null {
  const names = sheetNames(document)
  if (names === null) return null
  const sheets = (names.length > 0 ? names : [null]).map((name) => ({ name, rows: new Map<number, Map<number, FoundCell>>() }))
  const cellAt = (page: number | null, row: number, column: number): FoundCell => {
    const rows = sheets[(page ?? 1) - 1]?.rows ?? new Map<number, Map<number, FoundCell>>()
    const cells = rows.get(row) ?? new Map<number, FoundCell>()
    const cell = cells.get(column) ?? {}
    rows.set(row, cells)
    cells.set(column, cell)
    return cell
  }
  for (const block of document.blocks) {
    addTexts(block, cellAt)
    if (block.type !== 'table') continue
    for (const { blocks, fill, places } of block.rows.flat()) {
      const [place] = places
      if (blocks.length === 0 && fill !== null && place?.box)
        cellAt(place.page, place.box[1], place.box[0]).colour = `[${colourName(fill) ?? fill}]`
    }
  }
  const { source } = document
  return sheets.map(({ name, rows }) => ({
    name,
    rows: inOrder(rows).map(([number, cells]) => ({
      number,
      cells: inOrder(cells).map(([column, { from, to, colour }]) => ({
        column,
        text: from === undefined ? (colour ?? '') : (source ?? '').slice(from, to),
      })),
    })),
  }))
}

function addTexts(block: Block, cellAt: (page: number | null, row: number, column: number) => FoundCell): void {
  const markers = block.type === 'list-item' ? block.markerRuns : []
  const inTable = block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks)) : []
  for (const inner of inTable) addTexts(inner, cellAt)
  if (block.type === 'table') return
  for (const { page, box, offset, start, end } of [...markers, ...blockPassages(block).flatMap(({ runs }) => runs)]) {
    if (!box || offset === null) continue
    const cell = cellAt(page, box[1], box[0])
    cell.from = Math.min(cell.from ?? offset, offset)
    cell.to = Math.max(cell.to ?? 0, offset + end - start)
  }
}

function inOrder<T>(map: ReadonlyMap<number, T>): [number, T][] {
  return [...map].sort(([a], [b]) => a - b)
}
