import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { ListCounters } from '../word/list-counters.ts'
import type { ListDefinition, ListLevel } from '../word/list-definitions.ts'
import { wholeNumber } from '../word/properties.ts'
import { toPoints } from './odt-styles.ts'

/** The elements that say how a level of a list is marked. */
const LEVELS = ['text:list-level-style-number', 'text:list-level-style-bullet', 'text:list-level-style-image', 'text:outline-level-style']
/** OpenDocument's forms of numbers (1.3, part 3, 19.506) by Word's names. */
const FORMS: Readonly<Record<string, string>> = { '1': 'decimal', a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }
const GAPS: Readonly<Record<string, string>> = { nothing: '', space: ' ', listtab: '\t' }
/** The list that headings count in where no list holds them. */
export const OUTLINE = 'outline'

/** The lists of an OpenDocument text (1.3, part 3, 5.3): each counts by itself, unless it goes on with another. */
export class OdtLists {
  readonly #styles = new Map<string, Map<number, ListLevel>>()
  readonly #lists = new Map<string, ListDefinition>()
  readonly counters = new ListCounters(this.#lists)
  /** The counters of each list that has an id. */
  readonly #counters = new Map<string, string>()
  /** The counters of the last list of each style. */
  readonly #last = new Map<string, string>()
  #made = 0

  /** @param groups what holds `text:list-style` and `text:outline-style` elements; a later one takes an earlier one's place */
  constructor(groups: readonly XmlElement[]) {
    for (const element of groups.flatMap((group) => childElements(group))) {
      if (element.name === 'text:list-style') this.#styles.set(element.attributes.get('style:name') ?? '', levelsOf(element))
      if (element.name === 'text:outline-style') this.#define(OUTLINE, OUTLINE, levelsOf(element))
    }
  }

  /**
   * The list that a `text:list` of a style counts in: that of the list around it (`above`), one that it goes on with, or a new one.
   * How its levels are printed is its style's own.
   */
  open(list: XmlElement, style: string, above: string | null): string {
    const named = this.#counters.get(list.attributes.get('text:continue-list') ?? '')
    const goesOn = list.attributes.get('text:continue-numbering') === 'true' ? this.#last.get(style) : undefined
    const counters = this.#lists.get(above ?? '')?.counters ?? named ?? goesOn ?? `list ${++this.#made}`
    const id = list.attributes.get('xml:id')
    if (id !== undefined) this.#counters.set(id, counters)
    if (above === null) this.#last.set(style, counters)
    const own = `${counters} of ${style}`
    if (!this.#lists.has(own)) this.#define(own, counters, this.#styles.get(style) ?? new Map())
    return own
  }

  #define(id: string, counters: string, levels: ReadonlyMap<number, ListLevel>): void {
    this.#lists.set(id, { counters, level: (index) => levels.get(index), starts: new Map(), levelOfStyle: () => undefined })
  }
}

function levelsOf(style: XmlElement): Map<number, ListLevel> {
  const elements = childElements(style).filter(({ name }) => LEVELS.includes(name))
  const forms = new Map(elements.map((element) => [levelOf(element), element.attributes.get('style:num-format') ?? '']))
  return new Map(elements.map((element) => [levelOf(element), toLevel(element, forms)]))
}

const levelOf = (element: XmlElement): number => (wholeNumber(element.attributes.get('text:level')) ?? 1) - 1

function toLevel(element: XmlElement, forms: ReadonlyMap<number, string>): ListLevel {
  const { attributes } = element
  const numbered = element.name === 'text:list-level-style-number' || element.name === 'text:outline-level-style'
  const alignment = childElement(childElement(element, 'style:list-level-properties'), 'style:list-level-label-alignment')?.attributes
  const form = numbered ? (FORMS[attributes.get('style:num-format') ?? ''] ?? 'none') : 'bullet'
  return {
    start: wholeNumber(attributes.get('text:start-value')) ?? 1,
    form: form.endsWith('Letter') && attributes.get('style:num-letter-sync') !== 'true' ? `${form}Places` : form,
    digits: 1,
    text: numbered ? numberText(element, forms) : (attributes.get('text:bullet-char') ?? '\u2022'),
    style: undefined,
    restart: null,
    legal: false,
    gap: GAPS[alignment?.get('text:label-followed-by') ?? 'listtab'] ?? '\t',
    indent: toPoints(alignment?.get('fo:margin-left')),
  }
}

/** What a level prints, as Word writes it ("%1.%2"): LibreOffice says so outright; else the last levels with points between, and what is round them. */
function numberText(element: XmlElement, forms: ReadonlyMap<number, string>): string {
  const { attributes } = element
  const level = levelOf(element)
  const format = attributes.get('loext:num-list-format') ?? attributes.get('style:num-list-format')
  if (format !== undefined) return format.replace(/%(\d)%/gu, '%$1')
  const shown = wholeNumber(attributes.get('text:display-levels')) ?? 1
  const numbers = Array.from({ length: shown }, (_, index) => level - shown + 1 + index).filter((index) => (forms.get(index) ?? '') !== '')
  const printed = numbers.map((index) => `%${index + 1}`).join('.')
  return printed === '' ? '' : `${attributes.get('style:num-prefix') ?? ''}${printed}${attributes.get('style:num-suffix') ?? ''}`
}
