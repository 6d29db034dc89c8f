import type { Entry, TextEntry } from '../outline/outline.ts'
import type { Label } from '../recognise/numbers.ts'
import { romanValue } from '../recognise/numbers-core.ts'

/** An entry that has a label, and where it is among the paper's entries. */
export interface Anchor {
  at: number
  entry: TextEntry
  label: Label
}

/** Labels that are counted in one way one after the other: "1. 2. 3.", "R1 R2", "7.2.1 7.2.2", "Recommendation 1 … 2". */
export interface Chain {
  /** How they are counted and set: what a label must share to go on with the chain. */
  family: string
  anchors: Anchor[]
}

/** One way to read a label: the family that it would be of, and its rank there. */
interface Reading {
  family: string
  rank: number
  /** What it costs to read it so. */
  price: number
}

/** A chain may leave out this many numbers; more, and it is another. */
const MOST_LEFT_OUT = 2
/** A number that is not the first begins a chain only where the next is within this many entries. */
const FARTHEST_NEXT = 60
/** A label goes on with a chain that was last heard of this many entries ago at most, unless a word names what is counted. */
const FARTHEST_BACK = 1200

const lowerOrUpper = (token: string, lower: string, upper: string) => (token === token.toLowerCase() ? lower : upper)

/** A label that is set otherwise than its list costs as much as a gap of numbers within this many entries. */
const OTHERWISE_SET = 12

/** The ways in which the first level of a label may be counted: as it is set, and, at a price, as its list may be. */
function readings({ levels, style, bracketed, word, text }: Label, headed: boolean): Reading[] {
  const [first = ''] = levels
  const own = word ?? ''
  const mark = bracketed ? ')' : (/[.:]$/u.exec(text.trim())?.[0] ?? '')
  const form = word !== null || levels.length > 1 ? '' : `${text.trim().startsWith('(') ? '(' : ''}${mark}`
  const counted = (kind: string, rank: number, set: string, sets: readonly string[]): Reading[] => [
    { family: `${own}|${set}|${kind}`, rank, price: 0 },
    ...sets.filter((other) => other !== set).map((other) => ({ family: `${own}|${other}|${kind}`, rank, price: OTHERWISE_SET })),
  ]
  const set = headed && word === null ? 'heading' : ''
  const sets = word === null ? ['', 'heading'] : ['']
  if (/^\d{1,6}$/u.test(first)) {
    const rank = Number(first)
    const forms = levels.length > 1 || word !== null ? [''] : ['.', '', ')', '()', ':']
    const kind = (mark: string) => `1|${mark}`
    return [
      ...counted(kind(levels.length > 1 ? '' : form), rank, set, sets),
      ...forms
        .filter((other) => other !== form)
        .flatMap((other) => counted(kind(other), rank, set, []))
        .map((reading) => ({ ...reading, price: OTHERWISE_SET })),
    ]
  }
  // "6.0 Recommendations" counts chapters: what is counted below it is 6.1, not 6.2.
  const chapter = /^(\d+)\.0$/u.exec(first)
  if (chapter) return counted('0|', Number(chapter[1]), set, sets)
  const dotted = /^((?:\d+\.)+)(\d+)$/u.exec(first)
  if (dotted) return counted(`${dotted[1] ?? ''}|`, Number(dotted[2]), set, sets)
  const coded = /^(.*?)(\d{1,4})$/u.exec(first)
  if (coded && style === 'reference') return counted(`${coded[1] ?? ''}|`, Number(coded[2]), set, sets)
  // Letters count parts: whether one is set as a heading says nothing.
  const found: Reading[] = []
  if (/^[A-Za-z]$/u.test(first)) {
    const rank = first.toLowerCase().charCodeAt(0) - 96
    found.push({ family: `${own}||${lowerOrUpper(first, 'a', 'A')}|${form}`, rank, price: 0 })
    if (rank > 1) found.push({ family: `${own}||${lowerOrUpper(first, 'A', 'a')}|${form}`, rank, price: OTHERWISE_SET })
  }
  const roman = romanValue(first)
  if (roman !== null) found.push({ family: `${own}||${lowerOrUpper(first, 'i', 'I')}|${form}`, rank: roman, price: 0 })
  return found.length > 0 ? found : [{ family: `${own}|${set}|${first}|`, rank: 1, price: 0 }]
}

interface Open {
  chain: Chain
  rank: number
  last: number
}

