import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentsToBlocks } from '../../../parsers/formats/pdf/contents-to-blocks.ts'
import type { Word } from '../../../parsers/formats/pdf/page/page-content.ts'
import type { Block, Passage, Run } from '../../../schema/document.ts'
import { pageOf, words } from './words.ts'

/** Every passage of blocks, the markers of list items as passages of their own. */
function passagesOf(blocks: readonly Block[]): Passage[] {
  return blocks.flatMap((block): Passage[] => {
    if (block.type === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => passagesOf(cell.blocks)))
    return block.type === 'list-item' ? [{ text: block.marker, runs: block.markerRuns }, block.passage] : [block.passage]
  })
}

const sorted = (text: string) => [...text.replaceAll(/[\s-]/gu, '')].sort().join('')

const anyLine = fc.record({
  text: fc.array(fc.constantFrom('Recommendation', '4:', '(b)', '•', 'officers', 'to', 'report', 'co-', '17', 'March.'), {
    minLength: 1,
    maxLength: 5,
  }),
  x: fc.constantFrom(60, 60, 60, 90, 240, 400),
  gap: fc.constantFrom(0, 13, 13, 13, 20, 34),
})
const anyPage = fc.record({ lines: fc.array(anyLine, { minLength: 1, maxLength: 25 }), grid: fc.boolean() })

/** Words that do not lie upon each other: a line that would is moved under the ones before. */
function setWords(lines: readonly { text: string[]; x: number; gap: number }[]): Word[] {
  const all: Word[] = []
  let base = 150
  for (const { text, x, gap } of lines) {
    base += gap
    const line = words(text.join(' '), x, base)
    if (all.some((other) => other.base === base && line.some((one) => one.x0 < other.x1 + 4 && one.x1 > other.x0 - 4))) {
      base += 13
      all.push(...words(text.join(' '), x, base))
    } else {
      all.push(...line)
    }
  }
  return all
}

describe('contentsToBlocks', () => {
  it('loses no text and tells none twice, and every run lies where its word stands', () => {
    fc.assert(
      fc.property(anyPage, ({ lines, grid }) => {
        const all = setWords(lines)
        const bottom = Math.max(...all.map((word) => word.bottom)) + 4
        const edges = grid
          ? [
              ...[130, 200, bottom].map((at) => ({ across: true, at, from: 50, to: 560 })),
              ...[50, 230, 560].map((at) => ({ across: false, at, from: 130, to: bottom })),
            ]
          : []
        const { blocks, furniture } = contentsToBlocks([pageOf(all, { edges })], () => {})
        const passages = [...passagesOf(blocks), ...furniture]
        expect(sorted(passages.map((passage) => passage.text).join(''))).toBe(sorted(all.map((word) => word.text).join('')))
        const runs = passages.flatMap((passage): Run[] => passage.runs)
        expect(new Set(runs.map((run) => String(run.box)))).toEqual(
          new Set(all.map((word) => String([word.x0, word.top, word.x1, word.bottom]))),
        )
      }),
      { numRuns: 300 },
    )
  })
})
