import { NUMBER_WORDS } from '../../schema/vocabulary/counting.ts'

/** How the last level of a label is counted. */
export type LabelStyle = 'decimal' | 'letter' | 'roman' | 'dotted' | 'reference'

/** A number as it is printed before the text that it counts. */
export interface Label {
  /** Canonical by the contract's conventions: "1", "1(a)", "4(a)(iii)", "2.6", "R1", "33.10(a)", "SR (25/26) 01". */
  number: string
  /** The levels, outermost first: `['4', 'a', 'iii']`. */
  levels: string[]
  /** As printed, with the word before it and its closing mark, without white space at its ends: "Recommendation 4:", "(1)", "4a) iii)". */
  text: string
  /** Of the last level. "i", "v" and "x" alone are read as Roman; `nestLabels` decides by order. */
  style: LabelStyle
  /** Printed in or before brackets: "(1)", "a)". */
  bracketed: boolean
  /** The word before it in lower case and singular: "recommendation", "objective", "conclusion", "action"; null where there is none. */
  word: string | null
  /** The offset after the label, its punctuation and the white space after it: the text proper begins here. */
  end: number
}

/** A number as printed, before anybody asks whether it labels something. */
export interface Core {
  levels: string[]
  style: LabelStyle
  /** The last level is in or before a bracket. */
  bracketed: boolean
  /** The offset after the number, before its closing mark if that is not a bracket of its own. */
  end: number
}

/** The canonical form of levels: the first bare, each deeper one in brackets. */
export function canonical(levels: readonly string[]): string {
  return levels.map((level, depth) => (depth === 0 ? level : `(${level})`)).join('')
}

const ROMAN = /^(x{0,3})(ix|iv|v?i{0,3})$/

/** The value of a Roman numeral up to 39, in one case throughout; null where it is not one. */
export function romanValue(token: string): number | null {
  if (token === '' || token.length > 7) return null
  const lower = token.toLowerCase()
  if (token !== lower && token !== token.toUpperCase()) return null
  const match = ROMAN.exec(lower)
  if (!match) return null
  const units = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix'].indexOf(match[2] ?? '')
  return (match[1] ?? '').length * 10 + units
}

/** "SR (25/26) 01": a series, the year of the programme, a number. */
const YEARED = /[A-Z]{1,6} ?\(\d\d\/\d\d\) ?\d{1,3}[a-z]?(?![\p{L}\p{N}])/uy
/** "(21-170)": year and number of a minute. */
const MINUTE = /\((\d{2}-\d{2,4})\)/y
const BARE_MINUTE = /\d{2}-\d{3,4}(?![\p{L}\p{N}/-])/uy
/** "CEH.140715.20b", "R.A.1", "II-A1", "V-C1": kept whole. */
const COMPOUND = /[A-Z]{1,6}(?:[./-][A-Z0-9]{1,8}){1,5}[a-z]?(?![\p{L}\p{N}])/uy
/** "R1", "R1.2", "C1a". */
const PREFIXED = /([A-Z]{1,4}\d{1,4}(?:\.\d{1,3}){0,3})([a-z])?(?![\p{L}\p{N}])/uy
/** "1", "2.6", "3.1.1.1", "33.10a". */
const DECIMAL = /(\d{1,3}(?:\.\d{1,3}){0,4})([a-z]|[A-Z](?=[.):]))?(?![\p{L}\p{N}])/uy
const LONG_DECIMAL = /(\d{1,6})([a-z])?(?![\p{L}\p{N}])/uy
const BRACKETED = /\(\s?(\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivx]{2,7}|[IVX]{2,7})\s?\)/y
/** "(1a)": a part with the number of its whole. */
const BRACKETED_PART = /\(\s?(\d{1,2})([a-z])\s?\)/y
const LETTER = /([A-Za-z]|[ivx]{2,7}|[IVX]{2,7})(?![\p{L}\p{N}])/uy
/** A deeper level in brackets, after the level above it. */
const PART = /\s?\(\s?([A-Za-z]|[ivx]{2,7}|[IVX]{2,7}|\d{1,2})\s?\)/y
/** A deeper level after the closing mark of the level above it: "4a) iii)", "1. (a)", "1.a)", "1.a". */
const PART_BEHIND_MARK =
  /[.)]\s?\(?([a-z]|[ivx]{2,7}|\d{1,2})\)|(?<=\d)\.([a-z])(?=[.:\s]|$)|(?<=[a-z])\)\s?([ivx]{1,5})(?=[.:]\s?\p{Lu})/uy

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function letterStyle(token: string): LabelStyle {
  if (/^\d/.test(token)) return token.includes('.') ? 'dotted' : 'decimal'
  return romanValue(token) === null ? 'letter' : 'roman'
}

