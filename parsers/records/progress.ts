import { colourName } from '../../schema/colours.ts'
import { EMPTY_PASSAGE, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import type { Place } from '../../schema/place.ts'
import type { ProgressUpdate, Status } from '../../schema/records.ts'
import { COLOUR_SIGNS, COLOURS } from '../../schema/vocabulary/grades.ts'
import type { AsOf } from '../outline/as-of.ts'
import { EvidenceLedger } from '../outline/evidence.ts'
import { passagePlace } from '../outline/outline.ts'
import { headingTime } from '../outline/table-header.ts'
import { readDate } from '../recognise/dates.ts'
import type { Grade } from '../recognise/grade.ts'
import { foldGrade, gradeOf } from '../recognise/grades.ts'
import { splitByReferences } from '../recognise/references.ts'
import { wordsInForce } from '../recognise/taught.ts'
import { blocksPassage, type DatedReport, fieldPassage, fieldRowPassages, fieldRows, type PlanItem } from '../tables/plan-items.ts'
import { isFilled } from '../tables/rejoin-rows.ts'
import { type ItemSubject, numberEvidence } from './item-commitment.ts'
import type { PlanContext } from './plan-records.ts'

/** A stretch of a field that mentions one part of the recommendation. */
interface PartStretch {
  number: string
  passage: Passage
  /** The same without the reference it begins with. */
  rest: Passage
}

/** The stretches of a field that mention the parts of `number` one after the other; empty where it mentions the whole. */
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

/**
 * An assessment without the recommendation's own name before it: "Recommendation 3 – On track" is "On track". In
 * "3 – Behind schedule" the number may be the grade's, as the document's scale prints it, and then it stays.
 */
function withoutOwnReference(passage: Passage, number: string | null, scale: PlanContext['scale']): Passage {
  const [first] = splitByReferences(passage.text)
  if (first?.start !== 0 || first.number !== number) return passage
  return gradeOf(passage.text, scale).rule === 'own-scale' ? passage : slicePassage(passage, first.labelEnd)
}

/** A grade as printed and what it means. */
interface Assessment {
  passage: Passage
  text: string | null
  status: Status | null
}

function assess(passage: Passage, context: PlanContext): Assessment {
  if (passage.text === '') return { passage, text: null, status: null }
  const reading = readGrade(passage.text, context.scale)
  if (reading.status === null && reading.grade === null) {
    const colour = colourOfWords(passage.text)
    context.report(
      reading.ambiguous ? 'grade-ambiguous' : colour ? 'colour-without-key' : 'grade-off-scale',
      passagePlace(passage),
      passage.text.slice(0, 160),
    )
  }
  if (reading.status === null && reading.grade !== null) reportUnexplained(reading.grade, context, passagePlace(passage))
  return { passage, text: passage.text, status: reading.status }
}

/** A grade of the paper's own key whose words say nothing of progress: by its name, or by its code where that has many words. */
function reportUnexplained({ code, label }: Grade, { report }: PlanContext, place: Place): void {
  const name = label !== null && label.split(/\s+/u).length <= LONGEST_NAME_WORDS ? label : code
  if (name !== null && !wordsInForce().grades.has(foldGrade(name))) report('grade-unexplained', place, name)
}

/** The name of a grade has no more words; what is longer says what it means. */
const LONGEST_NAME_WORDS = 4

/** A grade by its words, or by the colour that a sign stands for. */
function readGrade(text: string, scale: PlanContext['scale']): ReturnType<typeof gradeOf> {
  const reading = gradeOf(text, scale)
  const sign = COLOUR_SIGNS[text.replace(/\ufe0f/gu, '').trim()]
  return sign && reading.grade === null ? gradeOf(`[${sign}]`, scale) : reading
}

/** The colour that a text is the name or the sign of and nothing else. */
function colourOfWords(text: string): string | null {
  const words = text
    .replace(/[\s[\]().]/gu, '')
    .replace(/\ufe0f/gu, '')
    .toLowerCase()
  return COLOURS.includes(words) ? words : (COLOUR_SIGNS[words] ?? null)
}

/** A bare number under "% complete" is a share. */
function sharePassage(item: PlanItem): { passage: Passage; share: string } {
  const passage = fieldPassage(item, 'percent')
  return { passage, share: /^\d{1,3}$/u.test(passage.text) ? `${passage.text}%` : passage.text }
}

/**
 * A whole's assessment from the words of its status and the share that is done, where a plan has both: as
 * printed one after the other, and meaning what the words mean; the share where they say nothing of progress.
 */
function assessWithShare(status: Passage, context: PlanContext, item: PlanItem): Assessment {
  const { passage, share } = sharePassage(item)
  if (passage.text === '') return assess(status, context)
  const byShare = gradeOf(share, context.scale).status
  if (status.text === '') {
    if (byShare === null) context.report('grade-off-scale', passagePlace(passage), passage.text.slice(0, 160))
    return { passage, text: passage.text, status: byShare }
  }
  const byWords = byShare === null ? assess(status, context).status : readGrade(status.text, context.scale).status
  const joined = joinPassages([status, passage])
  return { passage: joined, text: joined.text, status: byWords ?? byShare }
}

/** The assessments of several rows of one recommendation: the whole has a status only where all rows have the same. */
function assessRows(item: PlanItem, number: string | null, context: PlanContext): Assessment | null {
  const value = item.fields.get('status')
  if (!value) return null
  const rows = fieldRows(value).map((blocks, at): Assessment | null => {
    const words = withoutOwnReference(blocksPassage(blocks), number, context.scale)
    return words.text === '' ? assessFill(value.rowFills[at] ?? null, value.place, context) : assess(words, context)
  })
  const told = rows.filter((row) => row !== null)
  if (told.length < 2) return null
  const printed = joinPassages(fieldRowPassages(item, 'status'))
  const whole = wholeOfParts(printed, told)
  // Rows that are coloured and have no words.
  return printed.text === '' ? { ...whole, text: told.map(({ text }) => text).join(' ') } : whole
}

/** A status cell without words says it by its colour: "[green]". */
function assessColour(item: PlanItem, context: PlanContext): Assessment | null {
  const value = item.fields.get('status')
  return value ? assessFill(value.fill, value.place, context) : null
}

function assessFill(fill: string | null, place: Place, context: PlanContext): Assessment | null {
  const colour = fill ? colourName(fill) : null
  if (!colour) return null
  const text = `[${colour}]`
  const reading = gradeOf(text, context.scale)
  if (reading.status === null && reading.grade !== null) reportUnexplained(reading.grade, context, place)
  else if (reading.status === null) context.report('colour-without-key', place, text)
  return { passage: EMPTY_PASSAGE, text, status: reading.status }
}

/** The day that an item's report is of: by a column of its own, else by the heading or label over it: "Progress (June 2022)". */
export function labelledAsOf(item: PlanItem): AsOf | null {
  const passage = fieldPassage(item, 'as-of')
  const reading = passage.text === '' ? null : readDate(passage.text)
  if (reading?.from) return { passage, reading }
  for (const role of ['progress', 'status', 'impact'] as const) {
    const label = item.fields.get(role)?.label
    const asOf = label ? headingTime(label).asOf : null
    if (asOf) return asOf
  }
  return null
}

/** An item with the fields of one date only. The latest report that says anything has what is not dated: status and impact. */
function itemOfDate(item: PlanItem, { progress, status }: DatedReport, latest: boolean): PlanItem {
  const fields = new Map(item.fields)
  fields.delete('progress')
  if (progress) fields.set('progress', progress)
  if (status) fields.set('status', status)
  else if (!latest) {
    // The place for a status is there, and mentions a later date.
    const place = fields.get('status')
    if (place) fields.set('status', { ...place, blocks: [], rowStarts: [], rowFills: [], fill: null })
  }
  if (!latest) for (const role of ['percent', 'impact', 'as-of'] as const) fields.delete(role)
  return { ...item, fields, dated: [] }
}

/** Whether a report says anything, in words or by a colour. */
const says = ({ progress, status }: DatedReport): boolean =>
  isFilled(progress) || isFilled(status) || (status?.fill != null && ![null, 'grey'].includes(colourName(status.fill)))

/** One update for each date that anything is under. */
function datedUpdates(item: PlanItem, about: ItemSubject, context: PlanContext): ProgressUpdate[] {
  const told = item.dated.filter(says)
  return told.flatMap((report, at) => {
    const latest = at === told.length - 1
    const name = latest ? about.name : `${about.name}/${report.period}`
    // The last of several quarters without a year is the one that the paper reports for.
    const asOf = report.asOf ?? (report === item.dated.at(-1) ? context.asOf : null)
    return itemUpdates(itemOfDate(item, report, latest), { ...about, name }, { ...context, asOf })
  })
}

/** A progress cell this short that is nothing but a grade is the assessment too, where the plan has no place for one. */
const LONGEST_BARE_GRADE = 40

/** What an item reports: one update for the whole, and one for each lettered part that it mentions separately. */
export function itemUpdates(item: PlanItem, about: ItemSubject, context: PlanContext): ProgressUpdate[] {
  if (item.dated.some(says)) return datedUpdates(item, about, context)
  const progress = fieldPassage(item, 'progress')
  const printed = fieldPassage(item, 'status')
  const impact = fieldPassage(item, 'impact')
  const bareGrade =
    !item.fields.has('status') &&
    !item.fields.has('percent') &&
    progress.text.length <= LONGEST_BARE_GRADE &&
    gradeOf(progress.text, context.scale).status !== null
  const status = bareGrade ? progress : printed
  const severalRows = item.fields.get('status')?.rowStarts.length ? assessRows(item, about.number, context) : null
  const colour = status.text === '' ? (severalRows ?? assessColour(item, context)) : null
  if (progress.text === '' && status.text === '' && impact.text === '' && fieldPassage(item, 'percent').text === '' && !colour) return []

  const progressParts = partStretches(progress, about.number)
  const statusParts = partStretches(status, about.number)
  const numbers = [...new Set([...progressParts, ...statusParts].map((part) => part.number))]
  const asOf = labelledAsOf(item) ?? context.asOf
  const key = about.keys.unique(`update/${about.name}`)
  const parts = numbers.map((number) => ({
    number,
    progress: progressParts.find((part) => part.number === number)?.passage ?? null,
    assessment: assess(statusParts.find((part) => part.number === number)?.rest ?? { text: '', runs: [] }, context),
  }))
  const whole =
    colour ??
    (statusParts.length > 0
      ? wholeOfParts(
          status,
          parts.map((part) => part.assessment),
        )
      : (severalRows ?? assessWithShare(withoutOwnReference(status, about.number, context.scale), context, item)))
  const base = { reviewKey: about.reviewKey, wordingKey: about.wordingKey, furtherWordingKeys: null }
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
      place: updatePlace([progressPassage, assessment.passage, own ? impact : null], item),
      number: ledger.derived('number', number, numberEvidence(item)),
      parentKey,
      asOfText,
      asOfFrom: ledger.derived('asOfFrom', asOf?.reading.from ?? null, asOf?.passage ?? null),
      asOfTo: ledger.derived('asOfTo', asOf?.reading.to ?? null, asOf?.passage ?? null),
      progress: statedOrBlank('progress', 'progress', progressPassage),
      assessmentText:
        assessment.text !== null && assessment.passage.text === ''
          ? colourStated(ledger, assessment.text, assessment.status, item)
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

/** Where an update is reported: its first words; a colour alone in its cell. A card may begin on the page before. */
function updatePlace(told: readonly (Passage | null)[], item: PlanItem): Place {
  const words = told.find((passage) => passage !== null && passage.text !== '')
  return words ? passagePlace(words) : (item.fields.get('status')?.place ?? item.place)
}

/** Notes the cell that an assessment without words, and the status that it means, are seen in. */
function colourStated(ledger: EvidenceLedger, text: string, status: Status | null, item: PlanItem): string {
  const place = item.fields.get('status')?.place ?? item.place
  for (const field of status === null ? ['assessmentText'] : ['assessmentText', 'status'])
    ledger.entries.push({ field, state: 'derived', quote: null, place })
  return text
}

/** A card that grades its parts one by one grades the whole only where all parts bear one status. */
function wholeOfParts(passage: Passage, parts: readonly Assessment[]): Assessment {
  const first = parts[0]?.status ?? null
  const agreed = parts.length > 0 && parts.every((part) => part.status === first) ? first : null
  return { passage, text: passage.text, status: agreed }
}
