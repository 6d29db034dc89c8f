import { childElement, type XmlElement } from '../package/xml-tree.ts'
import { propertyValue } from './properties.ts'
import { shownElements } from './shown-elements.ts'

const WHITE = 'ffffff'
/** The colours of the highlighter (ECMA-376 part 1, 17.18.40). */
const HIGHLIGHTS: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  cyan: '#00ffff',
  darkBlue: '#00008b',
  darkCyan: '#008b8b',
  darkGray: '#a9a9a9',
  darkGreen: '#006400',
  darkMagenta: '#800080',
  darkRed: '#8b0000',
  darkYellow: '#808000',
  green: '#00ff00',
  lightGray: '#d3d3d3',
  magenta: '#ff00ff',
  red: '#ff0000',
  yellow: '#ffff00',
}

/** The colour of a shading in an element of properties: the ground of a clear one, the ink of a solid one; null for none and for white. */
export function shadingOf(properties: XmlElement | undefined): string | null {
  const shading = childElement(properties, 'w:shd')?.attributes
  const colour = (shading?.get('w:val') === 'solid' ? shading.get('w:color') : shading?.get('w:fill'))?.toLowerCase()
  return colour !== undefined && /^[\da-f]{6}$/u.test(colour) && colour !== WHITE ? `#${colour}` : null
}

/** The colour of a cell: its own, or that of its paragraphs or letters where they have but one. */
export function cellFill(cell: XmlElement): string | null {
  const own = shadingOf(childElement(cell, 'w:tcPr'))
  if (own !== null) return own
  const fills = shownElements(cell)
    .filter(({ name }) => name === 'w:p')
    .flatMap((paragraph) => {
      const ground = shadingOf(childElement(paragraph, 'w:pPr'))
      const runs = shownElements(paragraph).filter((run) => run.name === 'w:r' && childElement(run, 'w:t') !== undefined)
      return runs.map((run) => runFill(childElement(run, 'w:rPr')) ?? ground)
    })
  const [fill = null] = fills
  return fills.every((other) => other === fill) ? fill : null
}

function runFill(properties: XmlElement | undefined): string | null {
  return shadingOf(properties) ?? HIGHLIGHTS[propertyValue(properties, 'w:highlight') ?? ''] ?? null
}
