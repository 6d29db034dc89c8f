// Draws the pictures of the report that the README shows, from the fixtures, in Chromium: npm run pictures
// The same machine draws the same pictures; another one's fonts may differ. Look at them before you commit them.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { importPaths } from '../src/import.ts'
import { pageOf } from '../src/report/file-names.ts'
import { writeReport } from '../src/report/write-report.ts'
import { openStore } from '../src/store/open-store.ts'
import { startChromium } from '../test/report/chromium.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
const PICTURES = join(ROOT, 'docs', 'pictures')
/** The day that "overdue" is recognised by: soon after the last paper of the fixtures. */
const TODAY = '2025-06-30'
const WIDTH_PX = 1280
/** Above a heading that a picture begins with. */
const MARGIN_PX = 24

/** One picture: which page, what is done there first, and how much of it is shown. */
interface Picture {
  name: string
  page: string
  /** A link to follow from there. */
  follow?: string
  /** The heading at the picture's top; the page's own top if none is named. */
  heading?: string
  /** In CSS pixels. */
  height: number
  dark?: boolean
}

const ARCHIVE: readonly Picture[] = [
  { name: 'overview', page: pageOf.front(), height: 560 },
  { name: 'overview-dark', page: pageOf.front(), height: 560, dark: true },
  { name: 'review', page: pageOf.review('marlford/bus-services-2021'), heading: 'Recommendations by paper', height: 760 },
  { name: 'recommendation', page: pageOf.recommendation('tarrowdale/empty-homes-2019/5'), height: 900 },
]

/** The page of a PDF with the passage marked that a recommendation's words rest on. */
const PAPER: readonly Picture[] = [
  { name: 'passage', page: pageOf.recommendation('harrowmere/neighbourhood-services/4'), follow: 'main a.source', height: 700 },
]

async function drawReport(browser: Browser, papers: string, pictures: readonly Picture[]): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'scrutineer-pictures-'))
  const store = openStore(join(home, 'archive.db'), { create: true })
  try {
    await importPaths([papers], { store })
    await writeReport(store, { out: join(home, 'report'), today: TODAY })
    for (const picture of pictures) await draw(browser, join(home, 'report'), picture)
  } finally {
    store.close()
    rmSync(home, { recursive: true })
  }
}

async function draw(browser: Browser, report: string, { name, page: path, follow, heading, height, dark }: Picture): Promise<void> {
  const page = await browser.newPage({
    viewport: { width: WIDTH_PX, height },
    deviceScaleFactor: 1,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
  })
  await page.goto(pathToFileURL(join(report, path)).href)
  if (follow) {
    const href = await page.locator(follow).first().getAttribute('href')
    await page.goto(new URL(href ?? '', page.url()).href)
  }
  const box = heading ? await page.getByRole('heading', { name: heading }).boundingBox() : null
  await page.evaluate(`scrollTo(0, ${box ? box.y - MARGIN_PX : 0})`)
  // A page of a paper is a photograph, as it were, and as PNG more than twice as large.
  const type = follow ? 'jpeg' : 'png'
  await page.screenshot({ path: join(PICTURES, `${name}.${type}`), type, animations: 'disabled' })
  await page.close()
}

// Papers are named as they are given, and the pictures are to show names of the repository.
process.chdir(ROOT)
mkdirSync(PICTURES, { recursive: true })
const browser = await startChromium()
try {
  await drawReport(browser, 'fixtures/archive', ARCHIVE)
  await drawReport(browser, 'fixtures/pdf/action-plan.writer-tagged.pdf', PAPER)
} finally {
  await browser.close()
}
