import PDFDocument from 'pdfkit'
import type { Block, Paper, Table } from './paper.ts'
import { PdfPages } from './pdf-pages.ts'

const BODY_PT = 11
const TABLE_PT = 9
const HEADING_PT: Readonly<Record<1 | 2 | 3, number>> = { 1: 18, 2: 14, 3: 12 }
const INDENT_PT = 28
const CARD_WIDTHS = [28, 72]
/** Files of the same paper have the same bytes only if they say the same day of making. */
const MADE = new Date(Date.UTC(2020, 0, 1))

/** The paper as a PDF: A4, running heads, page numbers, ruled tables that run over pages with their header printed again. */
export async function paperToPdf({ blocks, running, landscape, name }: Paper): Promise<Buffer> {
  const info = { Title: name, CreationDate: MADE, ModDate: MADE }
  const document = new PDFDocument({ size: 'A4', layout: landscape ? 'landscape' : 'portrait', margin: 0, autoFirstPage: false, info })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done) => document.on('end', done))
  const pages = new PdfPages(document, running)
  for (const block of blocks) draw(block, pages)
  document.end()
  await ended
  return Buffer.concat(chunks)
}

function draw(block: Block, pages: PdfPages): void {
  if (block.type === 'heading') pages.text(block.text, { size: HEADING_PT[block.level], bold: true, keepWithNext: true })
  else if (block.type === 'paragraph') pages.text(block.text, { size: BODY_PT })
  else if (block.type === 'bullets') for (const item of block.items) pages.text(item, { size: BODY_PT, label: '•', indent: INDENT_PT / 2 })
  else if (block.type === 'list')
    for (const { label, text, parts } of block.items) {
      // A short label hangs in the margin of its item, as word processors set a list; a long one is the item's first words.
      const hangs = label.length <= 4
      pages.text(hangs ? text : `${label} ${text}`, hangs ? { size: BODY_PT, label, indent: INDENT_PT } : { size: BODY_PT })
      for (const part of parts) pages.text(part.text, { size: BODY_PT, label: part.label, left: INDENT_PT, indent: INDENT_PT })
    }
  else if (block.type === 'card') drawCard(block.rows, pages)
  else drawTable(block, pages)
}

function drawCard(rows: readonly (readonly string[])[], pages: PdfPages): void {
  for (const row of rows) pages.row(row, { widths: CARD_WIDTHS, size: TABLE_PT + 1, boldFirst: true })
  pages.space()
}

function drawTable({ widths, header, rows }: Table, pages: PdfPages): void {
  const style = { widths, size: TABLE_PT }
  const head = () => pages.row(header, { ...style, bold: true })
  head()
  for (const row of rows) pages.row(row, { ...style, onNewPage: head })
  pages.space()
}
