import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../parsers/formats/pdf/read-pdf.ts'
import type { Block, Document, Table } from '../../../schema/document.ts'
import { cellPassage } from '../../../schema/document.ts'
import type { FixtureBlock, FixtureTable } from '../../../scripts/pdf-fixture-sources.ts'
import { SOURCES } from '../../../scripts/pdf-fixture-sources.ts'

const folder = new URL('../../../fixtures/pdf/', import.meta.url)
const read = async (name: string): Promise<Document> => readPdf(new Uint8Array(readFileSync(new URL(name, folder))), {}, () => {})
const COLOUR = /^#[0-9a-f]{6}$/u
const plain = (text: string) => text.replaceAll(/<\/?sup>/gu, '')

const isTable = (block: Block): block is Table => block.type === 'table'
const isFixtureTable = (block: FixtureBlock): block is FixtureTable => block.type === 'table'
const textOf = (block: Block) => (block.type === 'table' ? '' : block.passage.text)

/** A table as its source gives it: text or colour of each cell. */
const expected = (table: FixtureTable) =>
  [...(table.header.length ? [table.header] : []), ...table.rows].map((row) => row.map((cell) => cell.replaceAll('\n', ' ')))
const found = (table: Table) =>
  table.rows.map((row) => row.map((cell) => (cell.blocks.length === 0 && cell.fill !== null ? cell.fill : cellPassage(cell).text)))

describe.each(SOURCES)('$name', (source) => {
  const files = readdirSync(folder).filter((name) => name.startsWith(`${source.name}.`) && name.endsWith('.pdf'))

  it('comes from two producers, tagged and not', () => {
    expect(files).toHaveLength(3)
  })

  it.each(files)('%s: every table is whole, row by row, with the colours of its cells', async (file) => {
    const document = await read(file)
    expect(document.blocks.filter(isTable).map(found)).toEqual(source.blocks.filter(isFixtureTable).map(expected))
  })

  it.each(files)('%s: text comes in order, paragraph by paragraph, without running heads', async (file) => {
    const document = await read(file)
    const texts = source.blocks.flatMap((block) => (block.type === 'table' || !block.text ? [] : [plain(block.text)]))
    expect(document.blocks.filter((block) => !isTable(block)).map(textOf)).toEqual(texts)
    expect(document.furniture.length).toBeGreaterThan(0)
    const headings = source.blocks.filter(({ type }) => type === 'heading')
    expect(document.blocks.filter(({ type }) => type === 'heading')).toHaveLength(headings.length)
    const bullets = source.blocks.filter(({ type }) => type === 'bullet')
    expect(document.blocks.filter((block) => block.type === 'list-item').map((block) => block.marker)).toEqual(bullets.map(() => '•'))
  })

  it.each(files)('%s: every box lies on its page', async (file) => {
    const document = await read(file)
    const runs = document.blocks.flatMap((block) =>
      block.type === 'table' ? block.rows.flatMap((row) => row.flatMap((cell) => cellPassage(cell).runs)) : block.passage.runs,
    )
    for (const run of runs) {
      const page = document.pages[(run.page ?? 0) - 1]
      const [x0, top, x1, bottom] = run.box ?? [-1, -1, -1, -1]
      expect(x0 >= 0 && top >= 0 && x1 <= (page?.width ?? 0) && bottom <= (page?.height ?? 0) && x0 < x1 && top < bottom).toBe(true)
    }
  })
})

it('every colour of the sources is one that a cell can have', () => {
  const colours = SOURCES.flatMap(({ blocks }) =>
    blocks.filter(isFixtureTable).flatMap(({ rows }) => rows.flat().filter((cell) => COLOUR.test(cell))),
  )
  expect(new Set(colours).size).toBeGreaterThan(1)
})
