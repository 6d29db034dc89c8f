import { EMPTY_PASSAGE, joinPassages, slicePassage } from '../../schema/document.ts'
import { type Item, type LabelledStretch, stretchesToItems } from '../outline/items.ts'
import { partNumber } from '../outline/keys.ts'
import type { Label } from '../recognise/numbers.ts'
import { closingReference } from '../recognise/speech.ts'
import type { RunItem } from '../runs/run.ts'

/** The items of a run as items of a list, with whole numbers, parents and closing references taken off. */
export function runItemsToItems(items: readonly RunItem[]): Item[] {
  const numbered = items.every(({ label }) => label !== null)
  const made = numbered ? stretchesToItems(withPaths(items).flatMap(toStretch)) : plainItems(items)
  return wholeNumbers(made.map((item) => withoutReference(item)))
}

/** A number in brackets after the last part of an item is the whole item's, and its parts are counted under it. */
function wholeNumbers(items: readonly Item[]): Item[] {
  const renumbered = [...items]
  for (const [index, item] of items.entries()) {
    if (item.parent !== null || item.given !== undefined) continue
    const parts = [...items.keys()].filter((at) => topOf(items, at) === index && at !== index)
    const given = items[parts.at(-1) ?? -1]?.given
    if (given === undefined || parts.slice(0, -1).some((at) => items[at]?.given !== undefined)) continue
    renumbered[index] = { ...item, number: given.number, numberPassage: given.passage }
    for (const at of parts) {
      const part = items[at]
      if (part)
        renumbered[at] = {
          ...part,
          number: partNumber(given.number, part.label?.number ?? ''),
          ...(part.given ? { numberPassage: part.given.own } : {}),
        }
    }
  }
  return renumbered
}

function topOf(items: readonly Item[], at: number): number {
  let top = at
  for (let parent = items[top]?.parent ?? null; parent !== null; parent = items[top]?.parent ?? null) top = parent
  return top
}

/** A bare number under an item that is counted by numbers too ("3." with "1." below it) is a part of that item. */
function withPaths(items: readonly RunItem[]): RunItem[] {
  let top: Label | null = null
  return items.map((item) => {
    const { label } = item
    if (
      item.depth === 0 ||
      !label ||
      !top ||
      label.levels.length !== 1 ||
      !/^\d+$/u.test(label.number) ||
      label.bracketed ||
      !/^\d+$/u.test(top.number)
    ) {
      if (item.depth === 0) top = label
      return item
    }
    return { ...item, label: { ...label, levels: [top.number, label.number], number: `${top.number}(${label.number})` } }
  })
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

/** A reference in brackets at the end is not one of the words. One that other papers use ("018/14") is the number where the label only counts paragraphs. */
function withoutReference(item: Item): Item {
  const reference = closingReference(item.text.text)
  if (!reference) return item
  const text = slicePassage(item.text, 0, reference.start)
  if (text.text === '') return item
  const counted = item.label === null || item.label.style === 'dotted' || item.label.word === null
  if (reference.number === null || !counted)
    return { ...item, text, reference: slicePassage(item.text, reference.start + 1, reference.end - 1) }
  const numberPassage = slicePassage(item.text, reference.start + 1, reference.end - 1)
  return {
    ...item,
    text,
    number: reference.number,
    numberPassage,
    given: { number: reference.number, passage: numberPassage, own: item.numberPassage },
  }
}
