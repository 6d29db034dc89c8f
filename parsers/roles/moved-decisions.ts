import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { PERSON_TITLES } from '../../schema/vocabulary/parties.ts'
import { REPORTING_VERBS } from '../../schema/vocabulary/speech.ts'
import { entryToStretches, type Item, splitInlineParts, stretchesToItems } from '../outline/items.ts'
import { isLeadIn, leadNotes, ledBy, limbs } from '../outline/limbs.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { type Carried, readCarried } from '../recognise/fates.ts'
import { type MotionLine, readMotionLine, readNumberLine } from '../recognise/motions.ts'
import { type Opener, readBodyLead, readOpener, SURE_OPENER } from '../recognise/openers.ts'
import { beginsList, type Decision, isQuoted, MOTION_WORDS, type Openers, type Read } from './decision.ts'

/** What is known of a motion before its words: its number, who moved it. */
export interface Pending {
  number: Decision['number']
  details: Decision['details']
  /** Entries since it was last heard of. */
  age: number
}

/** How far below its words a motion's fate may be told. */
const LONGEST_MOTION = 40

/** Whether an entry after who moved can be the words of the motion: it opens as one, is quoted, or its fate is reported. */
export function mayBeMotion(entry: TextEntry, opener: Opener | null): boolean {
  const { text } = entry.passage
  if (opener?.start === 0 && opener.strength >= SURE_OPENER) return /^(?:now,? )?(?:therefore,? )?be it\b|^whereas\b/iu.test(text)
  return MOTION_WORDS.test(text) || isQuoted(entry) || entry.label !== null || readCarried(text) !== null
}

