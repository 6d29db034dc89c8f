import { childElements, type XmlElement } from '../package/xml-tree.ts'

/** The headers and footers that are printed. */
export interface OdtEdges {
  /** On the first page alone, as a letterhead is. */
  first: XmlElement[]
  /** On page after page. */
  every: XmlElement[]
}

/** The page of paragraphs that ask for none. */
const STANDARD = 'Standard'
const EDGES = new Set(['style:header', 'style:footer', 'style:header-left', 'style:footer-left', 'style:footer-first'])

/**
 * The headers and footers of the pages that a text uses: those that its styles begin, and those that follow them. A page that another
 * follows is printed once (OpenDocument 1.3, part 3, 16.9 and 19.514).
 * @param begun the pages that styles of the text name
 */
export function odtEdges(pages: readonly XmlElement[], begun: readonly string[]): OdtEdges {
  const byName = new Map(pages.map((page) => [page.attributes.get('style:name') ?? '', page]))
  const used = new Set<string>()
  const use = (name: string | undefined): void => {
    const page = byName.get(name ?? '')
    if (name === undefined || !page || used.has(name)) return
    used.add(name)
    use(page.attributes.get('style:next-style-name'))
  }
  for (const name of [STANDARD, ...begun]) use(name)
  const edges: OdtEdges = { first: [], every: [] }
  for (const name of used) {
    const page = byName.get(name)
    const next = page?.attributes.get('style:next-style-name')
    const once = next !== undefined && next !== name
    for (const edge of page ? childElements(page) : []) {
      if (edge.name === 'style:header-first' || (edge.name === 'style:header' && once)) edges.first.push(edge)
      else if (EDGES.has(edge.name)) edges.every.push(edge)
    }
  }
  return edges
}
