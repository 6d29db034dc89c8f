import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOf } from '../../src/report/file-names.ts'
import { frontPage } from '../../src/report/front-page.ts'
import { indexEvidence } from '../../src/report/passages.ts'
import { searchData } from '../../src/report/search-data.ts'
import { ASSET_NAMES } from '../../src/report/write-report.ts'
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts'
import { largeSite } from './make-site.ts'
import { type OpenedReport, openReport } from './open-report.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ASSETS = new URL('../../src/report/assets/', import.meta.url)

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? NO_CHROMIUM : 'the report in Chromium', () => {
  let report: OpenedReport
  let page: OpenedReport['page']
  let trouble: OpenedReport['trouble']
  let open: OpenedReport['open']
  /** A page of every kind. */
  let kinds: Record<string, string>

  beforeAll(async () => {
    report = await openReport('archive', 'pdf')
    ;({ page, trouble, open } = report)
    const [pdf] = report.store.query(
      "SELECT document_id, min(page) AS page FROM evidence JOIN documents USING (document_id) WHERE media_type = 'application/pdf' AND x0 IS NOT NULL GROUP BY 1",
    )
    kinds = {
      front: pageOf.front(),
      'front with results': `${pageOf.front()}#q=bus`,
      papers: pageOf.papers(),
      look: pageOf.look(),
      changes: pageOf.changes(),
      charts: pageOf.charts(),
      review: pageOf.review('marlford/bus-services-2021'),
      recommendation: pageOf.recommendation('marlford/bus-services-2021/3'),
      'recommendation whose date moved': pageOf.recommendation('marlford/bus-services-2021/1'),
      'recommendation that an update passes over': pageOf.recommendation('marlford/bus-services-2021/2'),
      'paper of text': pageOf.paper(
        String(report.store.query("SELECT document_id FROM documents WHERE path LIKE '%Bus Services - June 2022.txt'")[0]?.document_id),
      ),
      'paper of pages': pageOf.paper(String(pdf?.document_id)),
      'page of a paper': pageOf.picturePage(String(pdf?.document_id), Number(pdf?.page)),
      'paper that cannot be read': pageOf.paper(
        String(report.store.query("SELECT document_id FROM documents WHERE status = 'failed'")[0]?.document_id),
      ),
    }
  }, 180_000)
  afterAll(() => report?.end())

  test('opens every kind of page from disk without a word on the console and without the network', async () => {
    for (const path of Object.values(kinds)) {
      await open(path)
      expect(await page.locator('h1').count(), path).toBe(1)
    }
    expect(trouble).toEqual([])
  })

  test.each([1280, 380])(
    'axe finds nothing on any kind of page, %i wide, light or dark',
    async (width) => {
      await page.setViewportSize({ width, height: 900 })
      for (const [kind, path] of Object.entries(kinds)) {
        await open(path)
        await page.evaluate('for (const closed of document.querySelectorAll("details")) closed.open = true')
        await page.evaluate(AXE)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          const found = (await page.evaluate(
            'axe.run(document, { preload: false, resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] })',
          )) as {
            violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
          }
          expect(found.violations.map(({ id, nodes }) => [kind, colorScheme, id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([])
        }
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize({ width: 1280, height: 900 })
    },
    180_000,
  )

  test('no page is wider than a narrow screen', async () => {
    await page.setViewportSize({ width: 320, height: 800 })
    for (const [kind, path] of Object.entries(kinds)) {
      await open(path)
      await page.evaluate('for (const closed of document.querySelectorAll("details")) closed.open = true')
      expect(await page.evaluate('document.documentElement.scrollWidth'), kind).toBeLessThanOrEqual(320)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  test('charts and time lines fit a phone, and are drawn once', async () => {
    for (const width of [375, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      for (const [path, drawings] of [
        [kinds.charts ?? '', '.spans svg, .move'],
        [kinds.review ?? '', '.chart svg'],
      ] as const) {
        await open(path)
        const seen = (await page.evaluate(`[...document.querySelectorAll('${drawings}')].map((svg) => {
          const { left, right } = svg.getBoundingClientRect()
          const text = svg.querySelector('text')?.getBoundingClientRect().height ?? 20
          return { isSeen: right > left, right, text }
        })`)) as { isSeen: boolean; right: number; text: number }[]
        const shown = seen.filter(({ isSeen }) => isSeen)
        if (path === kinds.review) expect(shown).toHaveLength(1)
        expect(shown.length, path).toBeGreaterThan(0)
        for (const { right, text } of shown) {
          expect(right).toBeLessThanOrEqual(width)
          expect(text).toBeGreaterThan(11)
        }
      }
    }
  })

  test('copies a citation', async () => {
    await open(pageOf.recommendation('marlford/bus-services-2021/3'))
    await page.getByRole('button', { name: 'Copy the citation' }).click()
    await expect.poll(() => page.locator('.copied').textContent()).toMatch(/^(?:Copied|Selected)/u)
  })

  test('a page under an old id leads on', async () => {
    const [alias] = report.store.query("SELECT old_id, new_id FROM aliases WHERE new_id = 'marlford/bus-services-2021'")
    await open(pageOf.review(String(alias?.old_id)))
    await expect.poll(() => page.url()).toContain(pageOf.review('marlford/bus-services-2021'))
  })

  test('opens the evidence of a value with its passage marked where the evidence says', async () => {
    const rows = report.store.query(
      `SELECT e.* FROM evidence e JOIN documents USING (document_id) WHERE media_type = 'application/pdf' AND x0 IS NOT NULL
       AND (field IN ('due_text', 'responsible') AND quote <> '') GROUP BY document_id, page, field`,
    )
    expect(rows.length).toBeGreaterThan(5)
    for (const row of rows) {
      const [passage] = indexEvidence([row]).inPaper(String(row.document_id))
      if (!passage?.box) throw new Error('the query asks for boxes')
      await open(`${pageOf.picturePage(passage.documentId, passage.page ?? 0)}#${passage.id}`)
      const measured = (await page.evaluate(`(() => {
        const mark = document.querySelector(':target rect').getBoundingClientRect()
        const sheet = document.querySelector('.sheet img').getBoundingClientRect()
        const { width, height } = document.querySelector('.sheet svg').viewBox.baseVal
        const x = (at) => ((at - sheet.left) / sheet.width) * width
        const y = (at) => ((at - sheet.top) / sheet.height) * height
        const { naturalWidth } = document.querySelector('.sheet img')
        return { box: [x(mark.left), y(mark.top), x(mark.right), y(mark.bottom)], seen: mark.bottom > 0 && mark.top < innerHeight, naturalWidth, entry: document.querySelector('.passages .current q').textContent }
      })()`)) as { box: number[]; seen: boolean; naturalWidth: number; entry: string }
      for (const [index, edge] of passage.box.entries()) expect(Math.abs((measured.box[index] ?? 0) - edge)).toBeLessThan(1.5)
      expect(measured.seen).toBe(true)
      expect(measured.naturalWidth).toBeGreaterThan(800)
      expect(passage.quote?.slice(0, 20)).toBe(measured.entry.slice(0, 20))
    }
  }, 120_000)

  test('goes from a value to its line in a text', async () => {
    await open(pageOf.recommendation('marlford/bus-services-2021/3'))
    await page.locator('.history a.value', { hasText: 'July 2021' }).first().click()
    expect(await page.locator('mark:target').textContent()).toMatch(/July <u>2021/u)
    await page.locator('.passages .current').first().waitFor()
    expect(await page.locator('.passages .current').count()).toBe(1)
  })

  test('can be walked by keyboard', async () => {
    await open(pageOf.front())
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe('main')
  })

  test('prints without what is of no use on paper', async () => {
    await open(pageOf.recommendation('marlford/bus-services-2021/3'))
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await open(pageOf.review('marlford/bus-services-2021'))
    await page.emulateMedia({ media: 'print' })
    for (const filled of ['.notice', '.chip.is-slipped']) {
      expect(await page.evaluate(`getComputedStyle(document.querySelector('${filled}')).backgroundColor`), filled).toBe('rgba(0, 0, 0, 0)')
    }
    expect(await page.locator('.wordings').isVisible()).toBe(true)
    expect(await page.locator('.list-tools').isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
    await open(pageOf.front())
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.search').isVisible()).toBe(false)
    expect(await page.locator('.reviews').isVisible()).toBe(true)
    await page.emulateMedia({ media: null })
  })

  test('answers a search among 10,000 recommendations with a screenful', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'scrutineer-large-'))
    try {
      const site = largeSite(10_000)
      writeFileSync(join(folder, 'index.html'), frontPage(site))
      writeFileSync(join(folder, 'search-data.js'), searchData(site))
      for (const name of ASSET_NAMES) writeFileSync(join(folder, name), readFileSync(new URL(name, ASSETS)))
      await page.goto(pathToFileURL(join(folder, 'index.html')).href)
      await page.fill('#q', 'bus')
      await page.locator('#results > li').first().waitFor()
      expect(await page.locator('#results > li').count()).toBe(30)
      await page.fill('#q', 'no such words anywhere')
      await page.locator('#results > li').first().waitFor({ state: 'detached' })
      expect(await page.locator('#results > li').count()).toBe(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 60_000)

  test('nothing was said on the console the whole time', () => expect(trouble).toEqual([]))
})
