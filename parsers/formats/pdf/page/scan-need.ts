import type { Report } from '../../../../schema/diagnostics.ts'
import { areaOf } from './boxes.ts'
import type { PageContent } from './page-content.ts'
import { PICTURE_SHARE, SCAN_SHARE } from './tolerances.ts'

/** Reads the pages of a file that are pictures, and gives all pages back. It is handed in from outside: reading pictures takes an engine. */
export type ReadScans = (
  bytes: Uint8Array,
  password: string | undefined,
  contents: readonly PageContent[],
  report: Report,
) => Promise<PageContent[]>

/** What a page needs: `read` where it is a picture without words, `layer` where words without ink are laid over its picture, nothing else. */
export function scanNeed({ words, pictures, width, height }: PageContent): 'read' | 'layer' | null {
  const largest = Math.max(0, ...pictures.map(areaOf)) / (width * height)
  if (words.length === 0) return largest >= PICTURE_SHARE ? 'read' : null
  return largest >= SCAN_SHARE && words.every(({ hidden }) => hidden) ? 'layer' : null
}
