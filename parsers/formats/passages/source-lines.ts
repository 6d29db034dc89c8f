import type { Passage } from '../../../schema/document.ts'
import type { Box } from '../../../schema/place.ts'

/** A text that is made from a document whose own source is not one, written line by line. `Run.offset` and `Run.line` count in it. */
export class SourceLines {
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

  /** Writes letters into the line and gives them as a passage, whose letters are there. */
  write(text: string, page: number | null = null, box: Box | null = null): Passage {
    const run = { start: 0, end: text.length, page, box, line: this.#line, offset: this.#length, fragment: 0 }
    this.skip(text)
    return { text, runs: text ? [run] : [] }
  }

  /** Writes what is part of no passage: what is between cells. */
  skip(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }

  endLine(): void {
    this.skip('\n')
    this.#line++
  }
}
