import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { Resolution, Wording } from '../../schema/records.ts'
import { findDecidingBody } from '../recognise/bodies.ts'
import { findDates } from '../recognise/dates.ts'
import { readDecided } from '../recognise/decided.ts'
import { readLabel } from '../recognise/numbers.ts'
import { findResolutionOpener, isBareThat, isProcedural } from '../recognise/resolutions.ts'
import { resolutionOutcome } from '../recognise/verdicts.ts'
import type { About } from './about.ts'
import { sectionValue } from './about.ts'
import { EvidenceLedger } from './evidence.ts'
import { entryToStretches, type Item, isOpen, type LabelledStretch, splitInlineParts, stretchesToItems } from './items.ts'
import { itemsToWordings } from './items-to-wordings.ts'
import { KeyRing, keyName } from './keys.ts'
import type { Paper } from './layout.ts'
import { isHeading, passagePlace, type TextEntry } from './outline.ts'

/** What a decision record or a meeting's minutes resolved. */
export interface Resolutions {
  resolutions: Resolution[]
  /** The same limbs as recommendations, for those that restate one. */
  wordings: Wording[]
  openers: number
  decidedOn: About['dated']
}

/** One resolution: its opener and its limbs. */
interface Resolved {
  opener: Passage
  items: Item[]
}

/** All resolutions of a paper, section by section: a limb never runs into the next section of the form. */
export function readResolutions(paper: Paper): Resolutions {
  const resolved = paper.sections.flatMap((section) => sectionResolutions(section.entries, section.kind === 'record'))
  const body = decidedBy(paper)
  const decidedOn = decisionDate(paper)
  const { source } = paper.outline.document
  const keys = new KeyRing()
  const wordingKeys = new KeyRing()
  const resolutions: Resolution[] = []
  const wordings: Wording[] = []
  for (const { opener, items } of resolved) {
    const names = items.map((item, index) => keys.unique(`resolution/${keyName(item.number, resolutions.length + index)}`))
    const restating: Item[] = []
    for (const [index, item] of items.entries()) {
      const text = item.text.text === '' ? joinPassages(items.filter((part) => part.parent === index).map((part) => part.text)) : item.text
      if (text.text === '') continue
      const ledger = new EvidenceLedger(source)
      const decides = readDecided(text.text, opener.text)
      const outcome = resolutionOutcome(opener.text, text.text)
      if (decides === null && !isProcedural(text.text) && (outcome === 'agreed' || outcome === 'amended' || outcome === 'agreed_in_part'))
        restating.push(item)
      resolutions.push({
        key: names[index] ?? keyName(item.number, index),
        reviewKey: null,
        place: passagePlace(text),
        number: item.number === null ? null : ledger.derived('number', item.number, item.numberPassage),
        numberText: item.number === null ? ledger.absent('numberText') : ledger.stated('numberText', item.numberPassage),
        parentKey: item.parent === null ? null : (names[item.parent] ?? null),
        position: resolutions.length,
        text: ledger.text('text', text),
        outcome: ledger.derived('outcome', outcome, opener.text === '' ? text : opener),
        decidedBy: body ? ledger.stated('decidedBy', body) : ledger.absent('decidedBy'),
        decidedOn: decidedOn ? ledger.derived('decidedOn', decidedOn.reading.from, decidedOn.passage) : ledger.absent('decidedOn'),
        decides,
        evidence: ledger.entries,
      })
    }
    wordings.push(...restatedWordings(items, restating, source, wordingKeys))
  }
  return { resolutions, wordings, openers: resolved.length, decidedOn }
}

/** Wordings of the limbs that restate a recommendation; keys and parents run with the whole list. */
function restatedWordings(items: readonly Item[], restating: readonly Item[], source: string | null, keys: KeyRing): Wording[] {
  const kept = new Set(restating.map((item) => item.numberPassage))
  const all = itemsToWordings(items, 'resolved', 'recommendation', source)
  const wordings = all.filter((wording) => items.some((item, index) => kept.has(item.numberPassage) && index === wording.position))
  const renamed = new Map(wordings.map((wording) => [wording.key, keys.unique(wording.key)]))
  return wordings.map((wording) => ({
    ...wording,
    key: renamed.get(wording.key) ?? wording.key,
    parentKey: wording.parentKey === null ? null : (renamed.get(wording.parentKey) ?? null),
  }))
}

