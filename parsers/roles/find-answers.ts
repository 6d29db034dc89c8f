import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { FieldRole } from '../../schema/vocabulary/fields.ts'
import { VALEDICTIONS } from '../../schema/vocabulary/responses.ts'
import { type Item, isOpen, labelPassage } from '../outline/items.ts'
import { LINE_LABEL as LABEL_LINE } from '../outline/label-lines.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { matchField } from '../recognise/fields.ts'
import { foldWords } from '../recognise/fold.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { isNote } from '../runs/belongs.ts'
import { headingsAbove } from '../runs/headings-above.ts'
import type { Run } from '../runs/run.ts'
import { ANSWER_WEIGHTS as W } from './answer-weights.ts'

/** A recommendation as a response restates it, and the answer that it is given. */
export interface Answered {
  item: Item
  /** Empty where nothing answers it. */
  answer: Passage
  /** A verdict that stands beside it, in a column of its own. */
  verdict?: Passage | null
  /** Who answers, as the answer's label says; null where it does not. */
  who: Passage | null
  /** What lines under the answer say under labels of a plan: "Lead: …", "By when: …". */
  fields?: readonly LabelledField[]
  at: number
  entries: number[]
}

/** A line that says under a plan's label who will do what is agreed, or by when. */
export interface LabelledField {
  role: FieldRole
  label: Passage
  value: Passage
}

/** All pairs of a paper that goes through recommendations one by one, and how sure that reading is, in log-odds. */
export interface AnsweredRun {
  answered: Answered[]
  score: number
  /** How the recommendations are told apart: "Recommendation N", numbers, boxes, bold. */
  by: string
}

/** Where what is restated may begin. */
interface Start {
  at: number
  entry: TextEntry
  /** What follows the label on its line. */
  body: Passage
}

const LEAVES = new Set(VALEDICTIONS.map(foldWords))
/** How somebody begins who answers for themselves or for their body. */
const SPEAKS =
  /^(?:we|our|i|the (?:uk |welsh |scottish )?(?:government|governments|council|cabinet|executive|department|authority|board|trust|ministry|minister|agency|partnership|service|force|company|health board|university|secretary of state)|this (?:recommendation|proposal)|these recommendations|accept\w*|agree\w*|reject\w*|partially|partly|not accept\w*|noted?|supported|as\b|in (?:line|response|accordance|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)|following|since|since then|work|officers|yes|no)\b/iu
