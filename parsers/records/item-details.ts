import { bareLabel } from '../recognise/fold.ts'
import { readVerdict } from '../recognise/verdicts.ts'
import { blocksPassage, fieldPassage, type PlanItem } from '../tables/plan-items.ts'
import type { WrittenCommitment } from './item-commitment.ts'
import type { DetailDraft } from './paper-reading.ts'

/** The records that an item gave. */
export interface WrittenItem {
  wordingKey: string | null
  commitment: WrittenCommitment | null
  updateKey: string | null
}

/** Beside a verdict so many letters more are a remark. */
const LONGEST_REST = 12

/**
 * What a row or card says that no field of its records holds, under its own label: of the row's action where it is in a
 * further row of one recommendation, else of the recommendation, else of what the row gave. `isAnswer` says that the words
 * beside a verdict are stored as the answer.
 */
export function itemDetails(item: PlanItem, { wordingKey, commitment, updateKey }: WrittenItem, isAnswer: boolean): DetailDraft[] {
  const whole = wordingKey ?? commitment?.key ?? updateKey
  if (whole === null) return []
  const own = item.details.map(({ label, blocks, row }) => ({
    entityKey: commitment?.actions.find((action) => action.row === row)?.key ?? whole,
    label: ownLabel(label.text),
    passage: blocksPassage(blocks),
  }))
  return [...own, ...unheld(item, isAnswer).map((detail) => ({ entityKey: commitment?.key ?? whole, ...detail }))]
}

/** What is in a field of which the records hold a part: the first date beside a revised one, the words beside a verdict. */
function unheld(item: PlanItem, isAnswer: boolean): Omit<DetailDraft, 'entityKey'>[] {
  const detail = (role: 'due' | 'verdict') => ({
    label: ownLabel(item.fields.get(role)?.label.text ?? ''),
    passage: fieldPassage(item, role),
  })
  const verdict = fieldPassage(item, 'verdict')
  const reading = verdict.text === '' ? null : readVerdict(verdict.text)
  const said = reading?.outcome ? reading.end - reading.start : 0
  return [
    ...(fieldPassage(item, 'revised-due').text === '' ? [] : [detail('due')]),
    ...(isAnswer || verdict.text.length - said <= LONGEST_REST ? [] : [detail('verdict')]),
  ].filter(({ label, passage }) => label !== '' && passage.text !== '')
}

/** A label as printed, without its colon and the mark of a note: "No.", "Response". */
function ownLabel(text: string): string {
  const bare = bareLabel(text)
  return text.trim().startsWith(`${bare}.`) ? `${bare}.` : bare
}
