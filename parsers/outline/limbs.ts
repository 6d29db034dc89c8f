import { EMPTY_PASSAGE, joinPassages, type Passage, PLAIN_LOOK, slicePassage } from '../../schema/document.ts'
import type { DecidingVerb } from '../../schema/vocabulary/deciding.ts'
import { isHeading, type TextEntry } from '../outline/outline.ts'
import { inflectedVerbs } from '../recognise/deciding-verbs.ts'
import { type Label, nextNumber, readLabel } from '../recognise/numbers.ts'
import { isBareThat, isVote } from '../recognise/resolutions.ts'
import { entryToStretches, type Item, isOpen, type LabelledStretch, splitInlineParts, stretchesToItems } from './items.ts'

/** An item without a number. */
export function unnumberedItem(text: Passage): Item {
  return { label: null, number: null, numberPassage: EMPTY_PASSAGE, parent: null, text, heading: null }
}

/**
 * What was resolved: a list of limbs, or one limb without a number. `first` is what follows the opener on its
 * own line, `entries` what is under it. The list ends where the text goes on with something else: a
 * heading, a vote, a closed sentence after a closed sentence, a number that belongs to another list.
 */
export function limbs(first: Passage, entries: readonly TextEntry[]): Item[] {
  const stretches: LabelledStretch[] = []
  const plain: Passage[] = []
  const lead = firstLimb(first, stretches)
  if (lead.text !== '') plain.push(lead)
  // "RESOLVED to:" with "2.1 Approve …" right under it counts its limbs as the paper counts its paragraphs.
  const dotted = stretches.length === 0 && isBareThat(lead.text) ? (entries[0]?.label?.levels[0]?.split('.')[0] ?? null) : null
  // "RESOLVED that:" over paragraphs that end in semicolons lists them, though their numbers are lost or were never there.
  const isListed = isBareThat(first.text) && /:[–—-]?$/u.test(first.text)
  const counts = ({ style, levels }: Label) => style !== 'dotted' || (dotted !== null && levels[0]?.split('.')[0] === dotted)
  for (const [index, entry] of entries.entries()) {
    const last = stretches.at(-1)
    const lastText = (last ? last.body.at(-1) : plain.at(-1))?.text ?? ''
    if ((isHeading(entry) && entry.label === null) || isVote(entry.passage.text)) break
    // "(3) …" and then "(c) Appointments" in bold: no list of these limbs has come so far, and it heads what comes next.
    if (isHeading(entry) && entry.label && stretches.length > 0 && !isNext(entry.label, stretches)) break
    // "Resolved:" over "That (1) …": the first label follows the word that all limbs share.
    if (index === 0 && lead.text === '' && !last && !entry.label && firstLimb(entry.passage, stretches).text === '') continue
    if (entry.label && counts(entry.label)) {
      if (last ? leaves(entry.label, stretches) : plain.length > 0 && !(isOpen(lastText) && beginsList(entry.label))) break
      stretches.push(...entryToStretches(entry, null))
    } else if (entry.bullet || (isOpen(lastText) && goesOn(entry.passage.text, lastText))) {
      if (last) last.body.push(entry.passage)
      else if (!entry.bullet && isListed && LIMB_END.test(lastText)) plain.push(entry.passage)
      else if (entry.bullet && (plain.length === 0 || !isOpen(lastText) || bears(entry.passage.text))) plain.push(entry.passage)
      else plain.push(joinPassages([plain.pop() ?? EMPTY_PASSAGE, entry.passage]))
    } else if (!last && (plain.length === 0 || /^(?:That|To|and that)\b/u.test(entry.passage.text))) plain.push(entry.passage)
    // A running head that is in the middle of a list leaves the list what it is.
    else if (!last || !entries.slice(index + 1, index + 3).some((next) => next.label?.number === nextTop(stretches))) break
  }
  if (stretches.length === 0) return plain.map(unnumberedItem)
  // "RESOLVED that officers: (a) …": what leads into the list is a limb of its own, and the list its parts.
  const items = stretchesToItems(stretches)
  const [leading] = plain
  if (!leading || isLeadIn(leading.text)) return items
  return ledBy(leading, items)
}

/** How a limb ends that others follow. */
const LIMB_END = /[;:](?:\s(?:and|or))?$/u

/** Whether a bullet begins with a verb that decides, and is a limb though the one before it ends in "; and". */
const bears = (text: string) => /^\p{Lu}/u.test(text) && inflectedVerbs(/^\p{L}+/u.exec(text)?.[0].toLowerCase() ?? '').length > 0

/** A list as the parts of the words that lead into it. */
export function ledBy(lead: Passage, items: readonly Item[]): Item[] {
  return [unnumberedItem(lead), ...items.map((item) => ({ ...item, parent: item.parent === null ? 0 : item.parent + 1 }))]
}

const NAME = String.raw`(?:the\s)?(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the)(?:\s(?:[\p{Lu}&][\p{L}’'&-]*|and|for|of|the))*`
/** "That Cabinet agree to:", "that Council, having considered the report and subject to the budget –": words before limbs that decide nothing by themselves. */
const LEAD_IN = new RegExp(
  String.raw`^(?:that\s)?(?:${NAME}\s)?(?:hereby\s|unanimously\s)?(?:\p{L}+(?:s|d)?\s)?(?:to|that|as follows|the following(?:\s\p{L}+)?)\s?[:;,–—-]*$` +
    String.raw`|^(?:[Tt]hat\s${NAME},?\s)?(?:having|following|after|subject to|pursuant to|in (?:considering|light|accordance|response|the light)|with (?:regard|reference)|taking)\b[^.;]*[:,–—-]$` +
    String.raw`|^[Tt]hat\s${NAME}\s?[:;,–—-]+$`,
  'u',
)
/** "That the Council notes:", "to approve:": a verb that decides, and what it decides below. */
const VERB_ALONE = new RegExp(
  String.raw`^(?:[Tt]hat\s)?(?:${NAME}\s)?(?:hereby\s|unanimously\s)?(?:to\s)?(\p{L}+)(?:\s(?:that|the following(?:\s\p{L}+)?))?\s?[:;–—-]+$`,
  'u',
)

