import { joinPassages, type Passage } from '../../schema/document.ts'
import type { RecommendationKind } from '../../schema/records.ts'
import { CONCLUSION_HEADINGS, RECOMMENDATION_HEADINGS, RECOMMENDATION_OPENERS, SECONDARY_PARTS } from '../../schema/vocabulary/papers.ts'
import { type Entry, isHeading, type Outline, type TextEntry } from '../outline/outline.ts'
import { foldWords } from '../recognise/fold.ts'
import { type Label, nextNumber } from '../recognise/numbers.ts'
import { FARTHEST_FIRST_ITEM, firstCode, firstOfSection, isStray, withExpectedLabel } from './expected-labels.ts'
import { entryToStretches, type Item, isOpen, type LabelledStretch, restoreLost, stretchesToItems } from './items.ts'
import { namedLists } from './named-recommendations.ts'
import { recommendationTables } from './recommendation-tables.ts'
import { bulletsToItems } from './unnumbered-items.ts'

/** A list of recommendations, or of conclusions, as it stands in one place of a report. */
export interface RecommendationList {
  items: Item[]
  kind: RecommendationKind
  /** The heading they stand under, or null where each bears its own. */
  heading: Passage | null
  /** In a summary or an appendix: a copy, where the report has the list elsewhere. */
  secondary: boolean
}

/** A report's lists: what it recommends, what it concludes, and what it says again of these. */
export interface ReportLists {
  proposed: RecommendationList | null
  conclusions: RecommendationList | null
  /** Other lists with the numbers of the proposed one: its summary, its appendix. */
  restated: RecommendationList[]
}

const HEADINGS = new Set(RECOMMENDATION_HEADINGS.map(foldWords))
const CONCLUSIONS = new Set(CONCLUSION_HEADINGS.map(foldWords))
const OPENERS = RECOMMENDATION_OPENERS.map(foldWords)
const SECONDARY = SECONDARY_PARTS.map(foldWords)

/**
 * The recommendations of a report. A report may give them twice, in its summary and at its end: the list
 * with most items is taken, and of equals one that stands in no summary or appendix, then the one with the
 * most words; the others restate it.
 */
export function readReportLists(outline: Outline): ReportLists {
  const lists = listsOf(outline)
  const recommendations = lists.filter(({ kind }) => kind === 'recommendation').sort((a, b) => weight(b) - weight(a))
  const conclusions = lists.filter(({ kind }) => kind === 'conclusion').sort((a, b) => weight(b) - weight(a))
  const [proposed = null, ...others] = recommendations
  return { proposed, conclusions: conclusions[0] ?? null, restated: proposed ? restatedBy(proposed, others) : [] }
}

/** Lists that stand elsewhere and number a part of what is proposed. */
function restatedBy(proposed: RecommendationList, others: readonly RecommendationList[]): RecommendationList[] {
  const numbers = new Set(proposed.items.map(({ number }) => number))
  const taken = new Set(proposed.items.map(placeKey))
  return others.filter(({ items }) => {
    const own = items.filter((item) => !taken.has(placeKey(item)))
    if (own.length < items.length || items.length < 2 || !items.every(({ number }) => number !== null && numbers.has(number))) return false
    for (const item of items) taken.add(placeKey(item))
    return true
  })
}

/** Where an item begins, so that one that two ways of reading find is one. */
function placeKey({ text, numberPassage }: Item): string {
  const [run] = numberPassage.runs.length > 0 ? numberPassage.runs : text.runs
  return run ? `${run.offset ?? ''}/${run.page ?? ''}/${run.line ?? ''}/${run.box?.join(',') ?? ''}` : text.text
}

function listsOf(outline: Outline): RecommendationList[] {
  const lists: RecommendationList[] = []
  let secondary = false
  let section: TextEntry | null = null
  for (const [index, entry] of outline.entries.entries()) {
    if (entry.type === 'table') continue
    const add = (items: Item[], least: number, kind: RecommendationKind = 'recommendation') => {
      if (items.length >= least) lists.push({ items, kind, heading: entry.passage, secondary: secondary || isSecondary(entry) })
    }
    if (isListHeading(entry)) add(listUnder(outline.entries, index + 1, entry), 1)
    else if (isListOpener(entry)) add(listUnder(outline.entries, index + 1, null, section), 2)
    else if (isConclusionHeading(entry)) add(numberedConclusions(listUnder(outline.entries, index + 1, entry)), 1, 'conclusion')
    else if (isHeading(entry)) secondary = isSecondary(entry)
    if (isHeading(entry)) section = entry
  }
  const tables = recommendationTables(outline).map((items) => ({ items, kind: 'recommendation' as const, heading: null, secondary: false }))
  return [...lists, ...tables, ...namedLists(outline)]
}

const isSecondary = (entry: TextEntry) => SECONDARY.some((words) => ` ${headingWords(entry)} `.includes(` ${words} `))

