import type { Outcome } from '../../schema/records.ts'
import { MOVER_WORDS, SECONDER_WORDS } from '../../schema/vocabulary/openers.ts'
import { anyCase } from './any-case.ts'
import type { Span } from './deciding-subject.ts'

/** Who moved a motion and who seconded it, by offsets; one of them may stand on another line. */
export interface Motion {
  mover: Span | null
  seconder: Span | null
  /** The motion's own number, where it stands before them: "R2024-057". */
  number: Span | null
  /** Where the words that say who moved and seconded end, with the mark behind them; what was moved follows, if it does. */
  end: number
}

/** What became of a motion, and where the words that say so stand. `outcome` is null where it was withdrawn. */
export interface Carried extends Span {
  outcome: Outcome | null
}

const either = (phrases: readonly string[]) =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll(' ', String.raw`\s+`))
    .join('|')
const TITLE = `(?:${anyCase('Cllrs?|Councillors?|Councilm[ae]n|Councilwoman|Councilmember|Council Member|Ald(?:erman)?|Crs?|Mr|Mrs|Ms|Miss|Dr|Sir|Deputy|Mayor|Member|Supervisor|Commissioner|Trustee|Select(?:m[ae]n|woman)|Assemblymember|Reeve|Convener|Provost|Bailie|President|Cyng(?:horydd)?|Chair|Lord|Lady|Baroness|Prof(?:essor)?')})\\.?`
const WORD = String.raw`(?!(?:${anyCase('seconded|seconder|moved|mover|that|and|be')})(?![\p{L}]))\p{Lu}[\p{L}’'.-]*`
/** A name, with one space between its words. */
export const NAME = String.raw`(?:(?:[Tt]he )?${TITLE}[ \n]){0,3}${WORD}(?:[ \n](?:${WORD}|\(\p{L}{1,12}\)|de|van|von)){0,3}`
const MOVED = new RegExp(String.raw`(?<![\p{L}])(?:${anyCase(either(MOVER_WORDS))})\s*(?::|-|–)?\s*(${NAME})`, 'u')
const SECONDED = new RegExp(String.raw`(?<![\p{L}])(?:${anyCase(either(SECONDER_WORDS))})\s*(?::|-|–)?\s*(${NAME})`, 'u')
/** "Councillor Ash MOVED and Councillor Elm SECONDED". */
const ACTIVE = new RegExp(
  String.raw`^(?:It was )?(${NAME}) (?:${anyCase('moved')}),?\s+(?:and\s+)?(?:(${NAME}) (?:${anyCase('seconded')})|(?:${anyCase('seconded by')})\s+(${NAME}))`,
  'u',
)
/** "R2024-057 A. Mover, B. Seconder:". */
const NUMBERED = new RegExp(String.raw`^(?=\S*\d)[\p{L}\d./-]{3,14}[.:]?\s+(${NAME}),\s+(${NAME})\s*:`, 'u')
/** "Resolved (Cr A / Cr B)". */
const PAIRED = new RegExp(String.raw`\((${NAME})\s*(?:/|–|-)\s*(${NAME})\)`, 'u')

/** A text without any of these says nothing of who moved: most do. */
const MAY_MOVE = new RegExp(String.raw`\(|^\S*\d|moved|second|${either(MOVER_WORDS)}|${either(SECONDER_WORDS)}`, 'iu')

/** Whether a text has any of the words and marks that say who moved something. */
export const mayMove = (text: string): boolean => MAY_MOVE.test(text)

/** Who moved and seconded, where a line says it; null where it does not. */
export function readMotion(text: string): Motion | null {
  if (!mayMove(text)) return null
  const pair = NUMBERED.exec(text) ?? PAIRED.exec(text) ?? ACTIVE.exec(text)
  const second = pair?.[2] ?? pair?.[3]
  const mover = pair ? spanIn(pair, pair[1]) : nameOf(MOVED.exec(text))
  const seconder = pair ? spanIn(pair, second, true) : nameOf(SECONDED.exec(text))
  if (!mover && !seconder) return null
  const behind = Math.max(mover?.end ?? 0, seconder?.end ?? 0)
  const mark = /^(?:\s+SECONDED\b)?[).\s]*[:;,–—-]*\s*/iu.exec(text.slice(behind))?.[0].length ?? 0
  const number =
    NUMBER.exec(text.slice(0, (mover ?? seconder)?.start))?.[0]
      .trim()
      .replace(/[.:]$/u, '') ?? ''
  return { mover, seconder, number: number === '' ? null : { start: 0, end: number.length }, end: behind + mark }
}

