import type { Box } from '../../../../schema/place.ts'
import type { PageContent, Word } from '../page/page-content.ts'

/** A drawn bullet is about as wide as high, and smaller than the letters beside it. */
const LEAST_PT = 1.5
const SIZE_EM = 0.75
const SQUARE = 1.35
/** Its middle lies between its item's base line and this far above. */
const HIGHEST_EM = 0.75
/** It is left of its item's first word, no further away than this in parts of the font size. */
const GAP_LEAST_EM = 0.15
const GAP_MOST_EM = 2.2

/** And nothing is this close on its left; in the cell beside it words may, where another disc of the list is below or above. */
const ALONE_EM = 1
const BESIDE_EM = 0.25

/** Bullets that a page draws as little discs and squares, as browsers do, as the words they stand for; without the marks that are `others`. */
export function drawnBullets(content: PageContent, others: readonly Word[] = []): Word[] {
  const discs = content.drawings.filter(isDisc)
  const alone = bulletsAmong(discs, content.words, others, ALONE_EM)
  const inLine = discs.filter((box) => alone.some(({ x0, x1 }) => Math.abs(x0 - box[0]) < SAME_PT && Math.abs(x1 - box[2]) < SAME_PT))
  return inLine.length > alone.length ? bulletsAmong(inLine, content.words, others, BESIDE_EM) : alone
}

/** The bullets of one list are drawn at one place and of one width. */
const SAME_PT = 0.2

function isDisc([x0, top, x1, bottom]: Box): boolean {
  const [width, height] = [x1 - x0, bottom - top]
  return width >= LEAST_PT && height >= LEAST_PT && Math.max(width, height) <= SQUARE * Math.min(width, height)
}

function bulletsAmong(discs: readonly Box[], words: readonly Word[], others: readonly Word[], aloneEm: number): Word[] {
  const bullets: Word[] = []
  for (const box of discs) {
    const first = itemBeside(box, words, aloneEm)
    if (!first || others.some(({ x0, base }) => Math.abs(x0 - box[0]) < 1 && base === first.base)) continue
    if (bullets.some((other) => Math.abs(other.x0 - box[0]) < 1 && Math.abs(other.top - box[1]) < 1)) continue
    bullets.push({ ...first, text: '•', x0: box[0], top: box[1], x1: box[2], bottom: box[3], bold: false, italic: false, glued: false })
  }
  return bullets
}

/** The first word of the line that a drawing precedes; null where words are too close on its left. */
function itemBeside(box: Box, words: readonly Word[], aloneEm: number): Word | null {
  const middle = (box[1] + box[3]) / 2
  let nearest: Word | null = null
  for (const word of words) {
    if (word.turn !== 0 || middle > word.base || middle < word.base - HIGHEST_EM * word.size) continue
    if (box[3] - box[1] > SIZE_EM * word.size) continue
    if (word.x1 <= box[0] && box[0] - word.x1 < aloneEm * word.size) return null
    if (word.x0 > box[2] && (nearest === null || word.x0 < nearest.x0)) nearest = word
  }
  if (!nearest) return null
  const gap = nearest.x0 - box[2]
  return gap >= GAP_LEAST_EM * nearest.size && gap <= GAP_MOST_EM * nearest.size ? nearest : null
}
