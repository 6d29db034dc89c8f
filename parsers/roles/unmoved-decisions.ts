import { slicePassage } from '../../schema/document.ts'
import { limbs } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { readCarried } from '../recognise/fates.ts'
import { isMotionHead, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { isVote } from '../recognise/resolutions.ts'
import type { Decision, Openers, Read } from './decision.ts'
import { BEHIND_WORDS } from './moved-decisions.ts'

/** How the words of a motion begin on a line that nothing opens. */
const WORDS = /^["“]?that\s(?=\p{L}+\s\p{L}+)|^motion\s(?=(?:to|that)\s)/iu
/** "By: A Member   Seconded by: B Member" below its words. */
const BY = /^by\s?:/iu
/** What is said about a motion between its words and its fate. */
const SAID_OF_IT = /\b(?:motion|discussion|debate|vote)\b/iu
const LONGEST_REMARK = 120
/** A motion that nothing opens is short: its fate is reported within so many entries. */
const FARTHEST_FATE = 12

/**
 * A motion that no line opens, whose fate is below it: "That the hall be let." over "CARRIED". Limbs, votes and who moved
 * may come between; any other text is debate, and what it ends with is not the fate of these words.
 */
export function closedBelow(entries: readonly TextEntry[], at: number, openers: Openers): Read | null {
  const entry = entries[at]
  const match = entry && entry.label === null && openers[at] === null ? WORDS.exec(entry.passage.text) : null
  if (!entry || !match || readCarried(entry.passage.text)) return null
  const below: TextEntry[] = []
  const details: Decision['details'] = []
  let ended = false
  for (let index = at + 1; index < Math.min(entries.length, at + FARTHEST_FATE); index++) {
    const next = entries[index]
    if (!next) return null
    const { passage } = next
    const fate = readCarried(passage.text)
    if (fate?.start === 0) {
      const opener = slicePassage(passage, fate.start, fate.end)
      const words = slicePassage(entry.passage, /^motion/iu.test(match[0]) ? match[0].length : 0)
      return {
        decision: {
          ...{ at, opener, details, number: null, formal: true, narrated: false },
          items: limbs(words, below),
          // A motion that was carried did what its words say.
          outcome: fate.outcome === 'agreed' ? undefined : fate.outcome,
        },
        end: index + 1,
      }
    }
    if (isHeading(next) || openers[index] || readNumberLine(passage) !== undefined || isMotionHead(passage.text)) return null
    const line = readMotionLine(passage)
    if (line || BY.test(passage.text)) details.push(...(line?.details ?? []))
    else if (!ended && (next.label !== null || next.bullet)) below.push(next)
    else if (
      !isVote(passage.text) &&
      !BEHIND_WORDS.test(passage.text) &&
      !(SAID_OF_IT.test(passage.text) && passage.text.length < LONGEST_REMARK)
    )
      return null
    ended ||= next.label === null && !next.bullet
  }
  return null
}
