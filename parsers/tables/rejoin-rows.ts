import { type Block, joinPassages, type Passage, slicePassage } from '../../schema/document.ts'
import { type FieldValue, fieldRows, isBlankText, type PlanItem } from './plan-items.ts'

/** A word that a break cut, with the hyphen that the layout put there. */
const CUT_WORD = /\p{L}{2,}-$/u

/** Two halves of a word that a break cut, without the hyphen. */
export function joinTorn(above: Passage, below: Passage): Passage {
  return joinPassages([slicePassage(above, 0, above.text.length - 1), below], '')
}

/** Whether a passage ends in half a word that the next begins with the rest of. */
export function cutsWord(above: Passage, below: Passage): boolean {
  return CUT_WORD.test(above.text.slice(-40)) && /^\p{Ll}/u.test(below.text)
}

/** The blocks of a torn cell; where a word was cut, the paragraphs with its halves are one. */
function joinBlocks(above: readonly Block[], below: readonly Block[]): Block[] {
  const [last, first] = [above.at(-1), below[0]]
  if (!last || !first || last.type === 'table' || first.type !== 'paragraph' || !cutsWord(last.passage, first.passage))
    return [...above, ...below]
  return [...above.slice(0, -1), { ...last, passage: joinTorn(last.passage, first.passage) }, ...below.slice(1)]
}

/** The rest of a row that a break cut goes on where its cells left off. */
export function rejoinRow(item: PlanItem, rest: PlanItem): void {
  for (const [role, value] of rest.fields) {
    const known = item.fields.get(role)
    if (value.blocks.length === 0) continue
    item.fields.set(role, known ? { ...known, blocks: joinBlocks(known.blocks, value.blocks), fill: known.fill ?? value.fill } : value)
  }
  joinDated(item, rest, (known, value) => ({ ...known, blocks: joinBlocks(known.blocks, value.blocks) }))
}

/** A further row for the same recommendation: its cells are below those of the first, each a row of its own. */
export function addFurtherRow(item: PlanItem, further: PlanItem): void {
  for (const [role, value] of further.fields) {
    const known = item.fields.get(role)
    if (role === 'number' || (value.blocks.length === 0 && value.fill === null)) continue
    item.fields.set(role, known ? below(known, value) : value)
  }
  joinDated(item, further, below)
}

function below(known: FieldValue, value: FieldValue): FieldValue {
  return {
    ...known,
    blocks: [...known.blocks, ...value.blocks],
    rowStarts: [...known.rowStarts, known.blocks.length, ...value.rowStarts.map((start) => start + known.blocks.length)],
    rowFills: [...fillsOf(known), ...fillsOf(value)],
    fill: known.fill === value.fill ? known.fill : null,
  }
}

const fillsOf = (value: FieldValue) => (value.rowStarts.length > 0 ? value.rowFills : [value.fill])

function joinDated(item: PlanItem, rest: PlanItem, join: (known: FieldValue, value: FieldValue) => FieldValue): void {
  item.dated = item.dated.map((report, at) => {
    const more = rest.dated[at]
    const joined = (known: FieldValue | null, value: FieldValue | null) =>
      known && value && value.blocks.length > 0 ? join(known, value) : (known ?? value)
    return more ? { ...report, progress: joined(report.progress, more.progress), status: joined(report.status, more.status) } : report
  })
}

/** Whether a field has any row with words. */
export function isFilled(value: FieldValue | null | undefined): boolean {
  return (
    value != null && fieldRows(value).some((blocks) => blocks.some((block) => block.type === 'table' || !isBlankText(block.passage.text)))
  )
}
