import { MONTH } from './calendar.ts'
import { canonical, readCore, readSpelled } from './numbers-core.ts'
import { compareNumbers, nextNumber, numberLevels } from './numbers-order.ts'

/** A mention of recommendations by number, or of all of them. `start` and `end` are offsets into the text that was read. */
export interface Reference {
  /** Canonical, ranges spelled out, in the order of mention; empty where `all`. */
  numbers: string[]
  /** "the recommendations be agreed", "all recommendations". */
  all: boolean
  /** With `all`: what is left out, by number, and "last" for the last one. */
  except: string[]
  text: string
  start: number
  end: number
}

/** A stretch of a passage that mentions one part. */
export interface ReferenceSegment {
  number: string
  start: number
  end: number
  /** After the number and a dash or colon: what is said about it begins here. */
  labelEnd: number
}

const WORD =
  /(?<![\p{L}\p{N}])(?:recommendations?|recomendations?|recs?\.?)(?![\p{L}])\s{0,3}(?:(?:numbers?|nos?|ref)(?![\p{L}])\.?\s{0,2})?/giu
const WORD_HERE = /^(?:recommendations?|recs?\.?)\s{1,3}/iu
const SEPARATOR =
  /(?<range>\s{0,2}(?:to|through|-|–|—)\s{0,2})|(?<list>\s{0,2}(?:,\s{0,2}(?:and\s|&\s?|or\s)?|;\s|and\s|&\s{0,2}|or\s|\/)\s{0,2})(?:recommendations?\s|recs?\.?\s)?/iuy
const BARE_PART = /\(\s?([a-z]|[ivx]{2,6})\s?\)/y
/** What counts things, and so makes the number before it no recommendation's. */
const UNIT = new RegExp(
  String.raw`^\s{0,2}(?:%|per ?cent|(?:working |calendar )?(?:days?|weeks?|months?|years?|hours?)|members?|councillors?|officers?|people|others?|further|${MONTH}\b)`,
  'iu',
)
/** No range is longer than this; a longer one is a misreading. */
const LONGEST_RANGE = 60

interface Item {
  number: string
  end: number
}

/** The number at an offset; a part in brackets ("(c)" after "1(a) to") or a bare letter takes the levels above it from the number before. */
function readItem(text: string, at: number, previous: string | null): Item | null {
  if (previous !== null) {
    const above = numberLevels(previous).slice(0, -1)
    BARE_PART.lastIndex = at
    const part = above.length > 0 ? BARE_PART.exec(text) : null
    if (part) return { number: canonical([...above, part[1] ?? '']), end: at + part[0].length }
  }
  // "Recommendation Two"; but "recommendation one might make" is not a number.
  const spelled = previous === null && /^one(?!\p{L})(?! to | and )/u.test(text.slice(at, at + 9)) ? null : readSpelled(text, at)
  const core = spelled ?? readCore(text, at)
  if (!core || (core.style === 'letter' && core.levels.length === 1 && !core.bracketed && !loneLetter(text, at, core.end, previous)))
    return null
  if (
    core.style === 'roman' &&
    core.levels.length === 1 &&
    !core.bracketed &&
    /^[IVX]$/.test(core.levels[0] ?? '') &&
    previous === null &&
    /^\s\p{Ll}/u.test(text.slice(core.end))
  )
    return null
  return { number: canonical(core.levels), end: core.end }
}

/** "recommendations A to C" and "Recommendation B", but not "recommendation a review". */
function loneLetter(text: string, at: number, end: number, previous: string | null): boolean {
  const letter = text.slice(at, end)
  return (
    /^[A-Z]$/.test(letter) &&
    (letter !== 'A' || previous !== null || /^\s{0,2}(?:[,.:;)–—-]|and\b|to\b|&|be\b|is\b|$)/u.test(text.slice(end)))
  )
}

