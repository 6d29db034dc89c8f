import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Outcome } from '../../schema/records.ts'

/** Who moved a motion, and where its words begin. */
export interface MotionHead {
  number: { value: string; passage: Passage } | null
  details: { label: string; passage: Passage }[]
  /** What stands behind it on the line. */
  rest: Passage
}

/** Names as minutes print them: "T. Butler", "Councillor O'Brien", "Cr Jo Smith", "Sheahan (J)". */
const NAME = String.raw`(?:(?:the\s)?(?:mayor|deputy mayor|chair(?:man|person|woman)?|alderman|councillor|councilor|councilmember|council ?member|commissioner|cllr\.?|cr\.?|mr\.?|mrs\.?|ms\.?|miss|dr\.?|vice[- ]chair|reeve|member)\s)?\p{Lu}[\p{L}’'.-]*(?:\s(?:\p{Lu}[\p{L}’'.-]*|\(\p{L}{1,3}\)|de|van|von|le|la)){0,4}`
const NAMES = `${NAME}(?:(?:,|\\sand|\\s&)\\s${NAME}){0,3}`
const CODE = String.raw`(?:(?:resolution|motion|minute|item)(?:\s(?:no|number))?\.?\s?#?\s?)?[A-Z]{0,4}[-/]?\d{1,4}(?:[-–/.:]\d{1,5}){0,3}[a-z]?`

/** "R2024-057 A. Mover, B. Seconder:": a code of its own, names, a colon. */
const CODED = new RegExp(String.raw`^(${CODE})[.:)]?\s+(${NAMES})\s?:\s*`, 'u')
/** "Moved by Councillor A, seconded by Councillor B[, that …]", with a code before it or not. */
const MOVED = new RegExp(
  String.raw`^(?:(${CODE})[.:)]?\s+)?(?:(?:it was\s)?(?:moved|proposed)(?:\sby)?[:\s]\s?(${NAMES})[,;.]?\s(?:and\s)?(?:duly\s)?(?:seconded|2nd)(?:\sby)?[:\s]\s?(${NAMES})|(?:moved|motion)(?:\sby)?[:\s]\s?(${NAMES})\s?[/]\s?(?:seconded(?:\sby)?[:\s]\s?)?(${NAMES}))\s?[,;:.–—-]*\s*(?:and\s(?:it\swas\s)?)?`,
  'iu',
)
/** "On the motion of A, seconded by B, …": the sentence goes on with what was decided. */
const MOVER_LINE = new RegExp(
  String.raw`^(?:(moved|proposed|seconded|mover|seconder|proposer|first)(?:\sby)?\s?[:\s]\s?${NAMES})\s?[;,.]?$`,
  'iu',
)

/** The label of a line that says nothing but who moved or seconded. */
export function readMoverLine(text: string): string | null {
  if (text.length > LONGEST_LINE) return null
  const word = MOVER_LINE.exec(text)?.[1]?.toLowerCase() ?? null
  return word === null ? null : /^second/u.test(word) ? 'seconded by' : 'moved by'
}

const LONGEST_LINE = 120

/** Who moved and seconded a motion, at the head of an entry; null where it does not begin so. */
export function readMotionHead({ passage }: { passage: Passage }): MotionHead | null {
  const { text } = passage
  const coded = CODED.exec(text)
  if (coded?.[1] && /\d/u.test(coded[1]) && /[-/]|\d{3}/u.test(coded[1]) && /\p{Ll}|\p{Lu}\./u.test(coded[2] ?? '')) {
    const from = text.indexOf(coded[2] ?? '', coded[1].length)
    return {
      number: numberOf(passage, coded[1]),
      details: [{ label: 'moved by', passage: slicePassage(passage, from, from + (coded[2]?.length ?? 0)) }],
      rest: slicePassage(passage, coded[0].length),
    }
  }
  const moved = MOVED.exec(text)
  if (!moved) return null
  const code = moved[1] ?? null
  return {
    number: code === null || !/[-/]|\d{3}/u.test(code) ? null : numberOf(passage, code),
    details: [{ label: 'moved by', passage: slicePassage(passage, code?.length ?? 0, moved[0].trimEnd().length) }],
    rest: slicePassage(passage, moved[0].length),
  }
}

