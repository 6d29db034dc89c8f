import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'

/** A sentence that opens with the parts of a recommendation that it is about: "Recommendations 12) a-c) are accepted in full." */
const OF_PARTS = /(?<![^.!?]\s)(?<!\S)recommendations? (\d{1,3})\)?\s?\(?([a-z])\)?\s?[-–—]\s?\(?([a-z])\)\s[^.!?]{1,300}[.!?](?:\s|$)/giu
/** The part itself: "12(d)", or "d" where it is alone. */
const PART = /^(?:(\d{1,3})\(([a-z])\)|([a-z])$)/u

/** An answer to all parts of a recommendation without its sentences on other parts than the one with this number. */
export function answerOfPart(number: string | null, answer: Passage): Passage {
  const part = PART.exec(number ?? '')
  if (!part) return answer
  const [, whole, nested, alone] = part
  const letter = nested ?? alone ?? ''
  const kept: Passage[] = []
  let from = 0
  for (const match of answer.text.matchAll(OF_PARTS)) {
    const [, of, first = '', last = ''] = match
    if ((whole ?? of) === of && first.toLowerCase() <= letter && letter <= last.toLowerCase()) continue
    kept.push(slicePassage(answer, from, match.index))
    from = match.index + match[0].length
  }
  return from === 0 ? answer : joinPassages([...kept, slicePassage(answer, from)].filter(({ text }) => text !== ''))
}

/** Whether an answer says about each part of this recommendation by itself what becomes of it: then the whole has no one outcome. */
export const answersInParts = (number: string | null, answer: Passage): boolean =>
  [...answer.text.matchAll(OF_PARTS)].some(([, of]) => of === number)
