import { dirname, resolve } from 'node:path'
import { decodeText } from '../../parsers/formats.ts'
import type { DrawingPool } from '../draw/drawing-pool.ts'
import { PICTURE_ENDINGS } from '../draw/page-pictures.ts'
import { readShown } from '../draw/shown-file.ts'
import type { Row } from '../store/database.ts'
import { fileName, pageOf } from './file-names.ts'
import { type PaperSource, type ShownPicture, undrawnWords } from './paper-source.ts'
import type { ReportFolder } from './report-folder.ts'
import { rowText } from './rows.ts'
import { isPictured } from './site.ts'

/** Where papers lie, and how they are opened and shown. */
export interface SourceOptions {
  /** The database's file: papers' paths count from its folder. */
  database: string
  password: string | undefined
  /** Of a file that is read here. */
  megabytes: number
  pool: DrawingPool
  folder: ReportFolder
}

const NOTHING: PaperSource = { trouble: null, text: null, sheets: null, pictures: new Map(), undrawn: new Map() }

/** Why nothing of a paper's file can be shown. */
const TROUBLE: Record<string, (note: string) => string> = {
  gone: () => 'The paper is no longer where it was when it was read, so it cannot be shown.',
  changed: () => 'The file has changed since it was read, so it cannot be shown. Import it again.',
  'too-large': (note) => `The file is larger than the limits (${note}). Raise --memory-limit and write the report again.`,
  unopened: (note) => `The paper could not be opened to show it: ${note}`,
  'time-limit': (note) => `Opening the paper took longer than the limit (${note}). Raise --time-limit and write the report again.`,
  'memory-limit': (note) => `Opening the paper took more memory than the limit (${note}). Raise --memory-limit and write the report again.`,
  'reader-died': (note) => `The paper could not be opened to show it: ${note}`,
}

/** Reads a paper's file again: the text of one that has text, pictures of the cited pages of one that has pages. Never throws for the file's sake. */
export async function readSource(paper: Row, cited: readonly number[], options: SourceOptions): Promise<PaperSource> {
  const file = resolve(dirname(options.database), String(paper.path))
  const sha256 = rowText(paper.sha256) ?? ''
  const isUnread = paper.status === 'failed' || paper.status === 'skipped'
  if (!isUnread && isPictured(paper) && cited.length > 0) return drawCited(paper, { file, sha256 }, cited, options)
  const read = await readShown({ file, sha256, megabytes: options.megabytes })
  if (read.type === 'unshown') return { ...NOTHING, trouble: troubleOf(read) }
  if (isUnread || isPictured(paper)) return NOTHING
  try {
    const plain = decodeText({ bytes: read.bytes, path: file })
    const answer = plain === null ? await options.pool.text(file, sha256) : { type: 'text' as const, text: plain, sheets: null }
    return answer.type === 'text'
      ? { ...NOTHING, text: shownText(answer.text), sheets: answer.sheets }
      : { ...NOTHING, trouble: troubleOf(answer) }
  } catch (error) {
    const note = error instanceof Error ? error.message : String(error)
    return { ...NOTHING, trouble: troubleOf({ type: 'unshown', why: 'unopened', note }) }
  }
}

/** A page of the web may hold line ends, tabs and ends of pages, and no other control characters: they are gaps. */
function shownText(source: string | null): string | null {
  return source?.replace(/[^\P{Cc}\t\n\f\r]/gu, ' ') ?? null
}

/** Draws the cited pages; one that an earlier run drew whole is kept, as a paper's id follows from its bytes. */
async function drawCited(
  paper: Row,
  file: { file: string; sha256: string },
  cited: readonly number[],
  { pool, folder, password }: SourceOptions,
): Promise<PaperSource> {
  const id = String(paper.document_id)
  const pictures = new Map<number, ShownPicture>()
  const undrawn = new Map<number, string>()
  const kept = new Map<number, string>()
  for (const page of cited) {
    const name = PICTURE_ENDINGS.map((ending) => pageOf.picture(id, page, ending)).find((one) => folder.keep(one))
    if (name !== undefined) kept.set(page, name)
  }
  const wanted = cited.map((page) => ({ page, draw: !kept.has(page) }))
  const failure = await pool.draw({ ...file, password, wanted }, (shown) => {
    if (shown.type === 'undrawn') {
      undrawn.set(shown.page, undrawnWords(shown))
      return
    }
    const { page, file, leftOut, widthPt, heightPt, width, height } = shown
    const name = file ? pageOf.picture(id, page, file.ending, leftOut > 0) : (kept.get(page) ?? '')
    if (file) folder.write(name, file.bytes)
    pictures.set(page, { widthPt, heightPt, width, height, leftOut, file: fileName(name) })
  })
  return { ...NOTHING, trouble: failure ? troubleOf(failure) : null, pictures, undrawn }
}

function troubleOf(failure: { type: 'unshown'; why: string; note: string } | { type: 'died'; rule: string; note: string }): string {
  return TROUBLE[failure.type === 'died' ? failure.rule : failure.why]?.(failure.note) ?? failure.note
}
