import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { startChromium } from './chromium.ts'
import { type MadeReport, makeReport } from './make-report.ts'

/** A report in a browser. */
export interface OpenedReport extends MadeReport {
  browser: Browser
  page: Page
  /** What the console said and what was asked of the network: nothing, if all is well. */
  trouble: string[]
  /** Opens one of the report's pages as a new one. */
  open: (path: string) => Promise<void>
}

/** Makes a report of the fixtures (`makeReport`) and opens a browser for it. */
export async function openReport(...papers: string[]): Promise<OpenedReport> {
  const report = await makeReport(...papers)
  const browser = await startChromium()
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const trouble: string[] = []
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && trouble.push(message.text()))
  page.on('pageerror', (error) => trouble.push(error.message))
  page.on('request', (request) => /^(?:file|data|blob):/u.test(request.url()) || trouble.push(`asks for ${request.url()}`))
  return {
    ...report,
    browser,
    page,
    trouble,
    open: async (path) => {
      const [file = '', anchor] = path.split('#')
      await page.goto('about:blank')
      await page.goto(`${pathToFileURL(join(report.folder, file)).href}${anchor ? `#${anchor}` : ''}`)
    },
    end: () => {
      report.end()
      void browser.close()
    },
  }
}
