import type { PartyKind } from '../../schema/records.ts'
import { BODY_WORDS, FUNCTIONS, NOBODY, NOT_PERSONAL, PERSON_TITLES, POST_HEADS, POST_TAILS } from '../../schema/vocabulary/parties.ts'

/** A person, post or body that is named as responsible. `start` and `end` are offsets into the text that was read. */
export interface Party {
  name: string
  /** The body that is given with the name: "(SBC)", or the team after a comma. */
  organisation: string | null
  kind: PartyKind
  /** As printed, whole. */
  text: string
  start: number
  end: number
}

interface Piece {
  text: string
  start: number
  end: number
}

const TITLES = new Set(PERSON_TITLES)
const TAILS = new Set(POST_TAILS)
const BODIES = new Set(BODY_WORDS)
const NO_NAMES = new Set([...NOT_PERSONAL, ...BODY_WORDS, ...POST_TAILS])
/** What a cell may say about the names after it: "Lead: …", "Responsible officer: …". */
const ROLE_BEFORE = /^\s*(?:lead|leads|lead officer|owner|responsible(?: officer)?|responsibility|officer|contact)\s*:\s*/iu
/** More letters than this are not a list of people, but prose. */
const PROSE = 400

function fold(text: string): string {
  return text.toLowerCase().replace(/[’]/gu, "'").replace(/\s+/gu, ' ').trim()
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[\s,]+/u)
    .filter((word) => word !== '')
}

/** An abbreviation in capitals, as bodies are called: "HSSCP", "NHS", "S&P". */
function isAcronym(text: string): boolean {
  return /^[A-Z][A-Za-z&]{0,5}[A-Z]s?$/.test(text)
}

