import { childElement, childElements, type XmlElement } from '../package/xml-tree.ts'
import { isOn } from './properties.ts'
import { elementsWithin } from './shown-elements.ts'

/** The relations of the headers and footers that are printed. */
export interface PageEdges {
  /** On the first page alone, as a letterhead is. */
  first: string[]
  /** On page after page. */
  every: string[]
}

/**
 * The headers and footers that a document's sections print: those of a first page only where the section has one of its own, those of
 * left pages only where the document distinguishes left from right (ECMA-376 part 1, 17.10).
 */
export function pageEdges(body: XmlElement, settings: XmlElement | null): PageEdges {
  const evenAndOdd = isOn(childElement(settings ?? undefined, 'w:settings'), 'w:evenAndOddHeaders') === true
  const edges: PageEdges = { first: [], every: [] }
  for (const [index, section] of sectionsOf(body).entries()) {
    const titled = isOn(section, 'w:titlePg') === true
    for (const name of ['w:headerReference', 'w:footerReference']) {
      for (const { attributes } of childElements(section, name)) {
        const type = attributes.get('w:type') ?? 'default'
        const id = attributes.get('r:id')
        if (id === undefined || (type === 'even' && !evenAndOdd) || (type === 'first' && !titled)) continue
        const letterhead = type === 'first' && index === 0 && name === 'w:headerReference'
        if (letterhead) edges.first.push(id)
        else edges.every.push(id)
      }
    }
  }
  return edges
}

/** The properties of the sections: each but the last's are in its last paragraph. */
function sectionsOf(body: XmlElement): XmlElement[] {
  return elementsWithin(body, 'w:sectPr')
}
