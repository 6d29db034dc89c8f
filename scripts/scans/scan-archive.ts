import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { readDocument } from '../../parsers/formats.ts'
import { bytesToRecords } from '../../src/reading/bytes-to-records.ts'
import { scanReader } from '../../src/scan/read-scans.ts'
import { type Agreement, agreementOf, valuesOf } from './agreement.ts'
import { blocksToPdf } from './blocks-to-pdf.ts'
import { drawScan, type ScanLook } from './draw-scan.ts'

/** A paper of the fixtures' archive, read as it is, printed, and scanned. */
export interface ScannedPaper {
  name: string
  /** How its scan agrees with the paper as it is, and how the PDF that was scanned does. */
  scan: Agreement
  printed: Agreement
}

/** Prints a paper of text or Markdown, draws that as a scanner would, and holds what is read in the pictures against the paper as it is. */
export async function scanPaper(path: string, look: ScanLook): Promise<ScannedPaper> {
  const bytes = new Uint8Array(readFileSync(path))
  const { blocks } = await readDocument({ bytes, path }, () => {})
  const pdf = await blocksToPdf(blocks)
  const scan = new Uint8Array(await drawScan(pdf, look))
  // Each by the paper's own name, which says something too.
  const values = async (given: Uint8Array): Promise<string[]> =>
    valuesOf((await bytesToRecords({ bytes: given, path, readScans: scanReader(() => {}) })).records)
  const truth = await values(bytes)
  return { name: basename(path), scan: agreementOf(await values(scan), truth), printed: agreementOf(await values(pdf), truth) }
}
