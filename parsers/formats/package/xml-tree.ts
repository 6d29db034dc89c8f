import { readXml, type XmlAttributes } from './read-xml.ts'

/** An element with all that is in it. Of text only what is between tags counts, letter for letter. */
export interface XmlElement {
  name: string
  attributes: XmlAttributes
  children: (XmlElement | string)[]
}

/** What a tree need not keep of a large file. */
export interface TreeSavings {
  /** Elements that are left out with all that is in them, since nobody asks for them. */
  without: ReadonlySet<string>
  /** Elements of which those that are alike are one and the same, since most are: properties. */
  shared: ReadonlySet<string>
}

const NO_SAVINGS: TreeSavings = { without: new Set(), shared: new Set() }

/** An XML file of a package as a tree, for files that are small or that must be walked back and forth. Nobody changes a tree. */
export function xmlToTree(bytes: Uint8Array, { without, shared }: TreeSavings = NO_SAVINGS): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] }
  const open: XmlElement[] = [root]
  const known = new Map<string, XmlElement>()
  let left = 0
  readXml(bytes, {
    open: (name, attributes) => {
      if (left > 0 || without.has(name)) left++
      else open.push({ name, attributes, children: [] })
    },
    text: (text) => {
      if (left === 0) open.at(-1)?.children.push(text)
    },
    close: (name) => {
      if (left > 0) {
        left--
        return
      }
      const element = open.pop()
      if (!element) return
      open.at(-1)?.children.push(shared.has(name) ? asKnown(element, known) : trimmed(element))
    },
  })
  return trimmed(root)
}

/** An array that grew holds room for more than it has, which is most of what a tree would take. */
function trimmed(element: XmlElement): XmlElement {
  element.children = element.children.slice()
  return element
}

function asKnown(element: XmlElement, known: Map<string, XmlElement>): XmlElement {
  const key = keyOf(element)
  const same = known.get(key)
  if (same) return same
  known.set(key, trimmed(element))
  return element
}

/** Equal for elements that are alike. No name and no value of XML holds the signs that part them. */
function keyOf(element: XmlElement): string {
  let key = element.name
  for (const [name, value] of element.attributes) key += `\u0001${name}\u0002${value}`
  for (const child of element.children) key += typeof child === 'string' ? `\u0003${child}` : `\u0004${keyOf(child)}\u0005`
  return key
}

/** The elements in an element, those of one name where it is given. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name))
}

/** The first element of a name in an element. */
export function childElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

/** All text in an element, however deep. */
export function elementText(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : elementText(child))).join('')
}
