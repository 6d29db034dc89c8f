import { existsSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UsageError } from '../../../schema/errors.ts'
import { viewToCsv } from '../../export/csv.ts'
import { exportViews } from '../../export/export-views.ts'
import { FORMAT_NAMES, type Format, HANDOUT_FORMATS, type HandoutFormat } from '../../export/formats.ts'
import { viewsToJson, viewToJsonl } from '../../export/json.ts'
import type { Selection } from '../../export/selection.ts'
import type { HandoutTarget } from '../../export/write-handout.ts'
import { systemCode, systemWords } from '../../reading/system-words.ts'
import { openStore } from '../../store/open-store.ts'
import type { Store } from '../../store/store.ts'
import { VIEW_NAMES, type ViewName } from '../../store/views.ts'
import { oneReview } from '../find-review.ts'
import { handoutDoubts } from '../handout-doubts.ts'
import { nearWords } from '../near-words.ts'
import { counted, databaseFlag, shownJson, shownLines, warn } from '../screen.ts'

interface ExportOptions {
  db: string
  /** Standard output for views and the folder at hand for a hand-out, where none is given. */
  out?: string
  format: (Format | HandoutFormat)[]
  views?: string[]
  review?: string
}

/** What is written where: views as tables, one review as a hand-out, or both. */
interface Plan {
  tables: { formats: Format[]; out: string } | null
  handout: { formats: HandoutFormat[]; target: HandoutTarget; review: string } | null
}

/** `scrutineer export`: all views, or one review on a few pages, as they are at one moment, though an import may be going on. */
export async function exportCommand(options: ExportOptions): Promise<number> {
  const { db, out = '-', views, review } = options
  const { tables, handout } = planOf(options)
  const store = openStore(db, { readonly: true })
  try {
    await store.snapshot(async () => {
      if (handout) {
        const { writeHandout } = await import('../../export/write-handout.ts')
        const reviewId = oneReview(store, handout.review)
        const files = await writeHandout(store, reviewId, handout.formats, handout.target)
        for (const file of files) warn(`The hand-out was written to ${file}`)
        const doubts = handoutDoubts(store, reviewId)
        if (doubts !== null) warn(`${doubts}: scrutineer check --list${databaseFlag(db)}`)
      }
      if (!tables) return
      const selection = selectionOf(store, views, review)
      if (tables.out === '-') {
        await pipeline(Readable.from(partsForOutput(store, tables.formats, selection)), process.stdout, { end: false })
      } else await exportFiles(store, tables.out, tables.formats, selection)
    })
    return 0
  } catch (error) {
    if (systemCode(error)?.startsWith('E') && (handout || out !== '-')) {
      throw new UsageError(`${options.out ?? 'The current folder'} could not be written: ${systemWords(error)}.`)
    }
    throw error
  } finally {
    store.close()
  }
}

/**
 * A workbook of one review is a hand-out unless views are named: then it holds these as tables. Word and HTML are always
 * hand-outs, the other formats always tables.
 */
function planOf({ out, format, views, review }: ExportOptions): Plan {
  const isHandout = (name: string): name is HandoutFormat =>
    name === 'xlsx' ? review !== undefined && views === undefined : HANDOUT_FORMATS.includes(name as HandoutFormat)
  const formats = HANDOUT_FORMATS.filter((name) => format.includes(name) && isHandout(name))
  const tables = FORMAT_NAMES.filter((name) => format.includes(name) && !isHandout(name))
  const [first] = formats
  if (first && review === undefined) throw new UsageError(`A hand-out (${first}) has one review. Name it with --review.`)
  if (first && views) throw new UsageError(`--views is for tables, and ${first} is a hand-out. Leave --views out.`)
  if (tables.length) checkTarget(out ?? '-', tables)
  return {
    tables: tables.length ? { formats: tables, out: out ?? '-' } : null,
    handout: first && review !== undefined ? { formats, target: handoutTarget(out ?? '.', formats, tables.length === 0), review } : null,
  }
}

/** A folder; or the file that is named, where there is nothing else to write and its name ends as the format does. */
function handoutTarget(out: string, formats: readonly HandoutFormat[], alone: boolean): HandoutTarget {
  if (out === '-') throw new UsageError(`A hand-out cannot go to standard output. Name a folder for ${formats[0]} with --out.`)
  const folder = existsSync(out) && statSync(out).isDirectory()
  if (!folder && alone && formats.length === 1 && extname(out).toLowerCase() === `.${formats[0]}`) return { file: out }
  if (!folder && existsSync(out)) throw new UsageError(`${out} is a file. Name a folder with --out.`)
  return { folder: out }
}

/** Names every view, so that one review can be had as tables in a workbook. */
const ALL_VIEWS = 'all'

/** The formats of which a file holds one view, so that one view can go to standard output. */
const ONE_VIEW: readonly Format[] = ['csv', 'jsonl']

/** All views as one JSON object, or one view in a format that has no place for several. A terminal gets no sign that it would obey. */
function partsForOutput(store: Store, [format]: readonly Format[], selection: Selection): Iterable<string> {
  const { views, reviewId } = selection
  const [view, second] = views
  if (format === 'json') return mapped(viewsToJson(store, selection), shownJson)
  if (!view || second) {
    throw new UsageError(`Only one view can go to standard output as ${format}. Name it with --views, or name a folder with --out.`)
  }
  if (format === 'jsonl') return mapped(viewToJsonl(store, view, reviewId), shownJson)
  const isShown = process.stdout.isTTY
  return mapped(viewToCsv(store, view, reviewId), (lines) => (isShown ? shownLines(lines.replaceAll('\r\n', '\n')) : lines))
}

function* mapped(parts: Iterable<string>, change: (part: string) => string): Iterable<string> {
  for (const part of parts) yield change(part)
}

/** The views and the review that a person named; all views where they named none, or "all". */
function selectionOf(store: Store, views: readonly string[] = VIEW_NAMES, review: string | undefined): Selection {
  const wanted = views.flatMap((names) => (names === ALL_VIEWS ? VIEW_NAMES : names.split(',')))
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
    const [format, second] = formats
    if (format === 'json' && !second) return
    if (!format || second || !ONE_VIEW.includes(format)) {
      const other = formats.find((name) => name !== 'json')
      throw new UsageError(`Only JSON, or one view as csv or jsonl, can go to standard output. Name a folder for ${other} with --out.`)
    }
  } else if (existsSync(out) && !statSync(out).isDirectory()) {
    throw new UsageError(`${out} is a file. Name a folder with --out, or "-" for standard output.`)
  }
}

async function exportFiles(store: Store, out: string, formats: readonly Format[], selection: Selection): Promise<void> {
  const { files, cut, left } = await exportViews(store, out, formats, selection)
  warn(`${counted(files.length, 'file')} written to ${out}`)
  if (left.length > 0) warn(`The workbook would be too large, so it leaves out ${left.join(', ')}. --views or --review makes it smaller.`)
  if (cut) {
    process.stderr.write(
      `${counted(cut, 'cell')} of the workbook could not hold all the text and ends in "…". The other formats have it.\n`,
    )
  }
}
