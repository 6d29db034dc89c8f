import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { isSymbolFont } from '../passages/symbol-fonts.ts'
import { type LetterLook, PLAIN_LETTERS } from './letters.ts'
import { isOn, propertyValue, wholeNumber } from './properties.ts'

interface Style {
  id: string
  /** In small letters. */
  name: string
  basedOn: string | undefined
  paragraph: XmlElement | undefined
  letters: Partial<LetterLook>
}

/** What a paragraph's style says about it. */
export interface ParagraphStyle {
  /** Its own id and those of the styles that it is based on. */
  ids: string[]
  /** Of its paragraphs, the own ones first. */
  properties: XmlElement[]
  letters: Partial<LetterLook>
  /** How letters in its paragraphs are set, by their own properties. */
  looks: Map<XmlElement | undefined, LetterLook>
  /** 1 for the highest heading; null for none. */
  heading: number | null
}

/** The outline level of text that is not a heading (ECMA-376 part 1, 17.3.1.20). */
const BODY_LEVEL = 9

/** The size of letters where nothing says (ECMA-376 part 1, 17.3.2.38). */
const USUAL_POINTS = 10

/** The styles of a document, each with what it has from the styles that it is based on. */
export class StyleSheet {
  readonly #styles = new Map<string, Style>()
  readonly #paragraphs = new Map<string, ParagraphStyle>()
  readonly #defaults: LetterLook
  #defaultParagraph = ''

  constructor(root: XmlElement | null) {
    const sheet = childElement(root ?? undefined, 'w:styles')
    const defaults = childElement(childElement(childElement(sheet, 'w:docDefaults'), 'w:rPrDefault'), 'w:rPr')
    this.#defaults = { ...PLAIN_LETTERS, size: USUAL_POINTS, ...letterLook(defaults) }
    for (const element of sheet ? childElements(sheet, 'w:style') : []) {
      const id = element.attributes.get('w:styleId') ?? ''
      this.#styles.set(id, {
        id,
        name: (propertyValue(element, 'w:name') ?? '').toLowerCase(),
        basedOn: propertyValue(element, 'w:basedOn'),
        paragraph: childElement(element, 'w:pPr'),
        letters: letterLook(childElement(element, 'w:rPr')),
      })
      if (isDefault(element)) this.#defaultParagraph = id
    }
  }

  /** The style of a paragraph by its id, the document's default where it names none. */
  paragraph(id: string | undefined): ParagraphStyle {
    const key = id !== undefined && this.#styles.has(id) ? id : this.#defaultParagraph
    const known = this.#paragraphs.get(key)
    if (known) return known
    const chain = this.#chain(key)
    const style: ParagraphStyle = {
      ids: chain.map((one) => one.id),
      properties: chain.flatMap(({ paragraph }) => (paragraph ? [paragraph] : [])),
      letters: inherited(chain),
      looks: new Map(),
      heading: headingLevel(chain),
    }
    this.#paragraphs.set(key, style)
    return style
  }

  /** How a run of letters is set: by its own properties, its style's, its paragraph's, and the document's. */
  letters(own: XmlElement | undefined, paragraph: ParagraphStyle): LetterLook {
    const known = paragraph.looks.get(own)
    if (known) return known
    const look = this.#lettersOf(own, paragraph)
    paragraph.looks.set(own, look)
    return look
  }

  #lettersOf(own: XmlElement | undefined, paragraph: ParagraphStyle): LetterLook {
    const style = propertyValue(own, 'w:rStyle')
    return {
      ...this.#defaults,
      ...paragraph.letters,
      ...(style === undefined ? {} : inherited(this.#chain(style))),
      ...letterLook(own),
    }
  }

  /** The list that a style of lists stands for (`numStyleLink`); undefined where it has none. */
  listOf(id: string): string | undefined {
    return propertyValue(childElement(this.#styles.get(id)?.paragraph, 'w:numPr'), 'w:numId')
  }

  #chain(id: string): Style[] {
    const chain: Style[] = []
    for (let style = this.#styles.get(id); style && !chain.includes(style); style = this.#styles.get(style.basedOn ?? '')) chain.push(style)
    return chain
  }
}

/** The outline level that a paragraph's properties give as a level of headings from 1; undefined where they give none, null for text. */
export function outlineLevel(properties: XmlElement | undefined): number | null | undefined {
  const level = wholeNumber(propertyValue(properties, 'w:outlineLvl'))
  return level === null ? undefined : level >= 0 && level < BODY_LEVEL ? level + 1 : null
}

function isDefault(style: XmlElement): boolean {
  return style.attributes.get('w:type') === 'paragraph' && ['1', 'true', 'on'].includes(style.attributes.get('w:default') ?? '')
}

function headingLevel(chain: readonly Style[]): number | null {
  for (const { paragraph, name } of chain) {
    const outline = outlineLevel(paragraph)
    if (outline !== undefined) return outline
    const level = name === 'title' ? 1 : /^heading ([1-9])$/u.exec(name)?.[1]
    if (level !== undefined) return Number(level)
  }
  return null
}

function inherited(chain: readonly Style[]): Partial<LetterLook> {
  return Object.assign({}, ...chain.map(({ letters }) => letters).toReversed())
}

/** What an element of run properties says, and nothing of what it does not. */
function letterLook(properties: XmlElement | undefined): Partial<LetterLook> {
  if (!properties) return {}
  const look: Partial<LetterLook> = {}
  const bold = isOn(properties, 'w:b')
  if (bold !== undefined) look.bold = bold
  const italic = isOn(properties, 'w:i')
  if (italic !== undefined) look.italic = italic
  const hidden = isOn(properties, 'w:vanish')
  if (hidden !== undefined) look.hidden = hidden
  const struck = isOn(properties, 'w:strike') ?? isOn(properties, 'w:dstrike')
  if (struck !== undefined) look.struck = struck || isOn(properties, 'w:dstrike') === true
  const raised = propertyValue(properties, 'w:vertAlign')
  if (raised !== undefined) look.raised = raised === 'superscript'
  const halfPoints = wholeNumber(propertyValue(properties, 'w:sz'))
  if (halfPoints !== null) look.size = halfPoints / 2
  const font = (childElement(properties, 'w:rFonts')?.attributes.get('w:ascii') ?? '').toLowerCase()
  if (font !== '') look.font = isSymbolFont(font) ? font : null
  return look
}
