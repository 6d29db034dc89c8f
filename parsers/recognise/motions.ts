import { type Passage, slicePassage } from '../../schema/document.ts'
import { MOTION_HEADS } from '../../schema/vocabulary/procedure.ts'
import { readDate } from './dates.ts'
import { NAME, readMotion } from './deciding-motions.ts'
import type { Carried } from './fates.ts'
import { foldWords } from './fold.ts'
import { formsPattern } from './word-forms.ts'

/** A line that says who moved or seconded, and the number of the motion, if it bears one. */
export interface MotionLine {
  number: { value: string; passage: Passage } | null
  details: { label: string; passage: Passage }[]
  /** The words of the motion, where they begin on the line. */
  rest: Passage
}

/** A resolution's own number: a code with a mark in it, or one that counts beyond any list: "R2024-057", "IOC/2025/28", "081/25". */
const CODE = String.raw`(?=[^\s]*\d)(?:[A-Z]{1,5}[-/. ]?)?\d{1,8}(?:[-–/.:][A-Z\d]{1,6}){0,3}`
/** "Resolution No. 25-161", "COUNCIL RESOLUTION 081/25", "OFFICER RECOMMENDATION / COUNCIL RESOLUTION 082/25", "MOTION". */
const NUMBER_LINE = new RegExp(
  String.raw`^(?:[\p{L}’']+[ /–-]+){0,5}(?:resolution|motion|amendment|minute|decision)s?(?:\s(?:number|no)\.?)?\s?[:#]?\s?(${CODE})?\s?[:.]?$`,
  'iu',
)
const CODE_ALONE = new RegExp(`^(?=.*[-/.])${CODE}$`, 'u')
/** A code before the movers: "R2024-057 A. Mover, B. Seconder:". */
const CODE_FIRST = new RegExp(
  String.raw`^(?:(?:resolution|motion|minute|item)(?:\s(?:no|number))?\.?\s?#?\s?)?(${CODE})[.:)]?\s+(?=\p{Lu})`,
  'iu',
)
/** "Motion", "Amendment 2", "Substantive motion": a line that heads a motion within an item of business. */
const MOTION_HEAD = formsPattern(MOTION_HEADS)

/** Whether a line only heads a motion or an amendment. */
export const headsMotion = (text: string) => text.length <= LONGEST_LINE && MOTION_HEAD.test(foldWords(text))

/** Whether a line only heads a motion or an amendment, by itself or with who moved it. */
export const isMotionHead = (text: string) => headsMotion(text) || (MAY_HEAD.test(text) && HEADED.test(text))

/** What may follow the last name before the words of the motion. */
const BEFORE_WORDS = /^(?:[\s,;:.)–—-]|(?:moved|seconded)\s?:|and\s(?=resolved|carried|agreed)|it was\s)+/iu
const LONGEST_LINE = 120

/** The number that is alone on a motion's first line, null where the line has none; undefined for any other line. */
export function readNumberLine(passage: Passage): MotionLine['number'] | undefined {
  if (passage.text.length > LONGEST_LINE) return undefined
  const match = NUMBER_LINE.exec(passage.text)
  if (!match) return undefined
  const [code = ''] = match.slice(1)
  // "Date of decision: 07/03/2023" is a label and its day.
  if (readDate(code)?.precision === 'day') return undefined
  if (!/\d/u.test(code) || !(/[-/–.:]/u.test(code) || /\d{2}/u.test(code))) return null
  const start = passage.text.lastIndexOf(code)
  return { value: code, passage: slicePassage(passage, start, start + code.length) }
}

/** "98-430" alone on its line, right above who moved: the number of the motion. */
export function readCodeLine(passage: Passage, next: Passage | undefined): MotionLine['number'] {
  const alone = CODE_ALONE.test(passage.text) && readDate(passage.text) === null
  return alone && next && readMotionLine(next) ? { value: passage.text, passage } : null
}