/** "01" counts like "1". */
function plain(digits: string): string {
  return digits.includes('.') ? digits : String(Number(digits))
}

function firstLevel(text: string, at: number, whole: boolean): Core | null {
  const yeared = match(YEARED, text, at)
  if (yeared) return { levels: [yeared[0]], style: 'reference', bracketed: false, end: YEARED.lastIndex }
  const minute = match(MINUTE, text, at)
  if (minute) return { levels: [minute[1] ?? ''], style: 'reference', bracketed: true, end: MINUTE.lastIndex }
  const bareMinute = whole ? match(BARE_MINUTE, text, at) : null
  if (bareMinute) return { levels: [bareMinute[0]], style: 'reference', bracketed: false, end: BARE_MINUTE.lastIndex }
  const compound = match(COMPOUND, text, at)
  if (compound && /\d/.test(compound[0])) return { levels: [compound[0]], style: 'reference', bracketed: false, end: COMPOUND.lastIndex }
  const prefixed = match(PREFIXED, text, at)
  if (prefixed) return parted(prefixed[1] ?? '', prefixed[2], 'reference', PREFIXED.lastIndex)
  const bracket = match(BRACKETED, text, at)
  if (bracket) {
    const token = bracket[1] ?? ''
    return { levels: [/^\d/.test(token) ? plain(token) : token], style: letterStyle(token), bracketed: true, end: BRACKETED.lastIndex }
  }
  const part = match(BRACKETED_PART, text, at)
  if (part) return { ...parted(plain(part[1] ?? ''), part[2], 'letter', BRACKETED_PART.lastIndex), bracketed: true }
  const pattern = whole && !match(DECIMAL, text, at) ? LONG_DECIMAL : DECIMAL
  const decimal = match(pattern, text, at)
  if (decimal) return parted(plain(decimal[1] ?? ''), decimal[2], decimal[1]?.includes('.') ? 'dotted' : 'decimal', pattern.lastIndex)
  const letter = match(LETTER, text, at)
  if (!letter) return null
  return { levels: [letter[1] ?? ''], style: letterStyle(letter[1] ?? ''), bracketed: false, end: LETTER.lastIndex }
}

function parted(first: string, letter: string | undefined, style: LabelStyle, end: number): Core {
  return { levels: letter ? [first, letter] : [first], style: letter ? 'letter' : style, bracketed: false, end }
}

/**
 * The number that is at an offset, with all its levels, or null. `whole` lets in what only counts
 * when nothing else is there: long numbers, minute numbers without brackets.
 */
export function readCore(printed: string, at: number, whole = false): Core | null {
  // "25–118" is the number 25-118, whichever dash a printer took.
  const text = /[–—]/u.test(printed) ? printed.replace(/(?<=[\p{Lu}\d])[–—](?=[\p{Lu}\d])/gu, '-') : printed
  const core = firstLevel(text, at, whole)
  if (!core) return null
  while (core.levels.length < 5) {
    const part = match(PART, text, core.end) ?? match(PART_BEHIND_MARK, text, core.end)
    if (!part) break
    const token = part[1] ?? part[2] ?? part[3] ?? ''
    core.levels.push(token)
    core.style = letterStyle(token)
    core.bracketed = part[0].endsWith(')')
    core.end = part.index + part[0].length
  }
  return core
}

/** A number that is spelled out at an offset, as people do after a word: "Recommendation Two". */
export function readSpelled(text: string, at: number): Core | null {
  const word = /^[A-Za-z]{3,6}(?![\p{L}])/u.exec(text.slice(at, at + 8))?.[0]
  const value = word ? NUMBER_WORDS.indexOf(word.toLowerCase()) + 1 : 0
  return word && value > 0 ? { levels: [String(value)], style: 'decimal', bracketed: false, end: at + word.length } : null
}
