import { EMPTY_PASSAGE } from '../../schema/document.ts'
import type { ReviewMention } from '../../schema/records.ts'
import type { About } from '../frame/about.ts'
import { type AgendaItem, agendaItems, itemMatter, itemReview } from '../frame/agenda-items.ts'
import { itemFrame } from '../frame/item-frame.ts'
import type { Paper } from '../frame/paper.ts'
import type { FormSection } from '../outline/form-section.ts'
import { opensAsMinutes, saysAtFront, type TextEntry } from '../outline/outline.ts'
import { readDate } from '../recognise/dates.ts'
import { foldWords } from '../recognise/fold.ts'
import { isOffice } from '../recognise/meetings.ts'
import { readNumberLine } from '../recognise/motions.ts'
import { readOpener } from '../recognise/openers.ts'
import { isProcedural } from '../recognise/resolutions.ts'
import { titleKinds } from '../recognise/titles.ts'
import type { Decision } from './decision.ts'
import { findDecisions } from './find-decisions.ts'
import { listsWhole, withMotions } from './joined-sections.ts'
import { leadsIntoRecord, recordedWithoutOpener, saysByVerbs } from './opened-decisions.ts'
import { recommends } from './passed-on.ts'
import { type ResolutionLists, ResolutionWriter } from './resolution-writer.ts'
import { unopened } from './unopened-decisions.ts'

/** What a decision record or a meeting's minutes resolved. */
export interface Resolutions extends ResolutionLists {
  openers: number
  /** How many of them are set as minutes set them, and not told in a sentence. */
  formal: number
  /** The paper is the form of a decision that is still to be taken. */
  proposed: boolean
  decidedOn: About['dated']
  /** The items in which something was resolved. */
  items: AgendaItem[]
  /** The reviews that those items are about. */
  reviews: ReviewMention[]
}

/** Several reviews in one paper: none of them is the paper's own. */
const OWN_REVIEW = 0.9
const ONE_OF_SEVERAL = 0.5

/**
 * All resolutions of a paper, item by item and section by section: a limb never runs into the next section of
 * the form. With several items of business, each item's resolutions have the key of the review that its heading
 * names, and what is in an item without a review (the minutes of the last meeting) decides no recommendation.
 */
export function readResolutions(paper: Paper): Resolutions {
  // A form of a decision that is still to be taken decides nothing.
  const proposed = saysAtFront(paper.outline, STILL_PROPOSED)
  const ofMinutes = opensAsMinutes(paper.outline)
  const all = withNumbers(agendaItems(paper.sections)).map((item) => ({
    item,
    decisions: proposed ? [] : setOrTold(setOutOnce(toldOnce(printedAgain(listsWhole(withMotions(deciding(item.sections))), ofMinutes)))),
  }))
  if (!proposed && all.every(({ decisions }) => decisions.length === 0))
    for (const one of all) one.decisions = beforeReasons(paper, one.item)
  if (!proposed && all.every(({ decisions }) => decisions.length === 0))
    for (const one of all) one.decisions = unopened(paper.outline, one.item.sections)
  withoutSummary(all)
  printedOnce(all)
  const formally = all.some(({ decisions }) => decisions.some(({ formal }) => formal))
  // Only minutes end their items with what was decided: in other papers such a sentence is history.
  if (!formally) for (const one of all) one.decisions = one.decisions.filter(({ closing }) => !closing)
  // Where a meeting's decisions are set in form, what one person agreed to do in answer to a question is not one of them.
  if (formally)
    for (const one of all) one.decisions = one.decisions.filter(({ formal: set, opener }) => set || !isOffice(subjectOf(opener.text)))
  const decided = all.filter(({ item, decisions }) => decisions.length > 0 || item.sections.some(isRecorded))
  const business = decided.map(({ item }) => item)
  const found = new Map<string, ReviewMention>()
  const matters = new Map<string, ReviewMention>()
  const keyed = decided.map(({ item, decisions }) => {
    const review = reviewDecided(item, decisions)
    if (review && !found.has(review.key)) found.set(review.key, { ...review, confidence: OWN_REVIEW })
    const matter = review === null && decisions.some(recommends) ? itemMatter(item) : null
    if (matter) matters.set(matter.key, { ...matter, confidence: ONE_OF_SEVERAL })
    const sitting = itemFrame(item.sections, paper.about)
    // Over a report on progress the limbs are about following up: they restate no recommendation.
    const follows = titleKinds((item.title ?? paper.about.title)?.text ?? '').has('update')
    return { decisions, sitting, reviewKey: review?.key ?? null, matterKey: matter?.key ?? null, follows }
  })
  const named = [...found.values()].map((review) => ({ ...review, confidence: found.size > 1 ? ONE_OF_SEVERAL : OWN_REVIEW }))
  const several = business.length > 1
  const writer = new ResolutionWriter(paper)
  let openers = 0
  let formal = 0
  for (const { decisions, sitting, reviewKey, matterKey, follows } of keyed) {
    for (const decision of decisions) {
      openers++
      if (decision.opener.text !== '' && decision.formal) formal++
      writer.write(decision, sitting, several ? reviewKey : null, {
        decides: !several || reviewKey !== null,
        restates: !follows,
        proposesIn: (several ? reviewKey : null) ?? matterKey,
      })
    }
  }
  const proposedIn = new Set(writer.lists.wordings.map(({ reviewKey }) => reviewKey))
  const reviews = [...named, ...[...matters.values()].filter(({ key }) => !found.has(key) && proposedIn.has(key))]
  return { ...writer.lists, openers, formal, proposed, decidedOn: paper.about.decidedOn, items: business, reviews }
}

