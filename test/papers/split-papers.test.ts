import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { blockText } from '../../parsers/papers/front-lines.ts'
import { type PaperPart, splitPapers } from '../../parsers/papers/split-papers.ts'
import type { Document } from '../../schema/document.ts'
import { FIXTURES, fixtureCases } from '../read-fixture.ts'

const PACKS = join(FIXTURES, 'pack')

async function read(path: string): Promise<Document> {
  return readDocument({ bytes: new Uint8Array(readFileSync(path)), path }, () => {})
}

const textDocument = (text: string) => readDocument({ bytes: new TextEncoder().encode(text), path: 'paper.txt' }, () => {})

/** What `expected.md` lists: "- agenda, pages 1-2: Public Document Pack". */
function expectedParts(folder: string): string[] {
  return readFileSync(join(folder, 'expected.md'), 'utf8')
    .split('\n')
    .flatMap((line) => /^- (.+)$/u.exec(line)?.[1] ?? [])
}

/** A part as `expected.md` writes it, with as many of its first words as are expected. */
function describePart({ document, hint, pageFrom, pageTo }: PaperPart, expected: string | undefined): string {
  const pages = pageFrom === null ? 'no pages' : pageFrom === pageTo ? `page ${pageFrom}` : `pages ${pageFrom}-${pageTo}`
  const words = /: (.+)$/u.exec(expected?.replace(/^[^:]*/u, '') ?? '')?.[1] ?? ''
  const [first] = document.blocks
  return `${hint}, ${pages}: ${first ? blockText(first).slice(0, words.length || 60) : ''}`
}

const textOf = ({ blocks }: Document) => blocks.map(blockText).join(' ').replace(/\s+/gu, '')

describe.each(readdirSync(PACKS))('fixtures/pack/%s', (name) => {
  const folder = join(PACKS, name)
  const input = join(folder, readdirSync(folder).find((file) => file.startsWith('input.')) ?? '')

  it('comes apart into the papers that a person expects', async () => {
    const expected = expectedParts(folder)
    const parts = splitPapers(await read(input))
    expect(parts.map((part, index) => describePart(part, expected[index]))).toEqual(expected)
  })

  it('keeps every word, in order, and each part knows only the pages that it is printed on', async () => {
    const document = await read(input)
    const parts = splitPapers(document)
    expect(parts.map((part) => textOf(part.document)).join('')).toBe(textOf(document))
    for (const { document: part, pageFrom, pageTo } of parts) {
      expect(part.pages.map(({ page }) => page).filter((page) => page < (pageFrom ?? 0) || page > (pageTo ?? 0))).toEqual([])
      expect(part.source).toBe(document.source)
    }
  })

  it('gives a document of one paper back as it is, and reasons for each further paper', async () => {
    const document = await read(input)
    const [first, ...others] = splitPapers(document)
    if (others.length === 0) expect(first?.document).toBe(document)
    expect(first?.score).toBe(1)
    for (const { reasons, score } of others) {
      expect(reasons.length).toBeGreaterThan(0)
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
    }
  })
})

describe('papers that are one', () => {
  it.each(fixtureCases().map(({ layout, name, input }) => [`${layout}/${name}`, input]))('%s', async (_, input) => {
    expect(splitPapers(await read(input)).map(({ document }) => document.blocks[0])).toHaveLength(1)
  })
})

describe('any document', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'MINUTES',
      'Present: Councillor Ray',
      'Agenda Item 4',
      'APPENDIX A',
      'Tolland Council',
      '---',
      '\f',
      'Date: 4 May 2020',
      '1. Purpose',
      '',
    ),
    fc.string({ maxLength: 40 }),
  )
  it('comes apart without loss', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 40 }), async (lines) => {
        const text = lines.join('\n')
        if (!/[^\s\p{Cc}\ufeff]/u.test(text)) return
        const document = await textDocument(text)
        expect(
          splitPapers(document)
            .map((part) => textOf(part.document))
            .join(''),
        ).toBe(textOf(document))
      }),
      { numRuns: 60 },
    )
  })
})
