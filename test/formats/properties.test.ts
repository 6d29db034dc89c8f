import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import type { Document, Passage, Run } from '../../schema/document.ts'
import { DocumentError } from '../../schema/errors.ts'
import { plainDashes } from '../../schema/unseen-letters.ts'
import { allBlocks, allPassages, read } from './reading.ts'

const PATHS = fc.constantFrom('a.txt', 'a.md', 'a', 'a.xyz')

async function readOrRefuse(bytes: Uint8Array, path: string): Promise<Document | null> {
  try {
    return await readDocument({ bytes, path }, () => {})
  } catch (error) {
    if (error instanceof DocumentError) return null
    throw error
  }
}

function holdsPlaces(document: Document): void {
  const { source } = document
  if (source === null) throw new Error('a text has a source')
  for (const passage of allPassages(document)) {
    expect(passage.text).toBe(passage.text.normalize('NFC'))
    expect(passage.text).not.toMatch(/^\s|\s$|\s\s|[\n\t]/u)
    expectRuns(passage.runs, passage, source)
  }
  for (const block of allBlocks(document.blocks)) {
    if (block.type === 'list-item') expectRuns(block.markerRuns, { text: block.marker, runs: block.markerRuns }, source)
    if (block.type === 'table')
      for (const [row, cells] of block.rows.entries())
        for (const cell of cells) expect([cell.row, cell.col < block.columns]).toEqual([row, true])
  }
}

function expectRuns(runs: readonly Run[], passage: Passage, source: string): void {
  let end = 0
  let fragment = 0
  for (const run of runs) {
    expect(run.start).toBeGreaterThanOrEqual(end)
    expect(run.end).toBeGreaterThan(run.start)
    expect(run.fragment === fragment || run.fragment === fragment + 1).toBe(true)
    const offset = run.offset ?? -1
    const there = source.slice(offset, offset + run.end - run.start)
    expect(plainDashes(source).slice(offset, offset + run.end - run.start)).toBe(passage.text.slice(run.start, run.end))
    expect(there).not.toMatch(/[\r\n\f]/u)
    expect(run.line).toBe(lineOf(source, offset))
    end = run.end
    fragment = run.fragment
  }
  expect(end).toBeLessThanOrEqual(passage.text.length)
}

function lineOf(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|\r|\n/u).length
}

/** Lines such as papers are made of, with words that are distinguished by a number. */
const PIECE = fc.constantFrom(
  'word',
  'Word',
  'CAPITALS',
  'co-',
  '(b)',
  '1.',
  '2.5',
  'end.',
  '•',
  '\uf0b7',
  '-',
  'o',
  'T H A T',
  'é',
  'e\u0301',
  'recommen-',
  'Page 3 of 9',
  '\u00ad',
  'i.e.',
  'and',
)
const GAP = fc.constantFrom(' ', ' ', ' ', '  ', '\t', '\u00a0')
const LINE = fc.array(fc.tuple(PIECE, GAP), { maxLength: 12 }).map((parts) => parts.flat().join(''))
const LINE_END = fc.constantFrom('\n', '\n', '\n\n', '\r\n', '\n\n\n', '\f', '\n\f', '\n7\n')
const PAPER = fc.array(fc.tuple(LINE, LINE_END), { maxLength: 25 }).map((lines) => lines.flat().join(''))
const MARKS = fc.constantFrom(
  '<p>',
  '</p>',
  '<b>',
  '<table>',
  '<tr>',
  '<td>',
  '</table>',
  '<br>',
  '<sup>',
  '&amp;',
  '&nbsp;',
  '<x',
  '**',
  '_',
  '# ',
  '> ',
  '- ',
  '1. ',
  '| a | b |\n|--|--|\n',
  '`',
  '\\',
  '[^1]',
  '\n[^1]: ',
  '    ',
  '<!--',
  '-->',
  '<style>',
)
const MARKED_UP = fc.array(fc.oneof(MARKS, LINE, LINE_END), { maxLength: 40 }).map((parts) => parts.join(''))

