import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { agreementOf, f1Of, valuesOf } from '../../scripts/scans/agreement.ts'
import { drawScan, OFFICE_COPIER } from '../../scripts/scans/draw-scan.ts'
import { scanPaper } from '../../scripts/scans/scan-archive.ts'
import { bytesToRecords, type Reading } from '../../src/reading/bytes-to-records.ts'
import { scanReader } from '../../src/scan/read-scans.ts'
import { archivePapers } from '../read-fixture.ts'

const PAPER = join(import.meta.dirname, '../../fixtures/pdf/progress-cards.writer-untagged.pdf')
const read = (bytes: Uint8Array): Promise<Reading> => bytesToRecords({ bytes, path: 'paper.pdf', readScans: scanReader(() => {}) })
const rulesOf = ({ diagnostics }: Reading): string[] => diagnostics.map(({ rule }) => rule)

/** A PDF with a page of this size in points that is one picture. */
async function pictured(picture: Buffer, size: [number, number]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  pdf.addPage({ size, margin: 0 })
  pdf.image(picture, 0, 0, { width: size[0], height: size[1] })
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

describe('a paper that went through a copier', () => {
  const bytes = new Uint8Array(readFileSync(PAPER))

  test('says what it says as text, and is a little less sure', async () => {
    const text = await read(bytes)
    const scan = await read(new Uint8Array(await drawScan(bytes, OFFICE_COPIER)))
    expect(rulesOf(text)).not.toContain('read-by-ocr')
    expect(rulesOf(scan)).toContain('read-by-ocr')
    expect(valuesOf(text.records).length).toBeGreaterThan(50)
    expect(f1Of([agreementOf(valuesOf(scan.records), valuesOf(text.records))])).toBeGreaterThanOrEqual(0.95)
    for (const { confidence } of scan.records?.progressUpdates ?? []) expect(confidence).toBeLessThan(1)
  }, 300_000)
})

/** Prose with headings, a decision's sections and a plan's table; `npm run scans -- --archive` holds all papers. */
const SAMPLE = ['School Meals Review', 'Cabinet 24.03.22', 'Empty Homes Review 2024 - action plan']
const LEAST_F1 = 0.95

test("the fixtures' archive says as scans what it says as text", async () => {
  const papers = archivePapers().filter((path) => SAMPLE.some((name) => path.includes(name)))
  expect(papers).toHaveLength(SAMPLE.length)
  const scanned = []
  for (const path of papers) scanned.push((await scanPaper(path, OFFICE_COPIER)).scan)
  expect(f1Of(scanned)).toBeGreaterThanOrEqual(LEAST_F1)
}, 300_000)

describe('a picture', () => {
  /** A JPEG of one tone. */
  async function gray(width: number, height: number): Promise<Buffer> {
    const { createCanvas } = await import('@napi-rs/canvas')
    const canvas = createCanvas(width, height)
    const context = canvas.getContext('2d')
    context.fillStyle = '#dddddd'
    context.fillRect(0, 0, width, height)
    return canvas.encode('jpeg', 50)
  }

  test('that breaks off leaves the page without words, and says so', async () => {
    const jpeg = await gray(400, 300)
    const broken = Buffer.concat([jpeg.subarray(0, jpeg.length / 2), Buffer.alloc(jpeg.length / 2, 7)])
    const reading = await read(await pictured(broken, [400, 300]))
    expect(rulesOf(reading)).not.toContain('internal-error')
    expect(reading.records?.wordings ?? []).toEqual([])
  })

  test('on a page larger than any sheet is drawn smaller', async () => {
    const reading = await read(await pictured(await gray(400, 300), [14_000, 10_500]))
    expect(rulesOf(reading)).not.toContain('internal-error')
    expect(rulesOf(reading)).not.toContain('scan-not-drawn')
  })

  test('of more pixels than may be decoded is left, and reported', async () => {
    const reading = await read(await pictured(await gray(9000, 6000), [842, 595]))
    expect(rulesOf(reading)).toContain('scan-not-drawn')
  })
})
