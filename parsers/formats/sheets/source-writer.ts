import type { Passage, Run } from '../../../schema/document.ts'
import type { Box } from '../../../schema/place.ts'
import type { SoftLine } from '../passages/passage-to-blocks.ts'

/** A cell that is written: what it says, and where it stands in its sheet. */
export interface PlacedText {
  text: string
  box: Box
}

/** The source text of a workbook, written row by row; says where each cell is in it. */
export class SourceWriter {
  readonly #parts: string[] = []
  #length = 0
  #line = 1

  get source(): string {
    return this.#parts.join('')
  }

  /** The line that is written next, from 1. */
  get line(): number {
    return this.#line
  }

  /** A row of a table, tabs between its cells; gives each one's lines. A space parts them in the source. */
  row(cells: readonly PlacedText[], page: number | null): SoftLine[][] {
    const written = cells.map(({ text, box }, index): SoftLine[] => {
      if (index > 0) this.#write('\t')
      return text.split('\n').map((line, nth) => {
        if (nth > 0) this.#write(' ')
        return { passage: this.#passage(folded(line), page, box), hard: true }
      })
    })
    this.#endLine()
    return written
  }

  /** A row that is read as one line, with something between its cells. */
  joined(cells: readonly PlacedText[], page: number | null, between: string): Passage {
    let text = ''
    const runs: Run[] = []
    for (const cell of cells) {
      if (text !== '') {
        this.#write(between)
        text += between
      }
      const part = this.#passage(folded(cell.text), page, cell.box)
      runs.push(...part.runs.map((run) => ({ ...run, start: text.length, end: text.length + run.end })))
      text += part.text
    }
    this.#endLine()
    return { text, runs }
  }

  #passage(text: string, page: number | null, box: Box): Passage {
    const offset = this.#length
    this.#write(text)
    return { text, runs: text === '' ? [] : [{ start: 0, end: text.length, page, box, line: this.#line, offset, fragment: 0 }] }
  }

  #endLine(): void {
    this.#write('\n')
    this.#line++
  }

  #write(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()
