import type { Passage } from '../../../schema/document.ts'
import { SourceLines } from '../passages/source-lines.ts'

/** What would end a line of the source, or controls a device: it prints as a gap. */
const BREAKS_LINE = /[^\P{Cc}\t]|[\u2028\u2029]/gu

/**
 * The text that is made from a document whose own source is mark-up in a package: a line for each paragraph, also within the cells
 * of a table, and an empty line after each row. `Run.offset` and `Run.line` of the document count in it.
 */
export class SourceText {
  readonly #lines = new SourceLines()

  /** The number of the line that is written next. */
  get line(): number {
    return this.#lines.line
  }

  /** All that was written. */
  get text(): string {
    return this.#lines.text
  }

  /** Writes a line. Returns it as a passage whose letters are there, white space and all. */
  write(line: string): Passage {
    const passage = this.#lines.write(line.replace(BREAKS_LINE, ' ').trim())
    this.#lines.endLine()
    return passage
  }

  /** Writes an empty line. */
  writeGap(): void {
    this.#lines.endLine()
  }
}
