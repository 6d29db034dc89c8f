import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Entry } from '../outline/outline.ts'
import { MONTH } from '../recognise/calendar.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { readVerdict } from '../recognise/verdicts.ts'

/** How somebody begins who answers for themselves or for their body. */
const SPEAKS = new RegExp(
  String.raw`^(?:we|our|i|the (?:uk |welsh |scottish )?(?:government|governments|council|cabinet|executive|department|authority|board|trust|ministry|minister|agency|partnership|service|force|company|health board|university|secretary of state)|this (?:recommendation|proposal)|these recommendations|accept\w*|agree\w*|reject\w*|partially|partly|not accept\w*|noted?|supported|as\b|in (?:line|response|accordance|\d{4}|${MONTH})|following|since|since then|work|officers|yes|no)\b`,
  'iu',
)
/** "The Government accepts this recommendation", "This recommendation is accepted in full": who answers says what they do with it. */
export const VERDICT_SENTENCE =
  /\b(?:(?:this|these|the|both|all|recommendations?)\b.{0,60}\b(?:is|are|was|were|has been|have been)\s(?:\p{L}+\s){0,2}(?:accepted|agreed|rejected|supported|noted|not accepted|implemented|declined|adopted)|(?:accepts?|agrees? (?:with|to)|rejects?|supports?|notes?|does not (?:accept|agree|support)|do not (?:accept|agree|support)|disagrees? with|partially accepts?|partly accepts?|welcomes?)\s(?:[\p{L}’']+\s){0,3}recommendations?)\b/iu

/** A label at the head of a line that comes so often labels what it precedes, whatever its words. */
const OFTEN = 3
const LINE_LABEL = /^(\p{Lu}[\p{L}’' ]{1,40}):\s/u

/** What the words of an entry say about its being an answer. */
interface Words {
  label: boolean
  /** Who answers says in a sentence what they do with the recommendation. */
  sentence: boolean
  /** That, or a verdict alone. */
  verdict: boolean
  speaks: boolean
  wishes: boolean
}

/** What a paper's words say about answers. Each text is looked at once for all readings of the paper. */
export interface Signs {
  /** The labels at the heads of lines that come over and over. */
  labels: ReadonlySet<string>
  of: (text: string) => Words
}

/** The signs of a paper, each text's read when it is first asked for. */
export function readSigns(entries: readonly Entry[]): Signs {
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

/** The label at the head of a line, in small letters. */
export const lineLabel = (text: string): string | null => LINE_LABEL.exec(text)?.[1]?.toLowerCase() ?? null

/** A passage without a label that comes over and over at the heads of lines. */
export function withoutLineLabel(passage: Passage, labels: ReadonlySet<string>): Passage {
  const label = lineLabel(passage.text)
  return label !== null && labels.has(label) ? slicePassage(passage, LINE_LABEL.exec(passage.text)?.[0].length ?? 0) : passage
}