/** The review that an item decides. Where only the meeting's own business was resolved, a review that its text mentions was not decided. */
function reviewDecided(item: AgendaItem, decisions: readonly Decision[]): ReturnType<typeof itemReview> {
  const review = itemReview(item)
  const own = decisions.length > 0 && decisions.every(({ items }) => items.every(({ text }) => isProcedural(text.text)))
  return own && review?.source === 'sentence' ? null : review
}

/** Takes out what a table of decisions says about an item that the minutes decide below, under the same heading: it sums up, and decides nothing more. */
function withoutSummary(all: { item: AgendaItem; decisions: Decision[] }[]): void {
  const below = new Set<string>()
  for (const one of [...all].reverse()) {
    const title = foldWords(one.item.title?.text ?? '').replace(/^\d+ /u, '')
    if (one.decisions.length === 0 || title === '') continue
    if (!one.item.sections.some(({ tabled }) => tabled)) below.add(title)
    else if (below.has(title)) one.decisions = []
  }
}

/** Whether a section is the record of a decision; "Decision made: 14 March" only says when. */
const isRecorded = ({ kind, entries }: FormSection): boolean =>
  kind === 'record' && entries.some(({ passage }) => readDate(passage.text)?.precision !== 'day')

/** "The Portfolio Holder agreed": who did. */
const subjectOf = (opener: string) => opener.replace(/^the\s/iu, '').replace(/\s\p{L}+$/u, '')

const STILL_PROPOSED = /\bproposed (?:record of )?decision\b|^decision to be taken\b/iu

/** A decision that a page prints twice, as its decision and in its minutes, is one. */
function toldOnce(decisions: readonly Decision[]): Decision[] {
  const told = new Set<string>()
  return decisions.filter(({ items }) => {
    const texts = items.map(({ text }) => foldWords(text.text))
    const again = texts.length > 0 && texts.every((text) => text.length > SHORTEST_TWIN && told.has(text))
    for (const text of texts) told.add(text)
    return !again
  })
}

/** A site prints what was decided of an item under "Decision:", and below "Minutes:" again as the minutes end with it: that is once, however short. */
function printedAgain(sections: readonly FormSection[], ofMinutes: boolean): Decision[] {
  const minutes = sections.findIndex(({ label, entries }) =>
    [label, ...entries.map(({ passage }) => passage)].some(({ text }) => /^minutes:?$/iu.test(text)),
  )
  const wordsOf = ({ items }: Decision) => items.map(({ text }) => foldWords(text.text)).join(' ')
  const above = new Set<string>()
  return sections.flatMap((section, index) => {
    const decisions = sectionDecisions(section, ofMinutes)
    if (minutes >= 0 && index > minutes) return decisions.filter((decision) => !above.has(wordsOf(decision)))
    if (section.kind === 'record') for (const decision of decisions) above.add(wordsOf(decision))
    return decisions
  })
}

/** A list of limbs that a page prints under two headings, as the decision and in the minutes of the same item, was decided once. */
function printedOnce(all: readonly { decisions: Decision[] }[]): void {
  const told = new Set<string>()
  for (const one of all)
    one.decisions = one.decisions.filter(({ items }) => {
      const list = items.map(({ number, text }) => `${number ?? ''} ${foldWords(text.text)}`).join(' ')
      if (items.length < 2 || list.length < SHORTEST_LIST) return true
      const again = told.has(list)
      told.add(list)
      return !again
    })
}

/** Two items of business may well have the same short list resolved on them. */
const SHORTEST_LIST = 120

/** A motion in whose words the decision below it is set out ("The motion was carried, and it was RESOLVED: (1) …") is that decision. */
function setOutOnce(decisions: readonly Decision[]): Decision[] {
  const texts = decisions.map(({ items }) => items.map(({ text }) => foldWords(text.text)))
  return decisions.filter((_, index) => {
    const later = new Set(texts.slice(index + 1).flat())
    return !texts[index]?.length || !texts[index].every((text) => text.length > SHORTEST_TWIN && later.has(text))
  })
}

