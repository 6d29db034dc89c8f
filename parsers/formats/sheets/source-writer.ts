import type { Passage, Run } from '../../../schema/document.ts'
import type { Box } from '../../../schema/place.ts'
import type { SoftLine } from '../passages/passage-to-blocks.ts'
import { SourceLines } from '../passages/source-lines.ts'

/** A cell that is written: what it says, and where it is in its sheet. */
export interface PlacedText {
  text: string
  box: Box
}

/** The source text of a workbook, written row by row; says where each cell is in it. */
export class SourceWriter {
  readonly #lines = new SourceLines()

  get source(): string {
    return this.#lines.text
  }

  /** The line that is written next, from 1. */
  get line(): number {
    return this.#lines.line
  }

  /** A row of a table, tabs between its cells; gives each one's lines. A space parts them in the source. */
  row(cells: readonly PlacedText[], page: number | null): SoftLine[][] {
    const written = cells.map(({ text, box }, index): SoftLine[] => {
      if (index > 0) this.#lines.skip('\t')
      return text.split('\n').map((line, nth) => {
        if (nth > 0) this.#lines.skip(' ')
        return { passage: this.#lines.write(folded(line), page, box), hard: true }
      })
    })
    this.#lines.endLine()
    return written
  }

  /** A row that is read as one line, with something between its cells. */
  joined(cells: readonly PlacedText[], page: number | null, between: string): Passage {
    let text = ''
    const runs: Run[] = []
    for (const cell of cells) {
      if (text !== '') {
        this.#lines.skip(between)
        text += between
      }
      const part = this.#lines.write(folded(cell.text), page, cell.box)
      runs.push(...part.runs.map((run) => ({ ...run, start: text.length, end: text.length + run.end })))
      text += part.text
    }
    this.#lines.endLine()
    return { text, runs }
  }
}

const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim()
