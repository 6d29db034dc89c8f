import type { Row } from '../store/database.ts'
import { shortDigest } from './file-names.ts'
import { compareText, rowNumber, rowText } from './rows.ts'

/** A passage of a paper that one or more values rest on. */
export interface Passage {
  /** Names the mark on its page; follows from the place and the words. */
  id: string
  documentId: string
  quote: string | null
  page: number | null
  /** Points from the page's top left corner, in a spreadsheet columns and rows: left edge, top, right edge, bottom. */
  box: readonly [x0: number, top: number, x1: number, bottom: number] | null
  lineFrom: number | null
  lineTo: number | null
  /** The cell of a spreadsheet, by its name. */
  cell: string | null
  uses: Use[]
}

/** A value that rests on a passage. */
export interface Use {
  entityId: string
  field: string
  state: string
}

/** Where one field's value is, and how it came to be known. */
export interface Evidence {
  state: string
  passage: Passage
}

/** All evidence, by what it is evidence for and by where it is. */
export interface EvidenceIndex {
  /** The places of one field of one record, in reading order. */
  of(entityId: unknown, field: string): Evidence[]
  /** How a field that has no place came to be null: "blank", "not_found", or null where nothing is said. */
  stateOf(entityId: unknown, field: string): string | null
  /** The passages of a paper, in reading order. */
  inPaper(documentId: string): Passage[]
}

/** What a grade or a verdict is read from, where the papers' evidence names no place of its own for it: a colour, the words of an answer. */
const READ_FROM: Record<string, string> = { status: 'assessment_text', outcome: 'text' }

/** The places that a value rests on: its own, or else those of what it was worked out from. */
export function placesOf(index: EvidenceIndex, entityId: unknown, field: string): Evidence[] {
  const own = index.of(entityId, field)
  const from = READ_FROM[field]
  return own.length || from === undefined ? own : index.of(entityId, from).map(({ passage }) => ({ state: 'derived', passage }))
}

/** Names of the values of which a passage is one piece of several: pieces of one value are shown together. */
export function sharedValues(index: EvidenceIndex, passage: Passage): string[] {
  const shared = passage.uses.filter(({ entityId, field }) => index.of(entityId, field).length > 1)
  return [...new Set(shared.map(({ entityId, field }) => `v-${shortDigest(`${entityId}\n${field}`)}`))]
}

/** Brings evidence that is at one place together: a due date as printed and its two days are one mark. */
export function indexEvidence(rows: Iterable<Row>): EvidenceIndex {
  const passages = new Map<string, Passage>()
  const byField = new Map<string, Evidence[]>()
  const states = new Map<string, string>()
  const papers = new Map<string, Passage[]>()
  for (const row of rows) {
    const field = `${row.entity_id}\n${row.field}`
    states.set(field, String(row.state))
    if (row.page === null && row.line_from === null) continue
    const key = [row.document_id, row.page, row.x0, row.top, row.x1, row.bottom, row.line_from, row.line_to, row.quote].join('\n')
    let passage = passages.get(key)
    if (!passage) {
      passage = toPassage(row, key)
      passages.set(key, passage)
      push(papers, passage.documentId, passage)
    }
    passage.uses.push({ entityId: String(row.entity_id), field: String(row.field), state: String(row.state) })
    push(byField, field, { state: String(row.state), passage })
  }
  for (const list of papers.values()) list.sort(inReadingOrder)
  for (const list of byField.values()) list.sort((a, b) => inReadingOrder(a.passage, b.passage))
  return {
    of: (entityId, field) => byField.get(`${entityId}\n${field}`) ?? [],
    stateOf: (entityId, field) => states.get(`${entityId}\n${field}`) ?? null,
    inPaper: (documentId) => papers.get(documentId) ?? [],
  }
}

function toPassage(row: Row, key: string): Passage {
  const [x0, top, x1, bottom] = [row.x0, row.top, row.x1, row.bottom].map(rowNumber)
  const isBox = x0 != null && top != null && x1 != null && bottom != null
  return {
    id: `p-${shortDigest(key)}`,
    documentId: String(row.document_id),
    quote: rowText(row.quote),
    page: rowNumber(row.page),
    box: isBox ? [x0, top, x1, bottom] : null,
    lineFrom: rowNumber(row.line_from),
    lineTo: rowNumber(row.line_to) ?? rowNumber(row.line_from),
    cell: rowText(row.cell ?? null),
    uses: [],
  }
}

function inReadingOrder(a: Passage, b: Passage): number {
  return (
    (a.page ?? 0) - (b.page ?? 0) ||
    (a.lineFrom ?? 0) - (b.lineFrom ?? 0) ||
    (a.box?.[1] ?? 0) - (b.box?.[1] ?? 0) ||
    (a.box?.[0] ?? 0) - (b.box?.[0] ?? 0) ||
    compareText(a.id, b.id)
  )
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Where a passage is, in words: "page 3", "lines 52–53", "Tracker!D14". */
export function placeWords({ page, lineFrom, lineTo, cell }: Passage): string {
  if (cell !== null) return cell
  const lines = lineFrom === null ? '' : lineTo === null || lineTo === lineFrom ? `line ${lineFrom}` : `lines ${lineFrom}–${lineTo}`
  return lines || (page === null ? '' : `page ${page}`)
}