/** Who moved and seconded, at the head of a line, with the motion's number and its first words; null for any other line. */
export function readMotionLine(passage: Passage): MotionLine | null {
  const { text } = passage
  const headed = MAY_HEAD.test(text) ? HEADED.exec(text) : null
  if (headed?.indices?.groups) {
    const { mover, seconder } = headed.indices.groups
    const named = { 'moved by': mover, 'seconded by': seconder }
    const details = Object.entries(named).flatMap(([label, at]) => (at ? [{ label, passage: slicePassage(passage, ...at) }] : []))
    return { number: null, details, rest: slicePassage(passage, text.length) }
  }
  const nameless = NAMELESS.exec(text)
  if (nameless) return { number: null, details: [], rest: slicePassage(passage, nameless[0].length) }
  const code = CODE_FIRST.exec(text)
  const coded = code?.[1] && /[-/–]|\d{3}/u.test(code[1]) ? code : null
  const from = coded?.[0].length ?? 0
  const motion = readMotion(coded ? text : text.slice(0, LONGEST_MOVERS))
  if (!motion) return null
  const spans = [motion.mover, motion.seconder].filter((span) => span !== null)
  const first = Math.min(...spans.map(({ start }) => start))
  const last = Math.max(...spans.map(({ end }) => end))
  // What precedes the first name says that they move; a sentence about somebody else does not.
  if (first - from > LONGEST_LEAD || /[.;:]\s/u.test(text.slice(from, first).replace(/:\s*$/u, ''))) return null
  const gap = BEFORE_WORDS.exec(text.slice(last))?.[0].length ?? 0
  const details: MotionLine['details'] = []
  if (motion.mover) details.push({ label: 'moved by', passage: slicePassage(passage, motion.mover.start, motion.mover.end) })
  if (motion.seconder) details.push({ label: 'seconded by', passage: slicePassage(passage, motion.seconder.start, motion.seconder.end) })
  const value = coded?.[1] ?? null
  const at = value === null ? 0 : text.indexOf(value)
  return {
    number: value === null ? null : { value, passage: slicePassage(passage, at, at + value.length) },
    details,
    rest: slicePassage(passage, last + gap),
  }
}

/** "Motion: (Ash/Elm)", "Foreshadowed Motion (Ash)": who moved is in brackets, and the motion below. */
const HEADED = new RegExp(
  String.raw`^(?:\p{L}+\s){0,2}(?:[Mm]otion|MOTION|[Aa]mendment|AMENDMENT)\s?:?\s*\(?(?<mover>(?<=\()${NAME}|(?<=:\s*)${NAME}(?=\s?/))(?:\s?(?:/|–|-)\s?(?<seconder>${NAME}))?\)?$`,
  'du',
)

/** A line without any of these is not such a head: few have one. */
const MAY_HEAD = /motion|amendment/iu

/** "It was MOVED and SECONDED": that somebody did is said, and nobody named. */
const NAMELESS = /^(?:it was\s+)?(?:regularly\s+|duly\s+)?moved(?:\s+and|,)\s+(?:duly\s+)?seconded(?=\s*[,:]?\s*(?:$|that\b))\s*[,:]?\s*/iu

/** The movers are within so many letters of a line, the first of them within so many. */
const LONGEST_MOVERS = 200
const LONGEST_LEAD = 40

const LONGEST_SENTENCE = 400

/** "The following motions were agreed:", "… submitted a Notice of Motion, which was agreed.": the words are below. */
const FOLLOWING =
  /\bthe following\s(?:[\p{L}]+\s){0,2}(motions?|resolutions?|recommendations?|decisions?|amendments?|actions?)\s(?:(?:was|were)\s)?(?:then\s|duly\s|unanimously\s)?(agreed|approved|adopted|carried|passed|accepted|noted|rejected|lost|defeated|made)\b[^.]{0,40}:?$|\b(motion|amendment|proposal|recommendation),?\swhich\swas\s(?:then\s|duly\s|unanimously\s)?(agreed|approved|adopted|carried|passed|accepted|noted|rejected|lost|defeated)\s?[.:]?$/iu

const FALLEN = /^(?:rejected|lost|defeated)$/iu

/** A sentence that decides what is printed below it. */
export function readFollowing(text: string): (Carried & { several: boolean }) | null {
  if (text.length > LONGEST_SENTENCE) return null
  const match = FOLLOWING.exec(text)
  if (!match) return null
  const noun = match[1] ?? match[3] ?? ''
  const verb = match[2] ?? match[4] ?? ''
  if (verb === 'made' && !/^resolution|^decision/iu.test(noun)) return null
  return {
    start: match.index,
    end: match.index + match[0].length,
    outcome: FALLEN.test(verb) ? 'rejected' : verb.toLowerCase() === 'noted' ? 'noted' : 'agreed',
    several: match[1] !== undefined && /s$/iu.test(noun),
  }
}
