// How long the report's front page takes to answer a search among many recommendations, from the key to
// the frame that shows the results, and how much of a processor that takes; then how long writing a report of as many takes, and how much memory. A machine that
// measures is often busy with other things, so the second figure of writing is what was spent.
// npm run bench:report [-- RECOMMENDATIONS] [--search-only]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { importPaths } from '../src/import.ts'
import { frontPage } from '../src/report/front-page.ts'
import { searchData } from '../src/report/search-data.ts'
import { ASSET_NAMES } from '../src/report/write-report.ts'
import { openStore } from '../src/store/open-store.ts'
import { startChromium } from '../test/report/chromium.ts'
import { largeSite } from '../test/report/make-site.ts'
import { makePapers } from './bench/report/make-papers.ts'
import { measureSearch } from './bench/report/measure-search.ts'

const ROUNDS = 5
/** The least, the median and the worst. */
function inColumns(figures: readonly number[]): string {
  const sorted = figures.toSorted((a, b) => a - b)
  return [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)].map((figure) => (figure ?? 0).toFixed(1).padStart(8)).join(' ')
}
const { values, positionals } = parseArgs({ allowPositionals: true, options: { 'search-only': { type: 'boolean', default: false } } })
const count = Number(positionals[0] ?? 10_000)
/** The heap that V8 takes for itself, and one that it must keep house in. */
const HEAPS_MB = [null, 400]
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'))
const browser = await startChromium()
try {
  const site = largeSite(count)
  writeFileSync(join(folder, 'index.html'), frontPage(site))
  writeFileSync(join(folder, 'search-data.js'), searchData(site))
  for (const name of ASSET_NAMES) writeFileSync(join(folder, name), readFileSync(new URL(`../src/report/assets/${name}`, import.meta.url)))
  console.log(`search over ${count} recommendations, least, median and worst of ${ROUNDS}, ms:`)
  console.log(`${''.padEnd(24)} ${'from the key to the frame'.padStart(26)} ${'processor time'.padStart(26)}`)
  for (const { step, shown, spent } of await measureSearch(browser, pathToFileURL(join(folder, 'index.html')).href, ROUNDS))
    console.log(`${step.padEnd(24)} ${inColumns(shown)} ${inColumns(spent)}`)
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}

if (!values['search-only']) {
  const home = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'))
  try {
    const papers = makePapers(join(home, 'papers'), count)
    const database = join(home, 'archive.db')
    const store = openStore(database, { create: true })
    await importPaths([join(home, 'papers')], { store })
    store.close()
    console.log(`\nwriting the report of ${count} recommendations in ${papers} papers:`)
    for (const heap of HEAPS_MB) {
      const script = fileURLToPath(new URL('bench/report/write-measured.ts', import.meta.url))
      const limit = heap === null ? [] : [`--max-old-space-size=${heap}`]
      const { stdout, stderr } = spawnSync(process.execPath, [...limit, script, database, join(home, `report-${heap}`)], {
        encoding: 'utf8',
      })
      console.log(`${heap === null ? 'heap as it comes' : `heap of ${heap} MB`}: ${stdout.trim() || stderr.trim()}`)
    }
  } finally {
    rmSync(home, { recursive: true })
  }
}
