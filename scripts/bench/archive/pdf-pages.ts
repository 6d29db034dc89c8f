/** How a piece of text is set. */
export interface TextStyle {
  size: number
  bold?: boolean
  /** Is before the text, which is moved in by `indent` points. */
  label?: string
  indent?: number
  /** Points from the left margin to the label. */
  left?: number
  /** Room for some lines of what follows must be left on the page. */
  keepWithNext?: boolean
}

/** How a table's row is set. */
export interface RowStyle {
  /** Parts of the page's width. */
  widths: readonly number[]
  size: number
  bold?: boolean
  boldFirst?: boolean
  /** Draws what a page begins with where a row runs over to it. */
  onNewPage?: () => void
}

const MARGIN_PT = 56
const HEAD_PT = 30
const RUNNING_PT = 9
const PAD_PT = 4
const LEADING = 1.25
/** What is left between two pieces of text. */
const GAP_PT = 7
/** A heading is not the last thing on a page. */
const KEEP_PT = 60
const RULE_PT = 0.6
const FACES = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const
type Face = keyof typeof FACES

/** Pages that are filled from their top: text that wraps, rows of ruled tables that are cut where the page ends. */
export class PdfPages {
  readonly #document: PDFKit.PDFDocument
  readonly #running: string
  #y = 0
  #pages = 0
  /** Widths of words by face, in thousandths of the size: measuring is most of what setting text costs. */
  readonly #widths: Record<Face, Map<string, number>> = { plain: new Map(), bold: new Map() }

  constructor(document: PDFKit.PDFDocument, running: string) {
    this.#document = document
    this.#running = running
    this.#newPage()
  }

  /** Sets a paragraph, over as many pages as it takes. */
  text(text: string, { size, bold = false, label, indent = 0, left = 0, keepWithNext = false }: TextStyle): void {
    const face = bold ? 'bold' : 'plain'
    const x = MARGIN_PT + left
    const lines = this.#wrap(text, face, size, this.#width - left - indent)
    if (keepWithNext && this.#room < lines.length * size * LEADING + KEEP_PT) this.#newPage()
    for (const [at, line] of lines.entries()) {
      if (this.#room < size * LEADING) this.#newPage()
      if (at === 0 && label) this.#print(label, x, this.#y, face, size)
      this.#print(line, x + indent, this.#y, face, size)
      this.#y += size * LEADING
    }
    this.space()
  }

  /** Draws a row with its rules; what does not fit goes on on the next page. */
  row(cells: readonly string[], style: RowStyle): void {
    const { widths, size, bold = false, boldFirst = false, onNewPage } = style
    const whole = widths.reduce((sum, width) => sum + width, 0)
    const columns = widths.map((width) => (width / whole) * this.#width)
    const pitch = size * LEADING
    const faces = cells.map((_, at): Face => (bold || (boldFirst && at === 0) ? 'bold' : 'plain'))
    let left = cells.map((cell, at) =>
      cell.split('\n').flatMap((line) => this.#wrap(line, faces[at] ?? 'plain', size, (columns[at] ?? 0) - 2 * PAD_PT)),
    )
    while (left.some((lines) => lines.length > 0)) {
      const fit = Math.floor((this.#room - 2 * PAD_PT) / pitch)
      const longest = Math.max(...left.map((lines) => lines.length))
      // A row is begun only where it has room for a few lines, or for all of them.
      if (fit < Math.min(longest, 3)) {
        this.#newPage()
        onNewPage?.()
        continue
      }
      const taken = Math.min(fit, longest)
      this.#cells(
        left.map((lines) => lines.slice(0, taken)),
        columns,
        faces,
        size,
        taken * pitch + 2 * PAD_PT,
      )
      left = left.map((lines) => lines.slice(taken))
    }
  }

  /** Leaves room before what follows. */
  space(): void {
    this.#y += GAP_PT
  }

  get #width(): number {
    return this.#document.page.width - 2 * MARGIN_PT
  }

  get #room(): number {
    return this.#document.page.height - MARGIN_PT - this.#y
  }

  #newPage(): void {
    this.#document.addPage()
    this.#pages++
    const { width, height } = this.#document.page
    this.#print(this.#running, MARGIN_PT, HEAD_PT, 'plain', RUNNING_PT)
    this.#print(String(this.#pages), width / 2, height - HEAD_PT - RUNNING_PT, 'plain', RUNNING_PT)
    this.#y = MARGIN_PT
  }

  #cells(lines: readonly (readonly string[])[], columns: readonly number[], faces: readonly Face[], size: number, height: number): void {
    let x = MARGIN_PT
    for (const [at, width] of columns.entries()) {
      this.#document.lineWidth(RULE_PT).rect(x, this.#y, width, height).stroke()
      for (const [row, line] of (lines[at] ?? []).entries())
        this.#print(line, x + PAD_PT, this.#y + PAD_PT + row * size * LEADING, faces[at] ?? 'plain', size)
      x += width
    }
    this.#y += height
  }

  #print(text: string, x: number, y: number, face: Face, size: number): void {
    if (text !== '') this.#document.font(FACES[face], size).text(text, x, y, { lineBreak: false })
  }

  #wrap(text: string, face: Face, size: number, width: number): string[] {
    const space = this.#widthOf(' ', face, size)
    const lines: string[] = []
    let line = ''
    let used = 0
    for (const word of text.split(' ')) {
      const long = this.#widthOf(word, face, size)
      if (line !== '' && used + space + long > width) {
        lines.push(line)
        line = word
        used = long
      } else {
        used += line === '' ? long : space + long
        line = line === '' ? word : `${line} ${word}`
      }
    }
    return [...lines, line]
  }

  #widthOf(word: string, face: Face, size: number): number {
    const known = this.#widths[face].get(word)
    if (known !== undefined) return known * size
    const one = this.#document.font(FACES[face], 1).widthOfString(word)
    this.#widths[face].set(word, one)
    return one * size
  }
}
