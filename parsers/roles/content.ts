import type { Diagnostic, Report } from '../../schema/diagnostics.ts'
import { collectInto } from '../../schema/diagnostics.ts'
import { isPlaceholder } from '../frame/review-mentions.ts'
import { opensAsMinutes } from '../outline/outline.ts'
import { type TitleKind, titleKinds } from '../recognise/titles.ts'
import { cardsToPlanItems } from '../records/cards-to-plan-items.ts'
import { labelledValues } from '../records/labelled-values.ts'
import type { Paper } from '../records/layout.ts'
import { fieldPassage, type PlanItem } from '../records/plan-items.ts'
import { type PlanTables, readPlanTables } from '../records/plan-tables.ts'
import { type Resolutions, readResolutions } from '../records/resolutions.ts'
import { type DocumentScale, readDocumentScale } from '../records/scale.ts'
import { type TableAnswers, tableAnswers } from '../records/table-answers.ts'
import { findRuns } from '../runs/find-runs.ts'
import { type AnsweredRun, findAnswers } from './find-answers.ts'
import { type Lists, readRuns, selectLists } from './select-lists.ts'

/** Something found in a paper, and what a person should know of it once it is used. */
export interface Found<T> {
  value: T
  diagnostics: Diagnostic[]
}

/** All that a paper holds, found once, before anybody asks what kind of paper it is. */
export interface Content {
  paper: Paper
  titled: ReadonlySet<TitleKind>
  lists: Lists
  answers: AnsweredRun | null
  tableAnswers: Found<TableAnswers | null>
  decisions: Resolutions
  scale: DocumentScale | null
  tables: Found<PlanTables>
  cards: Found<PlanItem[]>
}

/** Fields besides the recommendation that make a card one: who, by when, what was done. */
export const CARD_FIELDS = ['responsible', 'sponsor', 'due', 'action', 'success-measure', 'progress', 'status', 'impact'] as const
/** A card with fewer of them is a sentence with a colon. */
const LEAST_FIELDS = 2
const NO_SCALE = { rows: new Set<never>(), lines: new Set<never>() }

function found<T>(read: (report: Report) => T): Found<T> {
  const diagnostics: Diagnostic[] = []
  return { value: read(collectInto(diagnostics)), diagnostics }
}

/** Finds all that a paper holds. */
export function findContent(paper: Paper): Content {
  const { entries } = paper.outline
  const runs = findRuns(entries)
  const scale = readDocumentScale(paper.outline)
  const titled = new Set(titleKinds(paper.about.title?.text ?? ''))
  if (opensAsMinutes(paper.outline)) titled.add('minutes')
  return {
    paper,
    titled,
    lists: selectLists(readRuns(runs)),
    answers: findAnswers(entries, runs),
    tableAnswers: found((report) => tableAnswers(paper, report)),
    decisions: readResolutions(paper),
    scale,
    tables: found((report) => readPlanTables(paper, scale, report)),
    cards: found((report) => readCards(paper, scale, report)),
  }
}

function readCards(paper: Paper, scale: DocumentScale | null, report: Report): PlanItem[] {
  const items = cardsToPlanItems(labelledValues(paper.outline, scale ?? NO_SCALE, report), report)
  // A form that nobody filled in has its hints in brackets where the recommendation should be.
  const filled = items.filter((item) => !isPlaceholder(fieldPassage(item, 'recommendation').text))
  return filled.filter((item) => CARD_FIELDS.filter((role) => item.fields.has(role)).length >= LEAST_FIELDS)
}
