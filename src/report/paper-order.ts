import type { Row } from '../store/database.ts'
import { compareText, rowText } from './rows.ts'

/** In which order kinds of papers come in a review's life; it places those that have no date. */
const STAGE: Record<string, number> = { review_report: 0, response: 1, decision_record: 1, minutes: 1, action_plan: 2, progress_update: 3 }
const stageOf = (paper: Row): number => STAGE[String(paper.kind)] ?? 4

/** Papers, each once, in the order in which they were written; one without a date precedes the first that belongs to a later stage. */
export function papersInOrder(papers: readonly Row[]): Row[] {
  const once = [...new Set(papers)]
  const dated = once.filter((paper) => rowText(paper.dated_from) !== null).sort(byDate)
  const undated = once.filter((paper) => rowText(paper.dated_from) === null).sort((a, b) => stageOf(a) - stageOf(b) || byDate(a, b))
  for (const paper of undated) {
    const next = dated.findIndex((other) => stageOf(other) > stageOf(paper))
    dated.splice(next < 0 ? dated.length : next, 0, paper)
  }
  return dated
}

function byDate(a: Row, b: Row): number {
  return (
    compareText(rowText(a.dated_from), rowText(b.dated_from)) ||
    stageOf(a) - stageOf(b) ||
    compareText(rowText(a.path), rowText(b.path)) ||
    compareText(rowText(a.document_id), rowText(b.document_id))
  )
}
