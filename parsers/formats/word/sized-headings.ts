import type { Block } from '../../../schema/document.ts'

/** A heading is set at least this much larger than the body, as in PDFs. */
const HEADING_SIZE = 1.12
/** Notes are set smaller than this share of the body. */
const SMALL_SIZE = 0.93
/** Headings run over no more letters than this. */
const HEADING_LETTERS = 160
const DEEPEST_HEADING = 6

/** How large the letters of each block are, in points, and how many it has: what a document that names no headings shows them by. */
export class BlockSizes {
  readonly #sizes = new Map<Block, number>()
  readonly #letters = new Map<number, number>()

  add(blocks: readonly Block[], size: number | null, letters: number): void {
    if (size === null) return
    for (const block of blocks) this.#sizes.set(block, size)
    this.#letters.set(size, (this.#letters.get(size) ?? 0) + letters)
  }

  /** The blocks with short lines in letters larger than the body as headings, and what is set smaller marked. */
  apply(blocks: readonly Block[]): Block[] {
    const [body] = [...this.#letters].toSorted((a, b) => b[1] - a[1])[0] ?? []
    if (body === undefined) return [...blocks]
    const larger = new Set(blocks.filter((block) => this.#isLarge(block, body)).map((block) => this.#sizes.get(block) ?? 0))
    const levels = new Map([...larger].toSorted((a, b) => b - a).map((size, index) => [size, Math.min(DEEPEST_HEADING, index + 1)]))
    return blocks.map((block): Block => {
      const size = this.#sizes.get(block)
      if (size === undefined || block.type === 'table' || block.type === 'heading') return block
      if (this.#isLarge(block, body)) return { type: 'heading', level: levels.get(size) ?? 1, passage: block.passage, look: block.look }
      return size < SMALL_SIZE * body ? { ...block, look: { ...block.look, small: true } } : block
    })
  }

  #isLarge(block: Block, body: number): boolean {
    if (block.type !== 'paragraph' || (this.#sizes.get(block) ?? 0) < HEADING_SIZE * body) return false
    const { text } = block.passage
    return text.length <= HEADING_LETTERS && /\p{L}/u.test(text) && (!/[.;,]$/u.test(text) || /^\S+\.$/u.test(text))
  }
}
