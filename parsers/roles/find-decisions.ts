import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { Outcome } from '../../schema/records.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { endsInCarried, readBackReference, readFollowing, readMotionHead, readMoverLine } from '../recognise/motions.ts'
import { findResolutionOpener, isBareThat, isVote } from '../recognise/resolutions.ts'
import type { Item } from '../records/items.ts'
import { isList, limbs, unnumberedItem } from '../records/limbs.ts'

/** Something that was decided: its words limb by limb, by what words it was decided, and what stands beside it. */
export interface Decision {
  /** Where it begins among the entries that were read. */
  at: number
  /** The words that decide: "RESOLVED that", "Carried."; empty where only the section's label does. */
  opener: Passage
  /** Set as minutes set what is decided, at the head of a line or behind its mover; not told in the middle of a text. */
  formal: boolean
  items: Item[]
  /** What became of it where the words behind or before it say so; undefined where the opener and its own words do. */
  outcome: Outcome | null | undefined
  /** The number printed with the mover or the text. */
  number: { value: string; passage: Passage } | null
  /** Movers, votes and the like, under their labels. */
  details: { label: string; passage: Passage }[]
}

const IN_CAPITALS = /\p{Lu}{4}/u
/** How far below its mover a motion's fate may be told. */
const LONGEST_MOTION = 40

/** All that was decided in a stretch of a paper: by openers, by motions and their fates, by sentences that tell of either. */
export function findDecisions(entries: readonly TextEntry[]): Decision[] {
  const openers = entries.map((entry) => findResolutionOpener(entry.passage.text))
  const formal = openers.findLastIndex((opener) => opener?.start === 0 && IN_CAPITALS.test(opener.text))
  const found: Decision[] = []
  let movers: Decision['details'] = []
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry) continue
    const { text } = entry.passage
    const mover = readMoverLine(text)
    if (mover && !openers[at]) {
      movers.push({ label: mover, passage: entry.passage })
      continue
    }
    const motion = readMotionHead(entry)
    const moved = motion ? motionFrom(entries, at, openers) : null
    if (motion && moved) {
      found.push({ ...moved.decision, details: [...movers, ...motion.details] })
      movers = []
      at = moved.end - 1
      continue
    }
    const opener = openers[at]
    if (opener && !(at < formal && opener.start > 0 && !IN_CAPITALS.test(opener.text))) {
      const read = openedFrom(entries, at, openers)
      if (read) {
        found.push({ ...read.decision, details: movers })
        movers = []
        at = read.end - 1
        continue
      }
    }
    const told = toldFrom(entries, at, found)
    if (told) {
      found.push({ ...told.decision, details: movers })
      movers = []
      at = told.end - 1
    } else if (isHeading(entry)) movers = []
  }
  return found
}

type Read = { decision: Omit<Decision, 'details'>; end: number }
type Openers = readonly ReturnType<typeof findResolutionOpener>[]

/** What an opener begins: the rest of its line and what stands under it, to the next opener or motion. */
function openedFrom(entries: readonly TextEntry[], at: number, openers: Openers): Read | null {
  const entry = entries[at]
  const opener = openers[at]
  if (!entry || !opener) return null
  let stop = at + 1
  while (stop < entries.length && !openers[stop] && !startsAnother(entries[stop])) stop++
  const first = slicePassage(entry.passage, opener.end)
  const words = slicePassage(entry.passage, opener.start, opener.end)
  const narrated = opener.start > 0 && !IN_CAPITALS.test(words.text)
  // "NOTED." alone is all that was resolved; "RESOLVED that:-" alone has lost it.
  const alone = first.text === '' && /^\p{L}+\.$/u.test(words.text) && !entries[at + 1]?.label
  const below = entries.slice(at + 1, stop)
  const items = alone
    ? [unnumberedItem(sentenceTo(entry.passage, opener.end))]
    : narrated
      ? [unnumberedItem(toSentenceEnd(first))]
      : limbs(first, quotedTogether(below))
  return {
    decision: { at, opener: words, formal: !narrated, items, outcome: undefined, number: null },
    end: narrated || alone ? at + 1 : stop,
  }
}

