import { createHash } from 'node:crypto'
import { dirname, resolve } from 'node:path'
import { readDocument } from '../../parsers/formats.ts'
import { drawSmallPictures } from '../draw/page-pictures.ts'
import { readPaper } from '../reading/containers.ts'
import type { Row } from '../store/database.ts'
import { pageOf } from './file-names.ts'
import type { PaperSource, PictureSize } from './paper-source.ts'
import type { ReportFolder } from './report-folder.ts'
import { rowText } from './rows.ts'
import { isPictured } from './site.ts'

/** Where papers lie and how they are opened. */
export interface SourceOptions {
  /** The database's file: papers' paths count from its folder. */
  database: string
  password: string | undefined
}

/** Reads a paper's file again: the text of one that has text, pictures of the cited pages of one that has pages. Never throws for the file's sake. */
export async function readSource(paper: Row, cited: readonly number[], folder: ReportFolder, options: SourceOptions): Promise<PaperSource> {
  const nothing = { text: null, pictures: new Map<number, PictureSize>() }
  const path = resolve(dirname(options.database), String(paper.path))
  let bytes: Uint8Array
  try {
    bytes = await readPaper(path)
  } catch {
    return { ...nothing, trouble: 'The paper is no longer where it was when it was read, so it cannot be shown.' }
  }
  if (rowText(paper.sha256) !== createHash('sha256').update(bytes).digest('hex')) {
    return { ...nothing, trouble: 'The file has changed since it was read, so it cannot be shown. Import it again.' }
  }
  if (paper.status === 'failed' || paper.status === 'skipped') return { ...nothing, trouble: null }
  try {
    return isPictured(paper)
      ? { ...nothing, trouble: null, pictures: await drawCited(paper, bytes, cited, folder, options.password) }
      : { ...nothing, trouble: null, text: shownText((await readDocument({ bytes, path }, () => {})).source) }
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return { ...nothing, trouble: `The paper could not be opened to show it: ${words}` }
  }
}

/** A page of the web may hold line ends, tabs and ends of pages, and no other control characters: they are gaps. */
function shownText(source: string | null): string | null {
  return source?.replace(/[^\P{Cc}\t\n\f\r]/gu, ' ') ?? null
}

async function drawCited(
  paper: Row,
  bytes: Uint8Array,
  cited: readonly number[],
  folder: ReportFolder,
  password: string | undefined,
): Promise<Map<number, PictureSize>> {
  const sizes = new Map<number, PictureSize>()
  const name = (page: number): string => pageOf.picture(String(paper.document_id), page)
  if (!cited.length) return sizes
  // A paper's id follows from its bytes: a picture that an earlier run drew is the same picture.
  await drawSmallPictures(bytes, cited, { password, draws: (page) => !folder.keep(name(page)) }, ({ page, webp, ...size }) => {
    if (webp) folder.write(name(page), webp)
    sizes.set(page, size)
  })
  return sizes
}
