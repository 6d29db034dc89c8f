import { blocksPassage, fieldPassage, fieldRows, type ItemDetail, type PlanItem } from './plan-items.ts'

/** The rest of a torn row goes on under the labels where the row left off. */
export function joinDetails(item: PlanItem, rest: PlanItem): void {
  for (const detail of rest.details) {
    const known = item.details.findLast(({ label }) => label.text === detail.label.text)
    if (known) known.blocks = [...known.blocks, ...detail.blocks]
    else item.details.push(detail)
  }
}

/**
 * The details of a further row of the same recommendation are those of the row's action, if it has one. To be called before
 * the row's fields are added. What the row only prints again, it says once.
 */
export function moveDetails(item: PlanItem, further: PlanItem): void {
  const action = item.fields.get('action')
  const row = action && fieldPassage(further, 'action').text !== '' ? fieldRows(action).length : null
  const says = ({ blocks }: ItemDetail) => blocksPassage(blocks).text
  for (const detail of further.details) {
    const again = item.details.some((known) => known.label.text === detail.label.text && says(known) === says(detail))
    if (row !== null || !again) item.details.push({ ...detail, row })
  }
}
