import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import type { Passage } from '../../../schema/document.ts'
import { type PassageBuilder, runIndexAt } from './passage-edits.ts'

const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,31}));/uy
/** How far and with how many letters a lost place is searched for again: bounded, so that aligning stays linear. */
const SEARCH_AHEAD = 80
const SEARCH_LETTERS = 5

/**
 * Adds `value`, which a parser read from `markup` between `from` and `to`, to `builder`, each letter with
 * the runs of the place in the mark-up that it is at. Letters that the mark-up writes otherwise (character
 * references) are added without a run; escapes and the prefixes of quoted lines are passed over.
 */
export function addAligned(builder: PassageBuilder, value: string, markup: Passage, from: number, to: number): void {
  const source = markup.text
  let run = runIndexAt(markup.runs, from)
  let at = from
  let index = 0
  while (index < value.length) {
    const same = sameLength(value, index, source, at, to)
    if (same > 0) {
      while ((markup.runs[run]?.end ?? Number.POSITIVE_INFINITY) <= at) run++
      builder.addPart(markup, at, at + same, run)
      index += same
      at += same
      continue
    }
    const reference = source[at] === '&' && at < to ? referenceAt(source, at) : null
    if (reference && value.startsWith(reference.letters, index)) {
      builder.addText(reference.letters)
      index += reference.letters.length
      at += reference.length
      continue
    }
    const found = at < to ? findAhead(value, index, source, at, to) : -1
    if (found > at) {
      at = found
      continue
    }
    const letter = String.fromCodePoint(value.codePointAt(index) ?? 0xfffd)
    builder.addText(letter)
    index += letter.length
    if (reference) at += reference.length
    else if (at < to && /\s/u.test(letter) && /\s/u.test(source[at] ?? '')) at++
  }
}

/** How many letters are the same from here on, up to a reference that stands for something else. */
function sameLength(value: string, index: number, source: string, at: number, to: number): number {
  let same = 0
  while (at + same < to && index + same < value.length && value[index + same] === source[at + same]) {
    const reference = source[at + same] === '&' ? referenceAt(source, at + same) : null
    // Where the value has the reference itself, it was not read as one.
    if (reference && !value.startsWith(source.slice(at + same, at + same + reference.length), index + same)) break
    same++
  }
  return same
}

function referenceAt(source: string, at: number): { letters: string; length: number } | null {
  REFERENCE.lastIndex = at
  const match = REFERENCE.exec(source)
  if (!match) return null
  const [whole, decimal, hexadecimal, name] = match
  if (name) {
    const letters = decodeNamedCharacterReference(name)
    return letters === false ? null : { letters, length: whole.length }
  }
  const code = decimal ? Number.parseInt(decimal, 10) : Number.parseInt(hexadecimal ?? '', 16)
  return Number.isNaN(code) || code > 0x10ffff ? null : { letters: String.fromCodePoint(code), length: whole.length }
}

/** Where the next letters of the value follow an escape, a line prefix or other mark-up; -1 where they are not near. */
function findAhead(value: string, index: number, source: string, at: number, to: number): number {
  const wanted = value.slice(index, index + SEARCH_LETTERS)
  const within = source.slice(at + 1, Math.min(to, at + SEARCH_AHEAD))
  const found = within.indexOf(wanted)
  if (found >= 0) return at + 1 + found
  // An escape may be among the wanted letters themselves.
  return source[at] === '\\' && source[at + 1] === value[index] ? at + 1 : -1
}
