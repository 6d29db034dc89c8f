import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { isSymbolFont } from '../passages/symbol-fonts.ts'
import { type LetterLook, PLAIN_LETTERS } from '../word/letters.ts'
import { wholeNumber } from '../word/properties.ts'

interface Style {
  id: string
  parent: string | undefined
  family: string
  element: XmlElement
  letters: Partial<LetterLook>
}

/** How a paragraph is set by its style. */
export interface OdtParagraphStyle {
  letters: Partial<LetterLook>
  /** 1 for the highest heading; null for none. */
  heading: number | null
  /** The style of the list that its paragraphs belong to; undefined for none. */
  list: string | undefined
  /** In points. */
  indent: number
  /** The look of its frame or ground; null for none. */
  frame: string | null
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, pc: 12, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, px: 0.75 }
/** What paragraphs and letters are parts of, in OpenDocument's words. */
const FAMILIES = ['paragraph', 'text', 'table-cell', 'table', 'section']

/** A length as OpenDocument writes it ("1.25cm"), in points; null where it is not one. */
export function toPoints(length: string | undefined): number | null {
  const [, number, unit] = /^(-?[\d.]+)(pt|pc|in|cm|mm|px)$/u.exec(length ?? '') ?? []
  const points = Number(number) * (POINTS[unit ?? ''] ?? Number.NaN)
  return Number.isFinite(points) ? points : null
}

/** The styles of an OpenDocument text, each with what it has from its parents (OpenDocument 1.3, part 3, 16). */
export class OdtStyles {
  readonly #styles = new Map<string, Style>()
  readonly #fonts = new Map<string, string>()
  readonly #defaults: LetterLook
  readonly #looks = new Map<string, LetterLook>()
  readonly #paragraphs = new Map<string, OdtParagraphStyle>()

  /** @param groups `office:styles` and `office:automatic-styles`; a later style takes an earlier one's place. */
  constructor(groups: readonly XmlElement[], fonts: readonly XmlElement[]) {
    for (const font of fonts) this.#fonts.set(font.attributes.get('style:name') ?? '', fontFamily(font))
    let defaults: Partial<LetterLook> = {}
    for (const element of groups.flatMap((group) => childElements(group))) {
      const family = element.attributes.get('style:family') ?? ''
      if (element.name === 'style:default-style' && family === 'paragraph') defaults = this.#look(element)
      if (element.name !== 'style:style' || !FAMILIES.includes(family)) continue
      const id = element.attributes.get('style:name') ?? ''
      const parent = element.attributes.get('style:parent-style-name')
      this.#styles.set(`${family}/${id}`, { id, parent, family, element, letters: this.#look(element) })
    }
    this.#defaults = { ...PLAIN_LETTERS, ...defaults }
  }

  paragraph(id: string): OdtParagraphStyle {
    const known = this.#paragraphs.get(id)
    if (known) return known
    const chain = this.#chain('paragraph', id)
    const style: OdtParagraphStyle = {
      letters: inherited(chain),
      heading: headingOf(chain),
      list: chain.map(({ element }) => element.attributes.get('style:list-style-name')).find((name) => name !== undefined) || undefined,
      indent: toPoints(property(chain, 'style:paragraph-properties', 'fo:margin-left')) ?? 0,
      frame: frameOf(chain),
    }
    this.#paragraphs.set(id, style)
    return style
  }

  /** How letters are set in a paragraph, within spans of the given styles, the outermost first. */
  letters(paragraph: string, spans: readonly string[]): LetterLook {
    const key = [paragraph, ...spans].join('\n')
    const known = this.#looks.get(key)
    if (known) return known
    const own = spans.map((id) => inherited(this.#chain('text', id)))
    const look: LetterLook = Object.assign({}, this.#defaults, this.paragraph(paragraph).letters, ...own)
    this.#looks.set(key, look)
    return look
  }

  /** A cell's ground; null for none and for white. */
  cellFill(id: string): string | null {
    const colour = property(this.#chain('table-cell', id), 'style:table-cell-properties', 'fo:background-color')?.toLowerCase()
    return colour !== undefined && /^#[\da-f]{6}$/u.test(colour) && colour !== '#ffffff' ? colour : null
  }

  #chain(family: string, id: string): Style[] {
    const chain: Style[] = []
    const next = (name: string | undefined): Style | undefined => this.#styles.get(`${family}/${name}`)
    for (let style = next(id); style && !chain.includes(style); style = next(style.parent)) chain.push(style)
    return chain
  }

  #look(style: XmlElement): Partial<LetterLook> {
    const properties = childElement(style, 'style:text-properties')?.attributes
    if (!properties) return {}
    const look: Partial<LetterLook> = {}
    const weight = properties.get('fo:font-weight')
    if (weight !== undefined) look.bold = weight === 'bold' || Number(weight) >= 600
    const slant = properties.get('fo:font-style')
    if (slant !== undefined) look.italic = slant !== 'normal'
    const display = properties.get('text:display')
    if (display !== undefined) look.hidden = display === 'none'
    const line = properties.get('style:text-line-through-style') ?? properties.get('style:text-line-through-type')
    if (line !== undefined) look.struck = line !== 'none'
    const position = properties.get('style:text-position')
    if (position !== undefined) look.raised = /^(?:super|[1-9])/u.test(position)
    const size = toPoints(properties.get('fo:font-size'))
    if (size !== null) look.size = size
    const font = this.#fonts.get(properties.get('style:font-name') ?? '')
    if (font !== undefined) look.font = isSymbolFont(font) ? font : null
    return look
  }
}

/** Programs name their styles of headings alike; a style may say its level outright. */
function headingOf(chain: readonly Style[]): number | null {
  for (const { id, element } of chain) {
    const level = element.attributes.get('style:default-outline-level') ?? /^Heading_20_([1-9])$/u.exec(id)?.[1]
    if (level !== undefined) return wholeNumber(level)
    if (id === 'Title') return 1
  }
  return null
}

function fontFamily(font: XmlElement): string {
  return (font.attributes.get('svg:font-family') ?? '').replace(/['"]/gu, '').toLowerCase()
}

function inherited(chain: readonly Style[]): Partial<LetterLook> {
  return Object.assign({}, ...chain.map(({ letters }) => letters).toReversed())
}

function property(chain: readonly Style[], element: string, name: string): string | undefined {
  return chain.map((style) => childElement(style.element, element)?.attributes.get(name)).find((value) => value !== undefined)
}

function frameOf(chain: readonly Style[]): string | null {
  const ground = property(chain, 'style:paragraph-properties', 'fo:background-color') ?? 'transparent'
  const border =
    property(chain, 'style:paragraph-properties', 'fo:border') ?? property(chain, 'style:paragraph-properties', 'fo:border-left') ?? 'none'
  const shaded = ground !== 'transparent' && ground.toLowerCase() !== '#ffffff'
  return shaded || border !== 'none' ? `${ground} ${border}` : null
}