/** Whether an entry begins the next motion, or says who moved it. */
function startsAnother(entry: TextEntry | undefined): boolean {
  return entry !== undefined && (readMoverLine(entry.passage.text) !== null || readMotionHead(entry) !== null)
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

/** A motion behind its mover: the words to where its fate is told. */
function motionFrom(entries: readonly TextEntry[], at: number, openers: Openers): Read | null {
  const entry = entries[at]
  const head = entry ? readMotionHead(entry) : null
  if (!entry || !head) return null
  const bodies: { passage: Passage; entry: TextEntry }[] = []
  if (head.rest.text !== '') bodies.push({ passage: head.rest, entry })
  let end = at + 1
  let fate = bodies[0] ? endsInCarried(bodies[0].passage.text) : null
  for (; fate === null && end < Math.min(entries.length, at + LONGEST_MOTION); end++) {
    const next = entries[end]
    if (!next || readMotionHead(next) || (isHeading(next) && next.label === null && next.type === 'heading')) break
    // "Proposed by …; Seconded by …; And Resolved:": the opener below has the words.
    if (openers[end]?.start === 0 && bodies.length === 0) return null
    bodies.push({ passage: next.passage, entry: next })
    fate = endsInCarried(next.passage.text)
  }
  const last = bodies.at(-1)
  if (!last || (fate === null && head.number === null)) return null
  const opener = fate ? slicePassage(last.passage, fate.start, fate.end) : EMPTY_PASSAGE
  if (fate) last.passage = slicePassage(last.passage, 0, fate.start)
  const kept = bodies.filter(({ passage }) => passage.text !== '')
  const [first, ...rest] = kept
  if (!first) return null
  const below = rest.map(({ passage, entry: own }) =>
    passage === own.passage ? own : { ...own, passage, body: own.label ? slicePassage(passage, own.label.end) : passage },
  )
  const items = motionItems(first.passage, below)
  return { decision: { at, opener, formal: true, items, outcome: fate ? fate.outcome : null, number: head.number }, end }
}

/** The limbs of a motion: all that stands before the first label is one text, and what stands behind a part is of it. */
function motionItems(first: Passage, below: readonly TextEntry[]): Item[] {
  const start = below.findIndex((entry) => entry.label !== null && /^(?:1|a|i|A)$/u.test(entry.label.levels[0] ?? ''))
  const lead = joinPassages([first, ...below.slice(0, start < 0 ? below.length : start).map((entry) => entry.passage)])
  if (start < 0) return limbs(lead, [])
  const parts = limbs(EMPTY_PASSAGE, below.slice(start))
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
          items: items.map(({ item }) => item),
          outcome: following.outcome,
          number: null,
        },
        end: at + 1 + (items.at(-1)?.end ?? 0),
      }
  }
  const back = readBackReference(entry.passage.text)
  if (!back) return null
  const opener = slicePassage(entry.passage, back.start, back.end)
  const words = wordsBefore(entries, at, found)
  if (!words) return null
  return { decision: { at, opener, formal: false, items: [unnumberedItem(words)], outcome: back.outcome, number: null }, end: at + 1 }
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
  const make = (items: Item[]): Decision[] => [{ at: 0, opener: label, formal: true, items, outcome: undefined, number: null, details: [] }]
  if (start >= 0 && isList(labels)) return make(limbs(EMPTY_PASSAGE, body.slice(start)))
  const sentences = body.filter((entry) => DECIDING_SENTENCE.test(entry.passage.text))
  return sentences.length > 0 ? make(sentences.map((entry) => unnumberedItem(entry.passage))) : []
}

/** "The Policy Committee:", "That Cabinet", "Officer recommendations:": who decides, before what. */
const LEADS_INTO_RECORD =
  /^(?:that\s)?(?:the\s)?(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the)(?:\s(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the|,)){0,9}\s?(?:[:;,–—-]+|(?:agreed|resolved|decided|approved)(?:\sto|\sthat)?\s?[:–—-]*)?$|^(?:officer|committee|cabinet) recommendations?\s?:?$/u
/** How a sentence of a record begins that says what was decided. */
const DECIDING_SENTENCE =
  /^(?:that|to|(?:the\s(?:[\p{L}’'&-]+\s){1,8})?(?:approved?|agreed?|noted?|authorised?|delegated?|endorsed?|adopted?|accepted?|rejected?|refused?|deferred?|referred?|appointed?|confirmed?|supported?|granted?|resolved?|decided?|initiated?|received?|declined?)s?)\b/iu
