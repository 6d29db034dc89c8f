import type { Report } from '../../schema/diagnostics.ts'
import { type Cell, cellPassage, type Passage, slicePassage, type Table } from '../../schema/document.ts'
import { NO_OPENERS, OPENING_VERBS } from '../../schema/vocabulary/openers.ts'
import { ASKING_VERBS } from '../../schema/vocabulary/speech.ts'
import { LINE_LABEL, lineStarts } from '../outline/label-lines.ts'
import { type Entry, passagePlace, type TextEntry } from '../outline/outline.ts'
import { readTableHeader } from '../outline/table-header.ts'
import { subjectKind } from '../recognise/deciding-subject.ts'
import { LABEL_SCORE, matchField } from '../recognise/fields.ts'
import { bareLabel, foldWords } from '../recognise/fold.ts'
import { matchFormLabel } from '../recognise/forms.ts'
import { readOpener } from '../recognise/openers.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { headingRole, headingWords, isBriefPart, namesPaper } from '../recognise/run-headings.ts'
import { wordsInForce } from '../recognise/taught.ts'
import type { ReadAs } from '../roles/choose-kind.ts'
import type { Content } from '../roles/content.ts'
import type { ReadRun } from '../roles/select-lists.ts'
import { isPlanHeader } from '../tables/plan-tables.ts'
import { readOtherwise } from './read-otherwise.ts'

/** Fewer items under one heading are not a list that a paper depends on. */
const LEAST_ITEMS = 3
/** Items shorter than this on average, in letters, are names or figures; longer ones are pages of text. */
const LEAST_LENGTH = 25
const LONGEST_LENGTH = 1200
/** A heading longer than this is a sentence. */
const LONGEST_HEADING = 80
const LONGEST_LABEL = 60
/** Of so many columns a table of commitments has at least a text and a word on it; and it has rows. */
const LEAST_COLUMNS = 2
const LEAST_ROWS = 2
/** Labels that come round again are those of cards: so many, each so often. */
const LEAST_LABELS = 2
const LEAST_CARDS = 2

/** A word that is not known, and its first place. */
interface Unknown {
  rule: 'list-unknown' | 'column-unknown' | 'opener-unknown'
  passage: Passage
}

/**
 * Reports the words that a paper of which nothing was understood depends on, where the vocabulary does not know them: the headings
 * over its lists, those of the columns of its tables, the labels of its cards, what opens its decisions. A person who knows such papers can teach them.
 */
export function reportUnknownWords({ reads, paper }: Content, report: Report): void {
  const { entries } = paper.outline
  const lists = unknownHeadings(reads).filter(({ passage }) => passage.text !== paper.about.title?.text)
  const columns = entries.flatMap((entry) => (entry.type === 'table' ? unknownColumns(entry.table) : []))
  reportOnce([...lists, ...columns, ...unknownLabels(entries), ...unknownOpeners(entries)], report)
}

/** The same of what a paper holds beside what was understood: lists in doubt, labels that come round again in answers, and in minutes and decisions what else opens decisions. */
export function reportUnreadWords(content: Content, readAs: ReadAs, report: Report): void {
  const doubtful = content.lists.doubtful.filter((read) => readOtherwise(read, content, readAs) === null)
  const openers =
    readAs === 'decision' ? unknownOpeners(content.paper.outline.entries).filter(({ passage }) => !isAsking(passage.text)) : []
  const labels = readAs === 'response' ? unknownLabels(content.paper.outline.entries) : []
  // One may be the label of the answers themselves.
  reportOnce([...unknownHeadings(doubtful), ...(labels.length < LEAST_LABELS ? [] : labels), ...openers], report)
}

function reportOnce(unknown: readonly Unknown[], report: Report): void {
  const told = new Set<string>()
  for (const { rule, passage } of unknown) {
    const words = `${rule} ${foldWords(passage.text)}`
    if (!told.has(words)) report(rule, passagePlace(passage), passage.text)
    told.add(words)
  }
}

/** The headings right over lists of sentences, or the lines that lead into them, whose words say nothing of what the lists are. */
function unknownHeadings(reads: readonly ReadRun[]): Unknown[] {
  const lists = reads.flatMap(({ run, features }) => {
    const { meanLength, pageNumbers } = features
    if (run.form === 'rows' || run.form === 'paragraphs') return []
    if (meanLength < LEAST_LENGTH || meanLength > LONGEST_LENGTH || pageNumbers > 0) return []
    // Plain text does not mark its headings: a short line before a list is one.
    const heading = [run.leadIn && isLine(run.leadIn) ? run.leadIn : null, run.over[0]].find((entry) => entry != null)
    if (!heading || !mayHeadList(heading)) return []
    return [{ heading: heading.body, items: run.items.filter(({ depth }) => depth === 0).length }]
  })
  return [...Map.groupBy(lists, ({ heading }) => headingWords(heading.text)).values()].flatMap((same): Unknown[] => {
    const [first] = same
    const items = same.reduce((sum, list) => sum + list.items, 0)
    return first && items >= LEAST_ITEMS ? [{ rule: 'list-unknown', passage: first.heading }] : []
  })
}

/** Whether a paragraph is a line that names what follows: short, with a capital, and no sentence. */
function isLine({ passage: { text } }: TextEntry): boolean {
  return text.length <= LONGEST_LABEL && /^\p{Lu}/u.test(text) && !/[.;,?!]/u.test(text) && !text.includes('\n')
}

function mayHeadList({ label, body: { text } }: TextEntry): boolean {
  if (label?.word || text === '' || text.length > LONGEST_HEADING) return false
  return headingRole(text) === null && !isBriefPart(text) && !namesPaper(text)
}

