import { EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import { isOpen } from '../outline/items.ts'
import { type Entry, isHeading, type TextEntry } from '../outline/outline.ts'
import { moodOf, RECOMMENDING_MOODS, titledWish } from '../recognise/speech.ts'
import { belongs, isNote } from './belongs.ts'
import { headingsAbove, isThemeLine } from './headings-above.ts'
import { leadInOf, RECOMMENDS_THAT } from './lead-in.ts'
import type { Run, RunItem } from './run.ts'

/** Bullets, and paragraphs without numbers, that are under one heading or lead-in. */
export function plainRuns(entries: readonly Entry[]): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at]
    if (!entry || entry.type === 'table' || isHeading(entry) || entry.label !== null) continue
    const before = entries[at - 1]
    const opens = before === undefined || before.type === 'table' || isHeading(before) || entry.bullet || recommendsThat(before)
    if (!opens) continue
    const run = entry.bullet ? bulletRun(entries, at) : paragraphRun(entries, at)
    if (run && run.items.length > 0) {
      runs.push(run)
      if (entry.bullet) at = run.end - 1
    }
  }
  const asking = askingRun(entries)
  return asking ? [...runs, asking] : runs
}

/** A report asks for at least so much where it has no list and only its paragraphs ask. */
const LEAST_ASKING = 3
/** Nothing but small words is between who recommends and what. */
const ASKS_FIRST =
  /^(?:(?:therefore|accordingly|finally|lastly|in addition|moreover|furthermore),?\s)?(?:(?:we|i|the (?:[\p{L}’'-]+\s){1,5}?)(?:\s?(?:therefore|also|further|strongly|again|would|accordingly)\s){0,2}\s?(?:recommends? that|calls? (?:up)?on)|it is (?:(?:therefore|also|further|strongly)\s){0,2}recommended that)\b/iu

/** The paragraphs through a text that begin "We recommend that": what is asked for where it arises, and listed nowhere. */
function askingRun(entries: readonly Entry[]): Run | null {
  const items = entries.flatMap((entry, at): RunItem[] =>
    entry.type === 'paragraph' &&
    !isHeading(entry) &&
    entry.label === null &&
    ASKS_FIRST.test(entry.passage.text) &&
    !/:$/u.test(entry.passage.text)
      ? [plainItem(entry, at)]
      : [],
  )
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || items.length < LEAST_ASKING) return null
  return {
    form: 'paragraphs',
    family: '',
    items,
    start: first.at,
    end: last.at + 1,
    over: [],
    further: [],
    leadIn: null,
    between: 0,
  }
}

/** An item without a number, at the top of its run. */
function plainItem(entry: TextEntry, at: number): RunItem {
  const wish = titledWish(entry.passage.text)
  const title = wish === null ? null : slicePassage(entry.passage, 0, wish)
  const body = [wish === null ? entry.passage : slicePassage(entry.passage, wish)]
  return { at, entries: [at], entry, label: null, labelPassage: EMPTY_PASSAGE, title, body, depth: 0, theme: null }
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
      items.push({ ...plainItem(entry, index), depth: entry.depth, theme })
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
      !asksAnew(entry, entries[index + 1], last.entry.depth) &&
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
    items: withFragments(items).map((item) => ({ ...item, depth: item.depth - depth })),
    start,
    end,
    ...above,
    leadIn: leadInOf(entries, start),
    between: 0,
  }
}

/**
 * Items with the deeper bullets that only end their sentence: "The Board should hear each month about:" over "the number of letters".
 * Where a deeper bullet puts something itself ("publish …", "Staff should …") all of them are parts.
 */
function withFragments(items: readonly RunItem[]): RunItem[] {
  const kept: RunItem[] = []
  for (let at = 0; at < items.length; at++) {
    const item = items[at] as RunItem
    const below = items.slice(at + 1)
    const end = below.findIndex(({ depth }) => depth <= item.depth)
    const parts = end < 0 ? below : below.slice(0, end)
    const texts = parts.map(({ entry }) => entry.passage.text)
    const asks = RECOMMENDING_MOODS.has(moodOf(item.entry.passage.text)) && isOpen(item.entry.passage.text)
    if (parts.length === 0 || !asks || texts.some((text) => RECOMMENDING_MOODS.has(moodOf(text))) || parts.some(({ title }) => title)) {
      kept.push(item)
      continue
    }
    kept.push({
      ...item,
      body: [...item.body, ...parts.flatMap(({ body }) => body)],
      entries: [...item.entries, ...parts.flatMap(({ entries }) => entries)],
    })
    at += parts.length
  }
  return kept
}

/** "The Board should:" below the bullets of another, over bullets that are no deeper: another list begins. */
function asksAnew({ passage: { text } }: TextEntry, next: Entry | undefined, depth: number): boolean {
  return /^\p{Lu}.*:$/su.test(text) && next !== undefined && next.type !== 'table' && next.bullet && next.depth <= depth
}

/** The name of a body takes no more room. */
const LONGEST_BARE_LEAD = 120

const recommendsThat = ({ passage: { text } }: TextEntry) => RECOMMENDS_THAT.test(text)

/** "That the Committee:", or "That the Committee" with no stop over instructions: it goes on in the list below it. */
function leadsIntoList({ passage: { text } }: TextEntry, next: Entry | undefined): boolean {
  if (!next || next.type === 'table' || (!next.bullet && next.label === null)) return false
  if (/[:–—-]$/u.test(text)) return true
  return /^that\s/iu.test(text) && text.length <= LONGEST_BARE_LEAD && isOpen(text) && moodOf(next.body.text) === 'instructs'
}

/** Paragraphs without numbers under one heading; what is open goes on in the next. */
function paragraphRun(entries: readonly Entry[], start: number): Run | null {
  const items: RunItem[] = []
  let end = start
  for (let index = start; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry || entry.type === 'table' || (isHeading(entry) && index > start) || entry.label !== null) break
    if (isNote(entry)) continue
    // What leads into a list is not one of the paragraphs, and the list is read for itself.
    const next = entries[index + 1]
    if (leadsIntoList(entry, next) || (index > start && recommendsThat(entry))) break
    const last = items.at(-1)
    const goesOn =
      last &&
      (entry.bullet ||
        belongs(entry, { first: last.entry, last: last.entry, text: last.body.at(-1)?.text ?? '', headed: false, marked: false }))
    if (last && goesOn) {
      last.body.push(entry.passage)
      last.entries.push(index)
    } else items.push(plainItem(entry, index))
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
