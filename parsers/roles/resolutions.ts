import { EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import type { Resolution, ReviewMention, Wording } from '../../schema/records.ts'
import type { About } from '../frame/about.ts'
import { type AgendaItem, agendaItems, itemMatter, itemReview } from '../frame/agenda-items.ts'
import type { Sitting } from '../frame/decided.ts'
import { itemFrame } from '../frame/item-frame.ts'
import type { Paper } from '../frame/paper.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import type { FormSection } from '../outline/form-section.ts'
import { type Item, itemsSay } from '../outline/items.ts'
import { KeyRing, keyName, partNumber } from '../outline/keys.ts'
import { passagePlace, saysAtFront } from '../outline/outline.ts'
import { readDecided } from '../recognise/decided.ts'
import { foldWords } from '../recognise/fold.ts'
import { isOffice } from '../recognise/meetings.ts'
import { findCitations, isProcedural, limbOutcome } from '../recognise/resolutions.ts'
import { titleKinds } from '../recognise/titles.ts'
import type { Decision } from './decision.ts'
import { findDecisions } from './find-decisions.ts'
import { itemsToWordings } from './items-to-wordings.ts'
import { recordedWithoutOpener, saysByVerbs } from './opened-decisions.ts'
import { recommended, recommends, recommendsIn } from './passed-on.ts'

/** What a decision record or a meeting's minutes resolved. */
export interface Resolutions {
  resolutions: Resolution[]
  /** The same limbs as recommendations, for those that restate one. */
  wordings: Wording[]
  /** Movers, votes, recitals and who is to act, each beside the first resolution that it is printed with. */
  details: { entityKey: string; label: string; passage: Passage }[]
  /** The keys of resolutions that are told in a sentence, and not set as minutes set them. */
  told: string[]
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
 * the form. With several items of business, each item's resolutions bear the key of the review that its heading
 * names, and what stands in an item without a review (the minutes of the last meeting) decides no recommendation.
 */
export function readResolutions(paper: Paper): Resolutions {
  // A form of a decision that is still to be taken decides nothing.
  const proposed = saysAtFront(paper.outline, STILL_PROPOSED)
  const all = agendaItems(paper.sections).map((item) => ({
    item,
    decisions: proposed ? [] : setOrTold(setOutOnce(toldOnce(item.sections.flatMap(sectionDecisions)))),
  }))
  if (!proposed && all.every(({ decisions }) => decisions.length === 0))
    for (const one of all) one.decisions = beforeReasons(paper, one.item)
  const formally = all.some(({ decisions }) => decisions.some(({ formal }) => formal))
  // Where a meeting's decisions are set in form, what one person agreed to do in answer to a question is not one of them.
  if (formally)
    for (const one of all) one.decisions = one.decisions.filter(({ formal: set, opener }) => set || !isOffice(subjectOf(opener.text)))
  const decided = all.filter(
    ({ item, decisions }) => decisions.length > 0 || item.sections.some(({ kind, entries }) => kind === 'record' && entries.length > 0),
  )
  const business = decided.map(({ item }) => item)
  const found = new Map<string, ReviewMention>()
  const matters = new Map<string, ReviewMention>()
  const keyed = decided.map(({ item, decisions }) => {
    const review = itemReview(item)
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

/** "The Portfolio Holder agreed": who did. */
const subjectOf = (opener: string) => opener.replace(/^the\s/iu, '').replace(/\s\p{L}+$/u, '')

const STILL_PROPOSED = /\bproposed (?:record of )?decision\b|^decision to be taken\b/iu

/** Makes records of resolutions, each under who decided and when. */
class ResolutionWriter {
  readonly lists: Pick<Resolutions, 'resolutions' | 'wordings' | 'details' | 'told'> = {
    resolutions: [],
    wordings: [],
    details: [],
    told: [],
  }
  readonly #source: string | null
  readonly #keys = new KeyRing()
  readonly #wordingKeys = new KeyRing()

  constructor(paper: Paper) {
    this.#source = paper.outline.document.source
  }

  /**
   * `can` says whether the resolution can decide recommendations at all, whether its limbs can restate any, and under
   * which review or matter it proposes what it recommends to another body.
   */
  write(
    { opener, items: limbs, outcome: fate, number, details, formal }: Decision,
    { decidedBy, decidedOn }: Sitting,
    reviewKey: string | null,
    can: { decides: boolean; restates: boolean; proposesIn: string | null },
  ): void {
    const { resolutions } = this.lists
    const before = resolutions.length
    const items = limbs.map((item) => numbered(item, number))
    const names = items.map((item, index) => this.#keys.unique(`resolution/${keyName(item.number, resolutions.length + index)}`))
    const said = itemsSay(items)
    const read = items.map((item, index) => {
      const { words: text, note } = withoutActionNote(said[index] ?? item.text)
      const procedural = !can.decides || isProcedural(text.text)
      const own = fate === undefined ? limbOutcome(opener.text, text.text) : fate
      const cited = procedural ? [] : findCitations(text.text)
      const named = procedural ? null : readDecided(text.text.replace(/^(?:that )?to (?=\p{Ll})/iu, ''), opener.text)
      const outcome = outcomeOfGroups(named) ?? own
      return {
        item,
        text,
        note,
        procedural,
        outcome,
        decides: named ?? (cited.length > 0 ? [{ numbers: cited, except: [], outcome }] : null),
      }
    })
    // Where limbs decide by number, the list is numbered on its own, and the rest of it restates nothing.
    const restates = can.decides && can.restates && read.filter(({ decides }) => decides !== null).length * 2 < read.length
    const restating = new Set<number>()
    const proposing = new Set<number>()
    for (const [index, { item, text, note, procedural, outcome, decides }] of read.entries()) {
      if (text.text === '') continue
      if (note) this.lists.details.push({ entityKey: names[index] ?? keyName(item.number, index), label: 'action', passage: note })
      if (restates && !procedural && decides === null && RESTATING.has(outcome)) restating.add(index)
      if (outcome === null && !isProcedural(text.text) && recommendsIn(opener.text, text.text)) proposing.add(index)
      const ledger = new EvidenceLedger(this.#source)
      resolutions.push({
        key: names[index] ?? keyName(item.number, index),
        reviewKey: procedural ? null : reviewKey,
        place: passagePlace(text),
        number: item.number === null ? null : ledger.derived('number', item.number, item.numberPassage),
        numberText: item.number === null ? ledger.absent('numberText') : ledger.stated('numberText', item.numberPassage),
        parentKey: item.parent === null ? null : (names[item.parent] ?? null),
        wordingKey: null,
        position: resolutions.length,
        text: ledger.text('text', text),
        outcome: ledger.derived('outcome', outcome, opener.text === '' ? text : opener),
        decidedBy: decidedBy ? ledger.stated('decidedBy', decidedBy) : ledger.absent('decidedBy'),
        decidedOn: decidedOn ? ledger.derived('decidedOn', decidedOn.reading.from, decidedOn.passage) : ledger.absent('decidedOn'),
        decides,
        evidence: ledger.entries,
      })
    }
    if (!formal) this.lists.told.push(...resolutions.slice(before).map(({ key }) => key))
    const entityKey = resolutions[before]?.key
    if (entityKey !== undefined) this.lists.details.push(...details.map((detail) => ({ entityKey, ...detail })))
    const plain = items.map((item) => ({ ...item, text: withoutActionNote(item.text).words }))
    this.#addWordings('resolved', plain, names, restating, reviewKey)
    this.#addWordings('proposed', plain.map(recommended), names, proposing, can.proposesIn)
  }

  /** Wordings of the limbs that restate a recommendation, or make one; keys and parents run with the whole list. */
  #addWordings(
    role: 'resolved' | 'proposed',
    items: readonly Item[],
    names: readonly string[],
    limbs: ReadonlySet<number>,
    reviewKey: string | null,
  ): void {
    if (limbs.size === 0) return
    const all = itemsToWordings(items, role, 'recommendation', this.#source)
    const wordings = all.filter((wording) => limbs.has(wording.position))
    const renamed = new Map(wordings.map((wording) => [wording.key, this.#wordingKeys.unique(wording.key)]))
    for (const wording of wordings) {
      const key = renamed.get(wording.key) ?? wording.key
      const limb = this.lists.resolutions.find((resolution) => resolution.key === names[wording.position])
      if (limb) limb.wordingKey = key
      this.lists.wordings.push({
        ...wording,
        reviewKey,
        key,
        parentKey: wording.parentKey === null ? null : (renamed.get(wording.parentKey) ?? null),
      })
    }
  }
}

/** "… on 9 October.  Action: S Kerr": who is to act is printed after a limb, at the edge of the page. */
const ACTION_NOTE = /\s\(?action(?:\s(?:by|for))?\s?:\s?(?=\p{Lu})([^.;:]{2,60}?)[).]?$/iu

function withoutActionNote(text: Passage): { words: Passage; note: Passage | null } {
  const match = ACTION_NOTE.exec(text.text)
  if (!match?.[1]) return { words: text, note: null }
  const at = match.index + match[0].lastIndexOf(match[1])
  return { words: slicePassage(text, 0, match.index), note: slicePassage(text, at, at + match[1].length) }
}

/** A limb under the number that is printed with the mover or the text of the whole. */
function numbered(item: Item, number: Decision['number']): Item {
  if (number === null) return item
  const own = item.number === null ? number.value : partNumber(number.value, item.number)
  return { ...item, number: own, numberPassage: item.number === null ? number.passage : item.numberPassage }
}

/** What a resolution that decides several groups of recommendations does as a whole; null where the groups do not differ. */
function outcomeOfGroups(groups: Resolution['decides']): Resolution['outcome'] {
  const outcomes = new Set(groups?.map(({ outcome }) => outcome))
  return outcomes.size > 1 && [...outcomes].some((outcome) => outcome?.startsWith('agreed')) ? 'agreed_in_part' : null
}

/** What becomes of a recommendation that a resolution restates: what is rejected or put off is named, not restated. */
const RESTATING: ReadonlySet<Resolution['outcome']> = new Set(['agreed', 'amended', 'agreed_in_part', 'agreed_in_principle'])

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

/** A motion in whose words the decision below it is set out ("The motion was carried, and it was RESOLVED: (1) …") is that decision. */
function setOutOnce(decisions: readonly Decision[]): Decision[] {
  const texts = decisions.map(({ items }) => items.map(({ text }) => foldWords(text.text)))
  return decisions.filter((_, index) => {
    const later = new Set(texts.slice(index + 1).flat())
    return !texts[index]?.length || !texts[index].every((text) => text.length > SHORTEST_TWIN && later.has(text))
  })
}

/** Where an item's decisions are set as minutes set them, a sentence that tells of another ("The Committee endorsed …") is its history. */
function setOrTold(decisions: readonly Decision[]): Decision[] {
  const formal = decisions.some((decision) => decision.formal)
  return decisions.filter((decision) => !formal || decision.formal || !decision.narrated)
}

/** "Noted" may well be resolved of two reports. */
const SHORTEST_TWIN = 30

/** What was decided in one section. In a form's record a list may stand without any opener; what a body is only asked to decide is not decided. */
function sectionDecisions(section: FormSection): Decision[] {
  const { entries, kind, label } = section
  if (ASKED_ONLY.test(label.text) || ASKED_BELOW.test(entries[0]?.passage.text ?? '')) return []
  if (kind === 'record' && saysByVerbs(entries)) return recordedWithoutOpener(label, entries)
  const all = findDecisions(entries)
  const found = kind !== null && SAYS_WHY.has(kind) ? all.filter(({ formal }) => formal) : all
  return found.length > 0 || kind !== 'record' ? found : recordedWithoutOpener(label, entries)
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

/** Parts of a form that say why: what their sentences tell of was not decided there. */
const SAYS_WHY: ReadonlySet<FormSection['kind']> = new Set(['background', 'reasons', 'alternatives', 'conflicts', 'dispensations'])

/** "Cabinet is asked to:" below the label "Decision". */
const ASKED_BELOW = /^.{3,80}\b(?:is|are) (?:asked|invited|requested|recommended) to\s?[:–—-]*$/iu

/** "Decision: Cabinet is asked to:", "Proposed decision": what stands there is proposed. */
const ASKED_ONLY = /\b(?:asked|invited|requested|recommended) to\b|^(?:proposed|draft|recommended) (?:decision|resolution)s?\b/iu
