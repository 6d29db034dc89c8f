import { parse } from 'csv-parse/sync'
import type { Document } from '../../../schema/document.ts'
import type { SheetRow } from './sheet.ts'
import { sheetsToDocument } from './sheets-to-document.ts'

const SEPARATORS = [',', ';', '\t', '|']
/** So much of a file shows what parts its cells. */
const SAMPLE_CHARS = 20_000

/** Cells parted by whatever the first rows agree on (RFC 4180 and its kin). What is no such file comes out as a line a row. */
export function csvToDocument(source: string): Document {
  const rows = toRows(source, separatorOf(source)).map(
    (cells, number): SheetRow => ({
      number,
      cells: cells.map((text) => ({ text: text.trim(), rowSpan: 1, colSpan: 1, fill: null, bold: false })),
    }),
  )
  return sheetsToDocument([{ name: null, rows, hiddenColumns: new Set() }], 'text/csv')
}

/** The separator that gives most rows of most cells. */
export function separatorOf(source: string): string {
  const sample = source.slice(0, SAMPLE_CHARS)
  const weights = SEPARATORS.map((separator) => {
    const widths = toRows(sample, separator)
      .map((row) => row.length)
      .filter((width) => width > 1)
    return { separator, weight: widths.length * Math.max(0, ...widths) }
  })
  return weights.toSorted((a, b) => b.weight - a.weight)[0]?.separator ?? ','
}

function toRows(source: string, delimiter: string): string[][] {
  return parse(source, { delimiter, bom: true, relax_quotes: true, relax_column_count: true, skip_empty_lines: false })
}