/**
 * The chains of a paper: each label goes on with the chain whose next number it is, the one heard of last before others;
 * a first number begins a chain of its own, and so does any number that the next of its family follows. It rests on
 * writers counting without gaps: which "3." continues which list shows in the numbers before it, wherever they are.
 */
export function findChains(entries: readonly Entry[]): Chain[] {
  const anchors = entries.flatMap((entry, at): Anchor[] =>
    entry.type !== 'table' && entry.label ? [{ at, entry, label: entry.label }] : [],
  )
  const chains: Chain[] = []
  const open = new Map<string, Open[]>()
  for (const [index, anchor] of anchors.entries()) {
    const headed = anchor.entry.type === 'heading'
    const read = readings(anchor.label, headed)
    const best = read
      .flatMap((reading) =>
        (open.get(reading.family) ?? []).map((candidate) => ({
          reading,
          candidate,
          cost: reading.price + cost(candidate, reading, anchor),
        })),
      )
      .filter(({ cost: value, reading }) => value < Infinity && (reading.price === 0 || mayJoin(reading, anchor, anchors, index)))
      .sort((a, b) => a.cost - b.cost)[0]
    const begins = read.find(({ rank, price }) => rank === 1 && price === 0)
    // "1." may go on with nothing: it begins anew, unless parts of the same number follow one another.
    if (best && !(begins && best.reading.rank === 1 && anchor.label.levels.length === 1)) {
      best.candidate.chain.anchors.push(anchor)
      best.candidate.rank = best.reading.rank
      best.candidate.last = anchor.at
      continue
    }
    const reading = begins ?? read.find((one) => one.price === 0 && (anchor.label.word !== null || follows(anchors, index, one, headed)))
    if (!reading) continue
    const chain: Chain = { family: reading.family, anchors: [anchor] }
    chains.push(chain)
    const list = open.get(reading.family) ?? []
    list.push({ chain, rank: reading.rank, last: anchor.at })
    if (list.length > MOST_OPEN) list.splice(longestUnheard(list), 1)
    open.set(reading.family, list)
  }
  return chains
}

/** So many chains of a family stay open: which number goes on with the fiftieth list back, no reader could say. */
const MOST_OPEN = 50

function longestUnheard(list: readonly Open[]): number {
  return list.reduce((oldest, { last }, index) => (last < (list[oldest]?.last ?? last) ? index : oldest), 0)
}

/** A number that is printed twice directly follows its twin. */
const NEAREST_TWIN = 2

/** A title is no longer. */
const LONGEST_TITLE = 120

/** Whether a label that is set otherwise can be of a chain: a title among headings; a heading among paragraphs where it is a sentence, or they go on after it. */
function mayJoin(reading: Reading, { entry }: Anchor, anchors: readonly Anchor[], index: number): boolean {
  const headed = entry.type === 'heading'
  const toHeaded = reading.family.split('|')[1] === 'heading'
  if (headed === toHeaded) return true
  if (toHeaded) return entry.body.text.length <= LONGEST_TITLE
  return SENTENCE.test(entry.body.text) || follows(anchors, index, reading, false)
}

/** No title: bold type alone makes a heading of it. "The rate should fall. (Paragraph 7)" */
const SENTENCE = /\p{L}[.;]["”’]?(?:\s\([^()]{1,60}\))?$/u

/** How little a label fits a chain: 0 where it is the next number right after; infinite where it cannot be of it. */
function cost({ rank, last, chain }: Open, reading: Reading, { at, label }: Anchor): number {
  const step = reading.rank - rank
  const partOf = step === 0 && (label.levels.length > 1 || (at - last <= NEAREST_TWIN && rank > 1))
  if (!partOf && (step < 1 || step > 1 + MOST_LEFT_OUT)) return Infinity
  const distance = at - last
  if (label.word === null && distance > FARTHEST_BACK) return Infinity
  const look = chain.anchors.at(-1)?.entry
  const unlike = look && look.bold !== chain.anchors[0]?.entry.bold ? 1 : 0
  return (partOf ? 0 : step - 1) * 40 + distance / 10 + unlike
}

function follows(anchors: readonly Anchor[], index: number, { family, rank }: Reading, headed: boolean): boolean {
  const from = anchors[index]?.at ?? 0
  for (const next of anchors.slice(index + 1)) {
    if (next.at - from > FARTHEST_NEXT) return false
    if (
      readings(next.label, headed && next.entry.type === 'heading').some(
        (reading) => reading.family === family && reading.rank === rank + 1,
      )
    )
      return true
  }
  return false
}
