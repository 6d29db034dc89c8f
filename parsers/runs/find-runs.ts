import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { entryToStretches, isOpen } from '../outline/items.ts'
import { blockEntries, type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { type Label, nextNumber } from '../recognise/numbers.ts'
import { closingReference, type Mood, moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { belongs, isNote, type OpenItem } from './belongs.ts'
import { type Anchor, type Chain, findChains } from './chains.ts'
import { headingsAbove } from './headings-above.ts'
import { leadInOf } from './lead-in.ts'
import { plainRuns } from './plain-runs.ts'
import type { Run, RunForm, RunItem } from './run.ts'
import { isPlan, tableRuns } from './table-runs.ts'

/** Parts are within this many entries of the end of what they are parts of. */
const NEAREST_PART = 2
/** Parts that have begun go on over this many entries that are not among them. */
const NEAREST_OF_PARTS = 5
/** An item without a successor ends here at the latest. */
const LONGEST_LAST_ITEM = 60
/** The words of a title; a longer one is a text. */
const LONGEST_TITLE = 160

/** All that is enumerated in a paper: its chains of labels with their parts, its bullets, its paragraphs under one heading. */
export function findRuns(entries: readonly Entry[]): Run[] {
  const chains = findChains(entries)
  const chainOf = new Map<number, { chain: Chain; position: number }>()
  for (const chain of chains) for (const [position, anchor] of chain.anchors.entries()) chainOf.set(anchor.at, { chain, position })
  const numbered = chains.map((chain) => readChain(entries, chain, chainOf))
  return [...numbered, ...plainRuns(entries), ...tableRuns(entries)]
}

/** A cell with fewer paragraphs holds no list. */
const LEAST_IN_A_CELL = 3
/** Entries within cells are counted from here, so that none is read as one outside. */
const CELLS_FROM = 1_000_000

/** What is enumerated within the long cells of tables that are forms, not plans: a coroner's report, a decision sheet. */
export function findCellRuns(entries: readonly Entry[]): Run[] {
  let from = CELLS_FROM
  return entries.flatMap((entry, at) => {
    if (entry.type !== 'table' || isPlan(entry.table)) return []
    return entry.table.rows.flat().flatMap((cell) => {
      const inside = blockEntries(cell.blocks)
      if (inside.length < LEAST_IN_A_CELL) return []
      const offset = from
      from += inside.length
      const { over } = headingsAbove(entries, at)
      return findRuns(inside).map((run) => ({ ...shifted(run, offset, over), within: at }))
    })
  })
}

/** A run of a cell with its places among all entries, and the headings over the table as headings further up. */
function shifted(run: Run, offset: number, over: Run['over']): Run {
  return {
    ...run,
    start: run.start + offset,
    end: run.end + offset,
    further: [...run.further, ...over],
    items: run.items.map((item) => ({ ...item, at: item.at + offset, entries: item.entries.map((entry) => entry + offset) })),
  }
}

type ChainOf = ReadonlyMap<number, { chain: Chain; position: number }>

/** Whether a chain counts parts of an item: it begins there, with its first, in a lower way than the item's own. */
function isPartChain(own: Chain, other: Chain, at: number, text: string): boolean {
  if (other.anchors[0]?.at !== at || other === own) return false
  const [word = '', headed = ''] = other.family.split('|')
  if (word !== '' || headed !== '') return false
  const lower = /\|(?:[aAiI])\|/u.test(other.family) || /\)$/u.test(other.family)
  const ownNamed = !own.family.startsWith('|') || /^\|\|[^|]*[A-Z]/u.test(own.family) || own.family.startsWith('|heading')
  const first = other.anchors[0]
  const dotted = /\|\|((?:\d+\.)+)\|/u.exec(other.family)?.[1]
  if (dotted) return own.anchors.some((anchor) => `${anchor.label.number}.` === dotted)
  return (
    (lower && other.family !== own.family) ||
    ownNamed ||
    // Words that are left open lead into what is counted below.
    (isOpen(text) && !/[;,]$/u.test(text)) ||
    (first !== undefined && own.anchors.some((anchor) => anchor.at < at && anchor.entry.depth < first.entry.depth))
  )
}

function readChain(entries: readonly Entry[], chain: Chain, chainOf: ChainOf): Run {
  const items: RunItem[] = []
  let theme: Passage | null = null
  let between = 0
  let end = 0
  const [head] = chain.anchors
  const most = (test: (anchor: Anchor) => boolean) => chain.anchors.filter(test).length * 2 > chain.anchors.length
  const headed = most(({ entry }) => entry.type === 'heading')
  const referenced = most(({ entry }) => closingReference(entry.passage.text) !== null)
  for (const [position, anchor] of chain.anchors.entries()) {
    const next = chain.anchors[position + 1]?.at ?? Math.min(entries.length, anchor.at + LONGEST_LAST_ITEM)
    const read = readItem(entries, anchor, next, {
      chain,
      chainOf,
      theme,
      referenced,
      last: position === chain.anchors.length - 1,
    })
    items.push(...read.items, ...lostItem(entries, chain, position, read.loose))
    theme = read.theme
    between += position === chain.anchors.length - 1 ? 0 : read.between
    end = read.end
  }
  const word = head?.label.word ?? null
  const form: RunForm = word !== null ? 'labelled' : headed ? 'headed' : 'numbered'
  return {
    form,
    family: chain.family,
    items,
    start: head?.at ?? 0,
    end,
    ...headingsAbove(entries, head?.at ?? 0),
    leadIn: leadInOf(entries, head?.at ?? 0),
    between,
  }
}

interface ItemContext {
  chain: Chain
  chainOf: ChainOf
  theme: Passage | null
  /** Most items of the chain are closed by a reference: one goes on to its own. */
  referenced: boolean
  last: boolean
}

/** One item and its parts: what is from its label to where the text goes on with something else. */
function readItem(entries: readonly Entry[], anchor: Anchor, next: number, { chain, chainOf, theme, referenced, last }: ItemContext) {
  const items: RunItem[] = startItems(anchor.entry, anchor.at, 0, theme, labelBelow(entries, anchor.at))
  const first = items[0]
  let open: OpenItem = {
    first: anchor.entry,
    last: null,
    text: items.at(-1)?.body.at(-1)?.text ?? '',
    headed: anchor.entry.type === 'heading',
    marked: true,
  }
  const parts = new Set<Chain>()
  let closed = 0
  let between = 0
  const loose: number[] = []
  let end = anchor.at + 1
  let nextTheme = theme
  // A heading that names the item, or a short line over its words, is its title.
  if (first && items.length === 1 && isTitle(anchor.entry, entries[anchor.at + 1])) {
    const title = joinPassages(first.body)
    first.title = title.text === '' ? null : slicePassage(title, 0)
    first.body = []
    open.text = ''
  }
  for (let index = anchor.at + 1; index < next; index++) {
    const entry = entries[index]
    if (!entry) break
    if (entry.type === 'table') {
      closed++
      continue
    }
    if (isNote(entry) || entry.passage.text === '') continue
    const counted = chainOf.get(index)
    const part = counted && (parts.has(counted.chain) || (isPartChain(chain, counted.chain, index, open.text) && closed < NEAREST_PART))
    if (counted && part && closed <= (parts.has(counted.chain) ? NEAREST_OF_PARTS : NEAREST_PART)) {
      parts.add(counted.chain)
      const started = startItems(entry, index, 1, null, labelBelow(entries, index))
      items.push(...started)
      open = { ...open, last: null, text: started.at(-1)?.body.at(-1)?.text ?? '' }
      closed = 0
      end = index + 1
      continue
    }
    // Counted from the first on once more: another list begins.
    if (last && counted?.position === 0 && counted.chain.family === chain.family) break
    if (
      isHeading(entry) &&
      !(first?.title === null && open.text === '') &&
      !(anchor.entry.bold && entry.type === 'paragraph' && belongs(entry, open))
    ) {
      nextTheme = entry.label?.word ? nextTheme : entry.passage
      closed += NEAREST_PART + 1
      if (last) break
      between++
      continue
    }
    if (
      isHeading(entry) &&
      first &&
      first.title === null &&
      open.text === '' &&
      entry.passage.text.length <= LONGEST_TITLE &&
      entry.type === 'heading' &&
      !RECOMMENDING_MOODS.has(moodOf(entry.passage.text))
    ) {
      first.title = entry.passage
      first.entries.push(index)
      end = index + 1
      continue
    }
    if (closed === 0 && (belongs(entry, open) || (referenced && closesItem(entry, open)))) {
      const target = items.at(-1)
      target?.body.push(entry.passage)
      target?.entries.push(index)
      open = { ...open, last: entry, text: entry.passage.text }
      end = index + 1
      continue
    }
    closed++
    between++
    loose.push(index)
    if (last && closed > NEAREST_PART) break
  }
  return { items, theme: nextTheme === theme ? theme : nextTheme, between, loose, end }
}

/** Whether an item without its closing reference goes on in a paragraph that has one. */
const closesItem = (entry: TextEntry, { first, text }: OpenItem) =>
  !isHeading(entry) &&
  entry.label === null &&
  text !== '' &&
  first.look.box === entry.look.box &&
  closingReference(text) === null &&
  closingReference(entry.passage.text) !== null

const firstWord = (text: string | undefined) => /^\p{L}+/u.exec(text ?? '')?.[0]

/**
 * An item that has lost its number: where one number is missing between two, and exactly one paragraph between them begins as both of
 * them do ("That …"). It rests on lists whose items are written alike; reasons between items begin in ways of their own.
 */
function lostItem(entries: readonly Entry[], chain: Chain, position: number, loose: readonly number[]): RunItem[] {
  const [before, after] = [chain.anchors[position], chain.anchors[position + 1]]
  const missing = before ? nextNumber(before.label.number) : null
  if (!before || !after || missing === null || nextNumber(missing) !== after.label.number) return []
  const word = firstWord(before.entry.body.text)
  if (word === undefined || firstWord(after.entry.body.text) !== word) return []
  const alike = loose.flatMap((at) => {
    const entry = entries[at]
    return entry && entry.type !== 'table' && firstWord(entry.passage.text) === word ? [{ at, entry }] : []
  })
  const [only] = alike
  if (!only || alike.length > 1) return []
  const label: Label = { ...before.label, number: missing, levels: [missing] }
  return [
    {
      at: only.at,
      entries: [only.at],
      entry: only.entry,
      label,
      labelPassage: EMPTY_PASSAGE,
      title: null,
      body: [only.entry.passage],
      depth: 0,
      theme: null,
    },
  ]
}

/** The number of the next labelled entry right below: a part in running text is one where it goes on there. */
function labelBelow(entries: readonly Entry[], at: number): string | null {
  for (const entry of entries.slice(at + 1, at + 1 + NEAREST_PART)) if (entry.type !== 'table' && entry.label) return entry.label.number
  return null
}

/** The label of an entry and what follows it on the line, with the parts that are in its running text. */
function startItems(entry: TextEntry, at: number, depth: number, theme: Passage | null, below: string | null): RunItem[] {
  return entryToStretches(entry, null, below).map((stretch, index) => ({
    at,
    entries: [at],
    entry,
    label: stretch.label,
    labelPassage: stretch.labelPassage,
    title: null,
    body: stretch.body.filter(({ text }) => text !== ''),
    depth: depth + (index > 0 ? 1 : 0),
    theme,
  }))
}

/** Words that a title has none of. */
const ENDS_TEXT = /[.;:!?]["”’)]?$/u

/** "Replace worn swings" names the words below where they put it in full: "The Council should replace the swings at …". */
const LONGEST_INSTRUCTION = 70
const PUTS: ReadonlySet<Mood> = new Set<Mood>(['asks', 'wishes', 'obliges'])

/** Whether what follows a label on its line is a name for the words below: a heading, or a short line that wishes nothing. */
function isTitle(entry: TextEntry, next: Entry | undefined): boolean {
  const text = entry.body.text
  if (text.length > LONGEST_TITLE || ENDS_TEXT.test(text) || next === undefined || next.type === 'table') return false
  if (text === '') return false
  if (next.label !== null && next.label.word === entry.label?.word && nextNumber(entry.label?.number ?? '') === next.label.number)
    return false
  const wishes = RECOMMENDING_MOODS.has(moodOf(text)) && /\s/u.test(text)
  if (isHeading(entry)) return !isHeading(next) && !(wishes && /\b(?:should|must|that|be)\b/iu.test(text) && text.length > 60)
  const named = !wishes || (moodOf(text) === 'instructs' && text.length <= LONGEST_INSTRUCTION && PUTS.has(moodOf(next.passage.text)))
  return named && entry.label?.word !== null && !isHeading(next) && next.label === null && !/^[\p{Ll}]/u.test(next.passage.text)
}
