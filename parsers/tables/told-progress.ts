import { EMPTY_PASSAGE, type Passage, plainParagraph, slicePassage } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { LINE_LABEL } from '../outline/label-lines.ts'
import { type Entry, isHeading, passagePlace, type TextEntry } from '../outline/outline.ts'
import { findVerdict } from '../recognise/deciding-answer.ts'
import { inflectedVerbs } from '../recognise/deciding-verbs.ts'
import { matchField } from '../recognise/fields.ts'
import { gradeOf } from '../recognise/grades.ts'
import { readLabel } from '../recognise/numbers.ts'
import { type FieldValue, type PlanItem, textField } from './plan-items.ts'

/** A recommendation that a paper comes to in its text, and the entries that are about it. */
interface Told {
  number: Passage
  /** What the paper says about it on the same line: "Recommendation 1: Fund a study". */
  words: Passage | null
  texts: Passage[]
  /** A sentence comes to it: "On recommendation 4, …". */
  isSentence: boolean
}

/** So many recommendations, one after another, show that a paper goes through them. */
const FEWEST_TOLD = 3
/** This share of them is reported in the words of what has been done. */
const MOST_PAST = 0.6
/** In a paper that answers more of them are accepted or refused. "Operators agreed to this" may be reported. */
const MOST_ANSWERED = 0.34
/** How a paragraph comes to a recommendation: "On recommendation 4, …", "Turning to recommendation 4". */
const COMES_TO =
  /^(?:(?:finally|next|lastly|first|then),?\s+)?(?:(?:on|as\s(?:to|for|regards)|turning\sto|with\sregard\sto|regarding|concerning|under|in\srespect\sof)\s+)?(?:the\s+)?(recommendation\s(?:no\.?\s)?\(?[A-Z]?\d{1,3}(?:\.\d{1,2})?(?:\([a-z]\))?\)?)(?=[,:\s])/iu
