import type { DocumentFont, PageContent } from '../page/page-content.ts'

/** So many letters of a font are looked at. */
const LETTERS_MOST = 20_000
/** Below this many letters nothing can be said about a font. */
const LETTERS_ENOUGH = 12
/** Readable text has no more letters without meaning than this. */
const STRANGE_SHARE = 0.25
/** And no more control characters: where the codes are glyph numbers, every space is one, one letter of six. */
const CONTROL_SHARE = 0.08
/** Below this many letters the share of vowels says nothing. */
const VOWELS_ENOUGH = 80
/** In every language of Latin letters at least 3 of 10 letters are vowels; text read by the wrong code has 1 or 2. */
const VOWEL_SHARE = 0.2

/** Fonts of pictures, whose codes never were letters. */
const SYMBOL_FONT = /symbol|wingding|dingbat|webding|marlett|fontawesome|icon/iu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const STRANGE = /[\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/gu
const VOWELS = /[aeiouyàáâäãåèéêëìíîïòóôöõøùúûüýæœ]/giu

/** Abbreviations, and names crossed out with letters, have no vowels: words without small letters, a plural's aside. */
const isAbbreviation = (text: string) => !/\p{Ll}/u.test(text.replace(PLURAL, ''))
const PLURAL = /s\P{L}*$/u

/**
 * The fonts that do not say which letters they draw: their codes come out as control characters,
 * as private ones, or as letters in no language's proportion (a font without ToUnicode whose codes
 * are glyph numbers; ISO 32000-2, 9.10).
 */
export function unreadableFonts(pages: readonly PageContent[], fonts: readonly DocumentFont[]): Set<number> {
  const texts = fonts.map(() => ({ all: '', spoken: '' }))
  for (const { words } of pages) {
    for (const { text, font } of words) {
      const known = texts[font]
      if (!known || known.all.length >= LETTERS_MOST) continue
      known.all += text
      if (!fonts[font]?.isMapped || !isAbbreviation(text)) known.spoken += text
    }
  }
  const unreadable = new Set<number>()
  texts.forEach(({ all: text, spoken }, font) => {
    if (text.length < LETTERS_ENOUGH || SYMBOL_FONT.test(fonts[font]?.name ?? '')) return
    const control = text.match(CONTROL)?.length ?? 0
    const strange = text.match(STRANGE)?.length ?? 0
    const latin = spoken.match(/[a-zà-ÿ]/giu)?.length ?? 0
    const vowels = spoken.match(VOWELS)?.length ?? 0
    const odd = latin >= VOWELS_ENOUGH && latin > 0.5 * spoken.length && vowels < VOWEL_SHARE * latin
    if (control >= CONTROL_SHARE * text.length || strange >= STRANGE_SHARE * text.length || odd) unreadable.add(font)
  })
  return unreadable
}
