import type { Passage } from '../../../schema/document.ts'

/** What would end a line of the source, or controls a device: it prints as a gap. */
const BREAKS_LINE = /[^\P{Cc}\t]|[\u2028\u2029]/gu

/**
 * The text that is made from a document whose own source is mark-up in a package: a line for each paragraph, also within the cells
 * of a table, and an empty line after each row. `Run.offset` and `Run.line` of the document count in it.
 */
export class SourceText {
  readonly #parts: string[] = []
  #length = 0
  #line = 1

  /** The number of the line that is written next. */
  get line(): number {
    return this.#line
  }

  /** All that was written. */
  get text(): string {
    return this.#parts.join('')
  }

  /** Writes a line. Returns it as a passage whose letters stand there, white space and all. */
  write(line: string): Passage {
    const text = line.replace(BREAKS_LINE, ' ').trim()
    const run = { start: 0, end: text.length, page: null, box: null, line: this.#line, offset: this.#length, fragment: 0 }
    this.#add(text)
    return { text, runs: text ? [run] : [] }
  }

  /** Writes an empty line. */
  writeGap(): void {
    this.#add('')
  }

  #add(text: string): void {
    this.#parts.push(text, '\n')
    this.#length += text.length + 1
    this.#line++
  }
}