function numberOf(passage: Passage, code: string): MotionHead['number'] {
  const bare = code.replace(/^(?:resolution|motion|minute|item)(?:\s(?:no|number))?\.?\s?#?\s?/iu, '')
  return { value: bare, passage: slicePassage(passage, code.length - bare.length, code.length) }
}

/** Where a text says what became of a motion. */
export interface Fate {
  start: number
  end: number
  outcome: Outcome
}

const LOST = /\b(?:lost|defeated|failed|fell|fails|not carried|not agreed|rejected|negatived|not passed)\b/iu
const AWAY = /\bwithdrawn\b/iu
const TABLED = /\b(?:deferred|tabled|adjourned|postponed|laid (?:on|over))\b/iu

function outcomeOf(words: string): Outcome {
  if (LOST.test(words) || AWAY.test(words)) return 'rejected'
  if (TABLED.test(words)) return 'deferred'
  if (/\bas amended\b|\bamended\b/iu.test(words)) return 'amended'
  return /\bnoted\b|\breceived\b/iu.test(words) ? 'noted' : 'agreed'
}

/** "… as presented. Carried.", "CARRIED UNANIMOUSLY (7-0)", "Motion passed.", alone or behind the words of the motion. */
const CARRIED =
  /(?:^|(?<=[.;:!?,)\]”"’]\s)|(?<=\s)(?=[A-Z]{4}))(?:[–—-]\s?)?(?:(?:the\s)?(?:motion|resolution|amendment|vote|question|recommendation)s?\s?(?::|was|were|is|being)?\s?(?:then\s|duly\s|put\sand\s|put\sto\sthe\s(?:vote|meeting)\sand\s|declared\s)?)?(?:carried|passed|adopted|approved|lost|defeated|failed|withdrawn|deferred|tabled|not carried|fell|agreed)(?:\s(?:unanimously|as amended|by\s[^.]{1,60}|on\s(?:the|a)\s[^.]{1,60}))?(?:\s?[(,–:-]\s?[^.]{1,60}\)?|\s\d{1,3}\s?(?:-|–|to|\/)\s?\d{1,3}[^.]{0,20})?[.!]?$/iu

/** Whether a text ends in, or is, the fate of the motion before it. */
export function endsInCarried(text: string): Fate | null {
  const match = CARRIED.exec(text.length > LONGEST_TAIL ? text.slice(-LONGEST_TAIL) : text)
  if (!match) return null
  const start = Math.max(0, text.length - LONGEST_TAIL) + match.index
  const words = match[0]
  // In the middle of a line a small word only ends a sentence of its own.
  if (start > 0 && /^[a-z]/u.test(words)) return null
  return { start, end: text.length, outcome: outcomeOf(words) }
}

const LONGEST_TAIL = 160

/** "The Recommendation, as amended, was agreed.", "the motion was put and lost", "The Chair declared the motion defeated." */
const BACK =
  /\b(?:the|this|that|said|these|substantive)\s(?:(?:original|amended|substantive|above|proposed|main)\s)?(?:motions?|recommendations?|amendments?|proposals?|resolutions?|notices? of motion)(?:,?\sas amended,?)?\s?(?:,\s)?(?:(?:was|were|is|being|had been|having been)\s)?(?:then\s|duly\s|unanimously\s|put\s(?:to\sthe\s(?:vote|meeting)\s)?and\s|declared\s)*(?:put\sto\sthe\svote\sand\s)?(agreed|carried|adopted|approved|passed|accepted|defeated|lost|rejected|withdrawn|deferred|not\s(?:agreed|carried))\b/iu

/** A sentence that says what became of the motion or recommendation whose words stand before it. */
export function readBackReference(text: string): Fate | null {
  if (text.length > LONGEST_SENTENCE) return null
  const match = BACK.exec(text)
  if (!match?.[1]) return null
  const sentence = Math.max(0, text.lastIndexOf('. ', match.index) + 1)
  const words = text.slice(match.index, match.index + match[0].length)
  return {
    start: match.index,
    end: match.index + match[0].length,
    outcome: outcomeOf(`${words} ${/as amended/iu.test(text.slice(sentence)) ? 'as amended' : ''}`),
  }
}

const LONGEST_SENTENCE = 400

/** "The following motions were agreed:", "… submitted a Notice of Motion, which was agreed.": the words stand below. */
const FOLLOWING =
  /\bthe following\s(?:[\p{L}]+\s){0,2}(motions?|resolutions?|recommendations?|decisions?|amendments?|actions?)\s(?:(?:was|were)\s)?(?:then\s|duly\s|unanimously\s)?(agreed|approved|adopted|carried|passed|accepted|noted|rejected|lost|defeated|made)\b[^.]{0,40}:?$|\b(motion|amendment|proposal|recommendation),?\swhich\swas\s(?:then\s|duly\s|unanimously\s)?(agreed|approved|adopted|carried|passed|accepted|noted|rejected|lost|defeated)\s?[.:]?$/iu

/** A sentence that decides what is printed below it. */
export function readFollowing(text: string): (Fate & { several: boolean }) | null {
  if (text.length > LONGEST_SENTENCE) return null
  const match = FOLLOWING.exec(text)
  if (!match) return null
  const noun = match[1] ?? match[3] ?? ''
  const verb = match[2] ?? match[4] ?? ''
  if (verb === 'made' && !/^resolution|^decision/iu.test(noun)) return null
  return {
    start: match.index,
    end: match.index + match[0].length,
    outcome: outcomeOf(verb),
    several: match[1] !== undefined && /s$/iu.test(noun),
  }
}
