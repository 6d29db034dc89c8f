import { MOVER_WORDS, SECONDER_WORDS } from '../../schema/vocabulary/openers.ts'
import { anyCase } from './any-case.ts'
import type { Span } from './deciding-subject.ts'

/** Who moved a motion and who seconded it, by offsets; one of them may be on another line. */
export interface Motion {
  mover: Span | null
  seconder: Span | null
  /** The motion's own number, where it precedes them: "R2024-057". */
  number: Span | null
  /** Where the words that say who moved and seconded end, with the mark after them; what was moved follows, if it does. */
  end: number
}

const either = (phrases: readonly string[]) =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => phrase.replaceAll(' ', String.raw`\s+`))
    .join('|')
const TITLE = `(?:${anyCase('Cllrs?|Councillors?|Councilm[ae]n|Councilwoman|Councilmember|Council Member|Ald(?:erman)?|Crs?|Mr|Mrs|Ms|Miss|Dr|Sir|Deputy|Mayor|Member|Supervisor|Supv|Commissioner|Comm|Commr|Comr|Trustee|Select(?:m[ae]n|woman)|Assemblymember|Reeve|Convener|Provost|Bailie|President|Cyng(?:horydd)?|Chair|Lord|Lady|Baroness|Prof(?:essor)?')})\\.?`
/** Only an initial or "St" keeps its stop: after any other name it ends the sentence. */
const WORD = String.raw`(?!(?:${anyCase('seconded|seconder|moved|mover|that|and|be|council|committee')})(?![\p{L}]))\p{Lu}(?:[\p{L}’'-]?\.[\p{L}’'.-]*|[\p{L}’'-]*)`
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

/** Where a name is in a match, without the full stop that ends its sentence. */
function spanIn(match: RegExpExecArray, name: string | undefined, last = false): Span | null {
  if (!name) return null
  const start = match.index + (last ? match[0].lastIndexOf(name) : match[0].indexOf(name))
  return { start, end: start + name.replace(/(?<=\p{Ll})\.$/u, '').length }
}
