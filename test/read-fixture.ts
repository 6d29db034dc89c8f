import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDocument } from '../parsers/formats.ts'
import { extractRecords } from '../parsers/records.ts'
import { collectInto, type Diagnostic } from '../schema/diagnostics.ts'
import type { Document } from '../schema/document.ts'
import type { DocumentRecords } from '../schema/records.ts'
import { sheetNames } from '../schema/sheet-cells.ts'
import { goldenPlace, type Placed, placeName } from './golden-places.ts'

/** The folder of fixtures. */
export const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** One case of a layout: a paper, and the records and diagnostics that a person read and found right. */
export interface FixtureCase {
  layout: string
  name: string
  input: string
}

/** The folders of fixtures that hold other things than cases of a layout: whole archives, PDFs, what fuzzing found, files of several papers, the archive as word processors write it, and papers whose words are not known. */
const OTHER_FOLDERS = ['archive', 'pdf', 'fuzzed', 'pack', 'to-teach', 'word', 'sheets', 'pages', 'mails']

/** The folders of fixtures that hold cases of one layout each. */
export function layoutFolders(): string[] {
  return readdirSync(FIXTURES).filter((name) => statSync(join(FIXTURES, name)).isDirectory() && !OTHER_FOLDERS.includes(name))
}

/** All cases of all layouts, by name. */
export function fixtureCases(): FixtureCase[] {
  return layoutFolders().flatMap((layout) =>
    readdirSync(join(FIXTURES, layout)).flatMap((name): FixtureCase[] => {
      const folder = join(FIXTURES, layout, name)
      const input = readdirSync(folder).find((file) => file.startsWith('input.'))
      return input ? [{ layout, name, input: join(folder, input) }] : []
    }),
  )
}

/** All papers of the fixtures' archive, as paths. */
export function archivePapers(): string[] {
  const archive = join(FIXTURES, 'archive')
  return readdirSync(archive, { recursive: true, encoding: 'utf8' })
    .map((file) => join(archive, file))
    .filter((path) => statSync(path).isFile() && !basename(path).startsWith('.'))
    .sort()
}

/** What a paper says, as the import reads it. */
export async function readPaper(path: string): Promise<{ document: Document; records: DocumentRecords; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = []
  const report = collectInto(diagnostics)
  const document = await readDocument({ bytes: new Uint8Array(readFileSync(path)), path }, report)
  return { document, records: await extractRecords(document, report), diagnostics }
}

type Plain = Record<string, unknown>

/** Records as a golden keeps them: what a person would check, without what is null, each with where it is printed. */
export function goldenRecords(records: DocumentRecords, document: Document): Plain {
  const sheets = sheetNames(document)
  return keptRecords(records, (record) => ({ at: goldenPlace(record, sheets) }))
}

/** The same without places: one paper in two formats gives equal ones. */
export function plainRecords(records: DocumentRecords): Plain {
  return keptRecords(records, () => ({}))
}

function keptRecords(records: DocumentRecords, placed: (record: Placed) => Plain): Plain {
  const { evidence: _evidence, reviews, papers, ...rest } = records
  const bare = (record: object) => ({ ...bareFields(record), ...withoutNulls(placed(record)) })
  const { title, council, committee, datedText } = records
  const own = placed({ ...{ title, council, committee, datedText }, evidence: records.evidence })
  const lists = Object.fromEntries(
    Object.entries(rest).map(([name, value]) => [name, Array.isArray(value) ? value.map((record: object) => bare(record)) : value]),
  )
  return withoutNulls({
    ...own,
    ...lists,
    papers: papers.length > 1 ? papers.map(bare) : [],
    reviews: reviews.map((review) => ({
      title: review.title,
      confidence: review.confidence,
      source: review.source,
      ...withoutNulls(placed(review)),
    })),
  })
}

/** Diagnostics as a golden keeps them. */
export function goldenDiagnostics(diagnostics: readonly Diagnostic[], document: Document): Plain[] {
  const sheets = sheetNames(document)
  return diagnostics.map(({ rule, note, place }) => withoutNulls({ rule, note, at: placeName(place, sheets) || null }))
}

function bareFields(record: object): Plain {
  const { evidence: _evidence, place: _place, position: _position, paperKey: _paper, confidence: _confidence, ...fields } = record as Plain
  return withoutNulls(fields)
}

function withoutNulls(fields: Plain): Plain {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)))
}
