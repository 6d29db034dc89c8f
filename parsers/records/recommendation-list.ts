import { joinPassages, type Passage } from '../../schema/document.ts'
import type { RecommendationKind } from '../../schema/records.ts'
import { CONCLUSION_HEADINGS, RECOMMENDATION_HEADINGS, RECOMMENDATION_OPENERS } from '../../schema/vocabulary/papers.ts'
import { foldWords } from '../recognise/fold.ts'
import type { Label } from '../recognise/numbers.ts'
import { entryToStretches, type Item, isOpen, type LabelledStretch, stretchesToItems } from './items.ts'
import { type Entry, isHeading, type Outline, type TextEntry } from './outline.ts'

/** A report's recommendations. */
export interface RecommendationList {
  items: Item[]
  kind: RecommendationKind
  /** The heading they stand under, or null where each bears its own. */
  heading: Passage | null
}

const HEADINGS = new Set(RECOMMENDATION_HEADINGS.map(foldWords))
const CONCLUSIONS = new Set(CONCLUSION_HEADINGS.map(foldWords))
const OPENERS = RECOMMENDATION_OPENERS.map(foldWords)

/**
 * The recommendations of a report. A report may give them twice, in its summary and at its end: the list
 * with most items is taken, and of equals the one with the most words.
 */
export function readRecommendationList(outline: Outline): RecommendationList | null {
  const lists: RecommendationList[] = []
  for (const [index, entry] of outline.entries.entries()) {
    if (entry.type === 'table') continue
    if (isListHeading(entry)) {
      const items = listUnder(outline.entries, index + 1, entry.level)
      if (items.length > 0) lists.push({ items, kind: 'recommendation', heading: entry.passage })
    } else if (isListOpener(entry)) {
      const items = listUnder(outline.entries, index + 1, null)
      if (items.length > 1) lists.push({ items, kind: 'recommendation', heading: entry.passage })
    }
  }
  const singly = listOfNamed(outline)
  if (singly.length > 0) lists.push({ items: singly, kind: 'recommendation', heading: null })
  return lists.sort((a, b) => weight(b) - weight(a))[0] ?? null
}

/** A numbered list outweighs bullets, and a list with more items one with fewer. */
function weight(list: RecommendationList): number {
  const words = list.items.reduce((sum, item) => sum + item.text.text.length, 0)
  const numbered = list.items.some((item) => item.number !== null)
  return (
    (numbered ? 1e9 : 0) + new Set(list.items.map((item) => item.number)).size * 1e6 + Math.min(words, 999_999) + (list.heading ? 0.5 : 0)
  )
}

const headingWords = (entry: TextEntry) => foldWords(entry.label && entry.label.word === null ? entry.body.text : entry.passage.text)

/** A heading, or a line that could be one, over a list of recommendations. */
function isListHeading(entry: TextEntry): boolean {
  return !entry.bullet && HEADINGS.has(headingWords(entry).replace(/^(?:\d+ )+/u, ''))
}

/** A sentence that leads into the list: "The Committee recommends that:". */
function isListOpener(entry: TextEntry): boolean {
  if (!/[:\-–—]$/u.test(entry.passage.text) && !/that$/iu.test(entry.passage.text)) return false
  const words = foldWords((entry.label ? entry.body : entry.passage).text)
  return OPENERS.some((opener) => words.startsWith(opener)) && /recommend/u.test(words)
}

/** The items of a list from `start` on, until the text goes on with something else. */
function listUnder(entries: readonly Entry[], start: number, level: number | null): Item[] {
  const stretches: LabelledStretch[] = []
  const plain: TextEntry[] = []
  let theme: Passage | null = null
  let first: Label | null = null
  for (let index = start; index < entries.length; index++) {
    const entry = entries[index]
    if (!entry) break
    if (entry.type === 'table') {
      if (stretches.length + plain.length > 0) break
      continue
    }
    const last = stretches.at(-1)
    const text = joinPassages(last?.body ?? []).text
    if (isHeading(entry) && !isItem(entry, first)) {
      if (CONCLUSIONS.has(headingWords(entry)) || (entry.level !== null && level !== null && entry.level < level && stretches.length > 0))
        break
      if (!listGoesOn(entries, index + 1, first)) break
      theme = entry.passage
    } else if (isItem(entry, first)) {
      if (restarts(entry, stretches)) break
      first ??= entry.label
      stretches.push(...entryToStretches(entry, theme))
    } else if (last) {
      const under = entry.bullet || isOpen(text) || (last.label.word !== null && last.body.every((passage) => passage.text === ''))
      const own = last.label.word !== null && !isSectionParagraph(entry)
      if (under || own) last.body.push(entry.passage)
      else if (!listGoesOn(entries, index + 1, first)) break
    } else plain.push(entry)
  }
  return stretches.length > 0 ? stretchesToItems(stretches) : unnumberedItems(plain)
}

