import { statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { collectInto, type Diagnostic, type RuleName } from '../../../schema/diagnostics.ts'
import type { Document } from '../../../schema/document.ts'
import { UsageError } from '../../../schema/errors.ts'
import { NOWHERE } from '../../../schema/place.ts'
import type { DocumentRecords } from '../../../schema/records.ts'
import type { Death } from '../../reading/bounded-threads.ts'
import { checkOcr } from '../../reading/check-ocr.ts'
import { DEFAULT_LIMITS, type Limits } from '../../reading/limits.ts'
import type { WholeReading } from '../../reading/read-file.ts'
import { leavePool, openPool } from '../../reading/reading-pool.ts'
import { blocksToLines, printReading, tablesToJson } from '../inspect-reading.ts'
import { printWhy } from '../inspect-why.ts'
import { type LimitOptions, limitsOf } from '../limit-options.ts'
import { print, printJson, shownPath, styled } from '../screen.ts'
import { wordsOption } from '../words-option.ts'

interface InspectOptions extends LimitOptions {
  blocks?: boolean
  tables?: boolean
  json?: boolean
  why?: boolean
  password?: string
  ocr?: boolean | string
  words?: string
  page?: number
  image?: string
}

/** Pixels a point of the pictures that are drawn: 144 dots an inch, sharp enough to read on a screen. */
const PICTURE_SCALE = 2

/** `scrutineer inspect`: what is seen in one document. 0 if it was read in full, else 1. */
export async function inspectCommand(path: string, options: InspectOptions): Promise<number> {
  const limits = { ...DEFAULT_LIMITS, ...limitsOf(options) }
  const reading = await readWhole(path, options, limits)
  const { document, status, records, diagnostics, papers } = reading
  const blocks = document?.blocks ?? []
  if (options.image !== undefined) {
    if (!document || !/^(?:application\/pdf|image\/.+)$/u.test(document.mediaType))
      throw new UsageError(`--image draws pages of PDFs and pictures. ${path} is neither, or could not be read${because(diagnostics)}.`)
    await drawSeen(path, document, records, { ...options, image: options.image }, limits)
    return status === 'ok' ? 0 : 1
  }
  const summary = { path, status, mediaType: document?.mediaType ?? null, pages: document?.pages.length || null, blocks: blocks.length }
  if (options.why && options.json) {
    printJson({ document: summary, papers, diagnostics })
  } else if (options.why && document) {
    print(styled('bold', shownPath(path)))
    printWhy(papers)
    if (status !== 'ok') print('Part of it could not be read. Run inspect without --why to see what is missing.')
  } else if (options.tables && options.json) printJson(tablesToJson(blocks))
  else if (options.blocks && options.json) printJson(document)
  else if (options.tables) print(blocksToLines(blocks.filter(({ type }) => type === 'table')).join('\n'))
  else if (options.blocks) print(blocksToLines(blocks).join('\n'))
  else if (options.json) printJson({ document: summary, records, diagnostics })
  else printReading(path, reading)
  return status === 'ok' ? 0 : 1
}

/** Why nothing could be read, in the words of the first error. */
function because(diagnostics: readonly Diagnostic[]): string {
  const error = diagnostics.find(({ severity }) => severity === 'error')
  return error ? ` (${error.rule}${error.note ? `: ${error.note}` : ''})` : ''
}

/** All that is seen in a file, within the limits. Throws `UsageError` for one that does not open. */
async function readWhole(
  path: string,
  { password, words, ocr = true, why = false }: InspectOptions,
  limits: Limits,
): Promise<WholeReading> {
  const taught = wordsOption(words)
  await checkOcr(ocr)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > limits.megabytes * MEGABYTE) return failed('too-large', `the limit is ${limits.megabytes} MB`)
  const pool = openPool(1, limits)
  const read = await pool.readWhole({ file: resolve(path), path, password, mostPages: limits.pages, words: taught, ocr, why })
  leavePool(pool)
  if (read.type === 'unopened') throw new UsageError(`${path} could not be opened: ${read.note.replace(/\.$/u, '')}.`)
  return read.type === 'died' ? failed(read.rule, read.note) : read
}

/** A file of which nothing could be had, and why. */
function failed(rule: RuleName, note: string): WholeReading {
  const diagnostics: Diagnostic[] = []
  collectInto(diagnostics)(rule, NOWHERE, note)
  return { type: 'whole', status: 'failed', document: null, records: null, diagnostics, papers: [] }
}

/** Draws a page with what was seen on it. Throws `UsageError` where that cannot be done within the limits. */
async function drawSeen(
  path: string,
  document: Document,
  records: DocumentRecords | null,
  { image, page = 1, password }: InspectOptions & { image: string },
  limits: Limits,
): Promise<void> {
  if (page > document.pages.length) throw new UsageError(`There is no page ${page}: ${document.pages.length} were read.`)
  const { documentMarks, MARK_COLOURS } = await import('../../draw/document-marks.ts')
  const { DrawingPool } = await import('../../draw/drawing-pool.ts')
  const pool = new DrawingPool(1, limits, 1)
  const marks = documentMarks(document, records, page)
  const drawn = await pool.drawMarked({ file: resolve(path), password, page, scale: PICTURE_SCALE, marks })
  await pool.close()
  if ('type' in drawn && drawn.type === 'died')
    throw new UsageError(`Page ${page} could not be drawn: ${DEATHS[drawn.rule]} (${drawn.note}).`)
  if ('type' in drawn && drawn.type === 'unshown') throw new UsageError(`Page ${page} could not be drawn: ${drawn.note}.`)
  await writeFile(image, drawn.png)
  if (drawn.leftOut > 0)
    print(`${drawn.leftOut} of the pictures on page ${page} would take too much memory and were left out. Raise --memory-limit.`)
  print(
    `${image}: page ${page} with ${Object.entries(MARK_COLOURS)
      .map(([name, colour]) => `${name} ${colour}`)
      .join(', ')}`,
  )
}

const MEGABYTE = 2 ** 20

/** Why a page was given up. */
const DEATHS: Record<Death['rule'], string> = {
  'time-limit': 'it took longer than --time-limit allows',
  'memory-limit': 'it took more memory than --memory-limit allows',
  'reader-died': 'the thread that drew it crashed',
}
