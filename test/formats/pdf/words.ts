import type { PageContent, Word } from '../../../parsers/formats/pdf/page/page-content.ts'
import { emptyPage } from '../../../parsers/formats/pdf/page/page-content.ts'

/** A word of a test: 11 points, upright, half its size wide for each letter. */
export function word(text: string, x0: number, base: number, more: Partial<Word> = {}): Word {
  const size = more.size ?? 11
  return {
    text,
    x0,
    top: base - 0.8 * size,
    x1: x0 + 0.5 * size * text.length,
    bottom: base + 0.2 * size,
    base,
    size,
    bold: false,
    italic: false,
    colour: '#000000',
    turn: 0,
    glued: false,
    tag: -1,
    artifact: false,
    hidden: false,
    font: 0,
    box: -1,
    fillsBefore: 0,
    seams: [],
    ...more,
  }
}

/** A line's words, set one after the other with a space between. */
export function words(line: string, x0: number, base: number, more: Partial<Word> = {}): Word[] {
  let x = x0
  return line.split(' ').map((text) => {
    const made = word(text, x, base, more)
    x = made.x1 + 0.3 * made.size
    return made
  })
}

/** A page that holds words and nothing else. */
export function pageOf(inside: Word[], more: Partial<PageContent> = {}): PageContent {
  return { ...emptyPage(1), words: inside, ...more }
}
