import { slicePassage } from '../../schema/document.ts'
import { inflectedVerbs } from '../recognise/deciding-verbs.ts'
import { type Label, nextNumber } from '../recognise/numbers.ts'
import { readCore } from '../recognise/numbers-core.ts'
import type { Entry } from './entry.ts'

/** The number that goes before or after such a label is within this many entries. */
const NEAREST_NUMBER = 16
/** A code is no longer than this. */
const LONGEST_CODE = 24

/** A paragraph number or code at the head of an entry that goes on in small letters: "6.1 plots be halved", "R1 the Librarian". */
function weakLabel(text: string): Label | null {
  const core = readCore(text.slice(0, LONGEST_CODE), 0)
  if (core?.levels.length !== 1 || (core.style !== 'dotted' && core.style !== 'reference')) return null
  const [number = ''] = core.levels
  if (!/^\s\p{Ll}/u.test(text.slice(core.end)) || !/\d$/u.test(number)) return null
  return { number, levels: core.levels, text: text.slice(0, core.end), style: core.style, bracketed: false, word: null, end: core.end + 1 }
}

/** Capital letters without a mark, or with a colon, count limbs where they follow one another at the heads of entries: "A Streets may be closed …", "B: The fee …". */
const BARE_LETTER = /^(([A-Z])\s?:?)\s+(?=\p{Lu})/u

/** Small letters without a mark count limbs that a line in the open leads into: "That the Board:" over "a approve …", "b decline …". */
const SMALL_LETTER = /^([a-z])\s+(?=[\p{L}\p{N}$£€])/u
const LEADS_IN = /[:–—-]$/u

/**
 * Labels of such limbs. The first is under a line that leads in and is an "a"; it is the article ("a review of …") unless "b" follows or a
 * verb that decides directly follows it. Each further letter follows on the one before.
 */
function smallLetters(entries: readonly Entry[]): (Label | null)[] {
  let last: string | null = null
  let since = 0
  return entries.map((entry, at): Label | null => {
    const match = entry.type === 'table' || entry.label ? null : SMALL_LETTER.exec(entry.passage.text)
    const letter = match?.[1]
    since++
    if (!match || !letter || entry.type === 'table') return null
    const begins =
      letter === 'a' &&
      LEADS_IN.test(textAt(entries, at - 1)) &&
      (countsOn(entries, at) || decides(entry.passage.text.slice(match[0].length)))
    const goesOn = last !== null && since <= NEAREST_LETTER && letter === nextLetter(last)
    if (!begins && !goesOn) return null
    last = letter
    since = 0
    return { number: letter, levels: [letter], text: letter, style: 'letter', bracketed: false, word: null, end: match[0].length }
  })
}

const nextLetter = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + 1)
const countsOn = (entries: readonly Entry[], at: number) =>
  entries.slice(at + 1, at + 1 + NEAREST_LETTER).some((entry) => entry.type !== 'table' && /^b\s/u.test(entry.passage.text))
const decides = (text: string) =>
  inflectedVerbs(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '').some(({ forms }) => forms.includes('base')) &&
  /^\p{L}+\s(?:the|an?|that|its?|to|all|\p{Lu})/u.test(text)

function textAt(entries: readonly Entry[], at: number): string {
  const entry = entries[at]
  return entry && entry.type !== 'table' ? entry.passage.text : ''
}

/** The next letter of such a list is within this many entries. */
const NEAREST_LETTER = 3

function letterLabels(entries: readonly Entry[]): (Label | null)[] {
  const matches = entries.map((entry) => (entry.type === 'table' || entry.label ? null : BARE_LETTER.exec(entry.passage.text)))
  const letters = matches.map((match) => match?.[2] ?? null)
  const near = (at: number, letter: string, step: number) => {
    const wanted = String.fromCharCode(letter.charCodeAt(0) + step)
    return letters.slice(Math.max(0, at - (step < 0 ? NEAREST_LETTER : 0)), at + (step > 0 ? NEAREST_LETTER + 1 : 0)).includes(wanted)
  }
  return letters.map((letter, at): Label | null => {
    if (letter === null || !(near(at, letter, 1) || (letter !== 'A' && near(at, letter, -1)))) return null
    const [whole, text] = matches[at] ?? ['', '']
    return { number: letter, levels: [letter], text: text ?? letter, style: 'letter', bracketed: false, word: null, end: whole.length }
  })
}

/**
 * Entries with the labels that only their list makes labels: "6.1 plots be halved" may be running text ("2.5 above", "R1 is linked
 * to R3"), but it is one where the number before or after it is near at the head of another entry.
 */
export function withWeakLabels(entries: readonly Entry[]): Entry[] {
  const small = smallLetters(entries)
  const letters = letterLabels(entries).map((letter, at) => letter ?? small[at] ?? null)
  const labels = entries.map((entry) => (entry.type === 'table' ? null : (entry.label ?? weakLabel(entry.passage.text))))
  const stands = (number: string | null, at: number) =>
    number !== null && labels.slice(Math.max(0, at - NEAREST_NUMBER), at + NEAREST_NUMBER).some((label) => label?.number === number)
  return entries.map((entry, at) => {
    const label = labels[at]
    if (entry.type === 'table' || entry.label) return entry
    const letter = letters[at]
    if (letter) return { ...entry, label: letter, body: slicePassage(entry.passage, letter.end) }
    if (!label) return entry
    const goesOn =
      stands(nextNumber(label.number), at) ||
      (/(?<!\d)1$/u.test(label.number) === false &&
        labels.slice(Math.max(0, at - NEAREST_NUMBER), at).some((before) => before && nextNumber(before.number) === label.number))
    return goesOn ? { ...entry, label, body: slicePassage(entry.passage, label.end) } : entry
  })
}
