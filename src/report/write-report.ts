import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Store } from '../store/store.ts'
import { loadArchive } from './archive.ts'
import { chartsPage } from './charts-page.ts'
import { pageOf } from './file-names.ts'
import { frontPage } from './front-page.ts'
import { lookPage } from './look-page.ts'
import { paperPage } from './paper-page.ts'
import { papersPage } from './papers-page.ts'
import { citedPages, picturePage } from './picture-page.ts'
import { readSource } from './read-source.ts'
import { recommendationPage } from './recommendation-page.ts'
import { ReportFolder } from './report-folder.ts'
import { reviewPage } from './review-page.ts'
import { searchData } from './search-data.ts'
import { makeSite } from './site.ts'
import { storedEvidence } from './stored-evidence.ts'

/** How a report is written. */
export interface ReportOptions {
  out: string
  /** The ISO day that "overdue" is told by. */
  today: string
  /** Whether to write into a folder that holds other things. */
  force?: boolean | undefined
  /** For papers that ask for one. */
  password?: string | undefined
}

/** What is told while a report is written. */
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
}

/** From the source tree and, two folders deeper, from the built package. */
const ASSETS = ['./assets', '../../../src/report/assets'].map((path) => fileURLToPath(new URL(path, import.meta.url)))

/** Writes the whole report into a folder. Throws `UsageError` for a folder that is not to be written into. */
export async function writeReport(
  store: Store,
  options: ReportOptions,
  onProgress: (progress: ReportProgress) => void = () => {},
): Promise<ReportSummary> {
  const folder = new ReportFolder(options.out, options.force ?? false)
  const archive = loadArchive(store)
  const site = makeSite(archive, storedEvidence(store), options.today)
  const total = archive.documents.length + archive.reviews.length + archive.recommendations.length
  let done = 0
  const step = (): void => onProgress({ done: ++done, total })
  for (const name of ['report.css', 'report.js', 'search.js']) folder.write(name, asset(name))
  folder.write('search-data.js', searchData(site))
  let hidden = 0
  for (const paper of archive.documents) {
    const id = String(paper.document_id)
    const cited = citedPages(site, id)
    const source = await readSource(paper, cited, folder, { database: store.path, password: options.password })
    if (source.trouble) hidden += 1
    folder.write(pageOf.paper(id), paperPage(site, paper, source))
    if (paper.media_type === 'application/pdf') {
      for (const page of cited) folder.write(pageOf.picturePage(id, page), picturePage(site, paper, source, page))
    }
    step()
  }
  for (const review of archive.reviews) {
    folder.write(pageOf.review(String(review.review_id)), reviewPage(site, review))
    step()
  }
  for (const row of archive.recommendations) {
    folder.write(pageOf.recommendation(String(row.recommendation_id)), recommendationPage(site, row))
    step()
  }
  folder.write(pageOf.papers(), papersPage(site))
  folder.write(pageOf.look(), lookPage(site))
  folder.write(pageOf.charts(), chartsPage(site))
  folder.write(pageOf.front(), frontPage(site))
  return { front: join(options.out, pageOf.front()), files: folder.finish(), hidden }
}

function asset(name: string): string {
  const folder = ASSETS.find((path) => existsSync(join(path, name)))
  if (folder === undefined) throw new Error(`The report's file ${name} was not found at ${ASSETS.join(' or ')}`)
  return readFileSync(join(folder, name), 'utf8')
}
