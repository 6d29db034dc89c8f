import { type Passage, slicePassage } from '../../schema/document.ts'
import { isAmongHeadings } from '../outline/column-headings.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { type Carried, readBackReference, readCarried } from '../recognise/fates.ts'
import { readMinutesRecommend } from '../recognise/minutes-recommend.ts'
import { isMotionHead, readCodeLine, readFollowing, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { type Opener, readOpener, SURE_OPENER } from '../recognise/openers.ts'
import { sentenceEnd } from '../recognise/sentences.ts'
import { closingSentences } from './closing-decisions.ts'
import { beginsList, type Decision, isFormal, MOTION_WORDS, withinQuotes } from './decision.ts'
import { AMENDING, mayBeMotion, motionFrom, type Pending } from './moved-decisions.ts'
import { leadOpener, openedAt } from './opened-decisions.ts'
import { proposedAt } from './proposed-decisions.ts'
import { toldFrom } from './told-decisions.ts'
import { closedBelow } from './unmoved-decisions.ts'

const NOTHING_PENDING: Pending = { number: null, details: [], age: 0 }
/** Who moved is said right before the words; a sentence or two may come between. */
const OLDEST = 3
/** Openers of a motion; other words say what became of it. */
const OPENS_MOTION = new Set(['moved', 'motion', 'resolution', 'council resolution'])

/** A sentence that ends the account of an item is not one of what is opened above it. */
const CLOSING: Opener = {
  ...{ start: 0, end: 0, text: '', verb: '', subject: null, vote: null, outcome: null, strength: SURE_OPENER, narrated: false },
}

/** All that was decided in a stretch of a paper: by openers, by motions and their fates, by sentences that are about either; `over` is the heading above it, and `ofMinutes` says whether the paper opens as minutes. */
export function findDecisions(given: readonly TextEntry[], over: Passage, ofMinutes = false): Decision[] {
  const { entries, closing } = closingSentences(given)
  const openers = entries.map(
    (entry, at) =>
      (closing.has(entry) ? CLOSING : null) ??
      (isOfMenu(entries, at) || isAmongHeadings(entries, at) ? null : readOpener(entry.passage.text)) ??
      leadOpener(entry, entries[at + 1], entries[at + 2]) ??
      (ofMinutes ? readMinutesRecommend(entry.passage.text) : null),
  )
  const formal = openers.findLastIndex(isFormal)
  const found: Decision[] = []
  /** Where among them motions are of which nothing has said what became. */
  const open: number[] = []
  /** Those of them that only the word "Motion" opens, which says no more than that something was put. */
  const put = new Set<number>()
  const waiting = new Set<number>()
  let pending = NOTHING_PENDING
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry) continue
    const ending = closing.get(entry)
    if (ending) {
      found.push({ ...ending, at })
      continue
    }
    const proposed = proposedAt(entries, at, openers, over)
    if (proposed) {
      found.push(...proposed.decisions)
      pending = NOTHING_PENDING
      // "… was lost. RESOLVED that …": the paragraph itself opens what was decided instead.
      if (proposed.end > at) {
        at = proposed.end - 1
        continue
      }
    }
    const unmoved = pending === NOTHING_PENDING ? closedBelow(entries, at, openers) : null
    if (unmoved) {
      found.push(unmoved.decision)
      at = unmoved.end - 1
      continue
    }
    const opener = openers[at] ?? null
    const number = readCodeLine(entry.passage, entries[at + 1]?.passage) ?? readNumberLine(entry.passage)
    const moved = opener?.verb === 'moved'
    const head = isMotionHead(entry.passage.text)
    const opens = opener !== null && !head && !moved && opener.start === 0 && !opener.narrated && opener.strength >= SURE_OPENER
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
    const wording = line !== null && MOTION_WORDS.test(line.rest.text)
    const own = line !== null && (!opener || moved || head || (wording && readCarried(line.rest.text) !== null))
    if (line) pending = { ...pending, number: line.number ?? pending.number, details: [...pending.details, ...line.details] }
    // "Councillor A moved the recommendations of the Panel" says who moved; what was carried is below.
    if (line && own && !wording && !readCarried(line.rest.text)) {
      pending = { ...pending, age: 0 }
      continue
    }
    const fate = moved ? null : readCarried(entry.passage.text)
    // What became of a motion opens nothing of what is below it.
    const alone = fate?.start === 0 && !beginsList(entries[at + 1])
    const opened = () => (alone ? null : openedAt(entries, at, openers, formal))
    const closes = !wording && closesBehind(entry)
    const read = closes
      ? null
      : line && own
        ? motionFrom(entries, at, line.rest, pending, openers)
        : pending !== NOTHING_PENDING && (mayBeMotion(entry, opener) || isIntroduced(entries[at - 1], pending))
          ? motionFrom(entries, at, entry.passage, pending, openers)
          : null
    // "The motion was put and declared carried. Councillor Ash asked that his vote be recorded."
    const first = fate || moved || opener ? fate : readCarried(entry.passage.text.slice(0, sentenceEnd(entry.passage.text)))
    if (!read && first?.start === 0 && !beginsList(entries[at + 1]) && close(found, open.at(-1), first, entry, pending.number)) {
      waiting.delete(open.pop() ?? -1)
      pending = NOTHING_PENDING
      continue
    }
    const told =
      read ??
      (closes || readFollowing(entry.passage.text)
        ? (toldFrom(entries, at, found) ?? opened())
        : (opened() ?? toldFrom(entries, at, found)))
    if (told) {
      if (told.waits) waiting.add(found.length)
      if (!read && opener?.verb === 'motion' && told.decision.outcome === undefined) put.add(found.length)
      if (told.waits || (!read && opener && OPENS_MOTION.has(opener.verb))) open.push(found.length)
      found.push({
        ...told.decision,
        items: told.decision.items.map((item) => ({ ...item, text: withinQuotes(item.text) })),
        number: told.decision.number ?? pending.number,
        details: [...(read ? [] : pending.details), ...told.decision.details],
      })
      pending = NOTHING_PENDING
      at = told.end - 1
    } else {
      pending =
        pending.age + 1 > OLDEST || (isHeading(entry) && entry.type === 'heading' && !titlesMotion(pending))
          ? NOTHING_PENDING
          : { ...pending, age: pending === NOTHING_PENDING ? 0 : pending.age + 1 }
      if (pending.number === null && pending.details.length === 0) pending = NOTHING_PENDING
    }
  }
  // What was moved and put off by its amendment, or only put, and of which nothing more is reported, is not known to be decided.
  return found.filter((_, index) => !waiting.has(index) && !(put.has(index) && open.includes(index)))
}

