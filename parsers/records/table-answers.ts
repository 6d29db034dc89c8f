import { EMPTY_PASSAGE } from '../../schema/document.ts'
import { readResponseLabel } from '../recognise/responses.ts'
import { titleKinds } from '../recognise/titles.ts'
import type { Answered } from '../roles/find-answers.ts'
import { itemSubjects } from './item-subjects.ts'
import type { Paper } from './paper-reading.ts'
import { fieldPassage, type PlanItem } from './plan-items.ts'
import { readPlanTables } from './plan-tables.ts'

/** The rows of a response that is a table, and the answer that each of them gives. */
export interface TableAnswers {
  items: PlanItem[]
  answered: Answered[]
}

/**
 * The answers of a paper that calls itself a response and gives them in a column: "Recommendation | Cabinet response |
 * Action | Lead". Null for any other paper: under "Response" a plan may say what was done.
 */
export function tableAnswers(paper: Paper, report: Parameters<typeof readPlanTables>[2]): TableAnswers | null {
  if (!titleKinds(paper.about.title?.text ?? '').has('response')) return null
  const { items } = readPlanTables(paper, null, report)
  const subjects = itemSubjects(items)
  const answered = items.flatMap((item, index): Answered[] => {
    const subject = subjects[index]
    const label = item.fields.get('verdict')?.label ?? EMPTY_PASSAGE
    const answer = fieldPassage(item, 'verdict')
    if (!subject || answer.text === '' || !readResponseLabel(label.text)) return []
    const { number, numberPassage, lead } = subject
    const words = { label: null, number, numberPassage: numberPassage ?? EMPTY_PASSAGE, parent: null, text: lead, heading: null }
    return [{ item: words, answer, who: null, at: index, entries: [] }]
  })
  return answered.length > 0 && answered.length * 2 >= items.length ? { items, answered } : null
}