function rangeFrom(first: string, last: string): string[] | null {
  const numbers = [first]
  for (let next = nextNumber(first); next !== null && numbers.length < LONGEST_RANGE; next = nextNumber(next)) {
    numbers.push(next)
    if (next === last) return numbers
    if (numberLevels(next).length === numberLevels(last).length && compareNumbers(next, last) > 0) return null
  }
  return null
}

/** The numbers that are listed at an offset: "2 and 4 to 6", "1(a) to (c)", "3 & 4". */
function readList(text: string, at: number): { numbers: string[]; end: number } | null {
  const first = readItem(text, at, null)
  if (!first || UNIT.test(text.slice(first.end, first.end + 24))) return null
  const numbers = [first.number]
  let end = first.end
  for (;;) {
    SEPARATOR.lastIndex = end
    const separator = SEPARATOR.exec(text)
    const previous = numbers.at(-1) ?? first.number
    const item = separator ? readItem(text, end + separator[0].length, previous) : null
    if (!separator || !item || UNIT.test(text.slice(item.end, item.end + 24)) || /^[\d.,]*\d/.test(text.slice(item.end, item.end + 4)))
      break
    const range = separator.groups?.range ? rangeFrom(previous, item.number) : null
    if (separator.groups?.range && !range) break
    numbers.push(...(range ? range.slice(1) : [item.number]))
    end = item.end
  }
  return { numbers, end }
}

/** A determiner up to a few words before "recommendations" makes it all of them. */
const ALL_BEFORE =
  /(?:\b(?:all|the|these|those|every|each|its|their|both)(?:\s+(?:of|the|other|\p{L}[\p{L}'’-]*)){0,4}\s*|['’]s?\s+(?:\p{L}+\s+){0,2})$/iu
/** The deciding verb after them, and the deciding verb before them. */
const DECIDED_AFTER =
  /^[^.;]{0,160}?\b(?:be|are|were|was|is|been) (?:\w+ly |not |all |hereby )?(?:agreed|approved|accepted|endorsed|adopted|supported|noted|received|rejected|refused|deferred|referred|amended|confirmed|carried|considered|implemented|withdrawn)\b/iu
const DECIDES_BEFORE =
  /\b(?:agree|approve|accept|endorse|adopt|support|note|receive|reject|defer|confirm)(?:s|d|ed|ing)?(?: (?:to|with))?\s*(?:in principle |in full |in part )?$/iu
const EXCEPT =
  /\b(?:except(?:ing|ion of)?(?:\s+for)?|all but|other than|apart from|save(?:\s+for)?|excluding|bar|with the exception of)\s+(?:for\s+)?(?:the\s+)?/giu

/**
 * Whether a mention without a number means all: "all recommendations", "all but the last recommendation", and
 * "the recommendations" where something is decided about them. "The recommendations of the national body be
 * shared" is itself what a recommendation asks for.
 */
function speaksOfAll(word: string, before: string, determiner: RegExpExecArray | null, after: string): boolean {
  if (/\b(?:all but|every)\b[^.;]{0,40}$/iu.test(before)) return true
  if (!/^(?:recommendations|recomendations|recs)/iu.test(word)) return false
  if (determiner && /\b(?:all|each)\b/iu.test(determiner[0])) return true
  const lead = before.slice(0, before.length - (determiner?.[0].length ?? 0))
  return DECIDED_AFTER.test(after) || DECIDES_BEFORE.test(lead)
}

function exceptions(text: string, from: number, to: number): string[] {
  const found: string[] = []
  const stretch = text.slice(0, to)
  EXCEPT.lastIndex = from
  for (let match = EXCEPT.exec(stretch); match; match = EXCEPT.exec(stretch)) {
    const at = match.index + match[0].length
    if (/^(?:last|final)\b/iu.test(text.slice(at, at + 8))) found.push('last')
    const word = WORD_HERE.exec(text.slice(at, at + 40))
    found.push(...(readList(text, at + (word?.[0].length ?? 0))?.numbers ?? []))
  }
  return found
}

/** The sentence around an offset, near by. */
function sentence(text: string, at: number): { from: number; to: number } {
  const before = text.slice(Math.max(0, at - 200), at)
  const from = at - before.length + Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), -1) + 1
  const end = text.slice(at, at + 300).search(/[.;](?:\s|$)/u)
  return { from, to: end < 0 ? Math.min(text.length, at + 300) : at + end }
}

