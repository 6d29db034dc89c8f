import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { nextNumber } from '../recognise/numbers.ts'
import { moodOf, RECOMMENDING_MOODS } from '../recognise/speech.ts'
import { entryToStretches } from '../records/items.ts'
import { belongs, isNote, type OpenItem } from './belongs.ts'
import { type Anchor, type Chain, findChains } from './chains.ts'
import { headingsAbove, isThemeLine } from './headings-above.ts'
import type { Run, RunForm, RunItem } from './run.ts'

/** Parts stand within this many entries of the end of what they are parts of. */
const NEAREST_PART = 2
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
  return [...numbered, ...plainRuns(entries)]
}

type ChainOf = ReadonlyMap<number, { chain: Chain; position: number }>

/** Whether a chain counts parts of an item: it begins there, with its first, in a lower way than the item's own. */
function isPartChain(own: Chain, other: Chain, at: number): boolean {
  if (other.anchors[0]?.at !== at || other === own) return false
  const [word = '', headed = ''] = other.family.split('|')
  if (word !== '' || headed !== '') return false
  const lower = /\|(?:[aAiI])\|/u.test(other.family) || /\)$/u.test(other.family)
  const ownNamed = !own.family.startsWith('|') || /^\|\|[^|]*[A-Z]/u.test(own.family) || own.family.startsWith('|heading')
  const first = other.anchors[0]
  const dotted = /\|\|((?:\d+\.)+)\|/u.exec(other.family)?.[1]
  if (dotted) return own.anchors.some((anchor) => `${anchor.label.number}.` === dotted)
  return (
    lower || ownNamed || (first !== undefined && own.anchors.some((anchor) => anchor.at < at && anchor.entry.depth < first.entry.depth))
  )
}