/** "Ann Lee", "J. A. Brown-Smith", "Cllr O'Neil": two to four capitalised words of which none is a common noun of public life. */
function isPerson(text: string): boolean {
  const words = text.split(/\s+/u)
  let titles = 0
  while (titles < words.length && TITLES.has(fold(words[titles] ?? '').replace(/\.$/u, ''))) titles++
  const names = words.slice(titles)
  if (names.length === 0 || names.length > 4 || (titles === 0 && (names.length < 2 || names.length > 3))) return false
  const last = names.at(-1) ?? ''
  return (
    /^\p{Lu}[\p{L}'’-]*\p{Ll}/u.test(last) &&
    names.every((name) => /^(?:\p{Lu}\.?(?:\p{Lu}\.?)?|\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*|de|van|von|der|la|le|bin|al)$/u.test(name)) &&
    names.every((name) => !NO_NAMES.has(fold(name).replace(/'s$/u, '')) && !isAcronym(name))
  )
}

function startsPost(text: string): boolean {
  const folded = fold(text).replace(/^(?:the|all|interim|acting|relevant|joint|group) /u, '')
  return POST_HEADS.some((head) => folded === head || folded.startsWith(`${head} `))
}

function isPost(text: string): boolean {
  const words = wordsOf(text)
  return (
    startsPost(text) ||
    TAILS.has(words.at(-1) ?? '') ||
    words.some((word, at) => TAILS.has(word) && /^(?:of|for|-|–)$/u.test(words[at + 1] ?? ''))
  )
}

function isBody(text: string): boolean {
  const words = wordsOf(text).filter((word) => word !== 'the')
  const folded = words.join(' ')
  return (
    isAcronym(text) ||
    FUNCTIONS.includes(folded) ||
    BODIES.has(words.at(-1) ?? '') ||
    words.some((word, at) => BODIES.has(word) && /^(?:of|for|on|in)$/u.test(words[at + 1] ?? ''))
  )
}

function kindOf(text: string): PartyKind {
  if (/^the (?:executive|cabinet|council|leader)$/iu.test(text)) return 'organisation'
  if (startsPost(text)) return 'post'
  const tail = wordsOf(text).at(-1) ?? ''
  if (BODIES.has(tail) && !TAILS.has(tail) && isBody(text)) return 'organisation'
  if (isPost(text)) return 'post'
  if (isBody(text)) return 'organisation'
  return isPerson(text) ? 'person' : 'unknown'
}

function trimmed(text: string, start: number, end: number): Piece | null {
  let [from, to] = [start, end]
  while (from < to && /[\s,;/&•·]/u.test(text[from] ?? '')) from++
  while (to > from && /[\s,;/&•·]/u.test(text[to - 1] ?? '')) to--
  return to > from ? { text: text.slice(from, to), start: from, end: to } : null
}

/** The pieces between separators outside brackets. */
function splitOutside(text: string, piece: Piece, separator: RegExp): Piece[] {
  const pieces: Piece[] = []
  const scan = new RegExp(`[()]|${separator.source}`, 'giu')
  scan.lastIndex = piece.start
  let [depth, from] = [0, piece.start]
  for (let match = scan.exec(text); match && match.index < piece.end; match = scan.exec(text)) {
    if (match[0] === '(') depth++
    else if (match[0] === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) {
      const part = trimmed(text, from, match.index)
      if (part) pieces.push(part)
      from = match.index + match[0].length
    }
  }
  const last = trimmed(text, from, piece.end)
  return last ? [...pieces, last] : pieces
}

function withoutBracket(text: string): string {
  return text.replace(/\s*\([^()]*\)\.?$/u, '').trim()
}

function kindOfPiece(piece: Piece): PartyKind {
  return kindOf(withoutBracket(piece.text))
}

/** A body with its article, a person with a title. */
function isMarked(text: string): boolean {
  return /^The \p{Lu}/u.test(text) || TITLES.has(fold(text.split(' ')[0] ?? '').replace(/\.$/u, ''))
}

/** Whether pieces on both sides of "and", "&" or a comma are parties each for itself. "Head of Strategy and Performance" is one post, "Health and Wellbeing Board" one body. */
function standAlone(pieces: readonly Piece[], all: boolean): boolean {
  const kinds = pieces.map(kindOfPiece)
  if (kinds.every((kind) => kind === 'person')) return true
  if (pieces.every((piece) => isAcronym(piece.text) || kindOfPiece(piece) === 'person')) return true
  // "Finance Manager, The Executive", "Cllr Ann Lee and Waste Manager": what has an article or a title before it is alone.
  if (
    kinds.every((kind) => kind !== 'unknown') &&
    pieces.some((piece, at) => kinds[at] !== 'post' && isMarked(piece.text)) &&
    !kinds.every((kind) => kind === 'organisation')
  )
    return true
  if (kinds.every((kind, at) => kind === 'person' || (kind === 'post' && (at === 0 || startsPost(pieces[at]?.text ?? '')))))
    return kinds[0] !== 'person' || kinds.length > 2 || !all
  return all && kinds.every((kind) => kind === 'organisation') && pieces.every((piece) => !/\b(?:and|&)\b/iu.test(piece.text))
}

function splitSurely(text: string, piece: Piece): Piece[] {
  const slashed = splitOutside(text, piece, /\s+\/\s*|\/\s+|;|\s[•·]\s/)
  if (slashed.length > 1 && slashed.every((part) => /^[\p{Lu}\d"'“‘(]/u.test(part.text)))
    return slashed.flatMap((part) => splitSurely(text, part))
  const tight = splitOutside(text, piece, /\//)
  if (tight.length > 1 && tight.every((part) => kindOfPiece(part) !== 'unknown')) return tight.flatMap((part) => splitSurely(text, part))
  const listed = splitOutside(text, piece, /,\s*(?:and\s+|&\s*)?|\s+and\s+|\s*&\s+/)
  const commas = /,/.test(piece.text)
  if (
    listed.length > 1 &&
    (!commas || listed.length > 2 || kindOfPiece(listed[0] ?? piece) !== 'person' || kindOfPiece(listed[1] ?? piece) === 'person') &&
    standAlone(listed, commas)
  )
    return listed
  const joined = splitOutside(
    text,
    piece,
    /\s+and\s+(?=(?:the )?(?:head|director|assistant|deputy|chief|cabinet member|portfolio holder|leader|chair|cllr|councillor)\b)|\s+&\s+(?=(?:head|director|cabinet member|cllr)\b)/,
  )
  if (joined.length > 1 && joined.every((part) => kindOfPiece(part) !== 'unknown')) return joined
  return [piece]
}

/** Initials of the words of a body's name, as its abbreviation has them. */
function initials(text: string): string {
  return text
    .split(/[\s-]+/u)
    .map((word) => (/^\p{Lu}/u.test(word) ? word[0] : ''))
    .join('')
}

function toParty(piece: Piece): Party {
  const base = { text: piece.text, start: piece.start, end: piece.end }
  const bracket = /\s*\(([^()]{1,80})\)\.?$/u.exec(piece.text)
  const name = bracket ? piece.text.slice(0, bracket.index).trim() : piece.text
  const inside = bracket?.[1]?.trim() ?? null
  if (name !== '' && inside) {
    const kind = kindOf(name)
    if (kind !== 'person' && isPerson(inside))
      return { ...base, name: inside, organisation: kind === 'organisation' ? name : null, kind: 'person' }
    if (kind === 'person' && kindOf(inside) === 'post') return { ...base, name, organisation: null, kind }
    // Bodies are called by their initials, and nobody else is.
    if (isAcronym(inside) && initials(name) === inside) return { ...base, name, organisation: null, kind: 'organisation' }
    const abbreviates = kind === 'organisation' && initials(name).includes(inside.replace(/[^A-Z]/g, '').slice(0, 3))
    return { ...base, name, organisation: abbreviates ? null : inside, kind }
  }
  const [left = '', right = '', ...more] = piece.text.split(/\s*,\s*|\s+[–—-]\s+/u)
  const [first, second] = isPerson(right) && /\s[–—-]\s/u.test(piece.text) ? [right, left] : [left, right]
  if (second !== '' && more.length === 0 && isPerson(first)) {
    const kind = kindOf(second)
    if (kind === 'organisation') return { ...base, name: first, organisation: second, kind: 'person' }
    if (kind === 'post') return { ...base, name: first, organisation: null, kind: 'person' }
  }
  const listed = /[,;]|\s(?:and|&)\s/iu.test(piece.text)
  const kind = kindOf(piece.text.replace(/\.$/u, ''))
  const unsure =
    listed &&
    kind === 'organisation' &&
    piece.text.split(/\s*[,;]\s*|\s+(?:and|&)\s+/iu).every((part) => isBody(part) && wordsOf(part).length > 1)
  return { ...base, name: piece.text, organisation: null, kind: unsure ? 'unknown' : kind }
}

/**
 * Who is named, one by one: "Leah Moss (ABC) / Ian Reed (XYZ)" gives two persons, each with a body.
 *
 * It depends on how such cells are written. A slash with space, or a semicolon, always parts; a tight slash,
 * a comma, "and" and "&" part only what can be alone on both sides, for posts and bodies have them in
 * their names ("Head of Strategy and Performance"). Brackets after a person hold the body, or the person
 * after a post; "Name, Post" is one person. A person is two or three capitalised words none of which is
 * a common noun of public life. What cannot be parted surely is one party, `unknown` where nothing says
 * what it is, with its words whole. A cell that names nobody gives none.
 */
export function readParties(text: string): Party[] {
  const whole = trimmed(text, ROLE_BEFORE.exec(text.slice(0, 60))?.[0].length ?? 0, text.length)
  if (!whole || /^[\s–—.-]*$/u.test(whole.text) || NOBODY.includes(fold(whole.text).replace(/\.$/u, ''))) return []
  if (whole.text.length > PROSE) return [{ ...whole, name: whole.text, organisation: null, kind: 'unknown' }]
  return splitSurely(text, whole).map(toParty)
}