/**
 * Every mention of recommendations, in order. A number counts only after the word ("recommendations 2 to 4
 * and 6", "Recs 3 & 4", "Recommendation 1 (a)"): "(b)" or "2" alone may mean anything. "The recommendations",
 * "all recommendations" and the like mean all, but what "except", "all but" and "other than" take out.
 */
export function findReferences(text: string): Reference[] {
  const found: Reference[] = []
  let read = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const behind = start + match[0].length
    if (start < read) continue
    const list = readList(text, behind)
    if (list) {
      read = list.end
      found.push({ numbers: list.numbers, all: false, except: [], text: text.slice(start, list.end), start, end: list.end })
      continue
    }
    const before = text.slice(Math.max(0, start - 60), start)
    const determiner = ALL_BEFORE.exec(before)
    if (!speaksOfAll(match[0], before, determiner, text.slice(behind, behind + 200))) continue
    const { from, to } = sentence(text, start)
    const begin = determiner ? start - determiner[0].length : start
    const named = exceptions(text, Math.min(from, begin), to)
    // "The other recommendations" are all but those that were mentioned before.
    const others = determiner && /\b(?:other|others|remaining|rest)\b/iu.test(determiner[0])
    const except = [...named, ...(others ? found.flatMap(({ numbers }) => numbers) : [])]
    read = named.length > 0 ? to : behind
    const end = text.slice(0, behind).trimEnd().length
    found.push({ numbers: [], all: true, except, text: text.slice(begin, end), start: begin, end })
  }
  return withBareCodes(text, found)
}

