import type { Report } from '../../../schema/diagnostics.ts'
import { NOWHERE } from '../../../schema/place.ts'
import type { PageContent } from '../pdf/page/page-content.ts'
import { scanNeed } from '../pdf/page/scan-need.ts'
import { resizePage, scanShare } from './resize-page.ts'
import { readLayeredPage, readScannedPage } from './scan-to-page.ts'
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
    const read = await (need === 'read' ? readScannedPage(smaller, tools) : readLayeredPage(smaller, tools))
    if (!read) {
      pages.push(content)
      report('scan-not-drawn', { ...NOWHERE, page: content.page })
      continue
    }
    const { layered, ...reading } = read
    const whole = { ...resizePage(reading, 1 / share), width: content.width, height: content.height }
    const { certainty, unread, joined } = whole.scan
    pages.push(whole)
    const sure = layered ? 'by whoever scanned it, who does not say how sure' : `${Math.round(certainty * 100)} % sure`
    if (whole.words.length > 0) report('read-by-ocr', { ...NOWHERE, page: content.page }, sure)
    for (const box of unread) report('cell-not-read', { ...NOWHERE, page: content.page, box })
    for (const box of joined) report('rows-not-parted', { ...NOWHERE, page: content.page, box })
  }
  return pages
}
