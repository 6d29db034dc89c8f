import { LetterGatherer } from '../word/letters.ts'
import type { PrintedNumber } from '../word/text-draft.ts'
import type { CellDefinition, FlowPart, RtfParagraph, RtfRow } from './rtf-flow.ts'
import type { RtfState } from './rtf-state.ts'

/** What a paragraph is when it ends. */
export interface ParagraphEnd {
  state: RtfState
  heading: number | null
  number: PrintedNumber | null
}

/** A stretch of text that is read from beginning to end: the body, a header, a note, a text box. */
export class RtfText {
  readonly parts: FlowPart[] = []
  letters = new LetterGatherer()
  /** What is printed before the paragraph that is being read. */
  printedNumber = ''
  /** What is after the paragraph that is being read. */
  #after: FlowPart[] = []
  #paragraphs: RtfParagraph[] = []
  #cells: RtfParagraph[][] = []
  #row: { head: boolean; cells: CellDefinition[] } = { head: false, cells: [] }
  #next: CellDefinition = { right: 0, below: false, beside: false, fill: null }
  readonly #small: boolean
  readonly #box: number | null

  constructor(small: boolean, box: number | null) {
    this.#small = small
    this.#box = box
  }

  /** Puts a text box's paragraphs after the one that is being read. */
  addAfter(parts: readonly FlowPart[]): void {
    for (const part of parts) this.#after.push(part)
  }

  endParagraph({ state, heading, number }: ParagraphEnd): void {
    const text = this.letters.take()
    const paragraph = { text, number, heading: text.letters > 0 ? heading : null, indent: state.indent, small: this.#small, box: this.#box }
    this.letters = new LetterGatherer()
    this.printedNumber = ''
    if (state.inTable) {
      this.#paragraphs.push(paragraph)
      for (const part of this.#after) if (part.type === 'paragraph') this.#paragraphs.push(part.paragraph)
    } else {
      this.parts.push({ type: 'paragraph', paragraph })
      for (const part of this.#after) this.parts.push(part)
    }
    this.#after = []
  }

  endCell(): void {
    this.#cells.push(this.#paragraphs)
    this.#paragraphs = []
  }

  beginRow(): void {
    this.#row = { head: false, cells: [] }
    this.#next = { right: 0, below: false, beside: false, fill: null }
  }

  /** Takes a control word of a row's definition. */
  define(name: string, number: number | null, colour: (index: number | null) => string | null): void {
    if (name === 'trhdr') this.#row.head = true
    else if (name === 'clvmrg') this.#next.below = true
    else if (name === 'clmrg') this.#next.beside = true
    else if (name === 'clcbpat') this.#next.fill = colour(number)
    else if (name === 'cellx') {
      this.#row.cells.push({ ...this.#next, right: number ?? 0 })
      this.#next = { right: 0, below: false, beside: false, fill: null }
    }
  }

  /** Ends a row; its definition may come before or after its cells. */
  endRow(): void {
    const { head, cells } = this.#row
    const last = cells.at(-1)?.right ?? 0
    const made: RtfRow['cells'] = this.#cells.map((paragraphs, index) => ({
      ...(cells[index] ?? { right: last + (index - cells.length + 1) * 1000, below: false, beside: false, fill: null }),
      paragraphs,
    }))
    this.#cells = []
    if (made.length === 0) return
    const table = this.parts.at(-1)
    if (table?.type === 'table') table.rows.push({ head, cells: made })
    else this.parts.push({ type: 'table', rows: [{ head, cells: made }] })
  }

  /** Ends what is still open, so that no text is lost. */
  end(paragraph: ParagraphEnd): void {
    if (!this.letters.isEmpty) this.endParagraph(paragraph)
    if (this.#paragraphs.length > 0) this.endCell()
    this.endRow()
    for (const part of this.#after) this.parts.push(part)
    this.#after = []
  }
}
