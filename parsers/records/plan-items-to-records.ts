import type { Report } from '../../schema/diagnostics.ts'
import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { Action, Commitment, ProgressUpdate, RecommendationKind, Responsibility, Wording, WordingRole } from '../../schema/records.ts'
import type { DateReading } from '../recognise/dates.ts'
import { readDate, readRevisedDate } from '../recognise/dates.ts'
import type { Grade } from '../recognise/grades.ts'
import { canonicalNumber, readLabel } from '../recognise/numbers.ts'
import { readParties } from '../recognise/parties.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { EvidenceLedger } from './evidence.ts'
import { labelPassage } from './items.ts'
import { KeyRing, keyName, partNumber } from './keys.ts'
import { textEntries } from './outline.ts'
import { entriesToParts } from './parts.ts'
import { fieldPassage, type PlanItem } from './plan-items.ts'
import { itemUpdates } from './progress.ts'

/** What turns plan items into records besides the items themselves. */
export interface PlanContext {
  role: WordingRole
  kind: RecommendationKind
  source: string | null
  scale: Grade[] | null
  /** The day that the document as a whole reports for, if it says. */
  asOf: { passage: Passage; reading: DateReading } | null
  report: Report
}

/** The records that plans, trackers and cards are made of. */
export interface PlanRecords {
  wordings: Wording[]
  commitments: Commitment[]
  responsibilities: Responsibility[]
  actions: Action[]
  progressUpdates: ProgressUpdate[]
}

/** What one item says it is about: its number and its words, parts apart. */
interface Subject {
  number: string | null
  numberPassage: Passage | null
  lead: Passage
  parts: ReturnType<typeof entriesToParts>['parts']
}

function itemSubject(item: PlanItem): Subject {
  const value = item.fields.get('recommendation') ?? item.fields.get('objective')
  const entries = value ? textEntries(value.blocks) : []
  const printed = fieldPassage(item, 'number')
  const column = printed.text === '' ? null : canonicalNumber(printed.text)
  const [first, ...rest] = entries
  // Without a number column the number is the label that the words begin with.
  const own = column === null && first?.label && (first.label.word !== null || !/^[a-z]$/u.test(first.label.number)) ? first : null
  const body = own && first ? [{ ...first, label: readLabel(first.body.text), passage: first.body, body: first.body }, ...rest] : entries
  const { lead, parts } = entriesToParts(body.filter((entry) => entry.passage.text !== ''))
  return {
    number: column ?? own?.label?.number ?? item.restoredNumber ?? (printed.text === '' ? null : printed.text),
    numberPassage: column !== null ? printed : own ? labelPassage(own) : printed.text === '' ? null : printed,
    lead,
    parts,
  }
}

/** The records of a whole plan, in the order of its items. */
export function planItemsToRecords(items: readonly PlanItem[], context: PlanContext): PlanRecords {
  const records: PlanRecords = { wordings: [], commitments: [], responsibilities: [], actions: [], progressUpdates: [] }
  const keys = new KeyRing()
  let current: { subject: Subject; key: string | null; name: string } | null = null
  for (const [index, item] of items.entries()) {
    if (!item.continues || !current) {
      const subject = itemSubject(item)
      const name = keyName(subject.number, index)
      current = { subject, name, key: addWordings(item, subject, name, keys, context, records) }
    }
    addCommitment(item, current.subject.number, current.key, current.name, keys, context, records)
    records.progressUpdates.push(
      ...itemUpdates(item, { number: current.subject.number, wordingKey: current.key, name: current.name, keys }, context),
    )
  }
  return records
}

function addWordings(
  item: PlanItem,
  subject: Subject,
  name: string,
  keys: KeyRing,
  context: PlanContext,
  records: PlanRecords,
): string | null {
  const heading = item.heading?.text ?? null
  const text = subject.lead.text !== '' ? subject.lead : null
  if (!text && subject.parts.length === 0) return null
  const base = { role: context.role, kind: context.kind, reviewKey: null, heading }
  const key = keys.unique(`wording/${name}`)
  const whole = text ?? joinPassages(subject.parts.map((part) => part.text))
  const ledger = new EvidenceLedger(context.source)
  if (item.heading) ledger.stated('heading', item.heading)
  records.wordings.push({
    ...base,
    key,
    place: item.place,
    number: ledger.derived('number', subject.number, subject.numberPassage ?? whole),
    numberText: subject.numberPassage ? ledger.stated('numberText', subject.numberPassage) : ledger.absent('numberText'),
    parentKey: null,
    position: records.wordings.length,
    text: ledger.text('text', whole),
    evidence: ledger.entries,
  })
  const partKeys: string[] = []
  for (const part of subject.parts) {
    const number = partNumber(subject.number, part.number ?? '')
    const partLedger = new EvidenceLedger(context.source)
    const partKey = keys.unique(`wording/${number}`)
    partKeys.push(partKey)
    if (part.text.text === '') continue
    records.wordings.push({
      ...base,
      key: partKey,
      place: item.place,
      number: partLedger.derived('number', number, part.numberPassage),
      numberText: partLedger.stated('numberText', part.numberPassage),
      parentKey: part.parent === null ? key : (partKeys[part.parent] ?? key),
      position: records.wordings.length,
      text: partLedger.text('text', part.text),
      evidence: partLedger.entries,
    })
  }
  return key
}

