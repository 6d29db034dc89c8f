import PDFDocument from 'pdfkit'
import { layOutTable, leadingOf, type PlacedLine, type Setting, type TablePart, wrap } from './lay-out-table.ts'
import type { MadePaper } from './made-papers.ts'
import type { MadeCell, MadeTable } from './made-table.ts'
import { drawLook, hasDarkHead, type Pen } from './table-looks.ts'

const [SHORT_PT, LONG_PT] = [595.28, 841.89]
const MARGIN_PT = 50
const FOOT_PT = 40
const RUNNING_PT = 8
const TITLE_PT = 14
const BODY_PT = 10.5
const NOTE_PT = 7.5
const GAP_PT = 10
const RULE_PT = 0.6
/** Fonts of word processors keep this much free above their capitals. */
const ASCENT_EM = 0.16
const MADE = new Date(Date.UTC(2020, 0, 1))
const FACES = {
  Helvetica: { plain: 'Helvetica', bold: 'Helvetica-Bold', italic: 'Helvetica-Oblique' },
  Times: { plain: 'Times-Roman', bold: 'Times-Bold', italic: 'Times-Italic' },
} as const

/** A made-up paper as a PDF. The same paper has the same bytes. */
export async function drawPaper(paper: MadePaper): Promise<Uint8Array> {
  const info = { Title: paper.name, CreationDate: MADE, ModDate: MADE }
  const document = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, info })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((done) => document.on('end', done))
  new PaperPages(document, paper).draw()
  document.end()
  await ended
  return new Uint8Array(Buffer.concat(chunks))
}

class PaperPages {
  readonly #document: PDFKit.PDFDocument
  readonly #paper: MadePaper
  readonly #setting: Setting
  readonly #width: number
  readonly #height: number
  readonly #pen: Pen
  #y = 0
  #pages = 0

  constructor(document: PDFKit.PDFDocument, paper: MadePaper) {
    this.#document = document
    this.#paper = paper
    const { landscape } = paper
    ;[this.#width, this.#height] = landscape ? [LONG_PT, SHORT_PT] : [SHORT_PT, LONG_PT]
    this.#setting = { ...paper.setting, measure: (text, size, look) => this.#measure(text, size, look) }
    this.#pen = {
      line: (x0, y0, x1, y1) => document.lineWidth(RULE_PT).moveTo(x0, y0).lineTo(x1, y1).stroke('#000000'),
      dashed: (x0, y0, x1, y1) =>
        document.lineWidth(RULE_PT).dash(3, { space: 2 }).moveTo(x0, y0).lineTo(x1, y1).stroke('#000000').undash(),
      fill: (x0, y0, x1, y1, colour) => document.rect(x0, y0, x1 - x0, y1 - y0).fill(colour),
      frame: (x0, y0, x1, y1) =>
        document
          .lineWidth(RULE_PT)
          .rect(x0, y0, x1 - x0, y1 - y0)
          .stroke('#000000'),
    }
  }

  draw(): void {
    this.#newPage()
    this.#paragraph(this.#paper.title, TITLE_PT, 'bold')
    for (const { before, table, note, onNewPage } of this.#paper.tables) {
      if (onNewPage) this.#newPage()
      if (before) this.#paragraph(before, BODY_PT, 'plain')
      this.#table(table)
      if (note) this.#paragraph(note, NOTE_PT, 'plain')
      this.#y += GAP_PT
    }
  }

  #font(look: MadeCell['look'], size: number): PDFKit.PDFDocument {
    return this.#document.font(FACES[this.#paper.face][look]).fontSize(size)
  }

  #measure(text: string, size: number, look: MadeCell['look']): number {
    return this.#font(look, size).widthOfString(text)
  }

  #text(text: string, x: number, y: number, size: number, look: MadeCell['look'], colour = '#000000'): void {
    this.#font(look, size)
      .fillColor(colour)
      .text(text, x, y + ASCENT_EM * size, { lineBreak: false })
  }

  /** A new page. On a turned sheet everything is drawn turned; a turned page says so itself, so that it is shown upright. */
  #newPage(): void {
    const { sheet, landscape, turnsLeft, running, uprightFoot } = this.#paper
    const isTurned = sheet.startsWith('turned')
    this.#document.addPage({ size: 'A4', layout: landscape && !isTurned ? 'landscape' : 'portrait', margin: 0 })
    this.#pages++
    const foot = `${running}    Page ${this.#pages}`
    if (isTurned && uprightFoot && sheet === 'turned letters') this.#text(foot, MARGIN_PT, LONG_PT - FOOT_PT / 2, RUNNING_PT, 'plain')
    if (isTurned) {
      if (sheet === 'turned page') Object.assign(this.#document.page.dictionary.data, { Rotate: turnsLeft ? 90 : 270 })
      if (turnsLeft) this.#document.transform(0, -1, 1, 0, 0, LONG_PT)
      else this.#document.transform(0, 1, -1, 0, SHORT_PT, 0)
    }
    if (!(isTurned && uprightFoot && sheet === 'turned letters'))
      this.#text(foot, MARGIN_PT, this.#height - FOOT_PT / 2, RUNNING_PT, 'plain')
    this.#y = MARGIN_PT
  }

  #paragraph(text: string, size: number, look: MadeCell['look']): void {
    const lines = wrap(text, this.#width - 2 * MARGIN_PT, (line) => this.#measure(line, size, look))
    if (this.#y + lines.length * leadingOf(size) > this.#height - FOOT_PT) this.#newPage()
    this.#y += size < BODY_PT ? NOTE_PT / 2 : 0
    for (const line of lines) {
      this.#text(line, MARGIN_PT, this.#y, size, look)
      this.#y += leadingOf(size)
    }
    this.#y += GAP_PT
  }

  #table(table: MadeTable): void {
    const [first, last] = [MARGIN_PT, this.#height - FOOT_PT - RUNNING_PT]
    const parts = layOutTable(table, this.#setting, { left: MARGIN_PT, width: this.#width - 2 * MARGIN_PT, top: this.#y, first, last })
    parts.forEach((part, i) => {
      if (i > 0) this.#newPage()
      if (part.rows.length > 0) this.#part(part, table)
    })
    this.#y = parts.at(-1)?.ys.at(-1) ?? this.#y
  }

  #part(part: TablePart, table: MadeTable): void {
    const { look, variant } = this.#paper
    drawLook(look, part, table, this.#pen, variant)
    const isDark = hasDarkHead(look, variant)
    for (const { cell, lines } of part.cells) {
      const colour = isDark && cell.row < table.headRows ? '#ffffff' : '#000000'
      for (const line of lines) this.#line(line, colour)
    }
  }

  #line({ text, x, top, size, look }: PlacedLine, colour: string): void {
    this.#text(text, x, top, size, look, colour)
  }
}