function readChain(entries: readonly Entry[], chain: Chain, chainOf: ChainOf): Run {
  const items: RunItem[] = []
  let theme: Passage | null = null
  let between = 0
  let end = 0
  const [head] = chain.anchors
  const headed = chain.anchors.filter(({ entry }) => entry.type === 'heading').length * 2 > chain.anchors.length
  for (const [position, anchor] of chain.anchors.entries()) {
    const next = chain.anchors[position + 1]?.at ?? Math.min(entries.length, anchor.at + LONGEST_LAST_ITEM)
    const read = readItem(entries, anchor, next, { chain, chainOf, theme, last: position === chain.anchors.length - 1 })
    items.push(...read.items)
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
  last: boolean
}

/** One item and its parts: what stands from its label to where the text goes on with something else. */
function readItem(entries: readonly Entry[], anchor: Anchor, next: number, { chain, chainOf, theme, last }: ItemContext) {
  const items: RunItem[] = startItems(anchor.entry, anchor.at, 0, theme)
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
    const part = counted && (parts.has(counted.chain) || (isPartChain(chain, counted.chain, index) && closed < NEAREST_PART))
    if (counted && part && closed <= NEAREST_PART) {
      parts.add(counted.chain)
      const started = startItems(entry, index, 1, null)
      items.push(...started)
      open = { ...open, last: null, text: started.at(-1)?.body.at(-1)?.text ?? '' }
      closed = 0
      end = index + 1
      continue
    }
    if (
      isHeading(entry) &&
      !(first?.title === null && open.text === '') &&
      !(anchor.entry.bold && entry.type === 'paragraph' && belongs(entry, open))
    ) {
      nextTheme = entry.passage
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
    if (closed === 0 && belongs(entry, open)) {
      const target = items.at(-1)
      target?.body.push(entry.passage)
      target?.entries.push(index)
      open = { ...open, last: entry, text: entry.passage.text }
      end = index + 1
      continue
    }
    closed++
    between++
    if (last && closed > NEAREST_PART) break
  }
  return { items, theme: nextTheme === theme ? theme : nextTheme, between, end }
}

/** The label of an entry and what follows it on the line, with the parts that stand in its running text. */
function startItems(entry: TextEntry, at: number, depth: number, theme: Passage | null): RunItem[] {
  return entryToStretches(entry, null).map((stretch, index) => ({
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

/** Whether what follows a label on its line is a name for the words below: a heading, or a short line that wishes nothing. */
function isTitle(entry: TextEntry, next: Entry | undefined): boolean {
  const text = entry.body.text
  if (text.length > LONGEST_TITLE || ENDS_TEXT.test(text) || next === undefined || next.type === 'table') return false
  if (text === '') return false
  if (next.label !== null && next.label.word === entry.label?.word && nextNumber(entry.label?.number ?? '') === next.label.number)
    return false
  const wishes = RECOMMENDING_MOODS.has(moodOf(text)) && /\s/u.test(text)
  if (isHeading(entry)) return !isHeading(next) && !(wishes && /\b(?:should|must|that|be)\b/iu.test(text) && text.length > 60)
  return !wishes && entry.label?.word !== null && !isHeading(next) && next.label === null && !/^[\p{Ll}]/u.test(next.passage.text)
}

/** The paragraph right before a run, if it leads into it. */
export function leadInOf(entries: readonly Entry[], at: number): TextEntry | null {
  for (let index = at - 1; index >= 0 && index >= at - 2; index--) {
    const entry = entries[index]
    if (!entry || entry.type === 'table') return null
    if (isNote(entry) || entry.passage.text === '') continue
    if (isThemeLine(entry) && index > 0) return leadInOf(entries, index) ?? entry
    return isHeading(entry) && !/[:]$/u.test(entry.passage.text) ? null : entry
  }
  return null
}

/** Bullets, and paragraphs without numbers, that stand under one heading or lead-in. */
function plainRuns(entries: readonly Entry[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry || entry.type === 'table' || isHeading(entry) || entry.label !== null) continue
    const before = entries[at - 1]
    const opens = before === undefined || before.type === 'table' || isHeading(before) || entry.bullet
    if (!opens) continue
    const run = entry.bullet ? bulletRun(entries, at) : paragraphRun(entries, at)
    if (run && run.items.length > 0) {
      runs.push(run)
      if (entry.bullet) at = run.end - 1
    }
  }
  return runs
}

/** Bullets from `start` on, under themes too, until the text goes on with something else. */
function bulletRun(entries: readonly Entry[], start: number): Run | null {
  const items: RunItem[] = []
  const above = headingsAbove(entries, start)
  const level = above.over.find((entry) => !isThemeLine(entry))?.level ?? null
  let theme: Passage | null = null
  let pending: Passage | null = null
  let end = start
  for (let index = start; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || entry.type === 'table') break
    if (isNote(entry)) continue
    const last = items.at(-1)
    if (entry.bullet) {
      theme = pending ?? theme
      pending = null
      items.push({
        at: index,
        entries: [index],
        entry,
        label: null,
        labelPassage: EMPTY_PASSAGE,
        title: null,
        body: [entry.passage],
        depth: entry.depth,
        theme,
      })
      end = index + 1
    } else if (isHeading(entry) || isThemeLine(entry)) {
      // Themes within a list are lower than its heading, and bullets follow at once.
      const next = entries[index + 1]
      const lower = level === null || entry.level === null || entry.level >= level
      if (!lower || next === undefined || next.type === 'table' || !next.bullet) break
      if (entry.level !== null && level !== null && entry.level <= level && !isThemeLine(entry)) break
      pending = entry.passage
    } else if (
      last &&
      belongs(entry, { first: last.entry, last: null, text: last.body.at(-1)?.text ?? '', headed: false, marked: true }) &&
      entry.label === null
    ) {
      last.body.push(entry.passage)
      last.entries.push(index)
      end = index + 1
    } else break
  }
  const depth = Math.min(...items.map((item) => item.depth))
  return {
    form: 'bullets',
    family: '',
    items: items.map((item) => ({ ...item, depth: item.depth - depth })),
    start,
    end,
    ...above,
    leadIn: leadInOf(entries, start),
    between: 0,
  }
}

/** Paragraphs without numbers under one heading; what stands open goes on in the next. */
function paragraphRun(entries: readonly Entry[], start: number): Run | null {
  const items: RunItem[] = []
  let end = start
  for (let index = start; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || entry.type === 'table' || (isHeading(entry) && index > start) || entry.label !== null) break
    if (isNote(entry)) continue
    const last = items.at(-1)
    const goesOn =
      last &&
      (entry.bullet ||
        belongs(entry, { first: last.entry, last: last.entry, text: last.body.at(-1)?.text ?? '', headed: false, marked: false }))
    if (last && goesOn) {
      last.body.push(entry.passage)
      last.entries.push(index)
    } else
      items.push({
        at: index,
        entries: [index],
        entry,
        label: null,
        labelPassage: EMPTY_PASSAGE,
        title: null,
        body: [entry.passage],
        depth: 0,
        theme: null,
      })
    end = index + 1
  }
  return {
    form: 'paragraphs',
    family: '',
    items,
    start,
    end,
    ...headingsAbove(entries, start),
    leadIn: leadInOf(entries, start),
    between: 0,
  }
}
