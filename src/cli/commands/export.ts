import { existsSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../../../schema/errors.ts'
import { exportViews } from '../../export/export-views.ts'
import type { Format } from '../../export/formats.ts'
import { viewsToJson } from '../../export/json.ts'
import type { Selection } from '../../export/selection.ts'
import { systemCode, systemWords } from '../../reading/system-words.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { VIEW_NAMES, type ViewName } from '../../store/views.ts'
import { oneReview } from '../find-review.ts'
import { nearWords } from '../near-words.ts'
import { counted, shownJson, warn } from '../screen.ts'

interface ExportOptions {
  db: string
  out: string
  format: Format[]
  views?: string[]
  review?: string
}

/** `scrutineer export`: all views as they stand at one moment, though an import may be going on. */
export async function exportCommand({ db, out, format, views, review }: ExportOptions): Promise<number> {
  checkTarget(out, format)
  const store = openStore(db, { readonly: true })
  try {
    await store.snapshot(async () => {
      const selection = selectionOf(store, views, review)
      if (out === '-') await pipeline(Readable.from(shownParts(viewsToJson(store, selection))), process.stdout, { end: false })
      else await exportFiles(store, out, format, selection)
    })
    return 0
  } catch (error) {
    if (systemCode(error)?.startsWith('E') && out !== '-') throw new UsageError(`${out} could not be written: ${systemWords(error)}.`)
    throw error
  } finally {
    store.close()
  }
}

/** What goes to standard output may be read in a terminal. */
function* shownParts(parts: Iterable<string>): Iterable<string> {
  for (const part of parts) yield shownJson(part)
}

/** The views and the review that a person named; all where they named none. */
function selectionOf(store: Store, views: readonly string[] = VIEW_NAMES, review: string | undefined): Selection {
  const wanted = views.flatMap((names) => names.split(','))
  const unknown = wanted.find((name) => !VIEW_NAMES.includes(name as ViewName))
  if (unknown !== undefined) {
    const near = nearWords(unknown, VIEW_NAMES)
    throw new UsageError(
      `There is no view ${unknown}. ${near.length ? `Did you mean ${near.join(' or ')}?` : `There are: ${VIEW_NAMES.join(', ')}.`}`,
    )
  }
  return {
    views: VIEW_NAMES.filter((name) => wanted.includes(name)),
    reviewId: review === undefined ? null : oneReview(store, review),
  }
}

function checkTarget(out: string, formats: readonly Format[]): void {
  if (out === '-') {
    const other = formats.find((format) => format !== 'json')
    if (other) throw new UsageError(`Only JSON goes to standard output. Name a folder for ${other} with --out.`)
  } else if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new UsageError(`${out} is a file. Name a folder with --out, or "-" for standard output.`)
  }
}

async function exportFiles(store: Store, out: string, formats: readonly Format[], selection: Selection): Promise<void> {
  const { files, cut, left } = await exportViews(store, out, formats, selection)
  warn(`${counted(files.length, 'file')} written to ${out}`)
  if (left.length > 0) warn(`The workbook would be too large and leaves out ${left.join(', ')}; --views or --review make it smaller.`)
  if (cut) {
    process.stderr.write(
      `${counted(cut, 'cell')} of the workbook could not hold all of its text and ends in "…"; the other formats have it.\n`,
    )
  }
}