/** Where an item's decisions are set as minutes set them, a sentence that is about another ("The Committee endorsed …") is its history. */
function setOrTold(decisions: readonly Decision[]): Decision[] {
  const formal = decisions.some((decision) => decision.formal)
  return decisions.filter((decision) => !formal || decision.formal || !decision.narrated)
}

/** "Noted" may well be resolved of two reports. */
const SHORTEST_TWIN = 30

/** Items where a motion's number, alone on the line above the title that begins its item, is in that item. */
function withNumbers(items: readonly AgendaItem[]): AgendaItem[] {
  const moved = items.map((item) => ({ ...item, sections: [...item.sections] }))
  for (const [index, item] of moved.entries()) {
    const [above, below] = [item.sections.at(-1), moved[index + 1]?.sections[0]]
    const last = above?.entries.at(-1)
    if (!above || !below || !last || !readNumberLine(last.passage)) continue
    item.sections[item.sections.length - 1] = { ...above, entries: above.entries.slice(0, -1) }
    moved[index + 1]?.sections.splice(0, 1, { ...below, entries: [last, ...below.entries] })
  }
  return moved
}

/** The sections that may decide: on a form with a row for the decision the other rows say what it rests on, whoever "agreed" there. */
function deciding(sections: readonly FormSection[]): readonly FormSection[] {
  const hasRow = sections.some(({ kind, form, entries, tabled }) => kind === 'record' && form === 'row' && !tabled && entries.length > 0)
  return hasRow ? sections.filter(({ kind, form }) => kind === 'record' || form !== 'row') : sections
}

/** What was decided in one section. In a form's record a list may be without any opener; what a body is only asked to decide is not decided. */
function sectionDecisions(section: FormSection, ofMinutes: boolean): Decision[] {
  const { entries, kind, label } = section
  if (ASKED_ONLY.test(label.text) || ASKED_BELOW.test(entries[0]?.passage.text ?? '')) return []
  if (kind === 'record' && saysByVerbs(entries)) return recordedWithoutOpener(label, entries)
  const all = findDecisions(entries, label, ofMinutes)
  const found = kind !== null && SAYS_WHY.has(kind) ? all.filter(({ formal }) => formal) : all
  if (found.length === 0) return kind === 'record' ? recordedWithoutOpener(label, entries) : []
  // "Resolved –" opens the list right under it, whatever is recommended below the list.
  const own = kind === 'record' && readOpener(label.text) ? underOpener(entries.slice(0, found[0]?.at)) : []
  return [...recordedWithoutOpener(label, own), ...found]
}

/** What is right under "RESOLVED:" alone on its line: a list, or sentences that begin as what is resolved does. */
function underOpener(entries: readonly TextEntry[]): readonly TextEntry[] {
  if (entries[0]?.label) return entries
  // "This Council:" over "(a) notes …; (b) asks …" names who resolves.
  if (entries[0] && leadsIntoRecord(entries[0]) && entries[1]?.label) return underOpener(entries.slice(1))
  const end = entries.findIndex(({ passage, label }) => label !== null || !/^(?:and )?that\b/iu.test(passage.text))
  return end < 0 ? entries : entries.slice(0, end)
}

/** A page of what was decided may print the list right before its reasons, without a word that opens it. */
function beforeReasons({ outline }: Paper, { sections }: AgendaItem): Decision[] {
  const reasons = sections.findIndex(({ kind }) => kind === 'reasons')
  const before = sections[reasons - 1]
  if (!before || !saysAtFront(outline, DECISIONS_PAGE)) return []
  const list = before.entries.slice(before.entries.findIndex(({ label }) => label !== null))
  return list.every(({ label, body }) => label !== null && /^that\b/iu.test(body.text)) ? recordedWithoutOpener(EMPTY_PASSAGE, list) : []
}

const DECISIONS_PAGE = /^(?:issue\s[–—-]\s)?decisions?(?:\s(?:details|notice|record|published))?$/iu

/** Parts of a form that say why: what their sentences are about was not decided there. */
const SAYS_WHY: ReadonlySet<FormSection['kind']> = new Set(['background', 'reasons', 'alternatives', 'conflicts', 'dispensations'])

/** "Cabinet is asked to:" below the label "Decision". */
const ASKED_BELOW = /^.{3,80}\b(?:is|are) (?:asked|invited|requested|recommended) to\s?[:–—-]*$/iu

/** "Decision: Cabinet is asked to:", "Proposed decision": what is there is proposed. */
const ASKED_ONLY = /\b(?:asked|invited|requested|recommended) to\b|^(?:proposed|draft|recommended) (?:decision|resolution)s?\b/iu
