import { joinPassages, type Passage } from '../../schema/document.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { KeyRing, keyName, partNumber } from '../outline/keys.ts'
import { passagePlace } from '../outline/outline.ts'
import { itemSubjects, type Subject } from '../tables/item-subjects.ts'
import { fieldPassage, type PlanItem } from '../tables/plan-items.ts'
import { isChoice } from '../tables/ticked-columns.ts'
import { addCommitment, type WrittenCommitment } from './item-commitment.ts'
import { itemDetails } from './item-details.ts'
import type { PlanContext, PlanRecords } from './plan-records.ts'
import { itemUpdates } from './progress.ts'
import { shareUpdates } from './shared-updates.ts'
import { rowCertainty, updateCertainty } from './sure-rows.ts'

/** Fields of which one with words makes a lettered part's row a commitment of its own. */
const COMMITTING = ['responsible', 'due', 'revised-due', 'action', 'success-measure', 'verdict', 'timescale'] as const

/** The records of a whole plan, in the order of its items. */
export function planItemsToRecords(items: readonly PlanItem[], context: PlanContext): PlanRecords {
  const records: PlanRecords = {
    wordings: [],
    commitments: [],
    responsibilities: [],
    actions: [],
    progressUpdates: [],
    details: [],
    sure: new Map(),
    written: [],
  }
  const keys = new KeyRing()
  const subjects = itemSubjects(items)
  for (const [index, item] of items.entries()) {
    const subject = subjects[index]
    if (!subject) continue
    const reviewKey = context.reviewKeyOf(item)
    const whole = subject.partOf === null ? undefined : records.written[subject.partOf]
    const name = `${reviewKey === null ? '' : `${reviewKey.replace(/^review\//u, '')}/`}${keyName(subject.number, index)}`
    const wordingKey = addWordings(item, subject, whole?.wordingKey ?? null, { name, reviewKey, keys }, context, records)
    const about = { number: subject.number, wordingKey: wordingKey ?? whole?.wordingKey ?? null, reviewKey, name, keys }
    let commitment: WrittenCommitment | null = null
    const hasPlace = !context.answers && COMMITTING.some((role) => item.fields.has(role))
    // A mark under one of several verdicts fills in a form, on which whoever is to act says so.
    const verdict = item.fields.get('verdict')
    const isBare = context.answers && !(verdict && isChoice(verdict.label))
    const says = COMMITTING.some((role) => !(isBare && role === 'verdict') && fieldPassage(item, role).text !== '')
    if ((subject.partOf === null && hasPlace) || says) commitment = addCommitment(item, about, context, records)
    const shared =
      item.sharesReport && wordingKey !== null ? shareUpdates(records, reviewKey, { ...subject, wordingKey }, context.source) : null
    const updates = shared === null ? itemUpdates(item, about, context) : []
    const parentKey = whole?.updateKey ?? null
    records.progressUpdates.push(...updates.map((update) => (update.parentKey === null ? { ...update, parentKey } : update)))
    const updateKey = updates.findLast((update) => update.parentKey === null)?.key ?? shared
    records.written.push({ wordingKey, commitmentKey: commitment?.key ?? null, updateKey })
    for (const update of updates) records.sure.set(update.key, updateCertainty(item, update))
    records.details.push(...itemDetails(item, { wordingKey: about.wordingKey, commitment, updateKey }, context.isAnswer))
  }
  return records
}

interface Names {
  name: string
  reviewKey: string | null
  keys: KeyRing
}

function addWordings(
  item: PlanItem,
  subject: Subject,
  parentKey: string | null,
  { name, reviewKey, keys }: Names,
  context: PlanContext,
  records: PlanRecords,
): string | null {
  const heading = item.heading?.text ?? null
  const whole: Passage = subject.lead.text !== '' ? subject.lead : joinPassages(subject.parts.map((part) => part.text))
  // A bullet or a label with nothing after it says nothing.
  if (whole.text === '') return null
  const base = { role: context.role, kind: context.kind, reviewKey, heading }
  const sure = rowCertainty(item, 'wording')
  const key = keys.unique(`wording/${name}`)
  records.sure.set(key, sure)
  const ledger = new EvidenceLedger(context.source)
  if (item.heading) ledger.stated('heading', item.heading)
  records.wordings.push({
    ...base,
    key,
    place: passagePlace(whole),
    number: ledger.derived('number', subject.number, subject.numberPassage ?? whole),
    numberText: subject.numberPassage ? ledger.stated('numberText', subject.numberPassage) : ledger.absent('numberText'),
    parentKey,
    position: records.wordings.length,
    text: ledger.text('text', whole),
    evidence: ledger.entries,
  })
  const partKeys: string[] = []
  for (const part of subject.parts) {
    const number = partNumber(subject.number, part.number ?? '')
    const partLedger = new EvidenceLedger(context.source)
    const partKey = keys.unique(`wording/${name.slice(0, name.length - keyName(subject.number, 0).length)}${number}`)
    partKeys.push(partKey)
    records.sure.set(partKey, sure)
    if (part.text.text === '') continue
    records.wordings.push({
      ...base,
      key: partKey,
      place: passagePlace(part.text),
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
