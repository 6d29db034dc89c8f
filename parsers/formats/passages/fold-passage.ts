import type { Passage, Run } from '../../../schema/document.ts'
import { hasOddLetters, plainDashes, UNSEEN_LETTERS } from '../../../schema/unseen-letters.ts'
import { PassageBuilder, type Stretch, withoutStretches } from './passage-edits.ts'

/** What takes room and prints nothing but a gap: white space, and control characters (Word's VT and BEL among them). */
const GAP = /[\s\p{Cc}]+/gu
/** A word that a soft hyphen breaks at the end of a line goes on after the line end. */
const BROKEN_WORD = /(?<=\p{L})\u00ad\s*\n\s*(?=\p{Ll})/gu
/**
 * A letter with the marks that can melt into it, and the Korean letters that melt into syllables:
 * outside these no neighbours change in NFC (Unicode Standard Annex 15).
 */
const NFC_CLUSTER = /[\u1100-\u11ff\uac00-\ud7a3]+|\P{M}?\p{M}+|\P{M}/gsu
/** Four capitals or more with one space between: "T H A T". Fewer are initials, and no word has more than forty. */
const LETTER_SPACED = /(?<![\p{L}\p{N}][ \u00a0]?)\p{Lu}(?:[ \u00a0]\p{Lu}){3,40}(?![\p{L}\p{N}]|[ \u00a0]\p{Lu}(?!\p{L}))/gu

/**
 * A passage as a person reads it: white space folded to single spaces and taken off the ends,
 * letters that print nothing out, hyphens plain, letter-spaced capitals closed up, NFC. A letter that NFC changes stands
 * outside of any run, since it is not in the source so.
 */
export function foldPassage(passage: Passage): Passage {
  return toNfc(foldGaps(closeLetterSpacing(withPlainLetters(passage))))
}

function matchesOf(text: string, pattern: RegExp): Stretch[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** Entities bring such letters too, which the source did not show. */
function withPlainLetters(passage: Passage): Passage {
  if (!hasOddLetters(passage.text)) return passage
  const plain = { text: plainDashes(passage.text), runs: passage.runs }
  return withoutUnseen(withoutStretches(plain, matchesOf(plain.text, BROKEN_WORD)))
}

function withoutUnseen(passage: Passage): Passage {
  return withoutStretches(passage, matchesOf(passage.text, UNSEEN_LETTERS))
}

function closeLetterSpacing(passage: Passage): Passage {
  const gaps: Stretch[] = []
  for (const match of passage.text.matchAll(LETTER_SPACED)) {
    if (isAlphabet(match[0])) continue
    for (const gap of matchesOf(match[0], /[ \u00a0]/gu)) gaps.push({ start: match.index + gap.start, end: match.index + gap.end })
  }
  return withoutStretches(passage, gaps)
}

/** "A B C D" lists options or grades; it spells no word. */
function isAlphabet(spaced: string): boolean {
  const codes = spaced.split(/[ \u00a0]/u).map((letter) => letter.codePointAt(0) ?? 0)
  return codes.every((code, index) => index === 0 || code === (codes[index - 1] ?? 0) + 1)
}

function foldGaps(passage: Passage): Passage {
  const { text } = passage
  const builder = new PassageBuilder()
  let from = 0
  for (const match of text.matchAll(GAP)) {
    const end = match.index + match[0].length
    // A single plain space is as it is, so that a line stays one run.
    if (match[0] === ' ' && match.index > 0 && end < text.length) continue
    builder.addPart(passage, from, match.index)
    if (builder.length > 0 && end < text.length) builder.addText(' ')
    from = end
  }
  builder.addPart(passage, from)
  return builder.build()
}

function toNfc(passage: Passage): Passage {
  const whole = passage.text.normalize('NFC')
  if (whole === passage.text) return passage
  const builder = new PassageBuilder()
  let from = 0
  for (const match of passage.text.matchAll(NFC_CLUSTER)) {
    const folded = match[0].normalize('NFC')
    if (folded === match[0]) continue
    builder.addPart(passage, from, match.index)
    builder.addText(folded)
    from = match.index + match[0].length
  }
  builder.addPart(passage, from)
  const folded = builder.build()
  return folded.text === whole ? folded : keepCommonEnds(passage, whole)
}

/** For what the clusters do not foresee: runs are kept only where both texts are alike from the start or from the end. */
function keepCommonEnds(passage: Passage, whole: string): Passage {
  const shortest = Math.min(whole.length, passage.text.length)
  let head = 0
  while (head < shortest && whole[head] === passage.text[head]) head++
  let tail = 0
  while (tail < shortest - head && whole[whole.length - 1 - tail] === passage.text[passage.text.length - 1 - tail]) tail++
  const builder = new PassageBuilder()
  builder.addPart(passage, 0, head)
  builder.addText(whole.slice(head, whole.length - tail))
  builder.addPart(passage, passage.text.length - tail)
  return builder.build()
}

/** Runs numbered so that `fragment` starts at 0 and grows wherever the source goes backwards or the given number changes. */
export function renumberFragments(passage: Passage): Passage {
  let fragment = 0
  let previous: Run | null = null
  const runs = passage.runs.map((run) => {
    if (previous && (previous.fragment !== run.fragment || goesBack(previous, run))) fragment++
    previous = run
    return { ...run, fragment }
  })
  return { text: passage.text, runs }
}

function goesBack(before: Run, after: Run): boolean {
  return before.offset !== null && after.offset !== null && after.offset < before.offset + before.end - before.start
}