/** Words that are about what has been done, or not. */
const PAST = /\b(?:was|were|has|have|had|did|is now|are now|not yet|now)\b/iu
/** What ends as a sentence does; a running head does not. */
const ENDS = /[.!?:;…]["'”’)\]]*$/u
/** The heading of words in brackets names a recommendation and does not say it. */
const NAMES_ONLY = /^\(.*\)$/su
const LONGEST_WORDS = 300

/**
 * The recommendations that a paper goes through one by one in running text and says what has become of each, as officers report
 * (`isUpdate`: by its title) and write letters: "Recommendation 2: Publish the complaints" over "Not yet done. …", or "On recommendation 4, the audit was finished".
 * What is reported is not an answer, which accepts or refuses. Null where it is not so.
 */
export function toldProgress(entries: readonly Entry[], isUpdate: boolean): PlanItem[] | null {
  const told = goneThrough(entries)
  // A report argues for each of its own recommendations below its words.
  if (!isUpdate && !told.every(({ isSentence }) => isSentence) && !saysProgress(entries)) return null
  if (told.length < FEWEST_TOLD || new Set(told.map(({ number }) => number.text.toLowerCase())).size < told.length) return null
  const items = told.map(toItem)
  if (items.some((item) => item === null)) return null
  const texts = told.map(({ texts }) => texts.map(({ text }) => text).join(' '))
  const answered = texts.filter((text) => findVerdict(text)?.sure).length
  if (answered > texts.length * MOST_ANSWERED || texts.filter((text) => PAST.test(text)).length < texts.length * MOST_PAST) return null
  return items.flatMap((item) => item ?? [])
}

/** Whether a heading, or a line before the first recommendation, says that what follows is the status. */
function saysProgress(entries: readonly Entry[]): boolean {
  const first = entries.findIndex((entry) => entry.type !== 'table' && openedBy(entry) !== null)
  return entries.slice(0, first).some((entry) => {
    if (entry.type === 'table') return false
    const own = entry.label ? entry.body.text : entry.passage.text
    return HOW_THINGS_STAND.test(entry.passage.text) || (isHeading(entry) && matchField(own)?.role === 'progress')
  })
}
/** "The position on each recommendation is set out below", "what has happened to the Committee's recommendations". */
const HOW_THINGS_STAND =
  /\b(?:progress|position|update|what has (?:happened|been done|become)|how (?:each|they|it|things) (?:now )?stands?)\b[^.]{0,60}\brecommendations?\b|\brecommendations?\b[^.]{0,60}\b(?:progress|position|stands?)\b/iu

function goneThrough(entries: readonly Entry[]): Told[] {
  const told: Told[] = []
  let open = false
  for (const entry of entries) {
    if (entry.type === 'table') {
      open = false
      continue
    }
    const opener = openedBy(entry)
    if (opener) {
      told.push(opener)
      // A sentence that comes to a recommendation is one paragraph.
      open = !opener.isSentence
    } else if (isHeading(entry)) open = false
    else if (open && (ENDS.test(entry.passage.text) || gradeLine(entry.passage)))
      told.at(-1)?.texts.push(entry.label?.style === 'dotted' ? entry.body : entry.passage)
  }
  return told
}

/** What an entry opens: a label on a line of its own, with the recommendation's words or without, or a sentence. */
function openedBy(entry: TextEntry): Told | null {
  const { passage } = entry
  if (entry.label?.word === 'recommendation') {
    const number = slicePassage(passage, 0, entry.label.text.length)
    const words = entry.body
    if (words.text === '' || NAMES_ONLY.test(words.text)) return { number, words: null, texts: [], isSentence: false }
    if (isHeading(entry) || (words.text.length <= LONGEST_WORDS && !PAST.test(words.text)))
      return { number, words, texts: [], isSentence: false }
    return { number, words: null, texts: [passage], isSentence: true }
  }
  const match = isHeading(entry) ? null : COMES_TO.exec(passage.text)
  const reference = match?.[1]
  if (!match || !reference || readLabel(reference)?.word !== 'recommendation') return null
  const end = match[0].length
  return { number: slicePassage(passage, end - reference.length, end), words: null, texts: [passage], isSentence: true }
}

/** An item of what is reported; null where nothing is. */
function toItem({ number, words, texts }: Told): PlanItem | null {
  const [first] = texts
  if (!first) return null
  const graded = texts.at(-1) === first ? null : gradeLine(texts.at(-1))
  const own = words ?? (texts.length > (graded ? 2 : 1) && isWording(first.text) ? first : null)
  const rest = texts.slice(own === first ? 1 : 0, graded ? -1 : undefined)
  const fields = new Map<FieldRole, FieldValue>([['number', field([number], EMPTY_PASSAGE)]])
  if (own) fields.set('recommendation', field([own], EMPTY_PASSAGE))
  if (rest.length > 0) fields.set('progress', field(rest, EMPTY_PASSAGE))
  if (graded) fields.set('status', field([graded.value], graded.label))
  if (rest.length === 0 && !graded) return null
  return {
    fields,
    dated: [],
    details: [],
    heading: null,
    review: null,
    place: passagePlace(number),
    isMended: false,
    restoredNumber: null,
    sharesReport: false,
  }
}

/** "Position: Complete": the status, on a line of its own. */
function gradeLine(passage: Passage | undefined): { label: Passage; value: Passage } | null {
  const match = passage && LINE_LABEL.exec(passage.text)
  const role = match ? matchField(match[1] ?? '')?.role : undefined
  if (!passage || !match || (role !== 'status' && role !== 'progress')) return null
  const value = slicePassage(passage, match[0].length)
  const isGrade = value.text.length <= LONGEST_GRADE && (gradeOf(value.text, null).status !== null || value.text.split(' ').length <= 3)
  return isGrade ? { label: slicePassage(passage, 0, match[0].length), value } : null
}
const LONGEST_GRADE = 40

/** Whether a sentence says what is to be done: "That …", "The Council should …", "Provide …". */
const isWording = (text: string): boolean =>
  /^That\s|\b(?:should|must|ought to)\b/u.test(text) ||
  (!PAST.test(text) && inflectedVerbs(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '').some(({ forms }) => forms.includes('base')))

/** How sure is what a paper's order says and no label does. */
const BY_ORDER = 0.8

function field(passages: readonly Passage[], label: Passage): FieldValue {
  const [first = EMPTY_PASSAGE] = passages
  return { ...textField(first, label, passagePlace(first)), blocks: passages.map(plainParagraph), certainty: BY_ORDER }
}