/** A label for what is restated: "Recommendation:", "Recommendation 3:", "Idea:", "Committee recommendation". */
const UNNUMBERED =
  /^(?:(?:the )?(?:committee|panel|inquiry|group|review|scrutiny|board|inspectorate|auditor)(?:[’']s)? )?(?:recommendation|proposal|finding|suggestion|idea|request|ask)\s*(?::|[–—-]\s|$)/iu

/** A label at the head of a line that comes so often labels what it stands before, whatever its words. */
const OFTEN = 3
const LINE_LABEL = /^(\p{Lu}[\p{L}’' ]{1,40}):\s/u

/** What the words of an entry say of its being an answer. */
interface Words {
  label: boolean
  /** Who answers says in a sentence what they do with the recommendation. */
  sentence: boolean
  /** That, or a verdict alone. */
  verdict: boolean
  speaks: boolean
  wishes: boolean
}

/** What a paper's words say of answers. Each text is looked at once for all readings of the paper. */
interface Signs {
  /** The labels at the heads of lines that come over and over. */
  labels: ReadonlySet<string>
  of: (text: string) => Words
}

function readSigns(entries: readonly Entry[]): Signs {
  const known = new Map<string, Words>()
  return {
    labels: repeatedLabels(entries),
    of: (text) => {
      const words = known.get(text) ?? readWords(text)
      known.set(text, words)
      return words
    },
  }
}

function readWords(text: string): Words {
  const sentence = VERDICT_SENTENCE.test(text.slice(0, LONGEST_VERDICT))
  return {
    label: readResponseLabel(text) !== null,
    sentence,
    verdict: sentence || Boolean(readVerdict(text)?.outcome),
    speaks: SPEAKS.test(text),
    wishes: RECOMMENDING_MOODS.has(moodOf(text)),
  }
}

/** So far into a text who answers says what they do. */
const LONGEST_VERDICT = 240

/** The labels at the heads of lines that come over and over. */
function repeatedLabels(entries: readonly Entry[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const entry of entries) {
    if (entry.type === 'table') continue
    const label = lineLabel(entry.label ? entry.body.text : entry.passage.text)
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return new Set([...counts].flatMap(([label, count]) => (count >= OFTEN ? [label] : [])))
}

const lineLabel = (text: string): string | null => LINE_LABEL.exec(text)?.[1]?.toLowerCase() ?? null

/** A passage without a label that comes over and over at the heads of lines. */
function withoutLineLabel(passage: Passage, labels: ReadonlySet<string>): Passage {
  const label = lineLabel(passage.text)
  return label !== null && labels.has(label) ? slicePassage(passage, LINE_LABEL.exec(passage.text)?.[0].length ?? 0) : passage
}

/** The pairs of recommendation and answer that a paper holds, by the starts that give the best reading; null where none does. */
export function findAnswers(entries: readonly Entry[], runs: readonly Run[]): AnsweredRun | null {
  const signs = readSigns(entries)
  const readings = [
    ...labelledStarts(entries),
    ...runs
      .filter(({ form, items }) => (form === 'numbered' || form === 'headed' || form === 'labelled') && items.length > 0)
      .map((run) => ({
        by: run.form === 'labelled' ? 'labels' : 'numbers',
        starts: run.items
          .filter(({ at, entry }, index) => run.items[index - 1]?.at !== at && !isContentsLine(entry.passage.text))
          .map(({ at, entry }): Start => ({ at, entry, body: entry.body })),
      })),
    ...lookStarts(entries),
  ]
    .filter(({ starts }) => starts.length > 0)
    .map(({ by, starts }) => readPairs(entries, starts, by, signs))
  return readings.sort((a, b) => b.score - a.score)[0] ?? null
}

/** Starts that a word labels, with or without a number. */
function labelledStarts(entries: readonly Entry[]): { by: string; starts: Start[] }[] {
  const starts = entries.flatMap((entry, at): Start[] => {
    if (entry.type === 'table' || readResponseLabel(entry.passage.text) || isContentsLine(entry.passage.text)) return []
    if ((entry.label?.word === 'recommendation' || entry.label?.word === 'proposal') && !/^\p{L}+s\b/iu.test(entry.passage.text))
      return [{ at, entry, body: entry.body }]
    const match = UNNUMBERED.exec(entry.passage.text)
    return match ? [{ at, entry: { ...entry, label: null }, body: slicePassage(entry.passage, match[0].length) }] : []
  })
  return [{ by: 'labels', starts }]
}

/** An entry of contents: dots or white lead to a page's number. */
const isContentsLine = (text: string) => /(?:\.{4,}|…{2,})\s*\d{1,3}$/u.test(text)

/** Blocks that a look alone sets apart from the text after them: boxes, quotations, bold or italic paragraphs. */
function lookStarts(entries: readonly Entry[]): { by: string; starts: Start[] }[] {
  const looks: [string, (entry: TextEntry) => boolean][] = [
    ['boxes', ({ look }) => look.box !== null],
    ['italics', ({ look, passage }) => look.italic && passage.text.length > 60],
    ['bold', (entry) => entry.bold && entry.passage.text.length > 60],
    ['quotation marks', ({ passage }) => /^[“"]/u.test(passage.text) && passage.text.length > 60],
  ]
  return looks.map(([by, test]) => {
    const starts = entries.flatMap((entry, at): Start[] => {
      if (entry.type === 'table' || (isHeading(entry) && !entry.bold) || !test(entry)) return []
      const before = entries[at - 1]
      const begins =
        before === undefined ||
        before.type === 'table' ||
        !test(before) ||
        (entry.look.box !== null && (entry.look.box !== before.look.box || entry.label !== null))
      return begins ? [{ at, entry, body: entry.label ? entry.body : entry.passage }] : []
    })
    // Where a box labels what it restates, words before the first label lead into it.
    const inBox = (start: Start, index: number) =>
      start.entry.look.box !== null && starts[index + 1]?.entry.look.box === start.entry.look.box
    return {
      by,
      starts: starts.filter(
        (start, index) => start.entry.label !== null || !inBox(start, index) || starts[index + 1]?.entry.label === null,
      ),
    }
  })
}

/** One stretch of text from a start to the next. */
interface Segment {
  start: Start
  /** A letter takes its leave behind it. */
  takesLeave: boolean
  entries: { at: number; entry: TextEntry }[]
  fields: LabelledField[]
}

function readPairs(entries: readonly Entry[], starts: readonly Start[], by: string, signs: Signs): AnsweredRun {
  const { labels } = signs
  const segments = starts.map((start, index) => segmentOf(entries, start, starts[index + 1]?.at ?? entries.length))
  const splits = segments.map((segment) => bestSplit(segment, signs))
  const answered: Answered[] = []
  let waiting: number[] = []
  let total = 0
  let pairs = 0
  const lengths: number[] = []
  for (const [index, segment] of segments.entries()) {
    const split = splits[index]
    if (!split) continue
    const stated = restatedParts(segment, split.at).map((part) => toRestated(part, part.entries.length, labels))
    if (stated.every(({ item }) => item.text.text === '' && item.heading === null)) continue
    const rest = segment.entries.slice(split.at)
    const { answer, who, used } = toAnswer(rest, segment.takesLeave ? Math.max(0, ...lengths) : null, labels)
    const own = segment.entries.slice(0, split.at + used).map(({ at }) => at)
    answered.push(...stated.map(({ item }) => ({ item, answer, who, fields: segment.fields, at: segment.start.at, entries: own })))
    const speaking = stated.filter(({ item }) => RECOMMENDING_MOODS.has(moodOf(item.text.text))).length
    const wishes = speaking * 2 >= stated.length ? W.restatedWishes : W.restatedStates
    if (answer.text === '') {
      // A title alone, with the recommendations under it counted for themselves, asks for no answer.
      if (stated.length === 1 && isHeading(segment.start.entry) && speaking === 0) answered.pop()
      else waiting.push(...stated.map((_, at) => answered.length - stated.length + at))
      continue
    }
    lengths.push(used)
    // One answer to several recommendations that stand together: each is given it.
    for (const before of waiting) {
      const one = answered[before]
      if (one) answered[before] = { ...one, answer, who }
    }
    total += split.score + wishes + spoken(rest[0]?.entry, signs)
    pairs += 1
    waiting = []
  }
  const mean = pairs === 0 ? -9 : total / pairs
  const unanswered = answered.length === 0 ? 1 : waiting.length / answered.length
  return {
    answered: answered.filter(({ answer }) => answer.text !== ''),
    score:
      W.bias +
      Math.min(mean, W.mostForPair) +
      Math.log2(Math.max(1, pairs)) * W.doubling +
      (by === 'labels' ? W.labelled : 0) +
      unanswered * W.unanswered,
    by,
  }
}

/** Several numbered recommendations under one heading that labels them ("Committee recommendation") are each restated. */
function restatedParts({ start, entries }: Segment, split: number): Segment[] {
  const own = entries.slice(0, split)
  const numbered =
    start.body.text === ''
      ? own.slice(1).filter(({ entry }) => entry.label !== null && entry.label.levels.length === 1 && /\d/u.test(entry.label.number))
      : []
  if (numbered.length === 0 || numbered[0] !== own[1]) return [{ start, takesLeave: false, entries: own, fields: [] }]
  return numbered.map((first, index): Segment => {
    const next = numbered[index + 1]
    const from = own.indexOf(first)
    return {
      start: { at: first.at, entry: first.entry, body: first.entry.body },
      takesLeave: false,
      fields: [],
      entries: own.slice(from, next ? own.indexOf(next) : own.length),
    }
  })
}

/** Whether an answer begins as one: with a label, a verdict, or somebody who speaks. */
function spoken(entry: TextEntry | undefined, signs: Signs): number {
  if (!entry) return 0
  const { text } = entry.passage
  const words = signs.of(text)
  if (words.label || signs.labels.has(lineLabel(text) ?? '')) return 0
  if (isHeading(entry)) return W.headingFirst
  return words.verdict || words.speaks ? 0 : W.unspoken
}

/** From a start to the next, or to a heading as high as the one that it stands under. */
function segmentOf(entries: readonly Entry[], start: Start, next: number): Segment {
  const level = start.entry.type === 'heading' ? start.entry.level : (headingsAbove(entries, start.at).over[0]?.level ?? null)
  const found: Segment = { start, takesLeave: false, entries: [], fields: [] }
  for (let at = start.at; at < next; at++) {
    const entry = entries[at]
    if (!entry || entry.type === 'table') continue
    if (at > start.at) {
      if (isNote(entry) || entry.passage.text === '') continue
      const label = readResponseLabel(entry.passage.text)
      if (
        entry.type === 'heading' &&
        !label &&
        found.entries.length > 1 &&
        (level === null || (entry.level ?? 9) <= level) &&
        entry.look.box === null
      )
        break
      if (found.entries.length > 1 && isValediction(entry.passage.text)) {
        found.takesLeave = true
        break
      }
      const field = readFieldLine(entry.passage)
      if (field) {
        found.fields.push(field)
        continue
      }
    }
    found.entries.push({ at, entry })
  }
  return found
}

/** The fields by which a response says who will do what it agrees to, and by when. */
const COMMITMENT_FIELDS: ReadonlySet<FieldRole> = new Set(['responsible', 'sponsor', 'due', 'timescale', 'success-measure'])
/** A line is a field's where its value is no longer than a name or a day. */
const LONGEST_FIELD = 160

function readFieldLine(passage: Passage): LabelledField | null {
  const match = passage.text.length > LONGEST_FIELD ? null : LABEL_LINE.exec(passage.text)
  const field = match ? matchField(match[1] ?? '') : null
  if (!match || field?.score !== 1 || !COMMITMENT_FIELDS.has(field.role)) return null
  return { role: field.role, label: slicePassage(passage, 0, match[0].length), value: slicePassage(passage, match[0].length) }
}

/** "Yours sincerely": here a letter's text ends. */
const isValediction = (text: string) => LEAVES.has(foldWords(text.split(/[,\n]/u, 1)[0] ?? ''))

/** Where the answer begins in a segment, by the signs of `ANSWER_WEIGHTS`; its length where nothing answers. */
function bestSplit({ start, entries }: Segment, signs: Signs): { at: number; score: number } {
  let best: { at: number; score: number } = { at: entries.length, score: W.noAnswer }
  let restated = 0
  for (let at = 1; at <= entries.length; at++) {
    const before = entries[at - 1]?.entry
    const next = entries[at]?.entry
    if (!before) break
    if (at > 1) restated += restatedScore(before, start, signs)
    else if (start.body.text === '') restated += 0
    const empty = at === 1 && (start.body.text === '' || isTitleOnly(start, next))
    if (next) {
      const score =
        (empty ? W.nothingRestated : 0) + restated + boundary(before, next, at === 1 ? start.body.text : before.passage.text, start, signs)
      if (score > best.score) best = { at, score }
    }
  }
  return best
}

/** "Recommendation 2: Fines" over the recommendation itself. */
function isTitleOnly({ entry, body }: Start, next: TextEntry | undefined): boolean {
  if (next === undefined || body.text.length > 160 || /[.;:]["”’)]?$/u.test(body.text)) return false
  const wishes = RECOMMENDING_MOODS.has(moodOf(body.text))
  return !wishes && (isHeading(entry) || entry.look.box !== null || RECOMMENDING_MOODS.has(moodOf(next.passage.text)))
}

function restatedScore(entry: TextEntry, start: Start, signs: Signs): number {
  const words = signs.of(entry.passage.text)
  if (words.label || words.sentence) return W.labelInRestated
  if (entry.look.box !== null && entry.look.box === start.entry.look.box) return W.sameBox
  if (isHeading(entry) && entry.type === 'heading') return W.headingInRestated
  if (entry.bullet || words.wishes) return W.goesOnWishing
  return W.restatedGoesOn
}

function boundary(before: TextEntry, next: TextEntry, beforeText: string, start: Start, signs: Signs): number {
  const text = next.passage.text
  const words = signs.of(text)
  let score = 0
  if (words.label || answersByLabel(text, start, signs.labels)) score += W.label
  if (words.verdict) score += W.verdict
  if (before.look.box !== next.look.box) score += start.entry.look.box !== null && before.look.box === start.entry.look.box ? W.boxEnds : 0
  else if (before.look.box !== null && !VERDICT_SENTENCE.test(text)) score += W.withinBox
  const set = (entry: TextEntry) => entry.bold || entry.look.italic
  if (set(before) && !set(next) && !isHeading(next)) score += W.lookEnds
  else if (!set(before) && set(next) && before.look.box === null) score += W.lookBegins
  if (/["”’]$/u.test(beforeText) && /^["“‘]/u.test(start.body.text) && !/^["“‘]/u.test(text)) score += W.quotationEnds
  score += beforeText === '' || !isOpen(beforeText) ? W.closed : words.sentence || words.label ? 0 : W.open
  if (next.bullet || /^[\p{Ll}(]/u.test(text)) score += W.goesOn
  if (words.speaks) score += W.speaks
  score += words.wishes ? W.wishes : W.wishesNot
  return score
}

/** A label that comes over and over, and is not that of what is restated. */
function answersByLabel(text: string, start: Start, labels: ReadonlySet<string>): boolean {
  const label = lineLabel(text)
  return label !== null && labels.has(label) && label !== lineLabel(start.body.text)
}

/** "The Government accepts this recommendation", "This recommendation is accepted in full": who answers says what they do with it. */
const VERDICT_SENTENCE =
  /\b(?:(?:this|these|the|both|all|recommendations?)\b.{0,60}\b(?:is|are|was|were|has been|have been)\s(?:\p{L}+\s){0,2}(?:accepted|agreed|rejected|supported|noted|not accepted|implemented|declined|adopted)|(?:accepts?|agrees? (?:with|to)|rejects?|supports?|notes?|does not (?:accept|agree|support)|do not (?:accept|agree|support)|disagrees? with|partially accepts?|partly accepts?|welcomes?)\s(?:\p{L}+\s){0,3}recommendations?)\b/iu

function toRestated({ start, entries }: Segment, split: number, labels: ReadonlySet<string>): { item: Item } {
  const bodies = entries
    .slice(0, split)
    .map(({ entry }, index) => (index === 0 ? withoutLineLabel(start.body, labels) : entry.passage))
    .filter(({ text }) => text !== '')
  const [first, ...rest] = bodies
  const named = first !== undefined && rest.length > 0 && first === start.body && isTitleOnly(start, entries[1]?.entry)
  return {
    item: {
      label: start.entry.label,
      number: start.entry.label?.number ?? null,
      numberPassage: labelPassage(start.entry),
      parent: null,
      text: joinPassages(named ? rest : bodies),
      heading: named && first ? first : null,
    },
  }
}

/** What answers, without its label. `longest` ends the last answer of a letter where courtesy begins. */
function toAnswer(
  rest: readonly { at: number; entry: TextEntry }[],
  longest: number | null,
  labels: ReadonlySet<string>,
): { answer: Passage; who: Passage | null; used: number } {
  const [first] = rest
  if (!first) return { answer: joinPassages([]), who: null, used: 0 }
  const label = readResponseLabel(first.entry.passage.text)
  const passage = label ? slicePassage(first.entry.passage, label.end) : withoutLineLabel(first.entry.passage, labels)
  // What the last answer of a letter has beyond the longest of the others is courtesy.
  const stop = longest !== null && longest > 0 ? Math.min(rest.length, longest) : rest.length
  const kept = rest.slice(0, stop)
  return {
    answer: joinPassages([passage, ...kept.slice(1).map(({ entry }) => entry.passage)].filter(({ text }) => text !== '')),
    who: label?.who ? slicePassage(first.entry.passage, label.who.start, label.who.end) : null,
    used: kept.length,
  }
}
