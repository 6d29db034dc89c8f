import { readXml, type XmlAttributes } from './read-xml.ts'

/** An element with all that is in it. Of text only what stands between tags counts, letter for letter. */
export interface XmlElement {
  name: string
  attributes: XmlAttributes
  children: (XmlElement | string)[]
}

/** An XML file of a package as a tree, for files that are small or that must be walked back and forth. */
export function xmlToTree(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] }
  const open: XmlElement[] = [root]
  readXml(bytes, {
    open: (name, attributes) => {
      const element: XmlElement = { name, attributes, children: [] }
      open.at(-1)?.children.push(element)
      open.push(element)
    },
    text: (text) => open.at(-1)?.children.push(text),
    close: () => open.pop(),
  })
  return root
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
