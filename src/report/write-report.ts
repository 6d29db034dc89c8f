import { existsSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { DrawingPool } from '../draw/drawing-pool.ts'
import { DEFAULT_LIMITS, type Limits } from '../reading/limits.ts'
import type { Row } from '../store/database.ts'
import type { Store } from '../store/store.ts'
import { loadArchive } from './archive.ts'
import { changesPage } from './changes-page.ts'
import { chartsPage } from './charts-page.ts'
import { pageOf } from './file-names.ts'
import { frontPage } from './front-page.ts'
import { LIST_SCRIPTS } from './list-tools.ts'
import { lookPage } from './look-page.ts'
import { movedPage, movedPages } from './moved-page.ts'
import { paperPage } from './paper-page.ts'
import { papersPage } from './papers-page.ts'
import { citedPages, picturePage } from './picture-page.ts'
import { readSource, type SourceOptions } from './read-source.ts'
import { recommendationPage } from './recommendation-page.ts'
import { ReportFolder } from './report-folder.ts'
import { reviewPage } from './review-page.ts'
import { searchData } from './search-data.ts'
import { isPictured, makeSite, type Site } from './site.ts'
import { storedEvidence } from './stored-evidence.ts'

/** How a report is written. */
export interface ReportOptions {
  out: string
  /** The ISO day that "overdue" is recognised by. */
  today: string
  /** Whether to write into a folder that holds other things. */
  force?: boolean | undefined
  /** For papers that ask for one. */
  password?: string | undefined
  /** How many threads draw; one for each core if it is not given. */
  jobs?: number | undefined
  /** How far the drawing of one paper may go. */
  limits?: Partial<Limits> | undefined
  /** Ends after the papers in progress; the next run goes on from what is there. */
  signal?: AbortSignal | undefined
}

/** What is reported while a report is written. */
export interface ReportProgress {
  done: number
  total: number
}

/** What was written. */
export interface ReportSummary {
  /** The path of the first page. */
  front: string
  files: number
  /** How many papers could not be shown. */
  hidden: number
  /** How many pages could not be drawn, or not whole. */
  undrawn: number
  /** Whether it was ended before the report was whole. */
  ended: boolean
}

/** The files of style and script that pages load. */
export const ASSET_NAMES = ['report.css', 'report.js', ...LIST_SCRIPTS, 'search.js'] as const

/** From the source tree and, two folders deeper, from the built package. */
const ASSETS = ['./assets', '../../../src/report/assets'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** How many pages are written before it is looked whether the report is to end. */
const PAGES_IN_ONE_GO = 50

/** Writes the whole report into a folder. Throws `UsageError` for a folder that is not to be written into. */
export async function writeReport(
  store: Store,
  options: ReportOptions,
  onProgress: (progress: ReportProgress) => void = () => {},
): Promise<ReportSummary> {
  const folder = new ReportFolder(options.out, options.force ?? false)
  try {
    return await writeInto(folder, store, options, onProgress)
  } finally {
    folder.leave()
  }
}

async function writeInto(
  folder: ReportFolder,
  store: Store,
  options: ReportOptions,
  onProgress: (progress: ReportProgress) => void,
): Promise<ReportSummary> {
  const archive = loadArchive(store)
  const site = makeSite(archive, storedEvidence(store, archive.owner), options.today)
  const total = archive.documents.length + archive.reviews.length + archive.recommendations.length
  const summary = { front: join(options.out, pageOf.front()), files: 0, hidden: 0, undrawn: 0, ended: false }
  let done = 0
  const step = async (): Promise<void> => {
    onProgress({ done: ++done, total })
    if (done % PAGES_IN_ONE_GO === 0) await setImmediate()
  }
  const isOver = (): boolean => options.signal?.aborted ?? false
  for (const name of ASSET_NAMES) folder.write(name, asset(name))
  folder.write('search-data.js', searchData(site))
  const jobs = Math.max(1, Math.min(options.jobs ?? availableParallelism(), archive.documents.length))
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const pool = new DrawingPool(jobs, limits)
  try {
    const source = { database: store.path, password: options.password, megabytes: limits.megabytes, pool, folder }
    await inTurns(archive.documents, jobs + 1, async (paper) => {
      if (isOver()) return
      const { hidden, undrawn } = await writePaper(site, paper, source)
      summary.hidden += hidden
      summary.undrawn += undrawn
      await step()
    })
  } finally {
    await pool.close()
  }
  for (const review of archive.reviews) {
    if (isOver()) break
    folder.write(pageOf.review(String(review.review_id)), reviewPage(site, review))
    await step()
  }
  for (const row of archive.recommendations) {
    if (isOver()) break
    folder.write(pageOf.recommendation(String(row.recommendation_id)), recommendationPage(site, row))
    await step()
  }
  if (isOver()) return { ...summary, ended: true }
  for (const moved of movedPages(site)) folder.write(moved.from, movedPage(site, moved))
  folder.write(pageOf.papers(), papersPage(site))
  folder.write(pageOf.look(), lookPage(site))
  folder.write(pageOf.changes(), changesPage(site))
  folder.write(pageOf.charts(), chartsPage(site))
  folder.write(pageOf.front(), frontPage(site))
  return { ...summary, files: folder.finish() }
}

/** Writes the pages of one paper. Gives 1 where it could not be shown, and how many of its pages were not drawn, or not whole. */
async function writePaper(site: Site, paper: Row, options: SourceOptions): Promise<{ hidden: number; undrawn: number }> {
  const id = String(paper.document_id)
  const cited = citedPages(site, id)
  const source = await readSource(paper, cited, options)
  options.folder.write(pageOf.paper(id), paperPage(site, paper, source))
  if (isPictured(paper)) {
    for (const page of cited) options.folder.write(pageOf.picturePage(id, page), picturePage(site, paper, source, page))
  }
  const inPart = [...source.pictures.values()].filter(({ leftOut }) => leftOut > 0).length
  return { hidden: source.trouble ? 1 : 0, undrawn: source.undrawn.size + inPart }
}

/** Does work on each of a list, so many at a time; they begin in their order. */
async function inTurns<T>(list: readonly T[], atOnce: number, work: (one: T) => Promise<void>): Promise<void> {
  const left = list.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of left) await work(one)
    }),
  )
}

function asset(name: string): string {
  const folder = ASSETS.find((path) => existsSync(join(path, name)))
  if (folder === undefined) throw new Error(`The report's file ${name} was not found at ${ASSETS.join(' or ')}`)
  return readFileSync(join(folder, name), 'utf8')
}
