import { stripVTControlCharacters } from 'node:util'

const PLAIN = /^[\u0020-\u007E]*$/u
/** What a terminal shows two columns wide: pictures, and the letters that Unicode's East Asian Width calls wide or full. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}])/u
/** What takes no column: marks that are on a letter, and signs that are not shown. */
const UNSEEN = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u

const LETTERS = new Intl.Segmenter('en', { granularity: 'grapheme' })
const lettersOf = (text: string): string[] => Array.from(LETTERS.segment(text), ({ segment }) => segment)
const letterWidth = (letter: string): number => (UNSEEN.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1)

/** How many columns a terminal needs for a line of text; colours need none. */
export function textWidth(text: string): number {
  if (PLAIN.test(text)) return text.length
  return lettersOf(stripVTControlCharacters(text)).reduce((sum, letter) => sum + letterWidth(letter), 0)
}

/** The longest beginning of `text` (without colours) that is at most `width` columns wide. */
function beginning(text: string, width: number): string {
  let used = 0
  let end = 0
  for (const letter of lettersOf(text)) {
    used += letterWidth(letter)
    if (used > width) break
    end += letter.length
  }
  return text.slice(0, end)
}

/** `text` (without colours) cut to `width` columns, with an ellipsis where something was cut. */
export function shortened(text: string, width: number): string {
  return textWidth(text) > width ? `${beginning(text, Math.max(0, width - 1)).trimEnd()}…` : text
}

/** `text` in lines of at most `width` columns, broken between words; a word that is wider than a line is broken too. */
export function wrapLines(text: string, width: number): string[] {
  const lines: string[] = []
  for (let word of text.trim().split(/\s+/u)) {
    const last = lines.at(-1)
    if (last !== undefined && textWidth(last) + 1 + textWidth(word) <= width) {
      lines[lines.length - 1] = `${last} ${word}`
      continue
    }
    while (textWidth(word) > width) {
      const piece = beginning(word, width)
      if (!piece || piece === word) break
      lines.push(piece)
      word = word.slice(piece.length)
    }
    lines.push(word)
  }
  return lines
}
