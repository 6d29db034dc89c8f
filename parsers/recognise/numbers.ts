import { ANY_PRINTED_MONTH } from './calendar.ts'
import { type Core, canonical, type Label, readCore, readSpelled } from './numbers-core.ts'

export type { Label, LabelStyle } from './numbers-core.ts'
export { type NestedLabel, nestLabels } from './numbers-nesting.ts'
export { compareNumbers, nextNumber, numberLevels, parentNumber } from './numbers-order.ts'

/** What people call the things they count. A short form stands for its long one. */
const WORDS: Record<string, string> = {
  recommendation: 'recommendation',
  recommendations: 'recommendation',
  recomendation: 'recommendation',
  rec: 'recommendation',
  'matter of concern': 'recommendation',
  concern: 'recommendation',
  'area for improvement': 'recommendation',
  objective: 'objective',
  conclusion: 'conclusion',
  action: 'action',
  resolution: 'resolution',
  finding: 'finding',
  priority: 'priority',
  proposal: 'proposal',
  outcome: 'outcome',
  aim: 'aim',
  theme: 'theme',
  minute: 'minute',
  min: 'minute',
  'must do': 'must do',
  'should do': 'should do',
  no: '',
  number: '',
  ref: '',
  reference: '',
}
const WORD =
  /(recommendations?|recomendation|rec|matter of concern|concern|area for improvement|objective|conclusion|action|resolution|finding|priority|proposal|outcome|aim|theme|minute|min|must do|should do|number|no|reference|ref)(?![\p{L}\p{N}])\.?\s{0,3}(?:(?:no|number|ref|reference)(?![\p{L}])\.?\s{0,2})?#?\s{0,2}/iuy
/** What may follow a bare number with a capital and yet makes it a date, an amount or a time, not a label. */
const NOT_COUNTED = new RegExp(
  String.raw`^(?:${ANY_PRINTED_MONTH}|Days?|Weeks?|Months?|Years?|Hours?|Minutes?|AM|PM|Noon|Midnight|Million|Billion|Per ?cent)(?![\p{L}])`,
  'u',
)
/** Tokens that look like references and are not: quarters, half-years, key stages, an illness, a gas. */
const NO_REFERENCE = /^(?:Q[1-4]|H[12]|KS[1-5]|CO2|NO2|G[78]|COVID.{0,3}|PM\d{1,2}(?:\.\d)?)$/

/** How far a label can reach; more is never looked at. */
const LABEL_LENGTH = 120

interface Word {
  word: string | null
  end: number
}

function readWord(head: string, at: number): Word | null {
  WORD.lastIndex = at
  const match = WORD.exec(head)
  if (!match) return null
  return { word: WORDS[(match[1] ?? '').toLowerCase()] || null, end: WORD.lastIndex }
}

/**
 * The label that a text begins with, or null. It depends on how people number by hand:
 *
 * - after a number or letter comes a closing mark ("1.", "a)", "(iv)", "2:") or a dash with space;
 * - a bare number ("1 The partnership shall") counts only if a capital follows that begins no month, unit
 *   or time, for running text goes on in small letters ("5 months with", "2.5 above");
 * - a bare letter never counts: "A review of" is a sentence;
 * - after a word ("Recommendation 4") the text proper begins with a capital, a mark or a dash, while
 *   "Recommendation 4 is on track" is a sentence about it, and "Recommendations 1 and 2" a reference;
 * - years, dates, amounts and ordinals carry on with a digit, a slash, a comma, "%" or letters.
 */
export function readLabel(text: string): Label | null {
  const head = text.slice(0, LABEL_LENGTH)
  const start = head.length - head.trimStart().length
  const word = readWord(head, start)
  const fromWord = word ? (readCore(head, word.end) ?? readSpelled(head, word.end)) : null
  const core = fromWord ?? readCore(head, start)
  if (!core) return null
  const named = fromWord !== null
  if (NO_REFERENCE.test(core.levels[0] ?? '')) return null
  const closer = /^ ?[:.)]{1,2}/.exec(head.slice(core.end))?.[0] ?? ''
  const mark = closer.startsWith(' ') && closer.trim() !== ':' ? '' : closer
  const markEnd = core.end + mark.length
  const gap = /^\s*(?:(?:[–—]|-{1,3})\s*)?/u.exec(head.slice(markEnd))?.[0] ?? ''
  const end = markEnd + gap.length
  const rest = head.slice(end)
  const label: Label = {
    number: canonical(core.levels),
    levels: core.levels,
    text: head.slice(start, markEnd),
    style: core.style,
    bracketed: core.bracketed || mark.includes(')'),
    word: named && word ? word.word : null,
    end,
  }
  return stands(label, { mark, gap, rest, named, alone: core.levels.length === 1 }) ? label : null
}

interface Surroundings {
  mark: string
  gap: string
  rest: string
  named: boolean
  alone: boolean
}

/** "Recommendation 2 (paragraph 5)": what is in brackets after a label, to the end of the line. */
const IN_BRACKETS = /^[([][^()[\]]{1,60}[)\]]\s?[.:]?$/u

/** "Recommendations 12) a-c) are accepted" is a sentence about parts. */
const RANGE_OF_PARTS = /^\(?[a-z]\)?\s?[-–—]\s?\(?[a-z]\)/u

/** Whether what follows lets a label be one. */
function stands(label: Label, { mark, gap, rest, named, alone }: Surroundings): boolean {
  const loose = alone && (label.style === 'letter' || label.style === 'roman') && !label.bracketed
  if (/^(?:and|or|to|&|,)\s{0,2}\(/iu.test(rest) || /^[%,/]/.test(rest) || RANGE_OF_PARTS.test(rest)) return false
  if (rest === '') return named || mark !== '' || !loose
  const running = named && mark === '' && !/[–—-]/.test(gap)
  if (label.bracketed && !running) return true
  if (/[–—-]/.test(gap)) return !/^\d/.test(rest) && (named || (!loose && /\s$/u.test(gap)))
  if (mark === '') {
    const capital = /^["'“‘([•·]?\s?\p{Lu}/u.test(rest)
    return gap !== '' && (capital || (named && IN_BRACKETS.test(rest))) && !loose && (named || !NOT_COUNTED.test(rest))
  }
  if (mark.includes(':')) return (gap !== '' || !/^\d/.test(rest)) && (named || !loose)
  if (gap !== '') return named || !(loose && /^\d/.test(rest))
  return loose && !named ? /^[a-z]/.test(label.number) && /^\p{Lu}\p{Ll}/u.test(rest) : /^\p{Lu}/u.test(rest)
}

/**
 * The canonical form of a string that is nothing but a number or label, as the cell of a "No." column:
 * "1", "1.", "Recommendation 1:", "R1.2", "1 (a)", "a)"; null for anything else, dates and years among it.
 * A canonical form is its own canonical form.
 */
export function canonicalNumber(printed: string): string | null {
  if (printed.length > LABEL_LENGTH) return null
  const text = printed.trim()
  const word = readWord(text, 0)
  const whole = (core: Core | null) => (core && /^[\s:.)*†–—-]{0,4}$/u.test(text.slice(core.end)) ? core : null)
  const core =
    (word && whole(readCore(text, word.end, true) ?? readSpelled(text, word.end))) ||
    whole(readCore(text, word?.word === null ? word.end : 0, true))
  if (!core || NO_REFERENCE.test(core.levels[0] ?? '')) return null
  return canonical(core.levels)
}
