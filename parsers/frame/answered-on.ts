import { slicePassage } from '../../schema/document.ts'
import type { Outline } from '../outline/outline.ts'
import { findDates } from '../recognise/dates.ts'
import { sentenceEnd } from '../recognise/sentences.ts'
import { dayPassage, type PaperDate } from './paper-date.ts'

/** What a body answers with, as the paper calls it. */
const RESPONSE = String.raw`(?:this|the|these|its|our|their|following|formal|full)\s(?:\p{L}+\s){0,3}?(?:responses?|repl(?:y|ies)|answers?)\b`
/** "… agreed the responses below", "… considered the report, and its response is set out below"; a body that considers a response has not made it. */
const ANSWERED = new RegExp(
  String.raw`\b(?:agreed|approved|adopted|endorsed|ratified|decided\son|resolved)\s(?:upon\s|to\smake\s)?${RESPONSE}` +
    String.raw`|\b${RESPONSE}[^.;]{0,40}?\s(?:was|were|has\sbeen|have\sbeen)\s(?:\p{L}+ly\s)?(?:agreed|approved|adopted|endorsed|ratified)\b` +
    String.raw`|\bconsidered\s(?:the|this|that|your|its)\s(?!(?:\p{L}+\s){0,3}?(?:responses?|repl(?:y|ies)|answers?)\b)[^.;]{2,120}?\b(?:agreed|approved|decided|${RESPONSE})`,
  'iu',
)
/** A paragraph without any of these is about no answer: most are such. */
const MAY_ANSWER = /response|repl(?:y|ies)|answer|considered/iu
/** What is still to be done, or was asked for. */
const NOT_YET = /\b(?:will|would|should|may|might|to be|is due|are due|draft|if|until|asked|requested)\b/iu
/** The day of a meeting or of the deed itself; "your report of 3 May" is dated, too. */
const ON = /\b(?:on|meeting of|meeting,)\s(?:\p{L}+day,?\s)?(?:the\s)?$/iu
const LONGEST_SENTENCE = 400

/**
 * The day on which a body decided its answers, by the one sentence that says so: "At its meeting on 9 October the Authority agreed the
 * responses below." A letter is written later than that. Null where no sentence names it, or two name different days.
 */
export function answeredOn({ entries }: Outline): PaperDate | null {
  const found = new Map<string, PaperDate>()
  for (const entry of entries) {
    if (entry.type === 'table') continue
    const { passage } = entry
    if (!MAY_ANSWER.test(passage.text)) continue
    for (let from = 0; from < passage.text.length; ) {
      const end = from + Math.max(1, sentenceEnd(passage.text.slice(from)))
      const sentence = slicePassage(passage, from, end)
      from = end
      if (sentence.text.length > LONGEST_SENTENCE || !ANSWERED.test(sentence.text) || NOT_YET.test(sentence.text)) continue
      const days = findDates(sentence.text).filter(
        ({ precision, start, from: day }) => precision === 'day' && day !== null && ON.test(sentence.text.slice(0, start)),
      )
      const [reading] = days
      if (reading?.from && days.length === 1) found.set(reading.from, { passage: dayPassage(sentence, reading), reading })
    }
  }
  const [only] = [...found.values()]
  return found.size === 1 && only ? only : null
}
