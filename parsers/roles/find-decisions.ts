import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { Outcome } from '../../schema/records.ts'
import type { Item } from '../outline/items.ts'
import { beginsList, isList, limbs, sharedVerb, unnumberedItem } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { type Carried, readCarried } from '../recognise/deciding-motions.ts'
import { readBackReference, readFollowing, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { type Opener, readBodyLead, readOpener, SURE_OPENER } from '../recognise/openers.ts'
import { isBareThat, isVote, limbOutcome } from '../recognise/resolutions.ts'

/** Something that was decided: its words limb by limb, by what words it was decided, and what stands beside it. */
export interface Decision {
  /** Where it begins among the entries that were read. */
  at: number
  /** The words that decide: "RESOLVED that", "Carried."; empty where only the section's label does. */
  opener: Passage
  /** Set as minutes set what is decided, at the head of a line or behind its mover; not told in the middle of a text. */
  formal: boolean
  /** A sentence tells of it, and nothing opens it: "The Committee endorsed the plan." */
  narrated: boolean
  items: Item[]
  /** What became of it where the words behind or before it say so; undefined where the opener and its own words do. */
  outcome: Outcome | null | undefined
  /** The number printed with the mover or the text. */
  number: { value: string; passage: Passage } | null
  /** Movers, votes and the like, under their labels. */
  details: { label: string; passage: Passage }[]
}

/** What is known of a motion before its words: its number, who moved it. */
interface Pending {
  number: Decision['number']
  details: Decision['details']
  /** Entries since it was last heard of. */
  age: number
}

const NOTHING_PENDING: Pending = { number: null, details: [], age: 0 }
/** Who moved is said right before the words; a sentence or two may come between. */
const OLDEST = 3
/** How far below its words a motion's fate may be told. */
const LONGEST_MOTION = 40

/** All that was decided in a stretch of a paper: by openers, by motions and their fates, by sentences that tell of either. */
export function findDecisions(entries: readonly TextEntry[]): Decision[] {
  const openers = entries.map((entry, at) => readOpener(entry.passage.text) ?? leadOpener(entry, entries[at + 1]))
  const formal = openers.findLastIndex((opener) => opener !== null && opener.strength >= FORMAL)
  const found: Decision[] = []
  let pending = NOTHING_PENDING
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry) continue
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

/** "The Committee:-" over "(a) noted …; (b) agreed …" opens what was decided, as the first limb's verb shows. */
function leadOpener(entry: TextEntry, next: TextEntry | undefined): Opener | null {
  return next && (next.bullet || (next.label && beginsList(next.label))) && DECIDED_LIMB.test(next.body.text)
    ? readBodyLead(entry.passage.text)
    : null
}

/** An opener of this strength is set as minutes set what is decided. */
const FORMAL = 0.9

type Read = { decision: Decision; end: number }
type Openers = readonly (Opener | null)[]

/** Whether an entry behind who moved can be the words of the motion: it opens as one, is quoted, or its fate is told. */
function mayBeMotion(entry: TextEntry, opener: Opener | null): boolean {
  const { text } = entry.passage
  if (opener?.start === 0 && opener.strength >= SURE_OPENER) return /^(?:now,? )?(?:therefore,? )?be it\b|^whereas\b/iu.test(text)
  return MOTION_WORDS.test(text) || entry.label !== null || readCarried(text) !== null
}

/** How the words of a motion begin. */
const MOTION_WORDS = /^["“‘']?(?:that|to|whereas|and that|now,? therefore|be it)\b/iu

function openedAt(entries: readonly TextEntry[], at: number, openers: Openers, formal: number): Read | null {
  const opener = openers[at]
  // "…, and it was agreed that the third should be changed": debate is told before "RESOLVED – That" says what came of it.
  if (!opener || (at < formal && opener.strength < SURE_OPENER)) return null
  return openedFrom(entries, at, opener, openers)
}

/** What an opener begins: the rest of its line and what stands under it, to the next opener or motion; of a sentence that tells, the sentence. */
function openedFrom(entries: readonly TextEntry[], at: number, opener: Opener, openers: Openers): Read | null {
  const entry = entries[at]
  if (!entry) return null
  const told = opener.narrated || (opener.strength < SURE_OPENER && opener.start > 0)
  const decision = { at, formal: opener.strength >= FORMAL, narrated: opener.narrated, outcome: undefined, number: null, details: [] }
  if (told) {
    const words = toSentenceEnd(slicePassage(entry.passage, opener.narrated ? opener.start : opener.end))
    return {
      decision: {
        ...decision,
        opener: slicePassage(entry.passage, opener.start, opener.narrated ? opener.start : opener.end),
        items: [unnumberedItem(words)],
      },
      end: at + 1,
    }
  }
  let stop = at + 1
  while (stop < entries.length && !stopsLimbs(entries[stop], openers[stop])) stop++
  const first = slicePassage(entry.passage, opener.end)
  const words = slicePassage(entry.passage, opener.start, opener.end)
  // "NOTED." alone is all that was resolved; "RESOLVED that:-" alone has lost it.
  const below = entries[at + 1]?.label
  const alone = first.text === '' && /^\p{L}+\.$/u.test(words.text) && !(below && beginsList(below))
  const items = alone ? [unnumberedItem(sentenceTo(entry.passage, opener.end))] : limbs(first, quotedTogether(entries.slice(at + 1, stop)))
  const shared = items.length > 1 ? sharedVerb(first, entries.slice(at + 1, stop)) : null
  const outcome = shared ? limbOutcome(words.text, shared.text) : undefined
  return { decision: { ...decision, opener: words, items, outcome }, end: alone ? at + 1 : stop }
}

/** Whether an entry is none of the limbs above it: another opener, the next motion, who moved it, what became of it. */
function stopsLimbs(entry: TextEntry | undefined, opener: Opener | null | undefined): boolean {
  if (!entry) return true
  const { text } = entry.passage
  // A limb's own words ("A  Cabinet agreed that …") open nothing; an opener behind a paragraph's number does.
  if (opener && (entry.label === null || (opener.start <= entry.label.end && opener.strength >= SURE_OPENER))) return true
  return readNumberLine(entry.passage) !== undefined || readMotionLine(entry.passage) !== null || readCarried(text)?.start === 0
}

/** A quotation over several paragraphs is one text: from its opening mark to its closing one. */
function quotedTogether(entries: readonly TextEntry[]): TextEntry[] {
  const [first, ...rest] = entries
  if (!first || !/^["“‘']/u.test(first.passage.text) || /["”’'][.;]?$/u.test(first.passage.text)) return [...entries]
  const close = rest.findIndex((entry) => /["”’'][.;]?$/u.test(entry.passage.text) || isHeading(entry) || entry.label !== null)
  if (close < 0 || close > MOST_QUOTED || !/["”’'][.;]?$/u.test(rest[close]?.passage.text ?? '')) return [...entries]
  const passage = joinPassages([first, ...rest.slice(0, close + 1)].map((entry) => entry.passage))
  return [{ ...first, type: 'paragraph', passage, label: null, body: passage }, ...rest.slice(close + 1)]
}

const MOST_QUOTED = 6

/** The sentence that ends at an offset: "The minutes of 15 March were AGREED." */
function sentenceTo(passage: Passage, end: number): Passage {
  const before = passage.text.slice(0, end).trimEnd()
  return slicePassage(passage, before.slice(0, -1).lastIndexOf('. ') + 1, before.length)
}

/** A passage up to the end of its first sentence; a number's or an initial's stop ends none. */
function toSentenceEnd(passage: Passage): Passage {
  const end = /[^.\d\p{Lu}](?<!\b(?:No|Cllr|Mr|Mrs|Ms|Dr|St))\.(?=\s\p{Lu})/u.exec(passage.text)
  return end ? slicePassage(passage, 0, end.index + 2) : passage
}

/** "The motion was put", "Recorded vote", "For: …": what follows a motion's words and comes before its fate. */
const BEHIND_WORDS =
  /^(?:the |an |a )?(?:\w+ )?(?:motion|amendment|vote|recorded vote|division|show of hands)\b|^(?:for|against|in favour|yeas?|nays?|ayes?|noes|abstain\w*)\s?[:(\d]/iu
/** Recitals say why, and are none of the words that were carried. */
const RECITAL = /^(?:and )?whereas\b/iu

/** A motion behind its mover: the words to where its fate is told. */
function motionFrom(entries: readonly TextEntry[], at: number, rest: Passage, pending: Pending, openers: Openers): Read | null {
  const entry = entries[at]
  if (!entry) return null
  const bodies: { passage: Passage; entry: TextEntry }[] = []
  const recitals: Passage[] = []
  let fate: Carried | null = null
  let ended = false
  let end = at
  for (; fate === null && end < Math.min(entries.length, at + LONGEST_MOTION); end++) {
    const next = entries[end]
    if (!next) break
    const passage = end === at ? rest : next.passage
    if (end > at && (readNumberLine(passage) !== undefined || readMotionLine(passage) !== null)) break
    if (end > at && isHeading(next) && next.label === null && next.type === 'heading' && readCarried(passage.text) === null) break
    const own = openers[end]
    if (
      end > at &&
      own &&
      own.start === 0 &&
      !own.narrated &&
      own.strength >= SURE_OPENER &&
      !MOTION_WORDS.test(passage.text) &&
      readCarried(passage.text)?.start !== 0
    )
      break
    fate = readCarried(passage.text)
    const words = fate ? slicePassage(passage, 0, fate.start) : passage
    if (RECITAL.test(words.text)) recitals.push(words)
    else if (!ended && BEHIND_WORDS.test(words.text)) ended = true
    else if (!ended && words.text !== '') bodies.push({ passage: words, entry: next })
  }
  const [first, ...more] = bodies
  const opener = openers[at]
  if (!first || (fate === null && pending.number === null && !(opener && opener.strength >= SURE_OPENER))) return null
  const opened = readOpener(first.passage.text)
  const lead = opened && opened.start === 0 && !opened.narrated ? slicePassage(first.passage, opened.end) : first.passage
  const below = more.map(({ passage, entry: own }) =>
    passage === own.passage ? own : { ...own, passage, body: own.label ? slicePassage(passage, own.label.end) : passage },
  )
  const last = entries[end - 1]
  const carried = fate && last ? slicePassage(last.passage, fate.start, fate.end) : EMPTY_PASSAGE
  const items = motionItems(lead, below)
  // Without a fate that stops the motion, what follows its last limb is not of it.
  return {
    decision: {
      at,
      opener: carried.text === '' ? slicePassage(first.passage, 0, opened && opened.start === 0 ? opened.end : 0) : carried,
      formal: true,
      narrated: false,
      items: fate || !opened ? items : limbs(lead, below),
      // A motion that was carried did what its words say: agreed, noted, referred.
      outcome: fate === null ? (opened ? undefined : null) : fate.outcome === 'agreed' ? undefined : (fate.outcome ?? 'rejected'),
      number: pending.number,
      details: [...pending.details, ...recitals.map((passage) => ({ label: 'recital', passage }))],
    },
    end,
  }
}

/** The limbs of a motion: all that stands before the first label is one text, and what stands behind a part is of it. */
function motionItems(first: Passage, below: readonly TextEntry[]): Item[] {
  const start = below.findIndex((entry) => entry.label !== null && /^(?:1|a|i|A)$/u.test(entry.label.levels[0] ?? ''))
  const lead = joinPassages([first, ...below.slice(0, start < 0 ? below.length : start).map((entry) => entry.passage)])
  if (start < 0) return limbs(lead, [])
  const parts = limbs(EMPTY_PASSAGE, below.slice(start))
  if (isBareThat(lead.text)) return parts
  return [unnumberedItem(lead), ...parts.map((item) => ({ ...item, parent: item.parent === null ? 0 : item.parent + 1 }))]
}

/** Words that a sentence decides which stand before or behind it: "The Recommendation was agreed.", "…, which was agreed." */
function toldFrom(entries: readonly TextEntry[], at: number, found: readonly Decision[]): Read | null {
  const entry = entries[at]
  if (!entry || (isHeading(entry) && !/:$/u.test(entry.passage.text))) return null
  const following = readFollowing(entry.passage.text)
  if (following) {
    const stop = entries.findIndex((next, index) => index > at && isHeading(next) && next.label === null && !isQuoted(next))
    const below = entries.slice(at + 1, stop < 0 ? entries.length : stop)
    const items = listedItems(below, following.several)
    if (items.length > 0)
      return {
        decision: {
          at,
          opener: slicePassage(entry.passage, following.start, following.end),
          formal: false,
          narrated: false,
          items: items.map(({ item }) => item),
          outcome: following.outcome,
          number: null,
          details: [],
        },
        end: at + 1 + (items.at(-1)?.end ?? 0),
      }
  }
  const back = readBackReference(entry.passage.text)
  if (!back) return null
  const opener = slicePassage(entry.passage, back.start, back.end)
  const words = wordsBefore(entries, at, found)
  if (!words) return null
  return {
    decision: {
      at,
      opener,
      formal: false,
      narrated: false,
      items: [unnumberedItem(words)],
      outcome: back.outcome,
      number: null,
      details: [],
    },
    end: at + 1,
  }
}

const isQuoted = (entry: TextEntry) => /^["“‘']/u.test(entry.passage.text)

/** The motions listed below a sentence that decides them: labelled ones with their words on the next lines, or one quotation. */
function listedItems(below: readonly TextEntry[], several: boolean): { item: Item; end: number }[] {
  const items: { item: Item; end: number }[] = []
  for (const [index, entry] of below.entries()) {
    if (entry.label?.word === 'recommendation' || (entry.label && several)) {
      const words = entry.body.text === '' ? below[index + 1] : entry
      if (!words) break
      const text = words === entry ? entry.body : words.passage
      items.push({
        item: {
          label: entry.label,
          number: entry.label.number,
          numberPassage: slicePassage(entry.passage, 0, entry.label.text.length),
          parent: null,
          text,
          heading: null,
        },
        end: index + (words === entry ? 1 : 2),
      })
    } else if (items.length === 0 && (isQuoted(entry) || /^that\b/iu.test(entry.passage.text) || entry.bullet)) {
      items.push({ item: unnumberedItem(entry.passage), end: index + 1 })
      if (!several) break
    } else if (several && entry.bullet) items.push({ item: unnumberedItem(entry.passage), end: index + 1 })
    else if (items.length === 0 || !isContinued(items, index)) break
  }
  return items
}

const isContinued = (items: readonly { end: number }[], index: number) => (items.at(-1)?.end ?? 0) > index

/** The words of the motion or recommendation that stands nearest before a sentence that decides it, and is not decided yet. */
function wordsBefore(entries: readonly TextEntry[], at: number, found: readonly Decision[]): Passage | null {
  const last = found.at(-1)?.at ?? -1
  for (let index = at - 1; index > last && index >= at - FARTHEST_WORDS; index--) {
    const entry = entries[index]
    if (!entry || isVote(entry.passage.text)) continue
    const labelled = entry.label?.word === 'recommendation' && entry.body.text !== ''
    if (labelled) return entry.body
    const set = entry.type === 'paragraph' && (entry.bold || entry.look.italic || entry.look.box !== null)
    if (
      (set && entry.passage.text.length > SHORTEST_WORDS) ||
      (isQuoted(entry) && entry.passage.text.length > SHORTEST_WORDS) ||
      /^that\b/iu.test(entry.passage.text)
    )
      return entry.passage
  }
  return null
}

const FARTHEST_WORDS = 8
const SHORTEST_WORDS = 30

/** In a record a list, or sentences that each begin "That" or "To", say what was decided under the record's own label. */
export function recordedWithoutOpener(label: Passage, entries: readonly TextEntry[]): Decision[] {
  const body = entries.filter((entry) => !isBareThat(entry.passage.text) && !LEADS_INTO_RECORD.test(entry.passage.text))
  const labels = body.flatMap((entry) => (entry.label ? [entry.label] : []))
  const start = body.findIndex((entry) => entry.label !== null && entry.label.style !== 'dotted')
  const make = (items: Item[]): Decision[] => [
    { at: 0, opener: label, formal: true, narrated: false, items, outcome: undefined, number: null, details: [] },
  ]
  if (start >= 0 && isList(labels)) return make(limbs(EMPTY_PASSAGE, body.slice(start)))
  const sentences = body.filter((entry) => DECIDING_SENTENCE.test(entry.passage.text))
  return sentences.length > 0 ? make(sentences.map((entry) => unnumberedItem(entry.passage))) : []
}

/** "The Policy Committee:", "That Cabinet", "Officer recommendations:": who decides, before what. */
const LEADS_INTO_RECORD =
  /^(?:that\s)?(?:the\s)?(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the)(?:\s(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the|,)){0,9}\s?(?:[:;,–—-]+|(?:agreed|resolved|decided|approved)(?:\sto|\sthat)?\s?[:–—-]*)?$|^(?:officer|committee|cabinet) recommendations?\s?:?$/u
/** How a limb begins that says what a body did. */
const DECIDED_LIMB =
  /^(?:unanimously )?(?:approved|agreed|noted|authorised|delegated|endorsed|adopted|accepted|rejected|refused|deferred|referred|appointed|confirmed|supported|granted|resolved|decided|received|declined|requested|asked|instructed|welcomed)\b/iu
/** How a sentence of a record begins that says what was decided. */
const DECIDING_SENTENCE =
  /^(?:that|to|(?:the\s(?:[\p{L}’'&-]+\s){1,8})?(?:approved?|agreed?|noted?|authorised?|delegated?|endorsed?|adopted?|accepted?|rejected?|refused?|deferred?|referred?|appointed?|confirmed?|supported?|granted?|resolved?|decided?|initiated?|received?|declined?)s?)\b/iu
