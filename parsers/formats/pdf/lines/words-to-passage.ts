import type { Passage, Run } from '../../../../schema/document.ts'
import { hyphenAt, type WrittenWords } from '../../passages/line-end-hyphens.ts'
import type { Word } from '../page/page-content.ts'
import { RAISED_SIZE } from '../page/tolerances.ts'
import type { Line } from './line.ts'
import { alongOf, endOf } from './line.ts'

/** Words drawn apart, with a smaller gap than this between them, are one word: no font has a space so narrow. */
const TOUCHING_EM = 0.08
/** Words drawn one right after the other without white space may be this far apart and still be one word. */
const GLUED_EM = 0.16
/** A smaller word that is this much higher, in parts of the size before it, is a superscript. */
const RAISED_EM = 0.15

const ORDINAL = /^(st|nd|rd|th)\b/iu
/** A unit that a raised figure is the power of. */
const UNIT = /(^|[\d\s])(k?m|[cm]m|ha|CO|SO|NO|H|PM)$/u
const MARK = /^([\d*†‡§a-z,()[\]]|\p{No})+$/u

function isRaised(word: Word, before: Word): boolean {
  return word.size <= RAISED_SIZE * before.size && before.base - word.base >= RAISED_EM * before.size
}

/** Whether a word follows the one before it on its line without a space. */
export function isJoined(before: Word, word: Word): boolean {
  const size = Math.max(before.size, word.size)
  const gap = alongOf(word) - endOf(before)
  if (gap > (word.glued ? GLUED_EM : TOUCHING_EM) * size) return false
  // A footnote's mark is at its word and is not one of its letters.
  if (isRaised(word, before) && MARK.test(word.text) && !ORDINAL.test(word.text)) return UNIT.test(before.text)
  return true
}

/** A line's words as strings, what is printed without a space between joined. */
export function textOfWords(words: readonly Word[]): string {
  let text = ''
  words.forEach((word, i) => {
    const before = words[i - 1]
    text += `${before && !isJoined(before, word) ? ' ' : ''}${word.text}`
  })
  return text
}

const HYPHENS = /[\u00ad\u2010-]$/u

/**
 * Lines as one passage, line breaks folded to spaces and the layout's hyphens taken out, with a run for
 * every word. `fragmentOf` says which of the source's pieces a line belongs to.
 */
export function linesToPassage(lines: readonly Line[], vocabulary: WrittenWords, fragmentOf: (line: Line) => number = () => 0): Passage {
  let text = ''
  const runs: Run[] = []
  for (const line of lines) {
    const fragment = fragmentOf(line)
    const shown = shownWords(line)
    shown.forEach(({ word, letters }, i) => {
      const before = shown[i - 1]?.word
      if (before) text += isJoined(before, word) ? '' : ' '
      else if (text) text = joinLines(text, letters, runs, vocabulary)
      runs.push({
        start: text.length,
        end: text.length + letters.length,
        page: line.page,
        box: [word.x0, word.top, word.x1, word.bottom],
        line: null,
        offset: null,
        fragment,
      })
      text += letters
    })
  }
  return withoutSoftHyphens({ text, runs: runs.filter((run) => run.end > run.start) })
}

/** A line's words with their letters. A soft hyphen shows only after a letter at the line's end. */
function shownWords(line: Line): { word: Word; letters: string }[] {
  return line.words.flatMap((word, i) => {
    const letters = lettersOf(word, i === line.words.length - 1)
    const before = line.words[i - 1]
    return !letters || (letters === '\u00ad' && !(before && isJoined(before, word))) ? [] : [{ word, letters }]
  })
}

function lettersOf(word: Word, isLast: boolean): string {
  const letters = word.text.normalize('NFC')
  if (!letters.includes('\u00ad')) return letters
  // Some fonts call their hyphen a soft one: what is drawn between letters is seen.
  return (
    letters.replace(/(?<=[\p{L}\p{N}])\u00ad(?=[\p{L}\p{N}])/gu, '-').replaceAll('\u00ad', '') +
    (isLast && letters.endsWith('\u00ad') ? '\u00ad' : '')
  )
}

/** The text so far, made ready for the next line's first letters. Shortens the last run where a hyphen goes. */
function joinLines(text: string, next: string, runs: Run[], vocabulary: WrittenWords): string {
  if (!HYPHENS.test(text)) return `${text} `
  const fate = hyphenAt(text, next, vocabulary)
  if (fate === 'none') return `${text} `
  // A soft hyphen that is kept, within a figure, is printed.
  if (fate === 'keep') return text.replace(/\u00ad$/u, '-')
  const last = runs.at(-1)
  if (last) last.end--
  return text.slice(0, -1)
}

/** Soft hyphens that are inside of words show nothing and are taken out. */
function withoutSoftHyphens(passage: Passage): Passage {
  if (!passage.text.includes('\u00ad')) return passage
  const before = (offset: number) => passage.text.slice(0, offset).replaceAll('\u00ad', '').length
  const runs = passage.runs.map((run) => ({ ...run, start: before(run.start), end: before(run.end) })).filter((run) => run.end > run.start)
  return { text: passage.text.replaceAll('\u00ad', ''), runs }
}
