import type { Report } from '../../../schema/diagnostics.ts'
import { unreadableFonts } from './check-fonts.ts'
import { cleanWords } from './clean-words.ts'
import { drawnBullets } from './drawn-bullets.ts'
import { joinSpacedLetters } from './join-spaced-letters.ts'
import type { PageContent } from './page-content.ts'
import { withoutStruck } from './struck-words.ts'

/** A picture that covers this much of a page without text is its content. */
const PICTURE_SHARE = 0.2

/** Takes out what cannot be read or seen, and reports what a person should look at. Changes the pages' words. */
export function checkFonts(pages: readonly PageContent[], fonts: readonly string[], report: Report): void {
  const unreadable = unreadableFonts(pages, fonts)
  for (const content of pages) {
    const place = { page: content.page, box: null, lineFrom: null, lineTo: null }
    const lost = content.words.filter((word) => unreadable.has(word.font))
    if (lost.length > 0) {
      const named = [...new Set(lost.map((word) => fonts[word.font]))].join(', ')
      report('unreadable-font', place, `${lost.length} words in ${named}`)
      content.words = content.words.filter((word) => !unreadable.has(word.font))
    }
    Object.assign(content, withoutStruck(content))
    content.words = joinSpacedLetters(cleanWords(content), content.page)
    content.words.push(...drawnBullets(content))
    const large = content.pictures.some((box) => (box[2] - box[0]) * (box[3] - box[1]) >= PICTURE_SHARE * content.width * content.height)
    if (content.words.length === 0 && lost.length === 0 && large && pages.some((other) => other.words.length > 0))
      report('page-without-text', place)
  }
}