/** Conclusions that are told apart by numbers of their own ("C1"), not by the report's paragraph numbers. */
function numberedConclusions(items: Item[]): Item[] {
  const [first] = items
  // Paragraphs that go on counting from the chapter before are no conclusions of their own.
  const counted = first?.label?.style === 'decimal' && first.label.word === null && first.label.number !== '1'
  return items.length > 0 && !counted && items.every(({ label }) => label !== null && label.style !== 'dotted') ? items : []
}

/** A numbered list outweighs bullets, a list with more items one with fewer, and a chapter a summary. */
function weight(list: RecommendationList): number {
  const words = list.items.reduce((sum, item) => sum + item.text.text.length, 0)
  const numbered = list.items.some((item) => item.number !== null)
  const distinct = new Set(list.items.map((item, index) => item.number ?? index)).size
  return (numbered ? 1e12 : 0) + distinct * 1e9 + (list.secondary ? 0 : 1e8) + Math.min(words, 999_999) + (list.heading ? 0.5 : 0)
}

const headingWords = (entry: TextEntry) => foldWords(entry.label && entry.label.word === null ? entry.body.text : entry.passage.text)

/** "Recommendations to the Executive Board", "Our recommendations from the two visits": a heading that begins so needs no vocabulary. */
const BY_OR_TO = /^(?:the |our |key |main )?recommendations (?:of|to|for|from|by|made by) (?:\S+ ){0,9}\S+$/u

/** A heading, or a line that could be one, over a list of recommendations. */
function isListHeading(entry: TextEntry): boolean {
  if (entry.bullet) return false
  const words = headingWords(entry).replace(/^(?:(?:appendix|annex) (?:\d{1,2}|[a-z]) |(?:\d+ )+)/u, '')
  return HEADINGS.has(words) || (isHeading(entry) && BY_OR_TO.test(words))
}

function isConclusionHeading(entry: TextEntry): boolean {
  return isHeading(entry) && CONCLUSIONS.has(headingWords(entry).replace(/^(?:\d+ )+/u, ''))
}

/** A sentence that leads into the list: "The Committee recommends that:". */
function isListOpener(entry: TextEntry): boolean {
  if (!/[:\-–—]$/u.test(entry.passage.text) && !/that$/iu.test(entry.passage.text)) return false
  const text = (entry.label ? entry.body : entry.passage).text
  const last = text.slice(text.lastIndexOf('.') + 1)
  return [text, last].some((part) => OPENERS.some((opener) => foldWords(part).startsWith(opener)) && /recommend/iu.test(part))
}

/** The items of a list from `start` on, until the text goes on with something else. */
function listUnder(entries: readonly Entry[], start: number, heading: TextEntry | null, above: TextEntry | null = heading): Item[] {
  const level = heading?.level ?? null
  const stretches: LabelledStretch[] = []
  const plain: { entry: TextEntry; theme: Passage | null }[] = []
  /** Closed paragraphs without a number between items: reasons, or items that have lost theirs. */
  const between: { after: number; entry: TextEntry }[] = []
  let theme: Passage | null = null
  let first: Label | null = null
  const section = firstOfSection(heading)
  let expected = section ?? firstCode(entries, start)
  for (let index = start; index < entries.length; index++) {
    const raw = entries[index]
    if (!raw) break
    if (raw.type === 'table') {
      if (stretches.length + plain.length > 0) break
      continue
    }
    const entry = withExpectedLabel(raw, expected)
    const last = stretches.at(-1)
    const text = last?.body.at(-1)?.text ?? ''
    if (stretches.length > 0 && entry.type === 'heading' && (isListHeading(entry) || endsList(entry, level, true, true))) break
    if (isHeading(entry) && !isItem(entry, first)) {
      if (
        CONCLUSIONS.has(headingWords(entry)) ||
        (stretches.length > 0 && isListHeading(entry)) ||
        endsList(entry, level, stretches.length > 0, plain.length > 0)
      )
        break
      if (!listGoesOn(entries, index + 1, first, level !== null && (entry.level ?? 0) > level)) break
      theme = entry.passage
    } else if (isItem(entry, first) && !isStray(entry, stretches) && (first !== null || !plain.some((before) => before.entry.bullet))) {
      if (restarts(entry, stretches) || leavesSection(entry, section, first) || (first === null && isNextSection(entry, above))) break
      first ??= entry.label
      if (entry.label?.style === 'dotted' || entry.label?.style === 'reference') expected = nextNumber(entry.label.number)
      stretches.push(...nested(entry, stretches, theme))
    } else if (last) {
      const under =
        entry.bullet ||
        (isOpen(text) && !isListOpener(entry)) ||
        (last.label.word !== null && last.body.every((passage) => passage.text === ''))
      if (under) last.body.push(entry.passage)
      else if (listGoesOn(entries, index + 1, first, false)) between.push({ after: stretches.length, entry })
      else break
    } else if (plain.length > 0 && !entry.bullet && plain.some((before) => before.entry.bullet)) {
      const before = plain.at(-1)
      if (before && isOpen(before.entry.passage.text) && /^\p{Ll}/u.test(entry.passage.text))
        plain[plain.length - 1] = { ...before, entry: { ...before.entry, passage: joinPassages([before.entry.passage, entry.passage]) } }
      else if (entry.indent === 0 || !entries.slice(index + 1, index + 2).some((next) => next.type !== 'table' && next.bullet)) break
    } else if (plain.length < FARTHEST_FIRST_ITEM || entry.bullet) plain.push({ entry, theme })
    else break
  }
  return stretches.length > 0 ? stretchesToItems(restoreLost(stretches, between)) : bulletsToItems(plain)
}