/** The limbs under each opener of one section. In a form's record a list may stand without any opener. */
function sectionResolutions(entries: readonly TextEntry[], isRecord: boolean): Resolved[] {
  const found: Resolved[] = []
  for (let index = 0; index < entries.length; index++) {
    const entry = entries[index]
    const opener = entry ? findResolutionOpener(entry.passage.text) : null
    if (!entry || !opener) continue
    let stop = index + 1
    while (stop < entries.length && !findResolutionOpener(entries[stop]?.passage.text ?? '')) stop++
    const first = slicePassage(entry.passage, opener.end)
    found.push({ opener: slicePassage(entry.passage, opener.start, opener.end), items: limbs(first, entries.slice(index + 1, stop)) })
    index = stop - 1
  }
  if (found.length > 0 || !isRecord) return found
  const labelled = entries.filter((entry) => entry.label !== null && entry.label.style !== 'dotted')
  const [only] = entries
  if (labelled.length > 0) return [{ opener: { text: '', runs: [] }, items: limbs({ text: '', runs: [] }, entries) }]
  return only && entries.length === 1 && /^That\b/u.test(only.passage.text)
    ? [{ opener: { text: '', runs: [] }, items: [unnumbered(only.passage)] }]
    : []
}

const unnumbered = (text: Passage): Item => ({
  label: null,
  number: null,
  numberPassage: { text: '', runs: [] },
  parent: null,
  text,
  heading: null,
})

/** What was resolved: a list of limbs, or one limb without a number. */
function limbs(first: Passage, entries: readonly TextEntry[]): Item[] {
  const stretches: LabelledStretch[] = []
  const plain: Passage[] = []
  const lead = firstLimb(first, stretches)
  if (lead.text !== '') plain.push(lead)
  for (const entry of entries) {
    const last = stretches.at(-1)
    const lastText = last ? joinPassages(last.body).text : (plain.at(-1)?.text ?? '')
    if (isHeading(entry) && entry.label === null) break
    if (entry.label && entry.label.style !== 'dotted') stretches.push(...entryToStretches(entry, null))
    else if (entry.bullet || isOpen(lastText)) {
      if (last) last.body.push(entry.passage)
      else if (plain.length > 0) plain.push(joinPassages([plain.pop() ?? entry.passage, entry.passage]))
      else plain.push(entry.passage)
    } else if (stretches.length === 0 && /^(?:That|To|and that)\b/u.test(entry.passage.text)) plain.push(entry.passage)
    else break
  }
  return stretches.length > 0 ? stretchesToItems(stretches) : plain.map(unnumbered)
}

/** What follows an opener on its own line: nothing but "that", the first label of the list, or a limb of its own. */
function firstLimb(first: Passage, stretches: LabelledStretch[]): Passage {
  if (isBareThat(first.text)) return { text: '', runs: [] }
  const that = /^that\b[\s:;,–—-]*(?=\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])/iu.exec(first.text)
  const body = that ? slicePassage(first, that[0].length) : first
  const entry = labelledEntry(body)
  if (entry) {
    stretches.push(...entryToStretches(entry, null))
    return { text: '', runs: [] }
  }
  const { lead, parts } = splitInlineParts(first, null)
  if (parts.length > 0 && isBareThat(lead.text)) {
    stretches.push(...parts)
    return { text: '', runs: [] }
  }
  return first
}

function labelledEntry(passage: Passage): TextEntry | null {
  const label = readLabel(passage.text)
  if (!label || !/[.)]/u.test(label.text)) return null
  return { type: 'paragraph', level: null, bullet: false, bold: false, indent: 0, passage, label, body: slicePassage(passage, label.end) }
}

/** Lines at the front of a paper, where a form or minutes name the meeting. */
function frontLines(paper: Paper): Passage[] {
  return paper.outline.entries
    .slice(0, 15)
    .flatMap((entry) => (entry.type === 'table' || entry.passage.text.length > 120 ? [] : [entry.passage]))
}

/** The body that decided: as the form names it, else as the line with the meeting's date does, a line at the front, or the opener. */
function decidedBy(paper: Paper): Passage | null {
  const labelled = sectionValue(paper.sections, 'body')
  const front = frontLines(paper)
  const dated = front.filter((line) => findDates(line.text).length > 0)
  const openers = paper.sections
    .flatMap((section) => section.entries.map((entry) => entry.passage))
    .filter((passage) => findResolutionOpener(passage.text))
  for (const line of [...(labelled ? [labelled] : []), ...dated, ...front, ...openers.slice(0, 1)]) {
    const span = findDecidingBody(line.text)
    if (span) return slicePassage(line, span.start, span.end)
  }
  return null
}

/** The day of the decision: by the form's label, else a line at the front that names a meeting or body with a day. */
function decisionDate(paper: Paper): About['dated'] {
  const labelled = sectionValue(paper.sections, 'decided-on')
  const candidates = [...(labelled ? [labelled] : []), ...frontLines(paper).filter((line) => findDecidingBody(line.text))]
  for (const passage of candidates) {
    const reading = findDates(passage.text).find((date) => date.precision === 'day')
    if (reading) return { passage: slicePassage(passage, reading.start, reading.end), reading }
  }
  return paper.about.dated
}
