import type { Line } from './text-to-lines.ts'

/** What stands between two lines of a paragraph. `dropHyphen` where the hyphen was the layout's. */
export interface LineJoin {
  between: '' | ' '
  dropHyphen: boolean
}

const SPACE: LineJoin = { between: ' ', dropHyphen: false }
const CLOSED: LineJoin = { between: '', dropHyphen: false }
const DROPPED: LineJoin = { between: '', dropHyphen: true }

/** The word before a hyphen at a line's end. */
const HYPHENATED_END = /([\p{L}\p{N}]+(?:['\u2019-][\p{L}\p{N}]+)*)([-\u2010\u00ad])(\s*)$/u
/** A quick look before the slow one; a line end may have a gap or two behind the hyphen. */
const ANY_HYPHEN_END = /[-\u2010\u00ad]\s*$/u
const WORD_START = /^\s*([\p{L}\p{N}]+)((?:['\u2019-][\p{L}\p{N}]+)*)/u
/** How much of a line's end or start is looked at. */
const GLANCE = 120
const WORD = /[\p{L}\p{N}]+(?:['\u2019\u2010-][\p{L}\p{N}]+)*/gu

/** First parts that English sets before a hyphen and seldom runs into the next word: numbers (tens before ones), and what goes before a participle. */
const COMPOUND_STARTS: ReadonlySet<string> = new Set(
  `all anti best better co cost cross decision due early eight ex face five follow four full half high hard inter joint large long low mid
  medium multi nine non north one part peer place post pre pro quasi re self semi seven short single six small south sub ten three trauma two
  up user value vice well wide year east west ill follow twenty thirty forty fifty sixty seventy eighty ninety`.split(/\s+/u),
)

/** How the line ends of a text were made: asks the text itself which words it writes with a hyphen. */
export interface LineEnds {
  join(before: Line, after: Line): LineJoin
}

/**
 * Reads hyphens at line ends. A converter's "recommen-/dations" is one word; a "multi-/agency" keeps its
 * hyphen. The text is asked first (it prints "multi-agency", or "recommendations", elsewhere), then whether
 * both parts are words of it, then a short list. Words are counted only when the first such line end comes.
 */
export function lineEnds(lines: readonly Line[]): LineEnds {
  let words: ReadonlySet<string> | null = null
  return {
    join(before, after) {
      const end = hyphenatedEnd(before)
      const start = WORD_START.exec(after.text.slice(0, GLANCE))
      if (!end || !start) return SPACE
      const [, left = '', hyphen, gap] = end
      const [, first = '', rest = ''] = start
      if (hyphen === '\u00ad') return CLOSED
      // "April 2018-" with a gap behind it is a dash between two things.
      if (/\d$/u.test(left) || /^\d/u.test(first)) return gap ? SPACE : CLOSED
      if (!isWordOfOneCase(left, first)) return CLOSED
      words ??= wordsOf(lines)
      return keepsHyphen(left.toLowerCase(), first.toLowerCase(), rest.toLowerCase(), words) ? CLOSED : DROPPED
    },
  }
}

function hyphenatedEnd(line: Line): RegExpExecArray | null {
  return ANY_HYPHEN_END.test(line.text.slice(-3)) ? HYPHENATED_END.exec(line.text.slice(-GLANCE)) : null
}

function isWordOfOneCase(left: string, right: string): boolean {
  const small = /\p{Ll}$/u.test(left) && /^\p{Ll}/u.test(right)
  const capital = /^\p{Lu}{2,}$/u.test(left) && /^\p{Lu}{2,}$/u.test(right)
  return small || capital
}

function keepsHyphen(left: string, right: string, rest: string, words: ReadonlySet<string>): boolean {
  // "Weston-on-/Avon": what has one hyphen has another.
  if (left.includes('-') || rest.startsWith('-')) return true
  if (words.has(`${left}-${right}`)) return true
  if (words.has(left + right)) return false
  if (COMPOUND_STARTS.has(left)) return true
  return words.has(left) && words.has(right) && right.length > 2
}

/** The words that stand whole within lines, in small letters, compounds with their hyphens and also by their parts. */
function wordsOf(lines: readonly Line[]): Set<string> {
  const words = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const cut = hyphenatedEnd(line)
    const before = lines[index - 1]
    const afterCut = before !== undefined && hyphenatedEnd(before) !== null
    const text = cut ? line.text.slice(0, line.text.length - cut[0].length) : line.text
    let first = true
    for (const match of text.matchAll(WORD)) {
      if (!(first && afterCut))
        for (const word of [match[0], ...match[0].split(/[\u2010-]/u)]) words.add(word.toLowerCase().replaceAll('\u2010', '-'))
      first = false
    }
  }
  return words
}