/** A paragraph that a report numbers through ("4.12 …") is not part of a recommendation. */
function isSectionParagraph(entry: TextEntry): boolean {
  return entry.label?.style === 'dotted'
}

/** Whether an entry is an item of the list that `first` began: labelled, and not by the report's own paragraph numbers unless the list is. */
function isItem(entry: TextEntry, first: Label | null): boolean {
  const { label } = entry
  if (!label) return false
  if (first === null) return label.word === 'recommendation' || label.word === null
  if (first.word !== null && label.levels.length === 1 && label.word === null) return label.bracketed || /^[a-z]+$/u.test(label.number)
  if (first.style === 'dotted' || label.style === 'dotted')
    return first.style === label.style || (first.style === 'dotted' && label.bracketed)
  return label.word === first.word || label.word === null
}

/** Whether an entry begins the numbers anew, as the next list of the document does. */
function restarts(entry: TextEntry, stretches: readonly LabelledStretch[]): boolean {
  const first = stretches[0]?.label
  return (
    first !== undefined &&
    entry.label !== null &&
    entry.label.number === first.number &&
    entry.label.style === first.style &&
    entry.label.bracketed === first.bracketed &&
    /^(?:\d+|R\d+)$/u.test(first.number)
  )
}

/** How far behind a heading or a paragraph of reasons the next item may stand. */
const FARTHEST_NEXT_ITEM = 4

/** Whether more items of the list follow soon. */
function listGoesOn(entries: readonly Entry[], from: number, first: Label | null): boolean {
  for (const entry of entries.slice(from, from + FARTHEST_NEXT_ITEM)) {
    if (entry.type === 'table') return false
    if (first !== null && isItem(entry, first) && entry.label?.style === first.style && entry.label.bracketed === first.bracketed)
      return !(entry.label.number === first.number)
    if (first === null && isItem(entry, null)) return true
  }
  return false
}

/** A list of bullets, or of paragraphs that each begin "That …": items without numbers. */
function unnumberedItems(entries: readonly TextEntry[]): Item[] {
  const bullets = entries.filter((entry) => entry.bullet)
  const items = bullets.length > 0 ? bullets : entries.filter((entry) => /^That\b/u.test(entry.passage.text))
  return items.map((entry) => ({
    label: null,
    number: null,
    numberPassage: { text: '', runs: [] },
    parent: null,
    text: entry.passage,
    heading: null,
  }))
}

/** Recommendations that stand one by one through the text, each with its own "Recommendation N". */
function listOfNamed(outline: Outline): Item[] {
  const stretches: LabelledStretch[] = []
  const seen = new Map<string, LabelledStretch>()
  let open: LabelledStretch | null = null
  let own = false
  for (const entry of outline.entries) {
    if (entry.type === 'table') {
      open = null
      continue
    }
    if (entry.label?.word === 'recommendation') {
      const number = entry.label.number
      const [head, ...parts] = entryToStretches(entry, null)
      const known = seen.get(number)
      // The summary's and the chapter's wording of one recommendation: the first that says anything stays.
      if (!head || (known && joinPassages(known.body).text !== '')) {
        open = null
        continue
      }
      if (known) stretches.splice(stretches.indexOf(known), 1)
      seen.set(number, head)
      stretches.push(head, ...parts)
      open = stretches.at(-1) ?? null
      own = entry.type === 'heading' || head.body.every((passage) => passage.text === '')
    } else if (open && isHeading(entry)) open = null
    else if (
      open &&
      entry.label !== null &&
      !isSectionParagraph(entry) &&
      entry.label.word === null &&
      (entry.label.bracketed || /^[a-z]+$/u.test(entry.label.number))
    ) {
      stretches.push(...entryToStretches(entry, null))
      open = stretches.at(-1) ?? null
    } else if (open && !isSectionParagraph(entry) && (own || entry.bullet || isOpen(joinPassages(open.body).text)))
      open.body.push(entry.passage)
    else open = null
  }
  return stretchesToItems(stretches)
}