/** The date that stands for when it will be done: the revised one where there is one, else a timescale that is a date. */
function dueReading(item: PlanItem): { passage: Passage; reading: DateReading | null; fromTimescale: boolean } {
  const revised = fieldPassage(item, 'revised-due')
  if (revised.text !== '') return { passage: revised, reading: readDate(revised.text), fromTimescale: false }
  const due = fieldPassage(item, 'due')
  if (due.text !== '') {
    const later = readRevisedDate(due.text)
    if (later) return { passage: slicePassage(due, later.start, later.end), reading: later, fromTimescale: false }
    return { passage: due, reading: readDate(due.text), fromTimescale: false }
  }
  const timescale = fieldPassage(item, 'timescale')
  const reading = item.fields.has('due') || timescale.text === '' ? null : readDate(timescale.text)
  return reading ? { passage: timescale, reading, fromTimescale: true } : { passage: due, reading: null, fromTimescale: false }
}

function addCommitment(
  item: PlanItem,
  number: string | null,
  wordingKey: string | null,
  name: string,
  keys: KeyRing,
  context: PlanContext,
  records: PlanRecords,
): void {
  const ledger = new EvidenceLedger(context.source)
  const due = dueReading(item)
  const dueText = due.passage.text === '' && !item.fields.has('due') ? ledger.absent('dueText') : ledger.stated('dueText', due.passage)
  if (dueText !== null && !due.reading) context.report('date-not-understood', item.place, dueText)
  const verdict = fieldPassage(item, 'verdict')
  const outcome = verdict.text === '' ? null : readVerdict(verdict.text)
  if (verdict.text !== '' && !outcome?.outcome && !item.fields.has('action'))
    context.report('verdict-not-understood', item.place, verdict.text.slice(0, 120))
  const responsible = fieldPassage(item, 'responsible')
  const key = keys.unique(`commitment/${name}`)
  const from = ledger.derived('dueFrom', due.reading?.from ?? null, due.passage)
  const to = ledger.derived('dueTo', due.reading?.to ?? null, due.passage)
  records.commitments.push({
    key,
    reviewKey: null,
    place: item.place,
    number: ledger.derived('number', number, numberEvidence(item)),
    wordingKey,
    outcome: outcome?.outcome ? ledger.derived('outcome', outcome.outcome, slicePassage(verdict, outcome.start, outcome.end)) : null,
    responsible: statedField(item, 'responsible', 'responsible', ledger),
    dueText,
    dueFrom: from,
    dueTo: to,
    successMeasure: statedField(item, 'success-measure', 'successMeasure', ledger),
    timescale: statedField(item, 'timescale', 'timescale', ledger),
    evidence: ledger.entries,
  })
  addResponsibilities(item, responsible, key, name, keys, context, records)
  addActions(item, number, key, name, keys, context, records)
}

/** What an item's number is known by: its number, else the words it stands before. */
export function numberEvidence(item: PlanItem): Passage {
  const roles = ['number', 'recommendation', 'objective', 'action', 'progress', 'status'] as const
  return roles.map((role) => fieldPassage(item, role)).find((passage) => passage.text !== '') ?? { text: '', runs: [] }
}

/** A field's value as printed; blank where its place is empty, not found where the plan has no such field. */
export function statedField(
  item: PlanItem,
  role: Parameters<typeof fieldPassage>[1],
  field: string,
  ledger: EvidenceLedger,
): string | null {
  const value = item.fields.get(role)
  if (!value) return ledger.absent(field)
  const passage = fieldPassage(item, role)
  return passage.text === '' ? ledger.blank(field, value.place) : ledger.stated(field, passage)
}

function addResponsibilities(
  item: PlanItem,
  responsible: Passage,
  commitmentKey: string,
  name: string,
  keys: KeyRing,
  context: PlanContext,
  records: PlanRecords,
): void {
  if (responsible.text === '') return
  for (const party of readParties(responsible.text)) {
    const ledger = new EvidenceLedger(context.source)
    const passage = slicePassage(responsible, party.start, party.end)
    records.responsibilities.push({
      key: keys.unique(`responsibility/${name}/${party.name}`),
      reviewKey: null,
      place: item.place,
      commitmentKey,
      name: ledger.derived('name', party.name, passage),
      organisation: party.organisation === null ? null : ledger.derived('organisation', party.organisation, passage),
      kind: party.kind,
      text: ledger.text('text', passage),
      evidence: ledger.entries,
    })
  }
}

function addActions(
  item: PlanItem,
  number: string | null,
  commitmentKey: string,
  name: string,
  keys: KeyRing,
  context: PlanContext,
  records: PlanRecords,
): void {
  const value = item.fields.get('action')
  if (!value) return
  const { lead, parts } = entriesToParts(textEntries(value.blocks))
  const actions = [{ label: null as string | null, text: lead }, ...parts.map((part) => ({ label: part.number, text: part.text }))]
  for (const [index, action] of actions.entries()) {
    if (action.text.text === '' || (action.label === null && /^[-–—]$|^n\/?a\.?$/iu.test(action.text.text))) continue
    const ledger = new EvidenceLedger(context.source)
    records.actions.push({
      key: keys.unique(`action/${name}/${action.label ?? index + 1}`),
      reviewKey: null,
      place: value.place,
      commitmentKey,
      number: ledger.derived('number', number, numberEvidence(item)),
      label: action.label,
      position: records.actions.length,
      text: ledger.text('text', action.text),
      evidence: ledger.entries,
    })
  }
}
