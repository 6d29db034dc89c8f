import { EMPTY_PASSAGE, joinPassages, slicePassage } from '../../schema/document.ts'
import type { RecommendationKind, Wording, WordingRole } from '../../schema/records.ts'
import { closingReference } from '../recognise/speech.ts'
import type { RunItem } from '../runs/run.ts'
import { type Item, type LabelledStretch, stretchesToItems } from './items.ts'
import { itemsToWordings } from './items-to-wordings.ts'
import type { KeyRing } from './keys.ts'

/** The items of a run as items of a list, with whole numbers, parents and closing references taken off. */
export function runItemsToItems(items: readonly RunItem[]): Item[] {
  const numbered = items.every(({ label }) => label !== null)
  const made = numbered ? stretchesToItems(items.flatMap(toStretch)) : plainItems(items)
  return made.map((item) => withoutReference(item))
}

function toStretch({ label, labelPassage, body, title, theme, depth }: RunItem): LabelledStretch[] {
  return label ? [{ label, labelPassage, body, heading: title ?? theme, depth }] : []
}

/** Items without numbers; deeper ones are parts of the one above. */
function plainItems(items: readonly RunItem[]): Item[] {
  const above: { depth: number; index: number }[] = []
  return items.map((item, index): Item => {
    while ((above.at(-1)?.depth ?? -1) >= item.depth) above.pop()
    const parent = above.at(-1)?.index ?? null
    above.push({ depth: item.depth, index })
    const { label } = item
    return {
      label,
      number: label?.number ?? null,
      numberPassage: item.labelPassage.text === '' ? EMPTY_PASSAGE : item.labelPassage,
      parent,
      text: joinPassages(item.body),
      heading: item.title ?? item.theme,
    }
  })
}

/** A reference in brackets at the end is none of the words. One that other papers use ("018/14") is the number where the label only counts paragraphs. */
function withoutReference(item: Item): Item {
  const reference = closingReference(item.text.text)
  if (!reference) return item
  const text = slicePassage(item.text, 0, reference.start)
  if (text.text === '') return item
  const counted = item.label === null || item.label.style === 'dotted' || item.label.word === null
  if (reference.number === null || !counted)
    return { ...item, text, reference: slicePassage(item.text, reference.start + 1, reference.end - 1) }
  const numberPassage = slicePassage(item.text, reference.start + 1, reference.end - 1)
  return { ...item, text, number: reference.number, numberPassage }
}

/** A list of a paper as the wordings of its recommendations. */
export function listToWordings(
  items: readonly RunItem[],
  role: WordingRole,
  kind: RecommendationKind,
  source: string | null,
  keys: KeyRing,
): Wording[] {
  return itemsToWordings(runItemsToItems(items), role, kind, source, keys)
}
