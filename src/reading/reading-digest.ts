import { createHash } from 'node:crypto'
import type { DocumentRecords } from '../../schema/records.ts'
import type { Reading } from './bytes-to-records.ts'

/**
 * The sha256 of all that was read, hexadecimal. Each record is written as JSON by itself: of a plan of many thousand rows the whole
 * would be a text of hundreds of megabytes.
 */
export function digestOf(
  mediaType: string | null,
  pages: number | null,
  { status, records, diagnostics }: Omit<Reading, 'document'>,
): string {
  const hash = createHash('sha256')
  for (const piece of jsonPieces(mediaType, pages, status, records, diagnostics)) hash.update(piece)
  return hash.digest('hex')
}

function* jsonPieces(
  mediaType: string | null,
  pages: number | null,
  status: Reading['status'],
  records: DocumentRecords | null,
  diagnostics: Reading['diagnostics'],
): Generator<string> {
  yield `${JSON.stringify([mediaType, pages, status]).slice(0, -1)},`
  if (records === null) yield 'null'
  else {
    let before = '{'
    for (const [name, value] of Object.entries(records)) {
      yield `${before}${JSON.stringify(name)}:`
      if (Array.isArray(value)) yield* listPieces(value)
      else yield JSON.stringify(value)
      before = ','
    }
    yield '}'
  }
  yield ','
  yield* listPieces(diagnostics)
  yield ']'
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  let before = '['
  for (const one of list) {
    yield before + JSON.stringify(one)
    before = ','
  }
  yield list.length === 0 ? '[]' : ']'
}
