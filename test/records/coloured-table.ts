import { type Cell, plainParagraph, type Table } from '../../schema/document.ts'

/** A table of rows of cells, "words #fill": the words or the fill may be missing. */
export function tableOf(...rows: string[][]): Table {
  const cell = (value: string, row: number, col: number): Cell => {
    const [, text = '', fill] = /^(.*?)\s?(#[0-9a-f]{6})?$/u.exec(value) ?? []
    const blocks = text === '' ? [] : [plainParagraph({ text, runs: [] })]
    return { row, col, rowSpan: 1, colSpan: 1, blocks, fill: fill ?? null, picture: false, places: [] }
  }
  return {
    type: 'table',
    columns: Math.max(...rows.map(({ length }) => length)),
    rows: rows.map((cells, row) => cells.map((value, col) => cell(value, row, col))),
    headerRows: 1,
    places: [],
  }
}
