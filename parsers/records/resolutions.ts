import { EMPTY_PASSAGE, type Passage, slicePassage } from '../../schema/document.ts'
import type { Resolution, ReviewMention, Wording } from '../../schema/records.ts'
import { findCommittees, findDecidingBody } from '../recognise/bodies.ts'
import { findDates } from '../recognise/dates.ts'
import { readDecided } from '../recognise/decided.ts'
import { findCitations, findResolutionOpener, isProcedural, limbOutcome } from '../recognise/resolutions.ts'
import type { About } from './about.ts'
import { type AgendaItem, agendaItems, itemReview, resolvesSomething } from './agenda-items.ts'
import { EvidenceLedger } from './evidence.ts'
import type { FormSection } from './form-sections.ts'
import { sectionValue } from './form-sections.ts'
import { type Item, itemsSay } from './items.ts'
import { itemsToWordings } from './items-to-wordings.ts'
import { KeyRing, keyName } from './keys.ts'
import type { Paper } from './layout.ts'
import { isList, limbs, unnumberedItem } from './limbs.ts'
import { passagePlace, type TextEntry } from './outline.ts'
import { dayPassage } from './paper-date.ts'

/** What a decision record or a meeting's minutes resolved. */
export interface Resolutions {
  resolutions: Resolution[]
  /** The same limbs as recommendations, for those that restate one. */
  wordings: Wording[]
  openers: number
  decidedOn: About['dated']
  /** The items in which something was resolved. */
  items: AgendaItem[]
  /** The reviews that those items are about. */
  reviews: ReviewMention[]
}

/** One resolution: its opener and its limbs, and the item of business that it stands in. */
interface Resolved {
  opener: Passage
  items: Item[]
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
  const business = agendaItems(paper.sections).filter(resolvesSomething)
  const found = new Map<string, ReviewMention>()
  const keyed = business.map((item) => {
    const review = itemReview(item)
    if (review && !found.has(review.key)) found.set(review.key, { ...review, confidence: OWN_REVIEW })
    return { item, reviewKey: review?.key ?? null }
  })
  const reviews = [...found.values()].map((review) => ({ ...review, confidence: found.size > 1 ? ONE_OF_SEVERAL : OWN_REVIEW }))
  const several = business.length > 1
  const writer = new ResolutionWriter(paper)
  let openers = 0
  for (const { item, reviewKey } of keyed) {
    for (const resolved of item.sections.flatMap(sectionResolutions)) {
      openers++
      writer.write(resolved, several ? reviewKey : null, !several || reviewKey !== null)
    }
  }
  return { ...writer.lists, openers, decidedOn: writer.decidedOn, items: business, reviews }
}

/** Makes records of resolutions; who decided and when is the same for all of a paper. */
class ResolutionWriter {
  readonly lists: { resolutions: Resolution[]; wordings: Wording[] } = { resolutions: [], wordings: [] }
  readonly decidedOn: About['dated']
  readonly #body: Passage | null
  readonly #source: string | null
  readonly #keys = new KeyRing()
  readonly #wordingKeys = new KeyRing()

  constructor(paper: Paper) {
    this.#body = decidedBy(paper)
    this.decidedOn = decisionDate(paper)
    this.#source = paper.outline.document.source
  }

  /** `decides` says whether the resolution can decide recommendations at all. */
  write({ opener, items }: Resolved, reviewKey: string | null, canDecide: boolean): void {
    const { resolutions } = this.lists
    const names = items.map((item, index) => this.#keys.unique(`resolution/${keyName(item.number, resolutions.length + index)}`))
    const said = itemsSay(items)
    const limbs = items.map((item, index) => {
      const text = said[index] ?? item.text
      const procedural = !canDecide || isProcedural(text.text)
      const own = limbOutcome(opener.text, text.text)
      const cited = procedural ? [] : findCitations(text.text)
      const named = procedural ? null : readDecided(text.text.replace(/^(?:that )?to (?=\p{Ll})/iu, ''), opener.text)
      const outcome = outcomeOfGroups(named) ?? own
      return { item, text, procedural, outcome, decides: named ?? (cited.length > 0 ? [{ numbers: cited, except: [], outcome }] : null) }
    })
    // Where limbs decide by number, the list is numbered on its own, and the rest of it restates nothing.
    const restates = canDecide && limbs.filter(({ decides }) => decides !== null).length * 2 < limbs.length
    const restating = new Set<number>()
    for (const [index, { item, text, procedural, outcome, decides }] of limbs.entries()) {
      if (text.text === '') continue
      if (restates && !procedural && decides === null && RESTATING.has(outcome)) restating.add(index)
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
        decidedBy: this.#body ? ledger.stated('decidedBy', this.#body) : ledger.absent('decidedBy'),
        decidedOn: this.decidedOn
          ? ledger.derived('decidedOn', this.decidedOn.reading.from, this.decidedOn.passage)
          : ledger.absent('decidedOn'),
        decides,
        evidence: ledger.entries,
      })
    }
    this.#restate(items, names, restating, reviewKey)
  }

  /** Wordings of the limbs that restate a recommendation; keys and parents run with the whole list. */
  #restate(items: readonly Item[], names: readonly string[], restating: ReadonlySet<number>, reviewKey: string | null): void {
    const all = itemsToWordings(items, 'resolved', 'recommendation', this.#source)
    const wordings = all.filter((wording) => restating.has(wording.position))
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

/** What a resolution that decides several groups of recommendations does as a whole; null where the groups do not differ. */
function outcomeOfGroups(groups: Resolution['decides']): Resolution['outcome'] {
  const outcomes = new Set(groups?.map(({ outcome }) => outcome))
  return outcomes.size > 1 && [...outcomes].some((outcome) => outcome?.startsWith('agreed')) ? 'agreed_in_part' : null
}

/** What becomes of a recommendation that a resolution restates: what is rejected or put off is named, not restated. */
const RESTATING: ReadonlySet<Resolution['outcome']> = new Set(['agreed', 'amended', 'agreed_in_part', 'agreed_in_principle'])

/** The limbs under each opener of one section. In a form's record a list may stand without any opener. */
function sectionResolutions(section: FormSection): Resolved[] {
  const { entries } = section
  const isRecord = section.kind === 'record'
  const found: Resolved[] = []
  const openers = entries.map((entry) => findResolutionOpener(entry.passage.text))
  const formal = openers.findLastIndex((opener) => opener?.start === 0 && IN_CAPITALS.test(opener.text))
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    const opener = openers[index] ?? null
    if (!entry || !opener) continue
    // "…, and it was agreed that the third should be changed": debate is told before "RESOLVED – That" says what came of it.
    if (index < formal && opener.start > 0 && !IN_CAPITALS.test(opener.text)) continue
    let stop = index + 1
    while (stop < entries.length && !findResolutionOpener(entries[stop]?.passage.text ?? '')) stop++
    const first = slicePassage(entry.passage, opener.end)
    const words = slicePassage(entry.passage, opener.start, opener.end)
    // "NOTED." alone is all that was resolved; "RESOLVED that:-" alone has lost it.
    const alone = first.text === '' && /^\p{L}+\.$/u.test(words.text) && !entries[index + 1]?.label
    found.push({
      opener: words,
      items: alone ? [unnumberedItem(sentenceTo(entry.passage, opener.end))] : limbs(first, entries.slice(index + 1, stop)),
    })
    index = stop - 1
  }
  return found.length > 0 || !isRecord ? found : recordedWithoutOpener(section, entries)
}