/** A code of letters and a number. */
const CODE = /(?<![\p{L}\p{N}.(/-])([A-Z]{1,4})\d{1,3}(?:\.\d{1,3})?(?![\p{L}\p{N}])/gu

/** Where recommendations were named by codes ("recommendations R1 to R4"), a code of the same letters is one without the word, too: "and that R5 be not agreed". */
function withBareCodes(text: string, found: Reference[]): Reference[] {
  const series = new Set(found.flatMap(({ numbers }) => numbers.flatMap((number) => /^([A-Z]{1,4})\d/u.exec(number)?.[1] ?? [])))
  if (series.size === 0) return found
  const bare = [...text.matchAll(CODE)]
    .filter((match) => series.has(match[1] ?? '') && !found.some(({ start, end }) => match.index >= start && match.index < end))
    .map(
      (match): Reference => ({
        numbers: [match[0]],
        all: false,
        except: [],
        text: match[0],
        start: match.index,
        end: match.index + match[0].length,
      }),
    )
  return [...found, ...bare].sort((a, b) => a.start - b.start)
}

/** Words that lead on to a reference within a sentence: "as referenced in Recommendation 2". */
const LEADS_ON =
  /(?:^|[\s(])(?:in|of|to|under|by|with|for|from|see|and|or|per|on|as|the|this|that|at|against|within|regarding|than|via|through|towards|meet|meets|address|addresses|deliver|support|supports|both|former|original|including|&|\/)\s*$/iu
const DASH = /^\s{0,2}(?:[–—:]|-(?!\d))\s{0,2}/u
const VERB =
  /^\s{1,2}(?:is|was|has|have|had|are|were|will|would|should|can|could|remains?|continues?|needs?|requires?|relates?|refers?|now|also|been|achieved|completed?|fully|partly|partially|not|on[ -]track|slipped|ongoing)\b/iu

interface Opening {
  numbers: string[]
  start: number
  labelEnd: number
}

/** Whether a sentence begins at an offset: at the start, or after a closing mark. */
function beginsSentence(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 12), at).replace(/[\s"'“”‘’(*•·–—-]+$/u, '')
  return before === ''
    ? text.slice(0, at).trim().length <= 12 && !/[\p{L}\p{N}]/u.test(text.slice(0, at))
    : /[.!?;:]["'”’)]?$/u.test(before)
}

function wordOpenings(text: string): Opening[] {
  const openings: Opening[] = []
  let read = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const list = start < read ? null : readList(text, start + match[0].length)
    if (!list) continue
    read = list.end
    const rest = text.slice(list.end, list.end + 40)
    const dash = DASH.exec(rest)
    const marked = dash !== null || VERB.test(rest)
    const enumerating = openings.length > 0 && /^\s{1,2}\p{Lu}/u.test(rest)
    const lost =
      /^R/.test(match[0]) &&
      (marked || enumerating) &&
      !LEADS_ON.test(text.slice(Math.max(0, start - 16), start)) &&
      (dash !== null || !/,\s*$/.test(text.slice(Math.max(0, start - 3), start)))
    if (!beginsSentence(text, start) && !lost) continue
    const gap = dash?.[0] ?? /^[\s.]{0,3}/u.exec(rest)?.[0] ?? ''
    openings.push({ numbers: list.numbers, start, labelEnd: list.end + gap.length })
  }
  return openings
}

/** "1 (a) – Fully Achieved 1(b) – …", "3(a) - 1": a number with a dash or colon after it, and words or the code of a grade after that. Without a part in brackets only where a sentence begins. */
function bareOpenings(text: string): Opening[] {
  const openings: Opening[] = []
  for (const match of text.matchAll(/(?<![\p{L}\p{N}.,/()£$€-])\d{1,3}(?:\.\d{1,2})?(?![\d,/%])/gu)) {
    const start = match.index
    const core = readCore(text, start)
    const dash = core ? DASH.exec(text.slice(core.end, core.end + 6)) : null
    if (!core || !dash || !/\s$/u.test(dash[0]) || (!/^\s|^:/u.test(dash[0]) && core.levels.length === 1)) continue
    const after = text.slice(core.end + dash[0].length, core.end + dash[0].length + 4)
    const coded = core.levels.length > 1 && /^\d{1,2}(?:[\s.,;]|$)/u.test(after)
    if ((!coded && !/^["'“‘[]?[\p{L}[]/u.test(after)) || LEADS_ON.test(text.slice(Math.max(0, start - 16), start))) continue
    if (core.levels.length === 1 && !beginsSentence(text, start)) continue
    openings.push({ numbers: [canonical(core.levels)], start, labelEnd: core.end + dash[0].length })
  }
  return openings
}

/**
 * The stretches of a passage that mentions parts one after the other: "Recommendation 1(a) is … Recommendation
 * 1(b) has …", "1 (a) – Fully Achieved 1(b) – Slipped". A stretch runs to the next opening; one that opens with
 * several numbers is given for each of them.
 *
 * It depends on writers putting the part they turn to at the head of a sentence. Where the full stop before
 * it was lost, the capital and the verb or dash after the number still show it; "as referenced in
 * recommendation 1(b), the …" is on its way to something else and opens nothing.
 */
export function splitByReferences(text: string): ReferenceSegment[] {
  const worded = wordOpenings(text)
  const within = ({ start }: Opening) => worded.some((opening) => start >= opening.start && start < opening.labelEnd)
  const parts = bareOpenings(text).filter(
    (bare) => worded.length === 0 || (numberLevels(bare.numbers[0] ?? '').length > 1 && !within(bare)),
  )
  const openings = [...worded, ...parts].toSorted((a, b) => a.start - b.start)
  return openings.flatMap(({ numbers, start, labelEnd }, at) => {
    const next = openings[at + 1]
    const stretch = text.slice(0, next?.start ?? text.length).trimEnd()
    const end = next ? stretch.replace(/[\s,;/]{1,4}$/u, '').length : stretch.length
    return numbers.map((number) => ({ number, start, end: Math.max(end, start), labelEnd: Math.min(labelEnd, Math.max(end, start)) }))
  })
}