/** "• Consultations • Decisions • Petitions": between short items of a list, as of a site's menu, a label is an item as they are, and opens nothing. */
function isOfMenu(entries: readonly TextEntry[], at: number): boolean {
  return [at - 1, at, at + 1].every((index) => {
    const entry = entries[index]
    return entry?.bullet === true && entry.passage.text.length <= LONGEST_MENU_ITEM && !/^that\b|[.:;,]$/iu.test(entry.passage.text)
  })
}

const LONGEST_MENU_ITEM = 40

/** "Moved by Councillor A and seconded by Councillor B:" says that what comes next is the motion, however it begins. */
const isIntroduced = (before: TextEntry | undefined, { age, details }: Pending) =>
  age === 0 && details.length > 0 && before !== undefined && /:\s*$/u.test(before.passage.text) && readMotionLine(before.passage) !== null

/** Whether a heading is right below a motion's number: "RESOLUTION NO. 2031-07" over "LAKE ROAD CULVERT" is its title. */
const titlesMotion = ({ number, age, details }: Pending) => number !== null && age === 0 && details.length === 0

/** "Members spoke in support, and the motion was unanimously AGREED." decides words that are printed before it. */
function closesBehind({ passage: { text } }: TextEntry): boolean {
  const fate = readBackReference(text)
  return fate !== null && fate.start > 0 && fate.end >= text.replace(/[.\s]+$/u, '').length
}

/** Puts down what became of a motion that was found open; false where there is none. */
function close(found: Decision[], index: number | undefined, fate: Carried, entry: TextEntry, number: Decision['number']): boolean {
  const motion = index === undefined ? undefined : found[index]
  if (index === undefined || !motion) return false
  // What is carried after words of it were changed is not what was first moved; words that were added leave those agreed.
  const amended = found.slice(index + 1).some(({ items, outcome }) => {
    const text = items[0]?.text.text ?? ''
    return outcome === undefined && AMENDING.test(text) && CHANGING.test(text)
  })
  const outcome = fate.outcome === 'agreed' ? (amended ? 'amended' : undefined) : fate.outcome
  found[index] = { ...motion, number: motion.number ?? number, opener: slicePassage(entry.passage, fate.start, fate.end), outcome }
  return true
}

/** "… be amended by replacing “six” with “ten”": words that were moved are gone. */
const CHANGING = /\b(?:replac|delet|substitut|str(?:ik|uck)|remov|chang|omit)\p{L}*|\bto read\b/iu
