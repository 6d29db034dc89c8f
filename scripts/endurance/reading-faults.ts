import { bytesToText } from '../../parsers/formats/text/bytes-to-text.ts'
import { foldedSource, type Page } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { DocumentRecords, Evidence } from '../../schema/records.ts'
import { checkRecords, type Reading } from '../../src/reading/bytes-to-records.ts'
import { errorToNote } from '../../src/reading/error-to-note.ts'
import type { FileReading, Unopened } from '../../src/reading/read-file.ts'
import type { Death } from '../../src/reading/reading-pool.ts'

/** Something that must not be, whatever a file holds. */
export interface Fault {
  /** What was broken, in a word: a rule of a death or a diagnostic, or an invariant of records. */
  rule: string
  note: string
}

/** What an evidenced place is compared with: the source of a text, or the number of pages and their sizes where those are known. */
interface Extent {
  /** White space folded. */
  source: string | null
  lines: number
  pages: number | null
  sizes: readonly Page[]
}

/** Formats whose places are lines of the file's own text. */
const WITH_SOURCE: ReadonlySet<string> = new Set(['text/plain', 'text/markdown'])

/** What is wrong with a reading of these bytes, beside what a diagnostic may rightly say about them. `sizes` are the document's pages. */
export function readingFaults(reading: FileReading | Unopened | Death, bytes: Uint8Array, sizes: readonly Page[] = []): Fault[] {
  if (reading.type !== 'read') return [{ rule: reading.rule, note: reading.note }]
  const { records, diagnostics, status, pages, mediaType } = reading
  const source = mediaType !== null && WITH_SOURCE.has(mediaType) ? bytesToText(bytes, () => {}) : null
  const extent = {
    source: source && foldedSource(source),
    lines: source?.split(/\r\n|\r|\n/u).length ?? Number.POSITIVE_INFINITY,
    pages,
    sizes,
  }
  const own = diagnostics.filter(({ rule }) => rule === 'internal-error').map(({ rule, note }) => ({ rule, note: note ?? '' }))
  const severe = diagnostics.some(({ severity }) => severity === 'error')
  const silent = (records === null) !== (status === 'failed' || status === 'skipped') || severe !== (status !== 'ok')
  return [
    ...own,
    ...(silent ? [{ rule: 'status', note: `${status} with ${records ? '' : 'no '}records and ${severe ? '' : 'no '}error` }] : []),
    ...diagnostics.flatMap(({ rule, place }) => placeFaults(place, extent).map((fault) => ({ ...fault, note: `${rule}: ${fault.note}` }))),
    ...(records ? recordFaults(records, extent) : []),
  ]
}

/** What is wrong where the same bytes were read twice, by a thread and here: any difference, and what lies off its page. */
export function secondFaults(first: FileReading, second: Reading, bytes: Uint8Array): Fault[] {
  const told = ({ status, records, diagnostics }: Omit<Reading, 'document'>): string => JSON.stringify([status, records, diagnostics])
  const differs = told(first) === told(second) ? [] : [{ rule: 'differs', note: `read again it comes to something else, ${second.status}` }]
  return [...differs, ...readingFaults(first, bytes, second.document?.pages)]
}

function recordFaults(records: DocumentRecords, extent: Extent): Fault[] {
  const faults: Fault[] = []
  try {
    checkRecords(records)
  } catch (error) {
    faults.push({ rule: 'schema', note: errorToNote(error) })
  }
  faults.push(...records.evidence.flatMap((piece) => evidenceFaults(piece, extent)))
  for (const list of Object.values(records)) {
    if (!Array.isArray(list)) continue
    for (const record of list) {
      if (!('place' in record) || !('key' in record)) continue
      const pieces = 'evidence' in record ? record.evidence : []
      const found = [...placeFaults(record.place, extent), ...pieces.flatMap((piece) => evidenceFaults(piece, extent))]
      faults.push(...found.map(({ rule, note }) => ({ rule, note: `${record.key}: ${note}` })))
    }
  }
  return faults
}

function evidenceFaults({ field, state, quote, place }: Evidence, extent: Extent): Fault[] {
  const faults = placeFaults(place, extent)
  const says = state === 'stated' || state === 'derived'
  // What follows from the colour of a cell has a place and no words.
  const quoted = state === 'derived' ? quote !== '' : (state === 'stated') === Boolean(quote)
  if (!quoted) faults.push({ rule: 'quote', note: `it is ${state} with the quote ${JSON.stringify(quote)}` })
  if (quote !== null && extent.source !== null && !extent.source.includes(quote)) {
    faults.push({ rule: 'quote', note: `the source does not say ${JSON.stringify(quote.slice(0, 200))}` })
  }
  if (says && place.page === null && place.lineFrom === null) faults.push({ rule: 'place', note: 'what is said stands nowhere' })
  return faults.map(({ rule, note }) => ({ rule, note: `${field}: ${note}` }))
}

function placeFaults({ page, box, lineFrom, lineTo }: Place, { lines, pages, sizes }: Extent): Fault[] {
  const wrong = (note: string): Fault[] => [{ rule: 'place', note }]
  if (page !== null && (page < 1 || page > (pages ?? Number.POSITIVE_INFINITY))) return wrong(`page ${page} of ${pages}`)
  if (box && (!box.every(Number.isFinite) || box[0] > box[2] || box[1] > box[3])) return wrong(`the box ${box.join(' ')}`)
  const size = sizes.find((one) => one.page === page)
  if (box && size && (box[2] < 0 || box[0] > size.width || box[3] < 0 || box[1] > size.height))
    return wrong(`the box ${box.join(' ')} off the page`)
  if ((lineFrom === null) !== (lineTo === null)) return wrong('one end of its lines')
  if (lineFrom !== null && lineTo !== null && (lineFrom < 1 || lineFrom > lineTo || lineTo > lines)) {
    return wrong(`lines ${lineFrom} to ${lineTo} of ${lines}`)
  }
  return []
}