const IN_CAPITALS = /\p{Lu}{4}/u

/** The sentence that ends at an offset: "The minutes of 15 March were AGREED." */
function sentenceTo(passage: Passage, end: number): Passage {
  const before = passage.text.slice(0, end).trimEnd()
  return slicePassage(passage, before.slice(0, -1).lastIndexOf('. ') + 1, before.length)
}

/** In a record a list, or sentences that each begin "That" or "To", say what was decided under the record's own label. */
function recordedWithoutOpener({ label }: FormSection, entries: readonly TextEntry[]): Resolved[] {
  const start = entries.findIndex((entry) => entry.label !== null && entry.label.style !== 'dotted')
  const labels = entries.flatMap((entry) => (entry.label ? [entry.label] : []))
  if (start >= 0 && isList(labels)) return [{ opener: label, items: limbs(EMPTY_PASSAGE, entries.slice(start)) }]
  const sentences = entries.filter((entry) => /^(?:That|To|To agree|Approved?|Agreed)\b/u.test(entry.passage.text))
  return sentences.length > 0 ? [{ opener: label, items: sentences.map((entry) => unnumberedItem(entry.passage)) }] : []
}

/** A letter head's lines may have been run together. */
const LONGEST_FRONT_LINE = 250

/** Lines at the front of a paper, where a form or minutes name the meeting. */
function frontLines(paper: Paper): Passage[] {
  return paper.outline.entries
    .slice(0, 15)
    .flatMap((entry) => (entry.type === 'table' || entry.passage.text.length > LONGEST_FRONT_LINE ? [] : [entry.passage]))
}

/** The body that decided: as the form names it, else as the line with the meeting's date does, a line at the front, or the opener. */
function decidedBy(paper: Paper): Passage | null {
  const labelled = sectionValue(paper.sections, 'body')
  const maker = paper.sections.find(({ kind, label }) => kind === 'body' && /decision|decided/iu.test(label.text))
  const front = frontLines(paper)
  const dated = front.filter((line) => findDates(line.text).length > 0)
  const openers = paper.sections
    .flatMap((section) => section.entries.map((entry) => entry.passage))
    .filter((passage) => findResolutionOpener(passage.text))
  for (const line of [...(labelled ? [labelled] : []), ...dated, ...front, ...openers.slice(0, 1)]) {
    const span = findDecidingBody(line.text)
    if (span) return slicePassage(line, span.start, span.end)
    // A single member decides under their name and office.
    if (line === labelled && maker) return labelled
  }
  return minutesOf(front)
}

/** The committee whose minutes they are: it resolved what they say was resolved. */
function minutesOf(front: readonly Passage[]): Passage | null {
  const line = front.find(({ text }) => /^minutes of\b/iu.test(text))
  const span = line ? findCommittees(line.text)[0] : undefined
  return line && span ? slicePassage(line, span.start, span.end) : null
}

/** "Minutes of a meeting held on 4th October": a line that says when, where another names the body. */
const MEETING_HELD =
  /^(?:minutes of (?:a|the) )?meeting held\b|^held (?:on|at)\b|^minutes of (?:a|the) meeting\b|^minutes of .{3,80} held on\b/iu

/** The day of the decision: by the form's label, else a line at the front that names a meeting or body with a day. */
function decisionDate(paper: Paper): About['dated'] {
  const labelled = sectionValue(paper.sections, 'decided-on')
  const candidates = [...(labelled ? [labelled] : []), ...frontLines(paper).filter((line) => findDecidingBody(line.text))]
  candidates.push(...frontLines(paper).filter((line) => MEETING_HELD.test(line.text)))
  for (const passage of candidates) {
    const reading = findDates(passage.text).find((date) => date.precision === 'day')
    if (reading) return { passage: dayPassage(passage, reading), reading }
  }
  return paper.about.dated
}
