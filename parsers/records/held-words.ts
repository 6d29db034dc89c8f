import { colourName } from '../../schema/colours.ts'
import type { Block, Document } from '../../schema/document.ts'
import { COLOUR_SIGNS } from '../../schema/vocabulary/grades.ts'
import { foldWords, squeeze } from '../recognise/fold.ts'

/** The words of a document, each as a number of 32 bits, in order: small enough to be kept beside what was read. */
export type HeldWords = Uint32Array<ArrayBuffer>

/** Marks that a reader may take for a part of a word, or for its end: a word with one counts both ways. */
const APOSTROPHES = /['\u2018\u2019\u201b]/gu
const RAISED_DIGITS = /[\u00b9\u00b2\u00b3\u2070-\u2079]+/gu

/** All words of a document, whatever reader may come upon them: of its text, its running heads, what the file says about itself, and the names of its colours. */
export function heldWords(document: Document): HeldWords {
  // Most words are there many times: each is folded once.
  const printed = new Set<string>()
  for (const text of documentTexts(document)) for (const word of text.split(' ')) printed.add(word)
  const words = new Set<string>()
  for (const word of printed) {
    addWords(word, words)
    for (const marks of [APOSTROPHES, RAISED_DIGITS]) {
      const parted = word.replace(marks, ' ')
      if (parted !== word) addWords(parted, words)
    }
  }
  return Uint32Array.from(words, hashOf)
    .sort()
    .filter((hash, at, all) => hash !== all[at - 1])
}

/**
 * Whether a taught word may be in a document. False only where it is not: every reader knows a taught word by its letters
 * with or without the spaces between them, so that it is made of whole words of the document, one after the other.
 */
export function mayHold(held: HeldWords, word: string): boolean {
  const letters = [...squeeze(word).replaceAll(/[%#]/gu, '')]
  const reached = new Set([0])
  for (const from of reached) {
    let hash = HASH_START
    for (let at = from; at < letters.length; at++) {
      hash = hashed(hash, letters[at] ?? '')
      if (includes(held, hash)) reached.add(at + 1)
    }
    if (reached.has(letters.length)) return true
  }
  return false
}

function addWords(text: string, words: Set<string>): void {
  for (const word of foldWords(text).split(/[ %#]+/u)) {
    if (word === '' || words.has(word)) continue
    words.add(word)
    // "Update Mar2024" is read without its date.
    if (/\p{N}/u.test(word) && /\p{L}/u.test(word)) for (const [part] of word.matchAll(/\p{L}+|\p{N}+/gu)) words.add(part)
  }
}

function* documentTexts({ blocks, furniture, information }: Document): Generator<string> {
  yield* Object.values(information)
  for (const { text } of furniture) yield text
  yield* blockTexts(blocks)
}

function* blockTexts(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'list-item') yield block.marker
    if (block.type !== 'table') {
      yield* withSigns(block.passage.text)
      continue
    }
    for (const cell of block.rows.flat()) {
      if (cell.fill !== null) yield colourName(cell.fill) ?? ''
      yield* blockTexts(cell.blocks)
    }
  }
}

/** A text, and the names of the colours that its signs stand for. */
function* withSigns(text: string): Generator<string> {
  yield text
  for (const [sign, colour] of Object.entries(COLOUR_SIGNS)) if (text.includes(sign)) yield colour
}

/** FNV-1a, letter by letter. */
const HASH_START = 0x811c9dc5
const hashOf = (word: string): number => [...word].reduce(hashed, HASH_START)
const hashed = (hash: number, letter: string): number => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0

function includes(sorted: HeldWords, hash: number): boolean {
  let [from, to] = [0, sorted.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] ?? 0) < hash) from = middle + 1
    else to = middle
  }
  return sorted[from] === hash
}
