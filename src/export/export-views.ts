import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { OWN_FILES } from '../../schema/own-files.ts'
import type { Store } from '../store/store.ts'
import type { ViewName } from '../store/views.ts'
import { viewToCsv } from './csv.ts'
import { dataPackage } from './data-package.ts'
import { FORMAT_NAMES, FORMATS, type Format } from './formats.ts'
import { viewToJson, viewToJsonl } from './json.ts'
import { rowsSchema } from './json-schema.ts'
import { EVERYTHING, type Selection } from './selection.ts'
import { writeWhole, writeWholeBytes } from './whole-file.ts'

/** What was written. */
export interface Exported {
  files: string[]
  /** How many cells of the workbook were cut, because a spreadsheet cannot hold them. */
  cut: number
  /** The views that the workbook leaves out, because it would be too large. */
  left: ViewName[]
}

/** The formats that are written row by row, one file a view. */
const WRITERS: Record<Exclude<Format, 'xlsx'>, (store: Store, view: ViewName, reviewId: string | null) => Iterable<string>> = {
  csv: viewToCsv,
  jsonl: viewToJsonl,
  json: viewToJson,
}

/**
 * Writes views, every one if none is selected, in each of the formats into `folder`, with `datapackage.json` and `schema.json`, which say what the
 * tables are. Each file is whole or as it was before. Throws `UsageError` where a workbook would be too large.
 */
export async function exportViews(
  store: Store,
  folder: string,
  formats: readonly Format[],
  selection: Selection = EVERYTHING,
): Promise<Exported> {
  const wanted = FORMAT_NAMES.filter((format) => formats.includes(format))
  const workbook = wanted.includes('xlsx') ? await (await import('./xlsx.ts')).viewsToXlsx(store, selection) : null
  mkdirSync(folder, { recursive: true })
  const files: string[] = []
  const write = (name: string, put: (path: string) => void): void => {
    const path = join(folder, name)
    put(path)
    files.push(path)
  }
  for (const format of wanted) {
    if (format === 'xlsx') continue
    for (const view of selection.views)
      write(FORMATS[format].file(view), (path) => writeWhole(path, WRITERS[format](store, view, selection.reviewId)))
  }
  if (workbook) write(FORMATS.xlsx.file(''), (path) => writeWholeBytes(path, workbook.bytes))
  write(OWN_FILES.schema, (path) => writeWhole(path, [asJson(rowsSchema())]))
  write(OWN_FILES.package, (path) => writeWhole(path, [asJson(dataPackage(wanted, selection.views, workbook?.left ?? []))]))
  return { files, cut: workbook?.cut ?? 0, left: workbook?.left ?? [] }
}

function asJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
