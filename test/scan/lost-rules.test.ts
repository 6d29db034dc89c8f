import PDFDocument from 'pdfkit'
import { describe, expect, test } from 'vitest'
import { drawScan, OFFICE_COPIER } from '../../scripts/scans/draw-scan.ts'
import { bytesToRecords, type Reading } from '../../src/reading/bytes-to-records.ts'
import { scanReader } from '../../src/scan/read-scans.ts'

/** Columns of the plan: where they begin, the last where they end. */
const XS = [40, 90, 370, 560, 680, 800]
const HEAD = ['No.', 'Recommendation', 'Lead officer', 'Due', 'Status']
const ROWS = [
  [
    '1',
    'That the Board write to every parish about its grit bins before the winter and keep a list of those that are full, broken or gone, so that none is empty when the frost comes',
    'Ivo Lamb, Highways',
    '3 May 2031',
    'Completed',
  ],
  [
    '2',
    'That the Board ask the harbour office for a yearly count of moorings, by quay and by size of boat, and that the count be put before members each spring with the fees',
    'Una Pell, Harbour',
    '7 June 2032',
    'On track',
  ],
  [
    '3',
    'That the footpaths round the old reservoir be walked twice a year by the wardens and that what they find be mended within a month, or closed off where it cannot be',
    'Otto Wray, Parks',
    '9 July 2033',
    'Slipped',
  ],
]
const [SIZE, LEADING, PAD] = [11, 14, 3]

interface Look {
  /** Which share of the rule between the second and the third row is printed, from where to where. */
  printed?: [from: number, to: number]
  /** Whether the short cells are centred upright. */
  centred?: boolean
}

/** A plan of three rows, each under a rule. */
async function plan({ printed, centred = false }: Look): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 0, autoFirstPage: true })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  pdf.font('Helvetica-Bold').fontSize(15).text('Action Plan: Review of Winter Services', 40, 40, { lineBreak: false })
  const [left = 0, right = 0] = [XS[0], XS.at(-1)]
  pdf.lineWidth(0.75)
  const rule = (y: number, [from, to]: [number, number]) =>
    to > from &&
    pdf
      .moveTo(left + from * (right - left), y)
      .lineTo(left + to * (right - left), y)
      .stroke()
  let y = 80
  rule(y, [0, 1])
  for (const [at, row] of [HEAD, ...ROWS].entries()) {
    pdf.font(at === 0 ? 'Helvetica-Bold' : 'Helvetica').fontSize(SIZE)
    const cells = row.map((text, col) => wrapped(pdf, text, (XS[col + 1] ?? 0) - (XS[col] ?? 0) - 2 * PAD))
    const most = Math.max(...cells.map((lines) => lines.length))
    for (const [col, lines] of cells.entries()) {
      const down = centred ? ((most - lines.length) / 2) * LEADING : 0
      for (const [nth, line] of lines.entries()) pdf.text(line, (XS[col] ?? 0) + PAD, y + PAD + down + nth * LEADING, { lineBreak: false })
    }
    y += 2 * PAD + most * LEADING
    rule(y, at === 2 && printed ? printed : [0, 1])
  }
  for (const x of XS) pdf.moveTo(x, 80).lineTo(x, y).stroke()
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

function wrapped(pdf: PDFKit.PDFDocument, text: string, width: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && pdf.widthOfString(longer) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

const read = async (look: Look, dpi: number): Promise<Reading> => {
  const bytes = new Uint8Array(await drawScan(await plan(look), { ...OFFICE_COPIER, dpi }))
  return bytesToRecords({ bytes, path: 'plan.pdf', readScans: scanReader(() => {}) })
}

/** Who is to do what by when, of each row that was read. */
const rowsOf = ({ records }: Reading) =>
  (records?.commitments ?? []).map(({ number, responsible, dueFrom }) => [number, responsible, dueFrom].join(' '))
const TRUE = ['1 Ivo Lamb, Highways 2031-05-03', '2 Una Pell, Harbour 2032-06-07', '3 Otto Wray, Parks 2033-07-09']
const rulesOf = ({ diagnostics }: Reading) => diagnostics.map(({ rule }) => rule)

describe('a scanned table that lost the rule between two rows', { timeout: 300_000 }, () => {
  test.each<[string, Look, number]>([
    ['all of it', { printed: [0, 0] }, 100],
    ['its left half', { printed: [0.55, 1] }, 130],
    ['its right half', { printed: [0, 0.5] }, 170],
  ])('has its rows all the same: %s', async (_, look, dpi) => {
    const reading = await read(look, dpi)
    expect(rowsOf(reading)).toEqual(TRUE)
    expect(rulesOf(reading)).not.toContain('rows-not-parted')
  })

  test.each<[string, Look, number]>([
    ['where cells are centred', { printed: [0, 0], centred: true }, 170],
    ['where letters are hardly read', { printed: [0, 0] }, 70],
  ])('gives no record of two rows in one: %s', async (_, look, dpi) => {
    const reading = await read(look, dpi)
    const wordings = (reading.records?.wordings ?? []).map(({ text }) => text)
    expect(wordings.filter((text) => /harbour/iu.test(text) && /reservoir/iu.test(text))).toEqual([])
    if (wordings.length < 3) {
      expect(rulesOf(reading)).toContain('rows-not-parted')
      expect(reading.records?.candidates.map(({ text }) => text).join(' ')).toMatch(/harbour.*reservoir/isu)
    }
  })
})
