import { describe, expect, it } from 'vitest'
import type { Edge } from '../../../parsers/formats/pdf/page/page-content.ts'
import { withoutStruck } from '../../../parsers/formats/pdf/words/struck-words.ts'
import { pageOf, words } from './words.ts'

const line = words('Open in May or June at last.', 50, 100)
const textOf = (edges: Edge[]) =>
  withoutStruck(pageOf(line, { edges }))
    .words.map(({ text }) => text)
    .join(' ')
const over = (from: number, to: number, at: number): Edge => ({ across: true, at, from: line[from]?.x0 ?? 0, to: line[to]?.x1 ?? 0 })

describe('words with a line through them', () => {
  it('are left out with the line', () => {
    const struck = over(1, 3, 97)
    expect(withoutStruck(pageOf(line, { edges: [struck] })).edges).toEqual([])
    expect(textOf([struck])).toBe('Open June at last.')
  })

  it('leave the stop that ends the sentence', () => {
    expect(textOf([{ ...over(4, 6, 97), to: (line[6]?.x1 ?? 0) - 3 }])).toBe('Open in May or.')
  })

  it('stay where the line is under them, or a rule that goes on beyond them', () => {
    expect(textOf([over(1, 3, 101.5)])).toBe('Open in May or June at last.')
    expect(textOf([{ across: true, at: 97, from: 20, to: 400 }])).toBe('Open in May or June at last.')
  })
})
