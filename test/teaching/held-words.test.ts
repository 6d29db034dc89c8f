import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { assert, asyncProperty, constantFrom, integer, record } from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { extractRecords, type HeldWords, heldWords, mayHold } from '../../parsers/records.ts'
import { collectInto, type Diagnostic } from '../../schema/diagnostics.ts'
import { blockPassages, type Document } from '../../schema/document.ts'
import { type TaughtWord, WORD_KINDS, WORD_MEANINGS } from '../../schema/taught-words.ts'
import { FIXTURES } from '../read-fixture.ts'

async function toDocument(text: string, path = 'paper.md'): Promise<Document> {
  return readDocument({ bytes: new TextEncoder().encode(text), path }, () => {})
}

/** All that a document gives by these words, as one text. */
async function reading(document: Document, words: readonly TaughtWord[]): Promise<string> {
  const diagnostics: Diagnostic[] = []
  return JSON.stringify([await extractRecords(document, collectInto(diagnostics), { words }), diagnostics])
}

describe('a word may be in a document', () => {
  test.each([
    ['as it is', 'The Reeve stands.', 'Reeve'],
    ['whatever its case', 'MATTERS PUT', 'Matters put'],
    ['torn by a narrow column', '| Anticipate d day | x |\n| --- | --- |\n| a | b |', 'Anticipated day'],
    ['with a mark of a note', 'Pennant²', 'Pennant'],
    ['before an apostrophe', "The Moot's lamps", 'Moot'],
    ['with an apostrophe', "The Moot's lamps", "Moot's"],
    ['beside a date', 'Pennant2024', 'Pennant'],
    ['as a colour that a sign stands for', 'Pennant: 🟠', 'Amber'],
    ['with a sign for "and"', 'Lamps & Ditches', 'lamps and ditches'],
    ['with accents', 'Prés-Noirs', 'Pres noirs'],
  ])('%s', async (_, text, word) => {
    expect(mayHold(heldWords(await toDocument(text)), word)).toBe(true)
  })

  test.each([
    ['The Reeve stands.', 'Reev'],
    ['The Reeve stands.', 'Reeve stood'],
    ['Sownder', 'Sown'],
  ])('and is not in %j: %s', async (text, word) => {
    expect(mayHold(heldWords(await toDocument(text)), word)).toBe(false)
  })

  test('as the colour of a cell', async () => {
    const document = await toDocument('| Matter | Pennant |\n| --- | --- |\n| Lamps | |\n')
    const [table] = document.blocks
    const cell = table?.type === 'table' ? table.rows[1]?.[1] : undefined
    expect(cell).toBeDefined()
    if (cell) cell.fill = '#00b050'
    const held = heldWords(document)
    expect([mayHold(held, 'Green'), mayHold(held, 'Amber')]).toEqual([true, false])
  })
})

describe('a paper that a taught word is not in', () => {
  const FILES = ['archive/*/*.{txt,md}', 'to-teach/*'].flatMap((pattern) => globSync(pattern, { cwd: FIXTURES }).sort())
  let papers: { path: string; document: Document; held: HeldWords; plain: string; labels: string[] }[] = []
  beforeAll(async () => {
    papers = await Promise.all(
      FILES.map(async (path) => {
        const document = await toDocument(readFileSync(join(FIXTURES, path), 'utf8'), path)
        const labels = document.blocks
          .flatMap(blockPassages)
          .flatMap(({ text }) => text.split(/[:|]|\s[–-]\s|(?<=\.)\s/u))
          .map((text) => text.trim())
          .filter((text) => text.length < 60 && /\p{L}/u.test(text))
        return { path, document, held: heldWords(document), plain: await reading(document, []), labels }
      }),
    )
  }, 60_000)

  test('is read as it was without it: for any heading, label, grade or other words of the archive', async () => {
    let [left, changed] = [0, 0]
    const lesson = record({
      label: integer({ min: 0, max: 1e6 }),
      from: integer({ min: 0, max: 8 }),
      length: integer({ min: 1, max: 12 }),
      kind: constantFrom(...WORD_KINDS),
      means: integer({ min: 0, max: 20 }),
      paper: integer({ min: 0, max: 1e6 }),
      other: integer({ min: 0, max: 1 }),
    })
    await assert(
      asyncProperty(lesson, async ({ label, from, length, kind, means, paper, other }) => {
        const one = papers[paper % papers.length]
        const labels = papers[(paper + other) % papers.length]?.labels ?? []
        const all = (labels[label % labels.length] ?? '').split(' ')
        const word = all.slice(from % all.length, (from % all.length) + length).join(' ')
        const meanings: readonly string[] = WORD_MEANINGS[kind]
        if (!one || !/[\p{L}\p{N}]/u.test(word)) return
        const words = [{ kind, word, means: meanings[means % meanings.length] ?? '', council: null }]
        const now = await reading(one.document, words)
        if (now !== one.plain) changed++
        if (mayHold(one.held, word)) return
        left++
        expect(now).toBe(one.plain)
      }),
      { numRuns: 150 },
    )
    expect(left).toBeGreaterThan(0)
    expect(changed).toBeGreaterThan(0)
  })
})
