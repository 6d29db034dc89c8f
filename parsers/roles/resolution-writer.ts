import { type Passage, slicePassage } from '../../schema/document.ts'
import type { Resolution, Wording } from '../../schema/records.ts'
import type { Sitting } from '../frame/decided.ts'
import type { Paper } from '../frame/paper.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { type Item, itemsSay } from '../outline/items.ts'
import { KeyRing, keyName, partNumber } from '../outline/keys.ts'
import { passagePlace } from '../outline/outline.ts'
import { readDecided } from '../recognise/decided.ts'
import { findCitations, isProcedural, limbOutcome, ofOpener } from '../recognise/resolutions.ts'
import type { Decision } from './decision.ts'
import { itemsToWordings } from './items-to-wordings.ts'
import { recommended, recommendsIn } from './passed-on.ts'

/** What a paper resolves, and what is printed with it. */
export interface ResolutionLists {
  resolutions: Resolution[]
  /** The same limbs as recommendations, for those that restate one. */
  wordings: Wording[]
  /** Movers, votes, recitals and who is to act, each beside the first resolution that it is printed with. */
  details: { entityKey: string; label: string; passage: Passage }[]
  /** The keys of resolutions that are reported in a sentence, and not set as minutes set them. */
  told: string[]
}

/** Makes records of resolutions, each under who decided and when. */
export class ResolutionWriter {
  readonly lists: ResolutionLists = {
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
    // What became of it is printed where a vote is reported, in the opener, or in the limb's own words where these say something else.
    const openers = opener.text === '' ? undefined : fate === undefined ? ofOpener(opener.text) : fate
    // Where limbs decide by number, the list is numbered on its own, and the rest of it restates nothing.
    const restates = can.decides && can.restates && read.filter(({ decides }) => decides !== null).length * 2 < read.length
    const restating = new Set<number>()
    const proposing = new Set<number>()
    for (const [index, { item, text, note, procedural, outcome, decides }] of read.entries()) {
      if (!says(text)) continue
      if (note) this.lists.details.push({ entityKey: names[index] ?? keyName(item.number, index), label: 'action', passage: note })
      if (restates && !procedural && decides === null && RESTATING.has(outcome)) restating.add(index)
      if (outcome === null && !isProcedural(text.text) && !onlyNotes(text.text) && recommendsIn(opener.text, text.text))
        proposing.add(index)
      const ledger = new EvidenceLedger(this.#source)
      resolutions.push({
        key: names[index] ?? keyName(item.number, index),
        reviewKey: procedural ? null : reviewKey,
        place: passagePlace(text),
        number: item.number === null ? null : ledger.derived('number', item.number, item.numberPassage),
        numberText: item.number === null ? ledger.absent('numberText') : ledger.stated('numberText', item.numberPassage),
        parentKey: item.parent !== null && says(read[item.parent]?.text) ? (names[item.parent] ?? null) : null,
        wordingKey: null,
        position: resolutions.length,
        text: ledger.text('text', text),
        outcome: ledger.derived('outcome', outcome, outcome === openers ? opener : text),
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

/** Whether what is passed on asks for no more than to note: that is procedure. */
const onlyNotes = (text: string): boolean => limbOutcome('RESOLVED', text) === 'noted'

/** "… on 9 October.  Action: S Kerr": who is to act is printed after a limb, at the edge of the page. */
const ACTION_NOTE = /\s\(?action(?:\s(?:by|for))?\s?:\s?(?=\p{Lu})([^.;:]{2,60}?)[).]?$/iu

function withoutActionNote(text: Passage): { words: Passage; note: Passage | null } {
  const match = ACTION_NOTE.exec(text.text)
  if (!match?.[1]) return { words: text, note: null }
  const at = match.index + match[0].lastIndexOf(match[1])
  return { words: slicePassage(text, 0, match.index), note: slicePassage(text, at, at + match[1].length) }
}

/** A limb under the number that is printed with the mover or the text of the whole. */
/** A lone mark or number, as a table's border leaves it, is not a decision. */
function says(text: Passage | undefined): boolean {
  return text !== undefined && /\p{L}{2}/u.test(text.text)
}

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
