// How long the report's front page takes to answer a search among many recommendations, from the key to
// the frame that shows the results: npm run bench:report [-- RECOMMENDATIONS]
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { frontPage } from '../src/report/front-page.ts'
import { searchData } from '../src/report/search-data.ts'
import { startChromium } from '../test/report/chromium.ts'
import { largeSite } from '../test/report/make-site.ts'

const ROUNDS = 5
const SEARCHES: [control: string, value: string][] = [
  ...['b', 'bus', 'bus shelter', 'number 77', '"officer budget"', 'flood care zebra', 'e'].map((words): [string, string] => ['q', words]),
  ['status', 'slipped'],
]
const count = Number(process.argv[2] ?? 10_000)
const folder = mkdtempSync(join(tmpdir(), 'scrutineer-bench-'))
const browser = await startChromium()
try {
  const site = largeSite(count)
  writeFileSync(join(folder, 'index.html'), frontPage(site))
  writeFileSync(join(folder, 'search-data.js'), searchData(site))
  for (const name of ['report.css', 'report.js', 'search.js'])
    writeFileSync(join(folder, name), readFileSync(new URL(`../src/report/assets/${name}`, import.meta.url)))
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  console.log(`search over ${count} recommendations, ms from the key to the frame, median and worst of ${ROUNDS}:`)
  for (const [control, value] of SEARCHES) {
    const taken: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      taken.push(
        (await page.evaluate(`(async () => {
          const control = document.getElementById(${JSON.stringify(control)})
          const begun = performance.now()
          control.value = ${JSON.stringify(value)}
          control.dispatchEvent(new Event('input', { bubbles: true }))
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
          return performance.now() - begun
        })()`)) as number,
      )
    }
    taken.sort((a, b) => a - b)
    console.log(
      `${`${control}=${value}`.padEnd(24)} ${(taken[Math.floor(ROUNDS / 2)] ?? 0).toFixed(1).padStart(7)} ${(taken.at(-1) ?? 0).toFixed(1).padStart(7)}`,
    )
  }
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