/** A code with a digit and a letter or sign in it, at the start of a line. */
const NUMBER = /^(?=\S*\d)(?=\S*[\p{L}/-])[\p{L}\d./-]{3,14}[.:]?(?=\s)/u

function nameOf(match: RegExpExecArray | null): Span | null {
  return match?.[1] && isName(match, match[1]) ? spanIn(match, match[1], true) : null
}

/** "He moved to Brine", "the second Lamp": only "by", a colon, a title or the start of the line makes it a name. */
function isName(match: RegExpExecArray, name: string): boolean {
  const words = match[0].slice(0, match[0].length - name.length)
  return (
    /(?:\bby|\bgan|\bof|[:–-])\s*$/iu.test(words) || new RegExp(String.raw`^(?:the\s+)?${TITLE}\s`, 'u').test(name) || match.index === 0
  )
}

/** Where a name stands in a match, without the full stop that ends its sentence. */
function spanIn(match: RegExpExecArray, name: string | undefined, last = false): Span | null {
  if (!name) return null
  const start = match.index + (last ? match[0].lastIndexOf(name) : match[0].indexOf(name))
  return { start, end: start + name.replace(/(?<=\p{Ll})\.$/u, '').length }
}

const SUBJECT = String.raw`(?:the\s+)?(?:\p{L}+\s+){0,2}(?:motion|amendment|proposition|resolution|proposal|recommendation|question|item)s?`
const FELL = String.raw`not\s+(?:carried|passed|agreed|approved|adopted)|lost|defeated|negatived|rejected|failed|fell|lapsed|denied|fails`
const RESULT = `(?<fell>${FELL})|(?<passed>carried|passed|carries|passes|adopted|approved|agreed to)|(?<gone>withdrawn)|(?<alone>agreed)`
const TAIL = String.raw`(?:\s+unanimously|\s+nem\.?\s+con\.?|\s+(?:by|on|for|with|without|due|as|against)\b[^.;]{0,80}|\s*\([^()]{1,60}\)|,?\s+\d+\s+(?:\p{L}+\s+)?voting\b[^.;]{0,60}|\s*[,:–-]?\s*\d+\s*(?:votes?\s+)?(?:to|for|[-–/])\s*\d+)*`
/** A sentence about a motion that says what became of it; "that the motion be approved" asks for it. */
const TOLD = new RegExp(
  String.raw`(?:^|[.;,:)]\s+|\bdeclared\s+)(?:(?:on|upon)\s+[^.;]{0,50}?\s)?${SUBJECT}\b(?!\s+(?:that|by|of|to)\b)[^.;]{0,70}?\s*(?<!\bbe\s(?:\p{L}+ly\s)?)\b(?:${RESULT})${TAIL}\s*[.!"”]*\s*$`,
  'iu',
)
/** "… Carried.", "DEFEATED", "Carried unanimously (6-0)": the word alone on its line or behind a closed sentence. */
const ALONE = new RegExp(String.raw`(?:^|[.;:”"]\s+|\s(?=\p{Lu}{4}))["“(]?(?:${RESULT})${TAIL}\s*[.!)"”]*\s*$`, 'iu')

/** What became of a motion, where a line or its end says it: "Carried.", "The motion was put and lost", "Vote: 5-2, motion passed". */
export function readCarried(text: string): Carried | null {
  const from = Math.max(0, text.length - LONGEST_RESULT)
  const end = text.slice(from)
  for (const pattern of [TOLD, ALONE]) {
    const match = pattern.exec(end)
    if (!match?.groups) continue
    const word = match.groups.fell ?? match.groups.passed ?? match.groups.gone ?? match.groups.alone ?? ''
    // In small letters the word alone is the end of anybody's sentence.
    if (pattern === ALONE && /^\p{Ll}/u.test(word)) continue
    // "Agreed." alone on its line opens what it agrees to; behind a closed sentence it closes it.
    if (match.groups.alone && (pattern === TOLD || match.index === 0)) continue
    const lead = /^[.;,:)”"]?\s*(?:declared\s+)?/u.exec(match[0])?.[0].length ?? 0
    const outcome = match.groups.fell ? 'rejected' : match.groups.gone ? null : 'agreed'
    return { outcome, start: from + match.index + lead, end: text.trimEnd().length }
  }
  return null
}

const LONGEST_RESULT = 300
