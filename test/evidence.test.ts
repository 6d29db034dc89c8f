import { describe, expect, it } from 'vitest'
import { type Block, type Document, foldedSource } from '../schema/document.ts'
import type { DocumentRecords, Evidence } from '../schema/records.ts'
import { archivePapers, fixtureCases, readPaper } from './read-fixture.ts'

const textOf = (block: Block): string =>
  block.type === 'table'
    ? block.rows
        .flat()
        .flatMap(({ blocks }) => blocks.map(textOf))
        .join(' ')
    : block.passage.text
/** The source; of a format without one, the words that were read in it. */
const sourceOf = (document: Document) => foldedSource(document.source ?? document.blocks.map(textOf).join(' '))

/** The records whose every filled text or date field must say where it is. */
const EVIDENCED: readonly (keyof DocumentRecords)[] = ['wordings', 'resolutions', 'commitments', 'actions', 'progressUpdates']
/** Fields that are not words or dates of the document. */
const NOT_EVIDENCED = new Set([
  'key',
  'reviewKey',
  'paperKey',
  'confidence',
  'parentKey',
  'wordingKey',
  'furtherWordingKeys',
  'commitmentKey',
  'label',
  'position',
  'role',
  'kind',
  'evidence',
  'place',
  'decides',
])

function allEvidence(records: DocumentRecords): Evidence[] {
  return [records.evidence, ...Object.values(records).filter(Array.isArray)]
    .flat()
    .flatMap((record) => ('evidence' in record ? (record.evidence as Evidence[]) : 'field' in record ? [record as Evidence] : []))
}

/** Letters and figures of a text or its source: without mark-up, the names of letters and the targets of links. */
const letters = (text: string): string =>
  text
    .replace(/<[^<>]*>|&#?\w+;|\]\([^()]*\)/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .normalize()

const inputs = [
  ...fixtureCases().map(({ layout, name, input }) => ({ name: `${layout}/${name}`, input })),
  ...archivePapers().map((input) => ({ name: input.split('/').at(-1), input })),
]

describe.each(inputs)('$name', async ({ input }) => {
  const { document, records } = await readPaper(input)

  it('quotes nothing that its source does not say', () => {
    const source = sourceOf(document)
    for (const { quote, field } of allEvidence(records)) if (quote !== null) expect(source, field).toContain(quote)
  })

  it('says of every value where it is printed', () => {
    for (const list of EVIDENCED) {
      for (const record of records[list] as unknown as (Record<string, unknown> & { evidence: Evidence[] })[]) {
        const evidenced = new Set(
          record.evidence.filter(({ state }) => state === 'stated' || state === 'derived').map(({ field }) => field),
        )
        for (const [field, value] of Object.entries(record)) {
          if (value !== null && !NOT_EVIDENCED.has(field)) expect(evidenced, `${list} ${String(record.key)} ${field}`).toContain(field)
        }
      }
    }
  })

  it('gives lines that are lines of the source', () => {
    const lines = (document.source ?? '').split('\n').length
    for (const { place } of allEvidence(records)) {
      if (place.lineFrom !== null) expect(place.lineFrom).toBeGreaterThan(0)
      if (place.lineTo !== null) expect(place.lineTo).toBeLessThanOrEqual(lines)
    }
  })

  it('has each quote in the lines that it names', () => {
    if (document.source === null) return
    const lines = document.source.split('\n')
    for (const { quote, field, place } of allEvidence(records)) {
      if (quote === null || place.lineFrom === null || place.lineTo === null) continue
      expect(foldedSource(lines.slice(place.lineFrom - 1, place.lineTo).join('\n')), field).toContain(quote)
    }
  })

  it('quotes of a value no words but its own', () => {
    for (const list of EVIDENCED) {
      for (const record of records[list] as unknown as (Record<string, unknown> & { evidence: Evidence[] })[]) {
        for (const [field, pieces] of Map.groupBy(record.evidence, (piece) => piece.field)) {
          const quotes = pieces.flatMap(({ state, quote }) => (state === 'stated' && quote !== null ? [quote] : []))
          if (quotes.length > 0)
            expect(letters(quotes.join('')), `${list} ${String(record.key)} ${field}`).toBe(letters(String(record[field])))
        }
      }
    }
  })
})
