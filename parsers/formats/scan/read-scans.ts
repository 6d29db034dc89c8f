import type { Report } from '../../../schema/diagnostics.ts'
import { NOWHERE } from '../../../schema/place.ts'
import type { PageContent } from '../pdf/page-content.ts'
import { scanNeed } from '../pdf/read-scans.ts'
import { resizePage, scanShare } from './resize-page.ts'
import { readScannedPage, ruleScannedPage } from './scan-to-page.ts'
import type { ScanTools } from './scan-word.ts'

/** The pages with those that are pictures read, one after the other, and reported. */
export async function readScans(contents: readonly PageContent[], tools: ScanTools, report: Report): Promise<PageContent[]> {
  const pages: PageContent[] = []
  for (const content of contents) {
    const need = scanNeed(content)
    if (need === null) {
      pages.push(content)
      continue
    }
    tools.tell(content.page)
    const share = scanShare(content)
    const smaller = resizePage(content, share)
    const reading = await (need === 'read' ? readScannedPage(smaller, tools) : ruleScannedPage(smaller, tools))
    if (!reading) {
      pages.push(content)
      report('scan-not-drawn', { ...NOWHERE, page: content.page })
      continue
    }
    const read = { ...resizePage(reading, 1 / share), width: content.width, height: content.height }
    const { certainty, unread } = read.scan
    pages.push(read)
    if (need === 'read' && read.words.length > 0) {
      report('read-by-ocr', { ...NOWHERE, page: content.page }, `${Math.round(certainty * 100)} % sure`)
    }
    for (const box of unread) report('cell-not-read', { ...NOWHERE, page: content.page, box })
  }
  return pages
}
