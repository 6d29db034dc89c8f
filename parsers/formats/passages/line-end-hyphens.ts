/** What a text writes, to tell the hyphens of its layout from those of its language. */
export interface WrittenWords {
  /** Whether a word, in small letters, is written whole within a line, alone or as a part of a compound. */
  has: (word: string) => boolean
  /** Whether the text breaks words at the ends of its lines; null where no line end tells. */
  hyphenates: () => boolean | null
}

/** The word before a hyphen at a line's end, the hyphen, and a gap after it. */
const HYPHENATED_END = /([\p{L}\p{M}\p{N}]+(?:['\u2019-][\p{L}\p{M}\p{N}]+)*)([-\u2010\u00ad])(\s*)$/u
/** A quick look before the slow one; a line end may have a gap or two after the hyphen. */
const ANY_HYPHEN_END = /[-\u2010\u00ad]\s*$/u
const WORD_START = /^\s*([\p{L}\p{N}][\p{L}\p{M}\p{N}]*)((?:['\u2019-][\p{L}\p{M}\p{N}]+)*)/u
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['\u2019\u2010-][\p{L}\p{M}\p{N}]+)*/gu
/** How much of a line's end or start is looked at. */
const GLANCE = 120
/** What is together without a space and is longer is not a word, and its letters need not be looked at. */
const LONGEST_WORD = 500

/** First parts that English sets before a hyphen and seldom runs into the next word: numbers (tens before ones), and what goes before a participle. */
const COMPOUND_STARTS: ReadonlySet<string> = new Set(
  `all anti best better cost cross decision due early eight face five follow four full half high hard joint large long low mid medium multi
  nine non north one part peer place post quasi self seven short single six small south ten three trauma two user value vice well wide year
  east west ill twenty thirty forty fifty sixty seventy eighty ninety`.split(/\s+/u),
)
/** Syllables that are set before a hyphen and open whole words as often: "re-/letting", "re-/ception". */
const PREFIXES: ReadonlySet<string> = new Set('co ex inter pre pro re semi sub up'.split(' '))

/**
 * What becomes of a hyphen between the end of a line and the start of the next: `drop` it and join, `keep` it and join, or leave the
 * lines' words apart (`none`) because it is not one. A soft hyphen is always the layout's. For others the text itself is asked: whether it
 * writes the compound or the whole word elsewhere, whether both halves are words of it, and whether it breaks words at all. A short
 * list of what opens compounds helps where it does not tell.
 */
export function hyphenAt(before: string, after: string, words: WrittenWords): 'drop' | 'keep' | 'none' {
  const end = hyphenatedEnd(before)
  const start = end && WORD_START.exec(after.slice(0, GLANCE))
  if (!end || !start) return 'none'
  const [, left = '', hyphen, gap] = end
  const [, right = '', rest = ''] = start
  // "April 2018-" with a gap after it is a dash between two things.
  if (/\d$/u.test(left) || /^\d/u.test(right)) return gap ? 'none' : 'keep'
  if (hyphen === '\u00ad') return 'drop'
  return isOfOneCase(left, right) ? fateOf(left.toLowerCase(), right.toLowerCase(), rest, words) : 'keep'
}

function fateOf(left: string, right: string, rest: string, words: WrittenWords): 'drop' | 'keep' {
  if (words.has(`${left}-${right}`)) return 'keep'
  if (words.has(left + right)) return 'drop'
  // "Weston-on-/Avon": what has one hyphen has another.
  if (left.includes('-') || rest.startsWith('-') || COMPOUND_STARTS.has(left)) return 'keep'
  const hyphenates = words.hyphenates()
  if (PREFIXES.has(left)) return hyphenates ? 'drop' : 'keep'
  return hyphenates === false || (words.has(left) && words.has(right) && right.length > 2) ? 'keep' : 'drop'
}

function isOfOneCase(left: string, right: string): boolean {
  const small = /\p{Ll}\p{M}*$/u.test(left) && /^\p{Ll}/u.test(right)
  const capital = /^\p{Lu}{2,}$/u.test(left) && /^\p{Lu}{2,}$/u.test(right)
  return small || capital
}

function hyphenatedEnd(line: string): RegExpExecArray | null {
  return ANY_HYPHEN_END.test(line.slice(-3)) ? HYPHENATED_END.exec(line.slice(-GLANCE)) : null
}

/** What lines write, each given by what is between its spaces. They are gone through when the first hyphen at a line's end is asked about. */
export function writtenWords(lines: () => Iterable<readonly string[]>): WrittenWords {
  let known: { words: ReadonlySet<string>; hyphenates: boolean | null } | null = null
  const gathered = () => {
    known ??= gatherWords(lines())
    return known
  }
  return { has: (word) => gathered().words.has(word), hyphenates: () => gathered().hyphenates }
}

function gatherWords(lines: Iterable<readonly string[]>): { words: ReadonlySet<string>; hyphenates: boolean | null } {
  const words = new Set<string>()
  const seen = new Set<string>()
  const cuts: [string, string][] = []
  let half: string | null = null
  for (const line of lines) {
    const last = line.length - 1
    line.forEach((token, index) => {
      // The halves of a word that a line end cuts are not words.
      const cut = index === last ? hyphenatedEnd(token) : null
      if (index === 0 && half !== null) {
        const right = /^\p{Ll}+/u.exec(token)?.[0]
        if (right) cuts.push([half, right])
      } else if (!cut) addWords(words, seen, token)
      if (index === last) half = cut?.[1]?.toLowerCase() ?? null
    })
  }
  return { words, hyphenates: doesHyphenate(cuts, words) }
}

function addWords(words: Set<string>, seen: Set<string>, token: string): void {
  if (seen.has(token) || token.length > LONGEST_WORD) return
  seen.add(token)
  for (const [match] of token.matchAll(WORD)) {
    const word = match.toLowerCase().replaceAll('\u2010', '-')
    for (const part of [word, ...word.split('-')]) words.add(part)
  }
}

/** Whether lines end in hyphens that cut words which are written whole elsewhere, about as often as in hyphens of compounds. */
function doesHyphenate(cuts: readonly (readonly [string, string])[], words: ReadonlySet<string>): boolean | null {
  const whole = cuts.filter(([left, right]) => words.has(left + right)).length
  const compounds = cuts.filter(([left, right]) => !words.has(left + right) && words.has(left) && words.has(right)).length
  return whole + compounds === 0 ? null : whole > 0 && whole >= compounds / 2
}
