import type { Box } from '../../../schema/place.ts'
import type { Edge, PageContent, Word } from '../pdf/page/page-content.ts'

/** The most points of a page that is drawn at its full size: those of A3. */
const MOST_POINTS = 842 * 1191

/**
 * By how much a page is drawn smaller than it says it is. A photo that a telephone made a PDF of is a page of a point a
 * pixel, which is more than a metre wide.
 */
export function scanShare({ width, height }: Pick<PageContent, 'width' | 'height'>): number {
  return Math.min(1, Math.sqrt(MOST_POINTS / (width * height)))
}

/** The page made larger by a factor, or smaller: its size, words, rules and unread cells, which is what reading scans goes by. */
export function resizePage<T extends PageContent>(page: T, by: number): T {
  const box = ([x0, top, x1, bottom]: Box): Box => [x0 * by, top * by, x1 * by, bottom * by]
  return {
    ...page,
    width: page.width * by,
    height: page.height * by,
    words: page.words.map((word) => resizeWord(word, by)),
    edges: page.edges.map(({ across, at, from, to }): Edge => ({ across, at: at * by, from: from * by, to: to * by })),
    ...(page.scan ? { scan: { ...page.scan, unread: page.scan.unread.map(box), joined: page.scan.joined.map(box) } } : {}),
  }
}

function resizeWord(word: Word, by: number): Word {
  const { x0, top, x1, bottom, base, size, seams } = word
  return {
    ...word,
    ...{ x0: x0 * by, top: top * by, x1: x1 * by, bottom: bottom * by, base: base * by, size: size * by },
    seams: seams.map((value, index) => (index % 2 ? value * by : value)),
  }
}