/** "ORDAINED that", "SO ORDERED: That": words in capitals at a line's beginning before what was decided. */
const OPENS = /^(?:IT WAS )?((?=.{4})\p{Lu}{2,}(?: \p{Lu}{2,}){0,3})\s*(?:[:–—-]+\s*)?(?=[Tt]hat\b|THAT\b)/u

/** Whether a deciding word that is known is among the words, or the last is one that opens nothing. */
const isKnown = (words: readonly string[]) =>
  words.some((word) => Object.hasOwn(OPENING_VERBS, word)) || NO_OPENERS.includes(words.at(-1) ?? '')

/** Words that open what was decided by their form alone, and that are not a known opener. */
function unknownOpeners(entries: readonly Entry[]): Unknown[] {
  return entries.flatMap((entry): Unknown[] => {
    if (entry.type === 'table' || readOpener(entry.body.text) !== null) return []
    const { text } = entry.body
    const words = OPENS.exec(text.slice(0, LONGEST_HEADING))?.[1] ?? openerInProse(text)
    if (words === null || isKnown(words.toLowerCase().split(' ')) || wordsInForce().openers.has(foldWords(words))) return []
    const start = text.indexOf(words)
    return [{ rule: 'opener-unknown', passage: slicePassage(entry.body, start, start + words.length) }]
  })
}

/** "The panel urged that the quay be lit": what precedes "that", and "be" of what is asked for, without a verb that may or will. */
const WISHES =
  /^(?:[^.;:]{2,120}?\s)?that\s[^.;:]{2,160}?(?<!\b(?:to|will|would|should|shall|may|might|can|could|must|not|need|also|then|now|never|still))\sbe\s/u
/** An opener in a sentence has one word or two: "thrust aside", "so ordained". */
const MOST_OPENER_WORDS = 2

/** The words in small letters between a body that decides and what it wishes; null where none are. */
function openerInProse(text: string): string | null {
  for (const sentence of text.slice(0, LONGEST_PARAGRAPH).split(/(?<=[.;])\s+/u)) {
    if (!WISHES.test(sentence)) continue
    const before = sentence
      .slice(0, sentence.search(/(?<!\S)that\s/u))
      .trim()
      .split(/\s+/u)
    for (let count = 1; count <= MOST_OPENER_WORDS && count < before.length; count++) {
      const words = before.slice(-count)
      if (!words.every((word) => /^\p{Ll}{2,}$/u.test(word))) break
      const kind = subjectKind(before.slice(0, -count).join(' '), false)
      if (kind === 'body' || kind === 'empty') return words.join(' ')
    }
  }
  return null
}

/** No opener is further into a paragraph. */
const LONGEST_PARAGRAPH = 2000

/** Whether a word asks somebody else to act: in minutes that record decisions it says what members said. */
const isAsking = (words: string): boolean => ASKING_VERBS.some((verb) => words.toLowerCase().startsWith(verb.replace(/e$/u, '')))

/** The headings of a table of texts, or of recommendations, that is not read as a plan. */
function unknownColumns(table: Table): Unknown[] {
  const header = readTableHeader(table)
  if (header && isPlanHeader(header.columns)) return []
  const [first = [], ...body] = table.rows.filter((row) => row.length > 1)
  const headings = first.map(cellPassage)
  if (headings.length < LEAST_COLUMNS || body.length < LEAST_ROWS || headings.some(({ text }) => !isLabel(text))) return []
  const subject = headings.some(({ text }) => matchField(text)?.role === 'recommendation')
  if (!subject && !first.some(({ col }) => meanLength(body, col) >= LEAST_LENGTH)) return []
  return headings.filter(({ text }) => isUnknown(text)).map((passage) => ({ rule: 'column-unknown', passage }))
}

const isLabel = (text: string): boolean => /^\p{Lu}/u.test(text) && text.length <= LONGEST_LABEL && !/\d|;$|\s.*\.$/u.test(text)
const isUnknown = (text: string): boolean =>
  (matchField(text)?.score ?? 0) < LABEL_SCORE && matchFormLabel(text) === null && readResponseLabel(text) === null

function meanLength(rows: readonly (readonly Cell[])[], col: number): number {
  const lengths = rows.flatMap((row) => row.filter((cell) => cell.col === col).map((cell) => cellPassage(cell).text.length))
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
}

/** The labels of what looks like cards: lines "Label: value", or rows of two cells, whose labels come round again. */
function unknownLabels(entries: readonly Entry[]): Unknown[] {
  const labels = entries.flatMap((entry) => (entry.type === 'table' ? formLabels(entry.table) : lineLabels(entry.passage)))
  const again = [...Map.groupBy(labels, ({ text }) => foldWords(text)).values()].filter((same) => same.length >= LEAST_CARDS)
  if (again.length < LEAST_LABELS) return []
  return again.flatMap(([first]): Unknown[] => (first && isUnknown(first.text) ? [{ rule: 'column-unknown', passage: first }] : []))
}

function formLabels(table: Table): Passage[] {
  if (table.columns !== 2 || readTableHeader(table) !== null) return []
  return table.rows.flatMap((row) => {
    const [first, second] = row
    const label = first && second ? trimmed(cellPassage(first)) : null
    return label && isLabel(label.text) ? [label] : []
  })
}

function lineLabels(passage: Passage): Passage[] {
  const starts = lineStarts(passage)
  return starts.flatMap((start, at) => {
    const line = slicePassage(passage, start, starts[at + 1] ?? passage.text.length)
    const words = LINE_LABEL.exec(line.text)?.[1]
    return words !== undefined && isLabel(words) && line.text.length > words.length + 1 ? [slicePassage(line, 0, words.length)] : []
  })
}

const trimmed = (passage: Passage): Passage => slicePassage(passage, 0, bareLabel(passage.text).length)