/** Whether a paragraph number belongs to another section: "7.1" behind "6.3", or a heading of its own. */
function leavesSection(entry: TextEntry, section: string | null, first: Label | null): boolean {
  if (entry.label?.style !== 'dotted') return false
  if (first !== null && entry.type === 'heading' && /\.0$/u.test(entry.label.number)) return true
  return section !== null && first?.style === 'dotted' && first.number === section && !entry.label.number.startsWith(section.slice(0, -1))
}

/** Whether a short entry has the number behind the list's own heading: "3. Introduction" follows "2. Recommendations", in the text or in its contents. */
function isNextSection(entry: TextEntry, heading: TextEntry | null): boolean {
  const [own, next] = [heading?.label, entry.label]
  if (!own || !next || own.word !== null || next.word !== null || own.style !== next.style) return false
  return (
    next.number === nextNumber(own.number) && entry.body.text.split(' ').length <= LONGEST_SECTION_WORDS && !/[.;:]$/u.test(entry.body.text)
  )
}

/** A section's title is no longer; a recommendation has more words, or ends as a sentence. */
const LONGEST_SECTION_WORDS = 8

/** Whether a heading ends a list: one that is higher than the list's own, or as high where only deeper ones can be themes of bullets. */
function endsList(entry: TextEntry, level: number | null, numbered: boolean, bullets: boolean): boolean {
  if (entry.level === null || level === null) return false
  return (numbered && entry.level < level) || (bullets && entry.level <= level)
}

/** A number of a deeper list that the format itself sets under an item ("3." with "1." under it) is a part of that item. */
function nested(entry: TextEntry, before: readonly LabelledStretch[], theme: Passage | null): LabelledStretch[] {
  const made = entryToStretches(entry, theme)
  const [head, ...parts] = made
  if (!head || entry.depth === 0 || head.label.levels.length !== 1 || !/^\d+$/u.test(head.label.number))
    return made.map((stretch) => ({ ...stretch, depth: entry.depth }))
  const parent = before.findLast((stretch) => (stretch.depth ?? 0) < entry.depth)
  if (!parent) return made
  const levels = [...parent.label.levels, ...head.label.levels]
  const label: Label = { ...head.label, levels, number: levels.map((part, at) => (at === 0 ? part : `(${part})`)).join('') }
  return [{ ...head, label, depth: entry.depth }, ...parts]
}

/** Whether an entry is an item of the list that `first` began: labelled, and not by the report's own paragraph numbers unless the list is. */
function isItem(entry: TextEntry, first: Label | null): boolean {
  const { label } = entry
  if (!label) return false
  if (first === null) return label.word === 'recommendation' || label.word === 'conclusion' || label.word === null
  if (first.word !== null && label.levels.length === 1 && label.word === null) return label.bracketed || /^[a-z]+$/u.test(label.number)
  if (first.style === 'dotted' || label.style === 'dotted')
    return first.style === label.style || (first.style === 'dotted' && (label.bracketed || /^[a-z]+$/u.test(label.number)))
  return label.word === first.word || label.word === null
}

/** Whether an entry begins the numbers anew, as the next list of the document does. */
function restarts(entry: TextEntry, stretches: readonly LabelledStretch[]): boolean {
  const first = stretches[0]?.label
  return (
    first !== undefined &&
    entry.label !== null &&
    entry.depth === (stretches[0]?.depth ?? 0) &&
    entry.label.number === first.number &&
    entry.label.style === first.style &&
    entry.label.bracketed === first.bracketed &&
    /^(?:\d+|R\d+)$/u.test(first.number)
  )
}

/** How far behind a heading or a paragraph of reasons the next item may stand. */
const FARTHEST_NEXT_ITEM = 4

/** Whether more items of the list follow soon; under a deeper heading bullets are items, too. */
function listGoesOn(entries: readonly Entry[], from: number, first: Label | null, bullets: boolean): boolean {
  for (const entry of entries.slice(from, from + FARTHEST_NEXT_ITEM)) {
    if (entry.type === 'table') return false
    if (first === null && bullets && entry.bullet) return true
    if (first !== null && isItem(entry, first) && entry.label?.style === first.style && entry.label.bracketed === first.bracketed)
      return !(entry.label.number === first.number)
    if (first === null && isItem(entry, null)) return true
  }
  return false
}
