import { writeFile } from 'node:fs/promises'
import type { Document } from '../../../schema/document.ts'
import { DocumentError, UsageError } from '../../../schema/errors.ts'
import type { DocumentRecords } from '../../../schema/records.ts'
import { bytesToRecords } from '../../reading/bytes-to-records.ts'
import { readPaper } from '../../reading/containers.ts'
import { explainDocument } from '../../reading/explain.ts'
import { systemWords } from '../../reading/system-words.ts'
import { blocksToLines, printReading, tablesToJson } from '../inspect-reading.ts'
import { printWhy } from '../inspect-why.ts'
import { print, printJson, shownPath, styled } from '../screen.ts'
import { wordsOption } from '../words-option.ts'

interface InspectOptions {
  blocks?: boolean
  tables?: boolean
  json?: boolean
  why?: boolean
  password?: string
  words?: string
  page?: number
  image?: string
}

/** Pixels a point of the pictures that are drawn: 144 dots an inch, sharp enough to read on a screen. */
const PICTURE_SCALE = 2

/** `scrutineer inspect`: what is seen in one document. 0 if it was read in full, else 1. */
export async function inspectCommand(path: string, options: InspectOptions): Promise<number> {
  const bytes = await readPaper(path).catch((error: unknown) => {
    if (error instanceof DocumentError) throw new UsageError(`${path} could not be opened: ${error.message}`)
    throw new UsageError(`${path} could not be opened: ${systemWords(error)}.`)
  })
  const words = wordsOption(options.words)
  const reading = await bytesToRecords({ bytes, path, password: options.password, words })
  const { document, status, records, diagnostics } = reading
  const blocks = document?.blocks ?? []
  if (options.image !== undefined) {
    if (document?.mediaType !== 'application/pdf')
      throw new UsageError(`--image draws pages of PDFs, and ${path} is none that could be read.`)
    await drawSeen(bytes, document, records, { ...options, image: options.image })
    return status === 'ok' ? 0 : 1
  }
  const summary = { path, status, mediaType: document?.mediaType ?? null, pages: document?.pages.length || null, blocks: blocks.length }
  if (options.why && options.json) {
    const papers = document ? explainDocument(document, words) : []
    printJson({ document: summary, papers, diagnostics })
  } else if (options.why && document) {
    print(styled('bold', shownPath(path)))
    printWhy(explainDocument(document, words))
    if (status !== 'ok') print('Not all of it could be read: inspect without --why says what is missing.')
  } else if (options.tables && options.json) printJson(tablesToJson(blocks))
  else if (options.blocks && options.json) printJson(document)
  else if (options.tables) print(blocksToLines(blocks.filter(({ type }) => type === 'table')).join('\n'))
  else if (options.blocks) print(blocksToLines(blocks).join('\n'))
  else if (options.json) printJson({ document: summary, records, diagnostics })
  else printReading(path, reading)
  return status === 'ok' ? 0 : 1
}

/** Draws a page with what was seen on it. */
async function drawSeen(
  bytes: Uint8Array,
  document: Document,
  records: DocumentRecords | null,
  options: InspectOptions & { image: string },
): Promise<void> {
  const { documentMarks, MARK_COLOURS } = await import('../../draw/document-marks.ts')
  const { drawPage } = await import('../../draw/page-picture.ts')
  const page = options.page ?? 1
  const picture = await drawPage(bytes, {
    page,
    scale: PICTURE_SCALE,
    password: options.password,
    marks: documentMarks(document, records, page),
  })
  await writeFile(options.image, picture)
  print(
    `${options.image}: page ${page} with ${Object.entries(MARK_COLOURS)
      .map(([name, colour]) => `${name} ${colour}`)
      .join(', ')}`,
  )
}
