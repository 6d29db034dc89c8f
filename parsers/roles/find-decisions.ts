import { slicePassage } from '../../schema/document.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { readCarried } from '../recognise/deciding-motions.ts'
import { readFollowing, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { readOpener, SURE_OPENER } from '../recognise/openers.ts'
import { type Decision, isFormal, MOTION_WORDS } from './decision.ts'
import { mayBeMotion, motionFrom, type Pending } from './moved-decisions.ts'
import { leadOpener, openedAt } from './opened-decisions.ts'
import { proposedAt } from './proposed-decisions.ts'
import { toldFrom } from './told-decisions.ts'

const NOTHING_PENDING: Pending = { number: null, details: [], age: 0 }
/** Who moved is said right before the words; a sentence or two may come between. */
const OLDEST = 3

/** All that was decided in a stretch of a paper: by openers, by motions and their fates, by sentences that tell of either. */
export function findDecisions(entries: readonly TextEntry[]): Decision[] {
  const openers = entries.map((entry, at) => readOpener(entry.passage.text) ?? leadOpener(entry, entries[at + 1]))
  const formal = openers.findLastIndex(isFormal)
  const found: Decision[] = []
  let pending = NOTHING_PENDING
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry) continue
    const proposed = proposedAt(entries, at, openers)
    if (proposed) {
      found.push(...proposed.decisions)
      pending = NOTHING_PENDING
      at = Math.max(at, proposed.end - 1)
      continue
    }
    const opener = openers[at] ?? null
    const number = readNumberLine(entry.passage)
    const opens = opener !== null && opener.start === 0 && !opener.narrated && opener.strength >= SURE_OPENER
    const line = opens ? null : readMotionLine(entry.passage)
    // "Resolved (Cr A / Cr B)": the opener says who moved.
    if (opens)
      pending = {
        ...pending,
        details: [...pending.details, ...(readMotionLine(slicePassage(entry.passage, 0, opener.end))?.details ?? [])],
      }
    if (number || (number === null && !opener)) {
      pending = { number, details: [], age: 0 }
      continue
    }
    // "Councillor A moved the recommendations of the Panel" tells who moved; what was carried stands below.
    if (line && opener) pending = { ...pending, details: [...pending.details, ...line.details] }
    else if (line && !MOTION_WORDS.test(line.rest.text) && !readCarried(line.rest.text)) {
      pending = { number: line.number ?? pending.number, details: [...pending.details, ...line.details], age: 0 }
      continue
    }
    const read =
      line && !opener
        ? motionFrom(
            entries,
            at,
            line.rest,
            { ...pending, number: line.number ?? pending.number, details: [...pending.details, ...line.details] },
            openers,
          )
        : pending !== NOTHING_PENDING && mayBeMotion(entry, opener)
          ? motionFrom(entries, at, entry.passage, pending, openers)
          : null
    const told =
      read ??
      (readFollowing(entry.passage.text) ? toldFrom(entries, at, found) : null) ??
      openedAt(entries, at, openers, formal) ??
      toldFrom(entries, at, found)
    if (told) {
      found.push({
        ...told.decision,
        number: told.decision.number ?? pending.number,
        details: [...(read ? [] : pending.details), ...told.decision.details],
      })
      pending = NOTHING_PENDING
      at = told.end - 1
    } else {
      pending =
        pending.age + 1 > OLDEST || (isHeading(entry) && entry.type === 'heading')
          ? NOTHING_PENDING
          : { ...pending, age: pending === NOTHING_PENDING ? 0 : pending.age + 1 }
      if (pending.number === null && pending.details.length === 0) pending = NOTHING_PENDING
    }
  }
  return found
}