describe('whatever is read', () => {
  it('is a document or refused in words, for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), PATHS, async (bytes, path) => {
        const document = await readOrRefuse(bytes, path)
        if (document) holdsPlaces(document)
      }),
      { numRuns: 500 },
    )
  })

  it('is where its places say, for any string', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), PAPER, MARKED_UP), PATHS, async (text, path) => {
        const document = await readOrRefuse(new TextEncoder().encode(text), path)
        if (document) holdsPlaces(document)
      }),
      { numRuns: 1500 },
    )
  })

  it('is plain data', async () => {
    await fc.assert(
      fc.asyncProperty(MARKED_UP, PATHS, async (text, path) => {
        const document = await readOrRefuse(new TextEncoder().encode(text), path)
        expect(JSON.parse(JSON.stringify(document))).toEqual(document)
      }),
      { numRuns: 200 },
    )
  })
})

/** Every word, every lone number and every line is another: a line that came again would be furniture, and be told once. */
function withoutRepeats(paper: string): string {
  let number = 10
  const word = (): string => (number++).toString(2).replaceAll('0', 'x').replaceAll('1', 'y')
  // A page has its mark once: one that comes again is furniture, told once.
  const marked = paper.replace(/Page \d+ of \d+/gu, () => `Page ${number++} of 900`)
  const pieces = marked.replace(/word|Word|CAPITALS|\b7\b/gu, (piece) => (piece === '7' ? String(number++) : `${piece}${word()}`))
  const seen = new Set<string>()
  const lines = pieces.split(/([\r\n\f]+)/u).map((line) => {
    const key = line
      .normalize('NFC')
      .replace(/\s+|\d+|\u00ad/gu, '')
      .toLowerCase()
    if (!key || !seen.has(key)) {
      seen.add(key)
      return line
    }
    return `${line} ${word()}`
  })
  return `Start\n${lines.join('')}`
}

function lettersTold(document: Document): Map<string, number> {
  const markers = allBlocks(document.blocks).flatMap((block) => (block.type === 'list-item' ? [block.marker] : []))
  return lettersOf([...allPassages(document).map(({ text }) => text), ...markers].join(' '))
}

describe('a plain text', () => {
  it('loses no letter and tells none twice', async () => {
    await fc.assert(
      fc.asyncProperty(PAPER, async (paper) => {
        const text = withoutRepeats(paper.replaceAll('\t', ' '))
        const document = await read(text)
        const told = lettersTold(document)
        for (const [letter, count] of lettersOf(furnitureAgain(text, document))) told.set(letter, (told.get(letter) ?? 0) + count)
        expect(Object.fromEntries(told)).toEqual(Object.fromEntries(lettersOf(text)))
      }),
      { numRuns: 1500 },
    )
  })

  it('tells none twice in tables either, where a header that comes again is dropped', async () => {
    await fc.assert(
      fc.asyncProperty(PAPER, async (paper) => {
        const text = withoutRepeats(paper)
        const there = lettersOf(text)
        for (const [letter, count] of lettersTold(await read(text))) expect(count, letter).toBeLessThanOrEqual(there.get(letter) ?? 0)
      }),
      { numRuns: 1000 },
    )
  })
})

function lettersOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [letter] of text.normalize('NFC').matchAll(/[\p{L}\p{N}]/gu)) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  return new Map([...counts].sort())
}

/** Furniture is kept once each; what of it is in the text again. */
function furnitureAgain(text: string, document: Document): string {
  const seen = new Set<string>()
  const furniture = new Set(document.furniture.map((passage) => passage.text))
  const inBlocks = document.blocks.map((block) => (block.type === 'table' ? '' : block.passage.text))
  const again: string[] = []
  for (const line of text.split(/[\r\n\f]+/u)) {
    const folded = line.normalize('NFC').replaceAll('\u00ad', '').replace(/\s+/gu, ' ').trim()
    if (furniture.has(folded) && seen.has(folded) && !inBlocks.includes(folded)) again.push(folded)
    seen.add(folded)
  }
  return again.join('')
}
