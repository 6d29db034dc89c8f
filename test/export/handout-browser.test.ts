import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDocument } from '../../parsers/formats.ts'
import { writeHandout } from '../../src/export/write-handout.ts'
import { CHROMIUM, NO_CHROMIUM, startChromium } from '../report/chromium.ts'
import { archiveDatabase } from './archive-database.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? NO_CHROMIUM : 'a hand-out in Chromium', () => {
  const { store, folder } = archiveDatabase()
  let browser: Browser
  let address: string
  beforeAll(async () => {
    browser = await startChromium()
    const [file = ''] = await writeHandout(store, 'tarrowdale/empty-homes-2024', ['html'], { folder: join(folder, 'out') })
    address = pathToFileURL(file).href
  })
  afterAll(() => browser?.close())

  test.each([1280, 360])('axe finds nothing, and nothing scrolls sideways, %i wide', async (width) => {
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 800 } })
    const page = await context.newPage()
    await page.goto(address)
    await page.evaluate(AXE)
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
    await context.close()
  })

  test('prints whole, on A4 pages that lie on their side', async () => {
    const page = await browser.newPage()
    await page.goto(address)
    const bytes = await page.pdf({ preferCSSPageSize: true })
    await page.close()
    const { pages, blocks } = await readDocument({ bytes, path: 'handout.pdf' }, () => {})
    expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(pages.map(() => [842, 595]))
    expect(pages.length).toBeGreaterThan(1)
    const words = JSON.stringify(blocks)
    for (const row of store.query("SELECT text FROM recommendations WHERE review_id = 'tarrowdale/empty-homes-2024'"))
      expect(words).toContain(String(row.text).slice(0, 20))
  })
})