/** "The motion was put", "Recorded vote", "For: …": what follows a motion's words and comes before its fate. */
export const BEHIND_WORDS =
  /^(?:the |an |a )?(?:\w+ )?(?:motion|amendment|vote|recorded vote|division|show of hands)\b|^(?:for|against|in favou?r|opposed|absent|yes|no|yeas?|nays?|ayes?|noes|abstain\w*)(?:\s?[:(\d]|\s[–—-]\s)|\b(?:recorded vote|named vote|division|poll|show of hands)\b.{0,60}\b(?:requested|called|taken|demanded|asked for)\b/iu
/** A passage without the sentences at its end that say who moved it or how it was voted on: "Vote 2-3.", "Seconded by A." */
export function withoutTail(passage: Passage): Passage {
  const starts = [...passage.text.matchAll(/[.;:”"]\s+(?=[\p{Lu}\d])/gu)]
  // "Roll call: Ash, aye; Elm, nay.": after a colon the words before it say what follows.
  const ends = starts.at(-1)
  const sentence = starts.findLast(({ 0: mark }) => !mark.startsWith(':'))
  const from = [ends, sentence].flatMap((start) => {
    const at = start ? start.index + start[0].length : 0
    return at > 0 && SAID_BEHIND.test(passage.text.slice(at)) ? [at] : []
  })[0]
  return from === undefined ? passage : withoutTail(slicePassage(passage, 0, from))
}
const SAID_BEHIND = new RegExp(
  String.raw`${BEHIND_WORDS.source}|^(?:up)?on (?:being put|a (?:\w+ )?(?:vote|division|show))\b|^(?:moved|proposed|seconded|(?:resolution )?(?:offered|introduced) by)\b|^roll\s?-?call\b|^all (?:ayes|in favou?r|voted)\b|^(?:the )?(?:chair|chairman|mayor|president|convener)[^.;]{0,40}? put (?:the|this) (?:motion|amendment|proposal|matter)\b|^\d+ (?:members?|councillors?) voted\b|^(?:\p{L}[\p{L}.’'-]*\s?){1,3}[,:] (?:aye|nay|yea|yes|no)\b`,
  'iu',
)

/** "Councillors Ash, Elm and Oak spoke against the amendment.": who speaks in debate, after the words that were moved. */
const DEBATES = new RegExp(
  String.raw`^(?:the\s)?(?:${PERSON_TITLES.join('|')}|members)\b\.?[\p{L}.,’'\s-]{0,120}?\s(?:${REPORTING_VERBS.join('|')}|exercised|debated|opposed)\b`,
  'iu',
)

/** Recitals say why, and are not among the words that were carried. */
const RECITAL = /^(?:and )?whereas\b/iu
const THEREFORE = /\b(?:now,?\s+)?therefore,?\s+be\s+it\b/iu

/** A motion after its mover: the words to where its fate is reported. */
export function motionFrom(entries: readonly TextEntry[], at: number, rest: Passage, pending: Pending, openers: Openers): Read | null {
  const entry = entries[at]
  if (!entry) return null
  const bodies: { passage: Passage; entry: TextEntry }[] = []
  const recitals: Passage[] = []
  const movers: Decision['details'] = []
  let fate: Carried | null = null
  let carried = EMPTY_PASSAGE
  let ended = false
  let amended = false
  let end = at
  for (; fate === null && end < Math.min(entries.length, at + LONGEST_MOTION); end++) {
    const next = entries[end]
    if (!next) break
    const passage = end === at ? rest : next.passage
    const below = end > at ? readMotionLine(passage) : null
    const mine = below && bodies.length > 0 && pending.details.length + movers.length === 0 && closesMotion(below, entries[end + 1])
    if (end > at && (readNumberLine(passage) !== undefined || (below && !mine))) break
    if (below) movers.push(...below.details)
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
    amended ||= end > at && AMENDING.test(passage.text)
    fate = readCarried(passage.text)
    if (fate) carried = slicePassage(passage, fate.start, fate.end)
    const words = withoutTail(fate ? slicePassage(passage, 0, fate.start) : passage)
    // Recitals and what they lead to may be one paragraph: "WHEREAS …; NOW THEREFORE BE IT RESOLVED THAT Council:".
    const therefore = RECITAL.test(words.text) ? words.text.search(THEREFORE) : -1
    if (therefore > 0) {
      recitals.push(slicePassage(words, 0, therefore))
      bodies.push({ passage: slicePassage(words, therefore), entry: next })
    } else if (RECITAL.test(words.text)) recitals.push(words)
    else if (!ended && (SAID_BEHIND.test(words.text) || (bodies.length > 0 && next.label === null && DEBATES.test(words.text))))
      ended = true
    else if (!ended && words.text !== '') bodies.push({ passage: words, entry: next })
  }
  const [first, ...more] = bodies
  const opener = openers[at]
  const waits = fate === null && (amended || entries.slice(end, end + 2).some(({ passage }) => AMENDING.test(passage.text)))
  if (!first || (fate === null && !waits && pending.number === null && !(opener && opener.strength >= SURE_OPENER))) return null
  // Without a fate only its opener says where a motion ends.
  if (fate === null && !waits && opener?.verb === 'moved') return null
  const opened = readOpener(first.passage.text)
  const lead = opened && opened.start === 0 && !opened.narrated ? slicePassage(first.passage, opened.end) : first.passage
  const below = more.map(cutTo)
  // "1. That the report be received." over "2. That …": the list begins with the motion's first words.
  const listed = lead === first.passage && beginsList(first.entry) && first.passage.text.startsWith(first.entry.label?.text ?? '')
  const items = listed ? limbs(EMPTY_PASSAGE, [cutTo(first), ...below]) : motionItems(lead, below)
  // Without a fate that stops the motion, what follows its last limb is not of it.
  return {
    decision: {
      at,
      opener: carried.text === '' ? slicePassage(first.passage, 0, opened && opened.start === 0 ? opened.end : 0) : carried,
      formal: true,
      narrated: false,
      items: fate || !opened ? items : limbs(lead, below),
      // A motion that was carried did what its words say: agreed, noted, referred.
      outcome:
        fate === null ? (opened ? undefined : null) : fate.outcome === 'agreed' ? (leadNotes(lead.text, items) ?? undefined) : fate.outcome,
      number: pending.number,
      details: [...pending.details, ...movers, ...recitals.map((passage) => ({ label: 'recital', passage }))],
    },
    end,
    waits,
  }
}

/** Whether who moved is said below the words, with what became of them: "Offered by A and seconded by B. Adopted." */
function closesMotion({ rest }: MotionLine, next: TextEntry | undefined): boolean {
  if (MOTION_WORDS.test(rest.text)) return false
  return readCarried(rest.text) !== null || (rest.text === '' && next !== undefined && readCarried(next.passage.text)?.start === 0)
}

/** An entry cut to the words of the motion that it holds. */
const cutTo = ({ passage, entry }: { passage: Passage; entry: TextEntry }): TextEntry =>
  passage === entry.passage ? entry : { ...entry, passage, body: entry.label ? slicePassage(passage, entry.label.end) : passage }

/** "An amendment was moved", "THAT the motion be amended by …": what was moved before waits for its fate. */
export const AMENDING =
  /^(?:an?\s)?amendment\b|\b(?:motion|resolution|clause \d+|it) be amended\b|\bmoved (?:an|the following|as an) amendment\b/iu

/** The limbs of a motion: all that precedes the first label is one text, and what follows a part is of it. */
function motionItems(first: Passage, below: readonly TextEntry[]): Item[] {
  const start = below.findIndex((entry) => beginsList(entry))
  // "… resolves to (i) cut the verges;" with "(ii)" at the head of the next line.
  const begun = start < 0 && below[0]?.label ? splitInlineParts(first, null, below[0].label.number) : null
  if (begun && begun.parts.length > 0) {
    return ledBy(begun.lead, stretchesToItems([...begun.parts, ...below.flatMap((entry) => entryToStretches(entry, null))]))
  }
  const lead = joinPassages([first, ...below.slice(0, start < 0 ? below.length : start).map((entry) => entry.passage)])
  if (start < 0) return limbs(lead, [])
  const parts = limbs(EMPTY_PASSAGE, below.slice(start))
  return isLeadIn(lead.text) || readBodyLead(lead.text) ? parts : ledBy(lead, parts)
}
