import type { Report } from '../../../../schema/diagnostics.ts'
import { areaOf } from '../page/boxes.ts'
import type { DocumentFont, PageContent, UnseenReason } from '../page/page-content.ts'
import { PICTURE_SHARE } from '../page/tolerances.ts'
import { cleanWords } from './clean-words.ts'
import { drawnBullets } from './drawn-bullets.ts'
import { drawnKeys } from './drawn-keys.ts'
import { drawnValues } from './drawn-values.ts'
import { lowerDropCaps } from './drop-caps.ts'
import { joinSpacedLetters } from './join-spaced-letters.ts'
import { withoutStruck } from './struck-words.ts'
import { unreadableFonts } from './unreadable-fonts.ts'
import { withoutUnseen } from './unseen-words.ts'

/** Takes out what cannot be read or seen, and reports what a person should look at. Changes the pages' words. */
export function keepSeenWords(pages: readonly PageContent[], fonts: readonly DocumentFont[], report: Report): void {
  const unreadable = unreadableFonts(pages, fonts)
  for (const content of pages) {
    const place = { page: content.page, box: null, lineFrom: null, lineTo: null }
    const lost = content.words.filter((word) => unreadable.has(word.font))
    if (lost.length > 0) {
      const named = [...new Set(lost.map((word) => fonts[word.font]?.name ?? ''))].join(', ')
      report('unreadable-font', place, `${lost.length} words in ${named}`)
      content.words = content.words.filter((word) => !unreadable.has(word.font))
    }
    content.words = withoutUnseen(content)
    Object.assign(content, withoutStruck(content))
    content.words = joinSpacedLetters(lowerDropCaps(cleanWords(content)), content.page)
    const unseen = unseenNote(content)
    if (unseen) report('text-not-shown', place, unseen)
    const large = content.pictures.some((box) => areaOf(box) >= PICTURE_SHARE * content.width * content.height)
    if (content.words.length === 0 && lost.length === 0 && large && pages.some((other) => other.words.length > 0))
      report('page-without-text', place)
  }
  for (const [at, keys] of drawnKeys(pages).entries()) {
    const content = pages[at]
    const drawn = content ? [...keys, ...drawnValues(content)] : []
    content?.words.push(...drawn, ...drawnBullets(content, drawn))
  }
}

/** How a diagnostic says why letters are not seen. What is drawn twice is still there once. */
const REASONS: Record<Exclude<UnseenReason, 'repeated'>, string> = {
  clipped: 'cut off',
  'off-page': "beyond the page's edge",
  layer: 'in a layer that is switched off',
  inkless: 'without ink',
  'paper-colour': 'in the colour of what they stand on',
  covered: 'covered',
  struck: 'struck through',
  note: 'in notes that the file does not draw',
}

function unseenNote({ unseen }: PageContent): string | null {
  const parts = [...unseen].flatMap(([reason, letters]) => (reason === 'repeated' ? [] : [`${letters.length} ${REASONS[reason]}`]))
  return parts.length === 0 ? null : `letters: ${parts.join(', ')}`
}
