import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { isSymbolFont, symbolText } from '../passages/symbol-fonts.ts'
import { isOn, propertyValue, wholeNumber } from './properties.ts'

/** What one level of a list prints, and when it begins anew. */
export interface ListLevel {
  start: number
  /** As ST_NumberFormat names it: "decimal", "lowerLetter", "bullet", "none". */
  form: string
  /** Numbers are padded with noughts to this length. */
  digits: number
  /** What is printed: "%1.%2" has the numbers of the first two levels. */
  text: string
  /** The style whose paragraphs are of this level, if any. */
  style: string | undefined
  /** The level (from 1) after which it begins anew; 0 for never, null for any above it. */
  restart: number | null
  /** All levels print figures here. */
  legal: boolean
  /** What follows the number. */
  gap: string
  /** How far its paragraphs are set in, in points; null where it does not say. */
  indent: number | null
}

/** A list as paragraphs name it: levels, which may be its own, over counters that it shares with the other lists of its definition. */
export interface ListDefinition {
  /** The definition whose counters it shares. */
  counters: string
  level: (index: number) => ListLevel | undefined
  /** Where levels begin in this list, at its first paragraph. */
  starts: ReadonlyMap<number, number>
  /** The level of paragraphs of a style, where one is linked to it. */
  levelOfStyle: (style: string) => number | undefined
}

/** A level has no more numbers than a list has levels. */
export const LEVELS = 9
/** Links from definition to style to definition end somewhere, unless they run in a circle. */
const MOST_LINKS = 10

/**
 * The lists of a document by their number (ECMA-376 part 1, 17.9).
 * @param listOfStyle the list that a style of lists stands for
 */
export function readListDefinitions(
  root: XmlElement | null,
  listOfStyle: (style: string) => string | undefined,
): ReadonlyMap<string, ListDefinition> {
  const numbering = childElement(root ?? undefined, 'w:numbering')
  if (!numbering) return new Map()
  const abstracts = new Map(childElements(numbering, 'w:abstractNum').map((one) => [one.attributes.get('w:abstractNumId') ?? '', one]))
  const nums = new Map(childElements(numbering, 'w:num').map((one) => [one.attributes.get('w:numId') ?? '', one]))
  const abstractOf = (id: string, links: number): string => {
    const abstract = propertyValue(nums.get(id), 'w:abstractNumId') ?? ''
    const style = propertyValue(abstracts.get(abstract), 'w:numStyleLink')
    const linked = style === undefined ? undefined : listOfStyle(style)
    return linked === undefined || linked === id || links >= MOST_LINKS ? abstract : abstractOf(linked, links + 1)
  }
  const levels = new Map([...abstracts].map(([id, abstract]) => [id, levelsOf(childElements(abstract, 'w:lvl'))]))
  return new Map(
    [...nums].map(([id, num]) => {
      const counters = abstractOf(id, 0)
      return [id, definitionOf(num, counters, levels.get(counters) ?? new Map())]
    }),
  )
}

function definitionOf(num: XmlElement, counters: string, shared: ReadonlyMap<number, ListLevel>): ListDefinition {
  const overrides = childElements(num, 'w:lvlOverride')
  const starts = overrides.flatMap((override): [number, number][] => {
    const start = wholeNumber(propertyValue(override, 'w:startOverride'))
    return start === null ? [] : [[wholeNumber(override.attributes.get('w:ilvl')) ?? 0, start]]
  })
  const own = levelsOf(overrides.flatMap((override) => childElements(override, 'w:lvl')))
  const level = (index: number): ListLevel | undefined => own.get(index) ?? shared.get(index)
  const levelOfStyle = (style: string): number | undefined =>
    Array.from({ length: LEVELS }, (_, index) => index).find((index) => level(index)?.style === style)
  return { counters, level, starts: new Map(starts), levelOfStyle }
}

function levelsOf(elements: readonly XmlElement[]): Map<number, ListLevel> {
  return new Map(elements.map((element) => [wholeNumber(element.attributes.get('w:ilvl')) ?? 0, levelOf(element)]))
}

const GAPS: Readonly<Record<string, string>> = { nothing: '', space: ' ', tab: '\t' }

function levelOf(element: XmlElement): ListLevel {
  const choice = childElement(childElement(element, 'mc:AlternateContent'), 'mc:Choice')
  const format = childElement(choice, 'w:numFmt') ?? childElement(element, 'w:numFmt')
  const form = format?.attributes.get('w:val') ?? 'decimal'
  const left = leftIndent(childElement(element, 'w:pPr'))
  return {
    start: wholeNumber(propertyValue(element, 'w:start')) ?? 0,
    form: form === 'custom' ? 'decimal' : form,
    digits: form === 'custom' ? (/^\d+/u.exec(format?.attributes.get('w:format') ?? '')?.[0].length ?? 1) : 1,
    text: levelText(element),
    style: propertyValue(element, 'w:pStyle'),
    restart: wholeNumber(propertyValue(element, 'w:lvlRestart')),
    legal: isOn(element, 'w:isLgl') ?? false,
    gap: GAPS[propertyValue(element, 'w:suff') ?? 'tab'] ?? '\t',
    indent: left,
  }
}

function levelText(element: XmlElement): string {
  const text = propertyValue(element, 'w:lvlText') ?? ''
  const font = (childElement(childElement(element, 'w:rPr'), 'w:rFonts')?.attributes.get('w:ascii') ?? '').toLowerCase()
  return isSymbolFont(font) ? symbolText(text, font) : text
}

/** How far a paragraph's properties set its lines in, in points; null where they do not say. The first line of a list stands out from it. */
export function leftIndent(properties: XmlElement | undefined): number | null {
  const indent = childElement(properties, 'w:ind')?.attributes
  const twentieths = wholeNumber(indent?.get('w:start') ?? indent?.get('w:left'))
  return twentieths === null ? null : twentieths / 20
}