/** "That the following be noted:-", "That the following actions be agreed:": words before limbs that decide all of them. */
const SHARED_VERB = /^that the following(?: \p{L}+){0,4} (?:be|are) (?:\p{L}+ ){0,2}\p{L}+\s?[:–—-]+$/iu

/** The words before limbs that decide all of them, where there are such. */
export function sharedVerb(first: Passage, entries: readonly TextEntry[]): Passage | null {
  const lead = first.text === '' ? entries[0]?.passage : first
  return lead && SHARED_VERB.test(lead.text) ? lead : null
}

/** Whether words before limbs decide nothing by themselves. */
export function isLeadIn(text: string): boolean {
  return isBareThat(text) || LEAD_IN.test(text) || leadVerb(text) !== null || SHARED_VERB.test(text)
}

/** The verb with which words before limbs decide about them all; null where they have none. */
function leadVerb(text: string): DecidingVerb | null {
  const word = VERB_ALONE.exec(text)?.[1]?.toLowerCase() ?? ''
  return (
    inflectedVerbs(word).find(({ entry, particles }) => particles.length === 0 && entry.deed !== 'act' && entry.deed !== 'open')?.entry ??
    null
  )
}

/** What words before limbs do with all of them, where that is only to note them: "That the Council notes the following:". */
export function leadNotes(lead: string, items: readonly Item[]): 'noted' | null {
  return items[0]?.number && leadVerb(lead)?.deed === 'noted' ? 'noted' : null
}

/** Whether a label goes on with one that came, or begins a list of parts. */
const isNext = (label: Label, stretches: readonly LabelledStretch[]): boolean =>
  beginsList(label) || stretches.some(({ label: before }) => before.style === label.style)

/** The number that the list's first level goes on with. */
function nextTop(stretches: readonly LabelledStretch[]): string | null {
  const first = stretches[0]?.label
  const last = stretches.findLast(({ label }) => label.style === first?.style && label.levels.length === first?.levels.length)
  return last ? nextNumber(last.label.number) : null
}

/** Whether a paragraph goes on with a text that is still open: in small letters, or after a mark or word that wants more. */
function goesOn(text: string, before: string): boolean {
  return /^["“‘'(]?\p{Ll}/u.test(text) || /(?:[,:;–—-]|\b(?:and|or|that|the|of|to|in|for|with|by))$/iu.test(before)
}

const beginsList = (label: Label) => /^(?:1|a|i|A|I)$/u.test(label.levels[0] ?? '') || label.word !== null

/** How many numbers a list may leave out and still be the same. */
const MOST_LEFT_OUT = 2

/** Whether a bare number ("65.") is too far on to be the list's next: the next item of the meeting. */
function leaves(label: Label, stretches: readonly LabelledStretch[]): boolean {
  if (!/^\d+$/u.test(label.levels[0] ?? '')) return false
  const tops = stretches.flatMap(({ label: before }) => (/^\d+$/u.test(before.levels[0] ?? '') ? [Number(before.levels[0])] : []))
  const highest = Math.max(...tops, 0)
  const number = Number(label.levels[0])
  if (tops.length === 0) return number !== 1
  return number > highest + 1 + MOST_LEFT_OUT || (number === 1 && label.levels.length === 1 && sameForm(label, stretches))
}

/** Whether the numbers of a label are set as those of the list's first level are, so that a "1" begins another list. */
function sameForm(label: Label, stretches: readonly LabelledStretch[]): boolean {
  const first = stretches.find(({ label: before }) => before.number === '1')
  return first !== undefined && first.label.bracketed === label.bracketed
}

/** What follows an opener on its own line: nothing but "that", the first label of the list, or a limb of its own. */
function firstLimb(first: Passage, stretches: LabelledStretch[]): Passage {
  if (isBareThat(first.text)) return EMPTY_PASSAGE
  const that = /^(?:that|to)\b[\s:;,–—-]*(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])/iu.exec(first.text)
  const body = that ? slicePassage(first, that[0].length) : first
  const entry = labelledEntry(body)
  if (entry) {
    stretches.push(...entryToStretches(entry, null))
    return EMPTY_PASSAGE
  }
  const { lead, parts } = splitInlineParts(first, null)
  if (parts.length === 0) return first
  stretches.push(...parts)
  return isBareThat(lead.text) ? EMPTY_PASSAGE : lead
}

function labelledEntry(passage: Passage): TextEntry | null {
  const label = readLabel(passage.text)
  // "Motion: R. Ash moved to …": an initial is not a label.
  if (!label || !/[.)]/u.test(label.text) || (/^\p{Lu}\.$/u.test(label.text) && !beginsList(label))) return null
  const body = slicePassage(passage, label.end)
  return { type: 'paragraph', level: null, bullet: false, bold: false, indent: 0, look: PLAIN_LOOK, depth: 0, passage, label, body }
}

/** Whether the numbers of a list run, so that it can stand for itself: at least two, or one that is the first. */
export function isList(labels: readonly Label[]): boolean {
  return labels.some((label, index) => beginsList(label) || (index > 0 && nextNumber(labels[index - 1]?.number ?? '') === label.number))
}
