import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageOf, paperTitle } from '../../src/report/file-names.ts'
import { CHROMIUM, NO_CHROMIUM } from './chromium.ts'
import { TODAY } from './make-site.ts'
import { type OpenedReport, openReport } from './open-report.ts'

describe.skipIf(CHROMIUM === null)(CHROMIUM === null ? NO_CHROMIUM : 'the lists of the report in Chromium', () => {
  let report: OpenedReport
  let page: OpenedReport['page']
  let open: OpenedReport['open']
  beforeAll(async () => {
    report = await openReport('archive')
    ;({ page, open } = report)
  })
  afterAll(() => report?.end())

  const tick = async (filter: string, value: string): Promise<void> => {
    const facet = page.locator('#tools .facet', { has: page.locator('summary', { hasText: new RegExp(`^${filter}`, 'u') }) })
    if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click()
    await facet.getByText(value, { exact: true }).click()
  }

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
    await page.locator('#tools .facet summary', { hasText: /^Status/u }).click()
    await expect.poll(() => line.locator('.of').textContent()).toMatch(/^\d+$/u)
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

  test('downloads a workbook of what is shown, in its order', async () => {
    await open(`${pageOf.look()}#late.council=Marlford+Borough+Council&late.sort=-due`)
    const late = page.locator('#late')
    // The list that the address asks for is in sight, and not the one before it.
    expect((await late.locator('.tools').boundingBox())?.y).toBeGreaterThanOrEqual(0)
    expect((await page.locator('#bad .tools').boundingBox())?.y).toBeLessThan(0)
    const [download] = await Promise.all([page.waitForEvent('download'), late.getByRole('button', { name: 'XLSX' }).click()])
    expect(download.suggestedFilename()).toBe('past-their-date.xlsx')
    const [headings, ...lines] = await readSheet(readFileSync(await download.path()))
    expect(headings?.[0]).toBe('Council')
    const ids = await late.locator('li:visible > a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(ids.length).toBeGreaterThan(1)
    expect(lines.map((line) => pageOf.recommendation(String(line.at(-1))))).toEqual(ids)
  })

  test('the address keeps the choices of every list of a page, and Back takes back the last', async () => {
    await open(`${pageOf.look()}#late`)
    const shown = (list: string): Promise<number> => page.locator(`#${list} li:visible`).count()
    const tickIn = async (list: string, filter: string, value: string): Promise<void> => {
      const facet = page.locator(`#${list} .facet`, { has: page.locator('summary', { hasText: new RegExp(`^${filter}`, 'u') }) })
      if ((await facet.getAttribute('open')) === null) await facet.locator('summary').click()
      await facet.locator(`[value="${value}"]`).click()
    }
    const [all, grave] = [await shown('late'), await shown('bad')]
    await tickIn('late', 'Council', 'Marlford Borough Council')
    const ofOne = await shown('late')
    expect(ofOne).toBeLessThan(all)
    await tickIn('bad', 'Status', 'not_achieved')
    await page.locator('#late').getByLabel('Order').selectOption('-due')
    await expect.poll(() => page.url()).toMatch(/#bad\.status=not_achieved&late\.council=Marlford\+Borough\+Council&late\.sort=-due$/u)
    const address = page.url()
    // An anchor of the page leaves the choices as they are.
    await page.evaluate("document.querySelector('.skip').click()")
    expect(await shown('late')).toBe(ofOne)
    for (const step of ['the anchor', 'the order']) {
      await page.goBack()
      expect(await shown('late'), step).toBe(ofOne)
    }
    expect(await page.locator('#late').getByLabel('Order').inputValue()).toBe('')
    expect(await shown('bad')).toBeLessThan(grave)
    await page.goBack()
    expect(await shown('bad')).toBe(grave)
    await page.goBack()
    expect([await shown('late'), page.url()]).toEqual([all, expect.stringMatching(/#late$/u)])
    // Whoever gets the address sees the same.
    await open(address.slice(address.indexOf(pageOf.look())))
    expect(await shown('late')).toBe(ofOne)
    expect(await page.locator('#late .active').textContent()).toContain('Council: Marlford Borough Council')
    await page.locator('#late li:visible > a').first().click()
    await page.goBack()
    expect(await shown('late')).toBe(ofOne)
  })

  test('what is typed is one step of the address, and the lists below the search keep theirs', async () => {
    await open(pageOf.front())
    await page.locator('.all-reviews').getByLabel('Order').selectOption('-count')
    await page.getByLabel('Words of a recommendation').pressSequentially('bus', { delay: 20 })
    await expect.poll(() => page.url()).toMatch(/#reviews\.sort=-count&q=bus$/u)
    await page.getByLabel('Words of a recommendation').pressSequentially(' stop', { delay: 20 })
    await expect.poll(() => page.url()).toMatch(/#reviews\.sort=-count&q=bus\+stop$/u)
    await page.goBack()
    expect(await page.getByLabel('Words of a recommendation').inputValue()).toBe('')
    expect(page.url()).toMatch(/#reviews\.sort=-count$/u)
    await page.goForward()
    expect(await page.locator('#results > li').count()).toBeGreaterThan(0)
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

  test('a number on the first page filters, and the filter is in the address', async () => {
    await open(pageOf.front())
    await page.locator('.cards a').first().click()
    expect(page.url()).toMatch(/#due=overdue$/u)
    // The page hears of its new address a moment later.
    await page.locator('#results > li').first().waitFor()
  })

  test('nothing was said on the console the whole time', () => expect(report.trouble).toEqual([]))
})
