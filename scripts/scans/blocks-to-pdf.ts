import PDFDocument from 'pdfkit'
import type { Block, Cell, Table } from '../../schema/document.ts'

/** A4 in points, and white all round it. */
const [WIDTH, HEIGHT, MARGIN] = [595, 842, 50]
const SIZE = 10.5
const HEADING_SIZES = [18, 15, 12.5]
const LEADING = 1.25
const PARAGRAPH_GAP = 6
const CELL_PAD = 4
/** A column is so wide at least, in parts of what columns of one width would have. */
const NARROWEST = 0.45

/** Blocks as a PDF with a text layer, printed as a word processor would: tables with a rule round each cell. The same bytes on each run. */
export async function blocksToPdf(blocks: readonly Block[]): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: [WIDTH, HEIGHT], margin: MARGIN, info: { CreationDate: new Date(0) } })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => pdf.on('end', resolve))
  for (const block of blocks) {
    if (block.type === 'table') drawTable(pdf, block)
    else drawText(pdf, block)
  }
  pdf.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

type Text = Exclude<Block, Table>

const textOf = (block: Text): string => (block.type === 'list-item' ? `${block.marker} ${block.passage.text}` : block.passage.text)

function setFont(pdf: PDFKit.PDFDocument, block: Text, isHead = false): PDFKit.PDFDocument {
  const isBold = isHead || block.type === 'heading' || (block.type === 'paragraph' && block.bold)
  const size = block.type === 'heading' ? (HEADING_SIZES[block.level - 1] ?? SIZE) : SIZE
  return pdf.font(isBold ? 'Helvetica-Bold' : 'Helvetica').fontSize(size)
}

function drawText(pdf: PDFKit.PDFDocument, block: Text): void {
  const indent = block.type === 'list-item' ? 14 * (block.depth + 1) : 0
  setFont(pdf, block).text(textOf(block), MARGIN + indent, pdf.y, {
    width: WIDTH - 2 * MARGIN - indent,
    lineGap: (LEADING - 1.15) * SIZE,
  })
  pdf.y += PARAGRAPH_GAP
}

function drawTable(pdf: PDFKit.PDFDocument, table: Table): void {
  const xs = columnSides(table)
  for (const [index, row] of table.rows.entries()) {
    const isHead = index < Math.max(1, table.headerRows)
    const height = Math.max(SIZE, ...row.map((cell) => cellHeight(pdf, cell, xs, isHead))) + 2 * CELL_PAD
    if (pdf.y + height > HEIGHT - MARGIN) pdf.addPage()
    const top = pdf.y
    for (const cell of row) drawCell(pdf, cell, { xs, top, height, isHead })
    pdf.y = top + height
  }
  pdf.x = MARGIN
  pdf.y += PARAGRAPH_GAP
}

/** Where columns begin, the last where they end: wider for those that say more. */
function columnSides({ columns, rows }: Table): number[] {
  const lengths = Array.from({ length: columns }, (_, col) =>
    Math.sqrt(Math.max(1, ...rows.flat().map((cell) => (cell.col === col && cell.colSpan === 1 ? lettersOf(cell) : 0)))),
  )
  const all = lengths.reduce((sum, length) => sum + length, 0)
  const shares = lengths.map((length) => Math.max(length / all, NARROWEST / columns))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const xs = [MARGIN]
  for (const share of shares) xs.push((xs.at(-1) ?? 0) + ((WIDTH - 2 * MARGIN) * share) / whole)
  return xs
}

const lettersOf = ({ blocks }: Cell): number => blocks.reduce((sum, block) => sum + (block.type === 'table' ? 0 : textOf(block).length), 0)

const sidesOf = ({ col, colSpan }: Cell, xs: readonly number[]): [number, number] => [xs[col] ?? 0, xs[col + colSpan] ?? xs.at(-1) ?? 0]

function cellHeight(pdf: PDFKit.PDFDocument, cell: Cell, xs: readonly number[], isHead: boolean): number {
  const [left, right] = sidesOf(cell, xs)
  const width = right - left - 2 * CELL_PAD
  return cell.blocks.reduce(
    (sum, block) => sum + (block.type === 'table' ? 0 : setFont(pdf, block, isHead).heightOfString(textOf(block), { width })),
    0,
  )
}

interface Row {
  xs: readonly number[]
  top: number
  height: number
  isHead: boolean
}

function drawCell(pdf: PDFKit.PDFDocument, cell: Cell, { xs, top, height, isHead }: Row): void {
  const [left, right] = sidesOf(cell, xs)
  pdf
    .lineWidth(0.75)
    .rect(left, top, right - left, height)
    .stroke()
  pdf.y = top + CELL_PAD
  for (const block of cell.blocks)
    if (block.type !== 'table')
      setFont(pdf, block, isHead).text(textOf(block), left + CELL_PAD, pdf.y, { width: right - left - 2 * CELL_PAD })
}
