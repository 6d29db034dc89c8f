import { joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import type { KeyRing } from '../outline/keys.ts'
import { passagePlace, textEntries } from '../outline/outline.ts'
import { entriesToParts } from '../outline/parts.ts'
import type { DateReading } from '../recognise/dates.ts'
import { readDate, readRevisedDate } from '../recognise/dates.ts'
import { type Party, readParties } from '../recognise/parties.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { blocksPassage, fieldPassage, fieldRowPassages, fieldRows, type PlanItem } from '../tables/plan-items.ts'
import type { DetailDraft } from './paper-reading.ts'
import type { PlanContext, PlanRecords } from './plan-records.ts'
import { commitmentCertainty, rowCertainty } from './sure-rows.ts'

/** Which recommendation an item's records are about. */
export interface ItemSubject {
  number: string | null
  wordingKey: string | null
  reviewKey: string | null
  /** In keys. */
  name: string
  keys: KeyRing
}

/** A date as printed and what it means, or why not. */
interface Due {
  passage: Passage
  reading: Pick<DateReading, 'from' | 'to'> | null
  /** The words in a date's place that name none. */
  unread: string[]
}

const NOTHING: Due = { passage: { text: '', runs: [] }, reading: null, unread: [] }

const dueOf = (passage: Passage, reading: Due['reading']): Due => ({ passage, reading, unread: reading?.from ? [] : [passage.text] })

/** A day on which something was decided or told is not the one by which it is to be done. */
const DONE_ON =
  /^(?:agreed|approved|considered|discussed|issued|noted|published|reported|reviewed|updated)\b(?!\s(?:date|target|deadline|time))/iu

/** One cell of a date column: the later date where it gives a first and a revised one. */
function dueOfCell(passage: Passage): Due {
  if (DONE_ON.test(passage.text)) return dueOf(passage, null)
  const later = readRevisedDate(passage.text)
  return later ? dueOf(slicePassage(passage, later.start, later.end), later) : dueOf(passage, readDate(passage.text))
}

/** The date of several rows of one recommendation where all have the same; where they differ each is its action's, and none the whole's. */
function dueOfRows(passages: readonly Passage[]): Due {
  const dues = passages.map(dueOfCell)
  const [first] = dues
  if (!first) return NOTHING
  const same = dues.every(({ reading, passage }) =>
    first.reading?.from ? reading?.from === first.reading.from && reading.to === first.reading.to : passage.text === first.passage.text,
  )
  return same ? first : NOTHING
}

/** The date that stands for when it will be done: the revised one where there is one, else a timescale that is a date. */
function dueReading(item: PlanItem): Due {
  const revised = fieldPassage(item, 'revised-due')
  if (revised.text !== '') return dueOf(revised, DONE_ON.test(revised.text) ? null : readDate(revised.text))
  if (item.fields.has('due')) return dueOfRows(fieldRowPassages(item, 'due'))
  const due = dueOfRows(fieldRowPassages(item, 'timescale'))
  return due.reading ? due : NOTHING
}

/** Where a date would be printed: the revised one's place where there is one. */
function duePlace({ fields, place }: PlanItem): Place {
  return (fields.get('revised-due') ?? fields.get('due') ?? fields.get('timescale'))?.place ?? place
}

/** A verdict cell this short is nothing but a verdict; what is longer may be an answer in words. */
const LONGEST_BARE_VERDICT = 60

/** Adds what an item commits to, the commitment, those responsible, its actions, and gives their keys. */
export function addCommitment(item: PlanItem, about: ItemSubject, context: PlanContext, records: PlanRecords): WrittenCommitment {
  const ledger = new EvidenceLedger(context.source)
  const due = dueReading(item)
  const noneForAll = due === NOTHING && (!item.fields.has('due') || fieldPassage(item, 'due').text !== '')
  const dueText = noneForAll
    ? ledger.absent('dueText')
    : due.passage.text === ''
      ? ledger.blank('dueText', duePlace(item))
      : ledger.stated('dueText', due.passage)
  for (const words of due.unread) context.report('date-not-understood', passagePlace(due.passage), words.slice(0, 120))
  const verdict = fieldPassage(item, 'verdict')
  const outcome = verdict.text === '' ? null : readVerdict(verdict.text)
  if (verdict.text !== '' && !outcome?.outcome && (!item.fields.has('action') || verdict.text.length <= LONGEST_BARE_VERDICT))
    context.report('verdict-not-understood', passagePlace(verdict), verdict.text.slice(0, 120))
  const key = about.keys.unique(`commitment/${about.name}`)
  const from = ledger.derived('dueFrom', due.reading?.from ?? null, due.passage)
  const to = ledger.derived('dueTo', due.reading?.to ?? null, due.passage)
  records.commitments.push({
    key,
    reviewKey: about.reviewKey,
    place: item.place,
    number: ledger.derived('number', about.number, numberEvidence(item)),
    wordingKey: about.wordingKey,
    outcome: outcome?.outcome ? ledger.derived('outcome', outcome.outcome, slicePassage(verdict, outcome.start, outcome.end)) : null,
    responsible: statedField(item, 'responsible', 'responsible', ledger),
    dueText,
    dueFrom: from,
    dueTo: to,
    successMeasure: statedField(item, 'success-measure', 'successMeasure', ledger),
    timescale: statedField(item, 'timescale', 'timescale', ledger),
    evidence: ledger.entries,
  })
  const written = records.commitments.at(-1)
  if (written) records.sure.set(key, commitmentCertainty(item, written))
  addResponsibilities(item, key, about, context, records)
  const actions = addActions(item, key, about, context, records)
  records.details.push(...ownDates(item, due, key, actions))
  return { key, actions }
}

/** The dates of rows that differ, each a detail of its row's action; of the commitment where dates and actions have not as many rows. */
function ownDates(item: PlanItem, due: Due, commitmentKey: string, actions: readonly WrittenAction[]): DetailDraft[] {
  const value = item.fields.get('due')
  if (!value || due !== NOTHING) return []
  const rows = fieldRows(value)
  const aligned = fieldRows(item.fields.get('action') ?? value).length === rows.length
  return rows.map(blocksPassage).flatMap((passage, row) => {
    const action = aligned ? actions.find((one) => one.row === row) : undefined
    return passage.text === '' ? [] : [{ entityKey: action?.key ?? commitmentKey, label: value.label.text || 'due', passage }]
  })
}

/** What an item's number is known by: its number, else the words it precedes. */
export function numberEvidence(item: PlanItem): Passage {
  const roles = ['number', 'recommendation', 'objective', 'action', 'progress', 'status'] as const
  return roles.map((role) => fieldPassage(item, role)).find((passage) => passage.text !== '') ?? { text: '', runs: [] }
}

/** What ends a line of names that the next line goes on with. */
const GOES_ON = /(?:[&,/+–—-]|\band)$/iu

/** A field's value as printed, once where all rows say the same; blank where its place is empty, not found where the plan has no such field. */
function statedField(item: PlanItem, role: Parameters<typeof fieldPassage>[1], field: string, ledger: EvidenceLedger): string | null {
  const value = item.fields.get(role)
  if (!value) return ledger.absent(field)
  const [first, ...others] = fieldRowPassages(item, role).filter(({ text }) => text !== '')
  const printed = role === 'responsible' && fieldRows(value).length === 1 ? partyPassages(item) : []
  // Names on lines of their own stay on them: run together, two people read as one. "A &" goes on.
  const names = printed.slice(0, -1).some(({ text }) => GOES_ON.test(text)) ? [] : printed
  const whole = names.length > 1 ? joinPassages(names, '\n') : fieldPassage(item, role)
  const passage = first && names.length < 2 && others.every(({ text }) => text === first.text) ? first : whole
  return passage.text === '' ? ledger.blank(field, value.place) : ledger.stated(field, passage)
}

/** The cells of a field, or its lines where each of them names somebody by itself. */
function partyPassages(item: PlanItem): Passage[] {
  const value = item.fields.get('responsible')
  if (!value) return []
  return fieldRows(value).flatMap((blocks) => {
    const lines = textEntries(blocks).map(({ passage }) => passage)
    const each = lines.length > 1 && lines.every(({ text }) => readParties(text).every(({ kind }) => kind !== 'unknown'))
    return each ? lines : [joinPassages(lines)]
  })
}

function addResponsibilities(item: PlanItem, commitmentKey: string, about: ItemSubject, context: PlanContext, records: PlanRecords): void {
  const seen = new Set<string>()
  for (const printed of partyPassages(item)) {
    for (const party of readParties(printed.text)) {
      const same = `${party.name}|${party.organisation ?? ''}`
      if (seen.has(same)) continue
      seen.add(same)
      addParty(party, slicePassage(printed, party.start, party.end))
    }
  }

  function addParty(party: Party, passage: Passage): void {
    const ledger = new EvidenceLedger(context.source)
    records.responsibilities.push({
      key: about.keys.unique(`responsibility/${about.name}/${party.name}`),
      reviewKey: about.reviewKey,
      place: passagePlace(passage),
      commitmentKey,
      name: ledger.derived('name', party.name, passage),
      organisation: party.organisation === null ? null : ledger.derived('organisation', party.organisation, passage),
      kind: party.kind,
      text: ledger.text('text', passage),
      evidence: ledger.entries,
    })
  }
}

/** The actions of a field: each row's own, lettered ones apart, and those that have the item's number: "2.1" of R2. */
function itemActions(item: PlanItem, number: string | null): { label: string | null; text: Passage; row: number }[] {
  const value = item.fields.get('action')
  if (!value) return []
  const rows = fieldRows(value)
  const alone = rows.length === 1
  const whole = /\d+(?:\.\d+)*$/u.exec(number ?? '')?.[0] ?? null
  return rows.flatMap((blocks, row) => {
    const entries = textEntries(blocks)
    // A list of bullets and nothing else: each is an action.
    if (entries.length > 1 && entries.every(({ bullet, label }) => bullet && !label))
      return entries.map(({ passage }) => ({ label: null, text: passage, row }))
    const { lead, parts } = entriesToParts(entries, alone ? 'list' : 'rows', whole)
    return [{ label: null, text: lead, row }, ...parts.map((part) => ({ label: part.number, text: part.text, row }))]
  })
}

/** An action's record, and the row of its item that it comes from. */
interface WrittenAction {
  key: string
  row: number
}

/** The keys of a commitment and of its actions. */
export interface WrittenCommitment {
  key: string
  actions: WrittenAction[]
}

function addActions(
  item: PlanItem,
  commitmentKey: string,
  about: ItemSubject,
  context: PlanContext,
  records: PlanRecords,
): WrittenAction[] {
  const evidence = numberEvidence(item)
  const written: WrittenAction[] = []
  const sure = rowCertainty(item, 'action')
  for (const [index, action] of itemActions(item, about.number).entries()) {
    if (action.text.text === '' || (action.label === null && /^(?:[-–—]|n\/?a\.?)$/iu.test(action.text.text))) continue
    const ledger = new EvidenceLedger(context.source)
    const key = about.keys.unique(`action/${about.name}/${action.label ?? index + 1}`)
    written.push({ key, row: action.row })
    records.sure.set(key, sure)
    records.actions.push({
      key,
      reviewKey: about.reviewKey,
      place: passagePlace(action.text),
      commitmentKey,
      number: ledger.derived('number', about.number, evidence),
      label: action.label,
      position: records.actions.length,
      text: ledger.text('text', action.text),
      evidence: ledger.entries,
    })
  }
  return written
}
