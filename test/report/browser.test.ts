import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOf, paperTitle } from '../../src/report/file-names.ts'
import { frontPage } from '../../src/report/front-page.ts'
import { indexEvidence } from '../../src/report/passages.ts'
import { searchData } from '../../src/report/search-data.ts'
import { CHROMIUM, NO_CHROMIUM, startChromium } from './chromium.ts'
import { type MadeReport, makeReport } from './make-report.ts'
import { largeSite, TODAY } from './make-site.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const ASSETS = new URL('../../src/report/assets/', import.meta.url)

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? NO_CHROMIUM : 'the report in Chromium', () => {
  let report: MadeReport
  let browser: Browser
  let page: Page
  let trouble: string[]
  /** A page of every kind. */
  let kinds: Record<string, string>

  beforeAll(async () => {
    report = await makeReport()
    browser = await startChromium()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    trouble = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('request', (request) => /^(?:file|data):/u.test(request.url()) || trouble.push(`asks for ${request.url()}`))
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
  afterAll(async () => {
    await browser?.close()
    report?.end()
  })

  const tick = async (filter: string, value: string): Promise<void> => {
    const facet = page.locator('#tools .facet', { has: page.locator('summary', { hasText: new RegExp(`^${filter}`, 'u') }) })
    if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click()
    await facet.getByText(value, { exact: true }).click()
  }

  const open = async (path: string): Promise<void> => {
    const [file = '', anchor] = path.split('#')
    await page.goto('about:blank')
    await page.goto(`${pathToFileURL(join(report.folder, file)).href}${anchor ? `#${anchor}` : ''}`)
  }

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

  test('searches recommendations and updates, and leads to what it finds', async () => {
    await open(pageOf.front())
    await page.getByLabel('Words of a recommendation').fill('concessionary pass')
    expect(await page.locator('#found').textContent()).toMatch(/^1 of \d+ recommendation fits$/u)
    expect(await page.locator('#results mark').allTextContents()).toContain('concessionary')
    await page.getByLabel('Words of a recommendation').fill('"made permanent from 1 April"')
    expect(await page.locator('#results .hit-update').first().textContent()).toContain('made permanent from 1 April')
    await page.locator('#results a').first().click()
    await expect.poll(() => page.locator('h1').textContent()).toBe('Recommendation 3')
  })

  test('filters by council, status, who, due date and paper, and clears', async () => {
    const rows = report.store.rows('recommendations')
    const shown = async (): Promise<number> => Number(/^[\d,]+/u.exec((await page.locator('#found').textContent()) ?? '')?.[0])
    await open(pageOf.front())
    await tick('Status', 'Slipped')
    expect(await shown()).toBe(rows.filter(({ status }) => status === 'slipped').length)
    expect(new Set(await page.locator('#results .chip').allTextContents())).toEqual(new Set(['! slipped']))
    await tick('Council', 'Marlford Borough Council')
    expect(await shown()).toBe(
      rows.filter(({ status, review_id: id }) => status === 'slipped' && String(id).startsWith('marlford/')).length,
    )
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => page.locator('#found').textContent()).toBe('')
    await page.getByLabel('Who').fill('oyelaran')
    expect(await shown()).toBe(rows.filter(({ responsible }) => String(responsible).includes('Oyelaran')).length)
    await page.getByLabel('Who').fill('')
    await page.getByLabel('Due from').fill('2023-09-01')
    await page.getByLabel('Due to').fill('2023-12-31')
    expect(await shown()).toBe(
      rows.filter((row) => String(row.due_to ?? '') >= '2023-09-01' && String(row.due_from ?? '9') <= '2023-12-31').length,
    )
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => page.locator('#found').textContent()).toBe('')
    await page.getByLabel('Paper', { exact: true }).fill('School Meals')
    expect(await shown()).toBeGreaterThan(3)
    await page.getByRole('button', { name: 'Clear' }).click()
    await expect.poll(() => page.locator('#found').textContent()).toBe('')
    await tick('Due', 'Date was moved')
    expect(await shown()).toBeGreaterThan(0)
  })

  test('takes several statuses at once, and what was not kept; says so, and keeps it in the address', async () => {
    const rows = report.store.rows('recommendations')
    await open(pageOf.front())
    await tick('Status', 'Slipped')
    await tick('Status', 'On track')
    const both = rows.filter(({ status }) => status === 'slipped' || status === 'on_track').length
    expect(both).toBeGreaterThan(rows.filter(({ status }) => status === 'slipped').length)
    expect(await page.locator('#tools .active').textContent()).toBe(`Shown: ${both} of ${rows.length}. Status: On track or Slipped.`)
    await expect.poll(() => page.url()).toMatch(/#status=on_track&status=slipped$/u)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('#tools .active').isVisible()).toBe(true)
    expect(await page.locator('#results').isVisible()).toBe(true)
    expect(await page.locator('#tools .facet').first().isVisible()).toBe(false)
    await page.emulateMedia({ media: null })
    await open(`${pageOf.front()}#status=not_kept`)
    const grave = ['slipped', 'stalled', 'not_achieved']
    const closed = ['achieved', 'superseded', 'withdrawn', 'rejected']
    const notKept = rows.filter(
      ({ status, outcome, due_to: due }) =>
        grave.includes(String(status)) || (due !== null && String(due) < TODAY && !closed.includes(String(status ?? outcome))),
    )
    expect(await page.locator('#tools .active').textContent()).toContain(`Shown: ${notKept.length} of`)
  })

  test('the count beside a value is what ticking it shows', async () => {
    await open(pageOf.front())
    await tick('Council', 'Marlford Borough Council')
    const line = page.locator('#tools .facet label', { has: page.getByText('Achieved', { exact: true }) })
    const count = await line.locator('.of').textContent()
    await tick('Status', 'Achieved')
    expect(await page.locator('#tools .active').textContent()).toMatch(new RegExp(`^Shown: ${count} of`, 'u'))
  })

  test('downloads what is shown, in its order', async () => {
    await open(`${pageOf.front()}#status=slipped&sort=-due`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Download' }).first().click()])
    const lines = parse(readFileSync(await download.path(), 'utf8'), { bom: true, columns: true }) as Record<string, string>[]
    const rows = report.store.query("SELECT * FROM recommendations WHERE status = 'slipped' ORDER BY due_to DESC NULLS LAST")
    expect(lines.map((line) => line['Due by'])).toEqual(rows.map(({ due_to: due }) => due ?? ''))
    expect(new Set(lines.map(({ Id }) => Id))).toEqual(new Set(rows.map(({ recommendation_id: id }) => id)))
  })

  test('filters and orders a list that stands in a page', async () => {
    await open(pageOf.papers())
    await page.locator('.facet summary', { hasText: 'Kind' }).click()
    await page.locator('.facet label', { hasText: 'Action plan' }).click()
    const plans = report.store.query("SELECT * FROM documents WHERE kind = 'action_plan' ORDER BY dated_from DESC NULLS LAST")
    expect(await page.locator('#papers > tr:visible').count()).toBe(plans.length)
    await page.getByLabel('Order').selectOption('-date')
    const titles = await page.locator('#papers > tr:visible th a').allTextContents()
    expect(titles[0]).toBe(paperTitle(plans[0]))
    await page.getByRole('button', { name: 'Clear' }).click()
    expect(await page.locator('#papers > tr:visible').count()).toBe(report.store.rows('documents').length)
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

  test('a number on the first page filters, and the filter is in the address', async () => {
    await open(pageOf.front())
    await page.locator('.cards a').first().click()
    expect(page.url()).toMatch(/#due=overdue$/u)
    // The page hears of its new address a moment later.
    await page.locator('#results > li').first().waitFor()
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
      for (const name of ['report.css', 'report.js', 'sift.js', 'lists.js', 'search.js'])
        writeFileSync(join(folder, name), readFileSync(new URL(name, ASSETS)))
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
