import { type Passage, slicePassage } from '../../schema/document.ts'
import type { ProgressUpdate, Status } from '../../schema/records.ts'
import { colourName } from '../recognise/colours.ts'
import { findDates } from '../recognise/dates.ts'
import { gradeOf } from '../recognise/grades.ts'
import { splitByReferences } from '../recognise/references.ts'
import { EvidenceLedger } from './evidence.ts'
import type { KeyRing } from './keys.ts'
import { fieldPassage, type PlanItem } from './plan-items.ts'
import { numberEvidence, type PlanContext } from './plan-items-to-records.ts'

/** Which recommendation the updates of an item are about. */
interface About {
  number: string | null
  wordingKey: string | null
  name: string
  keys: KeyRing
}

/** A stretch of a field that speaks of one part of the recommendation. */
interface PartStretch {
  number: string
  passage: Passage
  /** The same without the reference it begins with. */
  rest: Passage
}

/** The stretches of a field that speak of the parts of `number` one after the other; empty where it speaks of the whole. */
function partStretches(passage: Passage, number: string | null): PartStretch[] {
  if (number === null) return []
  return splitByReferences(passage.text)
    .filter((segment) => segment.number.startsWith(`${number}(`))
    .map((segment) => ({
      number: segment.number,
      passage: slicePassage(passage, segment.start, segment.end),
      rest: slicePassage(passage, segment.labelEnd, segment.end),
    }))
}

/** An assessment without the recommendation's own name before it: "Recommendation 3 – On track" is "On track". */
function withoutOwnReference(passage: Passage, number: string | null): Passage {
  const [first] = splitByReferences(passage.text)
  return first && first.start === 0 && first.number === number ? slicePassage(passage, first.labelEnd) : passage
}

/** A grade as printed and what it means. */
interface Assessment {
  passage: Passage
  text: string | null
  status: Status | null
}

function assess(passage: Passage, context: PlanContext, item: PlanItem): Assessment {
  if (passage.text === '') return { passage, text: null, status: null }
  const reading = gradeOf(passage.text, context.scale)
  if (reading.status === null && reading.grade === null)
    context.report(reading.ambiguous ? 'grade-ambiguous' : 'grade-off-scale', item.place, passage.text.slice(0, 160))
  return { passage, text: passage.text, status: reading.status }
}

/** A status cell without words says it by its colour: "[green]". */
function assessColour(item: PlanItem, context: PlanContext): Assessment | null {
  const value = item.fields.get('status')
  const colour = value?.fill ? colourName(value.fill) : null
  if (!colour) return null
  const text = `[${colour}]`
  const reading = gradeOf(text, context.scale)
  if (reading.status === null) context.report('colour-without-key', value?.place ?? item.place, text)
  return { passage: { text: '', runs: [] }, text, status: reading.status }
}

/** The day that the heading or label over an item's report names: "Progress (June 2022)". */
export function labelledAsOf(item: PlanItem): PlanContext['asOf'] {
  for (const role of ['progress', 'status', 'impact'] as const) {
    const label = item.fields.get(role)?.label
    const reading = label ? findDates(label.text).at(-1) : undefined
    if (label && reading?.from) return { passage: slicePassage(label, reading.start, reading.end), reading }
  }
  return null
}

/** A progress cell this short that is nothing but a grade is the assessment too, where the plan has no place for one. */
const LONGEST_BARE_GRADE = 40

/** What an item reports: one update for the whole, and one for each lettered part that it speaks of separately. */
export function itemUpdates(item: PlanItem, about: About, context: PlanContext): ProgressUpdate[] {
  const progress = fieldPassage(item, 'progress')
  const printed = fieldPassage(item, 'status')
  const impact = fieldPassage(item, 'impact')
  const bareGrade =
    !item.fields.has('status') && progress.text.length <= LONGEST_BARE_GRADE && gradeOf(progress.text, context.scale).status !== null
  const status = bareGrade ? progress : printed
  const colour = status.text === '' ? assessColour(item, context) : null
  if (progress.text === '' && status.text === '' && impact.text === '' && !colour) return []

  const progressParts = partStretches(progress, about.number)
  const statusParts = partStretches(status, about.number)
  const numbers = [...new Set([...progressParts, ...statusParts].map((part) => part.number))]
  const asOf = labelledAsOf(item) ?? context.asOf
  const key = about.keys.unique(`update/${about.name}`)
  const parts = numbers.map((number) => ({
    number,
    progress: progressParts.find((part) => part.number === number)?.passage ?? null,
    assessment: assess(statusParts.find((part) => part.number === number)?.rest ?? { text: '', runs: [] }, context, item),
  }))
  const whole =
    colour ??
    (statusParts.length > 0
      ? wholeOfParts(
          status,
          parts.map((part) => part.assessment),
        )
      : assess(withoutOwnReference(status, about.number), context, item))
  const base = { reviewKey: null, place: item.place, wordingKey: about.wordingKey }
  const updates: ProgressUpdate[] = []
  const add = (
    number: string | null,
    ownKey: string,
    parentKey: string | null,
    progressPassage: Passage | null,
    assessment: Assessment,
    own: PlanItem | null,
  ): void => {
    const ledger = new EvidenceLedger(context.source)
    const asOfText = asOf ? ledger.stated('asOfText', asOf.passage) : ledger.absent('asOfText')
    const statedOrBlank = (field: string, role: 'progress' | 'status' | 'impact', passage: Passage | null): string | null => {
      const value = item.fields.get(role)
      if (passage && passage.text !== '') return ledger.stated(field, passage)
      return value ? ledger.blank(field, value.place) : ledger.absent(field)
    }
    updates.push({
      ...base,
      key: ownKey,
      number: ledger.derived('number', number, numberEvidence(item)),
      parentKey,
      asOfText,
      asOfFrom: ledger.derived('asOfFrom', asOf?.reading.from ?? null, asOf?.passage ?? null),
      asOfTo: ledger.derived('asOfTo', asOf?.reading.to ?? null, asOf?.passage ?? null),
      progress: statedOrBlank('progress', 'progress', progressPassage),
      assessmentText:
        assessment.text !== null && assessment.passage.text === ''
          ? colourStated(ledger, assessment.text, item)
          : statedOrBlank('assessmentText', 'status', assessment.passage),
      status: ledger.derived('status', assessment.status, assessment.passage),
      impact: own ? statedOrBlank('impact', 'impact', impact) : null,
      evidence: ledger.entries,
    })
  }
  add(about.number, key, null, progress, whole, item)
  for (const part of parts) add(part.number, about.keys.unique(`update/${part.number}`), key, part.progress, part.assessment, null)
  return updates
}

function colourStated(ledger: EvidenceLedger, text: string, item: PlanItem): string {
  const value = item.fields.get('status')
  ledger.entries.push({ field: 'assessmentText', state: 'derived', quote: null, place: value?.place ?? item.place })
  return text
}

/** A card that grades its parts one by one grades the whole only where all parts bear one status. */
function wholeOfParts(passage: Passage, parts: readonly Assessment[]): Assessment {
  const first = parts[0]?.status ?? null
  const agreed = parts.length > 0 && parts.every((part) => part.status === first) ? first : null
  return { passage, text: passage.text, status: agreed }
}
