import type { Document } from '../../../schema/document.ts'
import { csvRows } from './csv-rows.ts'
import type { SheetRow } from './sheet.ts'
import { sheetsToDocument } from './sheets-to-document.ts'

const SEPARATORS = [',', ';', '\t', '|']
/** A first line with which a program is told the separator; it is not a row of the sheet. */
const TOLD = /^sep=([,;|\t])\r?\n/iu
/** So much of a file shows what parts its cells. */
const SAMPLE_CHARS = 20_000

/** Cells parted by whatever the first rows agree on (RFC 4180 and its kin). What is no such file comes out as a line a row. */
export function csvToDocument(source: string): Document {
  const told = TOLD.exec(source)
  const rows = csvRows(source.slice(told?.[0].length ?? 0), told?.[1] ?? separatorOf(source)).map(
    (cells, number): SheetRow => ({
      number,
      cells: cells.map((text) => ({ text: text.trim(), rowSpan: 1, colSpan: 1, fill: null, bold: false })),
    }),
  )
  return sheetsToDocument([{ name: null, rows, hiddenColumns: new Set() }], 'text/csv')
}

/** The separator that most rows agree on, each with as many cells as others; of two that do as well, the one of more cells. */
export function separatorOf(source: string): string {
  const sample = source.slice(0, SAMPLE_CHARS)
  const weights = SEPARATORS.map((separator) => {
    const counts = new Map<number, number>()
    for (const { length } of csvRows(sample, separator)) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1)
    return { separator, weight: Math.max(0, ...[...counts].map(([width, rows]) => rows ** 2 * width)) }
  })
  return weights.toSorted((a, b) => b.weight - a.weight)[0]?.separator ?? ','
}
